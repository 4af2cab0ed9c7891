//! What the snapshot of a text with its values says.

#[path = "analysis/fitting.rs"]
mod fitting;
#[path = "analysis/texts.rs"]
mod texts;

use std::sync::Arc;

use iam_policy_editor::engine::analysis::{Analysis, Request, View};
use iam_policy_editor::engine::checks::{FindingType, FixKind, Options};
use iam_policy_editor::engine::export::{self, Names};
use iam_policy_editor::engine::highlight::TokenClass;
use iam_policy_editor::engine::placeholders::{PieceState, Values};
use iam_policy_editor::engine::policy::{Attachment, KindChoice, PolicyKind};
use iam_policy_editor::engine::syntax::MAX_ERRORS;
use iam_policy_editor::engine::text::{Edit, Edits, Span};

use texts::{BATCHLY, OPEN, SERVICE_ROLE, TRUST, VALUES, analysis, texts};

fn for_each_text_and_value(check: impl Fn(&Analysis)) {
    for text in texts() {
        for values in VALUES {
            check(&analysis(&text, values));
        }
    }
}

#[test]
fn without_stand_ins_the_template_is_what_is_shown_not_a_copy() {
    let analysis = analysis(SERVICE_ROLE, &[]);
    assert!(Arc::ptr_eq(analysis.text(), &analysis.shown().text));
    assert!(Arc::ptr_eq(analysis.text(), analysis.text_of(View::Filled)));
}

#[test]
fn findings_are_in_the_order_of_the_template_and_inside_it() {
    for_each_text_and_value(|analysis| {
        let keys: Vec<_> = analysis
            .findings()
            .iter()
            .map(|finding| (finding.span(), finding.code))
            .collect();
        assert!(keys.is_sorted(), "{:?}: {keys:?}", analysis.text());
        for location in analysis
            .findings()
            .iter()
            .flat_map(|finding| &finding.locations)
        {
            assert!(
                analysis
                    .text()
                    .get(location.span.start..location.span.end)
                    .is_some(),
                "{:?}",
                analysis.text()
            );
        }
    });
}

#[test]
fn what_is_wrong_with_the_syntax_stands_in_the_same_place_whatever_is_filled_in() {
    let places = |values| -> Vec<Span> {
        let analysis = analysis(BATCHLY, values);
        analysis
            .findings()
            .iter()
            .filter(|finding| finding.code == "JSON_SYNTAX_ERROR")
            .map(|finding| finding.span())
            .collect()
    };
    assert_eq!(places(VALUES[0]).len(), 2);
    assert_eq!(places(VALUES[0]), places(VALUES[1]));
    assert_eq!(places(VALUES[0]), places(VALUES[2]));
}

#[test]
fn no_fix_writes_into_a_stand_in_and_every_fix_can_be_made() {
    for_each_text_and_value(|analysis| {
        for fix in analysis
            .findings()
            .iter()
            .flat_map(|finding| &finding.fixes)
        {
            assert!(
                fix.edits.apply(analysis.text()).is_some(),
                "{:?}: {}",
                analysis.text(),
                fix.title
            );
        }
        let stand_ins: Vec<Span> = analysis
            .placeholders()
            .iter()
            .flat_map(|one| &one.uses)
            .map(|one| one.span)
            .collect();
        for edit in &analysis.repairs() {
            assert!(
                !stand_ins
                    .iter()
                    .any(|stand_in| stand_in.overlaps(edit.span)),
                "{:?}",
                analysis.text()
            );
        }
    });
}

#[test]
fn fixing_all_leaves_no_repair_and_no_further_error() {
    for_each_text_and_value(|before| {
        let Some(fixed) = before.fix_all() else {
            assert!(
                before.repairs().is_empty() || before.repaired().is_none(),
                "{:?}",
                before.text()
            );
            return;
        };
        let after = analysis(&fixed, &[]);
        let errors = |analysis: &Analysis| analysis.verdict().errors;
        assert!(
            errors(&after) <= errors(&analysis(before.text(), &[])),
            "{:?} became {fixed:?}",
            before.text()
        );
        assert_ne!(fixed, **before.text());
    });
}

#[test]
fn a_stand_in_survives_every_repair() {
    let fixed = analysis(BATCHLY, &[])
        .fix_all()
        .expect("two commas are missing");
    assert_eq!(fixed.matches("XXXXXXXXXXXXX").count(), 5);
    assert_eq!(fixed.len(), BATCHLY.len() + 2);
    let after = analysis(&fixed, &[]);
    assert!(
        after
            .findings()
            .iter()
            .all(|finding| finding.fixes.iter().all(|fix| fix.kind == FixKind::Choice))
    );
}

