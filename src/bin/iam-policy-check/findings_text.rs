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
        let entries = findings
            .map(|finding| entry(&document.file, &index, start(finding), finding, analysis));
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

/// Some findings of an analysis with why they matter and what to do, in the places of its text.
pub fn lines<'a>(
    file: &str,
    analysis: &Analysis,
    findings: impl Iterator<Item = &'a Finding>,
) -> String {
    let index = LineIndex::new(analysis.text());
    findings
        .map(|finding| entry(file, &index, start_of(finding).start, finding, analysis))
        .collect()
}

/// What to expect from AWS, which values are missing, and how many findings are accepted.
pub fn verdict_line(file: &str, verdict: &Verdict) -> String {
    let sentences = [
        Some(verdict.sentence.clone()),
        verdict.values.clone(),
        verdict.accepted_words(),
    ];
    let sentences: Vec<String> = sentences
        .into_iter()
        .flatten()
        .map(|words| format!("{words}."))
        .collect();
    format!("{}: {}\n", printable(file), sentences.join(" "))
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

fn entry(
    file: &str,
    index: &LineIndex,
    start: usize,
    finding: &Finding,
    analysis: &Analysis,
) -> String {
    let position = index.position(start);
    let (line, column) = (position.line, position.column + 1);
    let accepted = finding.accepted.as_ref().map_or("", |_| "ACCEPTED ");
    let (kind, code) = (finding.finding_type.id(), finding.code);
    let headline = format!(
        "{file}:{line}:{column}: {accepted}{kind} {code} {}",
        finding.message
    );
    let details: String = details(finding, analysis)
        .iter()
        .map(|detail| format!("    {}\n", printable(detail)))
        .collect();
    format!("{}\n{details}", printable(&headline))
}

/// Why it matters, what to do and the fixes; of an accepted finding, the reason instead.
fn details(finding: &Finding, analysis: &Analysis) -> Vec<String> {
    if let Some(reason) = &finding.accepted {
        return vec![format!("Accepted: {reason}")];
    }
    let words = [&finding.why, &finding.help]
        .into_iter()
        .filter(|words| !words.is_empty())
        .cloned();
    let fixes = finding.fixes.iter().map(|fix| fix_line(fix, analysis));
    words.chain(fixes).collect()
}

fn fix_line(fix: &Fix, analysis: &Analysis) -> String {
    let by = match fix.kind {
        FixKind::Repair => "--fix does this",
        FixKind::Choice => "your choice",
    };
    let access = analysis.effect_of(fix).label();
    format!("Fix: {} ({by}, {access})", fix.title)
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
