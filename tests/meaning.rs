//! What changes to a policy do to the access it gives, by example.

use iam_policy_editor::engine::meaning::{AccessEffect, effect_of};
use iam_policy_editor::engine::syntax::parse;

use AccessEffect::{Different, Less, More, Same, Unknown};

fn effect(before: &str, after: &str) -> AccessEffect {
    effect_of(&parse(before), &parse(after))
}

/// A policy of statements, each given by its members.
fn policy(statements: &[&str]) -> String {
    let objects: Vec<String> = statements.iter().map(|one| format!("{{{one}}}")).collect();
    let statements = objects.join(", ");
    format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#)
}

/// Holds each change, and the change back.
fn hold(table: &[(String, String, AccessEffect)]) {
    for (before, after, expected) in table {
        assert_eq!(effect(before, after), *expected, "{before}\n{after}");
        let back = match expected {
            Less => More,
            More => Less,
            other => *other,
        };
        assert_eq!(effect(after, before), back, "back\n{before}\n{after}");
    }
}

fn hold_statements(table: &[(&[&str], &[&str], AccessEffect)]) {
    let rows = table
        .iter()
        .map(|(before, after, expected)| (policy(before), policy(after), *expected));
    hold(&rows.collect::<Vec<_>>());
}

/// Holds changes of one element of an `Allow` on everything.
fn hold_element(element: &str, table: &[(&str, &str, AccessEffect)]) {
    let statement = |value: &str| {
        let others = [
            ("Action", r#""s3:GetObject""#),
            ("Resource", r#""*""#),
            ("Principal", r#""*""#),
        ];
        let others = others
            .iter()
            .filter(|(name, _)| element.trim_start_matches("Not") != *name);
        let others: String = others
            .map(|(name, value)| format!(r#", "{name}": {value}"#))
            .collect();
        policy(&[&format!(
            r#""Effect": "Allow", "{element}": {value}{others}"#
        )])
    };
    let rows = table
        .iter()
        .map(|(before, after, expected)| (statement(before), statement(after), *expected));
    hold(&rows.collect::<Vec<_>>());
}

#[test]
fn spelling_changes_nothing() {
    let plain = r#""Sid": "A", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*""#;
    for spelling in [
        r#""Effect": "Allow", "Action": ["s3:PutObject", "s3:GetObject"], "Resource": "*""#,
        r#""Resource": ["*"], "Action": ["s3:getobject", "S3:PutObject"], "Effect": "Allow""#,
        r#""effect": "allow", "Action": ["s3:GetObject" "s3:PutObject",], 'Resource': "*" // all"#,
        r#""Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "s3:GetObject"], "Resource": "**""#,
        r#""Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*", "Condition": {}"#,
        r#""Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*", "Condition": {"Bool": {}}"#,
    ] {
        assert_eq!(
            effect(&policy(&[plain]), &policy(&[spelling])),
            Same,
            "{spelling}"
        );
    }
}

#[test]
fn one_statement_or_a_list_in_any_order_is_the_same() {
    let (one, other) = (
        r#""Effect": "Allow", "Action": "s3:*", "Resource": "a""#,
        r#""Effect": "Deny", "Action": "s3:PutObject", "Resource": "*""#,
    );
    hold_statements(&[(&[one, other], &[other, one], Same)]);
    let alone = format!(r#"{{"Version": "2012-10-17", "Statement": {{{one}}}}}"#);
    hold(&[(alone, policy(&[one]), Same)]);
}

#[test]
fn actions_are_compared_with_their_wildcards_and_without_case() {
    hold_element(
        "Action",
        &[
            (r#""s3:GetObject""#, r#""S3:getobject""#, Same),
            (r#"["s3:Get*", "s3:GetObject"]"#, r#""s3:Get*""#, Same),
            (r#""*""#, r#""*:*""#, Same),
            (r#""s3:GetObject""#, r#""s3:Get*""#, More),
            (
                r#""s3:Get*""#,
                r#"["s3:GetObject", "s3:GetBucketPolicy"]"#,
                Less,
            ),
            (r#""s3:Get?bject""#, r#""s3:G*t""#, More),
            (r#""s3:*Object""#, r#""s3:Get*""#, Different),
            (
                r#"["s3:*", "ec2:*"]"#,
                r#"["s3:*", "ec2:*", "s3:GetObject"]"#,
                Same,
            ),
            (r#""s3:GetObject""#, r#"[]"#, Less),
        ],
    );
    hold_element(
        "NotAction",
        &[
            (r#""iam:*""#, r#"["iam:*", "sts:*"]"#, Less),
            (r#"["iam:*", "iam:PassRole"]"#, r#""IAM:*""#, Same),
        ],
    );
}

#[test]
fn everything_but_some_actions_is_compared_with_lists() {
    hold_statements(&[
        (
            &[r#""Effect": "Allow", "NotAction": "iam:*", "Resource": "*""#],
            &[r#""Effect": "Allow", "Action": "*", "Resource": "*""#],
            More,
        ),
        (
            &[r#""Effect": "Allow", "NotAction": "iam:*", "Resource": "*""#],
            &[
                r#""Effect": "Allow", "Action": "*", "Resource": "*""#,
                r#""Effect": "Deny", "Action": "iam:*", "Resource": "*""#,
            ],
            Same,
        ),
        (
            &[r#""Effect": "Allow", "NotAction": [], "Resource": "*""#],
            &[r#""Effect": "Allow", "Action": "*", "Resource": "*""#],
            Same,
        ),
    ]);
}

#[test]
fn resources_keep_their_case() {
    hold_element(
        "Resource",
        &[
            (r#""arn:aws:s3:::a""#, r#""arn:aws:s3:::A""#, Different),
            (
                r#"["arn:aws:s3:::a*", "arn:aws:s3:::a/*"]"#,
                r#""arn:aws:s3:::a*""#,
                Same,
            ),
            (
                r#""arn:aws:s3:::a/*""#,
                r#"["arn:aws:s3:::a/*", "arn:aws:s3:::a"]"#,
                More,
            ),
            (r#""*""#, r#""arn:aws:s3:::a""#, Less),
        ],
    );
}

#[test]
fn policy_variables_have_one_unknown_value() {
    hold_element(
        "Resource",
        &[
            (
                r#""home/${aws:username}/*""#,
                r#""home/${AWS:UserName}/*""#,
                Same,
            ),
            (r#""home/${aws:username}/*""#, r#""home/*""#, More),
            (
                r#"["home/*", "home/${aws:username}/x"]"#,
                r#""home/*""#,
                Same,
            ),
            (
                r#"["home/${aws:username}/*", "home/${aws:username}/x"]"#,
                r#""home/${aws:username}/*""#,
                Same,
            ),
            (
                r#""home/${aws:username}/*""#,
                r#""home/alice/*""#,
                Different,
            ),
            (r#""a${*}b""#, r#""a*b""#, More),
            (r#""a${*}""#, r#""a${?}""#, Different),
        ],
    );
}

#[test]
fn the_version_matters_to_policy_variables_only() {
    let of = |version: &str, resource: &str| {
        format!(
            r#"{{{version}"Statement": {{"Effect": "Allow", "Action": "*", "Resource": "{resource}"}}}}"#
        )
    };
    let (old, new) = (
        r#""Version": "2008-10-17", "#,
        r#""Version": "2012-10-17", "#,
    );
    hold(&[
        (of("", "*"), of(new, "*"), Same),
        (of(old, "a"), of(new, "a"), Same),
        (of(old, "${aws:username}"), of("", "${aws:username}"), Same),
        (
            of("", "${aws:username}"),
            of(new, "${aws:username}"),
            Different,
        ),
        (
            of("", "${aws:username}"),
            of(new, "${$}{aws:username}"),
            Same,
        ),
        (of(r#""Version": "2013", "#, "*"), of(new, "*"), Unknown),
    ]);
}

#[test]
fn statements_may_be_split_and_joined() {
    hold_statements(&[
        (
            &[
                r#""Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": ["a", "b"]"#,
            ],
            &[
                r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": ["a", "b"]"#,
                r#""Effect": "Allow", "Action": "s3:PutObject", "Resource": ["b", "a"]"#,
            ],
            Same,
        ),
        (
            &[
                r#""Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": ["a", "b"]"#,
            ],
            &[
                r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "a""#,
                r#""Effect": "Allow", "Action": "s3:PutObject", "Resource": "b""#,
            ],
            Less,
        ),
        (
            &[r#""Effect": "Allow", "Action": "s3:*", "Resource": "*""#],
            &[
                r#""Effect": "Allow", "Action": "s3:*", "Resource": "*""#,
                r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "a", "Condition": {"Bool": {"aws:SecureTransport": true}}"#,
            ],
            Same,
        ),
    ]);
}

#[test]
fn a_deny_takes_away_what_an_allow_gives() {
    let allow = r#""Effect": "Allow", "Action": "s3:*", "Resource": "a*""#;
    hold_statements(&[
        (
            &[allow],
            &[
                allow,
                r#""Effect": "Deny", "Action": "s3:PutObject", "Resource": "*""#,
            ],
            Less,
        ),
        (
            &[allow],
            &[
                allow,
                r#""Effect": "Deny", "Action": "ec2:*", "Resource": "*""#,
            ],
            Same,
        ),
        (
            &[allow],
            &[
                allow,
                r#""Effect": "Deny", "Action": "s3:*", "Resource": "b*""#,
            ],
            Same,
        ),
        (
            &[],
            &[allow, r#""Effect": "Deny", "Action": "*", "Resource": "*""#],
            Same,
        ),
        (
            &[],
            &[r#""Effect": "Deny", "Action": "*", "Resource": "*""#],
            Same,
        ),
        (
            &[
                allow,
                r#""Effect": "Deny", "Action": "s3:PutObject", "Resource": "a""#,
            ],
            &[
                allow,
                r#""Effect": "Deny", "Action": "s3:PutObject", "NotResource": "a""#,
            ],
            Different,
        ),
    ]);
}

#[test]
fn principals_have_several_spellings() {
    hold_element(
        "Principal",
        &[
            (r#""*""#, r#"{"AWS": ["*"]}"#, Same),
            (
                r#"{"AWS": "111122223333"}"#,
                r#"{"AWS": "arn:aws:iam::111122223333:root"}"#,
                Same,
            ),
            (r#"{"AWS": "111122223333"}"#, r#""*""#, More),
            (
                r#"{"AWS": "111122223333"}"#,
                r#"{"AWS": "444455556666"}"#,
                Different,
            ),
            (
                r#"{"AWS": "111122223333", "Service": "ec2.amazonaws.com"}"#,
                r#"{"AWS": "111122223333"}"#,
                Less,
            ),
            (
                r#"{"AWS": ["arn:aws:iam::111122223333:role/path/r", "arn:aws:sts::111122223333:assumed-role/r/s"]}"#,
                r#"{"AWS": "arn:aws:iam::111122223333:role/path/r"}"#,
                Same,
            ),
            (r#"{"AWS": []}"#, r#"{}"#, Same),
            // Whether everybody includes services depends on the resource.
            (r#""*""#, r#"{"Service": "*"}"#, Unknown),
            // Whether a role may depends on the account.
            (
                r#"{"AWS": ["111122223333", "arn:aws:iam::111122223333:role/r"]}"#,
                r#"{"AWS": "111122223333"}"#,
                Unknown,
            ),
        ],
    );
}

#[test]
fn what_cannot_be_read_is_the_same_as_itself_only() {
    let plain = r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*""#;
    for other in [
        r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Conditon": {}"#,
        r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Action": "s3:*""#,
        r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "NotAction": "s3:*""#,
        r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": {"a": []}"#,
        r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"Bool": {"a": {}}}"#,
        r#""Effect": ["Allow"], "Action": "s3:GetObject", "Resource": "*""#,
        r#""Action": "s3:GetObject", "Resource": "*""#,
        r#""Effect": "Allow", "Action": "s3:GetObject""#,
        r#""Effect": "Allow", "Resource": "*""#,
    ] {
        hold_statements(&[(&[plain], &[other], Unknown), (&[other], &[other], Same)]);
    }
}

#[test]
fn what_cannot_be_read_elsewhere_does_not_matter() {
    let broken = r#""Effect": "Alow", "Action": "ec2:RunInstances", "Resource": "*""#;
    let plain = r#""Effect": "Allow", "Action": "s3:*", "Resource": "*""#;
    hold_statements(&[(&[broken, plain], &[broken], Less)]);
}

#[test]
fn texts_that_are_no_policies_are_compared_as_they_stand() {
    for (before, after, same) in [
        ("", "", true),
        (r#"["1" "2", [3]]"#, r#"["1", "2", [3]]"#, true),
        ("[1, 2, [3]]", "[1, 2, 3]", false),
        ("[a]", r#"["a"]"#, true),
        ("[1]", r#"["1"]"#, false),
    ] {
        assert_eq!(effect(before, after) == Same, same, "{before}");
    }
}

#[test]
fn deep_nests_are_read_without_recursion() {
    let deep = "[".repeat(100_000);
    assert_eq!(effect(&deep, &deep), Same);
    let element = policy(&[&format!(r#""Action": {deep}"#)]);
    assert_eq!(effect(&element, &element), Same);
}

#[test]
fn a_comparison_that_would_take_too_long_is_not_made() {
    let infixes = |beginning: &str| {
        let patterns: Vec<String> = (0..40)
            .map(|number| format!(r#""*{beginning}{}*?a*""#, "ab".repeat(number + 1)))
            .collect();
        policy(&[&format!(
            r#""Effect": "Allow", "Action": [{}], "Resource": "*""#,
            patterns.join(",")
        )])
    };
    assert_eq!(effect(&infixes("x"), &infixes("y")), Unknown);
    let many = |count: usize| {
        let names: Vec<String> = (0..count)
            .map(|number| format!(r#""arn:aws:s3:::b{number}""#))
            .collect();
        policy(&[&format!(
            r#""Effect": "Allow", "Action": "*", "Resource": [{}]"#,
            names.join(",")
        )])
    };
    assert_eq!(effect(&many(50_000), &many(50_001)), More);
    assert_eq!(effect(&many(50_000), &many(50_000)), Same);
}
