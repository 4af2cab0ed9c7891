//! Statements that test a tag of the resource for actions that know no tags; four checks, by effect and element.

use super::context::Context;
use super::declare::Check;
use super::finding::Finding;
use super::key_support::most_tests;
use super::separate_statement::without_test;
use super::wording::{listed_briefly, quoted};
use crate::engine::catalog::{Action, Catalog, ConditionKey};
use crate::engine::policy::{
    ActionPattern, Element, Entry, KeyTest, OperatorFamily, Qualifier, Statement, has_wildcard,
};

/// What becomes of requests that carry no tag.
#[derive(Clone, Copy)]
pub(super) enum Effect {
    /// They are never allowed.
    Allow,
    /// They are never denied.
    Deny,
}

impl Effect {
    fn is_of(self, statement: &Statement) -> bool {
        match self {
            Self::Allow => statement.allows(),
            Self::Deny => statement.denies(),
        }
    }

    fn verb(self) -> &'static str {
        match self {
            Self::Allow => "allows",
            Self::Deny => "denies",
        }
    }
}

/// So many patterns of one policy are compared with the actions of their services.
const MOST_PATTERNS: usize = 1_000;

/// Longer patterns match no action.
const LONGEST_PATTERN: usize = 200;

/// Reports entries of `Action` that reach only actions without tags, one finding for each tag that is tested.
///
/// AWS takes an action for one with tags where it knows `aws:ResourceTag` or `aws:RequestTag`, by itself or by its resources.
pub(super) fn report_actions(
    check: &Check,
    ctx: &Context,
    effect: Effect,
    findings: &mut Vec<Finding>,
) {
    let Some(mut tags) = ctx.catalog.and_then(Tags::of) else {
        return;
    };
    for tests in tests_of_tags(ctx, effect, Element::Action).chunk_by(of_one_statement) {
        let Some(first) = tests.first() else {
            continue;
        };
        let entries = first.statement.entries(Element::Action);
        let without: Vec<Entry> = entries
            .filter(|entry| ctx.is_settled(entry.node) && tags.are_unknown_to(&entry.text))
            .collect();
        if !without.is_empty() {
            let found = tests.iter().take(most_tests(without.len()));
            findings.extend(found.map(|test| of_actions(check, ctx, effect, test, &without)));
        }
    }
}

/// Reports `NotAction` beside a test of a tag: it reaches actions of every service, many of them without tags.
pub(super) fn report_not_action(
    check: &Check,
    ctx: &Context,
    effect: Effect,
    findings: &mut Vec<Finding>,
) {
    for test in tests_of_tags(ctx, effect, Element::NotAction) {
        findings.extend(of_not_action(check, ctx, effect, test));
    }
}

/// The tests that demand a tag of the resource, in statements of this effect with this element.
fn tests_of_tags<'c>(ctx: &'c Context, effect: Effect, element: Element) -> Vec<&'c KeyTest<'c>> {
    let tests = ctx.known_tests().map(|(test, _)| test);
    let of_tags = tests.filter(|test| test.begins_with(RESOURCE_TAG) && demands(test));
    of_tags
        .filter(|test| effect.is_of(&test.statement) && test.statement.has(element))
        .collect()
}

const RESOURCE_TAG: &str = "aws:ResourceTag/";

/// Whether the test fails where the key is missing.
fn demands(test: &KeyTest) -> bool {
    test.is_positive()
        && !test.is_of(OperatorFamily::Null)
        && !test.if_exists
        && test.qualifier != Some(Qualifier::ForAllValues)
}

fn of_one_statement(one: &&KeyTest, next: &&KeyTest) -> bool {
    one.statement.node == next.statement.node
}

fn of_actions(
    check: &Check,
    ctx: &Context,
    effect: Effect,
    test: &KeyTest,
    without: &[Entry],
) -> Finding {
    let nodes = without.iter().map(|entry| entry.node);
    let nodes = nodes.chain([test.nodes.key.key]);
    let date = ctx.catalog.map_or("", Catalog::date);
    let finding = check.finding(
        nodes.map(|node| ctx.location(node)),
        format!(
            "By AWS's list of {date}, resources have no tags in requests for {}.",
            listed_briefly(without.iter().map(|entry| &*entry.text))
        ),
        format!(
            "The test of {} fails for such requests, so the statement never {} them.",
            quoted(&test.key),
            effect.verb()
        ),
        "Put these actions into a statement of their own, without the test of the tag.",
    );
    finding.mended_by(without_test(ctx, test, without))
}

fn of_not_action(check: &Check, ctx: &Context, effect: Effect, test: &KeyTest) -> Option<Finding> {
    let list = test.statement.element(Element::NotAction)?.value;
    Some(check.finding(
        [list, test.nodes.key.key].map(|node| ctx.location(node)),
        format!(
            "`NotAction` reaches many actions whose requests carry no {}.",
            quoted(&test.key)
        ),
        format!(
            "The test fails for such requests, so the statement never {} them.",
            effect.verb()
        ),
        "Name the actions that are meant with `Action`, and test the tag only for those whose resources have tags.",
    ))
}

/// Which actions know tags.
struct Tags<'c> {
    catalog: &'c Catalog,
    of_resource: ConditionKey<'c>,
    of_request: ConditionKey<'c>,
    patterns_left: usize,
}

impl<'c> Tags<'c> {
    fn of(catalog: &'c Catalog) -> Option<Self> {
        Some(Self {
            catalog,
            of_resource: catalog.condition_key_family("aws:ResourceTag")?,
            of_request: catalog.condition_key_family("aws:RequestTag")?,
            patterns_left: MOST_PATTERNS,
        })
    }

    /// Whether the entry reaches actions of one service, none of which knows tags.
    ///
    /// A pattern for several services reaches some that do.
    fn are_unknown_to(&mut self, entry: &str) -> bool {
        let is_of_one = ActionPattern::new(entry)
            .service()
            .is_some_and(|service| !has_wildcard(service));
        if !is_of_one || entry.len() > LONGEST_PATTERN || !self.affords(entry) {
            return false;
        }
        let mut actions = self.catalog.actions_matching(entry).peekable();
        actions.peek().is_some() && !actions.any(|action| self.are_known_to(action))
    }

    fn are_known_to(&self, action: Action<'c>) -> bool {
        action.lists(self.of_resource) || action.lists(self.of_request)
    }

    fn affords(&mut self, entry: &str) -> bool {
        let is_free = !has_wildcard(entry) || self.patterns_left > 0;
        if has_wildcard(entry) {
            self.patterns_left = self.patterns_left.saturating_sub(1);
        }
        is_free
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::catalog;
    use super::*;

    #[test]
    fn an_entry_knows_tags_where_one_of_its_actions_does() {
        let mut tags = Tags::of(catalog()).into_iter().next();
        let mut are_unknown = |entry: &str| tags.as_mut().map(|tags| tags.are_unknown_to(entry));
        for (entry, expected) in [
            ("logs:DescribeLogGroups", true),
            ("LOGS:describeloggroups", true),
            ("iam:GetAccount*", true),
            ("ec2:DescribeInstances", true),
            ("ec2:TerminateInstances", false),
            ("ec2:*", false),
            ("ec2:CreateTags", false),
            ("*", false),
            ("*:DescribeLogGroups", false),
            ("logs:Nothing*", false),
            ("nothing:*", false),
        ] {
            assert_eq!(are_unknown(entry), Some(expected), "{entry}");
        }
    }
}
