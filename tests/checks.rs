//! What the checks find in whole policies: those people publish, and our own templates.

use iam_policy_editor::engine::analysis::{Analysis, Request};
use iam_policy_editor::engine::catalog::{Catalog, bundled};
use iam_policy_editor::engine::checks::{CHECKS, Finding, Options, examples};
use iam_policy_editor::engine::placeholders::Values;
use iam_policy_editor::engine::policy::{Attachment, KindChoice, PolicyKind};
use iam_policy_editor::engine::templates::{TEMPLATE_IDS, Template};
use iam_policy_editor::engine::text::{LineIndex, Position};
use std::collections::BTreeSet;
use std::fs;
use std::sync::{Arc, LazyLock};

static REFERENCE: LazyLock<Arc<Catalog>> =
    LazyLock::new(|| Arc::new(bundled().expect("the bundled reference")));

fn file(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn published(name: &str) -> String {
    file(&format!("tests/fixtures/published/{name}.json.txt"))
}

fn template(id: &str) -> Template {
    let text = file(&format!("src/engine/templates/library/{id}.json"));
    Template::read(&text).unwrap_or_else(|error| panic!("{error}"))
}

fn analysis(text: &str, values: &Values) -> Analysis {
    let kind = KindChoice::Auto;
    Analysis::new(Request {
        text,
        declared: &[],
        values,
        kind,
        attachment: None,
        options: Options::default(),
        catalog: Some(&REFERENCE),
        accepted: &[],
    })
}

fn unfilled(text: &str) -> Analysis {
    analysis(text, &Values::default())
}

fn codes(analysis: &Analysis) -> Vec<&'static str> {
    analysis
        .findings()
        .iter()
        .map(|finding| finding.code)
        .collect()
}

/// The codes without those that the published template tells of anyway.
fn codes_beyond_the_template(analysis: &Analysis, id: &str) -> Vec<&'static str> {
    let known = template(id).known_findings;
    let is_told = |code: &str| known.iter().any(|one| one.code == code);
    let found = codes(analysis).into_iter();
    found.filter(|code| !is_told(code)).collect()
}

const PUBLISHED_BATCHLY: &str = "batchly-onboarding-user-as-published";

/// The values of the placeholders' own examples.
fn with_examples(analysis: &Analysis) -> Values {
    let placeholders = analysis.placeholders().iter();
    let by_name = placeholders
        .map(|placeholder| (placeholder.name.clone(), placeholder.example.clone()))
        .collect();
    Values {
        by_name,
        ..Values::default()
    }
}

fn place(text: &str, finding: &Finding) -> Position {
    LineIndex::new(text).position(finding.span().start)
}

#[test]
fn the_published_policy_of_batchly_lacks_two_commas_and_two_values() {
    let text = published("batchly-onboarding-user");
    let analysis = unfilled(&text);
    let mut of_code = codes_beyond_the_template(&analysis, PUBLISHED_BATCHLY);
    of_code.sort();
    assert_eq!(
        of_code,
        [
            "JSON_SYNTAX_ERROR",
            "JSON_SYNTAX_ERROR",
            "UNFILLED_PLACEHOLDER",
            "UNFILLED_PLACEHOLDER"
        ]
    );
    let findings = |code: &str| {
        analysis
            .findings()
            .iter()
            .filter(|one| one.code == code)
            .collect::<Vec<_>>()
    };

    for (comma, line) in findings("JSON_SYNTAX_ERROR").into_iter().zip([22, 24]) {
        assert_eq!(place(&text, comma).line, line);
        assert_eq!(
            comma.span().end,
            LineIndex::new(&text).line_span(line).unwrap().end
        );
    }
    let [account, user] = findings("UNFILLED_PLACEHOLDER")[..] else {
        panic!("two placeholders");
    };
    assert!(
        account.message.contains("`Account ID`") && account.message.contains("13"),
        "{}",
        account.message
    );
    assert_eq!((account.locations.len(), user.locations.len()), (5, 1));
    assert!(user.message.contains("`User name`"), "{}", user.message);
    for location in account.locations.iter().chain(&user.locations) {
        assert!(["XXXXXXXXXXXXX", "USERNAME"].contains(&location.span.text(&text)));
    }
}

#[test]
fn repairs_mend_the_commas_of_batchly_and_leave_the_rest() {
    let text = published("batchly-onboarding-user");
    let repaired = unfilled(&text).repaired().unwrap();
    assert_eq!(
        repaired
            .text()
            .replacen("role/batchly/\",", "role/batchly/\"", 1)
            .replacen("*\",", "*\"", 1),
        text
    );
    assert_eq!(
        codes_beyond_the_template(&repaired, PUBLISHED_BATCHLY),
        ["UNFILLED_PLACEHOLDER", "UNFILLED_PLACEHOLDER"]
    );
    let filled = analysis(repaired.text(), &with_examples(&repaired));
    assert_eq!(
        codes_beyond_the_template(&filled, PUBLISHED_BATCHLY),
        [""; 0]
    );
}

