//! Tests the text editor's part that needs no browser: what a text field holds, its positions, what is drawn over it.

use iam_policy_editor::engine;

#[path = "../src/web/editor/field_text.rs"]
mod field_text;
#[path = "../src/web/editor/look.rs"]
mod look;
#[path = "../src/web/editor/marks.rs"]
mod marks;
#[path = "../src/web/editor/offsets.rs"]
mod offsets;
#[path = "../src/web/editor/tooltip.rs"]
mod tooltip;

use engine::analysis::{Analysis, Request, View};
use engine::checks::Options;
use engine::placeholders::Values;
use engine::policy::KindChoice;
use look::Look;
use marks::Marks;

/// An emoji and a vowel with dots, so that bytes and positions differ.
const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": {"Sid": "ü😀", "Effect": "Allow",
"Action": "s3:GetObject" "Resource": ["arn:aws:s3:::{{bucket_name}}/${aws:username}", "arn:aws:sqs:*:123456789012:q"]}}"#;

fn analysed(text: &str, values: &[(&str, &str)]) -> Analysis {
    let typed = values
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()));
    Analysis::new(Request {
        text,
        declared: &[],
        values: &Values {
            by_name: typed.collect(),
            ..Values::default()
        },
        kind: KindChoice::Auto,
        attachment: None,
        options: Options::default(),
        catalog: None,
        accepted: &[],
    })
}

/// The texts of the runs that have a class.
fn drawn(analysis: &Analysis, view: View, class: &str) -> Vec<String> {
    let Look { names, runs } = Look::of(analysis, view);
    let has_class = |index: usize| names[index].split(' ').any(|name| name == class);
    let drawn = runs.into_iter().filter(|(_, index)| has_class(*index));
    drawn
        .map(|(span, _)| span.text(analysis.text_of(view)).to_owned())
        .collect()
}

/// The text between two positions.
fn between(text: &str, from: u32, to: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[from as usize..to as usize]).unwrap()
}

#[test]
fn draws_what_is_to_be_filled_in_unlike_a_sample_that_may_stay() {
    let analysis = analysed(POLICY, &[]);
    let open = drawn(&analysis, View::Filled, "placeholder-open");
    assert_eq!(open, ["{{bucket_name}}"]);
    let variables = drawn(&analysis, View::Filled, "token-variable");
    assert_eq!(variables, ["${aws:username}"]);
}

#[test]
fn draws_a_value_by_whether_it_will_do() {
    for (value, class) in [
        ("my-bucket", "placeholder-filled"),
        ("My bucket", "placeholder-invalid"),
    ] {
        let analysis = analysed(POLICY, &[("bucket_name", value)]);
        assert_eq!(drawn(&analysis, View::Filled, class), [value]);
    }
}

#[test]
fn every_text_is_drawn_whole_and_neighbours_never_look_alike() {
    for text in ["", "{", POLICY, "\u{feff}{}\r\n"] {
        let runs = Look::of(&analysed(text, &[]), View::Filled).runs;
        let whole: String = runs.iter().map(|(span, _)| span.text(text)).collect();
        assert_eq!(whole, text);
        assert!(
            runs.windows(2).all(|pair| pair[0].1 != pair[1].1),
            "{runs:?}"
        );
    }
}

#[test]
fn marks_are_packed_as_positions_of_the_text_on_display() {
    let analysis = analysed(POLICY, &[("bucket_name", "my-bucket")]);
    let shown = analysis.text_of(View::Filled).clone();
    let marks = Marks::of(&analysis, View::Filled);
    let named = |class: &str| {
        marks
            .names
            .iter()
            .position(|name| name.contains(class))
            .unwrap() as u32
    };
    let texts = |class: &str| -> Vec<String> {
        let runs = marks.runs.chunks(3).filter(|run| run[2] == named(class));
        runs.map(|run| between(&shown, run[0], run[1])).collect()
    };
    assert_eq!(texts("token-variable"), ["${aws:username}"]);
    assert_eq!(texts("placeholder-filled"), ["my-bucket"]);
    let [from, to] = marks.values[..] else {
        panic!("one value: {:?}", marks.values);
    };
    assert_eq!(between(&shown, from, to), "my-bucket");
}

#[test]
fn only_typed_values_are_passed_in_one_step_and_only_where_they_are_shown() {
    let values = |typed: &[(&str, &str)], view| Marks::of(&analysed(POLICY, typed), view).values;
    assert!(values(&[], View::Filled).is_empty());
    assert!(values(&[("bucket_name", "b-1")], View::Template).is_empty());
}

#[test]
fn a_large_text_has_signs_and_no_colours() {
    let analysis = analysed(POLICY, &[]);
    let signs = Marks::signs_only(&analysis, View::Filled);
    assert_eq!(signs.signs, Marks::of(&analysis, View::Filled).signs);
    assert!(signs.runs.is_empty() && !signs.signs.is_empty());
}

#[test]
fn the_missing_comma_is_told_on_the_character_that_is_underlined() {
    let analysis = analysed(POLICY, &[]);
    let underlined = drawn(&analysis, View::Filled, "finding-error");
    assert!(underlined.contains(&"\"".to_owned()), "{underlined:?}");
    let end = POLICY.find("\" \"Resource").unwrap() + 1;
    let words = |byte| tooltip::words_at(&analysis, View::Filled, byte).unwrap_or_default();
    assert!(words(end - 1).contains("comma"), "{}", words(end - 1));
    assert!(words(end).contains("comma"));
    assert_eq!(words(end - 3), "");
}
