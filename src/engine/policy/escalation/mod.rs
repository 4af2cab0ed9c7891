//! Published ways from some permissions to more: privilege escalation.
//!
//! A path is known by the actions it needs, all of them; what is said about it is said in this project's own words.
//! The tables are by what is used: IAM itself, a role that is passed to a service, a role that something runs under already.
//! Left out is what can no longer be walked, such as the paths through AWS CodeStar, which ended on 31 July 2024.

mod passed_role;
mod running_role;
mod through_iam;

use super::action::ActionPattern;
use super::arn::{Arn, ArnField};
use super::wildcard::has_wildcard;

/// What a path uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// Permissions, groups, boundaries, trust or credentials are changed in IAM or in IAM Identity Center.
    Iam,
    /// A role is handed to a service, which then does what it is told to under that role; needs `iam:PassRole`.
    PassedRole {
        /// The service that has to trust the role, and that `iam:PassedToService` names.
        to: &'static str,
    },
    /// Something that runs under a role already is told what to do.
    RunningRole,
}

/// One way to get more permissions than one was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EscalationPath {
    /// What has to be allowed, all of it, in the order of use; at least one.
    pub actions: &'static [&'static str],
    /// What it uses.
    pub means: Means,
    /// What it comes to, as the rest of a sentence that began with the actions.
    pub does: &'static str,
    /// How the resource part begins of the ARNs that its actions take, such as `role`; `None` where they take several types.
    pub on: Option<&'static str>,
    /// Whether a condition on `iam:PermissionsBoundary` can keep it within bounds.
    pub knows_boundary: bool,
}

impl EscalationPath {
    const fn new(means: Means, actions: &'static [&'static str], does: &'static str) -> Self {
        Self {
            actions,
            means,
            does,
            on: None,
            knows_boundary: false,
        }
    }

    /// The name under which it is known: its actions, joined by ` + `.
    pub fn name(&self) -> String {
        self.actions.join(" + ")
    }

    /// The service whose action it begins with.
    pub fn service(&self) -> Option<&'static str> {
        ActionPattern::new(self.actions.first()?).service()
    }

    /// Whether an entry of `Resource` may name something that its actions work on.
    pub fn may_work_on(&self, resource: &str) -> bool {
        let Some(on) = self.on else {
            return true;
        };
        match Arn::cut(resource).field(ArnField::Resource) {
            Some(named) => {
                let fixed = named.split(['*', '?', '$']).next().unwrap_or_default();
                let start = format!("{on}/");
                start.starts_with(fixed) || fixed.starts_with(&start)
            }
            None => has_wildcard(resource),
        }
    }
}

/// Every path: through IAM, by passing a role, by a role that something runs under.
pub fn escalation_paths() -> impl Iterator<Item = &'static EscalationPath> {
    let tables = [through_iam::PATHS, passed_role::PATHS, running_role::PATHS];
    tables.into_iter().flatten()
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::engine::catalog::bundled;
    use std::collections::BTreeSet;

    #[test]
    fn every_path_is_known_by_actions_that_exist() {
        let catalog = bundled().expect("the bundled reference");
        let mut names = BTreeSet::new();
        for path in escalation_paths() {
            for action in path.actions {
                let known = action
                    .split_once(':')
                    .and_then(|(prefix, name)| catalog.action(prefix, name));
                let spelled = known.map(|known| known.to_string());
                assert_eq!(spelled.as_deref(), Some(*action), "{}", path.name());
            }
            assert!(names.insert(path.name()), "{} stands twice", path.name());
        }
    }

    #[test]
    fn a_path_works_on_resources_of_its_type_alone() {
        let path = |name: &str| escalation_paths().find(|path| path.name() == name);
        let attaching = path("iam:AttachRolePolicy").expect("the path");
        for (resource, works) in [
            ("*", true),
            ("arn:aws:iam::*", true),
            ("arn:aws:iam::1:*", true),
            ("arn:aws:iam::1:ro*", true),
            ("arn:aws:iam::1:role/a", true),
            ("arn:aws:iam::aws:policy/ReadOnlyAccess", false),
            ("arn:aws:iam::1:user/*", false),
            ("role/a", false),
        ] {
            assert_eq!(attaching.may_work_on(resource), works, "{resource}");
        }
    }

    #[test]
    fn a_service_is_named_exactly_where_a_role_is_passed() {
        for path in escalation_paths() {
            let passes = path.actions.first() == Some(&"iam:PassRole");
            match path.means {
                Means::PassedRole { to } => {
                    assert!(passes && to.ends_with(".amazonaws.com"), "{}", path.name());
                }
                _ => assert!(!passes, "{}", path.name()),
            }
        }
    }
}
