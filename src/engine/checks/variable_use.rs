//! Where policy variables are used: in the values of `Resource`, `NotResource` and `Condition`.

use super::context::Context;
use crate::engine::policy::{Element, Entry, condition_tests, entries, policy_variables};
use crate::engine::syntax::NodeId;
use crate::engine::text::Span;

/// A variable in a string that may hold one.
#[derive(Clone, Debug)]
pub(super) struct VariableUse {
    /// The string.
    pub node: NodeId,
    /// Where the variable stands in the checked text.
    pub span: Span,
    /// What stands before the first comma.
    pub name: String,
    /// What stands behind it.
    pub default: Option<String>,
    pub is_closed: bool,
}

impl VariableUse {
    /// Whether nothing but blanks stands between the braces.
    pub fn is_nameless(&self) -> bool {
        self.name.trim().is_empty() && self.default.is_none()
    }
}

/// Every `${` in a place for variables, in the order of the elements, unless a placeholder without a value stands in it.
pub(super) fn variable_uses(ctx: &Context) -> Vec<VariableUse> {
    if !ctx.tree.text().contains("${") {
        return Vec::new();
    }
    let strings = strings_for_variables(ctx).filter(|entry| ctx.is_closed(entry.node));
    strings
        .flat_map(|entry| {
            let found = policy_variables(&entry.text);
            let used = found.into_iter().filter_map(|variable| {
                let span = ctx.tree.decoded_range_to_span(entry.node, variable.range)?;
                Some(VariableUse {
                    node: entry.node,
                    span,
                    name: variable.name.to_owned(),
                    default: variable.default.map(str::to_owned),
                    is_closed: variable.is_closed,
                })
            });
            used.collect::<Vec<_>>()
        })
        .filter(|used| !ctx.is_unfilled(used.span))
        .collect()
}

/// The strings in which AWS looks for variables.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags", 2025.
fn strings_for_variables<'c>(ctx: &'c Context) -> impl Iterator<Item = Entry<'c>> {
    ctx.policy.statements().iter().flat_map(|statement| {
        let condition = statement.element(Element::Condition);
        let tests = condition
            .into_iter()
            .flat_map(|member| condition_tests(ctx.tree, member.value));
        let values = tests.flat_map(|test| entries(ctx.tree, test.key.value));
        let resources = statement.entries(Element::Resource);
        resources
            .chain(statement.entries(Element::NotResource))
            .chain(values)
    })
}
