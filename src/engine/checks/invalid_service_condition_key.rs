//! Condition keys of a service that it does not have.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unlisted_key::report;
use super::wording::quoted;
use crate::engine::catalog::Catalog;
use crate::engine::policy::KeyTest;

declare_check! {
    /// ## What it checks
    ///
    /// A condition key that begins with the prefix of a service is one of the keys AWS lists.
    /// The case of letters does not matter.
    /// Keys of identity providers and keys that AWS accepts without listing them are left alone.
    ///
    /// ## Why it matters
    ///
    /// No request carries a key that the service does not set.
    /// A test of it fails for every request, or holds for every request where its operator is negated.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"StringLike": {"s3:folder": "home/*"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"NumericLessThanEquals": {"s3:MaxKeys": "100"}}
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
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"StringLike": {"s3:prefix": "home/*"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, tables of condition keys, October 2026;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_SERVICE_CONDITION_KEY {
        title: "Unknown condition key of a service",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-service-condition-key"),
        run: run,
    }
}

/// How the keys of connected devices begin, which no list has: they stand in the policies of AWS IoT Core alone.
///
/// Source: AWS IoT Core Developer Guide, "AWS IoT Core policy variables", 2026.
const OF_DEVICES: [&str; 3] = ["iot:Connection.", "iot:Certificate.", "iot:ClientId"];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let of = |test: &KeyTest| format!("condition keys of {}", quoted(prefix(test)));
    report(&CHECK, ctx, is_of_a_service, of, findings);
}

fn is_of_a_service(catalog: &Catalog, test: &KeyTest) -> bool {
    let is_of_a_device = || OF_DEVICES.iter().any(|start| test.begins_with(start));
    test.key.len() > prefix(test).len() + 1
        && catalog.service(prefix(test)).is_some()
        && !is_of_a_device()
}

fn prefix<'t>(test: &'t KeyTest) -> &'t str {
    test.key.split_once(':').map_or("", |(prefix, _)| prefix)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(key: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Condition": {{"StringEquals": {{{key}: "a"}}}}}}}}"#
        )
    }

    #[test]
    fn is_about_the_key() {
        for key in [r#"«"s3:folder"»"#, r#"«"LakeFormation:GlueARN"»"#] {
            check(&CHECK, &statement(key));
        }
    }

    #[test]
    fn keys_of_identity_providers_families_and_devices_are_not_meant() {
        for key in [
            "token.actions.githubusercontent.com:sub",
            "oidc.eks.eu-west-1.amazonaws.com/id/0123:aud",
            "auth.example.com/tenant:groups",
            "cognito-identity.amazonaws.com:amr",
            "SAML:aud",
            "saml:nothing",
            "kms:EncryptionContext:aws:s3:arn",
            "kms:EncryptionContext",
            "S3:existingObjectTag/class",
            "ssm:ResourceTag/env",
            "elasticloadbalancing:ResourceTag/x",
            "iot:Connection.Thing.IsAttached",
            "deepracer:UserToken",
            "omics:VariantStoreName",
            "nothing:Key",
            "aws:Nothing",
            "{{service}}:Key",
            "s3:{{key}}",
            "s3:",
        ] {
            check_clean(&CHECK, &statement(&format!("\"{key}\"")));
        }
    }

    #[test]
    fn offers_the_name_that_was_meant() {
        for (before, after) in [
            ("s3:prefx", "s3:prefix"),
            ("ec2:ResourcTag/team", "ec2:ResourceTag/team"),
            ("s3:PrincipalOrgID", "aws:PrincipalOrgID"),
            ("ec2:RequestTag/team", "aws:RequestTag/team"),
        ] {
            let quoted = |key: &str| statement(&format!("\"{key}\""));
            check_fix(&CHECK, &quoted(before), &quoted(after));
        }
    }
}
