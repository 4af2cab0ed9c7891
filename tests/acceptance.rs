//! Accepted findings: what reopens one and what does not, told on whole policies.

use iam_policy_editor::engine::acceptance::{Acceptance, AcceptedFindings, without_repeats};
use iam_policy_editor::engine::analysis::{Analysis, Request, View};
use iam_policy_editor::engine::checks::Options;
use iam_policy_editor::engine::placeholders::Values;
use iam_policy_editor::engine::policy::KindChoice;

const PASS_ROLE: &str = "PASS_ROLE_WITH_STAR_IN_RESOURCE";

const POLICY: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Pass", "Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*"},
    {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::<bucket-name>/*"}
  ]
}"#;

fn analysis_with(
    text: &str,
    values: &[(&str, &str)],
    accepted: &[Acceptance],
    options: Options,
) -> Analysis {
    let by_name = values
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    Analysis::new(Request {
        text,
        declared: &[],
        values: &Values {
            by_name,
            ..Values::default()
        },
        kind: KindChoice::Auto,
        attachment: None,
        catalog: None,
        options,
        accepted,
    })
}

fn analysis(text: &str, accepted: &[Acceptance]) -> Analysis {
    analysis_with(text, &[], accepted, Options::default())
}

/// Every finding of the text with this code, accepted.
fn accept(text: &str, code: &str) -> Vec<Acceptance> {
    let analysis = analysis(text, &[]);
    let numbered = analysis.findings().iter().enumerate();
    let accepted: Vec<Acceptance> = numbered
        .filter(|(_, finding)| finding.code == code)
        .map(|(number, _)| analysis.acceptance(number, "Reviewed".into()).unwrap())
        .collect();
    assert!(!accepted.is_empty(), "no {code} in {text}");
    accepted
}

/// The lines on which accepted findings stand, and how many acceptances are left over.
fn applied(analysis: &Analysis) -> (Vec<usize>, usize) {
    let line = |offset: usize| analysis.text()[..offset].matches('\n').count() + 1;
    let lines = analysis
        .accepted_findings()
        .map(|(_, finding)| line(finding.span().start));
    (lines.collect(), analysis.outdated_acceptances().len())
}

#[test]
fn an_accepted_finding_knows_its_reason_and_counts_apart() {
    let accepted = analysis(POLICY, &accept(POLICY, PASS_ROLE));
    let (number, finding) = accepted.accepted_findings().next().unwrap();
    assert_eq!(
        (finding.code, finding.accepted.as_deref()),
        (PASS_ROLE, Some("Reviewed"))
    );
    assert_eq!(accepted.acceptance_of(number), Some(0));
    let verdict = accepted.verdict();
    assert_eq!(
        (verdict.accepted, verdict.accepted_words().as_deref()),
        (1, Some("1 finding accepted"))
    );
    let plain = analysis(POLICY, &[]);
    assert_eq!(plain.findings().len(), accepted.findings().len());
    assert_eq!(plain.verdict().accepted_words(), None);
}

#[test]
fn an_accepted_finding_is_not_marked_in_the_text() {
    let marks = |analysis: &Analysis| {
        let runs = analysis.highlights(View::Template);
        runs.iter().filter(|run| run.finding.is_some()).count()
    };
    let accepted = accept(POLICY, PASS_ROLE);
    assert!(marks(&analysis(POLICY, &accepted)) < marks(&analysis(POLICY, &[])));
}

#[test]
fn an_acceptance_outlives_what_changes_nothing_in_its_statement() {
    let accepted = accept(POLICY, PASS_ROLE);
    let statement = POLICY.lines().nth(3).unwrap();
    let other = POLICY.lines().nth(4).unwrap();
    for (change, text, line) in [
        ("nothing", POLICY.to_owned(), 4),
        (
            "white space",
            POLICY.replace(", \"Action\": [", ",\n\n \"Action\":[ "),
            6,
        ),
        (
            "the order of members",
            POLICY.replace("\"Sid\": \"Pass\", ", "").replace(
                "\"Resource\": \"*\"",
                "\"Resource\": \"*\", \"Sid\": \"Pass\"",
            ),
            4,
        ),
        (
            "an escape",
            POLICY.replace("iam:PassRole", "iam:P\\u0061ssRole"),
            4,
        ),
        (
            "another statement",
            POLICY.replace("s3:GetObject", "s3:PutObject"),
            4,
        ),
        (
            "its place",
            POLICY
                .replace(statement, "@")
                .replace(other, statement.trim_end_matches(','))
                .replace('@', &format!("{other},")),
            5,
        ),
        (
            "a list of one statement",
            format!("{{\n\n\"Statement\": {}}}", statement.trim_end_matches(',')),
            3,
        ),
    ] {
        let analysis = analysis(&text, &accepted);
        assert_eq!(applied(&analysis), (vec![line], 0), "{change}: {text}");
    }
}

#[test]
fn an_acceptance_reopens_when_its_statement_changes() {
    let accepted = accept(POLICY, PASS_ROLE);
    for (from, to) in [
        ("ec2:RunInstances", "lambda:*"),
        ("\"Pass\"", "\"Passing\""),
        (
            "\"iam:PassRole\", \"ec2:RunInstances\"",
            "\"ec2:RunInstances\", \"iam:PassRole\"",
        ),
        ("\"Resource\": \"*\"}", "\"Resource\": [\"*\"]}"),
    ] {
        let text = POLICY.replacen(from, to, 1);
        let analysis = analysis(&text, &accepted);
        assert!(
            analysis
                .findings()
                .iter()
                .any(|finding| finding.code == PASS_ROLE),
            "{text}"
        );
        assert_eq!(applied(&analysis), (vec![], 1), "{text}");
    }
}

#[test]
fn filling_in_a_value_reopens_nothing_and_the_filled_policy_is_accepted_too() {
    let text = POLICY.replace(
        "\"Resource\": \"*\"",
        "\"Resource\": [\"*\", \"arn:aws:iam::<account-id>:role/x\"]",
    );
    let values = [("account_id", "210987654321"), ("bucket_name", "records")];
    let accepted = accept(&text, PASS_ROLE);
    let filled = analysis_with(&text, &values, &accepted, Options::default());
    assert_eq!(applied(&filled), (vec![4], 0));
    let saved = filled.acceptances_to_save();
    assert!(saved[0].filled.is_some() && saved[0].content == accepted[0].content);
    assert_eq!(
        applied(&analysis(filled.text_of(View::Filled), &saved)),
        (vec![4], 0)
    );
    assert_eq!(applied(&analysis(&text, &saved)), (vec![4], 0));
    let unfilled = analysis(&text, &accepted);
    assert_eq!(
        unfilled.acceptances_to_save(),
        accepted,
        "nothing is filled in"
    );
}

#[test]
fn of_two_findings_in_one_string_only_the_accepted_one_is() {
    let text = POLICY.replace("<bucket-name>/*", "<bucket-name>/<user-name>/*");
    let all = accept(&text, "UNFILLED_PLACEHOLDER");
    assert_eq!(all.len(), 2);
    for one in all {
        let analysis = analysis(&text, std::slice::from_ref(&one));
        let found: Vec<Acceptance> = analysis
            .accepted_findings()
            .map(|(number, _)| analysis.acceptance(number, "Reviewed".into()).unwrap())
            .collect();
        assert_eq!(found, [one]);
    }
}

#[test]
fn of_equal_statements_the_one_at_the_accepted_place_is_accepted() {
    let one = POLICY.lines().nth(3).unwrap().trim_end_matches(',');
    let twice = |between: &str| format!("{{\"Statement\": [\n{one},\n{between}{one}\n]}}");
    let accepted = accept(&twice(""), PASS_ROLE);
    assert_eq!(accepted.len(), 2);
    let second = &accepted[1..];
    assert_eq!(applied(&analysis(&twice(""), second)), (vec![3], 0));
    assert_eq!(
        applied(&analysis(&twice("{},\n{},\n"), second)),
        (vec![2], 0),
        "where none is at its place, the first"
    );
    assert_eq!(applied(&analysis(&twice(""), &accepted)), (vec![2, 3], 0));
}

#[test]
fn what_is_in_no_statement_is_known_by_its_element_or_the_document() {
    let text = r#"{"Version": "2008-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*"}]}"#;
    let without = text.replace("\"Version\": \"2008-10-17\", ", "");
    let accepted = accept(&without, "MISSING_VERSION");
    assert!(accepted[0].path.0.is_empty());
    assert_eq!(
        applied(&analysis(&format!(" {without}"), &accepted)),
        (vec![1], 0)
    );
    let changed = without.replace("a/*", "b/*");
    assert_eq!(applied(&analysis(&changed, &accepted)), (vec![], 1));
}

#[test]
fn a_finding_about_several_statements_reopens_when_any_of_them_changes() {
    let text = "{\"Version\": \"2012-10-17\", \"Statement\": [\n\
        {\"Sid\": \"a\", \"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"},\n\
        {\"Sid\": \"b\", \"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::a/*\"}]}";
    let before = analysis(text, &[]);
    let several = before
        .findings()
        .iter()
        .enumerate()
        .find(|(number, finding)| {
            before.acceptance(*number, String::new()).is_some()
                && finding
                    .locations
                    .iter()
                    .any(|place| place.span.start < text.rfind('\n').unwrap())
                && finding
                    .locations
                    .iter()
                    .any(|place| place.span.start > text.rfind('\n').unwrap())
        });
    let (number, finding) = several.expect("a finding about both statements");
    let accepted = [before.acceptance(number, "Known".into()).unwrap()];
    assert_eq!(applied(&analysis(text, &accepted)).1, 0);
    for sid in ["\"a\"", "\"b\""] {
        let changed = text.replace(sid, "\"c\"");
        assert_eq!(
            applied(&analysis(&changed, &accepted)),
            (vec![], 1),
            "{} {sid}",
            finding.code
        );
    }
}

#[test]
fn an_error_cannot_be_accepted_whatever_makes_it_one() {
    let broken = POLICY.replace(
        "\"Allow\", \"Action\": \"s3",
        "\"Perhaps\", \"Action\": \"s3",
    );
    let found = analysis(&broken, &[]);
    let number = found
        .findings()
        .iter()
        .position(|finding| finding.code == "INVALID_EFFECT")
        .unwrap();
    assert_eq!(found.acceptance(number, "No".into()), None);
    assert_eq!(found.acceptance(usize::MAX, "No".into()), None);
    let accepted = accept(POLICY, "UNFILLED_PLACEHOLDER");
    let strict = Options {
        require_filled: true,
        ..Options::default()
    };
    let strict = analysis_with(POLICY, &[], &accepted, strict);
    assert_eq!(
        (applied(&strict), strict.verdict().errors),
        ((vec![], 1), 1)
    );
}

#[test]
fn what_was_repaired_keeps_its_acceptances() {
    let broken = POLICY.replace("\"*\"},", "\"*\"}");
    let accepted = accept(POLICY, PASS_ROLE);
    let repaired = analysis(&broken, &accepted)
        .repaired()
        .expect("a comma is missing");
    assert_eq!(applied(&repaired), (vec![4], 0));
}

#[test]
fn a_text_that_was_not_checked_reopens_nothing() {
    let accepted = accept(POLICY, PASS_ROLE);
    let unchecked = Analysis::unchecked(Request {
        text: POLICY,
        declared: &[],
        values: &Values::default(),
        kind: KindChoice::Auto,
        attachment: None,
        catalog: None,
        options: Options::default(),
        accepted: &accepted,
    });
    assert_eq!(applied(&unchecked), (vec![], 0));
    assert_eq!(unchecked.acceptances_to_save(), accepted);
}

#[test]
fn of_two_reasons_for_one_finding_the_later_one_stays() {
    let mut accepted = accept(POLICY, PASS_ROLE);
    accepted.extend(accept(POLICY, "UNFILLED_PLACEHOLDER"));
    let mut again = accepted[0].clone();
    again.reason = "Again".into();
    let kept = without_repeats([accepted.clone(), vec![again.clone()]].concat());
    assert_eq!(kept, [accepted[1].clone(), again]);
}

/// The format is a promise: a file that was saved once must apply for ever.
#[test]
fn a_saved_file_still_applies() {
    let saved = include_str!("fixtures/accepted-findings.json");
    let file = AcceptedFindings::read(saved).unwrap();
    assert_eq!(
        applied(&analysis(POLICY, &file.acceptances)),
        (vec![4, 5], 0)
    );
    assert_eq!(file.write(), saved);
}
