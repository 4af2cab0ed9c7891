//! Values of `aws:SourceVpce` that are no IDs of VPC endpoints.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::vpc_ids::{values_of_another_form, with_key};
use super::wording::quoted;

declare_check! {
    /// ## What it checks
    ///
    /// Each value of `aws:SourceVpce` is the ID of a VPC endpoint: `vpce-` and 8 or 17 letters or digits.
    /// Patterns and policy variables are not looked at.
    ///
    /// ## Why it matters
    ///
    /// No request has another value, so a statement that allows never applies, and one that denies everybody else denies everybody.
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
    ///             "Action": "s3:*",
    ///             "Resource": [
    ///                 "arn:aws:s3:::amzn-s3-demo-bucket",
    ///                 "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///             ],
    ///             "Condition": {
    ///                 "StringNotEquals": {"aws:SourceVpce": "vpc-11223344556677889"}
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
    ///             "Effect": "Deny",
    ///             "Principal": "*",
    ///             "Action": "s3:*",
    ///             "Resource": [
    ///                 "arn:aws:s3:::amzn-s3-demo-bucket",
    ///                 "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///             ],
    ///             "Condition": {
    ///                 "StringNotEquals": {"aws:SourceVpce": "vpce-11223344556677889"}
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
    INVALID_VPCE_FORMAT {
        title: "Invalid VPC endpoint format",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-vpce-format"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, entry) in values_of_another_form(ctx, "aws:SourceVpce", "vpce-") {
        let finding = CHECK.finding(
            [ctx.location(entry.node)],
            format!("{} is not the ID of a VPC endpoint.", quoted(&entry.text)),
            "No request has such a value, so the test does not do what is meant.",
            "Write the whole ID: `vpce-` and 8 or 17 letters or digits.",
        );
        findings.push(finding.mended_by(with_key(ctx, test, "aws:SourceVpc", "vpc-")));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            &statement(
                r#"{"StringEquals": {"aws:SourceVpce": ["vpce-11223344", «"vpce-1234"», «"vpce-1122334455667788-"», "vpce-11223344556677889", "${aws:PrincipalTag/v}", "{{vpc}}"]}, "StringLike": {"AWS:SOURCEVPCE": [«""», "vpce-*"]}}"#,
            ),
        );
    }

    #[test]
    fn null_takes_no_id() {
        check_clean(
            &CHECK,
            &statement(r#"{"Null": {"aws:SourceVpce": "false"}}"#),
        );
    }

    #[test]
    fn uses_the_key_that_the_id_belongs_to() {
        check_fix(
            &CHECK,
            &statement(r#"{"StringEquals": {"aws:SourceVpce": "vpc-11223344"}}"#),
            &statement(r#"{"StringEquals": {"aws:SourceVpc": "vpc-11223344"}}"#),
        );
    }
}
