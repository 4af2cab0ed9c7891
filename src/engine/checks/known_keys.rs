//! The condition keys of a policy, as the AWS service reference knows them.

use super::context::Context;
use crate::engine::catalog::{Catalog, ConditionKey};
use crate::engine::policy::KeyTest;

/// One for each test of the policy, `None` where the reference has no such key; empty where there is no reference.
pub(super) fn known_keys<'a>(ctx: &Context<'a>) -> Vec<Option<ConditionKey<'a>>> {
    let look_up = |catalog: &'a Catalog| {
        let tests = ctx.policy.tests().iter();
        tests.map(|test| catalog.condition_key(&test.key)).collect()
    };
    ctx.catalog.map(look_up).unwrap_or_default()
}

impl<'a> Context<'a> {
    /// The tests of keys that the reference has, in the order of the text; none where there is no reference.
    ///
    /// A key with an unfilled stand-in in it counts where it belongs to a family: whatever the tag, the type is known.
    pub(super) fn known_tests(&self) -> impl Iterator<Item = (&KeyTest<'a>, ConditionKey<'a>)> {
        let tests = self.policy.tests().iter().zip(self.known_keys());
        tests.filter_map(|(test, key)| {
            let (node, key) = (test.nodes.key.key, (*key)?);
            (self.is_settled(node) || (key.is_family() && self.is_closed(node)))
                .then_some((test, key))
        })
    }

    /// The tests of keys that the reference has not, in the order of the text, open ones left out.
    pub(super) fn unknown_tests(&self) -> impl Iterator<Item = &KeyTest<'a>> {
        let tests = self.policy.tests().iter().zip(self.known_keys());
        let unknown = tests.filter_map(|(test, key)| key.is_none().then_some(test));
        unknown.filter(|test| self.is_settled(test.nodes.key.key))
    }
}
