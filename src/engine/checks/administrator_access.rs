//! Everything allowed on everything.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::meaning::allows_everything;
use crate::engine::policy::{PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// No statement allows every action on every resource without a condition.
    ///
    /// ## Why it matters
    ///
    /// Whoever has this policy can do anything in the account, also give the same power to others and remove every trace.
    /// A leaked access key or password then costs the whole account.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "*",
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
    ///             "Action": [
    ///                 "ec2:Describe*",
    ///                 "ec2:StartInstances"
    ///             ],
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Security best practices in IAM", 2025.
    ADMINISTRATOR_ACCESS {
        title: "Administrator access",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("best-practices.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let statements = ctx.policy.statements();
    let is_guarded = || statements.iter().any(denies_without_second_factor);
    findings.extend(statements.iter().filter_map(|statement| {
        let (action, resource) = allows_everything(statement)?;
        let finding = CHECK.finding(
            [ctx.location(action.node), ctx.location(resource.node)],
            "This statement allows every action on every resource: administrator access.",
            "Whoever has it can do anything in the account, also give the same power to others.",
            "Name the actions and resources that are needed, or at least ask for a second factor.",
        );
        let template = || {
            Fix::template(
                "Administrator access with a second factor instead",
                "administrator-with-mfa",
            )
        };
        Some(finding.mended_by((!is_guarded()).then(template)))
    }));
}

fn denies_without_second_factor(statement: &Statement) -> bool {
    statement.denies() && statement.tests().any(|test| test.is_about(SECOND_FACTOR))
}

/// Says whether the session was begun with a second factor.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2025.
const SECOND_FACTOR: &str = "aws:MultiFactorAuthPresent";

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::{check, check_clean, findings_with};
    use super::CHECK;

    #[test]
    fn names_the_action_and_the_resource() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Action": ["s3:*", «"*:*"»], "Resource": [«"*"»]}}"#,
        );
    }

    #[test]
    fn offers_the_template_unless_the_policy_asks_for_a_second_factor_already() {
        let with = |more: &str| {
            let everything = r#"{"Effect": "Allow", "Action": "*", "Resource": "*"}"#;
            format!(r#"{{"Statement": [{everything}{more}]}}"#)
        };
        let deny = r#", {"Effect": "Deny", "Condition": {"BoolIfExists": {"aws:multifactorauthpresent": "false"}}}"#;
        for (text, offers) in [(with(""), 1), (with(deny), 0)] {
            let findings = findings_with(&CHECK, &text, &Options::default());
            assert_eq!(
                findings
                    .iter()
                    .map(|finding| finding.fixes.len())
                    .sum::<usize>(),
                offers,
                "{text}"
            );
        }
    }

    #[test]
    fn says_nothing_where_something_is_left_out() {
        for statement in [
            r#"{"Effect": "Deny", "Action": "*", "Resource": "*"}"#,
            r#"{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}"#,
            r#"{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::a"}"#,
            r#"{"Effect": "Allow", "NotAction": "*", "Resource": "*"}"#,
            r#"{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {}}"#,
        ] {
            check_clean(&CHECK, &format!(r#"{{"Statement": {statement}}}"#));
        }
    }
}
