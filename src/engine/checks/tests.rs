//! What holds for all checks: the list, the declarations, the documentation and its examples, the fixes.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use super::testing::{Prepared, hold_edits, hold_fixes};
use super::{CHECKS, Check, MODULES, Source, examples};
use crate::engine::policy::PolicyKind;

/// Files of this folder that are no checks.
const SHARED: &[&str] = &[
    "absence",
    "access",
    "arn_fault",
    "arn_shape",
    "condition_operators",
    "condition_values",
    "conditions",
    "context",
    "covering",
    "declare",
    "empty_list",
    "endpoint_keys",
    "finding",
    "fit",
    "fix",
    "granted",
    "insertion",
    "involved",
    "key_support",
    "known_keys",
    "lone_wildcard",
    "managed_copy",
    "mod",
    "named_action",
    "narrow_keys",
    "overlap",
    "policy_size",
    "principal_condition",
    "private_addresses",
    "reach",
    "redundancy",
    "reference",
    "resource",
    "resource_control",
    "resource_name",
    "rewrite",
    "rewrite_condition",
    "role_grant",
    "role_limit",
    "separate_statement",
    "service_source",
    "sid_name",
    "spelling",
    "split",
    "taking_on",
    "testing",
    "tests",
    "unique_id",
    "unlisted_action",
    "unlisted_key",
    "unsupported_tag",
    "value_type",
    "variable_use",
    "vpc_ids",
    "web_identity",
    "without_entries",
    "wording",
];

#[test]
fn the_list_holds_every_file_and_each_file_is_named_after_its_code() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/engine/checks");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let names: BTreeSet<String> = files
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let listed: BTreeSet<String> = MODULES
        .iter()
        .chain(SHARED)
        .map(|name| name.to_string())
        .collect();
    assert_eq!(names, listed);
    let codes: Vec<String> = CHECKS
        .iter()
        .map(|check| check.code.to_ascii_lowercase())
        .collect();
    assert_eq!(codes, MODULES);
    assert!(MODULES.is_sorted());
}

#[test]
fn every_check_is_documented_under_the_same_headings() {
    for check in CHECKS {
        let headings: Vec<&str> = check
            .docs
            .lines()
            .filter_map(|line| line.strip_prefix(" ## "))
            .collect();
        assert_eq!(
            headings,
            [
                "What it checks",
                "Why it matters",
                "Invalid",
                "Valid",
                "Source"
            ],
            "{}",
            check.code
        );
    }
}

#[test]
fn what_access_analyzer_checks_too_leads_to_its_own_words() {
    for check in CHECKS
        .iter()
        .filter(|check| check.source == Source::AccessAnalyzer)
    {
        let name = check.code.to_ascii_lowercase().replace('_', "-");
        let group = match check.finding_type.id() {
            "WARNING" => "general-warning".to_owned(),
            id => id.to_ascii_lowercase().replace('_', "-"),
        };
        let page = check.learn_more.unwrap();
        assert!(page.ends_with(&format!("-checks-{group}-{name}")), "{page}");
    }
}

/// What an invalid example cannot do without: administrator access includes passing every role, for instance.
const INSEPARABLE: &[(&str, &[&str])] = &[
    (
        "ADMINISTRATOR_ACCESS",
        &[
            "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
            "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
        ],
    ),
    (
        "ESCALATION_BY_PASSED_ROLE",
        &["PASS_ROLE_WITH_STAR_IN_RESOURCE"],
    ),
];

/// Examples are about AWS's sample accounts and buckets, which is right for an example.
const OF_EXAMPLES: &[&str] = &["SAMPLE_VALUE"];

#[test]
fn invalid_examples_give_their_own_finding_and_no_other() {
    for check in CHECKS {
        let invalid = examples(check).invalid;
        assert!(!invalid.is_empty(), "{}", check.code);
        for example in invalid {
            let codes: BTreeSet<&str> = Prepared::for_check(check, &example)
                .findings()
                .iter()
                .map(|one| one.code)
                .filter(|code| *code == check.code || !OF_EXAMPLES.contains(code))
                .collect();
            let along = INSEPARABLE.iter().filter(|(code, _)| *code == check.code);
            let expected = along.flat_map(|(_, others)| *others).chain([&check.code]);
            assert_eq!(codes, expected.copied().collect(), "{example}");
        }
    }
}

#[test]
fn valid_examples_give_no_finding() {
    for check in CHECKS {
        let valid = examples(check).valid;
        assert!(!valid.is_empty(), "{}", check.code);
        for example in valid {
            let mut found = Prepared::for_check(check, &example).findings();
            found.retain(|finding| !OF_EXAMPLES.contains(&finding.code));
            assert!(found.is_empty(), "{example}\n{found:#?}");
        }
    }
}

