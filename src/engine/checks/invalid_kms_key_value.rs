//! Values of condition keys for KMS keys that are no ARNs of keys.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Entry, KeyTest, OperatorFamily, covers, has_variable};

declare_check! {
    /// ## What it checks
    ///
    /// Each value of `s3:x-amz-server-side-encryption-aws-kms-key-id` is the ARN of a KMS key: `arn:partition:kms:region:account:key/id`.
    /// AWS does not publish the whole list of such condition keys; this is the one it names.
    ///
    /// ## Why it matters
    ///
    /// Amazon S3 compares the ARN of the key, so an ID or an alias alone never matches, and AWS rejects the policy.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:PutObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "s3:x-amz-server-side-encryption-aws-kms-key-id": "1234abcd-12ab-34cd-56ef-1234567890ab"
    ///                 }
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
    ///             "Action": "s3:PutObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Amazon S3 User Guide, "Using server-side encryption with AWS KMS keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_KMS_KEY_VALUE {
        title: "Invalid KMS key value",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-kms-key-value"),
        run: run,
    }
}

/// Condition keys whose values are KMS keys.
///
/// Source: IAM Access Analyzer, policy check reference, 2025.
const KEYS: [&str; 1] = ["s3:x-amz-server-side-encryption-aws-kms-key-id"];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let names_a_key = |test: &&KeyTest| {
        let compares = test.is_of(OperatorFamily::String) || test.is_of(OperatorFamily::Arn);
        compares && KEYS.iter().any(|key| test.is_about(key))
    };
    let tests = ctx.policy.tests().iter().filter(names_a_key);
    for entry in tests.flat_map(KeyTest::entries) {
        let is_judged = ctx.is_settled(entry.node) && !has_variable(&entry.text);
        if is_judged && !may_be_key_arn(&entry.text) {
            findings.push(finding(ctx, &entry));
        }
    }
}

/// Whether the text is the ARN of a key, or a pattern that begins with a wildcard and may match one.
fn may_be_key_arn(text: &str) -> bool {
    let arn = Arn::cut(text);
    let field = |field| arn.field(field).unwrap_or_default();
    let is_key = field(ArnField::Resource).starts_with("key/") || field(ArnField::Resource) == "*";
    let is_of_kms = covers(field(ArnField::Service), "kms");
    let is_whole = field(ArnField::Prefix) == "arn" && !field(ArnField::Region).is_empty();
    text.starts_with('*') || is_whole && is_of_kms && is_key && !field(ArnField::Account).is_empty()
}

fn finding(ctx: &Context, entry: &Entry) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} is not the ARN of a KMS key.", quoted(&entry.text)),
        "The request carries the ARN of the key, and nothing else matches it.",
        "Write the ARN: `arn:aws:kms:us-east-1:111122223333:key/` and the ID of the key.",
    );
    finding.mended_by(as_arn(ctx, entry))
}

/// Puts the front of an ARN before an ID, with Region and account to be filled in.
fn as_arn(ctx: &Context, entry: &Entry) -> Option<Fix> {
    let is_id = entry.text.len() == ID_LENGTH
        && entry
            .text
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let arn = format!(
        "arn:aws:kms:{{{{region}}}}:{{{{account_id}}}}:key/{}",
        entry.text
    );
    let edit = replace_text(ctx.tree, entry.node, &arn);
    is_id
        .then(|| Fix::choice("Write it as an ARN, its account to be filled in", [edit]))
        .flatten()
}

/// The length of `1234abcd-12ab-34cd-56ef-1234567890ab`.
const ID_LENGTH: usize = 36;

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            &statement(
                r#"{"StringLike": {"s3:x-amz-server-side-encryption-aws-kms-key-id": ["arn:aws:kms:us-east-1:111122223333:key/*", "arn:aws:kms:*:111122223333:*", "*:key/1", "${aws:PrincipalTag/key}", "{{key}}", «"alias/a"», «"arn:aws:kms:us-east-1:111122223333:alias/a"», «"arn:aws:s3:::b"», «""»]}, "Null": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "true"}}"#,
            ),
        );
    }

    #[test]
    fn writes_an_id_as_an_arn() {
        let with = |value: &str| {
            statement(&format!(
                r#"{{"StringEquals": {{"s3:x-amz-server-side-encryption-aws-kms-key-id": "{value}"}}}}"#
            ))
        };
        check_fix(
            &CHECK,
            &with("1234abcd-12ab-34cd-56ef-1234567890ab"),
            &with("arn:aws:kms:{{region}}:{{account_id}}:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
        );
    }
}
