//! What the analysis says of each document, kept for as long as it stays true.

use super::document::Document;
use super::state::LARGE_TEXT;
use super::workspace::Workspace;
use crate::engine::analysis::{Analysis, Request};
use crate::engine::catalog::Catalog;
use crate::engine::checks::Options;
use crate::engine::placeholders::Values;
use crate::engine::policy::KindChoice;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// The analysis of every document, by the document's id.
pub(super) type Readings = BTreeMap<u32, Rc<Analysis>>;

/// The analysis of every document of the workspace; one of `former` that still holds is taken over as it is.
pub(super) fn read(
    workspace: &Workspace,
    catalog: Option<&Arc<Catalog>>,
    former: &Readings,
) -> Readings {
    let documents = workspace.documents.iter();
    documents
        .map(|document| {
            let request = request(document, &workspace.values, catalog);
            (document.id, read_one(request, former.get(&document.id)))
        })
        .collect()
}

/// A large text is read at every change of its surroundings once it was checked, and else only when that is asked for.
fn read_one(request: Request<'_>, former: Option<&Rc<Analysis>>) -> Rc<Analysis> {
    if let Some(former) = former.filter(|former| former.holds_for(&request)) {
        return former.clone();
    }
    let was_checked =
        former.is_some_and(|former| former.is_checked() && **former.text() == *request.text);
    Rc::new(match is_large(request.text) && !was_checked {
        true => Analysis::unchecked(request),
        false => Analysis::new(request),
    })
}

/// Whether a text is shown plain and checked on request.
pub(super) fn is_large(text: &str) -> bool {
    text.len() > LARGE_TEXT
}

/// What is asked about a document.
pub(super) fn request<'a>(
    document: &'a Document,
    values: &'a Values,
    catalog: Option<&'a Arc<Catalog>>,
) -> Request<'a> {
    Request {
        text: &document.text,
        declared: &document.declared,
        values,
        kind: document.kind,
        attachment: document.attachment,
        options: Options::default(),
        catalog,
        accepted: &document.accepted,
    }
}

/// The analysis where nothing is open: of an empty text.
pub(super) fn read_nothing(catalog: Option<&Arc<Catalog>>) -> Analysis {
    Analysis::new(Request {
        text: "",
        declared: &[],
        values: &Values::default(),
        kind: KindChoice::Auto,
        attachment: None,
        options: Options::default(),
        catalog,
        accepted: &[],
    })
}
