//! How a check is declared: its facts and its documentation in one place.

use super::context::Context;
use super::finding::{Finding, FindingType, Location, Source};
use crate::engine::policy::PolicyKind;

/// A check, as it stands in the list.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The name of its findings: upper case words joined by underscores; never reused for another check.
    pub code: &'static str,
    /// The heading of its documentation.
    pub title: &'static str,
    /// How serious its findings are, unless an option says otherwise.
    pub finding_type: FindingType,
    /// Whose check it is.
    pub source: Source,
    /// The kinds of policies it looks at; empty for all.
    pub kinds: &'static [PolicyKind],
    /// Its documentation for policy authors, in Markdown: one blank before each line as doc comments have it.
    ///
    /// The page does without it, for the sake of its size.
    #[cfg(not(target_family = "wasm"))]
    pub docs: &'static str,
    /// Whether some of its findings come with a fix.
    pub has_fix: bool,
    /// A page of AWS's documentation about it.
    pub learn_more: Option<&'static str>,
    /// Looks at a policy and adds what it finds.
    pub run: fn(&Context, &mut Vec<Finding>),
}

impl Check {
    /// Whether the check looks at policies of this kind.
    pub fn looks_at(&self, kind: PolicyKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// A finding of this check: the places, then what is wrong, why it matters and what to do.
    pub(super) fn finding(
        &self,
        locations: impl IntoIterator<Item = Location>,
        message: impl Into<String>,
        why: impl Into<String>,
        help: impl Into<String>,
    ) -> Finding {
        Finding {
            code: self.code,
            finding_type: self.finding_type,
            source: self.source,
            message: message.into(),
            why: why.into(),
            help: help.into(),
            locations: locations.into_iter().collect(),
            fixes: Vec::new(),
            learn_more: self.learn_more,
            accepted: None,
        }
    }
}

/// Declares the constant `CHECK` of a check's file.
///
/// The doc comment is the check's page: *What it checks*, *Why it matters*, *Invalid*, *Valid*, *Source* as headings,
/// the examples as fenced blocks, which the tests run.
macro_rules! declare_check {
    (
        $(#[doc = $line:literal])+
        $code:ident {
            title: $title:literal,
            finding_type: $finding_type:ident,
            source: $source:ident,
            kinds: $kinds:expr,
            has_fix: $has_fix:literal,
            learn_more: $learn_more:expr,
            run: $run:path $(,)?
        }
    ) => {
        $(#[doc = $line])+
        pub(super) const CHECK: $crate::engine::checks::Check = $crate::engine::checks::Check {
            code: stringify!($code),
            title: $title,
            finding_type: $crate::engine::checks::FindingType::$finding_type,
            source: $crate::engine::checks::Source::$source,
            kinds: $kinds,
            #[cfg(not(target_family = "wasm"))]
            docs: concat!($($line, "\n"),+),
            has_fix: $has_fix,
            learn_more: $learn_more,
            run: $run,
        };
    };
}
pub(super) use declare_check;

/// The address of a page of the IAM User Guide, from its file name on.
macro_rules! user_guide {
    ($page:literal) => {
        Some(concat!(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/",
            $page
        ))
    };
}
pub(super) use user_guide;

/// The address of Access Analyzer's own words about a check, by the end of its anchor, such as `error-invalid-effect`.
macro_rules! analyzer_reference {
    ($check:literal) => {
        Some(concat!(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
            "#access-analyzer-reference-policy-checks-",
            $check
        ))
    };
}
pub(super) use analyzer_reference;
