//! A finding as a result.

use iam_policy_editor::engine::checks::{Finding, Fix};
use iam_policy_editor::engine::text::Edit;
use serde_json::{Value, json};

use super::place::Places;
use super::rule::level;

/// The result for a finding; `rule` is the place of its rule in the list of rules, from 0.
///
/// SARIF wants `suppressions` in every result of a run or in none, so one that nobody accepted has an empty list.
pub fn describe(finding: &Finding, rule: Option<&usize>, places: &Places) -> Value {
    let spans: Vec<_> = finding.locations.iter().map(|place| place.span).collect();
    let (first, further) = spans.split_at(spans.len().min(1));
    let located =
        |spans: &[_]| -> Value { spans.iter().map(|span| places.location(*span)).collect() };
    let fixes = finding.fixes.iter().filter_map(|one| fix(one, places));
    json!({
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": level(finding.finding_type),
        "message": { "text": message(finding) },
        "locations": located(first),
        "relatedLocations": located(further),
        "fixes": fixes.collect::<Value>(),
        "suppressions": suppressions(finding),
        "properties": { "findingType": finding.finding_type.id(), "source": finding.source.id() },
    })
}

/// What is wrong, why it matters and what to do; viewers that show little show the first sentence.
fn message(finding: &Finding) -> String {
    let sentences = [&finding.message, &finding.why, &finding.help];
    let sentences = sentences.into_iter().filter(|words| !words.is_empty());
    sentences.cloned().collect::<Vec<String>>().join(" ")
}

/// A fix as changes of the file; `None` where it has none, as when it offers a template.
fn fix(fix: &Fix, places: &Places) -> Option<Value> {
    let edits = places.document.edits_in_file(fix)?;
    let replacements = edits.iter().map(|edit| replacement(edit, places));
    (!edits.is_empty()).then(|| {
        json!({
            "description": { "text": fix.title },
            "artifactChanges": [{
                "artifactLocation": places.artifact,
                "replacements": replacements.collect::<Value>(),
            }],
            "properties": { "kind": fix.kind.id(), "access": places.analysis.effect_of(fix).id() },
        })
    })
}

fn replacement(edit: &Edit, places: &Places) -> Value {
    json!({
        "deletedRegion": places.region(edit.span),
        "insertedContent": { "text": edit.text },
    })
}

/// An acceptance comes from a file beside the policy, which SARIF calls external.
fn suppressions(finding: &Finding) -> Value {
    let accepted = finding.accepted.iter();
    accepted
        .map(|reason| json!({ "kind": "external", "status": "accepted", "justification": reason }))
        .collect()
}
