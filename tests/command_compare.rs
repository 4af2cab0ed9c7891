//! `iam-policy-check --compare-with`: whether a policy does the same as a template, a managed policy or another file.

#[path = "command/run.rs"]
#[allow(dead_code)]
mod run;

use run::{file, run};
use serde_json::json;

const TRUST: &str = "tests/fixtures/published/aws-batch-service-trust.json.txt";
const SERVICE_ROLE: &str = "tests/fixtures/published/aws-batch-service-role.json.txt";

#[test]
fn a_policy_that_does_the_same_ends_with_0_whatever_it_is_compared_with() {
    let other = file(
        "trust.json",
        r#"{"Version": "2012-10-17", "Statement": {"Action": ["STS:assumerole"], "Effect": "Allow", "Principal": {"Service": ["batch.amazonaws.com"]}}}"#,
    );
    for with in ["aws-batch-service-trust-as-published", TRUST, &other] {
        let ran = run(&["--compare-with", with, TRUST]);
        assert_eq!((ran.code, ran.errors.as_str()), (0, ""), "{with}");
        assert!(
            ran.output.contains("Matches: nothing to do."),
            "{}",
            ran.output
        );
    }
}

#[test]
fn the_trust_policy_of_batch_differs_from_the_template_by_two_conditions() {
    let ran = run(&[
        "--compare-with=aws-batch-service-trust",
        "--format=json",
        TRUST,
    ]);
    assert_eq!(ran.code, 1);
    let found = &ran.json()[0];
    assert_eq!(found["outcome"], "different");
    assert_eq!(
        found["comparedWith"],
        json!({"kind": "template", "name": "aws-batch-service-trust", "version": null})
    );
    let differences = found["differences"].as_array().expect("an array");
    let [difference] = differences.as_slice() else {
        panic!("{differences:?}");
    };
    assert_eq!(
        (&difference["side"], &difference["certain"]),
        (&json!("mine"), &json!(true))
    );
    assert_eq!(difference["alsoWithout"].as_array().map(Vec::len), Some(2));
    let copied = found["textToCopy"].as_str().expect("a text");
    assert!(
        copied.contains("\"aws:SourceAccount\": \"{{account_id}}\""),
        "{copied}"
    );
}

#[test]
fn the_service_role_of_batch_lacks_what_aws_has_added_to_its_own() {
    let name = "AWSBatchServiceRole";
    let arn = "arn:aws:iam::aws:policy/service-role/AWSBatchServiceRole";
    for with in [name, arn] {
        let ran = run(&["--compare-with", with, SERVICE_ROLE]);
        assert_eq!(ran.code, 1);
        for action in [
            "`ec2:DescribeSpotFleetRequestHistory`",
            "`autoscaling:DescribeScalingActivities`",
            "`ecs:UpdateCluster`",
        ] {
            assert!(ran.output.contains(action), "{}", ran.output);
        }
        assert!(!ran.output.contains("Only yours"), "{}", ran.output);
    }
}

#[test]
fn values_given_and_values_bound_are_told_apart() {
    let mine = file(
        "mine.json",
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::210987654321:role/a"}}"#,
    );
    let theirs = file(
        "theirs.json",
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::<ACCOUNT-ID>:role/a"}}"#,
    );
    let bound = run(&["--compare-with", &theirs, "--format", "json", &mine]);
    assert_eq!(bound.code, 0);
    assert_eq!(
        bound.json()[0]["bindings"],
        json!([{"side": "theirs", "name": "account_id", "text": "<ACCOUNT-ID>", "value": "210987654321"}])
    );
    let given = ["--set", "account_id=109876543210"];
    let ran = run(&[&given[..], &["--compare-with", &mine, &theirs]].concat());
    assert_eq!(ran.code, 1, "{}", ran.output);
    assert!(ran.output.contains("109876543210"), "{}", ran.output);
}

#[test]
fn what_it_cannot_find_or_print_is_wrong_use() {
    let two = file(
        "two.md",
        "```json\n{\"Statement\": []}\n```\n\n```json\n{\"Statement\": []}\n```\n",
    );
    for arguments in [
        &["--compare-with", "no-such-template", TRUST][..],
        &["--compare-with", &two, TRUST],
        &["--compare-with", TRUST, "--fix", TRUST],
        &["--compare-with", TRUST, "--format", "sarif", TRUST],
        &["--compare-with"],
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.output.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.errors.contains("--compare-with"), "{}", ran.errors);
    }
}

#[test]
fn what_cannot_be_compared_is_no_match() {
    let broken = file("broken.json", "{\"Statement\": [");
    let ran = run(&["--compare-with", TRUST, "--format", "json", &broken]);
    assert_eq!(
        (ran.code, &ran.json()[0]["outcome"]),
        (1, &json!("unreadable"))
    );
}
