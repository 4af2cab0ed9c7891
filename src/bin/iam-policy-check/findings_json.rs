//! Findings as JSON, in the shape of Access Analyzer's own.

use iam_policy_editor::engine::checks::{Finding, Fix, Location};
use iam_policy_editor::engine::syntax::{Path, PathStep};
use iam_policy_editor::engine::text::{Edit, LineIndex, Position, Span};
use serde_json::{Value, json};

use crate::contents::Document;
use crate::run::Checked;

/// An array with one object for each document, in order.
pub fn print(checked: &[Checked]) -> String {
    let documents: Value = checked.iter().map(document).collect();
    format!("{documents:#}\n")
}

fn document(checked: &Checked) -> Value {
    let Checked { document, analysis } = checked;
    let index = LineIndex::new(document.whole());
    let findings: Value = analysis
        .findings()
        .iter()
        .map(|one| finding(one, checked, &index))
        .collect();
    json!({
        "file": document.file,
        "line": document.place.as_ref().map_or(1, |place| place.line),
        "name": document.place.as_ref().map(|place| &place.name),
        "policyType": analysis.kind().id(),
        "findings": findings,
    })
}

fn finding(finding: &Finding, checked: &Checked, index: &LineIndex) -> Value {
    let document = &checked.document;
    let mut object = json!({
        "findingType": finding.finding_type.id(),
        "issueCode": finding.code,
        "findingDetails": finding.message,
        "source": finding.source.id(),
        "locations": finding.locations.iter().map(|one| location(one, document, index)).collect::<Value>(),
        "fixes": finding.fixes.iter().filter_map(|one| fix(one, checked)).collect::<Value>(),
    });
    if let Some(reason) = &finding.accepted {
        object["accepted"] = json!({ "reason": reason });
    }
    object
}

fn location(location: &Location, document: &Document, index: &LineIndex) -> Value {
    json!({ "path": path(&location.path), "span": span(document.origin(location.span), index) })
}

fn path(Path(steps): &Path) -> Value {
    let step = |step: &PathStep| match step {
        PathStep::Value(name) => json!({ "value": name }),
        PathStep::Index(index) => json!({ "index": index }),
        PathStep::Key(name) => json!({ "key": name }),
    };
    steps.iter().map(step).collect()
}

fn span(span: Span, index: &LineIndex) -> Value {
    json!({ "start": position(index.position(span.start)), "end": position(index.position(span.end)) })
}

fn position(position: Position) -> Value {
    json!({ "line": position.line, "column": position.column, "offset": position.offset })
}

/// A fix with its edits in the file; `None` where the file does not have the text that it changes.
fn fix(fix: &Fix, Checked { document, analysis }: &Checked) -> Option<Value> {
    let edits = document.edits_in_file(fix)?;
    Some(json!({
        "title": fix.title,
        "kind": fix.kind.id(),
        "access": analysis.effect_of(fix).id(),
        "edits": edits.iter().map(edit).collect::<Value>(),
    }))
}

fn edit(edit: &Edit) -> Value {
    json!({ "start": edit.span.start, "end": edit.span.end, "text": edit.text })
}
