//! Copies of AWS managed policies as they are today.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// A policy does not allow exactly what a known AWS managed policy allows today.
    ///
    /// ## Why it matters
    ///
    /// AWS adds to its policies what its services come to need.
    /// A copy stays as it is, and what it lacks shows only when something fails.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "logs:CreateLogGroup",
    ///                 "logs:CreateLogStream",
    ///                 "logs:PutLogEvents"
    ///             ],
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
    ///                 "logs:CreateLogStream",
    ///                 "logs:PutLogEvents"
    ///             ],
    ///             "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/orders:*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The AWS managed policies that come with this editor, with their history; which ones and from where stands in their provenance.
    COPY_OF_MANAGED_POLICY {
        title: "Copy of an AWS managed policy",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: false,
        learn_more: user_guide!("access_policies_managed-vs-inline.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let current = ctx.managed_copy().filter(|copied| copied.is_current());
    findings.extend(current.map(|copied| {
        let name = quoted(copied.current.name);
        CHECK.finding(
            [ctx.document()],
            format!(
                "This allows exactly what AWS's own policy {name} allows {}.",
                copied.dated()
            ),
            "A copy stays as it is when AWS adds what its services come to need.",
            copied.help(),
        )
    }));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{catalog, check, check_clean};
    use super::CHECK;

    #[test]
    fn says_of_a_copy_of_today_that_the_policy_itself_can_be_attached() {
        let current = catalog().managed_policy("AmazonSSMManagedInstanceCore");
        let copy = current.map(|policy| policy.document).unwrap_or_default();
        check(&CHECK, &format!("«{copy}»"));
        check_clean(
            &CHECK,
            &copy.replace("ssm:GetDocument", "ssm:ListDocuments"),
        );
    }

    #[test]
    fn what_many_people_write_is_nobodys_copy() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#,
        );
    }
}
