//! "Does mine match?": whether two policies do the same, what was bound for that, and how they differ.

use std::fmt::Write;
use std::fs;
use std::sync::LazyLock;

use iam_policy_editor::engine::catalog::{Catalog, bundled};
use iam_policy_editor::engine::matching::{Beside, Compared, Match, Side, match_policies};
use iam_policy_editor::engine::placeholders::{Declaration, Values, recognise};
use iam_policy_editor::engine::syntax::parse;
use iam_policy_editor::engine::templates::Template;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| bundled().expect("the reference can be read"));

struct Text<'a> {
    text: &'a str,
    declared: &'a [Declaration],
}

fn matched(mine: &str, theirs: Text, values: &Values) -> Match {
    let (mine, their_tree) = (parse(mine), parse(theirs.text));
    let placeholders = recognise(&mine, &[]);
    let their_placeholders = recognise(&their_tree, theirs.declared);
    match_policies(
        Compared {
            tree: &mine,
            placeholders: &placeholders,
        },
        Compared {
            tree: &their_tree,
            placeholders: &their_placeholders,
        },
        values,
        Some(&CATALOG),
    )
}

fn plainly(mine: &str, theirs: &str) -> Match {
    let theirs = Text {
        text: theirs,
        declared: &[],
    };
    matched(mine, theirs, &Values::default())
}

fn with_template(mine: &str, id: &str, values: &Values) -> Match {
    let template = template(id);
    let theirs = Text {
        text: &template.text,
        declared: &template.declarations(),
    };
    matched(mine, theirs, values)
}

fn template(id: &str) -> Template {
    let path = format!("src/engine/templates/library/{id}.json");
    Template::read(&fs::read_to_string(path).unwrap()).unwrap()
}

fn published(name: &str) -> String {
    fs::read_to_string(format!("tests/fixtures/published/{name}")).unwrap()
}

/// A policy of statements, each given by its members.
fn policy(statements: &[&str]) -> String {
    let objects: Vec<String> = statements.iter().map(|one| format!("{{{one}}}")).collect();
    format!(
        r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#,
        objects.join(", ")
    )
}

