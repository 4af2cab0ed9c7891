//! What changes to a statement's condition do to the access a policy gives, by example.

use iam_policy_editor::engine::meaning::{AccessEffect, effect_of};
use iam_policy_editor::engine::syntax::parse;

use AccessEffect::{Different, Less, More, Same, Unknown};

fn statement(effect: &str, condition: &str) -> String {
    let condition = match condition {
        "" => String::new(),
        condition => format!(r#", "Condition": {{{condition}}}"#),
    };
    format!(r#"{{"Effect": "{effect}", "Action": "s3:*", "Resource": "*"{condition}}}"#)
}

/// Holds changes of an `Allow`, and the change back.
fn hold(table: &[(&str, &str, AccessEffect)]) {
    for (before, after, expected) in table {
        let policy = |condition: &str| {
            let statement = statement("Allow", condition);
            parse(&format!(
                r#"{{"Version": "2012-10-17", "Statement": [{statement}]}}"#
            ))
        };
        assert_eq!(
            effect_of(&policy(before), &policy(after)),
            *expected,
            "{before}\n{after}"
        );
        let back = match expected {
            Less => More,
            More => Less,
            other => *other,
        };
        assert_eq!(
            effect_of(&policy(after), &policy(before)),
            back,
            "back\n{before}\n{after}"
        );
    }
}

#[test]
fn a_further_test_is_less_access() {
    hold(&[
        ("", r#""Bool": {"aws:SecureTransport": "true"}"#, Less),
        (
            r#""Bool": {"aws:SecureTransport": "true"}"#,
            r#""Bool": {"aws:SecureTransport": "true"}, "IpAddress": {"aws:SourceIp": "10.0.0.0/8"}"#,
            Less,
        ),
    ]);
}

#[test]
fn a_further_test_of_a_deny_is_more_access() {
    let policy = |condition: &str| {
        let (allow, deny) = (statement("Allow", ""), statement("Deny", condition));
        parse(&format!(
            r#"{{"Version": "2012-10-17", "Statement": [{allow}, {deny}]}}"#
        ))
    };
    let (all, some) = (policy(""), policy(r#""StringNotEquals": {"k": "a"}"#));
    assert_eq!(effect_of(&all, &some), More);
    assert_eq!(effect_of(&some, &all), Less);
}

#[test]
fn spelling_changes_nothing() {
    hold(&[
        (
            r#""Bool": {"aws:SecureTransport": true}"#,
            r#""bool": {"AWS:SecureTransport": ["True"]}"#,
            Same,
        ),
        (
            r#""StringEquals": {"k": ["a", "b"]}"#,
            r#""StringEquals": {"K": ["b", "a", "b"]}"#,
            Same,
        ),
        (
            r#""StringEquals": {"k": "a"}"#,
            r#""StringLike": {"k": "a"}"#,
            Same,
        ),
        (
            r#""ArnEquals": {"k": "arn:aws:s3:::a*"}"#,
            r#""ArnLike": {"k": "arn:aws:s3:::a*"}"#,
            Same,
        ),
        (
            r#""NullIfExists": {"k": "true"}"#,
            r#""ForAnyValue:Null": {"k": true}"#,
            Same,
        ),
        (
            r#""StringEqualsIgnoreCase": {"k": "A"}"#,
            r#""StringEqualsIgnoreCase": {"k": "a"}"#,
            Same,
        ),
        (
            r#""StringEquals": {"k": "A"}"#,
            r#""StringEquals": {"k": "a"}"#,
            Different,
        ),
    ]);
}

#[test]
fn further_values_are_more_access_and_less_where_they_must_not_match() {
    hold(&[
        (
            r#""StringEquals": {"k": "a"}"#,
            r#""StringEquals": {"k": ["a", "b"]}"#,
            More,
        ),
        (
            r#""StringNotEquals": {"k": "a"}"#,
            r#""StringNotEquals": {"k": ["a", "b"]}"#,
            Less,
        ),
        (
            r#""StringEquals": {"k": "a*"}"#,
            r#""StringLike": {"k": "a*"}"#,
            More,
        ),
        (
            r#""StringLike": {"k": ["a*", "ab"]}"#,
            r#""StringLike": {"k": "a*"}"#,
            Same,
        ),
        (
            r#""ArnLike": {"k": "arn:aws:s3:::a"}"#,
            r#""ArnLike": {"k": "arn:aws:s3:*:*:a"}"#,
            More,
        ),
        (
            r#""StringLike": {"k": "arn:aws:s3:*:a"}"#,
            r#""ArnLike": {"k": "arn:aws:s3:*:*:a"}"#,
            Less,
        ),
    ]);
}

#[test]
fn numbers_and_addresses_are_compared_as_what_they_are() {
    hold(&[
        (
            r#""NumericLessThan": {"k": ["2700", "3600"]}"#,
            r#""NumericLessThan": {"k": 3600}"#,
            Same,
        ),
        (
            r#""NumericLessThan": {"k": "1"}"#,
            r#""NumericLessThanEquals": {"k": "1.0"}"#,
            More,
        ),
        (
            r#""NumericEquals": {"k": "1"}"#,
            r#""NumericEquals": {"k": "1.0"}"#,
            Same,
        ),
        (
            r#""IpAddress": {"k": "10.0.0.1/8"}"#,
            r#""IpAddress": {"k": "10.0.0.0/8"}"#,
            Same,
        ),
        (
            r#""IpAddress": {"k": ["10.0.0.0/8", "10.1.0.0/16"]}"#,
            r#""IpAddress": {"k": "10.0.0.0/8"}"#,
            Same,
        ),
        (
            r#""IpAddress": {"k": "10.0.0.0/8"}"#,
            r#""IpAddress": {"k": ["10.0.0.0/8", "2001:db8::/32"]}"#,
            More,
        ),
        (
            r#""IpAddress": {"k": ["0.0.0.0/0", "::/0"]}"#,
            r#""Null": {"k": "false"}"#,
            Same,
        ),
        (
            r#""IpAddress": {"k": "0.0.0.0/0"}"#,
            r#""Null": {"k": "false"}"#,
            More,
        ),
        (
            r#""IpAddress": {"k": ["10.0.0.0/9", "10.128.0.0/9"]}"#,
            r#""IpAddress": {"k": "10.0.0.0/8"}"#,
            Same,
        ),
    ]);
}

#[test]
fn a_missing_key_passes_some_tests() {
    hold(&[
        (
            r#""StringEquals": {"k": "a"}"#,
            r#""StringEqualsIfExists": {"k": "a"}"#,
            More,
        ),
        (
            r#""StringNotEquals": {"k": "a"}"#,
            r#""StringNotEqualsIfExists": {"k": "a"}"#,
            Same,
        ),
        (
            r#""StringEqualsIfExists": {"k": "a"}, "Null": {"k": "false"}"#,
            r#""StringEquals": {"k": "a"}"#,
            Same,
        ),
        (
            r#""ForAllValues:StringEquals": {"k": "a"}"#,
            r#""ForAnyValue:StringEquals": {"k": "a"}"#,
            Different,
        ),
        (
            r#""Bool": {"k": "true"}"#,
            r#""Bool": {"k": "false"}"#,
            Different,
        ),
        (
            r#""Bool": {"k": ["true", "false"]}"#,
            r#""Null": {"k": "false"}"#,
            Same,
        ),
    ]);
}

#[test]
fn a_lone_star_is_a_test_for_the_key() {
    hold(&[
        (
            r#""StringLike": {"k": "*"}"#,
            r#""Null": {"k": "false"}"#,
            Same,
        ),
        (
            r#""ArnLike": {"k": "*"}"#,
            r#""Null": {"k": "false"}"#,
            Same,
        ),
        (
            r#""ForAnyValue:StringLike": {"k": "*"}"#,
            r#""Null": {"k": "false"}"#,
            Same,
        ),
        (
            r#""StringNotLike": {"k": "*"}"#,
            r#""Null": {"k": "true"}"#,
            Same,
        ),
        (
            r#""ForAllValues:StringNotLike": {"k": "*"}"#,
            r#""Null": {"k": "true"}"#,
            Same,
        ),
        (r#""StringLikeIfExists": {"k": "*"}"#, "", Same),
        (r#""ForAllValues:StringLike": {"k": "*"}"#, "", Same),
        (
            r#""Null": {"k": "true"}"#,
            r#""Null": {"k": "false"}"#,
            Different,
        ),
        (r#""Null": {"k": ["true", "false"]}"#, "", Same),
    ]);
}

#[test]
fn an_empty_list_matches_no_value() {
    hold(&[
        (
            r#""StringEquals": {"k": []}"#,
            r#""Bool": {"other": []}"#,
            Same,
        ),
        (
            r#""ForAllValues:StringEquals": {"k": []}"#,
            r#""Null": {"k": "true"}"#,
            Same,
        ),
        (
            r#""StringEqualsIfExists": {"k": []}"#,
            r#""Null": {"k": "true"}"#,
            Same,
        ),
        (r#""StringEquals": {"k": []}"#, "", More),
    ]);
}

#[test]
fn what_is_not_looked_into_is_compared_by_its_text() {
    hold(&[
        (r#""DateLessThan": {"k": "2030-01-01T00:00:00Z"}"#, "", More),
        (
            r#""DateLessThan": {"k": "2030-01-01T00:00:00Z"}"#,
            r#""DateLessThan": {"k": "2031-01-01T00:00:00Z"}"#,
            Unknown,
        ),
        (
            r#""StringResembles": {"k": "a"}"#,
            r#""StringResembles": {"K": ["a"]}"#,
            Same,
        ),
        (r#""StringResembles": {"k": "a"}"#, "", Unknown),
        // Whether a key has several values is known for a catalog, not for a policy.
        (
            r#""StringEquals": {"k": "a"}"#,
            r#""ForAnyValue:StringEquals": {"k": "a"}"#,
            Unknown,
        ),
    ]);
}

#[test]
fn variables_in_values_and_resources_are_one() {
    let policy = |resource: &str, condition: &str| {
        parse(&format!(
            r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": "s3:*", "Resource": "{resource}", "Condition": {{{condition}}}}}}}"#
        ))
    };
    let alice = r#""StringEquals": {"aws:username": "alice"}"#;
    let before = policy("home/${aws:username}", alice);
    assert_eq!(effect_of(&before, &policy("home/alice", alice)), Unknown);
    let prefix = r#""StringLike": {"s3:prefix": "${aws:username}/*"}"#;
    let wide = r#""StringLike": {"s3:prefix": "*"}"#;
    assert_eq!(effect_of(&policy("a", prefix), &policy("a", wide)), More);
}
