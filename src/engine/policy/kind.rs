//! What kind of policy a document is.

use super::action::ActionPattern;
use super::document::Policy;
use super::element::Element;
use super::statement::{Entry, Statement};
use crate::engine::syntax::Tree;

/// The kinds of policies, told apart by what they are attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyKind {
    /// Says what a user, group or role may do.
    Identity,
    /// Says who may take on a role.
    Trust,
    /// Says who may do what to the resource it is attached to.
    Resource,
    /// Limits the identities of an organization's accounts.
    Scp,
    /// Limits access to the resources of an organization's accounts.
    Rcp,
    /// Limits what one user or role can be given.
    Boundary,
    /// Limits one session.
    Session,
    /// Limits what passes through a VPC endpoint.
    Endpoint,
}

impl PolicyKind {
    /// Every kind, in the order of the page's menu.
    pub const ALL: &'static [Self] = &[
        Self::Identity,
        Self::Trust,
        Self::Resource,
        Self::Scp,
        Self::Rcp,
        Self::Boundary,
        Self::Session,
        Self::Endpoint,
    ];

    /// The name in files, links and options: one lower case word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Trust => "trust",
            Self::Resource => "resource",
            Self::Scp => "scp",
            Self::Rcp => "rcp",
            Self::Boundary => "boundary",
            Self::Session => "session",
            Self::Endpoint => "endpoint",
        }
    }

    /// The kind with this [`PolicyKind::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }

    /// The name for the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Identity => "Identity policy",
            Self::Trust => "Trust policy",
            Self::Resource => "Resource policy",
            Self::Scp => "Service control policy",
            Self::Rcp => "Resource control policy",
            Self::Boundary => "Permissions boundary",
            Self::Session => "Session policy",
            Self::Endpoint => "VPC endpoint policy",
        }
    }
}

/// Whether the kind is to be found out or has been said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KindChoice {
    /// Take what [`recognise_kind`] says.
    #[default]
    Auto,
    /// Take this kind.
    Set(PolicyKind),
}

/// The kind a document looks like: [`PolicyKind::Identity`], [`PolicyKind::Trust`] or [`PolicyKind::Resource`].
///
/// A document where at least half of the statements name a principal is a trust or resource policy;
/// the first of those statements decides which.
/// The other kinds look like one of these three and can only be said.
pub fn recognise_kind(tree: &Tree) -> PolicyKind {
    kind_of(&Policy::new(tree))
}

/// [`recognise_kind`] for a document that has been read already.
pub fn kind_of(policy: &Policy) -> PolicyKind {
    let statements = policy.statements();
    let with_principal = statements
        .iter()
        .filter(|statement| names_a_principal(statement));
    let Some(first) = with_principal.clone().next() else {
        return PolicyKind::Identity;
    };
    if with_principal.count() * 2 < statements.len() {
        return PolicyKind::Identity;
    }
    if is_about_taking_on_a_role(first) {
        PolicyKind::Trust
    } else {
        PolicyKind::Resource
    }
}

fn names_a_principal(statement: &Statement) -> bool {
    statement.has(Element::Principal) || statement.has(Element::NotPrincipal)
}

fn is_about_taking_on_a_role(statement: &Statement) -> bool {
    let mut actions = statement.entries(Element::Action).peekable();
    if actions.peek().is_none() {
        return !statement.has(Element::Resource) && !statement.has(Element::NotResource);
    }
    let is_of_sts = |action: &Entry| ActionPattern::new(&action.text).is_of_sts();
    match statement.has(Element::Resource) {
        true => actions.all(|action| is_of_sts(&action)),
        false => actions.any(|action| is_of_sts(&action)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    #[test]
    fn every_kind_comes_back_by_its_id() {
        for kind in PolicyKind::ALL {
            assert_eq!(PolicyKind::from_id(kind.id()), Some(*kind));
        }
        assert_eq!(PolicyKind::from_id("auto"), None);
    }

    #[test]
    fn tells_identity_trust_and_resource_policies_apart() {
        let table = [
            ("", PolicyKind::Identity),
            ("[]", PolicyKind::Identity),
            (r#"{"Statement": []}"#, PolicyKind::Identity),
            (
                r#"{"Statement": {"Action": "s3:*", "Resource": "*"}}"#,
                PolicyKind::Identity,
            ),
            (
                r#"{"Statement": [{"Principal": "*", "Action": "sts:AssumeRole"}]}"#,
                PolicyKind::Trust,
            ),
            (
                r#"{"Statement": [{"Principal": "*", "Action": ["sts:TagSession"], "Resource": "*"}]}"#,
                PolicyKind::Trust,
            ),
            (
                r#"{"Statement": [{"Principal": "*", "Action": ["s3:*", "sts:AssumeRole"], "Resource": "*"}]}"#,
                PolicyKind::Resource,
            ),
            (r#"{"Statement": [{"Principal": "*"}]}"#, PolicyKind::Trust),
            (
                r#"{"Statement": [{"Principal": "*", "Action": "s3:GetObject"}]}"#,
                PolicyKind::Resource,
            ),
            (
                r#"{"Statement": [{"NotPrincipal": {}, "NotAction": "s3:*", "Resource": "*"}]}"#,
                PolicyKind::Resource,
            ),
            (
                r#"{"Statement": [{"Principal": "*", "Action": "s3:*"}, {"Effect": "Deny"}]}"#,
                PolicyKind::Resource,
            ),
            (
                r#"{"Statement": [{}, {"Principal": "*", "Action": "s3:*"}, {}]}"#,
                PolicyKind::Identity,
            ),
        ];
        for (text, kind) in table {
            assert_eq!(recognise_kind(&parse(text)), kind, "{text}");
        }
    }
}
