//! One code block of a docs page, for readers who fill it in: its template, what its author declares, what its reader typed.

use std::sync::Arc;

use crate::engine::checks::FindingType;
use crate::engine::credentials;
use crate::engine::highlight::{self, Highlight};
use crate::engine::placeholders::{
    self, Class, Declaration, FillMode, Filled, Placeholder, ValueState, Values,
};
use crate::engine::syntax::{self, Tree};
use crate::engine::text::Span;

/// A policy with stand-ins, and the values that its reader has for them. Nothing is checked here.
///
/// It knows no more than filling in needs, so that the page of a docs site has little to load.
#[derive(Debug, Clone)]
pub struct Block {
    template: Arc<Tree>,
    placeholders: Vec<Placeholder>,
    states: Vec<ValueState>,
    values: Values,
    shown: Filled,
}

/// How far a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockStatus {
    /// Every value is there: the policy can be copied.
    Ready,
    /// A value is missing.
    Incomplete,
    /// A value cannot be used.
    Error,
}

impl BlockStatus {
    /// `ready`, `incomplete` or `error`.
    pub fn id(self) -> &'static str {
        match self {
            BlockStatus::Ready => "ready",
            BlockStatus::Incomplete => "incomplete",
            BlockStatus::Error => "error",
        }
    }
}

impl Block {
    /// Reads a template; `declared` is what its author says about its stand-ins.
    pub fn new(text: &str, declared: &[Declaration], values: Values) -> Self {
        let template = Arc::new(syntax::parse(text));
        let placeholders = placeholders::recognise(&template, declared);
        Self::filled(template, placeholders, values)
    }

    fn filled(template: Arc<Tree>, placeholders: Vec<Placeholder>, values: Values) -> Self {
        let states = placeholders
            .iter()
            .map(|one| placeholders::value_state(one, &values))
            .collect();
        let shown = placeholders::fill(&template, &placeholders, &values, FillMode::Shown);
        Block {
            template,
            placeholders,
            states,
            values,
            shown,
        }
    }

    /// The block with other values; those of names that no stand-in has wait for a text that asks for them.
    #[must_use]
    pub fn with_values(&self, values: Values) -> Self {
        Self::filled(self.template.clone(), self.placeholders.clone(), values)
    }

    /// The block with what was typed for the placeholder of this name.
    ///
    /// # Errors
    /// The kinds of credentials in it, as words for a sentence; such a value is kept nowhere.
    pub fn with_value(&self, name: &str, value: &str) -> Result<Self, String> {
        let mut values = self.values.clone();
        values.by_name.insert(name.to_owned(), value.to_owned());
        let next = self.with_values(values);
        let beside_its_name = format!("{name}={value}");
        match credentials_in(&beside_its_name).or_else(|| credentials_in(&next.shown.text)) {
            Some(found) => Err(found),
            None => Ok(next),
        }
    }

    /// The template, as it stands on the page.
    pub fn text(&self) -> &str {
        self.template.text()
    }

    /// The values, as typed.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// The template with the values in place; what is missing stands as written.
    pub fn shown(&self) -> &Filled {
        &self.shown
    }

    /// The stand-ins, in the order of first use.
    pub fn placeholders(&self) -> &[Placeholder] {
        &self.placeholders
    }

    /// What is known of the value of each placeholder, in the same order.
    pub fn states(&self) -> &[ValueState] {
        &self.states
    }

    /// Whether the policy can be copied.
    pub fn status(&self) -> BlockStatus {
        let is_bad = |state: &ValueState| matches!(state, ValueState::Invalid(_));
        match self.first_gap() {
            _ if self.states.iter().any(is_bad) => BlockStatus::Error,
            Some(_) => BlockStatus::Incomplete,
            None => BlockStatus::Ready,
        }
    }

    /// The first placeholder whose value is missing or cannot be used; samples and vendors' accounts may stay as they are.
    pub fn first_gap(&self) -> Option<&Placeholder> {
        let mut pairs = self.placeholders.iter().zip(&self.states);
        let gap = pairs.find(|(placeholder, state)| match state {
            ValueState::Unfilled => placeholder.class == Class::Placeholder,
            ValueState::Invalid(_) => true,
            ValueState::Valid(_) => false,
        });
        gap.map(|(placeholder, _)| placeholder)
    }

    /// The shown text in runs that are drawn alike, with what was found in it; spans in its bytes.
    pub fn highlights(&self, findings: Vec<(Span, FindingType)>) -> Vec<Highlight> {
        let marks = self.shown.marks();
        match *self.shown.text == *self.text() {
            true => highlight::highlights(&self.template, marks, findings),
            false => highlight::highlights(&syntax::parse(&self.shown.text), marks, findings),
        }
    }
}

/// What of a text is a credential, in words; `None` where nothing is.
fn credentials_in(text: &str) -> Option<String> {
    let found = credentials::find(text);
    found.first().map(|first| first.kind.describe().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::<BUCKET>/*"}]}"#;

    fn block() -> Block {
        Block::new(POLICY, &[], Values::default())
    }

    /// The block with a value that is taken.
    fn filled(name: &str, value: &str) -> Block {
        block().with_value(name, value).unwrap_or_else(|_| block())
    }

    #[test]
    fn is_ready_once_every_value_is_there() {
        let block = block();
        assert_eq!(block.status(), BlockStatus::Incomplete);
        assert_eq!(block.first_gap().map(|gap| &*gap.name), Some("bucket"));
        let filled = filled("bucket", "my-bucket");
        assert_eq!(filled.status(), BlockStatus::Ready);
        assert!(filled.shown().text.contains("arn:aws:s3:::my-bucket/*"));
        assert_eq!(filled.text(), POLICY);
    }

    #[test]
    fn a_value_that_cannot_be_used_is_an_error() {
        let block = filled("bucket", "My Bucket");
        assert_eq!(block.status(), BlockStatus::Error);
    }

    #[test]
    fn a_credential_is_kept_out() {
        let secret = ["AKIA", "Q3EXTFPLYWQ7ABCD"].concat();
        let refused = block().with_value("bucket", &secret).map(|_| ());
        assert_eq!(refused, Err("an access key ID".to_owned()));
    }

    #[test]
    fn a_declared_stand_in_is_one_whatever_it_looks_like() {
        let declared = Declaration::marking("s3:GetObject", "what", "free-text");
        let block = Block::new(POLICY, &[declared], Values::default());
        let names: Vec<&str> = block.placeholders().iter().map(|one| &*one.name).collect();
        assert_eq!(names, ["what", "bucket"]);
    }

    #[test]
    fn runs_cover_the_shown_text() {
        let block = filled("bucket", "my-bucket");
        let runs = block.highlights(Vec::new());
        let length: usize = runs.iter().map(|run| run.span.len()).sum();
        assert_eq!(length, block.shown().text.len());
        assert!(runs.iter().any(|run| run.placeholder.is_some()));
    }
}
