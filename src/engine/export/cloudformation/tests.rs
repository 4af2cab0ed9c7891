//! Policies in, templates out.

use crate::engine::export::tests::{Case, exported};
use crate::engine::export::{Export, Holder, Names, Refusal};
use crate::engine::policy::Attachment;

const READ: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::<BUCKET_NAME>/home/${aws:username}/*"}}"#;
const TRUST: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}"#;

fn template(policies: &[(&str, Case)]) -> Result<String, Refusal> {
    exported("cloudformation", policies).map(|Export { text, .. }| text)
}

fn at(place: Attachment, target: &str) -> Case {
    Case {
        place: Some(place),
        names: Names {
            target: Some(target.to_owned()),
            ..Names::default()
        },
        parameters: true,
        is_literal: false,
    }
}

#[test]
fn a_stand_in_becomes_a_parameter_with_constraints() {
    let case = Case {
        parameters: true,
        ..Case::default()
    };
    assert_eq!(
        template(&[(READ, case)]).unwrap(),
        r#"AWSTemplateFormatVersion: "2010-09-09"
Description: "Policies: identity-policy. Needs the capability CAPABILITY_NAMED_IAM."
Parameters:
  BucketName:
    Type: String
    Description: "Bucket name. The name of the S3 bucket alone, without s3:// and without a path. Lower-case letters, digits, hyphens and dots."
    AllowedPattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"
    ConstraintDescription: "Expected is: Bucket name."
Resources:
  IdentityPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: identity-policy
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          Effect: Allow
          Action: s3:GetObject
          Resource: !Sub "arn:aws:s3:::${BucketName}/home/${!aws:username}/*""#
    );
}

#[test]
fn a_role_is_created_with_all_that_belongs_to_it() {
    let mut trust = at(Attachment::RoleTrust, "batch-node");
    trust.names.managed_policies = vec!["arn:aws:iam::aws:policy/ReadOnlyAccess".to_owned()];
    let inline = at(Attachment::InlineRole, "batch-node");
    let mut managed = at(Attachment::Managed, "batch-node");
    managed.names.holder = Some(Holder::Role);
    let text = template(&[(READ, inline), (TRUST, trust), (READ, managed)]).unwrap();
    let resources = text.split("Resources:\n").nth(1).unwrap();
    let heads: Vec<&str> = resources
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .map(str::trim)
        .collect();
    assert_eq!(
        heads,
        [
            "BatchNodeRole:",
            "BatchNodeInstanceProfile:",
            "IdentityPolicy:",
            "IdentityPolicy2:"
        ]
    );
    assert_eq!(text.matches("- !Ref BatchNodeRole").count(), 3, "{text}");
    assert!(text.contains("ManagedPolicyArns:\n        - arn:aws:iam::aws:policy/ReadOnlyAccess"));
}

#[test]
fn a_resource_policy_finds_its_resource_in_its_own_arns() {
    let policy = |resource: &str| {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "{resource}"}}}}"#
        )
    };
    for (resource, line) in [
        ("arn:aws:s3:::acme-data/*", "Bucket: acme-data"),
        (
            "arn:aws:sqs:eu-west-1:111122223333:orders",
            "- https://sqs.eu-west-1.amazonaws.com/111122223333/orders",
        ),
        (
            "arn:aws-cn:sqs:cn-north-1:111122223333:orders",
            "- https://sqs.cn-north-1.amazonaws.com.cn/111122223333/orders",
        ),
        (
            "arn:aws:sns:eu-west-1:111122223333:alarms",
            "- arn:aws:sns:eu-west-1:111122223333:alarms",
        ),
    ] {
        let text = template(&[(&policy(resource), Case::default())]).unwrap();
        assert!(text.contains(line), "{resource}: {text}");
    }
}

#[test]
fn what_a_stack_cannot_hold_is_refused_with_the_way_out() {
    let key = r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestTag/<TAG_KEY>": "x"}}}}"#;
    let open = Case {
        parameters: true,
        ..Case::default()
    };
    assert!(matches!(
        template(&[(key, open)]),
        Err(Refusal::Values { names, .. }) if names == ["tag_key"]
    ));
    let table = at(
        Attachment::DynamoDbTablePolicy,
        "arn:aws:dynamodb:eu-west-1:111122223333:table/a",
    );
    let said = template(&[(TRUST, table)]).unwrap_err().to_string();
    assert!(
        said.contains("`ResourcePolicy` of `AWS::DynamoDB::Table`"),
        "{said}"
    );
    let nowhere = Case {
        place: Some(Attachment::InlineUser),
        ..Case::default()
    };
    let filled = READ.replace("<BUCKET_NAME>", "acme-data");
    let said = template(&[(&filled, nowhere)]).unwrap_err().to_string();
    assert_eq!(
        said,
        "The user name is missing. Enter the name of the IAM user."
    );
}
