//! Condition keys whose values must not be left open, and the places in a value that are.

use crate::engine::policy::{KeyTest, Relation, ValuePart, value_parts};

/// Keys that name one account, organization, VPC or endpoint, so that any pattern lets strangers in.
///
/// Source: IAM Access Analyzer, policy check reference, 2025.
const SENSITIVE: [&str; 10] = [
    "aws:PrincipalAccount",
    "aws:PrincipalOrgID",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:SourceAccount",
    "aws:SourceOrgID",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:VpceAccount",
    "aws:VpceOrgID",
];

/// Keys whose patterns need some text directly in front of each open place.
///
/// AWS does not publish the list; this key is the one that its findings are known for, as of 2026.
const GUARDED: [&str; 1] = ["token.actions.githubusercontent.com:sub"];

/// How many characters must stand in front of an open place in the value of a guarded key.
///
/// Source: findings of IAM Access Analyzer as published, 2026.
const GUARDING_TEXT: usize = 6;

/// What leaves a value open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// `*` or `?`
    Wildcard,
    /// A policy variable, which may hold a wildcard.
    Variable,
}

impl Opening {
    fn is(self, part: ValuePart) -> bool {
        match self {
            Self::Wildcard => matches!(part, ValuePart::Wildcards(_)),
            Self::Variable => matches!(part, ValuePart::Variable(text) if !is_of_aws(text)),
        }
    }
}

/// Whether AWS alone decides what a policy variable stands for, so that nobody can put a wildcard in: an account, an organization, a VPC.
///
/// Source: AWS managed policy AWSSecurityHubV2ServiceRolePolicy v8 of 2026-06-27, which compares `aws:ResourceAccount` by pattern with `${aws:PrincipalAccount}`.
fn is_of_aws(variable: &str) -> bool {
    let name = variable.strip_prefix("${").unwrap_or(variable);
    let name = name.strip_suffix('}').unwrap_or(name);
    SENSITIVE.iter().any(|key| key.eq_ignore_ascii_case(name))
}

/// Whether a value of the test is left open where it must not be.
pub(super) fn is_too_open(test: &KeyTest, value: &str, opening: Opening) -> bool {
    test.compares(Relation::Like) && is_too_open_as_pattern(test, value, opening)
}

/// [`is_too_open`] if the operator read its values as patterns.
pub(super) fn is_too_open_as_pattern(test: &KeyTest, value: &str, opening: Opening) -> bool {
    let has_key = |keys: &[&str]| keys.iter().any(|key| test.is_about(key));
    let parts = value_parts(value);
    if has_key(&SENSITIVE) {
        parts.iter().any(|part| opening.is(*part))
    } else if has_key(&GUARDED) {
        is_unguarded(&parts, opening)
    } else {
        test.is_about("aws:userid") && opens_user_id(&parts, opening)
    }
}

/// Whether an open place has too little text in front of it.
fn is_unguarded(parts: &[ValuePart], opening: Opening) -> bool {
    let mut characters = 0;
    for part in parts {
        match part {
            ValuePart::Text(text) => characters += text.chars().count(),
            open if opening.is(*open) && characters < GUARDING_TEXT => return true,
            _ => characters = 0,
        }
    }
    false
}

/// Whether the ID in front of the colon is open in part; only all of it may be.
fn opens_user_id(parts: &[ValuePart], opening: Opening) -> bool {
    let has_colon = |part: &&ValuePart| matches!(part, ValuePart::Text(text) if text.contains(':'));
    let left: Vec<&ValuePart> = parts.iter().take_while(|part| !has_colon(part)).collect();
    let colon = parts.get(left.len());
    let ends_at_once =
        colon.is_none_or(|part| matches!(part, ValuePart::Text(text) if text.starts_with(':')));
    let is_whole = matches!(left.as_slice(), [ValuePart::Wildcards("*")]) && ends_at_once;
    !is_whole && left.iter().any(|part| opening.is(**part))
}
