//! Who may do what: a policy in, the text that people copy out.

#[path = "summary/written.rs"]
mod written;

use std::path::Path;

use iam_policy_editor::engine::analysis::NOT_LOOKED_AT;
use iam_policy_editor::engine::policy::{KindChoice, PolicyKind};
use iam_policy_editor::engine::templates::{TEMPLATE_IDS, Template};
use written::{analysis, bare, identity, of_kind, steady};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The published policies that are JSON, and the templates, each with a name and its kind.
fn policies() -> Vec<(String, String, KindChoice)> {
    let read = |path: &str| std::fs::read_to_string(Path::new(ROOT).join(path)).unwrap();
    let published = [
        "aws-batch-service-role",
        "aws-batch-service-trust",
        "batchly-onboarding-user",
    ];
    let published = published.map(|name| {
        let text = read(&format!("tests/fixtures/published/{name}.json.txt"));
        (format!("{name}-from-its-document"), text, KindChoice::Auto)
    });
    let templates = TEMPLATE_IDS.iter().map(|id| {
        let file = read(&format!("src/engine/templates/library/{id}.json"));
        let template = Template::read(&file).unwrap();
        let kind = PolicyKind::from_id(template.kind.name()).unwrap();
        (id.to_string(), template.text, KindChoice::Set(kind))
    });
    published.into_iter().chain(templates).collect()
}

/// `UPDATE_SUMMARIES=1 cargo test --test summary` writes the files anew; read what changed before you commit it.
#[test]
fn published_policies_and_templates_are_summed_up_as_in_their_files() {
    for (name, text, kind) in policies() {
        let summary = analysis(&text, kind).summary_text();
        let path = Path::new(ROOT).join(format!("tests/fixtures/summaries/{name}.txt"));
        if std::env::var_os("UPDATE_SUMMARIES").is_some() {
            std::fs::write(&path, &summary).unwrap();
        }
        let stored = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(summary, stored, "{}", path.display());
    }
}

