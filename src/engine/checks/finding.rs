//! What a check reports.

use super::fix::Fix;
use crate::engine::syntax::Path;
use crate::engine::text::Span;

/// How serious a finding is, most serious first; the names are Access Analyzer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingType {
    /// AWS refuses the policy, or a part of it has no effect.
    Error,
    /// The policy gives more than it should.
    SecurityWarning,
    /// The policy works, but not as it should.
    Warning,
    /// The policy could be better.
    Suggestion,
}

impl FindingType {
    /// Every type, most serious first.
    pub const ALL: [Self; 4] = [
        Self::Error,
        Self::SecurityWarning,
        Self::Warning,
        Self::Suggestion,
    ];

    /// The name in Access Analyzer's results.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "ERROR",
            Self::SecurityWarning => "SECURITY_WARNING",
            Self::Warning => "WARNING",
            Self::Suggestion => "SUGGESTION",
        }
    }

    /// The heading on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "Errors",
            Self::SecurityWarning => "Security",
            Self::Warning => "Warnings",
            Self::Suggestion => "Suggestions",
        }
    }
}

/// Whose check it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// IAM Access Analyzer has a check of this code.
    AccessAnalyzer,
    /// Only this editor has it.
    Editor,
}

impl Source {
    /// The name in the output of the command.
    pub fn id(self) -> &'static str {
        match self {
            Self::AccessAnalyzer => "access-analyzer",
            Self::Editor => "editor",
        }
    }
}

/// A place that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The way to the node, in Access Analyzer's form; empty for the whole document.
    pub path: Path,
    /// The node's token, quotes and brackets included, in bytes.
    pub span: Span,
}

/// One thing that is wrong or could be better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The code of the check: upper case words joined by underscores.
    pub code: &'static str,
    /// How serious it is.
    pub finding_type: FindingType,
    /// Whose check it is.
    pub source: Source,
    /// What is the matter; text from the policy stands in backticks.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What to do about it.
    pub help: String,
    /// The places it is about, at least one; the first is the one to show.
    pub locations: Vec<Location>,
    /// Ways to mend it, the best first; may be empty.
    pub fixes: Vec<Fix>,
    /// A page of AWS's documentation about it.
    pub learn_more: Option<&'static str>,
    /// Why a person accepts it; no check says so.
    pub accepted: Option<String>,
}

impl Finding {
    /// Adds a way to mend it, behind those it has; `None` adds nothing.
    pub(super) fn mended_by(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fixes.extend(fix.into());
        self
    }

    /// Where the first location stands.
    pub fn span(&self) -> Span {
        self.locations
            .first()
            .map(|location| location.span)
            .unwrap_or_default()
    }
}
