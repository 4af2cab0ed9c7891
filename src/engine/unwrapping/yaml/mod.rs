//! YAML, read by the core schema of version 1.2 and made JSON, so that one reader finds the policies in either.

mod indentation;
mod nodes;
mod scalars;
mod writer;

use super::excerpt::Excerpt;
use super::json;
use super::paste::{Notation, Source, counted, quoted};
use crate::engine::text::{Edit, Edits, LineIndex, Span};
use indentation::Misplaced;
use nodes::{Nodes, Problem};
use writer::Refusal;

/// What a YAML text gives.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub sources: Vec<Source>,
    /// Why it cannot be read, in a sentence.
    pub problem: Option<String>,
}

/// Whether a text may be YAML with a policy in it: it begins with a name or a list, and a line names a part of a policy.
pub(super) fn may_be(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines.clone().next().unwrap_or_default();
    let begins = first.starts_with("- ")
        || first.starts_with("---")
        || first.starts_with('%')
        || first.contains(": ")
        || first.ends_with(':');
    let names = |line: &str| {
        let name = line
            .trim_start_matches("- ")
            .split(':')
            .next()
            .unwrap_or_default();
        NAMES.contains(&name.trim_matches(['"', '\'']))
    };
    begins && !first.starts_with(['{', '[']) && lines.any(names)
}

/// Names that stand on lines of their own in YAML with a policy in it.
const NAMES: [&str; 14] = [
    "Statement",
    "Statements",
    "statements",
    "iamRoleStatements",
    "Effect",
    "PolicyDocument",
    "AssumeRolePolicyDocument",
    "AWSTemplateFormatVersion",
    "Resources",
    "Action",
    "Principal",
    "KeyPolicy",
    "Policies",
    "Resource",
];

/// The sources in a YAML text; indentation that breaks it is mended first.
///
/// `lines` are those of the pasted text, for sentences that name a line.
pub(super) fn read(text: &Excerpt, lines: &LineIndex) -> Read {
    let (text, mut done) = with_plain_blanks(text);
    let (text, nodes) = match nodes::read(text.text()) {
        Ok(nodes) => (text, nodes),
        Err(problem) => match mended(&text, lines) {
            Some((mended, nodes, sentences)) => {
                done.extend(sentences);
                (mended, nodes)
            }
            None => return failed(&text, &problem, lines),
        },
    };
    of_nodes(&text, &nodes, &done)
}

fn of_nodes(text: &Excerpt, nodes: &Nodes, done: &[String]) -> Read {
    let mut read = Read::default();
    let comments = comments(text.text(), nodes);
    for document in &nodes.documents {
        let json = match writer::json(text, nodes, *document) {
            Ok(json) => json,
            Err(refusal) => {
                read.problem = Some(refused(refusal).to_owned());
                continue;
            }
        };
        read.sources.extend(json::source(json, Notation::Yaml));
    }
    if let ([source], [_]) = (read.sources.as_mut_slice(), nodes.documents.as_slice()) {
        source.span = text.origin(Span::new(0, text.text().len()));
    }
    if let Some(first) = read.sources.first_mut() {
        first.done.splice(0..0, done.iter().cloned());
        first.left_aside.extend(comments);
    }
    read
}

/// JSON has no comments, so that they stay behind.
fn comments(text: &str, nodes: &Nodes) -> Option<String> {
    let scalars = nodes
        .list
        .iter()
        .filter(|node| matches!(node.kind, nodes::Kind::Scalar { .. }));
    let mut scalars = scalars.map(|node| node.span).peekable();
    let mut count = 0;
    for (at, line) in
        super::copying::lines(text).filter(|(_, line)| line.trim_start().starts_with('#'))
    {
        let begins = at + line.len() - line.trim_start().len();
        while scalars.next_if(|span| span.end <= begins).is_some() {}
        let in_text = scalars.peek().is_some_and(|span| span.contains(begins));
        count += usize::from(!in_text);
    }
    let comments = counted(count, "comment", "comments");
    (count > 0).then(|| format!("Left out {comments}: JSON has none."))
}

/// The text with its blocks moved to where they belong, if that makes it YAML.
fn mended(text: &Excerpt, lines: &LineIndex) -> Option<(Excerpt, Nodes, Vec<String>)> {
    let misplaced = indentation::misplaced(text.text());
    let edited = text.edited(&Misplaced::edits(&misplaced));
    let nodes = nodes::read(edited.text())
        .ok()
        .filter(|_| !misplaced.is_empty())?;
    let sentence = |one: &Misplaced| {
        let blanks = counted(one.by, "blank", "blanks");
        let line = original_line(text, one.at, lines);
        format!(
            "Moved {} on line {line} {blanks} to the left, under {}.",
            quoted(&one.name),
            quoted(&one.beside)
        )
    };
    Some((edited, nodes, misplaced.iter().map(sentence).collect()))
}

/// The line of the pasted text on which a place of an excerpt stands.
fn original_line(text: &Excerpt, at: usize, lines: &LineIndex) -> usize {
    lines.position(text.origin(Span::at(at)).start).line
}

fn failed(text: &Excerpt, problem: &Problem, lines: &LineIndex) -> Read {
    let line = original_line(text, problem.at, lines);
    Read {
        sources: Vec::new(),
        problem: Some(format!(
            "This looks like YAML, and cannot be read: on line {line}, {}.",
            problem.what
        )),
    }
}

fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooMuch => "The aliases of this YAML repeat so much that it was not written out.",
        Refusal::KeyWithoutText => {
            "This YAML has a list or a mapping as a key, which JSON cannot have."
        }
    }
}

/// The text with ordinary blanks for no-break spaces and for the tabs before its lines, without invisible characters.
fn with_plain_blanks(text: &Excerpt) -> (Excerpt, Vec<String>) {
    let mut edits = Vec::new();
    let mut at_start = true;
    for (at, letter) in text.text().char_indices() {
        let span = Span::new(at, at + letter.len_utf8());
        match letter {
            '\u{A0}' | '\u{202F}' => edits.push(Edit::replace(span, " ")),
            '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => edits.push(Edit::delete(span)),
            '\t' if at_start => edits.push(Edit::replace(span, "  ")),
            _ => {}
        }
        at_start = letter == '\n' || (at_start && letter.is_whitespace());
    }
    let places = counted(
        edits.len(),
        "space that YAML does not allow",
        "spaces that YAML does not allow",
    );
    let done = (!edits.is_empty()).then(|| format!("Replaced or removed {places}."));
    (
        text.edited(&Edits::new(edits).unwrap_or_default()),
        done.into_iter().collect(),
    )
}
