//! The key `aws:ARN` where it has no meaning.

use super::conditions::{quoted_key, rename_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{Element, KeyTest, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// The policy of a resource or a role does not test `aws:ARN`.
    /// Which kinds of policies get this finding, and which the warning about an old name, is not published; here identity policies and service control policies get the warning.
    ///
    /// ## Why it matters
    ///
    /// Such a policy could mean the principal or the resource that the request comes from, and AWS does not know the key there.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
    ///             "Condition": {
    ///                 "ArnEquals": {"aws:ARN": "arn:aws:iam::111122223333:role/orders"}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "sns.amazonaws.com"},
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
    ///             "Condition": {
    ///                 "ArnEquals": {
    ///                     "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:topic"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    UNSUPPORTED_GLOBAL_CONDITION_KEY {
        title: "Unsupported global condition key",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Rcp],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-global-condition-key"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx
        .policy
        .tests()
        .iter()
        .filter(|test| test.is_about("aws:ARN"))
    {
        let finding = CHECK.finding(
            [ctx.location(test.nodes.key.key)],
            format!("{} has no meaning in this kind of policy.", quoted_key(ctx, test)),
            "It may mean the principal or the resource the request comes from, and AWS knows another key for each.",
            "Write `aws:PrincipalArn` for the principal, or `aws:SourceArn` for the resource that a service acts for.",
        );
        findings.push(
            meant(ctx, &test.statement)
                .into_iter()
                .fold(finding, |finding, key| {
                    finding.mended_by(renaming(ctx, test, key))
                }),
        );
    }
}

/// The keys it may have been meant for, the likelier first.
fn meant(ctx: &Context, statement: &Statement) -> [&'static str; 2] {
    let principal = statement.element(Element::Principal);
    let is_service = principal.is_some_and(|member| {
        let mut types = ctx.tree.members(member.value);
        types.any(|member| ctx.tree.key_text(member) == "Service")
    });
    let mut keys = ["aws:PrincipalArn", "aws:SourceArn"];
    if is_service {
        keys.reverse();
    }
    keys
}

fn renaming(ctx: &Context, test: &KeyTest, key: &str) -> Option<Fix> {
    let edit = rename_key(ctx.tree, test, key)?;
    Fix::choice(format!("Write {key}"), [edit])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(principal: &str, key: &str) -> String {
        format!(
            r#"{{"Statement": {{"Principal": {{"{principal}": "a"}}, "Action": "sqs:*", "Condition": {{"ArnLike": {{{key}: "b"}}}}}}}}"#
        )
    }

    #[test]
    fn is_about_the_key_in_any_case() {
        check(&CHECK, &statement("AWS", r#"«"AWS:Arn"»"#));
        check_clean(&CHECK, &statement("AWS", r#""aws:SourceArn""#));
    }

    #[test]
    fn offers_the_source_where_a_service_is_meant() {
        for (principal, key) in [("AWS", "aws:PrincipalArn"), ("Service", "aws:SourceArn")] {
            check_fix(
                &CHECK,
                &statement(principal, r#""aws:ARN""#),
                &statement(principal, &format!("\"{key}\"")),
            );
        }
    }
}
