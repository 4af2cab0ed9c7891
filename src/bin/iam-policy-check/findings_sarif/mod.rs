//! Findings as SARIF 2.1.0 (OASIS standard, March 2020), which code scanning of Git hosts and editors read.

mod place;
mod result;
mod rule;

use std::collections::BTreeMap;

use iam_policy_editor::engine::checks::{CHECKS, Check};
use iam_policy_editor::engine::text::LineIndex;
use serde_json::{Value, json};

use crate::run::Checked;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log with one run: the rules that were broken, ordered by code, the files in order, and a result for each finding.
pub fn print(checked: &[Checked]) -> String {
    let rules = Rules::of(checked);
    let files = files(checked);
    let results = checked.iter().flat_map(|one| results(one, &files, &rules));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "iam-policy-check",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.broken.iter().map(|check| rule::describe(check)).collect::<Value>(),
            }},
            "artifacts": files.iter().map(|file| artifact(file)).collect::<Value>(),
            "results": results.collect::<Value>(),
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
        }],
    });
    format!("{log:#}\n")
}

/// The checks that found something, ordered by code.
struct Rules {
    broken: Vec<&'static Check>,
    numbers: BTreeMap<&'static str, usize>,
}

impl Rules {
    fn of(checked: &[Checked]) -> Self {
        let findings = checked.iter().flat_map(|one| one.analysis.findings());
        let codes: Vec<&str> = findings.map(|finding| finding.code).collect();
        let broken = CHECKS.iter().filter(|check| codes.contains(&check.code));
        let broken: Vec<&Check> = broken.collect();
        let numbers = broken.iter().enumerate();
        Rules {
            numbers: numbers
                .map(|(number, check)| (check.code, number))
                .collect(),
            broken,
        }
    }
}

/// The files, each once, in the order in which they were named.
fn files(checked: &[Checked]) -> Vec<&str> {
    let mut files: Vec<&str> = Vec::new();
    for Checked { document, .. } in checked {
        if !files.contains(&document.file.as_str()) {
            files.push(&document.file);
        }
    }
    files
}

fn artifact(file: &str) -> Value {
    json!({ "location": { "uri": place::uri(file) }, "roles": ["analysisTarget"] })
}

fn results(checked: &Checked, files: &[&str], rules: &Rules) -> Vec<Value> {
    let Checked { document, analysis } = checked;
    let number = files.iter().position(|file| *file == document.file);
    let places = place::Places {
        document,
        analysis,
        artifact: json!({ "uri": place::uri(&document.file), "index": number }),
        index: LineIndex::new(document.whole()),
    };
    let findings = analysis.findings().iter();
    findings
        .map(|finding| result::describe(finding, rules.numbers.get(finding.code), &places))
        .collect()
}
