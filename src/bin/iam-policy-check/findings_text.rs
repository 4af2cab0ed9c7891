//! Findings for people: one line each, as compilers print them.

use iam_policy_editor::engine::analysis::{Analysis, NOT_LOOKED_AT, Verdict};
use iam_policy_editor::engine::checks::{Finding, Fix, FixKind};
use iam_policy_editor::engine::text::{LineIndex, Span};

use crate::run::Checked;

/// The findings of each document, its verdict and who may do what after them, and last what it rests on and what was not looked at.
pub fn print(checked: &[Checked]) -> String {
    let mut text = String::new();
    for Checked { document, analysis } in checked {
        let index = LineIndex::new(document.whole());
        let findings = analysis.findings().iter();
        let start = |finding: &Finding| document.origin(start_of(finding)).start;
        let entries =
            findings.map(|finding| entry(&document.file, &index, start(finding), finding));
        text.extend(entries);
        text.push_str(&verdict_line(&document.label(), &analysis.verdict()));
        text.push_str(&who_may_do_what(analysis));
    }
    if let Some(one) = checked.first() {
        text.push_str(&format!("{}\n", one.analysis.rests_on()));
        text.push_str(NOT_LOOKED_AT);
        text.push('\n');
    }
    text
}

/// The findings with why they matter and what to do, in the places of `text`.
pub fn lines<'a>(file: &str, text: &str, findings: impl Iterator<Item = &'a Finding>) -> String {
    let index = LineIndex::new(text);
    findings
        .map(|finding| entry(file, &index, start_of(finding).start, finding))
        .collect()
}

/// What to expect from AWS, and which values are missing.
pub fn verdict_line(file: &str, verdict: &Verdict) -> String {
    let values = verdict.values.as_ref().map(|values| format!(" {values}."));
    format!(
        "{}: {}.{}\n",
        printable(file),
        verdict.sentence,
        values.unwrap_or_default()
    )
}

fn who_may_do_what(analysis: &Analysis) -> String {
    let text = analysis.summary().map(|summary| summary.text());
    let lines = text.iter().flat_map(|text| text.lines());
    lines
        .map(|line| format!("    {}\n", printable(line)))
        .collect()
}

/// The first of a finding's places.
fn start_of(finding: &Finding) -> Span {
    let first = finding.locations.first();
    first.map_or(Span::at(0), |location| location.span)
}

fn entry(file: &str, index: &LineIndex, start: usize, finding: &Finding) -> String {
    let position = index.position(start);
    let (line, column) = (position.line, position.column + 1);
    let (kind, code) = (finding.finding_type.id(), finding.code);
    let headline = format!("{file}:{line}:{column}: {kind} {code} {}", finding.message);
    let details = [&finding.why, &finding.help]
        .into_iter()
        .filter(|detail| !detail.is_empty())
        .cloned();
    let fixes = finding.fixes.iter().map(fix_line);
    let indented = details
        .chain(fixes)
        .map(|detail| format!("    {}\n", printable(&detail)));
    format!("{}\n{}", printable(&headline), indented.collect::<String>())
}

fn fix_line(fix: &Fix) -> String {
    let by = match fix.kind {
        FixKind::Repair => "--fix does this",
        FixKind::Choice => "your choice",
    };
    format!("Fix: {} ({by}, {})", fix.title, fix.access.label())
}

/// The text on one line and without control characters, which could rewrite a terminal.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if letter.is_control() {
                letter.escape_unicode().to_string()
            } else {
                letter.to_string()
            }
        })
        .collect()
}
