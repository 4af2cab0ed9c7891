//! Characters that AWS accepts nowhere in a policy.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::{Finding, Location};
use super::fix::Fix;
use crate::engine::syntax::{NodeId, NodeKind};
use crate::engine::text::{Edit, Span};

declare_check! {
    /// ## What it checks
    ///
    /// The strings of the policy consist of the characters that AWS accepts: those up to `ÿ` (U+00FF).
    /// Everything beyond is reported: typographic quotes and dashes, line separators, invisible characters, other scripts.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a policy with any other character.
    /// Many of them look like ordinary ones, or like nothing, and come along when text is copied from a web page.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn–s3–demo–bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM API Reference, CreatePolicyVersion, pattern of `PolicyDocument`, 2025.
    INVALID_CHARACTER {
        title: "Invalid character",
        finding_type: Error,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_grammar.html"),
        run: run,
    }
}

const LAST_ACCEPTED: char = '\u{ff}';

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let mut current: Option<(NodeId, Vec<Stranger>)> = None;
    for stranger in strangers(ctx) {
        let Some(string) = ctx
            .tree
            .node_at(stranger.span.start)
            .filter(|node| is_inside(ctx, *node, stranger.span))
        else {
            continue;
        };
        match &mut current {
            Some((node, strangers)) if *node == string => strangers.push(stranger),
            _ => findings.extend(
                current
                    .replace((string, vec![stranger]))
                    .map(|found| finding(ctx, found)),
            ),
        }
    }
    findings.extend(current.map(|found| finding(ctx, found)));
}

/// A character that AWS does not accept.
struct Stranger {
    character: char,
    span: Span,
}

/// The characters that AWS does not accept, in the order of the text.
fn strangers(ctx: &Context) -> impl Iterator<Item = Stranger> {
    let text: &str = ctx.tree.text();
    let is_possible = !text.is_ascii();
    let characters = text
        .char_indices()
        .filter(move |(_, character)| is_possible && *character > LAST_ACCEPTED);
    characters.map(|(at, character)| Stranger {
        character,
        span: Span::new(at, at + character.len_utf8()),
    })
}

/// Whether the place is between the quotes of a string; elsewhere the character is an error of syntax.
fn is_inside(ctx: &Context, node: NodeId, span: Span) -> bool {
    ctx.tree.kind(node) == NodeKind::String && ctx.tree.content_span(node).covers(span)
}

fn finding(ctx: &Context, (string, strangers): (NodeId, Vec<Stranger>)) -> Finding {
    let path = ctx.location(string).path;
    let places = strangers.iter().map(|stranger| Location {
        path: path.clone(),
        span: stranger.span,
    });
    let finding = CHECK.finding(
        places,
        message(&strangers),
        "AWS rejects a policy with characters beyond U+00FF, even where they look like ordinary ones.",
        "Replace them by plain characters, or remove them.",
    );
    finding.mended_by(replacement(&strangers))
}

fn message(strangers: &[Stranger]) -> String {
    let first = strangers
        .first()
        .map(|stranger| stranger.character)
        .unwrap_or_default();
    let shown = if plain(first) == Some("") {
        String::new()
    } else {
        format!("`{first}` ")
    };
    let named = format!("{shown}(U+{:04X})", u32::from(first));
    match strangers.len() {
        1 => format!("This string has a character that AWS does not accept: {named}."),
        count => {
            format!("This string has {count} characters that AWS does not accept, first {named}.")
        }
    }
}

/// Replaces every character, where each has a plain relative.
fn replacement(strangers: &[Stranger]) -> Option<Fix> {
    let edits: Option<Vec<Edit>> = strangers
        .iter()
        .map(|stranger| Some(Edit::replace(stranger.span, plain(stranger.character)?)))
        .collect();
    Fix::choice("Write plain characters", edits?)
}

/// What a person would have typed; empty for a character that cannot be seen.
fn plain(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{2018}'..='\u{201b}' | '\u{2032}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{2033}' => "\\\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2026}' => "...",
        '\u{2217}' | '\u{ff0a}' => "*",
        '\u{ff1a}' => ":",
        '\u{2044}' | '\u{2215}' => "/",
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn one_finding_a_string_names_each_character() {
        check(
            &CHECK,
            "{\"Statement\": {\"Sid\": \"a«–»b«\u{2028}»\", \"Resource\": [\"«ж»\", \"é ÿ\"]}}",
        );
        check(&CHECK, "{\"A«–»\": 1}");
    }

    #[test]
    fn leaves_what_stands_outside_strings_to_the_errors_of_syntax() {
        check_clean(&CHECK, "{\u{200b}\u{201c}Version\u{201d}: –}");
        check_clean(&CHECK, r#"{"Version": "\u2013"}"#);
    }

    #[test]
    fn writes_what_a_person_would_have_typed() {
        check_fix(
            &CHECK,
            "{\"Statement\": {\"Resource\": \"a\u{200b}–“b”\u{ff0a}\"}}",
            "{\"Statement\": {\"Resource\": \"a-\\\"b\\\"*\"}}",
        );
    }
}
