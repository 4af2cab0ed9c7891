//! The command's contract: what it prints, and how it ends.

#[path = "command/contents.rs"]
mod contents;
#[path = "command/run.rs"]
mod run;

use run::{command, file, run, run_with_input};
use serde_json::{Value, json};

/// As the Batchly guide prints it: two commas missing, 13 X for an account, USERNAME.
const BATCHLY: &str = "tests/fixtures/published/batchly-onboarding-user.json.txt";

const GOOD: &str = r#"{
  "Version": "2012-10-17",
  "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::records/*" }
}
"#;

#[test]
fn a_published_broken_policy_becomes_a_correct_one() {
    let found = run(&["--placeholders", BATCHLY]);
    assert_eq!(found.code, 0, "{}", found.errors);
    let placeholders = &found.json()[0]["placeholders"];
    let summary: Vec<Value> = placeholders
        .as_array()
        .expect("an array")
        .iter()
        .map(|one| {
            json!([
                one["name"],
                one["type"],
                one["text"],
                one["spans"].as_array().map(Vec::len),
                one["class"]
            ])
        })
        .collect();
    assert_eq!(
        summary,
        [
            json!([
                "account_id",
                "account-id",
                ["XXXXXXXXXXXXX"],
                5,
                "placeholder"
            ]),
            json!(["user_name", "user-name", ["USERNAME"], 1, "placeholder"]),
        ]
    );

    let values = [
        "--set",
        "account_id=2109-8765-4321",
        "--set",
        "user_name=batchly-setup",
    ];
    let exported = run(&[&["--fix", "--export", "json"], &values[..], &[BATCHLY]].concat());
    assert_eq!((exported.code, exported.errors.as_str()), (0, ""));
    let policy: Value = exported.json();
    assert_eq!(exported.output.matches("210987654321").count(), 5);
    assert!(!exported.output.contains("XXX") && !exported.output.contains("USERNAME"));
    assert_eq!(
        policy["Statement"][0]["Resource"].as_array().map(Vec::len),
        Some(5)
    );
    assert_eq!(
        policy["Statement"][0]["Resource"][4],
        "arn:aws:iam::210987654321:user/batchly-setup"
    );
}

#[test]
fn both_missing_commas_are_reported_at_the_ends_of_their_lines() {
    let report = run(&["--format", "json", BATCHLY]);
    assert_eq!(report.code, 1);
    let report = report.json();
    let errors: Vec<Value> = report[0]["findings"]
        .as_array()
        .expect("an array")
        .iter()
        .filter(|finding| finding["findingType"] == "ERROR")
        .map(|finding| {
            json!([
                finding["issueCode"],
                finding["locations"][0]["span"]["start"]["line"]
            ])
        })
        .collect();
    assert_eq!(
        errors,
        [
            json!(["JSON_SYNTAX_ERROR", 22]),
            json!(["JSON_SYNTAX_ERROR", 24])
        ]
    );
}

#[test]
fn fixing_adds_two_commas_and_leaves_every_other_byte() {
    let fixed = run(&["--fix", BATCHLY]);
    let published = std::fs::read_to_string(BATCHLY).expect("the fixture");
    let mended: Vec<String> = published
        .split('\n')
        .enumerate()
        .map(|(number, line)| {
            if [21, 23].contains(&number) {
                format!("{line},")
            } else {
                line.to_string()
            }
        })
        .collect();
    assert_eq!(fixed.output, mended.join("\n"));
    assert_eq!((fixed.code, fixed.errors.as_str()), (0, ""));
}

