//! Says where a policy belongs, before it is pasted into the wrong box.

use super::State;
use crate::engine::policy::{Attachment, PolicyKind};

impl State {
    /// Where the active policy belongs, as a sentence.
    ///
    /// `None` where there is no text or it is not checked, and for an identity policy that goes where identity policies go.
    pub fn kind_hint(&self) -> Option<String> {
        if self.unchecked || self.analysis.verdict().is_empty {
            return None;
        }
        let kind = self.analysis.kind();
        let fits = Attachment::for_kind(kind).contains(&self.attachment()?);
        let is_usual = kind == PolicyKind::Identity && fits;
        (!is_usual).then(|| place_of(kind).to_owned())
    }
}

fn place_of(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => {
            "This is an identity policy: it belongs in the Permissions tab of a user, group or role."
        }
        PolicyKind::Trust => {
            "This is a trust policy: it belongs in the role's Trust relationships tab."
        }
        PolicyKind::Resource => {
            "This is a resource policy: it belongs in the settings of the resource, such as the bucket's Permissions tab."
        }
        PolicyKind::Scp => {
            "This is a service control policy: it belongs in AWS Organizations, not in IAM."
        }
        PolicyKind::Rcp => {
            "This is a resource control policy: it belongs in AWS Organizations, not in IAM."
        }
        PolicyKind::Boundary => {
            "This is a permissions boundary: set it as the boundary of a user or role; by itself it allows nothing."
        }
        PolicyKind::Session => {
            "This is a session policy: it goes along with the call that starts the session and is stored nowhere."
        }
        PolicyKind::Endpoint => {
            "This is an endpoint policy: it belongs in the Policy tab of the VPC endpoint."
        }
    }
}
