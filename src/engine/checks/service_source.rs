//! On whose behalf a service acts, as the statements that let services in tell it.

use crate::engine::policy::{Entry, KeyTest, Statement};

/// The keys that say for which account, organization or resource a service acts.
///
/// Source: IAM User Guide, "The confused deputy problem", 2026.
pub(super) const SOURCE_KEYS: [&str; 4] = [
    "aws:SourceArn",
    "aws:SourceAccount",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
];

/// A key that some services set to the account they act for, from before there was `aws:SourceAccount`.
pub(super) const OLD_SOURCE_KEY: &str = "aws:Referer";

/// Keys that a service never sets, by the service.
///
/// Source: the one case that IAM Access Analyzer's documentation names, 2025; AWS publishes no list.
pub(super) const NEVER_SET: [(&str, &str); 1] =
    [("cloudfront.amazonaws.com", "aws:PrincipalOrgID")];

/// The services that an allowing statement lets in; none for any other statement.
pub(super) fn services_let_in<'t>(statement: &Statement<'t>) -> Vec<Entry<'t>> {
    if !statement.allows() {
        return Vec::new();
    }
    let principals = statement.principals().into_iter();
    principals
        .filter(|principal| principal.type_name == "Service")
        .map(|principal| principal.entry)
        .collect()
}

/// Whether a test says on whose behalf the service acts.
pub(super) fn names_source(test: &KeyTest) -> bool {
    SOURCE_KEYS.iter().any(|key| test.is_about(key))
}
