//! Findings as JSON, in the shape of Access Analyzer's own.

use iam_policy_editor::engine::checks::{Finding, Fix, Location};
use iam_policy_editor::engine::syntax::{Path, PathStep};
use iam_policy_editor::engine::text::{Edit, LineIndex, Position, Span};
use serde_json::{Value, json};

use crate::run::Checked;

/// An array with one object for each document, in order.
pub fn print(checked: &[Checked]) -> String {
    let documents: Value = checked.iter().map(document).collect();
    format!("{documents:#}\n")
}

fn document(Checked { document, analysis }: &Checked) -> Value {
    let index = LineIndex::new(&document.text);
    let findings: Value = analysis
        .findings()
        .iter()
        .map(|one| finding(one, &index))
        .collect();
    json!({
        "file": document.file,
        "line": 1,
        "name": null,
        "policyType": analysis.kind().id(),
        "findings": findings,
    })
}

fn finding(finding: &Finding, index: &LineIndex) -> Value {
    json!({
        "findingType": finding.finding_type.id(),
        "issueCode": finding.code,
        "findingDetails": finding.message,
        "source": finding.source.id(),
        "locations": finding.locations.iter().map(|one| location(one, index)).collect::<Value>(),
        "fixes": finding.fixes.iter().map(fix).collect::<Value>(),
    })
}

fn location(location: &Location, index: &LineIndex) -> Value {
    json!({ "path": path(&location.path), "span": span(location.span, index) })
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

fn fix(fix: &Fix) -> Value {
    json!({
        "title": fix.title,
        "kind": fix.kind.id(),
        "access": fix.access.id(),
        "edits": fix.edits.iter().map(edit).collect::<Value>(),
    })
}

fn edit(edit: &Edit) -> Value {
    json!({ "start": edit.span.start, "end": edit.span.end, "text": edit.text })
}