fn allow(actions: &str, resources: &str) -> String {
    format!(r#""Effect": "Allow", "Action": {actions}, "Resource": {resources}"#)
}

/// What the comparison says, a line for each thing.
fn told(found: &Match) -> String {
    let mut told = format!("{}\n", found.outcome.headline());
    for bound in &found.bindings {
        writeln!(
            told,
            "{} = {}",
            bound.written,
            bound.value.replace('\n', ", ")
        )
        .unwrap();
    }
    for one in &found.differences {
        writeln!(told, "{}: {}", one.statement + 1, one.sentence).unwrap();
        for condition in &one.without {
            writeln!(told, "   also where not: {condition}").unwrap();
        }
    }
    told
}

#[test]
fn spelling_order_wildcards_and_the_split_into_statements_do_not_matter() {
    let plain = policy(&[&allow(
        r#"["s3:GetObject", "s3:PutObject"]"#,
        r#""arn:aws:s3:::a/*""#,
    )]);
    let single = |action: &str| allow(action, r#""arn:aws:s3:::a/*""#);
    for other in [
        policy(&[&allow(
            r#"["s3:PutObject", "s3:GetObject"]"#,
            r#"["arn:aws:s3:::a/*"]"#,
        )]),
        policy(&[&allow(
            r#"["S3:putobject", "s3:getOBJECT"]"#,
            r#""arn:aws:s3:::a/*""#,
        )]),
        policy(&[&single(r#""s3:GetObject""#), &single(r#""s3:PutObject""#)]),
        policy(&[&allow(
            r#"["s3:GetObject", "s3:PutObject"]"#,
            r#"["arn:aws:s3:::a/*", "arn:aws:s3:::a/b"]"#,
        )]),
        policy(&[
            &allow(
                r#"["s3:PutObject", "s3:GetObject"]"#,
                r#""arn:aws:s3:::a/*""#,
            ),
            &single(r#""s3:Get?bject""#),
        ])
        .replace("s3:Get?bject", "s3:GetObject"),
        plain.replace(r#""Effect""#, r#""Sid": "Other", "Effect""#),
        plain.replace(
            r#""Version": "2012-10-17", "#,
            r#""Version": "2012-10-17", "Id": "x", "#,
        ),
    ] {
        for found in [plainly(&plain, &other), plainly(&other, &plain)] {
            assert_eq!(told(&found), "Matches: nothing to do\n", "{other}");
        }
    }
}

#[test]
fn a_wildcard_and_all_it_takes_in_today_match_with_a_word_on_tomorrow() {
    let wide = policy(&[&allow(r#""batch:Untag*""#, r#""*""#)]);
    let listed = policy(&[&allow(r#""batch:UntagResource""#, r#""*""#)]);
    let found = plainly(&wide, &listed);
    assert_eq!(
        (found.outcome.id(), found.differences.len()),
        ("same-today", 0)
    );
    assert_eq!(plainly(&wide, &wide).outcome.id(), "same");
}

#[test]
fn says_what_more_and_what_less_is_allowed_statement_by_statement() {
    let found = plainly(
        &policy(&[
            &allow(r#"["sqs:SendMessage", "sqs:PurgeQueue"]"#, r#""*""#),
            &allow(r#""s3:GetObject""#, r#""arn:aws:s3:::a/*""#),
        ]),
        &policy(&[
            &allow(
                r#"["s3:GetObject", "s3:PutObject"]"#,
                r#""arn:aws:s3:::a/*""#,
            ),
            &allow(r#""sqs:SendMessage""#, r#""*""#),
        ]),
    );
    assert_eq!(
        told(&found),
        "Differs: yours gives more access and less\n\
         1: Only yours allows `sqs:PurgeQueue` on every resource.\n\
         1: Only the other allows `s3:PutObject` on `arn:aws:s3:::a/*`.\n"
    );
    let sides: Vec<Side> = found.differences.iter().map(|one| one.side).collect();
    assert_eq!(sides, [Side::Mine, Side::Theirs]);
    assert_eq!(
        found.differences[1].text,
        "{\n    \"Effect\": \"Allow\",\n    \"Action\": \"s3:PutObject\",\n    \"Resource\": \"arn:aws:s3:::a/*\"\n}"
    );
    let beside = |place: usize| {
        let pair = &found.pairs[place];
        let number = |beside: &Option<_>| -> Option<usize> {
            beside.as_ref().map(|one: &Beside| one.statement)
        };
        (number(&pair.mine), number(&pair.theirs), pair.is_same)
    };
    assert_eq!(found.pairs.len(), 2);
    assert_eq!(beside(0), (Some(0), Some(1), false));
    assert_eq!(beside(1), (Some(1), Some(0), false));
    let change = &found.pairs[0].changes[0];
    assert_eq!(
        (
            change.element,
            &change.only_mine[..],
            change.only_theirs.len()
        ),
        ("Action", &["sqs:PurgeQueue".to_owned()][..], 0)
    );
}

/// The lines of a statement that are marked, without indentation.
fn marked(beside: &Option<Beside>) -> Vec<&str> {
    let lines = beside.as_ref().map(Beside::lines).unwrap_or_default();
    let own = lines.into_iter().filter(|(_, is_own)| *is_own);
    own.map(|(line, _)| line.trim()).collect()
}

#[test]
fn lines_that_say_what_the_other_statement_does_not_are_marked() {
    let conditioned = |bucket: &str, address: &str| {
        format!(
            r#""Effect": "Allow", "Action": ["s3:GetObject", "*"], "Resource": ["arn:aws:s3:::{bucket}", "*"], "Condition": {{"IpAddress": {{"aws:SourceIp": "{address}"}}, "Bool": {{"aws:SecureTransport": "true"}}}}"#
        )
    };
    let found = plainly(
        &policy(&[&conditioned("mine", "192.0.2.0/24")]),
        &policy(&[
            &conditioned("theirs", "198.51.100.0/24"),
            &allow(r#""sqs:SendMessage""#, r#""*""#),
        ]),
    );
    let [pair, alone] = &found.pairs[..] else {
        panic!("{:?}", found.pairs)
    };
    assert_eq!(
        marked(&pair.mine),
        [
            r#""arn:aws:s3:::mine","#,
            r#""aws:SourceIp": "192.0.2.0/24""#
        ]
    );
    assert_eq!(
        marked(&pair.theirs),
        [
            r#""arn:aws:s3:::theirs","#,
            r#""aws:SourceIp": "198.51.100.0/24""#
        ]
    );
    assert_eq!(marked(&alone.theirs), [""; 0]);
}

#[test]
fn what_is_denied_counts_although_nothing_beside_it_is_allowed() {
    let deny = |action: &str| {
        policy(&[&format!(
            r#""Effect": "Deny", "Action": "{action}", "Resource": "*""#
        )])
    };
    assert_eq!(
        told(&plainly(&deny("s3:*"), &deny("s3:Delete*"))),
        "Differs: yours gives less access\n\
         1: Only yours denies `s3:*` on every resource.\n"
    );
    assert!(plainly(&deny("s3:*"), &deny("S3:*")).outcome.is_same());
}

#[test]
fn a_literal_in_the_place_of_a_stand_in_is_bound_and_told() {
    for (mine, theirs, expected) in [
        (
            r#""arn:aws:iam::210987654321:role/batchly/*""#,
            r#""arn:aws:iam::<ACCOUNT-ID>:role/batchly/*""#,
            "Matches: nothing to do\n<ACCOUNT-ID> = 210987654321\n",
        ),
        (
            r#""arn:aws:iam::XXXXXXXXXXXX:role/batchly/*""#,
            r#""arn:aws:iam::210987654321:role/batchly/*""#,
            "Matches: nothing to do\nXXXXXXXXXXXX = 210987654321\n",
        ),
        (
            r#""arn:aws:iam::XXXXXXXXXXXX:role/batchly/*""#,
            r#""arn:aws:iam::${AWS::AccountId}:role/batchly/*""#,
            "Matches: nothing to do\n${AWS::AccountId} = XXXXXXXXXXXX\n",
        ),
        (
            r#""arn:aws:iam::<ACCOUNT-ID>:role/batchly/*""#,
            r#""arn:aws:iam::$ACCOUNT_ID:role/batchly/*""#,
            "Matches: nothing to do\n",
        ),
        (
            r#"["arn:aws:s3:::one", "arn:aws:s3:::two/*"]"#,
            r#"["arn:aws:s3:::<FIRST-BUCKET>", "arn:aws:s3:::<SECOND-BUCKET>/*"]"#,
            "Matches: nothing to do\n<FIRST-BUCKET> = one\n<SECOND-BUCKET> = two\n",
        ),
        (
            r#"["arn:aws:s3:::one", "arn:aws:s3:::two"]"#,
            r#"["arn:aws:s3:::<FIRST-BUCKET>", "arn:aws:s3:::<SECOND-BUCKET>"]"#,
            "Matches: nothing to do\n<FIRST-BUCKET> = one\n<SECOND-BUCKET> = two\n",
        ),
    ] {
        let statement = |resources| policy(&[&allow(r#""s3:GetObject""#, resources)]);
        let found = plainly(&statement(mine), &statement(theirs));
        assert_eq!(told(&found), expected, "{mine} {theirs}");
        assert!(found.unbound.is_empty(), "{:?}", found.unbound);
    }
}

#[test]
fn a_stand_in_is_not_bound_to_what_its_type_refuses_or_to_two_values() {
    let statement = |resources| policy(&[&allow(r#""iam:GetRole""#, resources)]);
    for (mine, theirs) in [
        (
            r#""arn:aws:iam::*:role/a""#,
            r#""arn:aws:iam::<ACCOUNT-ID>:role/a""#,
        ),
        (
            r#"["arn:aws:iam::210987654321:role/a", "arn:aws:iam::109876543210:role/b"]"#,
            r#"["arn:aws:iam::<ACCOUNT-ID>:role/a", "arn:aws:iam::<ACCOUNT-ID>:role/b"]"#,
        ),
        (
            r#""arn:aws:iam::210987654321:role/a""#,
            r#""arn:aws:iam::<ACCOUNT-ID>:role/b""#,
        ),
        (r#""arn:aws:s3:::*""#, r#""arn:aws:s3:::<BUCKET>""#),
    ] {
        let found = plainly(&statement(mine), &statement(theirs));
        assert_eq!(found.outcome.id(), "different", "{mine} {theirs}");
    }
}

#[test]
fn values_of_the_workspace_come_before_what_stands_in_mine() {
    let statement = |account| {
        policy(&[&allow(
            r#""iam:GetRole""#,
            &format!(r#""arn:aws:iam::{account}:role/a""#),
        )])
    };
    let mut values = Values::default();
    values
        .by_name
        .insert("account_id".into(), "109876543210".into());
    let (mine, theirs) = (statement("210987654321"), statement("<ACCOUNT-ID>"));
    let theirs = Text {
        text: &theirs,
        declared: &[],
    };
    assert_eq!(
        told(&matched(&mine, theirs, &values)),
        "Differs: yours gives more access and less\n\
         1: Only yours allows `iam:GetRole` on `arn:aws:iam::210987654321:role/a`.\n\
         1: Only the other allows `iam:GetRole` on `arn:aws:iam::109876543210:role/a`.\n"
    );
}

#[test]
fn the_published_trust_policy_of_batch_lacks_the_two_conditions_of_the_template() {
    let mine = published("aws-batch-service-trust.json.txt");
    let found = with_template(&mine, "aws-batch-service-trust", &Values::default());
    assert_eq!(
        told(&found),
        "Differs: yours gives more access\n\
         1: Only yours allows `sts:AssumeRole` for `batch.amazonaws.com`.\n   \
            also where not: the account for which a service calls is `{{account_id}}`\n   \
            also where not: the resource for which a service calls is like `arn:aws:batch:{{region}}:{{account_id}}:compute-environment/*` or `arn:aws:batch:{{region}}:{{account_id}}:job/*`\n"
    );
    let change = &found.pairs[0].changes;
    assert_eq!((change.len(), change[0].element), (1, "Condition"));
    assert_eq!(
        (change[0].only_mine.len(), change[0].only_theirs.len()),
        (0, 2)
    );
    assert_eq!(found.unbound, ["{{account_id}}", "{{region}}"]);
    assert!(
        with_template(
            &mine,
            "aws-batch-service-trust-as-published",
            &Values::default()
        )
        .outcome
        .is_same()
    );
}

#[test]
fn the_published_service_role_lacks_what_aws_has_added_since() {
    let mine = published("aws-batch-service-role.json.txt");
    let today = CATALOG.managed_policy("AWSBatchServiceRole").unwrap();
    let found = plainly(&mine, today.document);
    assert_eq!(
        told(&found),
        "Differs: yours gives less access\n\
         1: Only the other allows `ec2:DescribeSpotFleetRequestHistory`, `autoscaling:DescribeScalingActivities` and `ecs:UpdateCluster` on every resource.\n"
    );
}

#[test]
fn every_template_matches_itself_filled_in_by_hand_and_says_what_was_bound() {
    let folder = fs::read_dir("src/engine/templates/library").unwrap();
    for entry in folder {
        let id = entry.unwrap().file_name().into_string().unwrap();
        let id = id.trim_end_matches(".json");
        let template = template(id);
        let tree = parse(&template.text);
        let placeholders = recognise(&tree, &template.declarations());
        let mut values = Values::default();
        for placeholder in &placeholders {
            values
                .by_name
                .insert(placeholder.name.clone(), placeholder.example.clone());
        }
        let filled = iam_policy_editor::engine::placeholders::fill(
            &tree,
            &placeholders,
            &values,
            iam_policy_editor::engine::placeholders::FillMode::Shown,
        );
        let unfilled = with_template(&template.text, id, &Values::default());
        assert!(unfilled.outcome.is_same(), "{id}: {}", told(&unfilled));
        let found = with_template(&filled.text, id, &values);
        assert!(
            found.outcome.is_same(),
            "{id} with values: {}",
            told(&found)
        );
        let found = with_template(&filled.text, id, &Values::default());
        assert!(found.outcome.is_same(), "{id}: {}", told(&found));
    }
}

#[test]
fn what_cannot_be_decided_or_read_is_never_called_a_match() {
    let good = policy(&[&allow(r#""s3:GetObject""#, r#""*""#)]);
    for (mine, theirs, id) in [
        (good.clone(), "{".to_owned(), "unreadable"),
        (String::new(), good.clone(), "unreadable"),
        (good.clone(), "{}".to_owned(), "unreadable"),
        (
            good.clone(),
            policy(&[r#""Effect": "Permit", "Action": "s3:GetObject", "Resource": "*""#]),
            "undecided",
        ),
        (
            good.clone(),
            policy(&[
                r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringIsh": {"a:b": "c"}}"#,
            ]),
            "undecided",
        ),
    ] {
        assert_eq!(plainly(&mine, &theirs).outcome.id(), id, "{mine} {theirs}");
    }
}

#[test]
fn too_much_to_compare_is_said() {
    let many = |first: usize| {
        let statements: Vec<String> = (first..first + 90)
            .map(|number| {
                allow(
                    &format!(r#"["s3:Get*{number}", "s3:*{number}Object"]"#),
                    &format!(r#"["arn:aws:s3:::*{number}/a*", "arn:aws:s3:::b*{number}"]"#),
                )
            })
            .collect();
        let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
        policy(&statements)
    };
    let found = plainly(&many(0), &many(1));
    assert_eq!(found.outcome.id(), "undecided");
    assert_eq!(found.pairs.len(), 90);
}
