//! The IDs of VPCs and of their endpoints, which differ by their prefix only.

use super::conditions::rename_key;
use super::context::Context;
use super::fix::Fix;
use crate::engine::policy::{Entry, KeyTest, OperatorFamily, has_variable, has_wildcard};

/// What follows the prefix of an ID has one of these numbers of letters and digits.
///
/// Source: Amazon EC2 User Guide, "Resource IDs", 2025.
const LENGTHS: [usize; 2] = [8, 17];

/// The values a key is compared with that do not begin with this prefix and go on as an ID does; in the order of the text.
///
/// A pattern, a policy variable or a stand-in without a value is no ID yet.
pub(super) fn values_of_another_form<'c>(
    ctx: &'c Context,
    key: &'static str,
    prefix: &'static str,
) -> impl Iterator<Item = (&'c KeyTest<'c>, Entry<'c>)> {
    let tests = ctx
        .policy
        .tests()
        .iter()
        .filter(move |test| test.is_about(key) && !test.is_of(OperatorFamily::Null));
    let values = tests.flat_map(|test| test.entries().map(move |entry| (test, entry)));
    values.filter(move |(_, entry)| {
        let is_literal = !has_wildcard(&entry.text) && !has_variable(&entry.text);
        is_literal && ctx.is_settled(entry.node) && !is_id(&entry.text, prefix)
    })
}

fn is_id(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|id| {
        LENGTHS.contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Uses the key of the other kind of ID where the only value is one.
pub(super) fn with_key(ctx: &Context, test: &KeyTest, key: &str, prefix: &str) -> Option<Fix> {
    let fits = is_id(&test.only_entry()?.text, prefix);
    let edit = rename_key(ctx.tree, test, key).filter(|_| fits)?;
    Fix::choice(format!("Test {key}"), [edit])
}