#[test]
fn the_verdict_counts_errors_and_missing_values_and_never_says_safe() {
    for (text, values, sentence, missing) in [
        (
            SERVICE_ROLE,
            VALUES[0],
            "No reason found for AWS to reject this",
            None,
        ),
        (
            BATCHLY,
            VALUES[0],
            "AWS will reject this: 2 errors",
            Some("2 values are still missing"),
        ),
        (
            BATCHLY,
            &[("user_name", "batchly-setup")],
            "AWS will reject this: 2 errors",
            Some("1 value is still missing"),
        ),
        (BATCHLY, VALUES[1], "AWS will reject this: 2 errors", None),
        (
            OPEN,
            &[("bucket_name", "No")],
            "No reason found for AWS to reject this",
            Some("1 value is not valid"),
        ),
        (
            BATCHLY,
            &[("account_id", "12")],
            "AWS will reject this: 2 errors",
            Some("1 value is still missing, 1 not valid"),
        ),
        (
            "{\"Version\": \"2012-10-17\"}",
            VALUES[0],
            "AWS will reject this: 1 error",
            None,
        ),
        ("", VALUES[0], "There is no policy here yet", None),
        (
            "\u{feff}\n ",
            VALUES[0],
            "There is no policy here yet",
            None,
        ),
    ] {
        let verdict = analysis(text, values).verdict();
        assert_eq!(
            (verdict.sentence.as_str(), verdict.values.as_deref()),
            (sentence, missing),
            "{text}"
        );
    }
}

#[test]
fn a_policy_above_its_quota_is_rejected_for_its_size() {
    let trust = |size: usize| {
        let frame = r#"{"Version":"2012-10-17","Statement":{"Sid":"","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}"#;
        frame.replace(r#""""#, &format!("\"{}\"", "A".repeat(size - frame.len())))
    };
    let verdict = |text: &str| analysis(text, &[]).verdict().sentence;
    for (text, sentence) in [
        (trust(2_048), "No reason found for AWS to reject this"),
        (
            trust(3_455),
            "AWS will reject this unless your quota was raised: larger than the default quota of a role's trust policy (3,455 of 2,048 characters)",
        ),
        (
            trust(8_193),
            "AWS will reject this: too large for a role's trust policy (8,193 of 2,048 characters)",
        ),
        (
            trust(3_455).replace("}}", ",}}"),
            "AWS will reject this: 1 error, and it is larger than the default quota of a role's trust policy (3,456 of 2,048 characters)",
        ),
    ] {
        assert_eq!(verdict(&text), sentence);
    }
}

#[test]
fn the_size_in_findings_is_that_of_the_shown_text() {
    let stand_ins = r#""arn:aws:s3:::<b>","#.repeat(800);
    let text = format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"s3:GetObject","Resource":[{stand_ins}"*"]}}}}"#
    );
    let analysis = analysis(&text, &[]);
    assert_eq!(analysis.size(Attachment::Managed).unwrap().used, text.len());
    let message = &analysis
        .findings()
        .iter()
        .find(|finding| finding.code == "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA")
        .unwrap()
        .message;
    assert!(message.contains("15,296 characters"), "{message}");
    assert!(message.contains("10,240"), "{message}");
}

#[test]
fn a_value_that_is_not_valid_is_reported_as_such() {
    let found = analysis(OPEN, &[("bucket_name", "No")]);
    let finding = &found.findings()[0];
    assert_eq!(finding.code, "UNFILLED_PLACEHOLDER");
    let message = &finding.message;
    assert!(
        message.starts_with("The value of `Bucket name` is not valid; "),
        "{message}"
    );
    assert!(!finding.why.contains("stand-in"), "{}", finding.why);
}

#[test]
fn what_is_missing_comes_in_the_order_of_the_text() {
    assert_eq!(analysis(BATCHLY, &[]).missing(), [0, 1]);
    assert_eq!(analysis(BATCHLY, VALUES[1]).missing(), Vec::<usize>::new());
    assert_eq!(analysis(BATCHLY, VALUES[2]).missing(), [0, 1]);
}

