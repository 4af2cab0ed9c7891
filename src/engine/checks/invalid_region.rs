//! Values of condition keys that should be Regions.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::catalog::Catalog;
use crate::engine::policy::{Entry, KeyTest, OperatorFamily, Relation, has_variable, has_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// The values of condition keys about Regions, such as `aws:RequestedRegion`, are codes of Regions.
    /// Values with a wildcard or a policy variable are left alone.
    ///
    /// ## Why it matters
    ///
    /// No request has such a value: a test for it always fails, and a test against it always holds.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ec2:RunInstances",
    ///             "Resource": "*",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "aws:RequestedRegion": "us-east-9"
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
    ///             "Action": "ec2:RunInstances",
    ///             "Resource": "*",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "aws:RequestedRegion": "us-east-1"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// botocore, `partitions.json`, 2026; Service Authorization Reference, "Condition keys", 2026.
    INVALID_REGION {
        title: "Unknown Region",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-region"),
        run: run,
    }
}

/// The condition keys whose values are codes of Regions.
const KEYS: [&str; 19] = [
    "account:TargetRegion",
    "aws:RequestedRegion",
    "batch:AWSLogsRegion",
    "cloudformation:TargetRegion",
    "dsql:WitnessRegion",
    "ec2:Region",
    "ec2:VpceServiceRegion",
    "ec2:VpceSupportedRegion",
    "identitystore:PrimaryRegion",
    "kms:PrimaryRegion",
    "kms:ReplicaRegion",
    "observabilityadmin:CentralizationBackupRegion",
    "observabilityadmin:CentralizationDestinationRegion",
    "observabilityadmin:CentralizationSourceRegions",
    "observabilityadmin:TargetRegions",
    "secretsmanager:AddReplicaRegions",
    "secretsmanager:SecretPrimaryRegion",
    "ses:ReplicaRegion",
    "sso:PrimaryRegion",
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    if let Some(catalog) = ctx.catalog {
        let is_about_regions = |test: &&KeyTest| {
            test.is_of(OperatorFamily::String) && KEYS.iter().any(|key| test.is_about(key))
        };
        for test in ctx.policy.tests().iter().filter(is_about_regions) {
            let unknown = test
                .entries()
                .filter(|entry| is_unknown(ctx, catalog, test, entry));
            findings.extend(unknown.map(|entry| finding(ctx, catalog, test, &entry)));
        }
    }
}

fn is_unknown(ctx: &Context, catalog: &Catalog, test: &KeyTest, entry: &Entry) -> bool {
    let text = &*entry.text;
    let ignores_case = test.compares(Relation::EqualsIgnoreCase);
    let is_known = catalog.region(text).is_some()
        || (ignores_case && catalog.region(&text.to_ascii_lowercase()).is_some());
    !is_known && !has_wildcard(text) && !has_variable(text) && ctx.is_settled(entry.node)
}

fn finding(ctx: &Context, catalog: &Catalog, test: &KeyTest, entry: &Entry) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!(
            "{} is no Region in AWS's list of {}.",
            quoted(&entry.text),
            catalog.date()
        ),
        format!(
            "No request has this value of {}, so that the test does not do what it says.",
            quoted(&test.key)
        ),
        "Write the code of the Region, such as `eu-central-1`.",
    );
    let near = catalog.nearest_regions(&entry.text).into_iter();
    let fixes = near.filter_map(|code| {
        let edit = replace_text(ctx.tree, entry.node, code);
        Fix::choice_by_reference(format!("Write {}", quoted(code)), [edit])
    });
    fixes.fold(finding, Finding::mended_by)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn test(operator: &str, values: &str) -> String {
        format!(
            r#"{{"Statement": {{"Condition": {{"{operator}": {{"aws:RequestedRegion": {values}}}}}}}}}"#
        )
    }

    #[test]
    fn is_about_each_value() {
        check(
            &CHECK,
            &test(
                "StringEquals",
                r#"["us-east-1", «"us-east-9"», "cn-north-1", «"Us-East-1"»]"#,
            ),
        );
        check(
            &CHECK,
            &test(
                "ForAnyValue:StringNotLikeIfExists",
                r#"["us-*", «"useast1"», "${aws:username}"]"#,
            ),
        );
    }

    #[test]
    fn leaves_other_keys_other_operators_and_open_values_alone() {
        check_clean(&CHECK, &test("StringEqualsIgnoreCase", r#""Us-East-1""#));
        check_clean(&CHECK, &test("StringEquals", r#""<REGION>""#));
        check_clean(&CHECK, &test("Null", r#""true""#));
        check_clean(
            &CHECK,
            r#"{"Statement": {"Condition": {"StringEquals": {"aws:username": "us-east-9"}}}}"#,
        );
    }

    #[test]
    fn writes_the_nearest_code() {
        for (before, after) in [("eu-central1", "eu-central-1"), ("Us-East-1", "us-east-1")] {
            let of = |value: &str| test("StringEquals", &format!("\"{value}\""));
            check_fix(&CHECK, &of(before), &of(after));
        }
    }
}
