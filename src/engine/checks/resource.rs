//! The entries of `Resource` and `NotResource`, as the checks of ARNs see them.

use super::context::Context;
use crate::engine::policy::{Element, Entry, PolicyKind, Statement};

/// An entry that should be an ARN, with the statement it stands in.
pub(super) struct Resource<'c> {
    pub statement: &'c Statement<'c>,
    pub entry: Entry<'c>,
}

/// The entries that should be ARNs, in the order of the text.
///
/// Left out are `*`, entries whose text still depends on a free value, and what API Gateway alone accepts.
pub(super) fn resources<'c>(ctx: &'c Context) -> impl Iterator<Item = Resource<'c>> {
    let of_statement = |statement: &'c Statement<'c>| {
        let entries = statement
            .entries(Element::Resource)
            .chain(statement.entries(Element::NotResource));
        entries.map(move |entry| Resource { statement, entry })
    };
    let resources = ctx.policy.statements().iter().flat_map(of_statement);
    resources.filter(|resource| {
        let text = &*resource.entry.text;
        text != "*"
            && !is_gateway_shorthand(ctx, text)
            && ctx.is_closed(resource.entry.node)
            && !ctx.is_open(resource.entry.node)
    })
}

/// The policy of an API may name its own methods as `execute-api:/stage/METHOD/path`.
///
/// Source: Amazon API Gateway Developer Guide, "API Gateway resource policy examples", 2025.
fn is_gateway_shorthand(ctx: &Context, text: &str) -> bool {
    ctx.kind == PolicyKind::Resource && text.starts_with("execute-api:/")
}