#[test]
fn what_is_left_to_mend_in_a_printed_document_goes_to_standard_error() {
    let bad = file(
        "left-over.json",
        GOOD.replace("records", "{{bucket_name}}")
            .replace("Allow", "Perhaps"),
    );
    for (arguments, said, printed) in [
        (&["--fix", &bad][..], "INVALID_EFFECT", "{{bucket_name}}"),
        (
            &["--export", "json", &bad],
            "1 error. 1 value is still missing.",
            "",
        ),
        (
            &["--export", "json", &bad],
            "These have no value that can be used yet: `bucket_name`. Fill them in first. Use `--set NAME=VALUE`.",
            "",
        ),
        (
            &["--export", "json", "--set", "bucket_name=records", &bad],
            "INVALID_EFFECT",
            "arn:aws:s3:::records/*",
        ),
    ] {
        let ended = run(arguments);
        assert_eq!(ended.code, 1, "{arguments:?}");
        assert!(
            ended.errors.contains(said),
            "{arguments:?}: {}",
            ended.errors
        );
        let printed_something = !ended.output.is_empty();
        assert!(
            ended.output.contains(printed) && printed_something != printed.is_empty(),
            "{arguments:?}: {}",
            ended.output
        );
    }
}

#[test]
fn json_is_printed_as_access_analyzer_prints_it_with_offsets_in_code_points() {
    let text = "{\n  \"Version\": \"2012-10-17\", \"Id\": \"é\",\n  \"Statement\": [{ \"Effect\": \"allow it\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\" }]\n}";
    let file = file("shape.json", text);
    let report = run(&["--type", "identity", "--format", "json", &file]);
    assert_eq!(report.code, 1, "{}", report.errors);
    let report = report.json();
    let keys = |value: &Value| {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        keys(&report[0]),
        ["file", "line", "name", "policyType", "findings"]
    );
    assert_eq!(report[0]["file"], file.as_str());
    assert_eq!(
        (&report[0]["line"], &report[0]["policyType"]),
        (&json!(1), &json!("identity"))
    );
    let finding = &report[0]["findings"][0];
    assert_eq!(
        keys(finding),
        [
            "findingType",
            "issueCode",
            "findingDetails",
            "source",
            "locations",
            "fixes"
        ]
    );
    assert_eq!(
        (&finding["issueCode"], &finding["source"]),
        (&json!("INVALID_EFFECT"), &json!("access-analyzer"))
    );
    let start = text.chars().count()
        - "\"allow it\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\" }]\n}"
            .chars()
            .count();
    assert_eq!(
        finding["locations"],
        json!([{
            "path": [{ "value": "Statement" }, { "index": 0 }, { "value": "Effect" }],
            "span": {
                "start": { "line": 3, "column": 28, "offset": start },
                "end": { "line": 3, "column": 38, "offset": start + 10 },
            },
        }])
    );
}

#[test]
fn places_refer_to_the_file_as_given_whatever_is_set() {
    let arguments = ["--format", "json", BATCHLY];
    let places = |arguments: &[&str]| -> Vec<Value> {
        let report = run(arguments).json();
        let findings = report[0]["findings"].as_array().expect("an array").clone();
        let errors = findings
            .into_iter()
            .filter(|finding| finding["findingType"] == "ERROR");
        errors
            .map(|finding| json!([finding["locations"], finding["fixes"]]))
            .collect()
    };
    let plain = places(&arguments);
    let set = places(&[&["--set", "account_id=210987654321"], &arguments[..]].concat());
    assert_eq!(plain.len(), 2);
    assert_eq!(plain, set);
}

