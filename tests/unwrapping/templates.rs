//! Templates of CloudFormation, SAM and the like.

use super::outline::expect;

#[test]
fn a_template_in_yaml_gives_each_policy_with_its_resource() {
    expect(
        include_str!("../fixtures/pastes/cloudformation.yaml"),
        &[
            "A CloudFormation template in YAML with 5 policies.",
            "role JobRole, role-trust: JobRole trust policy @11 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ecs-tasks.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}",
            "role JobRole, inline-role: ${AWS::StackName}-data @19 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"arn:${AWS::Partition}:s3:::${DataBucket}/home/${aws:username}/*\"},{\"Effect\":\"Allow\",\"Action\":\"s3:ListBucket\",\"Resource\":\"${DataBucket.Arn}\"}]}",
            "bucket DataBucketPolicy, s3-bucket: DataBucketPolicy @35 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":[\"${DataBucket.Arn}\",\"${DataBucket.Arn}/*\"],\"Condition\":{\"Bool\":{\"aws:SecureTransport\":false}}}]}",
            "key Key, kms-key: Key @50 {\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::${AWS::AccountId}:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}}",
            "queue QueuePolicy, sqs-queue: QueuePolicy @62 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\"${Queue.Arn}\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"${Topic}\"}}}]}",
            "+ Wrote 7 functions of the template as stand-ins or text.",
            "- Named only, without their text: `arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore`.",
            "- Left out 1 comment: JSON has none.",
        ],
    );
}

#[test]
fn a_sam_function_has_policies_too() {
    expect(
        include_str!("../fixtures/pastes/sam.yaml"),
        &[
            "A SAM template in YAML with 1 policy.",
            "function Export, inline-role: Export @11 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sqs:SendMessage\",\"Resource\":\"${Queue.Arn}\"}]}",
            "+ Wrote 1 function of the template as stand-ins or text.",
            "- Named only, without their text: `AWSLambdaBasicExecutionRole` and `S3ReadPolicy`.",
        ],
    );
}

#[test]
fn statements_of_a_serverless_file_become_policies() {
    expect(
        include_str!("../fixtures/pastes/serverless.yml"),
        &[
            "A Serverless Framework file with 2 policies.",
            "service orders, inline-role: orders @7 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"dynamodb:GetItem\"],\"Resource\":\"arn:aws:dynamodb:${self:provider.region}:*:table/${self:custom.table}\"}]}",
            "function mail, inline-role: mail @14 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ses:SendEmail\",\"Resource\":\"*\"}]}",
            "+ Put the statements into a policy with `Version` `2012-10-17`.",
        ],
    );
}

#[test]
fn a_list_that_stands_too_far_right_is_mended_entry_by_entry() {
    let text = "# two policies\n- PolicyName: first\n    PolicyDocument:\n        Version: 2012-10-17\n        Statement:\n            Effect: Allow\n            Action:\n            - \"s3:*\"\n            Resource: \"arn:aws:s3:::<bucket_name>\"\n- PolicyName: second\n    PolicyDocument:\n        Version: 2012-10-17\n        Statement: []\n";
    expect(
        text,
        &[
            "Part of a CloudFormation template in YAML with 2 policies.",
            "-: first @4 {\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],\"Resource\":\"arn:aws:s3:::<bucket_name>\"}}",
            "-: second @12 {\"Version\":\"2012-10-17\",\"Statement\":[]}",
            "+ Moved `PolicyDocument` on line 3 2 blanks to the left, under `PolicyName`.",
            "+ Moved `PolicyDocument` on line 11 2 blanks to the left, under `PolicyName`.",
            "- Left out 1 comment: JSON has none.",
        ],
    );
}

#[test]
fn a_choice_of_the_template_is_made_and_said() {
    let text = "Resources:\n  R:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - !If [Prod, {Effect: Allow, Action: 'a:b', Resource: '*'}, !Ref AWS::NoValue]\n          - !If [Test, !Ref AWS::NoValue, {Effect: Deny, Action: 'c:d', Resource: '*'}]\n";
    expect(
        text,
        &[
            "A CloudFormation template in YAML with 1 policy.",
            "managed policy R, managed: R @6 {\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a:b\",\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":\"c:d\",\"Resource\":\"*\"}]}",
            "- The template decides by `Prod` what stands in one place; what holds if it is true was taken.",
            "- The template decides by `Test` what stands in one place; what holds if it is false was taken.",
        ],
    );
}

#[test]
fn anchors_and_merge_keys_are_carried_out() {
    let text = "Base: &base {Effect: Allow, Resource: '*'}\nStatement:\n  - <<: *base\n    Action: s3:Get*\n  - <<: [*base]\n    Effect: Deny\n    Action: &x s3:Put*\n  - {<<: *base, Action: *x}\n";
    let found = super::outline::outline(text);
    assert!(
        found.contains("\"Statement\":[{\"Action\":\"s3:Get*\",\"Effect\":\"Allow\",\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":\"s3:Put*\",\"Resource\":\"*\"},{\"Action\":\"s3:Put*\",\"Effect\":\"Allow\",\"Resource\":\"*\"}]"),
        "{found}"
    );
}

#[test]
fn a_document_in_a_block_of_text_is_read() {
    let text = "Resources:\n  P:\n    Type: AWS::Logs::ResourcePolicy\n    Properties:\n      PolicyDocument: !Sub |\n        {\n          \"Statement\": [{\"Effect\": \"Allow\", \"Resource\": \"arn:aws:logs:${AWS::Region}:*:${!x}\"}]\n        }\n";
    expect(
        text,
        &[
            "A CloudFormation template in YAML with 1 policy.",
            "log group P, log-group: P @5 {\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":\"arn:aws:logs:${AWS::Region}:*:${x}\"}]}",
        ],
    );
}
