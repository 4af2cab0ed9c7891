//! Principals named by the unique ID of a role.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unique_id::{Reference, findings_of};
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// No `AWS` principal is the unique ID of a role, which begins with `AROA`.
    ///
    /// ## Why it matters
    ///
    /// AWS puts the ID in the place of the ARN when the role has been deleted: such a principal matches nobody any more.
    /// A role made anew under the old name has another ID.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "AROADBQP57FF2AEXAMPLE"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:role/app-role"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    INVALID_ROLE_REFERENCE {
        title: "Role named by its ID",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-invalid-role-reference"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let reference = Reference {
        prefix: "AROA",
        noun: "role",
        arn: "arn:aws:iam::{{account_id}}:role/{{role_name}}",
    };
    findings.extend(findings_of(&CHECK, ctx, &reference));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_entry() {
        check(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": ["1", «"AROADBQP57FF2AEXAMPLE"»]}, "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn other_names_are_no_ids() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": ["AROA", "AROA for all of us", "AGPADBQP57FF2AEXAMPLE"], "CanonicalUser": "AROADBQP57FF2AEXAMPLE"}, "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn writes_an_arn_to_fill_in() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": "AROADBQP57FF2AEXAMPLE"}, "Action": "s3:*"}}"#,
            r#"{"Statement": {"Principal": {"AWS": "arn:aws:iam::{{account_id}}:role/{{role_name}}"}, "Action": "s3:*"}}"#,
        );
    }
}