#[test]
fn begins_with_the_verdict_and_ends_with_what_it_rests_on() {
    for (text, first) in [
        ("", "There is no policy here yet."),
        ("{", "AWS will reject this: 1 error."),
        (
            r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{bucket_name}}/*"}}"#,
            "No reason found for AWS to reject this. 1 value is still missing.",
        ),
    ] {
        let summary = analysis(text, KindChoice::Auto).summary_text();
        assert_eq!(summary.lines().next(), Some(first));
        let end = summary
            .split("Names are compared with AWS's lists of ")
            .nth(1)
            .unwrap();
        let limits: Vec<&str> = end.lines().skip(1).collect();
        assert_eq!(limits.join(" "), NOT_LOOKED_AT);
    }
}

#[test]
fn stand_ins_are_named_at_the_head_and_stay_in_the_text() {
    let text = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::<bucket-name>/*"}}"#;
    let summary = analysis(text, KindChoice::Auto).summary_text();
    let second = summary.lines().nth(1);
    assert_eq!(second, Some("Without a value so far: `<bucket-name>`."));
    assert!(
        summary.contains("every object in bucket `<bucket-name>`"),
        "{summary}"
    );
}

#[test]
fn is_told_by_service_with_the_gravest_first() {
    assert_eq!(
        identity(
            r#"{"Effect": "Allow", "Action": ["sqs:ListQueues", "s3:GetObject", "s3:ListBucket"], "Resource": "*"},
               {"Effect": "Allow", "Action": ["sns:SetTopicAttributes", "sns:Publish"], "Resource": "arn:aws:sns:eu-west-1:111122223333:alerts"},
               {"Effect": "Allow", "Action": "s3:Put*", "Resource": ["arn:aws:s3:::a", "arn:aws:s3:::a/*"]}"#
        ),
        "\
- Amazon S3 (`s3`): lists 1 of n, reads 1 of n, writes n of n, tags n of n, manages
  permissions n of n
  - lists 1 of n, reads 1 of n (`GetObject` and `ListBucket`) on every resource
  - writes n of n, tags n of n, manages permissions n of n on bucket `a` and its
    objects
- Amazon SNS (`sns`): writes n of n, manages permissions 1 of n (`Publish` and
  `SetTopicAttributes`) on topic `alerts` in `eu-west-1` of account `111122223333`
- Amazon SQS (`sqs`): reads 1 of n (`ListQueues`) on every resource
"
    );
}

#[test]
fn resources_are_told_in_words_where_only_one_thing_can_be_meant() {
    for (resource, words) in [
        (r#""*""#, "every resource"),
        (r#""arn:aws:s3:::a""#, "bucket `a`"),
        (r#""arn:aws:s3:::a/*""#, "every object in bucket `a`"),
        (
            r#""arn:aws:s3:::a/home/*""#,
            "objects `home/*` in bucket `a`",
        ),
        (r#""arn:aws:s3:::a-*""#, "buckets `a-*` and their objects"),
        (
            r#"["arn:aws:s3:::a/*", "arn:aws:s3:::a"]"#,
            "bucket `a` and its objects",
        ),
        (r#""arn:aws:s3:::<bucket_name>""#, "bucket `<bucket_name>`"),
        (
            r#""arn:aws:dynamodb:eu-west-1:111122223333:table/x""#,
            "table `x` in `eu-west-1` of account `111122223333`",
        ),
        (r#""nonsense""#, "`nonsense`"),
        ("[]", "no resource"),
    ] {
        let told = identity(&format!(
            r#"{{"Effect": "Allow", "Action": "s3:GetObject", "Resource": {resource}}}"#
        ));
        let expected = format!("- Amazon S3 (`s3`): reads 1 of n (`GetObject`) on {words}");
        let joined = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(joined, expected, "{resource}");
    }
}

#[test]
fn conditions_are_told_in_plain_words() {
    for (condition, words) in [
        (
            r#"{"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#,
            "signed in with MFA",
        ),
        (
            r#"{"BoolIfExists": {"aws:MultiFactorAuthPresent": false}}"#,
            "not signed in with MFA, or the request does not say",
        ),
        (
            r#"{"Bool": {"aws:SecureTransport": "true"}}"#,
            "the call is encrypted (TLS)",
        ),
        (r#"{"Bool": {"x:Y": "true"}}"#, "`x:Y` is true"),
        (
            r#"{"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "198.51.100.0/24"]}}"#,
            "the caller's IP address is in `192.0.2.0/24` or `198.51.100.0/24`",
        ),
        (
            r#"{"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}}"#,
            "the caller's IP address is not in `192.0.2.0/24`",
        ),
        (
            r#"{"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}"#,
            "the service that gets the role is `ec2.amazonaws.com`",
        ),
        (
            r#"{"StringNotEquals": {"aws:RequestedRegion": ["a", "b"]}}"#,
            "the Region that is called is neither `a` nor `b`",
        ),
        (
            r#"{"StringEquals": {"AWS:principalorgid": "o-1"}}"#,
            "the caller's organization is `o-1`",
        ),
        (
            r#"{"StringLike": {"aws:PrincipalTag/Team": "a*"}}"#,
            "the caller's tag `Team` is like `a*`",
        ),
        (
            r#"{"StringEquals": {"ec2:ResourceTag/Team": "a"}}"#,
            "the resource's tag `Team` is `a`",
        ),
        (
            r#"{"ForAllValues:StringEquals": {"aws:TagKeys": "a"}}"#,
            "each of the tag keys in the request is `a`",
        ),
        (
            r#"{"Null": {"aws:TokenIssueTime": "true"}}"#,
            "the time at which the credentials were issued is not given",
        ),
        (
            r#"{"NumericLessThan": {"aws:MultiFactorAuthAge": 3600}}"#,
            "the number of seconds since MFA is below `3600`",
        ),
        (
            r#"{"DateGreaterThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}}"#,
            "the time is after `2026-01-01T00:00:00Z`",
        ),
        (
            r#"{"StringEquals": {"x:Y": ["a", "b", "c", "d", "e", "f"]}}"#,
            "`x:Y` is `a`, `b`, `c`, `d` or 2 more",
        ),
        (
            r#"{"Close": {"x:Y": "a"}}"#,
            "`Close` holds of `x:Y` and `a`",
        ),
        (
            r#"{"StringLike": {"s3:prefix": ["", "home/"]}}"#,
            "the listed prefix is like an empty text or `home/`",
        ),
        ("[]", "a condition holds that cannot be read"),
        (
            r#"{"Bool": {"x:Y": "true"}, "StringEquals": {"x:Z": "a"}}"#,
            "`x:Y` is true, and `x:Z` is `a`",
        ),
    ] {
        let told = identity(&format!(
            r#"{{"Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*", "Condition": {condition}}}"#
        ));
        let joined = told.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected = format!(
            "- Amazon SQS (`sqs`): reads 1 of n (`ListQueues`) on every resource only if {words}"
        );
        assert_eq!(joined, expected, "{condition}");
    }
}

#[test]
fn what_is_denied_whenever_it_is_allowed_does_not_count() {
    let allow = r#"{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::a/*"}"#;
    let both = "reads 1 of n, writes 1 of n (`GetObject` and `PutObject`)";
    let reading = "reads 1 of n (`GetObject`)";
    for (denied, left, except) in [
        (
            r#""Action": "s3:Put*", "Resource": "*""#,
            reading,
            "`s3:Put*` on every resource",
        ),
        (
            r#""NotAction": "s3:Get*", "Resource": "arn:aws:s3:::*""#,
            reading,
            "every action but `s3:Get*` on every bucket and every object",
        ),
        (
            r#""Action": "s3:Put*", "Resource": "arn:aws:s3:::a/b/*""#,
            both,
            "`s3:Put*` on objects `b/*` in bucket `a`",
        ),
        (
            r#""Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}"#,
            both,
            "every action of Amazon S3 on every resource, if the call is not encrypted (no TLS)",
        ),
        (
            r#""Action": "s3:Put*", "Resource": "*", "Condition": []"#,
            both,
            "`s3:Put*` on every resource, if a condition holds that cannot be read",
        ),
    ] {
        let told = identity(&format!(r#"{allow}, {{"Effect": "Deny", {denied}}}"#));
        let joined = told.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected = format!(
            "- Amazon S3 (`s3`): {left} on every object in bucket `a` Except, whatever else allows it: - {except}"
        );
        assert_eq!(joined, expected, "{denied}");
    }
}

#[test]
fn what_is_allowed_twice_is_told_once() {
    let wide = r#"{"Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*"}"#;
    let narrow = r#"{"Effect": "Allow", "Action": "sqs:ListQueues", "Resource": ["*", "arn:aws:sqs:*:*:a"], "Condition": {"Bool": {"aws:SecureTransport": "true"}}}"#;
    let told = "- Amazon SQS (`sqs`): reads 1 of n (`ListQueues`) on every resource\n";
    for statements in [
        [wide, wide].join(","),
        [wide, narrow].join(","),
        [narrow, wide].join(","),
    ] {
        assert_eq!(identity(&statements), told, "{statements}");
    }
}

#[test]
fn ways_to_be_an_administrator_are_named_with_their_statements() {
    assert_eq!(
        identity(
            r#"{"Effect": "Allow", "Action": "*", "Resource": "*"},
               {"Sid": "Roles", "Effect": "Allow", "Action": ["iam:PutRolePolicy", "iam:GetRole"], "Resource": "arn:aws:iam::111122223333:role/a"}"#
        ),
        "\
! Administrator access: every action on every resource (statement 1).
! Administrator access by a detour (statement 2, `Roles`):
  - `iam:PutRolePolicy` writes any permission into a role
- Every service: every action (n) on every resource
"
    );
}

#[test]
fn services_that_are_given_whole_are_told_together() {
    assert_eq!(
        identity(
            r#"{"Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": "*"}"#
        ),
        "\
- Every service but AWS Identity and Access Management and AWS Organizations: every action
  (n) on every resource
"
    );
    let told = identity(r#"{"Effect": "Allow", "Action": "*:List*", "Resource": "*"}"#);
    assert_eq!(
        told.lines().filter(|line| line.starts_with("- ")).count(),
        17
    );
    let last = told.split("\n- ").last().unwrap();
    assert!(
        last.starts_with("and ") && last.contains(" more services: lists n of n"),
        "{last}"
    );
}

#[test]
fn resource_policies_tell_who_with_anyone_first() {
    let policy = r#"
        {"Effect": "Allow", "Principal": {"AWS": ["111122223333", "arn:aws:iam::444455556666:user/ops"], "Service": "logging.s3.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::a/*"},
        {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*"},
        {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::a", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}},
        {"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "s3:*", "Resource": "*"}"#;
    assert_eq!(
        of_kind(PolicyKind::Resource, policy),
        "\
Anyone (public):
  - Amazon S3 (`s3`): reads 1 of n (`GetObject`) on every object in bucket `a`
Anyone who meets the conditions:
  - Amazon S3 (`s3`): lists 1 of n (`ListBucket`) on bucket `a`
    only if the caller's organization is `o-1`
Account `111122223333`, the user `ops` of account `444455556666` and the AWS service
`logging.s3.amazonaws.com`:
  - Amazon S3 (`s3`): writes 1 of n (`PutObject`) on every object in bucket `a`
Except, whatever else allows it:
- Everyone but account `111122223333`: every action of Amazon S3 on everything that the
  policy is attached to
Which account is your own is not known here; one that is named may be it.
"
    );
}

#[test]
fn trust_policies_tell_who_takes_on_the_role() {
    let policy = r#"
        {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"},
        {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity",
         "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:org/*"}}},
        {"Effect": "Allow", "Principal": {"AWS": "<account_id>"}, "Action": ["sts:AssumeRole", "sts:TagSession"], "Condition": {"StringEquals": {"sts:ExternalId": "x"}}}"#;
    assert_eq!(
        of_kind(PolicyKind::Trust, policy),
        "\
- The AWS service `ec2.amazonaws.com`: `sts:AssumeRole`
- Users of the identity provider `token.actions.githubusercontent.com`:
  `sts:AssumeRoleWithWebIdentity`
  only if the token's subject is like `repo:org/*`
- Account `<account_id>`: `sts:AssumeRole` and `sts:TagSession`
  only if the external ID is `x`
Which account is your own is not known here; one that is named may be it.
"
    );
}

#[test]
fn limits_grant_nothing() {
    let allow = r#"{"Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*"}"#;
    let deny =
        r#"{"Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*"}"#;
    let grants_nothing = "It grants nothing by itself: it limits what other policies grant.\n";
    for kind in [
        PolicyKind::Scp,
        PolicyKind::Rcp,
        PolicyKind::Boundary,
        PolicyKind::Session,
        PolicyKind::Endpoint,
    ] {
        let told = of_kind(kind, allow);
        let at_most = "- Amazon SQS (`sqs`): reads 1 of n (`ListQueues`) on every resource\n";
        assert_eq!(told, format!("{grants_nothing}{at_most}"), "{kind:?}");
    }
    assert_eq!(
        of_kind(PolicyKind::Scp, deny),
        format!(
            "{grants_nothing}Its statements only deny; what they leave has to be allowed by another policy of this kind.\nDenied, whatever else allows it:\n- `organizations:LeaveOrganization` on every resource\n"
        )
    );
}

#[test]
fn without_the_reference_entries_stand_as_they_are_written() {
    assert_eq!(
        bare(
            r#"{"Effect": "Allow", "Action": ["s3:Get*", "foo:Bar"], "Resource": "arn:aws:s3:::a/*"},
               {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}, {"Effect": "Deny", "Action": "foo:*", "Resource": "*"}"#
        ),
        "\
- `s3`: `s3:Get*` on every object in bucket `a`
- Every service: every action but `iam:*` on every resource
Except, whatever else allows it:
- `foo:*` on every resource
Access levels are not known: AWS's list of actions is not loaded.
"
    );
}

#[test]
fn names_that_aws_does_not_list_are_told_as_such() {
    assert_eq!(
        identity(
            r#"{"Effect": "Allow", "Action": ["s3:Foo", "s3:GetObject", "bar:Do"], "Resource": "*"}"#
        ),
        "\
- Amazon S3 (`s3`): reads 1 of n (`GetObject`), also `s3:Foo` (not in AWS's lists) on every
  resource
- `bar`: `bar:Do` (not in AWS's lists) on every resource
"
    );
}

#[test]
fn long_lists_say_how_much_is_left_out() {
    let many = |what: &str| -> String {
        let each = (0..40).map(|number| what.replace('#', &number.to_string()));
        each.collect::<Vec<_>>().join(",")
    };
    let resources = many(r#""arn:aws:s3:::a#/x""#);
    let told = identity(&format!(
        r#"{{"Effect": "Allow", "Action": "s3:GetObject", "Resource": [{resources}]}}"#
    ));
    assert!(told.trim_end().ends_with("and 35 more"), "{told}");
    let apart =
        many(r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a#/x"}"#);
    assert!(identity(&apart).ends_with("  - and 24 more\n"));
    let conditions = many(
        r#"{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "x#"}}}"#,
    );
    assert!(of_kind(PolicyKind::Trust, &conditions).contains("\n- and 24 more\n"));
    let denied = many(r#"{"Effect": "Deny", "Action": "sqs:*", "Resource": "arn:aws:sqs:*:*:a#"}"#);
    assert!(identity(&denied).ends_with("- and 28 more\n"));
    let holders = many(
        r#"{"Effect": "Allow", "Principal": {"Service": "a#.amazonaws.com"}, "Action": "sts:AssumeRole"}"#,
    );
    assert!(of_kind(PolicyKind::Trust, &holders).ends_with("And 28 more\n"));
}

#[test]
fn every_line_fits_and_no_text_of_the_policy_breaks_one() {
    let hostile = identity(
        r#"{"Sid": "a`b\nc", "Effect": "Allow", "Action": ["iam:PutRolePolicy", "s3:\u001b[2J"], "Resource": ["x\ny`z", "arn:aws:iam::*"]}"#,
    );
    assert!(
        hostile.contains("`a'b c`") && hostile.contains("`x y'z`"),
        "{hostile}"
    );
    assert!(!hostile.contains('\u{1b}'), "{hostile:?}");
    for (name, text, _) in policies() {
        let summary = analysis(&text, KindChoice::Auto).summary_text();
        for line in summary.lines() {
            let has_long_word = line.split(' ').any(|word| word.len() > 60);
            assert!(
                line.chars().count() <= 92 || has_long_word,
                "{name}: {line}"
            );
        }
    }
}

#[test]
fn counts_are_made_steady_for_the_tables_above() {
    assert_eq!(
        steady("reads 1 of 66, tags all 12: every action (180) 31 of 40"),
        "reads 1 of n, tags all n: every action (n) n of n"
    );
}
