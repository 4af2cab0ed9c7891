//! What a careful reader remarks about published policies, each with the check that says it, or with silence.

use iam_policy_editor::engine::analysis::{Analysis, Request};
use iam_policy_editor::engine::catalog::{Catalog, bundled};
use iam_policy_editor::engine::checks::Options;
use iam_policy_editor::engine::placeholders::Values;
use iam_policy_editor::engine::policy::KindChoice;
use std::fs;
use std::sync::{Arc, LazyLock};

static REFERENCE: LazyLock<Arc<Catalog>> =
    LazyLock::new(|| Arc::new(bundled().expect("the bundled reference")));

/// What is looked at: a published policy by the name of its file, or statements.
enum Text {
    Published(&'static str),
    Statements(&'static str),
}

use Text::{Published, Statements};

impl Text {
    fn read(&self) -> String {
        match self {
            Published(name) => {
                let root = env!("CARGO_MANIFEST_DIR");
                fs::read_to_string(format!("{root}/tests/fixtures/published/{name}.json.txt"))
                    .unwrap()
            }
            Statements(list) => {
                format!(r#"{{"Version": "2012-10-17", "Statement": [{list}]}}"#)
            }
        }
    }
}

/// What becomes of a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// Reported, with a way to mend it.
    Mended,
    /// Reported, and left to a person.
    Said,
    /// Not reported, because nothing is wrong.
    Silent,
}

use Answer::{Mended, Said, Silent};

const BATCHLY: Text = Published("batchly-onboarding-user");
const VOLUMES: Text = Statements(
    r#"{"Effect": "Allow", "Action": ["ec2:createVolume", "ec2:attachVolume", "ec2:deleteVolume", "ec2:modifyInstanceAttribute", "ec2:describeVolumes"], "Resource": "*"}"#,
);
const BATCH: Text = Published("aws-batch-service-role");

/// The remark, the text, the code that says it or must not, and what becomes of it.
///
/// B is the onboarding user of Batchly, I the installer of Iguazio, A the service role of AWS Batch,
/// G the workflows for genomics, N the user of an article, 2.6 and 3 what other documents have.
const REMARKS: &[(&str, Text, &str, Answer)] = &[
    (
        "B1, B2: two commas are missing",
        BATCHLY,
        "JSON_SYNTAX_ERROR",
        Mended,
    ),
    (
        "B4, B5: stand-ins for account and user",
        BATCHLY,
        "UNFILLED_PLACEHOLDER",
        Said,
    ),
    (
        "B6: a role path without a name",
        BATCHLY,
        "ARN_ENDS_IN_SLASH",
        Mended,
    ),
    (
        "B7: no action works on a policy",
        BATCHLY,
        "RESOURCE_WITHOUT_MATCHING_ACTION",
        Mended,
    ),
    (
        "B8: lists take no particular resource",
        BATCHLY,
        "ACTION_NEEDS_EVERY_RESOURCE",
        Mended,
    ),
    (
        "B9: several statements in one",
        BATCHLY,
        "SEVERAL_RESOURCE_TYPES",
        Mended,
    ),
    (
        "B10: one role for any service",
        BATCHLY,
        "PASS_ROLE_TO_ANY_SERVICE",
        Mended,
    ),
    (
        "B11: permissions and trust can be written",
        BATCHLY,
        "PRIVILEGE_ESCALATION",
        Mended,
    ),
    (
        "B12: every instance profile",
        BATCHLY,
        "EVERY_NAME_IN_IAM",
        Mended,
    ),
    ("B13: a generator's Sid", BATCHLY, "GENERATED_SID", Mended),
    (
        "B15: the size is fine",
        BATCHLY,
        "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
        Silent,
    ),
    (
        "I1: a shell variable that nobody filled in",
        Statements(
            r#"{"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::$AWS_ACCOUNT_ID:role/eksctl-*"}"#,
        ),
        "UNFILLED_PLACEHOLDER",
        Said,
    ),
    (
        "I2: the account is open in one place",
        Statements(
            r#"{"Effect": "Allow", "Action": "iam:GetRole", "Resource": ["arn:aws:iam::$AWS_ACCOUNT_ID:role/a", "arn:aws:iam::$AWS_ACCOUNT_ID:role/b", "arn:aws:iam::*:role/c"]}"#,
        ),
        "ACCOUNT_LEFT_OPEN",
        Mended,
    ),
    (
        "I3: another statement cancels the condition",
        Statements(
            r#"{"Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "*", "Condition": {"StringEquals": {"iam:AWSServiceName": "eks.amazonaws.com"}}}, {"Effect": "Allow", "Action": ["iam:GetRole", "iam:CreateServiceLinkedRole"], "Resource": "*"}"#,
        ),
        "CONDITION_WITHOUT_EFFECT",
        Mended,
    ),
    (
        "I4: roles of services for any service",
        Statements(
            r#"{"Effect": "Allow", "Action": ["iam:PassRole", "iam:CreateServiceLinkedRole"], "Resource": ["arn:aws:iam::*:role/aws-service-role/*", "arn:aws:iam::*:role/iguazio"]}"#,
        ),
        "PASS_ROLE_TO_ANY_SERVICE",
        Mended,
    ),
    (
        "I5: a pattern covers another",
        Statements(
            r#"{"Effect": "Allow", "Action": "iam:GetRole", "Resource": ["arn:aws:iam::$AWS_ACCOUNT_ID:role/eksctl-*", "arn:aws:iam::$AWS_ACCOUNT_ID:role/eksctl-managed-*"]}"#,
        ),
        "REDUNDANT_RESOURCE",
        Mended,
    ),
    (
        "I6: a wider statement allows the same",
        Statements(
            r#"{"Effect": "Allow", "Action": ["iam:GetRole", "iam:TagRole"], "Resource": "arn:aws:iam::$AWS_ACCOUNT_ID:role/eksctl-*"}, {"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::$AWS_ACCOUNT_ID:role/*"}"#,
        ),
        "ACTION_ALLOWED_TWICE",
        Mended,
    ),
    (
        "I7: no account has such a parameter",
        Statements(
            r#"{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": ["arn:aws:ssm:*:$AWS_ACCOUNT_ID:parameter/aws/*", "arn:aws:ssm:*::parameter/aws/*"]}"#,
        ),
        "RESERVED_PARAMETER_NAME",
        Mended,
    ),
    (
        "I8: grants on every key",
        Statements(
            r#"{"Effect": "Allow", "Action": ["kms:CreateGrant", "kms:DescribeKey"], "Resource": "*"}"#,
        ),
        "KMS_GRANT_TO_ANYONE",
        Mended,
    ),
    (
        "I9: permissions can be written without a boundary",
        Statements(
            r#"{"Effect": "Allow", "Action": ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"], "Resource": "arn:aws:iam::$AWS_ACCOUNT_ID:role/eksctl-*"}"#,
        ),
        "PRIVILEGE_ESCALATION",
        Mended,
    ),
    (
        "I10: a list on a pattern of names",
        Statements(
            r#"{"Effect": "Allow", "Action": ["iam:GetInstanceProfile", "iam:ListInstanceProfiles"], "Resource": "arn:aws:iam::$AWS_ACCOUNT_ID:instance-profile/eksctl-*"}"#,
        ),
        "ACTION_NEEDS_EVERY_RESOURCE",
        Mended,
    ),
    (
        "I11: whole services in every Region",
        Statements(
            r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}, {"Effect": "Allow", "Action": ["elasticloadbalancing:*", "cloudwatch:*", "autoscaling:*"], "Resource": "*"}, {"Effect": "Allow", "Action": "cloudformation:*", "Resource": "*"}, {"Effect": "Allow", "Action": "eks:*", "Resource": "*"}"#,
        ),
        "EVERY_REGION",
        Mended,
    ),
    (
        "I12: older than eksctl's own list",
        Statements(
            r#"{"Effect": "Allow", "Action": ["iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile", "iam:CreateRole", "iam:AttachRolePolicy", "iam:PassRole", "iam:ListAttachedRolePolicies", "iam:GetOpenIDConnectProvider", "iam:CreateOpenIDConnectProvider", "iam:DeleteOpenIDConnectProvider"], "Resource": "arn:aws:iam::$AWS_ACCOUNT_ID:role/eksctl-*"}"#,
        ),
        "OLDER_THAN_ITS_ORIGIN",
        Mended,
    ),
    (
        "I13: capitals that AWS writes otherwise",
        Statements(r#"{"Effect": "Allow", "Action": "ec2:DescribeNetworkACLs", "Resource": "*"}"#),
        "ACTION_SPELLING",
        Mended,
    ),
    (
        "I14: the same action in two statements",
        Statements(
            r#"{"Effect": "Allow", "Action": ["ec2:DescribeSecurityGroups", "ec2:RunInstances"], "Resource": "*"}, {"Effect": "Allow", "Action": ["ec2:DescribeSecurityGroups", "ec2:CreateVpc"], "Resource": "*"}"#,
        ),
        "ACTION_ALLOWED_TWICE",
        Mended,
    ),
    (
        "I15: the only statement without a name",
        Statements(
            r#"{"Sid": "A", "Effect": "Allow", "Action": "s3:A", "Resource": "*"}, {"Sid": "B", "Effect": "Allow", "Action": "s3:B", "Resource": "*"}, {"Effect": "Allow", "Action": "s3:C", "Resource": "*"}"#,
        ),
        "STATEMENT_WITHOUT_SID",
        Mended,
    ),
    (
        "A1, A2: AWS's own policy of some years ago",
        BATCH,
        "OUTDATED_MANAGED_POLICY",
        Mended,
    ),
    (
        "A4: the condition names the services",
        BATCH,
        "PASS_ROLE_WITH_STAR_IN_RESOURCE",
        Silent,
    ),
    (
        "A5: the condition names the services",
        BATCH,
        "CREATE_SLR_WITH_STAR_IN_RESOURCE",
        Silent,
    ),
    (
        "A6: a service of the partition for China",
        BATCH,
        "INVALID_SERVICE_PRINCIPAL_FORMAT",
        Silent,
    ),
    ("A7: lists of one entry", BATCH, "REDUNDANT_ACTION", Silent),
    (
        "A8: whole systems can be taken down",
        BATCH,
        "DESTRUCTION_OF_EVERYTHING",
        Said,
    ),
    (
        "A9: a condition on the creating action",
        BATCH,
        "CONDITION_WITHOUT_EFFECT",
        Silent,
    ),
    (
        "A10: nothing says on whose behalf Batch uses the role",
        Published("aws-batch-service-trust"),
        "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
        Mended,
    ),
    (
        "A13: the role of a service, made by hand",
        Statements(
            r#"{"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::210987654321:role/AWSServiceRoleForBatch"}"#,
        ),
        "SERVICE_LINKED_ROLE_WITHOUT_PATH",
        Mended,
    ),
    (
        "G5: everything that S3 has",
        Statements(
            r#"{"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::<bucket_name>", "arn:aws:s3:::<bucket_name>/*"]}"#,
        ),
        "FULL_ACCESS_TO_BUCKET",
        Mended,
    ),
    (
        "G6: small letters that AWS writes otherwise",
        VOLUMES,
        "ACTION_SPELLING",
        Mended,
    ),
    (
        "G7: the tool needs one more action",
        VOLUMES,
        "OLDER_THAN_ITS_ORIGIN",
        Mended,
    ),
    (
        "G8: any volume, any instance",
        VOLUMES,
        "DESTRUCTION_OF_EVERYTHING",
        Mended,
    ),
    (
        "G12: the objects are left out",
        Statements(
            r#"{"Effect": "Deny", "Action": ["s3:Delete*", "s3:PutBucket*"], "Resource": "arn:aws:s3:::<bucket_name>"}"#,
        ),
        "DENY_MISSES_OBJECTS",
        Mended,
    ),
    (
        "N1: everything, on everything",
        Statements(r#"{"Effect": "Allow", "Action": "*", "Resource": "*"}"#),
        "ADMINISTRATOR_ACCESS",
        Mended,
    ),
    (
        "2.6: objects by the ARN of their bucket",
        Statements(
            r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-pod-secrets-bucket"}"#,
        ),
        "ACTION_WITHOUT_MATCHING_RESOURCE",
        Mended,
    ),
    (
        "2.6: a prefix that names the bucket",
        Statements(
            r#"{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::mybucket", "Condition": {"StringEquals": {"s3:prefix": "mybucket/path/to/state"}}}"#,
        ),
        "PREFIX_NAMES_BUCKET",
        Mended,
    ),
    (
        "2.6: a service in capitals, as AWS's own pages have it",
        Statements(
            r#"{"Effect": "Allow", "Action": "SNS:Publish", "Resource": "arn:aws:sns:us-east-1:210987654321:a"}"#,
        ),
        "ACTION_SPELLING",
        Silent,
    ),
    (
        "3: an account of AWS's examples",
        Statements(
            r#"{"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::123456789012:role/a"}"#,
        ),
        "SAMPLE_VALUE",
        Said,
    ),
    (
        "3: some actions of S3 have no bucket",
        Statements(r#"{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a"}"#),
        "ACTION_WITHOUT_MATCHING_RESOURCE",
        Silent,
    ),
    (
        "3: instance and volume in two statements",
        Statements(
            r#"{"Effect": "Allow", "Action": "ec2:AttachVolume", "Resource": "arn:aws:ec2:*:*:instance/*"}, {"Effect": "Allow", "Action": "ec2:AttachVolume", "Resource": "arn:aws:ec2:*:*:volume/*"}"#,
        ),
        "ACTION_WITHOUT_MATCHING_RESOURCE",
        Silent,
    ),
    (
        "3: resources of AWS have no account",
        Statements(
            r#"{"Effect": "Allow", "Action": ["ssm:GetParameter", "ec2:RunInstances"], "Resource": ["arn:aws:ssm:us-east-1::parameter/aws/service/*", "arn:aws:ec2:us-east-1::snapshot/*"]}"#,
        ),
        "RESOURCE_WITHOUT_MATCHING_ACTION",
        Silent,
    ),
];

#[test]
fn each_remark_is_reported_or_silent() {
    for (remark, text, code, expected) in REMARKS {
        let analysis = Analysis::new(Request {
            text: &text.read(),
            declared: &[],
            values: &Values::default(),
            kind: KindChoice::Auto,
            attachment: None,
            options: Options::default(),
            catalog: Some(&REFERENCE),
            accepted: &[],
        });
        let found: Vec<_> = analysis
            .findings()
            .iter()
            .filter(|finding| finding.code == *code)
            .collect();
        let answer = match found.iter().any(|finding| !finding.fixes.is_empty()) {
            true => Mended,
            false if found.is_empty() => Silent,
            false => Said,
        };
        assert_eq!(answer, *expected, "{remark}");
    }
}
