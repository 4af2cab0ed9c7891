//! Tests of `aws:SourceIp` against private addresses, which AWS never sees as the source of a request.

use super::conditions::{add_test, remove_test};
use super::context::Context;
use super::fix::Fix;
use super::rewrite::rename;
use crate::engine::policy::{IpRange, KeyTest, OperatorFamily};
use crate::engine::syntax::NodeId;

/// A test of the caller's address, with the private ranges among its values.
pub(super) struct SourceTest<'c> {
    /// The test.
    pub test: &'c KeyTest<'c>,
    /// The values that are private ranges, in the order of the text; at least one.
    pub private: Vec<NodeId>,
    /// Whether another value is no private range.
    pub has_others: bool,
}

/// The tests of `aws:SourceIp` with a private range, under `NotIpAddress` or under `IpAddress`; in the order of the text.
pub(super) fn source_tests<'c>(
    ctx: &'c Context,
    negated: bool,
) -> impl Iterator<Item = SourceTest<'c>> {
    let asks_for_source = move |test: &&KeyTest| {
        let is_meant = test.is_of(OperatorFamily::IpAddress) && test.is_positive() != negated;
        is_meant && test.is_about("aws:SourceIp")
    };
    let tests = ctx.policy.tests().iter().filter(asks_for_source);
    tests.filter_map(|test| {
        let is_private = |value: &NodeId| {
            let text = ctx.tree.string(*value).filter(|_| ctx.is_settled(*value));
            text.and_then(|text| IpRange::parse(&text))
                .is_some_and(IpRange::is_private)
        };
        let (private, others): (Vec<_>, Vec<_>) = test.values().partition(is_private);
        (!private.is_empty()).then_some(SourceTest {
            test,
            private,
            has_others: !others.is_empty(),
        })
    })
}

/// Tests the address inside the VPC instead, together with the VPC it belongs to.
pub(super) fn with_vpc_address(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let vpc = add_test(ctx.tree, test, "StringEquals", "aws:SourceVpc", VPC)?;
    let key = rename(ctx.tree, test.nodes.key, "aws:VpcSourceIp");
    Fix::choice("Test the address inside a VPC", [key, vpc])
}

const VPC: &str = "\"{{vpc_id}}\"";

/// Takes the test out.
pub(super) fn removal(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    Fix::choice("Remove the test", [remove_test(ctx.tree, test)])
}

/// Takes the private ranges out of the list.
pub(super) fn private_removal(ctx: &Context, source: &SourceTest) -> Option<Fix> {
    let edits = ctx.tree.remove_elements(&source.private);
    Fix::choice("Remove the private ranges", edits.iter().cloned())
}