#[test]
fn the_kind_is_recognised_or_set_and_brings_its_attachment() {
    let recognised = analysis(TRUST, &[]);
    assert_eq!(
        (recognised.kind(), recognised.kind_is_recognised()),
        (PolicyKind::Trust, true)
    );
    assert_eq!(recognised.attachment(), Some(Attachment::RoleTrust));
    let set = Analysis::new(Request {
        text: TRUST,
        declared: &[],
        values: &Values::default(),
        kind: KindChoice::Set(PolicyKind::Identity),
        attachment: Some(Attachment::InlineUser),
        options: Options::default(),
        catalog: None,
        accepted: &[],
    });
    assert_eq!(
        (set.kind(), set.kind_is_recognised()),
        (PolicyKind::Identity, false)
    );
    assert_eq!(set.attachment(), Some(Attachment::InlineUser));
}

#[test]
fn the_size_is_that_of_the_filled_text_without_free_white_space() {
    let size = |values| analysis(OPEN, values).size(Attachment::Managed).unwrap();
    let stand_in = "{{bucket_name}}".len();
    assert_eq!(
        size(&[]).used,
        OPEN.chars()
            .filter(|letter| !letter.is_whitespace())
            .count()
    );
    assert_eq!(
        size(&[("bucket_name", "records")]).used,
        size(&[]).used - stand_in + "records".len()
    );
    let padded = format!("\u{feff}\n{OPEN}\n\n");
    let counted = analysis(&padded, &[])
        .size(Attachment::S3BucketPolicy)
        .unwrap();
    assert_eq!(
        (counted.used, counted.counts_white_space),
        (OPEN.len(), true)
    );
    assert!(counted.fraction() > 0.0 && !counted.is_exceeded());
    assert!(
        analysis(&OPEN.replace("s3:", &"s".repeat(9000)), &[])
            .size(Attachment::Managed)
            .unwrap()
            .is_exceeded()
    );
}

#[test]
fn highlights_cover_each_view_without_gap_or_overlap() {
    for_each_text_and_value(|analysis| {
        for view in [View::Filled, View::Template] {
            let text = analysis.text_of(view);
            let mut end = 0;
            for run in analysis.highlights(view) {
                assert_eq!(run.span.start, end, "{text:?}");
                assert!(
                    !run.span.is_empty() && text.get(run.span.start..run.span.end).is_some(),
                    "{text:?}"
                );
                end = run.span.end;
            }
            assert_eq!(end, text.len(), "{text:?}");
        }
    });
}

#[test]
fn highlights_tell_keys_values_and_policy_variables_apart() {
    let analysis = analysis(OPEN, &[("bucket_name", "records")]);
    let found = |view, wanted: &str| {
        let text = analysis.text_of(view).clone();
        let mut runs = analysis.highlights(view).into_iter();
        let run = runs.find(|run| run.span.text(&text) == wanted);
        run.map(|run| (run.class, run.placeholder))
            .unwrap_or_else(|| panic!("no run is `{wanted}`"))
    };
    for (wanted, class) in [
        ("\"Effect\"", TokenClass::Key),
        ("\"Allow\"", TokenClass::String),
        ("${aws:username}", TokenClass::PolicyVariable),
        ("\"arn:aws:s3:::", TokenClass::String),
        ("{", TokenClass::Punctuation),
    ] {
        assert_eq!(found(View::Filled, wanted), (class, None));
        assert_eq!(found(View::Template, wanted), (class, None));
    }
    assert_eq!(
        found(View::Filled, "records"),
        (TokenClass::String, Some((0, PieceState::Filled)))
    );
    assert_eq!(
        found(View::Template, "{{bucket_name}}"),
        (TokenClass::String, Some((0, PieceState::Filled)))
    );
}

#[test]
fn highlights_mark_the_gravest_finding_even_where_something_is_missing() {
    let analysis = analysis(BATCHLY, VALUES[1]);
    let runs = analysis.highlights(View::Filled);
    let marked = runs
        .iter()
        .filter(|run| run.finding == Some(FindingType::Error));
    let text: Vec<&str> = marked
        .map(|run| run.span.text(analysis.text_of(View::Filled)))
        .collect();
    assert_eq!(text, ["\"", "\""]);
}

