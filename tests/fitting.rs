//! Making a policy fit: what is done, how far it gets, and that it permits what it did.

use iam_policy_editor::engine::fitting::{Fitted, Goal, Sids, fit};
use iam_policy_editor::engine::meaning::{Answer, Permissions, equal};
use iam_policy_editor::engine::syntax::parse;

fn size_without_space(text: &str) -> usize {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .count()
}

/// Of a text without stand-ins.
fn as_it_is(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn fitted(text: &str, limit: usize, sids: Sids) -> Fitted {
    let goal = Goal {
        limit,
        size_of: &size_without_space,
        settled: &as_it_is,
        counts_white_space: false,
        sids,
    };
    fit(text, &goal).expect("a policy")
}

fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Makes the policy as small as can be and compares the text and the steps.
#[track_caller]
fn expect(text: &str, sids: Sids, expected: &str, steps: &[&str]) {
    let fitted = fitted(text, 0, sids);
    assert_eq!(packed(&fitted.text), expected);
    let done: Vec<&str> = fitted.steps.iter().map(|step| step.what.as_str()).collect();
    assert_eq!(done, steps);
}

#[test]
fn superfluous_entries_go() {
    expect(
        r#"{"Statement": {"Effect": "Allow", "Action": ["s3:Get*", "s3:getobject", "s3:Put*", "s3:Get*"], "Resource": ["*", "arn:aws:s3:::a"]}}"#,
        Sids::Keep,
        r#"{"Statement":{"Effect":"Allow","Action":["s3:Get*","s3:Put*"],"Resource":"*"}}"#,
        &[
            "Left out 2 entries such as `s3:getobject`, which other entries of `Action` take in.",
            "Left out `arn:aws:s3:::a`, which another entry of `Resource` takes in.",
            "Wrote 1 list of one entry without its brackets.",
        ],
    );
}

#[test]
fn superfluous_statements_go_and_similar_ones_are_merged() {
    let text = r#"{"Statement": [
        {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a/*"},
        {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/b"},
        {"Effect": "Allow", "Resource": "arn:aws:s3:::a/*", "Action": ["s3:PutObject"]},
        {"Effect": "Deny", "Action": "s3:Get*", "Resource": "arn:aws:s3:::c/*"}]}"#;
    expect(
        text,
        Sids::Keep,
        r#"{"Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:Get*","s3:PutObject"],"Resource":"arn:aws:s3:::a/*"},{"Effect":"Deny","Action":"s3:Get*","Resource":"arn:aws:s3:::c/*"}]}"#,
        &[
            "Left out statement 2, which adds nothing to the others.",
            "Merged statement 2 into the statement `Read`: they differ in `Action` only.",
        ],
    );
}

#[test]
fn a_denial_stays_although_nothing_beside_it_is_allowed() {
    expect(
        r#"{"Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:Get*", "Resource": "*"}]}"#,
        Sids::Keep,
        r#"{"Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}"#,
        &["Left out statement 2, which adds nothing to the others."],
    );
}

#[test]
fn names_go_as_far_as_is_allowed() {
    let text = r#"{"Statement": [{"Sid": "Stmt1", "Effect": "Allow", "Action": "a:b", "Resource": "x"}, {"Sid": "Mine", "Effect": "Deny", "Action": "c:d", "Resource": "y"}]}"#;
    for (sids, kept) in [
        (Sids::Keep, &["Stmt1", "Mine"][..]),
        (Sids::DropGenerated, &["Mine"]),
        (Sids::DropAll, &[]),
    ] {
        let fitted = fitted(text, 0, sids);
        for name in ["Stmt1", "Mine"] {
            assert_eq!(
                fitted.text.contains(name),
                kept.contains(&name),
                "{sids:?}: {name}"
            );
        }
    }
}

#[test]
fn nothing_is_done_that_need_not_be() {
    let text =
        r#"{"Statement": [{"Effect": "Allow", "Action": ["a:b", "a:*"], "Resource": ["*"]}]}"#;
    let size = size_without_space(text);
    let untouched = fitted(text, size, Sids::DropAll);
    assert_eq!(
        (
            untouched.text.as_str(),
            untouched.steps.len(),
            untouched.fits
        ),
        (text, 0, true)
    );
    let one_step = fitted(text, size - 1, Sids::DropAll);
    assert_eq!((one_step.steps.len(), one_step.fits), (1, true));
}

#[test]
fn white_space_goes_first_where_it_counts() {
    let text = "{\n  \"Statement\": {\"Effect\": \"Allow\", \"Action\": [\"a:b\"], \"Resource\": \"*\"}\n}";
    let goal = Goal {
        limit: 62,
        size_of: &|text| text.len(),
        settled: &as_it_is,
        counts_white_space: true,
        sids: Sids::Keep,
    };
    let fitted = fit(text, &goal).expect("a policy");
    assert_eq!(
        fitted.text,
        r#"{"Statement":{"Effect":"Allow","Action":["a:b"],"Resource":"*"}}"#
            .replace("[\"a:b\"]", "\"a:b\"")
    );
    assert!(
        fitted.fits
            && fitted
                .steps
                .first()
                .is_some_and(|step| step.what.starts_with("Left out the white space"))
    );
}

#[test]
fn it_says_how_far_it_got() {
    let text = r#"{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}"#;
    let fitted = fitted(text, 10, Sids::DropAll);
    let size = text.len();
    assert_eq!(
        fitted.sentence(10),
        format!(
            "Nothing can be left out without changing what it permits: it stays at {size} of 10. Split it into two policies."
        )
    );
}

#[test]
fn a_text_with_errors_is_left_alone() {
    let goal = Goal {
        limit: 0,
        size_of: &size_without_space,
        settled: &as_it_is,
        counts_white_space: true,
        sids: Sids::DropAll,
    };
    for text in ["", "{", "[1 2]", "{\"Statement\": [1,]}"] {
        assert_eq!(fit(text, &goal), None, "{text}");
    }
}

/// Policies put together from few parts, so that many of their parts are superfluous.
fn generated(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut pick = |count: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % count
    };
    let actions = [
        "\"s3:Get*\"",
        "\"s3:GetObject\"",
        "\"s3:*\"",
        "\"ec2:RunInstances\"",
        "\"*\"",
        "\"S3:getobject\"",
    ];
    let resources = [
        "\"*\"",
        "\"arn:aws:s3:::a\"",
        "\"arn:aws:s3:::a/*\"",
        "\"arn:aws:s3:::<b>/*\"",
        "\"arn:aws:s3:::${aws:username}\"",
    ];
    let conditions = [
        "",
        ", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": [\"true\"]}}",
        ", \"Condition\": {\"StringLike\": {\"aws:userid\": [\"a*\", \"ab\"]}}",
    ];
    let mut statements = Vec::new();
    for number in 0..1 + pick(6) {
        let mut list = |from: &[&str]| {
            (0..1 + pick(3))
                .map(|_| from[pick(from.len())])
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (action, resource) = (list(&actions), list(&resources));
        let effect = ["Allow", "Allow", "Allow", "Deny"][pick(4)];
        let negated = ["", "", "", "Not"][pick(4)];
        let condition = conditions[pick(3)];
        statements.push(format!("{{\"Sid\": \"Stmt{number}\", \"Effect\": \"{effect}\", \"{negated}Action\": [{action}], \"Resource\": [{resource}]{condition}}}"));
    }
    format!(
        "{{\"Version\": \"2012-10-17\", \"Statement\": [{}]}}",
        statements.join(", ")
    )
}

#[test]
fn what_is_made_to_fit_permits_what_it_did() {
    let mut smaller = 0;
    for seed in 0..300 {
        let text = generated(seed);
        let fitted = fitted(&text, 0, Sids::DropAll);
        let permissions = |text: &str| Permissions::read(&parse(text));
        assert_eq!(
            equal(&permissions(&text), &permissions(&fitted.text), None),
            Answer::Yes,
            "{text}\n{}",
            fitted.text
        );
        let sizes: Vec<usize> = fitted.steps.iter().map(|step| step.size).collect();
        assert!(sizes.is_sorted_by(|one, next| one > next), "{sizes:?}");
        smaller += usize::from(fitted.steps.len() > 1);
    }
    assert!(smaller > 250, "{smaller}");
}
