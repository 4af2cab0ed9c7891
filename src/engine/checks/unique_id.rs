//! Principals that are named by the unique ID of a role or user instead of an ARN.

use super::context::Context;
use super::declare::Check;
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::{Element, Principal, is_unique_id, principals};

/// What the IDs of one type of identity look like, and what to write instead.
pub(super) struct Reference {
    /// The letters that the IDs begin with.
    pub prefix: &'static str,
    /// `role` or `user`.
    pub noun: &'static str,
    /// An ARN with placeholders.
    pub arn: &'static str,
}

/// What a check finds about the IDs of one type.
pub(super) fn findings_of(check: &Check, ctx: &Context, reference: &Reference) -> Vec<Finding> {
    let mut findings = Vec::new();
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let named = statement
                .element(element)
                .map(|member| principals(ctx.tree, member.value))
                .unwrap_or_default();
            let ids = named.iter().filter(|one| is_id(one, reference.prefix));
            findings.extend(ids.map(|one| finding(check, ctx, reference, one)));
        }
    }
    findings
}

fn is_id(principal: &Principal, prefix: &str) -> bool {
    let text = &*principal.entry.text;
    principal.type_name == "AWS" && text.starts_with(prefix) && is_unique_id(text)
}

fn finding(check: &Check, ctx: &Context, reference: &Reference, principal: &Principal) -> Finding {
    let (noun, node) = (reference.noun, principal.entry.node);
    let finding = check.finding(
        [ctx.location(node)],
        format!(
            "{} is the unique ID of a {noun}.",
            quoted(&principal.entry.text)
        ),
        format!(
            "AWS leaves such an ID behind when the {noun} has been deleted; it matches nobody any more."
        ),
        format!("Write the ARN of the {noun} that is meant, or remove the ID."),
    );
    finding.mended_by(Fix::choice(
        format!("Write an ARN of a {noun} to fill in"),
        [replace_text(ctx.tree, node, reference.arn)],
    ))
}
