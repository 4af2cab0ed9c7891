//! The names that a format asks for: of the policy, and of what it is attached to.

use super::input::ExportInput;
use super::target;
use crate::engine::policy::Attachment;

/// A name that has to be known before a policy can be attached.
#[derive(Debug, PartialEq, Eq)]
pub struct Need {
    /// Lower snake case; also the name of the parameter in its place.
    pub id: &'static str,
    /// What its field is called.
    pub label: &'static str,
    /// What to enter, as one sentence or two.
    pub help: &'static str,
    /// The id of the placeholder type that judges it.
    pub type_id: &'static str,
}

/// The name of the policy, which has a default.
pub(super) static POLICY_NAME: Need = Need {
    id: "policy_name",
    label: "Policy name",
    help: "Enter what the policy is to be called.",
    type_id: "policy-name",
};

/// What such a policy needs in a format that creates these places itself, in the order of the page's fields.
pub(super) fn of(input: &ExportInput<'_>, created: &[Attachment]) -> Vec<&'static Need> {
    let named = has_a_name(input.place()).then_some(&POLICY_NAME);
    let exists = !created.contains(&input.place());
    let target = target::need(input).filter(|_| exists);
    named.into_iter().chain(target).collect()
}

/// Whether a policy has a name of its own where it is attached.
pub(super) fn has_a_name(place: Attachment) -> bool {
    matches!(
        place,
        Attachment::Managed
            | Attachment::Boundary
            | Attachment::InlineUser
            | Attachment::InlineGroup
            | Attachment::InlineRole
            | Attachment::Scp
            | Attachment::Rcp
            | Attachment::LogsResourcePolicy
            | Attachment::SesIdentityPolicy
    )
}
