//! The stand-ins of each document, as JSON.

use iam_policy_editor::engine::placeholders::{Placeholder, Use};
use serde_json::{Value, json};

use crate::run::Checked;

/// An array with one object for each document, in order.
pub fn print(checked: &[Checked]) -> String {
    let documents: Value = checked.iter().map(document).collect();
    format!("{documents:#}\n")
}

fn document(Checked { document, analysis }: &Checked) -> Value {
    let placeholders: Value = analysis.placeholders().iter().map(placeholder).collect();
    json!({ "file": document.file, "placeholders": placeholders })
}

fn placeholder(placeholder: &Placeholder) -> Value {
    json!({
        "name": placeholder.name,
        "type": placeholder.kind.id,
        "text": placeholder.written,
        "spans": placeholder.uses.iter().map(span).collect::<Value>(),
        "class": placeholder.class.id(),
    })
}

fn span(one: &Use) -> Value {
    json!({ "start": one.span.start, "end": one.span.end })
}