#[test]
fn the_published_policies_of_aws_batch_have_nothing_that_aws_rejects() {
    for (name, kind, known) in [
        (
            "aws-batch-service-role",
            PolicyKind::Identity,
            vec!["OUTDATED_MANAGED_POLICY", "DESTRUCTION_OF_EVERYTHING"],
        ),
        (
            "aws-batch-service-trust",
            PolicyKind::Trust,
            vec!["RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL"],
        ),
    ] {
        let analysis = unfilled(&published(name));
        assert_eq!((codes(&analysis), analysis.kind()), (known, kind), "{name}");
    }
}

/// What is said of a template where it goes.
fn of_template(template: &Template, values: &Values) -> Analysis {
    let target = template.attach_as.target.as_str();
    Analysis::new(Request {
        text: &template.text,
        declared: &[],
        values,
        kind: PolicyKind::from_id(template.kind.name()).map_or(KindChoice::Auto, KindChoice::Set),
        attachment: Attachment::from_id(target.strip_suffix("-policy").unwrap_or(target)),
        options: Options::default(),
        catalog: Some(&REFERENCE),
        accepted: &[],
    })
}

/// The codes of the findings, but for values that are missing.
fn found_in(analysis: &Analysis) -> BTreeSet<&'static str> {
    codes(analysis)
        .into_iter()
        .filter(|code| *code != "UNFILLED_PLACEHOLDER")
        .collect()
}

/// What can only be told of a filled policy may be missing before that.
#[test]
fn templates_have_the_findings_they_tell_of_and_no_others() {
    let mut wrong = Vec::new();
    for id in TEMPLATE_IDS {
        let template = template(id);
        let told: BTreeSet<&str> = template
            .known_findings
            .iter()
            .map(|known| known.code.as_str())
            .collect();
        let empty = of_template(&template, &Values::default());
        let filled = of_template(&template, &with_examples(&empty));
        let (early, late) = (found_in(&empty), found_in(&filled));
        if !early.is_subset(&told) || late != told {
            wrong.push(format!(
                "{id}: {early:?}, filled in {late:?}, told {told:?}"
            ));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_template_offered_as_a_fix_exists() {
    let examples = CHECKS.iter().flat_map(|check| examples(check).invalid);
    let fixes = examples
        .flat_map(|example| unfilled(&example).findings().to_vec())
        .flat_map(|finding| finding.fixes);
    let offered: BTreeSet<&str> = fixes.filter_map(|fix| fix.template).collect();
    assert_eq!(
        offered,
        BTreeSet::from(["administrator-with-mfa", "genomics-ebs-autoscale"])
    );
    assert!(offered.iter().all(|id| TEMPLATE_IDS.contains(id)));
}

#[test]
fn a_value_that_cannot_be_used_is_no_broken_arn() {
    let text = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::XXXXXXXXXXXX:role/<role>"}}"#;
    for typed in ["", "12345", "no account", "arn:aws:iam::1:x"] {
        let values = Values {
            by_name: [("account_id".to_owned(), typed.to_owned())].into(),
            ..Values::default()
        };
        let found = analysis(text, &values);
        assert_eq!(
            codes(&found),
            ["UNFILLED_PLACEHOLDER", "UNFILLED_PLACEHOLDER"],
            "{typed}"
        );
    }
}

#[test]
fn stand_ins_in_any_place_are_no_errors_of_their_own() {
    for statement in [
        r#"{"Sid": "Read <bucket name>", "Effect": "{{effect}}", "Action": "<service>:Get*", "Resource": "<bucket ARN>"}"#,
        r#"{"Sid": "{{sid}}", "Effect": "Deny", "Action": {{actions}}, "Resource": ["{{resource}}", "<role>", "arn:aws:s3:::{{bucket_name}}"]}"#,
        r#"{"Effect": "Allow", "Action": ["s3:GetObject", "sqs:SendMessage"], "Resource": ["<prefix>:aws:s3:::a/*", "arn:aws:sqs:us-east-1:<region>:a"]}"#,
    ] {
        let found = unfilled(&format!(
            r#"{{"Version": "2012-10-17", "Statement": [{statement}]}}"#
        ));
        assert_eq!(
            codes(&found).into_iter().collect::<BTreeSet<_>>(),
            BTreeSet::from(["UNFILLED_PLACEHOLDER"]),
            "{statement}"
        );
    }
}

/// The labels of the fixes of a code's findings, in order.
fn labels(text: &str, code: &str) -> Vec<&'static str> {
    let analysis = unfilled(text);
    let findings = analysis.findings().iter();
    let fixes = findings
        .filter(|finding| finding.code == code)
        .flat_map(|finding| &finding.fixes);
    fixes.map(|fix| analysis.effect_of(fix).id()).collect()
}

#[test]
fn a_fix_in_a_denial_is_labelled_by_what_it_denies() {
    let denial = |actions: &str| {
        format!(
            r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Deny", "Action": [{actions}], "Resource": "*"}}}}"#
        )
    };
    let covered = denial(r#""s3:*", "s3:GetObject""#);
    assert_eq!(labels(&covered, "REDUNDANT_ACTION"), ["same"]);
    let misspelt = labels(
        &denial(r#""ec2:RunInstance", "ec2:StopInstances""#),
        "INVALID_ACTION",
    );
    assert!(
        !misspelt.is_empty() && !misspelt.contains(&"same"),
        "{misspelt:?}"
    );
}
