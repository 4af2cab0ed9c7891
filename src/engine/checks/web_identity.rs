//! Statements of trust policies that let in users of an OIDC provider.

use std::collections::BTreeSet;

use super::context::Context;
use crate::engine::policy::{Entry, IdentityProvider, KeyTest, Statement};
use crate::engine::syntax::NodeId;

/// The issuer of the tokens of GitHub Actions.
///
/// Source: GitHub Docs, "Configuring OpenID Connect in Amazon Web Services", 2025.
pub(super) const GITHUB: &str = "token.actions.githubusercontent.com";

/// A provider that a statement lets in.
pub(super) struct WebIdentity<'c> {
    pub statement: &'c Statement<'c>,
    /// The principal that names the provider.
    pub entry: Entry<'c>,
    /// The host of the provider, with its path: the beginning of its condition keys.
    pub issuer: String,
}

/// The OIDC providers that the statements of a trust policy let in, in the order of the text.
///
/// Left out are names that still hold a placeholder.
pub(super) fn web_identities<'c>(ctx: &'c Context) -> impl Iterator<Item = WebIdentity<'c>> {
    let allowing = ctx.policy.statements().iter().filter(|one| one.allows());
    allowing.flat_map(move |statement| {
        let named = statement.principals().into_iter();
        named.filter_map(move |principal| {
            let issuer = match IdentityProvider::read(&principal.entry.text)? {
                IdentityProvider::Oidc(issuer) => issuer.to_owned(),
                IdentityProvider::Saml => return None,
            };
            let is_provider =
                principal.type_name == "Federated" && ctx.is_settled(principal.entry.node);
            is_provider.then_some(WebIdentity {
                statement,
                entry: principal.entry,
                issuer,
            })
        })
    })
}

impl<'c> WebIdentity<'c> {
    /// The tests of one claim of the provider's tokens: `sub`, `aud`, …
    pub fn tests_of(&self, claim: &str) -> impl Iterator<Item = KeyTest<'c>> + use<'c> {
        let key = format!("{}:{claim}", self.issuer);
        self.statement
            .tests()
            .filter(move |test| test.is_about(&key))
    }
}

/// The first mention of GitHub Actions in each statement that lets it in.
pub(super) fn github_actions<'c>(ctx: &'c Context) -> impl Iterator<Item = WebIdentity<'c>> {
    let mut last = None;
    web_identities(ctx)
        .filter(|identity| identity.issuer.eq_ignore_ascii_case(GITHUB))
        .filter(move |identity| {
            let statement = identity.statement.node;
            last.replace(statement) != Some(statement)
        })
}

/// The issuers whose claims a statement tests, in lower case: its condition keys up to the last colon.
pub(super) fn tested_issuers(statement: &Statement) -> BTreeSet<String> {
    let issuer = |test: KeyTest| {
        let (issuer, _) = test.key.rsplit_once(':')?;
        Some(issuer.to_ascii_lowercase())
    };
    statement.tests().filter_map(issuer).collect()
}

/// The claims that say for which application a token was made; `oaud` is Google's.
///
/// Source: IAM User Guide, "Available keys for AWS OIDC federation", 2025.
const AUDIENCE_CLAIMS: [&str; 2] = ["aud", "oaud"];

/// The tests of an audience of a provider that the statement lets in, in the order of the text.
pub(super) fn audience_tests<'c>(ctx: &'c Context) -> impl Iterator<Item = &'c KeyTest<'c>> {
    let let_in: BTreeSet<(NodeId, String)> = web_identities(ctx)
        .map(|identity| {
            (
                identity.statement.node,
                identity.issuer.to_ascii_lowercase(),
            )
        })
        .collect();
    ctx.policy.tests().iter().filter(move |test| {
        test.key.rsplit_once(':').is_some_and(|(issuer, claim)| {
            AUDIENCE_CLAIMS.contains(&claim)
                && let_in.contains(&(test.statement.node, issuer.to_ascii_lowercase()))
        })
    })
}