#[test]
fn ends_with_zero_one_or_two() {
    let good = file("good.json", GOOD);
    let bad = file("bad.json", GOOD.replace("Allow", "Perhaps"));
    let open = file("open.json", GOOD.replace("records", "{{bucket_name}}"));
    for (arguments, code) in [
        (&[good.as_str()][..], 0),
        (&[&bad], 1),
        (&[&good, &bad], 1),
        (&[&open], 0),
        (&["--require-filled", &open], 1),
        (
            &["--require-filled", "--set", "bucket_name=records", &open],
            0,
        ),
        (&["--placeholders", &bad], 0),
        (&["--export", "json", &bad], 1),
        (&["--help"], 0),
        (&["--version"], 0),
        (&["--export", "list"], 0),
        (&[], 2),
        (&["--nothing", &good], 2),
        (&["--fix=1", &good], 2),
        (&["--set", "bucket_name", &open], 2),
        (&["--set"], 2),
        (&["--type", "role", &good], 2),
        (&["--resource-type", "managed", &good], 2),
        (
            &["--type", "resource", "--resource-type", "s3-bucket", &open],
            1,
        ),
        (&["--format", "sarif", &good], 0),
        (&["--format", "sarif", &bad], 1),
        (&["--export", "xml", &good], 2),
        (&["--export", "cloudformation", "--parameters", &open], 0),
        (&["--export", "cloudformation", &open], 1),
        (&["--parameters", &good], 2),
        (&["--attach-as", "shelf", &good], 2),
        (
            &["--attach-as", "role-trust", "--type", "identity", &good],
            2,
        ),
        (&["--accept", "accepted.json", &good], 2),
        (&["--fix", &good, &good], 2),
        (&["--fix", "--placeholders", &good], 2),
        (&["no-such-file.json"], 2),
        (&["no-such-file.json", &bad], 2),
    ] {
        let ended = run(arguments);
        assert_eq!(
            ended.code, code,
            "{arguments:?}: {}{}",
            ended.output, ended.errors
        );
        assert!(
            code != 2 || !ended.errors.is_empty(),
            "{arguments:?} says nothing"
        );
    }
}

