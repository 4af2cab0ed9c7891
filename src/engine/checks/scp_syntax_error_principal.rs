//! Principals in a service control policy.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::principal_condition::as_condition;
use super::rewrite::delete_member;
use crate::engine::policy::{Element, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// The statements of a service control policy have neither `Principal` nor `NotPrincipal`.
    ///
    /// ## Why it matters
    ///
    /// A service control policy is about all users and roles of the accounts it is attached to, and AWS rejects one that names principals.
    /// To leave somebody out, test `aws:PrincipalArn`.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Principal": "*",
    ///             "Action": "iam:*",
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
    ///             "Effect": "Deny",
    ///             "Action": "iam:*",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// AWS Organizations User Guide, "SCP syntax", 2025.
    SCP_SYNTAX_ERROR_PRINCIPAL {
        title: "Principal in a service control policy",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Scp],
        has_fix: true,
        learn_more: analyzer_reference!("error-scp-syntax-error-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let Some(member) = statement.element(element) else {
                continue;
            };
            let name = element.name();
            let finding = CHECK.finding(
                [ctx.location(member.value)],
                format!("`{name}` does not belong in a service control policy."),
                "It is about all users and roles of the accounts it is attached to; AWS rejects one that names principals.",
                format!("Remove `{name}`, and test `aws:PrincipalArn` where somebody in particular is meant."),
            );
            let removal = delete_member(ctx.tree, member);
            let condition = as_condition(ctx, statement, element).and_then(|mut edits| {
                edits.push(removal.clone());
                Fix::choice("Test aws:PrincipalArn instead", edits)
            });
            let finding = finding.mended_by(condition);
            findings.push(finding.mended_by(Fix::choice(format!("Remove {name}"), [removal])));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_as, check_clean, check_fix_as};
    use super::{CHECK, PolicyKind};

    #[test]
    fn is_about_the_value_of_either_element() {
        check_as(
            PolicyKind::Scp,
            &CHECK,
            r#"{"Statement": [{"Effect": "Deny", "Principal": «"*"», "Action": "iam:*"}, {"NotPrincipal": «{"AWS": "1"}»}]}"#,
        );
    }

    #[test]
    fn resources_have_principals() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn tests_the_principal_that_was_named() {
        check_fix_as(
            PolicyKind::Scp,
            &CHECK,
            r#"{"Statement": {"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:role/a"}, "Action": "iam:*", "Resource": "*"}}"#,
            r#"{"Statement": {"Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/a"]}}}}"#,
        );
        check_fix_as(
            PolicyKind::Scp,
            &CHECK,
            r#"{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "iam:*", "Resource": "*"}}"#,
            r#"{"Statement": {"Effect": "Deny", "Action": "iam:*", "Resource": "*"}}"#,
        );
    }
}