#[test]
fn highlights_mark_the_first_line_of_a_finding_about_several() {
    let text = "{\"Version\": \"2012-10-17\", \"Statement\": [{\n\"Effect\": \"Allow\",\n\"Action\": \"s3:GetObject\"\n}]}";
    let analysis = analysis(text, &[]);
    let marked: Vec<&str> = analysis
        .highlights(View::Template)
        .iter()
        .filter(|run| run.finding == Some(FindingType::Error))
        .map(|run| run.span.text(text))
        .collect();
    assert_eq!(marked, ["{"], "the statement without a resource");
}

#[test]
fn places_and_edits_of_the_shown_text_are_taken_back_to_the_template() {
    let analysis = analysis(OPEN, &[("bucket_name", "records")]);
    let shown = analysis.text_of(View::Filled).clone();
    let place = |text: &str, part: &str| {
        let start = text.find(part).unwrap_or_else(|| panic!("no {part}"));
        Span::new(start, start + part.len())
    };
    let value = place(&shown, "records");
    assert_eq!(analysis.to_template(value).text(OPEN), "{{bucket_name}}");
    assert_eq!(analysis.to_shown(place(OPEN, "{{bucket_name}}")), value);
    assert_eq!(
        analysis.to_template(place(&shown, "cord")).text(OPEN),
        "{{bucket_name}}"
    );

    let behind = analysis
        .template_edit(&Edit::replace(place(&shown, "/*"), "/photos/*"))
        .expect("outside the value");
    assert_eq!(
        Edits::from(behind).apply(OPEN).unwrap(),
        OPEN.replace("/*", "/photos/*")
    );
    assert_eq!(
        analysis.template_edit(&Edit::replace(place(&shown, "cord"), "x")),
        None
    );
    let whole_line =
        analysis.template_edit(&Edit::delete(place(&shown, "\"arn:aws:s3:::records/")));
    assert!(whole_line.is_some_and(|edit| edit.span.text(OPEN).contains("{{bucket_name}}")));
}

#[test]
fn a_finding_has_its_place_in_both_views() {
    let broken = OPEN
        .replace("\"2012-10-17\"", "\"2013-10-17\"")
        .replace("{\n  \"V", "{ \"Id\": \"{{bucket_name}}\",\n  \"V");
    let analysis = analysis(&broken, &[("bucket_name", "records")]);
    let finding = analysis
        .findings()
        .iter()
        .find(|finding| finding.code == "INVALID_VERSION")
        .expect("a wrong version");
    for view in [View::Filled, View::Template] {
        let span = analysis.place(finding, view).expect("a place");
        assert_eq!(span.text(analysis.text_of(view)), "\"2013-10-17\"");
    }
}

#[test]
fn what_is_exported_is_what_is_shown() {
    let json = export::find("json").expect("a format");
    let export = analysis(OPEN, &[("bucket_name", "records")])
        .export(json, &Names::default(), false)
        .expect("nothing is missing");
    assert_eq!(export.text, OPEN.replace("{{bucket_name}}", "records"));
    assert_eq!(
        (export.file_name.as_str(), export.media_type),
        ("identity-policy.json", "application/json")
    );
    let refused = analysis(OPEN, &[]).export(json, &Names::default(), false);
    assert!(refused.is_err(), "a value is missing");
}

#[test]
fn deep_nests_and_long_lists_are_analysed() {
    for text in [
        "[".repeat(100_000),
        format!("[{}", "\"XXXXXXXXXXXX\" ".repeat(20_000)),
        "{\"a\":".repeat(50_000),
    ] {
        let analysis = analysis(&text, &[]);
        let covered: usize = analysis
            .highlights(View::Template)
            .iter()
            .map(|run| run.span.len())
            .sum();
        assert_eq!(covered, text.len());
    }
}

#[test]
fn neighbours_that_look_alike_are_one_highlight_but_each_use_of_a_placeholder_stays_one() {
    let count = |text: &str| analysis(text, &[]).highlights(View::Template).len();
    assert!(count(&"[".repeat(1000)) < 5);
    let names = |text: &str| {
        let runs = analysis(text, &[]).highlights(View::Template);
        runs.iter().filter(|run| run.placeholder.is_some()).count()
    };
    assert_eq!(names("[\"{{name}}{{name}}\"]"), 2);
}

#[test]
fn one_string_of_nothing_but_mistakes_gives_no_more_findings_than_are_kept_of_any_text() {
    let text = format!("[\"{}\"]", "\\q".repeat(3 * MAX_ERRORS));
    let found = analysis(&text, &[]).findings().len();
    assert!((MAX_ERRORS..MAX_ERRORS + 10).contains(&found), "{found}");
}