#[test]
fn wrong_use_says_what_there_is() {
    let open = file("names.json", GOOD.replace("records", "{{bucket_name}}"));
    for (arguments, said) in [
        (&["--format", "xml", &open][..], "text, json, sarif"),
        (
            &["--type", "role", &open],
            "auto, identity, trust, resource, scp, rcp, boundary, session, endpoint",
        ),
        (&["--resource-type", "queue", &open], "s3-bucket"),
        (&["--export", "xml", &open], "json"),
        (
            &["--accept", "no-such-file.json", &open],
            "--accept no-such-file.json: there is no such file.",
        ),
        (&["--set", "bucket=records", &open], "found: bucket_name"),
        (
            &["--set", "bucket_name=My Bucket", &open],
            "`--set bucket_name=…`",
        ),
    ] {
        let ended = run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(
            ended.errors.contains(said),
            "{arguments:?}: {}",
            ended.errors
        );
        assert_eq!(ended.output, "", "{arguments:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_checked() {
    let good = file("beside.json", GOOD);
    let latin = file("latin-1.json", b"{\n\"Id\": \"\xe9\" }");
    let wide = file("utf-16.json", b"\xff\xfe{\0}\0");
    let folder = env!("CARGO_TARGET_TMPDIR");
    for (unreadable, said) in [
        ("no-such-file.json", "no such file"),
        (folder, "directory"),
        (latin.as_str(), "line 2"),
        (wide.as_str(), "UTF-16"),
    ] {
        let ended = run(&["--format", "json", unreadable, &good]);
        assert_eq!(ended.code, 2);
        assert!(
            ended.errors.contains(unreadable) && ended.errors.contains(said),
            "{}",
            ended.errors
        );
        let report = ended.json();
        let files: Vec<&Value> = report
            .as_array()
            .expect("an array")
            .iter()
            .map(|one| &one["file"])
            .collect();
        assert_eq!(files, [good.as_str()]);
    }
}

#[test]
fn a_file_with_a_credential_is_refused_without_printing_it() {
    // Put together here, so that no scanner takes this file for a leak.
    let key_id = ["AKIA", "QX3NV7LMTB2RK5WD"].concat();
    let secret = ["q7Zt/9LmXw2Rk5Vb", "N8sHcJ4dPfYgT1uE", "o6Ai+3Qz"].concat();
    let text = format!("{GOOD}\naws_access_key_id = {key_id}\naws_secret_access_key = {secret}\n");
    let file = file("credential.json", text);
    for arguments in [
        &[file.as_str()][..],
        &["--fix", &file],
        &["--placeholders", &file],
        &["--export", "json", &file],
    ] {
        let ended = run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.errors.contains("line 6"), "{}", ended.errors);
        let printed = ended.output + &ended.errors;
        assert!(
            !printed.contains(&key_id) && !printed.contains(&secret),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_dash_reads_standard_input() {
    let ended = run_with_input(&["-"], GOOD.as_bytes());
    assert_eq!(ended.code, 0, "{}", ended.errors);
    assert!(
        ended
            .output
            .starts_with("-: No reason found for AWS to reject this."),
        "{}",
        ended.output
    );
}

#[test]
fn text_output_has_a_line_with_the_place_and_the_verdict_last() {
    let ended = run(&[BATCHLY]);
    let lines: Vec<&str> = ended.output.lines().collect();
    let place = format!("{BATCHLY}:22:");
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with(&place) && line.contains(": ERROR JSON_SYNTAX_ERROR ")),
        "{}",
        ended.output
    );
    let verdict = format!("{BATCHLY}: AWS will reject this: 2 errors. 2 values are still missing.");
    assert!(lines.contains(&verdict.as_str()), "{}", ended.output);
    assert!(
        lines
            .last()
            .is_some_and(|last| last.starts_with("Not looked at:")),
        "{}",
        ended.output
    );
}

#[test]
fn text_output_tells_after_each_verdict_who_may_do_what() {
    let statement = r#"{"Effect": "Allow", "Principal": {"Service": "\u001b.amazonaws.com"}, "Action": "sts:AssumeRole"}"#;
    let trust = format!(r#"{{"Version": "2012-10-17", "Statement": {statement}}}"#);
    let (good, trust) = (file("who.json", GOOD), file("who-trust.json", trust));
    let ended = run(&[&good, &trust]);
    let after = |file: &str| -> Vec<&str> {
        let verdict = format!("{file}: ");
        let lines = ended
            .output
            .lines()
            .skip_while(|line| !line.starts_with(&verdict));
        let own = lines.skip(1).take_while(|line| line.starts_with("    "));
        own.collect()
    };
    let [heading, access] = after(&good)[..] else {
        panic!("{}", ended.output)
    };
    assert_eq!(heading, "    What it permits");
    assert!(
        access.starts_with("    - Amazon S3 (`s3`): ")
            && access.ends_with(" on every object in bucket `records`"),
        "{access}"
    );
    assert_eq!(
        after(&trust),
        [
            "    Who may take on the role",
            "    - The AWS service ` .amazonaws.com`: `sts:AssumeRole`"
        ]
    );
}

#[test]
fn a_policy_above_its_quota_is_told_in_the_verdict_and_not_by_the_exit_code() {
    let name = "a".repeat(20);
    let resources = format!("\"arn:aws:s3:::{name}/*\",").repeat(200);
    let text = GOOD.replace(
        "\"arn:aws:s3:::records/*\"",
        &format!("[{resources}\"arn:aws:s3:::records/*\"]"),
    );
    let reason = "AWS will reject this: too large for a managed policy (7,";
    let ended = run_with_input(&["-"], text.as_bytes());
    assert_eq!(ended.code, 0);
    assert!(ended.output.contains(reason), "{}", ended.output);
    let fixed = run_with_input(&["--fix", "-"], text.as_bytes());
    assert_eq!((fixed.code, fixed.output.as_str()), (0, text.as_str()));
    assert!(fixed.errors.contains(reason), "{}", fixed.errors);
}

#[test]
fn control_characters_of_a_policy_do_not_reach_the_terminal() {
    let text = GOOD.replace("Allow", "\u{1b}[2JAllow");
    let ended = run_with_input(&["-"], text.as_bytes());
    assert_eq!(ended.code, 1);
    assert!(!ended.output.contains('\u{1b}'), "{:?}", ended.output);
}

#[test]
fn a_reader_that_goes_away_is_no_reason_to_complain() {
    let many: Vec<&str> = std::iter::repeat_n(BATCHLY, 200).collect();
    let mut child = command(&many).spawn().expect("the command starts");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("the command ends");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert_eq!(ended.status.code(), Some(1));
}
