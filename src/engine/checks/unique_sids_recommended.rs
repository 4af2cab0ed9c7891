//! Statements with the same name, where AWS accepts that.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unique_sids_required::report_shared_sids;
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// No two statements of a resource policy have the same `Sid`; capital letters count.
    ///
    /// ## Why it matters
    ///
    /// The services accept it, but nobody can tell the statements apart by name, and tools that edit a statement by its name may change the wrong one.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "Read",
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         },
    ///         {
    ///             "Sid": "Read",
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
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
    ///             "Sid": "Read",
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         },
    ///         {
    ///             "Sid": "List",
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Sid", 2025.
    UNIQUE_SIDS_RECOMMENDED {
        title: "Sids should be unique",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-unique-sids-recommended"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let why = "Nobody can tell the statements apart by name, and tools that go by it may change the wrong one.";
    report_shared_sids(&CHECK, ctx, why, findings);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean};
    use super::CHECK;

    #[test]
    fn looks_at_resource_policies_only() {
        let rest = r#""Principal": "*", "Action": "s3:*""#;
        check(
            &CHECK,
            &format!(r#"{{"Statement": [{{"Sid": «"A"», {rest}}}, {{"Sid": «"A"», {rest}}}]}}"#),
        );
        check_clean(&CHECK, r#"{"Statement": [{"Sid": "A"}, {"Sid": "A"}]}"#);
    }
}
