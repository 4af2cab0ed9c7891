//! `--accept` and `--format sarif`: what the command makes of accepted findings.

#[path = "command/run.rs"]
mod run;

use run::{Run, file, run, run_with_input};
use serde_json::{Value, json};

const CODE: &str = "PASS_ROLE_WITH_STAR_IN_RESOURCE";

/// As in `tests/acceptance.rs`, so that the saved file applies to it.
const POLICY: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Pass", "Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*"},
    {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::<bucket-name>/*"}
  ]
}"#;

const SAVED: &str = "tests/fixtures/accepted-findings.json";

/// Checks text from standard input.
fn check(arguments: &[&str], text: &str) -> Run {
    run_with_input(&[arguments, &["-"]].concat(), text.as_bytes())
}

fn with_code<'f>(findings: &'f Value, member: &str, code: &str) -> &'f Value {
    let findings = findings.as_array().expect("an array");
    findings.iter().find(|one| one[member] == code).expect(code)
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn text_shows_what_was_accepted_and_why() {
    let ended = check(&["--accept", SAVED], POLICY);
    assert_eq!((ended.code, ended.errors.as_str()), (0, ""));
    let lines: Vec<&str> = ended.output.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.contains(CODE))
        .expect(CODE);
    assert!(
        lines[at].starts_with(&format!("-:4:51: ACCEPTED SECURITY_WARNING {CODE} ")),
        "{}",
        lines[at]
    );
    assert_eq!(lines[at + 1], "    Accepted: Reviewed");
    assert!(
        !lines[at + 2].starts_with(' '),
        "nothing more is said of it: {}",
        ended.output
    );
    assert!(
        ended.output.contains("2 findings accepted.\n"),
        "{}",
        ended.output
    );
    assert!(
        !check(&[], POLICY)
            .output
            .to_lowercase()
            .contains("accepted")
    );
}

#[test]
fn json_has_the_reason_on_accepted_findings_alone() {
    let report = check(&["--format", "json", "--accept", SAVED], POLICY).json();
    let findings = &report[0]["findings"];
    assert_eq!(
        with_code(findings, "issueCode", CODE)["accepted"],
        json!({ "reason": "Reviewed" })
    );
    let open = check(&["--format", "json"], POLICY).json();
    for finding in open[0]["findings"].as_array().expect("an array") {
        assert!(!keys(finding).contains(&"accepted"), "{finding}");
    }
    assert_eq!(
        findings.as_array().map(Vec::len),
        open[0]["findings"].as_array().map(Vec::len),
        "they stay visible"
    );
}

#[test]
fn an_acceptance_that_applies_to_no_file_is_named_and_is_no_error() {
    let changed = POLICY.replace("ec2:RunInstances", "lambda:*");
    let ended = check(&["--accept", SAVED], &changed);
    assert_eq!(ended.code, 0);
    assert_eq!(ended.errors.lines().count(), 1, "{}", ended.errors);
    for said in [
        CODE,
        "[\"Statement\",0,\"Action\",0]",
        "no longer applies",
        "(Reviewed)",
    ] {
        assert!(ended.errors.contains(said), "{}", ended.errors);
    }
    assert!(
        ended
            .output
            .contains(&format!(": SECURITY_WARNING {CODE} ")),
        "{}",
        ended.output
    );
    let file = file("accepted-beside.json", POLICY);
    let both = check(&["--accept", SAVED, &file], &changed);
    assert_eq!(both.errors, "", "it applies to one of the files");
    for arguments in [&["--fix"][..], &["--placeholders"], &["--export", "json"]] {
        let ended = check(&[arguments, &["--accept", SAVED]].concat(), &changed);
        assert_eq!(
            ended.errors.matches("no longer applies").count(),
            0,
            "{arguments:?}"
        );
    }
}

#[test]
fn several_files_add_up_and_of_two_reasons_the_later_one_counts() {
    let saved = std::fs::read_to_string(SAVED).expect("the fixture");
    let later = file("accepted-later.json", saved.replace("Reviewed", "Again"));
    let ended = check(&["--accept", SAVED, "--accept", &later], POLICY);
    assert_eq!(
        ended.output.matches("Accepted: Again").count(),
        2,
        "{}",
        ended.output
    );
    assert_eq!(ended.errors, "");
}

#[test]
fn filling_in_a_value_changes_nothing() {
    let set = ["--set", "bucket_name=records", "--accept", SAVED];
    let ended = check(&set, POLICY);
    assert!(
        ended.output.contains("1 finding accepted."),
        "{}",
        ended.output
    );
    assert!(
        ended.errors.contains("UNFILLED_PLACEHOLDER"),
        "{}",
        ended.errors
    );
    let strict = check(&["--require-filled", "--accept", SAVED], POLICY);
    assert_eq!(
        strict.code, 1,
        "what is an error cannot be accepted: {}",
        strict.output
    );
}

#[test]
fn a_file_of_accepted_findings_that_cannot_be_used_ends_the_run() {
    let saved = std::fs::read_to_string(SAVED).expect("the fixture");
    let key = ["AKIA", "QX3NV7LMTB2RK5WD"].concat();
    for (name, text, said) in [
        ("accepted-json.json", "{".to_owned(), "not valid JSON"),
        (
            "accepted-policy.json",
            POLICY.to_owned(),
            "no file of accepted findings",
        ),
        (
            "accepted-newer.json",
            saved.replace("\"version\": 1", "\"version\": 2"),
            "version `2`",
        ),
        (
            "accepted-error.json",
            saved.replace(CODE, "INVALID_EFFECT"),
            "an error cannot be accepted",
        ),
        (
            "accepted-mute.json",
            saved.replacen("Reviewed", "", 1),
            "finding 1",
        ),
        (
            "accepted-key.json",
            saved.replacen("Reviewed", &key, 1),
            "line 9",
        ),
    ] {
        let path = file(name, text);
        let ended = check(&["--accept", &path], POLICY);
        assert_eq!((ended.code, ended.output.as_str()), (2, ""), "{name}");
        assert!(
            ended.errors.contains(name) && ended.errors.contains(said),
            "{name}: {}",
            ended.errors
        );
        assert!(!ended.errors.contains(&key), "{}", ended.errors);
    }
    let missing = run(&["--accept", "no-such-file.json", SAVED]);
    assert!(
        missing.code == 2 && missing.errors.contains("no such file"),
        "{}",
        missing.errors
    );
    assert_eq!(run(&["--accept"]).code, 2);
    assert_eq!(run(&["--accept", "-", "-"]).code, 2);
}

#[test]
fn a_policy_beginning_with_a_byte_order_mark_keeps_its_acceptances() {
    let ended = check(&["--accept", SAVED], &format!("\u{feff}{POLICY}"));
    assert!(
        ended.output.contains("2 findings accepted."),
        "{}",
        ended.output
    );
}

fn sarif_run(arguments: &[&str], text: &str) -> Value {
    let ended = check(&[&["--format", "sarif"], arguments].concat(), text);
    let log = ended.json();
    assert_eq!(
        (&log["version"], keys(&log)),
        (&json!("2.1.0"), vec!["$schema", "version", "runs"])
    );
    assert_eq!(log["runs"].as_array().map(Vec::len), Some(1));
    log["runs"][0].clone()
}

#[test]
fn sarif_has_a_rule_with_help_for_each_result() {
    let run = sarif_run(
        &[],
        &POLICY.replace(
            "\"Allow\", \"Action\": \"s3",
            "\"Perhaps\", \"Action\": \"s3",
        ),
    );
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "iam-policy-check");
    let rules = driver["rules"].as_array().expect("an array");
    let ids: Vec<&str> = rules
        .iter()
        .filter_map(|rule| rule["id"].as_str())
        .collect();
    assert!(ids.is_sorted() && ids.len() == rules.len(), "{ids:?}");
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(
                rule[text]["text"]
                    .as_str()
                    .is_some_and(|text| text.len() > 10),
                "{rule}"
            );
        }
        assert!(
            rule["help"]["markdown"]
                .as_str()
                .is_some_and(|text| text.contains("## Invalid"))
        );
        assert!(
            rule["helpUri"]
                .as_str()
                .is_none_or(|address| address.starts_with("https://"))
        );
    }
    let results = run["results"].as_array().expect("an array");
    let mut used: Vec<&str> = Vec::new();
    for result in results {
        let number = result["ruleIndex"].as_u64().expect("a number") as usize;
        assert_eq!(result["ruleId"], rules[number]["id"]);
        assert!(
            result["message"]["text"]
                .as_str()
                .is_some_and(|text| !text.is_empty())
        );
        assert_eq!(
            result["locations"].as_array().map(Vec::len),
            Some(1),
            "{result}"
        );
        used.push(ids[number]);
    }
    used.sort();
    used.dedup();
    assert_eq!(used, ids, "a rule that nothing broke is not listed");
}

#[test]
fn sarif_levels_tell_errors_from_warnings_from_notes() {
    let text = POLICY
        .replace(
            "\"Allow\", \"Action\": \"s3",
            "\"Perhaps\", \"Action\": \"s3",
        )
        .replace("ec2:RunInstances", "iam:PassRole");
    let run = sarif_run(&[], &text);
    for (code, level) in [
        ("INVALID_EFFECT", "error"),
        (CODE, "warning"),
        ("UNFILLED_PLACEHOLDER", "warning"),
        ("REDUNDANT_ACTION", "note"),
    ] {
        assert_eq!(
            with_code(&run["results"], "ruleId", code)["level"],
            level,
            "{code}"
        );
        let rule = with_code(&run["tool"]["driver"]["rules"], "id", code);
        assert_eq!(rule["defaultConfiguration"]["level"], level, "{code}");
    }
}

#[test]
fn sarif_counts_lines_and_columns_from_one_in_code_points() {
    let text = "{\n \"Id\": \"éé😀\", \"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"allow it\",\n  \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}\n}";
    let run = sarif_run(&[], text);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let result = with_code(&run["results"], "ruleId", "INVALID_EFFECT");
    let place = &result["locations"][0]["physicalLocation"];
    let line = text.lines().nth(1).expect("a second line");
    let column = line[..line.find("\"allow it\"").expect("it")]
        .chars()
        .count()
        + 1;
    assert_eq!(
        place["region"],
        json!({ "startLine": 2, "startColumn": column, "endLine": 2, "endColumn": column + 10 })
    );
    let artifact = place["artifactLocation"]["index"]
        .as_u64()
        .expect("a number") as usize;
    assert_eq!(
        run["artifacts"][artifact]["location"]["uri"],
        place["artifactLocation"]["uri"]
    );
}

#[test]
fn sarif_fixes_say_what_to_delete_and_what_to_insert() {
    let text = "{\n  \"Version\": \"2012-10-17\"\n  \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}\n}";
    let run = sarif_run(&[], text);
    let result = with_code(&run["results"], "ruleId", "JSON_SYNTAX_ERROR");
    let fix = &result["fixes"][0];
    assert!(
        fix["description"]["text"]
            .as_str()
            .is_some_and(|text| !text.is_empty())
    );
    assert_eq!(
        fix["artifactChanges"][0]["replacements"],
        json!([{
            "deletedRegion": { "startLine": 2, "startColumn": 26, "endLine": 2, "endColumn": 26 },
            "insertedContent": { "text": "," },
        }])
    );
    assert_eq!(fix["properties"]["kind"], "repair");
}

#[test]
fn sarif_suppresses_what_was_accepted_and_says_why() {
    let run = sarif_run(&["--accept", SAVED], POLICY);
    for result in run["results"].as_array().expect("an array") {
        let accepted =
            [CODE, "UNFILLED_PLACEHOLDER"].contains(&result["ruleId"].as_str().expect("a text"));
        let expected = if accepted {
            json!([{ "kind": "external", "status": "accepted", "justification": "Reviewed" }])
        } else {
            json!([])
        };
        assert_eq!(result["suppressions"], expected, "{}", result["ruleId"]);
    }
}

#[test]
fn sarif_lists_every_file_once_and_names_it_by_an_address() {
    let clean = file(
        "clean file.json",
        POLICY.replace("iam:PassRole", "ec2:StopInstances"),
    );
    let ended = run(&["--format", "sarif", &clean, SAVED, &clean]);
    let run = &ended.json()["runs"][0];
    let artifacts = run["artifacts"].as_array().expect("an array");
    assert_eq!(artifacts.len(), 2);
    let address = artifacts[0]["location"]["uri"].as_str().expect("a text");
    assert!(
        address.starts_with("file:///") && address.ends_with("clean%20file.json"),
        "{address}"
    );
    let nothing = run_with_input(&["--format", "sarif", "no-such-file.json"], b"");
    assert_eq!(
        (nothing.code, &nothing.json()["runs"][0]["results"]),
        (2, &json!([]))
    );
}

/// A page with a policy in it, each line of it indented.
fn page() -> String {
    let lines: Vec<String> = POLICY.lines().map(|line| format!("    {line}\n")).collect();
    format!(
        "# Jobs\n\n1. Paste:\n\n    ```json\n{}    ```\n",
        lines.concat()
    )
}

#[test]
fn sarif_finds_a_policy_of_a_page_in_the_places_of_the_page() {
    let run = sarif_run(&["--accept", SAVED], &page());
    let result = with_code(&run["results"], "ruleId", CODE);
    let location = &result["locations"][0];
    let region = &location["physicalLocation"]["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"]),
        (&json!(9), &json!(55))
    );
    assert_eq!(location["logicalLocations"][0]["name"], "Jobs");
    assert_eq!(
        result["suppressions"][0]["justification"], "Reviewed",
        "it is accepted wherever it stands"
    );
}