#[test]
fn every_fix_of_every_example_holds() {
    for check in CHECKS {
        for example in examples(check).invalid {
            hold_fixes(&Prepared::for_check(check, &example));
        }
    }
}

#[test]
fn fixes_of_mistyped_examples_break_nothing() {
    let mistakes = ["", ",", "\"", "}", "]", "{", ":", "x", " ", "["];
    let all = CHECKS
        .iter()
        .flat_map(|check| examples(check).invalid)
        .filter(|example| example.len() < 1_000);
    for example in all {
        let places = example
            .char_indices()
            .filter(|(_, character)| !character.is_whitespace());
        for ((at, character), mistake) in places.step_by(3).zip(mistakes.iter().cycle()) {
            let after = if mistake.is_empty() {
                at + character.len_utf8()
            } else {
                at
            };
            let mistyped = [
                example.get(..at).unwrap(),
                mistake,
                example.get(after..).unwrap(),
            ]
            .concat();
            hold_edits(&Prepared::new(&mistyped, None));
        }
    }
}

#[test]
fn a_check_offers_fixes_where_it_says_so() {
    for check in CHECKS {
        assert_eq!(offers_a_fix(check), check.has_fix, "{}", check.code);
    }
}

fn offers_a_fix(check: &Check) -> bool {
    let prepared = examples(check)
        .invalid
        .into_iter()
        .map(|example| Prepared::for_check(check, &example));
    let findings = prepared.flat_map(|one| one.findings());
    findings
        .filter(|finding| finding.code == check.code)
        .any(|finding| !finding.fixes.is_empty())
}

#[test]
fn every_message_is_made_of_sentences_on_one_line() {
    let all = CHECKS.iter().flat_map(|check| {
        examples(check)
            .invalid
            .into_iter()
            .map(move |text| (check, text))
    });
    for finding in all.flat_map(|(check, text)| Prepared::for_check(check, &text).findings()) {
        for part in [&finding.message, &finding.why, &finding.help] {
            assert!(
                part.ends_with('.') && !part.contains('\n'),
                "{}: {part}",
                finding.code
            );
            assert!(
                !part.starts_with(|first: char| first.is_ascii_lowercase()),
                "{}: {part}",
                finding.code
            );
        }
        assert!(!finding.locations.is_empty(), "{}", finding.code);
        assert!(
            finding.fixes.iter().all(|fix| !fix.title.is_empty()),
            "{}",
            finding.code
        );
    }
}

#[test]
fn findings_come_in_the_order_of_the_text_then_of_their_codes() {
    let text = r#"{"Statement": [{"Sid": "a b", "Action": ["s3:x" "s3:y"], "x": 1}, {"effect": "allow"}], "y": 2}"#;
    let findings = Prepared::new(text, None).findings();
    assert!(findings.len() > 4, "{findings:#?}");
    assert!(
        findings.is_sorted_by_key(|finding| (finding.span(), finding.code)),
        "{findings:#?}"
    );
    assert_eq!(findings, Prepared::new(text, None).findings());
}

#[test]
fn half_a_policy_gives_no_more_than_errors_of_syntax() {
    let with_condition = [
        "equivalent_to_null_false",
        "missing_paired_condition_keys",
        "redundant_condition_value_num",
        "empty_array_condition",
        "private_ip_address_subset",
        "type_mismatch_date",
        "type_mismatch_boolean",
    ];
    for code in with_condition.into_iter().chain(["missing_effect"]) {
        let check = CHECKS
            .iter()
            .find(|check| check.code.eq_ignore_ascii_case(code));
        let whole = examples(check.unwrap()).valid.remove(0);
        let ends = whole.char_indices().map(|(at, _)| at);
        for half in ends.filter_map(|end| whole.get(..end)) {
            let prepared = Prepared::new(half, None);
            let noise: Vec<_> = prepared
                .findings()
                .into_iter()
                .filter(|one| one.code != "JSON_SYNTAX_ERROR" && !OF_EXAMPLES.contains(&one.code))
                .collect();
            assert!(noise.is_empty(), "{half}\n{noise:#?}");
        }
    }
}

#[test]
fn hostile_texts_are_checked_for_every_kind() {
    let deep = r#"{"Statement":"#.repeat(2_000);
    let texts = [
        deep.as_str(),
        "",
        "\u{feff}",
        "null",
        r#"{"Statement": [{"Condition": {"a": {"b": {"c": ["d"]}}}}]}"#,
    ];
    for text in texts {
        for kind in PolicyKind::ALL {
            hold_fixes(&Prepared::new(text, Some(*kind)));
        }
    }
}
