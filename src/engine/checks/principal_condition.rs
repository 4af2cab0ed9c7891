//! Conditions that say what a principal element says, for policies that take no principals.

use super::context::Context;
use super::rewrite_condition::add_tests;
use crate::engine::policy::{Arn, ArnField, Element, Principal, Statement, principals};
use crate::engine::syntax::encode;
use crate::engine::text::Edit;

/// The edits that add a test of those whom `Principal` or `NotPrincipal` names.
///
/// `None` where somebody is no role, user or account of AWS, or where accounts stand beside others.
pub(super) fn as_condition(
    ctx: &Context,
    statement: &Statement,
    element: Element,
) -> Option<Vec<Edit>> {
    let named = principals(ctx.tree, statement.element(element)?.value);
    let accounts: Vec<String> = named.iter().filter_map(account).collect();
    let arns: Vec<String> = named.iter().filter_map(identity).collect();
    let is_negated = element == Element::NotPrincipal;
    let (operator, key, values) = match (is_negated, accounts.len(), arns.len()) {
        (_, 0, 0) => return None,
        (false, 0, count) if count == named.len() => ("ArnLike", "aws:PrincipalArn", arns),
        (true, 0, count) if count == named.len() => ("ArnNotLike", "aws:PrincipalArn", arns),
        (false, count, 0) if count == named.len() => {
            ("StringEquals", "aws:PrincipalAccount", accounts)
        }
        (true, count, 0) if count == named.len() => {
            ("StringNotEquals", "aws:PrincipalAccount", accounts)
        }
        _ => return None,
    };
    let values: Vec<String> = values.iter().map(|value| encode(value)).collect();
    let list = format!("[{}]", values.join(", "));
    add_tests(ctx.tree, statement, &[(operator, key, &list)])
}

/// The ID of an account that is named by it, or by the ARN of its root.
fn account(principal: &Principal) -> Option<String> {
    let text = &*principal.entry.text;
    let arn = Arn::cut(text);
    let id = match arn.field(ArnField::Resource) {
        Some("root") => arn.field(ArnField::Account)?,
        Some(_) => return None,
        None => text,
    };
    let is_id = principal.type_name == "AWS"
        && !id.is_empty()
        && id.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then(|| id.to_owned())
}

/// The ARN of a role or user.
fn identity(principal: &Principal) -> Option<String> {
    let text = &*principal.entry.text;
    let arn = Arn::cut(text);
    let is_identity = arn.field(ArnField::Prefix) == Some("arn")
        && arn
            .field(ArnField::Resource)
            .is_some_and(|rest| rest.contains('/'));
    (is_identity && principal.type_name == "AWS").then(|| text.to_owned())
}
