//! The operators of conditions, each once, whatever stands under them.

use super::conditions::rename_operator;
use super::context::Context;
use super::fix::Fix;
use crate::engine::policy::{ConditionOperator, Element};
use crate::engine::syntax::Member;

/// An operator of a statement's condition.
pub(super) struct WrittenOperator<'c> {
    /// The element `Condition`.
    pub condition: Member,
    /// The member whose name is the operator.
    pub member: Member,
    /// The name, escapes read.
    pub text: std::borrow::Cow<'c, str>,
}

impl WrittenOperator<'_> {
    /// The name taken apart.
    pub(super) fn parts(&self) -> ConditionOperator<'_> {
        ConditionOperator::new(&self.text)
    }

    /// Writes another name, and joins the keys with those that stand under that name already.
    pub(super) fn renaming(&self, ctx: &Context, name: &str) -> Option<Fix> {
        let edits = rename_operator(ctx, self.condition, self.member, name)?;
        Fix::choice(format!("Write {name}"), edits)
    }
}

/// All operators whose names can be judged, in the order of the text.
pub(super) fn operators<'c>(ctx: &'c Context) -> impl Iterator<Item = WrittenOperator<'c>> {
    let conditions = ctx
        .policy
        .statements()
        .iter()
        .filter_map(|statement| statement.element(Element::Condition));
    let written = conditions.flat_map(move |condition| {
        let members = ctx.tree.members(condition.value);
        members.map(move |member| WrittenOperator {
            condition,
            member,
            text: ctx.tree.key_text(member),
        })
    });
    written.filter(move |operator| ctx.is_settled(operator.member.key))
}
