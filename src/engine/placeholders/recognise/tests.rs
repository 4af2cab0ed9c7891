//! Stand-ins as published policies have them, and what only looks like one.
#![allow(clippy::indexing_slicing)]

use super::*;
use crate::engine::placeholders::UsePosition;
use crate::engine::syntax::parse;
use crate::engine::text::Span;

fn placeholders(text: &str) -> Vec<Placeholder> {
    recognise(&parse(text), &[])
}

fn summary(text: &str) -> Vec<String> {
    let describe = |one: Placeholder| format!("{}: {}, {}", one.name, one.kind.id, one.uses.len());
    placeholders(text).into_iter().map(describe).collect()
}

/// A text, and each placeholder in it as `name: type, number of uses`.
type Case = (&'static str, &'static [&'static str]);

const PUBLISHED: &[Case] = &[
    // A run of X, or a word in capitals, in a typed field of an ARN.
    (
        r#"["arn:aws:iam::XXXXXXXXXXXXX:role/batchly/", "arn:aws:iam::XXXXXXXXXXXXX:user/USERNAME"]"#,
        &["account_id: account-id, 2", "user_name: user-name, 1"],
    ),
    (
        r#"["arn:aws:iam::xxxxxxxxxxxx:role/s3-role"]"#,
        &["account_id: account-id, 1"],
    ),
    (
        r#"["arn:aws:iam::xxx:role/bastion"]"#,
        &["account_id: account-id, 1"],
    ),
    (
        r#"["arn:aws:iam::YOUR_ACCOUNT_ID:user/team/YOUR_USERNAME"]"#,
        &["account_id: account-id, 1", "user_name: user-name, 1"],
    ),
    (
        r#"["arn:aws:iam::999689269917:user/STATSIG_IAM_USER"]"#,
        &[
            "statsig_account_id: account-id, 1",
            "user_name: user-name, 1",
        ],
    ),
    (
        r#"["arn:aws:iam::210987654321:role/ROLE_NAME", "arn:aws:sts::210987654321:assumed-role/YOUR_ROLE/session"]"#,
        &["role_name: role-name, 1", "role_name_2: role-name, 1"],
    ),
    (
        r#"["arn:aws:s3:::S3_BUCKET_NAME/*", "arn:aws:s3:::BUCKET_NAME"]"#,
        &[
            "bucket_name: bucket-name, 1",
            "bucket_name_2: bucket-name, 1",
        ],
    ),
    (
        r#"["arn:PARTITION:sqs:REGION:ACCOUNT_ID:queue"]"#,
        &[
            "partition: partition, 1",
            "region: region, 1",
            "account_id: account-id, 1",
        ],
    ),
    // Different letters are different accounts; case and hyphens are not.
    (
        r#"["arn:aws:iam::XXXXXXXXXXXXX:root", "arn:aws:iam::YYYYYYYYYYYY:root"]"#,
        &["account_id: account-id, 1", "account_id_2: account-id, 1"],
    ),
    (
        r#"["arn:aws:iam::XXXXXXXXXXXX:root", "arn:aws:iam::xxxx-xxxx-xxxx:root"]"#,
        &["account_id: account-id, 2"],
    ),
    // Shell variables.
    (
        r#"["arn:aws:ssm:*:$AWS_ACCOUNT_ID:parameter/aws/*"]"#,
        &["aws_account_id: account-id, 1"],
    ),
    (
        r#"["arn:${ARN_PARTITION}:s3:::${DATALAKE_BUCKET}", "arn:aws:s3:::${LOGS_LOCATION_BASE}/*"]"#,
        &[
            "arn_partition: partition, 1",
            "datalake_bucket: bucket-name, 1",
            "logs_location_base: bucket-path, 1",
        ],
    ),
    (
        r#"["arn:aws:iam::$AWS_ACCOUNT_ID:root", "arn:aws:iam::${AWS_ACCOUNT_ID}:root", "arn:aws:iam::AWS_ACCOUNT_ID:root"]"#,
        &["aws_account_id: account-id, 3"],
    ),
    // Brackets, in all spellings.
    (
        r#"["arn:aws:s3:::<bucket_name>/*"]"#,
        &["bucket_name: bucket-name, 1"],
    ),
    (
        r#"["arn:aws:s3:::<BUCKET-NAME>/*", "arn:aws:s3:::< BUCKET-NAME> ", "arn:aws:s3:::<<bucket name>>"]"#,
        &["bucket_name: bucket-name, 3"],
    ),
    (
        r#"["arn:aws:s3:::< CHUNK BUCKET NAME >/*"]"#,
        &["chunk_bucket_name: bucket-name, 1"],
    ),
    (
        r#"["arn:aws:s3:::\u003cYOUR_BUCKET\u003e\/*"]"#,
        &["your_bucket: bucket-name, 1"],
    ),
    (
        r#"["arn:aws:lambda:<region>:<account-id>:function:executor"]"#,
        &["region: region, 1", "account_id: account-id, 1"],
    ),
    (
        r#"["arn:aws:iam::<AWS-account-ID>:role\/<role-name>"]"#,
        &["aws_account_id: account-id, 1", "role_name: role-name, 1"],
    ),
    (
        r#"["arn:aws:iot:us-east-1:<AWS-ACCOUNT-ID-WITHOUT-HYPHENS>:topic/x"]"#,
        &["aws_account_id_without_hyphens: account-id, 1"],
    ),
    (
        r#"["<account_number>", "<ACCOUNT-NUMBER>"]"#,
        &["account_number: account-id, 2"],
    ),
    // Double braces, in values, in names, and without quotes.
    (
        r#"{"Resource": "arn:{{partition}}:iam::{{account_id}}:user/{{user_name}}"}"#,
        &[
            "partition: partition, 1",
            "account_id: account-id, 1",
            "user_name: user-name, 1",
        ],
    ),
    (
        r#"{"{{issuer}}:aud": "sts.amazonaws.com", "aws:RequestTag/<tag_key>": "x"}"#,
        &["issuer: oidc-issuer, 1", "tag_key: tag-key, 1"],
    ),
    (
        r#"{"Resource": {{role_arns}}, "Id": <BUCKET>}"#,
        &["role_arns: role-arn-list, 1", "bucket: bucket-name, 1"],
    ),
    (
        r#"{"{{ACCOUNT-ID}}": 1, "accountId": "{{ accountId }}"}"#,
        &["account_id: account-id, 2"],
    ),
    // The place outweighs the name, unless something else may stand there.
    (
        r#"["arn:aws:iam::<target>:role/<who>"]"#,
        &["target: account-id, 1", "who: role-name, 1"],
    ),
    (r#"["arn:aws:iam::<x>-1:role/<x>"]"#, &["x: role-name, 2"]),
    (
        r#"["arn:aws:s3:::<prefix>-logs/*"]"#,
        &["prefix: name-prefix, 1"],
    ),
    (
        r#"["arn:aws:s3:us-east-1:210987654321:accesspoint/<bucket_region>"]"#,
        &["bucket_region: region, 1"],
    ),
    (
        r#"{"Condition": {"StringEquals": {"aws:SourceAccount": ["XXXXXXXXXXXX"], "aws:RequestedRegion": "<where>"}}}"#,
        &["account_id: account-id, 1", "where: region, 1"],
    ),
    (
        r#"{"Condition": {"StringEquals": {"AWS:PrincipalAccount": XXXX, "aws:ResourceAccount": "$TARGET"}}}"#,
        &["account_id: account-id, 1", "target: account-id, 1"],
    ),
    (
        r#"{"Principal": {"AWS": ["XXXXXXXXXXXX", "<trusted_role_arn>"]}}"#,
        &["account_id: account-id, 1", "trusted_role_arn: role-arn, 1"],
    ),
    (
        r#"{"NotPrincipal": {"AWS": "ACCOUNT_ID"}}"#,
        &["account_id: account-id, 1"],
    ),
    // A name that stands in the text stays with the stand-in that bears it.
    (
        r#"["arn:aws:iam::XXXXXXXXXXXX:root", "arn:aws:iam::<account_id>:root"]"#,
        &["account_id_2: account-id, 1", "account_id: account-id, 1"],
    ),
    (
        r#"["arn:aws:iam::ACCOUNT_ID:root", "<account-id>"]"#,
        &["account_id: account-id, 2"],
    ),
    // Text with errors in it.
    (
        "{\"a\": [\"arn:aws:iam::XXXX:root\"\n \"{{b}}\", '<c>', \"<d>",
        &[
            "account_id: account-id, 1",
            "b: free-text, 1",
            "c: free-text, 1",
            "d: free-text, 1",
        ],
    ),
];

#[test]
fn recognises_the_stand_ins_of_published_policies() {
    for (text, expected) in PUBLISHED {
        assert_eq!(summary(text), *expected, "{text}");
    }
}

#[test]
fn leaves_what_only_looks_like_a_stand_in() {
    let texts = [
        r#"["arn:aws:s3:::acme/${aws:username}/*", "${aws:PrincipalTag/department}", "${aws:userid, 'anonymous'}"]"#,
        r#"["${AWS:UserName}", "${cognito-identity.amazonaws.com:sub}", "${saml:sub}", "${s3:prefix}"]"#,
        r#"["a/${*}", "a/${?}", "a/${$}", "${iot:Connection.Thing.ThingName}", "$(*)"]"#,
        r#"["home/&{aws:username}/", "arn:aws:iam::123456789:user/$${aws:username}"]"#,
        r#"["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:route53:::hostedzone/*", "arn:aws:sqs:us-east-2:*:*"]"#,
        r#"["arn:aws:iam::${aws:PrincipalAccount}:user/${aws:username}", "arn:aws:iam::*:role/*"]"#,
        r#"{"Sid": "VisualEditor0", "Effect": "DENY", "Action": ["S3:GET", "XXXX", "s3:Get*"]}"#,
        r#"{"Sid": "USERNAME", "Condition": {"StringEquals": {"aws:RequestTag/env": "PROD", "s3:TlsVersion": "TLSV"}}}"#,
        r#"["arn:aws:iam::210987654321:role/ADMIN", "arn:aws:iam::210987654321:instance-profile/PROFILE"]"#,
        r#"["arn:aws:lambda:us-east-1:210987654321:function:orders:$LATEST", "topic/$aws/things", "$default"]"#,
        r#"["arn:aws:dynamodb:us-east-1:210987654321:table/TABLE", "arn:aws:s3:::acme/README"]"#,
        r#"{"aws:PrincipalOrgID": "o-4f8k2m9x7q", "aws:SourceAccount": "210987654321", "aws:SourceAccount": 1}"#,
        r#"{"AWS": "XXXXXXXXXXXX", "Federated": "XXXXXXXXXXXX"}"#,
        r#"["{{< product lc >}}", "a < b", "{}", "[x]"]"#,
        "",
        "no document",
    ];
    for text in texts {
        assert_eq!(summary(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn says_where_and_how_each_stand_in_stands() {
    let text = r#"{"<a>": "x<a>", <a>: ["<a>", <a>]}"#;
    let found = placeholders(text);
    let positions: Vec<UsePosition> = found[0].uses.iter().map(|one| one.position).collect();
    let spans: Vec<Span> = found[0].uses.iter().map(|one| one.span).collect();
    use UsePosition::{Bare, InString, Key, WholeString};
    assert_eq!(positions, [Key, InString, Key, WholeString, Bare]);
    assert!(
        spans.iter().all(|span| span.text(text) == "<a>"),
        "{spans:?}"
    );
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
}

#[test]
fn lists_each_spelling_once() {
    let found = placeholders(r#"["<BUCKET>", "{{bucket}}", "<BUCKET>", "$BUCKET"]"#);
    assert_eq!(found[0].written, ["<BUCKET>", "{{bucket}}", "$BUCKET"]);
    assert_eq!(found[0].dialect, Some("a shell variable"));
    assert_eq!(found[0].class, Class::Placeholder);
}

#[test]
fn remarks_on_a_run_that_is_not_as_long_as_an_account_id() {
    let remarks = |text: &str| placeholders(text).remove(0).remarks;
    assert_eq!(
        remarks(r#"["arn:aws:iam::XXXXXXXXXXXXX:root", "arn:aws:iam::XXXXXXXXXXXXX:root"]"#),
        ["`XXXXXXXXXXXXX` has 13 characters, where an account ID has 12 digits."]
    );
    assert_eq!(
        remarks(r#"["arn:aws:iam::XXXX-XXXX-XXXX:root"]"#),
        Vec::<String>::new()
    );
    assert_eq!(remarks(r#"["arn:aws:s3:::xxxx"]"#), Vec::<String>::new());
}

#[test]
fn keeps_what_the_template_declares() {
    let declared = [
        Declaration {
            name: "account_id".into(),
            type_id: "account-id".into(),
            label: "Your account".into(),
            hint: "The one with the bill.".into(),
            example: vec!["345678901234".into()],
            default: Some("345678901234".into()),
            choices: vec!["345678901234".into()],
            ..Declaration::default()
        },
        Declaration {
            name: "role".into(),
            type_id: "of-a-later-version".into(),
            ..Declaration::default()
        },
    ];
    let tree =
        parse(r#"["arn:aws:iam::XXXXXXXXXXXXX:role/<role>", "arn:aws:iam::<account>:root"]"#);
    let found = recognise(&tree, &declared);
    let summary: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|one| (one.name.as_str(), one.kind.id, one.label.as_str()))
        .collect();
    assert_eq!(
        summary,
        [
            ("account_id", "account-id", "Your account"),
            ("role", "free-text", "Role"),
            ("account", "account-id", "Account")
        ]
    );
    assert_eq!(
        (found[0].help.as_str(), found[0].example.as_str()),
        ("The one with the bill.", "345678901234")
    );
    assert_eq!(
        (found[0].default.as_deref(), found[0].choices.len()),
        (Some("345678901234"), 1)
    );
    assert_eq!(found[1].help, types::FREE_TEXT.help);
}

#[test]
fn reads_hostile_texts_to_the_end() {
    let size = 60_000;
    for unit in [
        "{{",
        "<",
        "<a>",
        "${",
        "$A",
        "\\",
        "/<b>",
        ":",
        "é<é",
        "{{a}}",
        "<<",
        "&{",
        "X-",
        "[a",
        "[ab]",
        "@@@",
        "@A@",
        "%s",
        "%A%",
        "_A_",
        "#{",
        "$(",
        "!Ref a ",
        ".amazonaws.com",
        "AWSLogs/",
        "A_ID-",
        "XXXXXX ",
        "xxx:",
        "oidc.eks./id/",
        "${a(",
    ] {
        for start in [
            "[\"",
            "[\"arn:aws:s3:::",
            "[\"arn:aws:iam::210987654321:role/",
            "[\"repo:",
            "{\"Resource\": \"arn:aws:x:::",
            "[",
        ] {
            let text = format!("{start}{}\"]", unit.repeat(size / unit.len()));
            let found = placeholders(&text);
            assert!(
                found
                    .iter()
                    .flat_map(|one| &one.uses)
                    .all(|one| !one.span.is_empty()),
                "{unit}"
            );
        }
    }
    let many: String = (0..5_000)
        .map(|n| format!("\"arn:aws:iam::ACCOUNT_{n}:root\",\n"))
        .collect();
    assert_eq!(placeholders(&format!("[{many}]")).len(), 5_000);
}

#[test]
fn numbers_the_labels_of_like_stand_ins_in_the_order_of_first_use() {
    let labels = |text: &str| -> Vec<String> {
        let placeholders = recognise(&parse(text), &[]).into_iter();
        placeholders.map(|one| one.label).collect()
    };
    let arns = |accounts: [&str; 3]| {
        let arns = accounts.map(|account| format!("\"arn:aws:iam::{account}:root\""));
        format!("[{}]", arns.join(", "))
    };
    for accounts in [
        ["XXXX", "YYYYYYYYYYYY", "ACCOUNT_ID"],
        ["XXXX", "YYYYYYYYYYYY", "<ACCOUNT_ID>"],
        ["<ACCOUNT_ID>", "XXXX", "YYYYYYYYYYYY"],
    ] {
        let expected = ["Account ID", "Account ID 2", "Account ID 3"];
        assert_eq!(labels(&arns(accounts)), expected, "{accounts:?}");
    }
    assert_eq!(
        labels(&arns(["<account_id_2>", "XXXX", "<account_id>"])),
        ["Account ID 2", "Account ID 3", "Account ID"]
    );
}
