//! The checks as a page for policy authors, and the examples on it.

use super::CHECKS;
use super::declare::Check;
use super::finding::Source;

/// The examples of a check's documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examples {
    /// Policies that the check reports, each at least once.
    pub invalid: Vec<String>,
    /// Policies in which no check finds anything.
    pub valid: Vec<String>,
}

/// The fenced blocks under the headings *Invalid* and *Valid*, in order.
///
/// `A×10300` in an example stands for so many letters.
pub fn examples(check: &Check) -> Examples {
    Examples {
        invalid: blocks(&section(check, "Invalid")),
        valid: blocks(&section(check, "Valid")),
    }
}

/// The page: an overview, then the documentation of every check, in Markdown.
pub fn reference() -> String {
    let mut page = String::from(INTRODUCTION);
    for check in CHECKS {
        page.push_str(&format!(
            "| [`{}`](#{}) | {} | {} |\n",
            check.code,
            anchor(check),
            check.finding_type.id(),
            origin(check)
        ));
    }
    for check in CHECKS {
        page.push_str(&entry(check));
    }
    page
}

const INTRODUCTION: &str = "\
# Checks

This page is written by `cargo xtask docs` from the declarations of the checks; its examples are run by the tests.

An `ERROR` means that AWS rejects the policy.
The codes and types are those of IAM Access Analyzer where it has the check.

| Code | Type | Checked by |
| --- | --- | --- |
";

fn anchor(check: &Check) -> String {
    check.code.to_ascii_lowercase()
}

fn origin(check: &Check) -> &'static str {
    match check.source {
        Source::AccessAnalyzer => "Access Analyzer and this editor",
        Source::Editor => "this editor",
    }
}

fn entry(check: &Check) -> String {
    let kinds: Vec<&str> = check.kinds.iter().map(|kind| kind.label()).collect();
    let kinds = if kinds.is_empty() {
        "all kinds of policies".to_owned()
    } else {
        kinds.join(", ")
    };
    let fix = if check.has_fix {
        "offers fixes"
    } else {
        "offers no fix"
    };
    let facts = format!(
        "**{}** · {} · {kinds} · {fix}",
        check.title,
        check.finding_type.id()
    );
    let body = documentation(check)
        .replace("\n## ", "\n### ")
        .replacen("## ", "### ", 1);
    format!("\n## {}\n\n{facts}\n\n{body}", check.code)
}

/// The documentation of a check in Markdown, without the blank that doc comments put before each line.
pub fn documentation(check: &Check) -> String {
    let unindented = check
        .docs
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    unindented.flat_map(|line| [line, "\n"]).collect()
}

/// What stands under a heading of a check's documentation; nothing where there is no such heading.
pub fn section(check: &Check, heading: &str) -> String {
    let text = documentation(check);
    let mut lines = text
        .lines()
        .skip_while(|line| line.strip_prefix("## ") != Some(heading));
    lines.next();
    lines
        .take_while(|line| !line.starts_with("## "))
        .flat_map(|line| [line, "\n"])
        .collect()
}

fn blocks(section: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in section.lines() {
        open = match (open.take(), line.starts_with("```")) {
            (None, true) => Some(String::new()),
            (None, false) => None,
            (Some(block), true) => {
                blocks.push(spelled_out(&block));
                None
            }
            (Some(block), false) => Some(block + line + "\n"),
        };
    }
    blocks
}

/// The example with so many letters in the place of `A×10300`.
fn spelled_out(example: &str) -> String {
    let Some((before, after)) = example.split_once("A×") else {
        return example.to_owned();
    };
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    let rest = after.strip_prefix(digits.as_str()).unwrap_or_default();
    format!(
        "{before}{}{rest}",
        "A".repeat(digits.parse().unwrap_or_default())
    )
}
