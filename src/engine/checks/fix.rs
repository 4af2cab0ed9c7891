//! Ways to mend a finding, as edits that somebody else applies.

use super::access::Access;
use crate::engine::meaning::AccessEffect;
use crate::engine::text::{Edit, Edits};

/// Whether a fix may be made without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FixKind {
    /// The one unambiguous way to mend an error of syntax or spelling, the meaning unchanged.
    Repair,
    /// Anything else: a person decides.
    Choice,
}

impl FixKind {
    /// The name in the output of the command.
    pub fn id(self) -> &'static str {
        match self {
            Self::Repair => "repair",
            Self::Choice => "choice",
        }
    }
}

/// One way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as the label of a button.
    pub title: String,
    /// Whether it may be made without asking.
    pub kind: FixKind,
    /// What it does to the access the policy gives.
    pub access: Access,
    /// The changes to the text the finding was made for; empty where a template is offered.
    pub edits: Edits,
    /// The id of a template that is offered in the policy's place.
    pub template: Option<&'static str>,
    /// Whether it is right only if the AWS reference is, so that it is never *same access*.
    pub rests_on_reference: bool,
}

impl Fix {
    /// The one way to mend an error of syntax or spelling; `None` when the edits overlap.
    pub(super) fn repair(
        title: impl Into<String>,
        edits: impl IntoIterator<Item = Edit>,
    ) -> Option<Self> {
        Self::new(title.into(), FixKind::Repair, AccessEffect::Same, edits)
    }

    /// A way that a person has to choose; `None` when the edits overlap.
    pub(super) fn choice(
        title: impl Into<String>,
        edits: impl IntoIterator<Item = Edit>,
    ) -> Option<Self> {
        Self::new(title.into(), FixKind::Choice, AccessEffect::Unknown, edits)
    }

    /// A choice that is right only if what the AWS reference says of a name or a type is.
    pub(super) fn choice_by_reference(
        title: impl Into<String>,
        edits: impl IntoIterator<Item = Edit>,
    ) -> Option<Self> {
        let choice = Self::choice(title, edits)?;
        Some(Self {
            rests_on_reference: true,
            ..choice
        })
    }

    /// A template in the place of the policy, by its id.
    pub(super) fn template(title: impl Into<String>, id: &'static str) -> Self {
        Self {
            title: title.into(),
            kind: FixKind::Choice,
            access: Access::Known(AccessEffect::Unknown),
            edits: Edits::default(),
            template: Some(id),
            rests_on_reference: false,
        }
    }

    fn new(
        title: String,
        kind: FixKind,
        access: AccessEffect,
        edits: impl IntoIterator<Item = Edit>,
    ) -> Option<Self> {
        let edits = Edits::new(edits.into_iter().collect())?;
        Some(Self {
            title,
            kind,
            access: Access::Known(access),
            edits,
            template: None,
            rests_on_reference: false,
        })
    }
}
