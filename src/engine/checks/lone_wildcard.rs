//! Tests whose only value is a lone `*`, and what they come down to.

use std::collections::HashSet;

use super::context::Context;
use crate::engine::policy::{Entry, KeyTest, OperatorFamily, Qualifier, Relation};
use crate::engine::syntax::NodeId;

/// What a test against a lone `*` comes down to.
///
/// Source: IAM User Guide, "Set operators for multivalued context keys" and "IfExists condition operators", 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LoneWildcard {
    /// It holds whenever the key is in the request.
    KeyIsThere,
    /// It holds whenever the key is not in the request.
    KeyIsMissing,
    /// It holds for every request.
    Always,
    /// It holds for no request.
    Never,
}

/// The tests against a lone `*` that come down to this, with the `*`, in the order of the text.
pub(super) fn tests_that_mean<'c>(
    ctx: &'c Context,
    wanted: LoneWildcard,
) -> impl Iterator<Item = (&'c KeyTest<'c>, Entry<'c>)> {
    let demanded = demanded_keys(ctx);
    ctx.policy.tests().iter().filter_map(move |test| {
        let star = lone_star(test)?;
        (meaning(test, &demanded)? == wanted).then_some((test, star))
    })
}

fn lone_star<'c>(test: &KeyTest<'c>) -> Option<Entry<'c>> {
    let is_pattern = test.compares(Relation::Like);
    is_pattern
        .then(|| test.only_entry())?
        .filter(|entry| entry.text == "*")
}

fn meaning(test: &KeyTest, demanded: &HashSet<(NodeId, String)>) -> Option<LoneWildcard> {
    let any = Some(Qualifier::ForAnyValue);
    let all = Some(Qualifier::ForAllValues);
    Some(match (test.operator?.negated, test.if_exists) {
        (false, true) => LoneWildcard::Always,
        (false, false) if test.qualifier == all => LoneWildcard::Always,
        (false, false) => LoneWildcard::KeyIsThere,
        (true, false) if test.qualifier == any => LoneWildcard::Never,
        (true, _) if demanded.contains(&place(test)) => LoneWildcard::Never,
        (true, _) => LoneWildcard::KeyIsMissing,
    })
}

/// The keys that a test with `Null` and `false` demands, each with its statement.
fn demanded_keys(ctx: &Context) -> HashSet<(NodeId, String)> {
    let demands = |test: &&KeyTest| {
        test.is_of(OperatorFamily::Null)
            && test
                .values()
                .all(|value| ctx.tree.raw(value).trim_matches('"') == "false")
    };
    ctx.policy
        .tests()
        .iter()
        .filter(demands)
        .map(place)
        .collect()
}

fn place(test: &KeyTest) -> (NodeId, String) {
    (test.statement.node, test.key.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::super::{Check, equivalent_to_null_false, equivalent_to_null_true};
    use super::super::{
        redundant_key_due_to_wildcard_in_condition,
        redundant_statement_due_to_wildcard_in_condition,
    };

    const CHECKS: [(char, Check); 4] = [
        ('+', equivalent_to_null_false::CHECK),
        ('-', equivalent_to_null_true::CHECK),
        ('1', redundant_key_due_to_wildcard_in_condition::CHECK),
        ('0', redundant_statement_due_to_wildcard_in_condition::CHECK),
    ];

    #[test]
    fn every_operator_with_a_lone_star_comes_down_to_one_thing() {
        for (operator, meaning) in [
            ("StringLike", '+'),
            ("ArnLike", '+'),
            ("ForAnyValue:StringLike", '+'),
            ("StringNotLike", '-'),
            ("StringNotLikeIfExists", '-'),
            ("ArnNotLike", '-'),
            ("ForAllValues:StringNotLike", '-'),
            ("StringLikeIfExists", '1'),
            ("ArnLikeIfExists", '1'),
            ("ForAllValues:StringLike", '1'),
            ("ForAnyValue:StringNotLike", '0'),
            ("StringEquals", ' '),
            ("ArnEquals", ' '),
        ] {
            for (its_meaning, test) in &CHECKS {
                let (open, close) = if *its_meaning == meaning {
                    ("«", "»")
                } else {
                    ("", "")
                };
                let condition =
                    format!(r#"{{"{operator}": {{"aws:ResourceTag/team": [{open}"*"{close}]}}}}"#);
                check(
                    test,
                    &format!(r#"{{"Statement": {{"Condition": {condition}}}}}"#),
                );
            }
        }
    }
}
