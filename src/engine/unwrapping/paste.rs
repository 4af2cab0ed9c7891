//! What was recognised in a pasted text.

use super::excerpt::Excerpt;
use super::managed_policy::ManagedPolicy;
use crate::engine::policy::{Attachment, PolicyKind};
use crate::engine::text::Span;

/// A pasted text, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paste {
    /// What it is, in one sentence; where nothing was recognised, what the editor accepts.
    pub summary: String,
    /// Whether it is a page of Markdown, with code between other text.
    pub is_page: bool,
    /// What holds policies, in the order of the text.
    pub sources: Vec<Source>,
    /// AWS managed policies that the text names, each once; empty where it holds a policy.
    pub managed_policies: Vec<ManagedPolicy>,
    /// What was done to the text as a whole, each in one sentence.
    pub done: Vec<String>,
    /// What was left aside and why, each in one sentence.
    pub left_aside: Vec<String>,
}

/// Something that holds policies: a document, a template, a response, a block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub form: Form,
    /// How its policies are written.
    pub notation: Notation,
    /// What it is, in one sentence.
    pub sentence: String,
    /// Where it stands in the text.
    pub span: Span,
    /// The line it begins on, from 1.
    pub line: usize,
    /// The policies in it, in the order of the text.
    pub policies: Vec<FoundPolicy>,
    /// What was done to get at them, each in one sentence.
    pub done: Vec<String>,
    /// What was not understood or could not be carried over, each in one sentence.
    pub left_aside: Vec<String>,
}

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A policy as AWS takes it, or meant to be one.
    Policy,
    /// A statement without a policy around it.
    Statement,
    /// A list of statements without a policy around it.
    Statements,
    /// A CloudFormation or SAM template.
    Template,
    /// Part of such a template: a list of policies, a property.
    TemplatePart,
    /// What a command of the AWS CLI prints.
    Response,
    /// A Serverless Framework file.
    Serverless,
    /// Terraform code.
    Terraform,
    /// A shell command with a document in it.
    Shell,
}

/// How a policy is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Notation {
    /// As JSON, the way AWS takes it.
    Json,
    /// As YAML.
    Yaml,
    /// In Terraform's own language, or as JSON in it.
    Terraform,
}

/// A policy, as the text of a template: with stand-ins in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPolicy {
    /// A name to begin with, never empty.
    pub name: String,
    /// What the policy belongs to, where the text says so.
    pub owner: Option<Owner>,
    /// The kind, where the place says so.
    pub kind: Option<PolicyKind>,
    /// What the policy is attached to, where the place says so.
    pub attachment: Option<Attachment>,
    /// The policy as JSON, with the formatting of the text where it is JSON there.
    pub text: Excerpt,
    /// Where it stands in the text.
    pub span: Span,
    /// The line it begins on, from 1.
    pub line: usize,
}

/// What a policy belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// In one lower-case word or two: `role`, `user`, `group`, `managed policy`, `bucket`, `queue`, …
    pub what: &'static str,
    /// Its name, or its name in the template.
    pub id: String,
}

impl Paste {
    /// The policies of all sources, in the order of the text.
    pub fn policies(&self) -> impl Iterator<Item = &FoundPolicy> {
        self.sources.iter().flat_map(|source| &source.policies)
    }

    /// Whether the text is one policy, to be opened just as it is.
    pub fn is_bare_policy(&self, text: &str) -> bool {
        let mut policies = self.policies();
        policies
            .next()
            .is_some_and(|policy| policy.text.text() == text)
            && policies.next().is_none()
    }
}

impl FoundPolicy {
    /// Whether the policy stands in the pasted text as JSON, but for its white space.
    pub fn is_written_out_in(&self, text: &str) -> bool {
        let packed = |text: &str| text.split_whitespace().collect::<String>();
        packed(self.span.text(text)) == packed(self.text.text())
    }
}

/// `a policy`, `2 policies`.
pub(super) fn policies(count: usize) -> String {
    counted(count, "policy", "policies")
}

/// `1 comment`, `2 comments`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

/// Names in a sentence: `a`, `a and b`, `a, b and 3 more`.
pub(super) fn listed(names: &[String]) -> String {
    const MOST_NAMED: usize = 4;
    let mut words: Vec<String> = names
        .iter()
        .take(MOST_NAMED)
        .map(|name| quoted(name))
        .collect();
    match names.len().saturating_sub(MOST_NAMED) {
        0 => {}
        more => words.push(format!("{more} more")),
    }
    let last = words.pop().unwrap_or_default();
    match words.is_empty() {
        true => last,
        false => format!("{} and {last}", words.join(", ")),
    }
}

/// The user's text in backticks, on one line and no longer than a sentence bears.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let one_line = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('`', "'");
    let mut characters = one_line.chars();
    let start: String = characters.by_ref().take(LONGEST).collect();
    match characters.next() {
        Some(_) => format!("`{start}…`"),
        None => format!("`{start}`"),
    }
}
