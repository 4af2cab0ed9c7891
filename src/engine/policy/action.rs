//! Action names such as `s3:GetObject`, and the patterns over them.

use super::wildcard::covers_in_any_case;

/// An entry of `Action` or `NotAction`: a service prefix and a name, either of which may hold wildcards.
///
/// Both parts are compared without case.
/// Source: IAM User Guide, "IAM JSON policy elements: Action", 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionPattern<'a> {
    text: &'a str,
}

impl<'a> ActionPattern<'a> {
    /// Reads any text; one without a colon has no service prefix.
    pub fn new(text: &'a str) -> Self {
        Self { text }
    }

    /// The part before the colon; `None` where there is no colon, as in `*`.
    pub fn service(self) -> Option<&'a str> {
        self.text.split_once(':').map(|(service, _)| service)
    }

    /// The part after the colon, or all of a text without one.
    pub fn name(self) -> &'a str {
        self.text
            .split_once(':')
            .map_or(self.text, |(_, name)| name)
    }

    /// Whether the pattern matches every action of every service: `*`, `*:*`, `**`.
    pub fn is_everything(self) -> bool {
        let all_stars = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte == b'*');
        all_stars(self.name()) && self.service().is_none_or(all_stars)
    }

    /// Whether this is an action by which a role is taken on: `sts:AssumeRole`, `sts:AssumeRoleWithSAML`, …
    pub fn assumes_a_role(self) -> bool {
        let starts = self
            .name()
            .get(..ASSUME_ROLE.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(ASSUME_ROLE));
        starts && self.is_of_sts()
    }

    /// Whether the service prefix is `sts`.
    pub fn is_of_sts(self) -> bool {
        self.service()
            .is_some_and(|service| service.eq_ignore_ascii_case("sts"))
    }
}

/// Whether an entry of `Action` covers an action or another entry, compared without case.
pub fn action_covers(entry: &str, action: &str) -> bool {
    covers_in_any_case(entry, action)
}

const ASSUME_ROLE: &str = "AssumeRole";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_service_and_name() {
        let action = ActionPattern::new("s3:GetObject");
        assert_eq!((action.service(), action.name()), (Some("s3"), "GetObject"));
        let action = ActionPattern::new("*");
        assert_eq!((action.service(), action.name()), (None, "*"));
    }

    #[test]
    fn knows_the_patterns_that_match_everything() {
        for text in ["*", "**", "*:*"] {
            assert!(ActionPattern::new(text).is_everything(), "{text}");
        }
        for text in ["", ":", "s3:*", "*:Get*", "?"] {
            assert!(!ActionPattern::new(text).is_everything(), "{text}");
        }
    }

    #[test]
    fn knows_the_actions_that_assume_a_role() {
        for text in [
            "sts:AssumeRole",
            "STS:assumerole",
            "sts:AssumeRoleWithWebIdentity",
            "sts:AssumeRole*",
        ] {
            assert!(ActionPattern::new(text).assumes_a_role(), "{text}");
        }
        for text in ["sts:TagSession", "s3:AssumeRole", "sts:*", "AssumeRole"] {
            assert!(!ActionPattern::new(text).assumes_a_role(), "{text}");
        }
    }
}
