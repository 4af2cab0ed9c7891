//! A check as a rule, with its documentation.

use iam_policy_editor::engine::checks::{Check, FindingType, documentation, section};
use serde_json::{Value, json};

/// The rule that a check is.
pub fn describe(check: &Check) -> Value {
    let plain = |heading| section(check, heading).trim().to_owned();
    let mut rule = json!({
        "id": check.code,
        "shortDescription": { "text": check.title },
        "fullDescription": { "text": plain("What it checks") },
        "help": { "text": plain("Why it matters"), "markdown": documentation(check) },
        "defaultConfiguration": { "level": level(check.finding_type) },
        "properties": {
            "findingType": check.finding_type.id(),
            "source": check.source.id(),
            "tags": tags(check.finding_type),
        },
    });
    if let Some(address) = check.learn_more {
        rule["helpUri"] = json!(address);
    }
    rule
}

/// How serious a finding is, in SARIF's words.
pub fn level(finding_type: FindingType) -> &'static str {
    match finding_type {
        FindingType::Error => "error",
        FindingType::SecurityWarning | FindingType::Warning => "warning",
        FindingType::Suggestion => "note",
    }
}

/// The tags that code scanning filters by.
fn tags(finding_type: FindingType) -> &'static [&'static str] {
    match finding_type {
        FindingType::SecurityWarning => &["aws-iam", "security"],
        _ => &["aws-iam"],
    }
}
