//! The stand-ins of each document, as JSON.

use iam_policy_editor::engine::placeholders::{Placeholder, Use};
use serde_json::{Value, json};

use crate::contents::Document;
use crate::run::Checked;

/// An array with one object for each document, in order.
pub fn print(checked: &[Checked]) -> String {
    let documents: Value = checked.iter().map(document).collect();
    format!("{documents:#}\n")
}

fn document(Checked { document, analysis }: &Checked) -> Value {
    let placeholders = analysis.placeholders().iter();
    let placeholders: Value = placeholders.map(|one| placeholder(one, document)).collect();
    json!({ "file": document.file, "placeholders": placeholders })
}

fn placeholder(placeholder: &Placeholder, document: &Document) -> Value {
    json!({
        "name": placeholder.name,
        "type": placeholder.kind.id,
        "text": placeholder.written,
        "spans": placeholder.uses.iter().map(|one| span(one, document)).collect::<Value>(),
        "class": placeholder.class.id(),
    })
}

fn span(one: &Use, document: &Document) -> Value {
    let span = document.origin(one.span);
    json!({ "start": span.start, "end": span.end })
}
