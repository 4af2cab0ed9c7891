//! Grants on every key, for any grantee.

use super::context::Context;
use super::declare::declare_check;
use super::finding::Finding;
use super::reach::{Through, reach};
use super::split::{Demand, demand};
use super::wording::quoted;
use crate::engine::policy::{
    Arn, ArnField, Element, Entry, PolicyKind, Statement, condition_tests,
};

declare_check! {
    /// ## What it checks
    ///
    /// Where a statement allows `kms:CreateGrant` on every key, a condition says whom grants may be for.
    ///
    /// ## Why it matters
    ///
    /// A grant gives its grantee the use of a key, past the policies of the key and of IAM.
    /// AWS services that encrypt for somebody need grants only for themselves, and `kms:GrantIsForAWSResource` says so.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "kms:CreateGrant",
    ///             "Resource": "*"
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
    ///             "Action": "kms:CreateGrant",
    ///             "Resource": "arn:aws:kms:us-east-1:111122223333:key/*",
    ///             "Condition": {
    ///                 "Bool": {
    ///                     "kms:GrantIsForAWSResource": "true"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// AWS KMS Developer Guide, "Grants in AWS KMS" and "kms:GrantIsForAWSResource", 2025.
    KMS_GRANT_TO_ANYONE {
        title: "KMS grants to anyone",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: Some("https://docs.aws.amazon.com/kms/latest/developerguide/grants.html"),
        run: run,
    }
}

const CREATE_GRANT: &str = "kms:CreateGrant";

/// The condition keys of AWS KMS, of which any narrows what a grant can be for.
const KEYS_OF_KMS: &str = "kms:";

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let allowing = ctx.policy.statements().iter().filter(|one| one.allows());
    findings.extend(allowing.filter_map(|statement| finding(ctx, statement)));
}

fn finding(ctx: &Context, statement: &Statement) -> Option<Finding> {
    let reach =
        reach(&ctx.policy, statement, CREATE_GRANT).filter(|one| one.through == Through::Name)?;
    let mut resources = statement.entries(Element::Resource);
    let every = resources.find(|entry| is_every_key(&entry.text) && !ctx.is_open(entry.node))?;
    if is_narrowed(ctx, statement) {
        return None;
    }
    let finding = CHECK.finding(
        [ctx.location(reach.node), ctx.location(every.node)],
        format!("{} is allowed on every key, for any grantee.", quoted(CREATE_GRANT)),
        "Whoever has it can give anybody the use of the account's keys.",
        "Name the keys, and demand `kms:GrantIsForAWSResource` where an AWS service is to do the encrypting.",
    );
    let action = Entry {
        node: reach.node,
        text: reach.text,
    };
    let test = Demand {
        operator: "Bool",
        key: "kms:GrantIsForAWSResource",
        value: "true",
    };
    Some(finding.mended_by(demand(ctx, statement, &[action], &test, is_every_key)))
}

fn is_every_key(resource: &str) -> bool {
    let arn = Arn::cut(resource);
    let of_kms = arn.field(ArnField::Service) == Some("kms");
    let all = matches!(arn.field(ArnField::Resource), Some("*" | "key/*"));
    resource == "*" || of_kms && all
}

fn is_narrowed(ctx: &Context, statement: &Statement) -> bool {
    let condition = statement.element(Element::Condition);
    let mut tests = condition
        .into_iter()
        .flat_map(|member| condition_tests(ctx.tree, member.value));
    tests.any(|test| {
        let key = ctx.tree.key_text(test.key).to_ascii_lowercase();
        key.starts_with(KEYS_OF_KMS)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn every_key_and_any_grantee_is_too_much() {
        for resource in ["*", "arn:aws:kms:*:111122223333:key/*"] {
            check(
                &CHECK,
                &format!(
                    r#"{{"Statement": {{"Effect": "Allow", "Action": [«"kms:CreateGrant"», "kms:DescribeKey"], "Resource": «"{resource}"»}}}}"#
                ),
            );
        }
        for rest in [
            r#""Resource": "arn:aws:kms:us-east-1:111122223333:key/1234""#,
            r#""Resource": "*", "Condition": {"StringLike": {"kms:ViaService": "ec2.*"}}"#,
        ] {
            check_clean(
                &CHECK,
                &format!(
                    r#"{{"Statement": {{"Effect": "Allow", "Action": "kms:CreateGrant", {rest}}}}}"#
                ),
            );
        }
    }

    #[test]
    fn demands_that_the_grant_is_for_a_service() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["kms:CreateGrant", "kms:DescribeKey"], "Resource": "*"}]}"#,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["kms:DescribeKey"], "Resource": "*"}, {"Effect": "Allow", "Action": ["kms:CreateGrant"], "Resource": ["*"], "Condition": {"Bool": {"kms:GrantIsForAWSResource": "true"}}}]}"#,
        );
    }
}
