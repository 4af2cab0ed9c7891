//! One run of the command, from its arguments to what it prints.

use std::ffi::OsString;
use std::sync::{Arc, LazyLock};

use iam_policy_editor::engine::acceptance::Acceptance;
use iam_policy_editor::engine::analysis::{Analysis, Request as AnalysisRequest};
use iam_policy_editor::engine::catalog::{self, Catalog};
use iam_policy_editor::engine::checks::Options;
use iam_policy_editor::engine::placeholders::Values;
use iam_policy_editor::engine::policy::KindChoice;

use crate::arguments::{self, Format, Request, Task};
use crate::contents::Document;
use crate::documents;
use crate::{
    accepted, compared, findings_json, findings_sarif, findings_text, placeholders_json, repaired,
    usage, values,
};

pub const NO_ERROR: u8 = 0;
/// Also where a policy differs from what it is compared with.
pub const ERRORS_FOUND: u8 = 1;
/// Also for a file that cannot be read.
pub const WRONG_USE: u8 = 2;

/// The AWS service reference that is inside the command; a test of the catalog shows that it can be read.
pub static REFERENCE: LazyLock<Option<Arc<Catalog>>> =
    LazyLock::new(|| catalog::bundled().ok().map(Arc::new));

/// What a run prints and how it ends.
pub struct Outcome {
    pub output: String,
    pub errors: String,
    pub code: u8,
}

/// A document with what the engine says of it.
pub struct Checked {
    pub document: Document,
    pub analysis: Analysis,
}

/// Runs the command; prints nothing itself.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Outcome {
    match arguments::read(arguments) {
        Ok(Task::Help) => printed(usage::help()),
        Ok(Task::Version) => printed(usage::version()),
        Ok(Task::ListExporters) => printed(usage::exporters()),
        Ok(Task::Check(request)) => check(&request).unwrap_or_else(|message| wrong_use(&message)),
        Err(message) => wrong_use(&message),
    }
}

fn printed(output: String) -> Outcome {
    Outcome {
        output,
        errors: String::new(),
        code: NO_ERROR,
    }
}

fn wrong_use(message: &str) -> Outcome {
    let errors =
        format!("iam-policy-check: {message}\n`iam-policy-check --help` shows how it is used.\n");
    Outcome {
        output: String::new(),
        errors,
        code: WRONG_USE,
    }
}

fn check(request: &Request) -> Result<Outcome, String> {
    let accepted = accepted::read_all(&request.accept)?;
    let (documents, unreadable) = read(request);
    if request.prints_document() && documents.len() > 1 {
        return Err(several(&documents));
    }
    let checked = analysed(request, &accepted, documents)?;
    let mut outcome = match request {
        Request {
            compare_with: Some(with),
            ..
        } => compared::print(request, with, &checked)?,
        _ if request.placeholders => printed(placeholders_json::print(&checked)),
        _ if request.prints_document() => repaired::print(request, &checked),
        _ => findings(request, &checked),
    };
    if unreadable.is_empty() && request.prints_findings() {
        outcome
            .errors
            .push_str(&accepted::left_over(&accepted, &checked));
    }
    for message in &unreadable {
        outcome.errors.push_str(&format!(
            "iam-policy-check: {}\n",
            findings_text::printable(message)
        ));
        outcome.code = WRONG_USE;
    }
    Ok(outcome)
}

fn several(documents: &[Document]) -> String {
    let file = documents.first().map_or("", |document| &document.file);
    let count = documents.len();
    format!("`--fix` and `--export` print one document, and {file} holds {count}.")
}

fn read(request: &Request) -> (Vec<Document>, Vec<String>) {
    let (mut documents, mut unreadable) = (Vec::new(), Vec::new());
    for file in documents::read_all(&request.files) {
        match file {
            Ok(found) => documents.extend(found),
            Err(message) => unreadable.push(message),
        }
    }
    (documents, unreadable)
}

/// The documents with the values of `--set`, which must fit.
fn analysed(
    request: &Request,
    accepted: &[Acceptance],
    documents: Vec<Document>,
) -> Result<Vec<Checked>, String> {
    let analyse = |document: Document, values: &Values| {
        let analysis = analysis(request, accepted, &document, values);
        Checked { document, analysis }
    };
    let bare: Vec<Checked> = documents
        .into_iter()
        .map(|one| analyse(one, &Values::default()))
        .collect();
    if request.values.is_empty() || bare.is_empty() {
        return Ok(bare);
    }
    let analyses: Vec<&Analysis> = bare.iter().map(|one| &one.analysis).collect();
    let values = values::for_documents(&request.values, &analyses)?;
    let filled: Vec<Checked> = bare
        .into_iter()
        .map(|one| analyse(one.document, &values))
        .collect();
    match filled
        .iter()
        .find_map(|one| values::refused(&request.values, &one.analysis))
    {
        Some(message) => Err(message),
        None => Ok(filled),
    }
}

/// What the engine says of a document under the request's options, which count more than what its file says.
fn analysis(
    request: &Request,
    accepted: &[Acceptance],
    document: &Document,
    values: &Values,
) -> Analysis {
    let place = document.place.as_ref();
    let said = place
        .and_then(|place| place.kind)
        .map_or(KindChoice::Auto, KindChoice::Set);
    let asked = request.kind_choice();
    let is_asked = asked != KindChoice::Auto;
    Analysis::new(AnalysisRequest {
        text: &document.text,
        declared: &[],
        values,
        kind: if is_asked { asked } else { said },
        attachment: match is_asked {
            true => request.attachment,
            false => place.and_then(|place| place.attachment),
        },
        options: Options {
            require_filled: request.require_filled,
            ..Options::default()
        },
        catalog: REFERENCE.as_ref(),
        accepted,
    })
}

fn findings(request: &Request, checked: &[Checked]) -> Outcome {
    let output = match request.format {
        Format::Text => findings_text::print(checked),
        Format::Json => findings_json::print(checked),
        Format::Sarif => findings_sarif::print(checked),
    };
    let analyses = checked.iter().map(|one| &one.analysis);
    Outcome {
        output,
        errors: String::new(),
        code: code(analyses),
    }
}

/// How a run ends that leaves these analyses.
pub fn code<'a>(mut analyses: impl Iterator<Item = &'a Analysis>) -> u8 {
    if analyses.any(|analysis| analysis.verdict().errors > 0) {
        ERRORS_FOUND
    } else {
        NO_ERROR
    }
}
