//! The actions by which a role is taken on, and who can use which.

use super::reach::action_covers;
use crate::engine::policy::{Element, IdentityProvider, Policy, Principal, Statement};

/// Who asks for a role, as far as it decides by which action.
///
/// Source: AWS STS API Reference, "AssumeRole", "AssumeRoleWithSAML" and "AssumeRoleWithWebIdentity", 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asker {
    /// An account, user, role or service.
    Known,
    /// A user whom a SAML provider vouches for.
    Saml,
    /// A user whom an OIDC provider vouches for.
    WebIdentity,
}

impl Asker {
    pub const ALL: [Self; 3] = [Self::Known, Self::Saml, Self::WebIdentity];

    /// Who the principal is; `None` for everybody, and for a provider that cannot be read.
    pub fn of(principal: &Principal) -> Option<Self> {
        let name = &*principal.entry.text;
        match (&*principal.type_name, name) {
            (_, "*") => None,
            ("AWS" | "Service" | "CanonicalUser", _) => Some(Self::Known),
            ("Federated", _) => match IdentityProvider::read(name)? {
                IdentityProvider::Saml => Some(Self::Saml),
                IdentityProvider::Oidc(_) => Some(Self::WebIdentity),
            },
            _ => None,
        }
    }

    /// The action by which this one takes on a role.
    pub fn action(self) -> &'static str {
        match self {
            Self::Known => "sts:AssumeRole",
            Self::Saml => "sts:AssumeRoleWithSAML",
            Self::WebIdentity => "sts:AssumeRoleWithWebIdentity",
        }
    }

    /// Who uses the action; `None` for any other action and for patterns.
    pub fn using(action: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|asker| asker.action().eq_ignore_ascii_case(action))
    }
}

/// Whether the statement grants the action, by name or by a pattern.
pub(super) fn grants(statement: &Statement, action: &str) -> bool {
    let is_granted = |element| {
        statement
            .entries(element)
            .any(|entry| action_covers(&entry.text, action))
    };
    statement.allows()
        && if statement.has(Element::NotAction) {
            !is_granted(Element::NotAction)
        } else {
            is_granted(Element::Action)
        }
}

/// Whether some statement of the policy grants the action.
pub(super) fn is_granted_somewhere(policy: &Policy, action: &str) -> bool {
    let mut statements = policy.statements().iter();
    statements.any(|statement| grants(statement, action))
}
