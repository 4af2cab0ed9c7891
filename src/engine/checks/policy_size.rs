//! Policies that are larger than the place they go to takes.

use super::context::Context;
use super::declare::Check;
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{Attachment, Quota, with_commas};
use crate::engine::syntax::{Style, format};
use crate::engine::text::{Edit, Span};

/// The finding about a policy above the quota of an attachment; `None` where it fits.
pub(super) fn too_large(
    check: &Check,
    ctx: &Context,
    attachment: Attachment,
    help: &str,
) -> Option<Finding> {
    let quota = attachment.quota()?;
    let size = quota.size_of(ctx.shown);
    if size <= quota.limit {
        return None;
    }
    let (unit, limit) = (quota.unit.label(), with_commas(quota.limit));
    let size = with_commas(size);
    let free = if quota.counts_white_space {
        ""
    } else {
        ", white space not counted"
    };
    let finding = check.finding(
        [ctx.document()],
        format!("The policy has {size} {unit}{free}; the quota is {limit}."),
        "AWS does not store a policy above its quota.",
        help,
    );
    Some(finding.mended_by(without_white_space(ctx, quota)))
}

/// Leaves out the white space between elements, where the policy then fits.
fn without_white_space(ctx: &Context, quota: Quota) -> Option<Fix> {
    let text = format(ctx.tree, Style::Minified)?;
    let whole = Span::new(0, ctx.tree.text().len());
    (quota.size_of(&text) <= quota.limit)
        .then(|| {
            let edit = Edit::replace(whole, text);
            Fix::choice("Leave out the white space", [edit])
        })
        .flatten()
}
