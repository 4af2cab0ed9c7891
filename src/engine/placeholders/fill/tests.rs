//! Filling, value by value and with hostile ones.
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::unwrap_used)]

use super::*;
use crate::engine::placeholders::{Declaration, recognise};
use crate::engine::syntax::parse;

/// Names of placeholders with what was typed.
type Typed<'v> = &'v [(&'v str, &'v str)];

fn values(pairs: Typed) -> Values {
    let by_name = pairs
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    Values {
        by_name,
        ..Values::default()
    }
}

fn filled(text: &str, pairs: Typed, mode: FillMode) -> Filled {
    let tree = parse(text);
    fill(&tree, &recognise(&tree, &[]), &values(pairs), mode)
}

fn shown(text: &str, pairs: Typed) -> String {
    filled(text, pairs, FillMode::Shown).text.to_string()
}

const TWO_ARNS: &str = "arn:aws:iam::210987654321:role/a, arn:aws:iam::210987654321:role/b\n";

#[test]
fn puts_values_in_the_place_of_stand_ins() {
    let cases: [(&str, Typed, &str); 8] = [
        (
            r#"["arn:aws:iam::XXXX:user/USERNAME"]"#,
            &[("account_id", "2109-8765-4321"), ("user_name", "jo")],
            r#"["arn:aws:iam::210987654321:user/jo"]"#,
        ),
        (r#"["<x>-<y>-{{x}}"]"#, &[("x", "1")], r#"["1-<y>-1"]"#),
        (
            r#"{"<x>": {{x}}, {{x}}: 1}"#,
            &[("x", "1")],
            r#"{"1": "1", "1": 1}"#,
        ),
        (
            r#"["<x>"]"#,
            &[("x", "say \"hi\"\\\n\u{1}")],
            r#"["say \"hi\"\\\n\u0001"]"#,
        ),
        (r#"["<x>", {{x}}]"#, &[("x", "  ")], r#"["<x>", {{x}}]"#),
        (
            r#"["arn:aws:iam::XXXX:root"]"#,
            &[("account_id", "12345")],
            r#"["arn:aws:iam::12345:root"]"#,
        ),
        (
            r#"["arn:{{partition}}:s3:::x"]"#,
            &[("partition", "aws-cn")],
            r#"["arn:aws:s3:::x"]"#,
        ),
        // Text with errors in it.
        ("[\"<x>\"\n '<x>' \"<x>", &[("x", "1")], "[\"1\"\n '1' \"1"),
    ];
    for (text, pairs, expected) in cases {
        assert_eq!(shown(text, pairs), expected, "{text}");
    }
}

#[test]
fn unfolds_a_list_into_the_array_around_it_or_one_of_its_own() {
    let cases = [
        (r#"["{{role_arns}}", "x"]"#, r#"["A", "B", "x"]"#),
        (
            "[\r\n  \"{{role_arns}}\"\r\n]",
            "[\r\n  \"A\",\r\n  \"B\"\r\n]",
        ),
        ("[\n\t\t{{role_arns}}\n]", "[\n\t\t\"A\",\n\t\t\"B\"\n]"),
        (
            r#"{"Resource": "{{role_arns}}"}"#,
            r#"{"Resource": ["A", "B"]}"#,
        ),
        (
            r#"{"Resource": {{role_arns}}}"#,
            r#"{"Resource": ["A", "B"]}"#,
        ),
    ];
    let in_full = |short: &str| {
        let arn = "\"arn:aws:iam::210987654321:role/";
        short
            .replace("\"A", &format!("{arn}a"))
            .replace("\"B", &format!("{arn}b"))
    };
    for (text, expected) in cases {
        assert_eq!(
            shown(text, &[("role_arns", TWO_ARNS)]),
            in_full(expected),
            "{text}"
        );
    }
    let one = "arn:aws:iam::210987654321:role/a";
    let text = r#"{"Resource": "{{role_arns}}"}"#;
    assert_eq!(
        shown(text, &[("role_arns", one)]),
        text.replace("{{role_arns}}", one)
    );
}

#[test]
fn takes_the_partition_of_the_workspace() {
    let tree = parse(r#"["arn:{{partition}}:s3:::x", "$ARN_PARTITION"]"#);
    let values = Values {
        partition: "aws-us-gov".into(),
        ..Values::default()
    };
    let filled = fill(&tree, &recognise(&tree, &[]), &values, FillMode::Shown);
    assert_eq!(&*filled.text, r#"["arn:aws-us-gov:s3:::x", "aws-us-gov"]"#);
}

#[test]
fn a_text_to_be_checked_holds_a_well_formed_value_everywhere() {
    let text =
        r#"["arn:aws:iam::XXXX:root", "arn:aws:iam::YYYY:user/USERNAME", {{role_arns}}, "<x>"]"#;
    let filled = filled(
        text,
        &[("account_id", "12345"), ("x", "1")],
        FillMode::Checked,
    );
    let tree = parse(&filled.text);
    assert_eq!(tree.errors().len(), 0, "{}", filled.text);
    assert_eq!(recognise(&tree, &[]), []);
    use PieceState::{Filled, Invalid, Unfilled};
    let states: Vec<PieceState> = filled.pieces.iter().map(|piece| piece.state).collect();
    assert_eq!(states, [Invalid, Unfilled, Unfilled, Unfilled, Filled]);
    let accounts: Vec<&str> = filled.pieces[..2]
        .iter()
        .map(|piece| piece.to.text(&filled.text))
        .collect();
    assert!(
        accounts[0].len() == 12 && accounts[1].len() == 12 && accounts[0] != accounts[1],
        "{accounts:?}"
    );
}

#[test]
fn several_entries_are_a_problem_where_no_array_can_stand() {
    for text in [
        r#"["see {{role_arns}}"]"#,
        r#"{"{{role_arns}}": 1}"#,
        r#"["{{role_arns}}", "x{{role_arns}}"]"#,
    ] {
        let tree = parse(text);
        let placeholders = recognise(&tree, &[]);
        let several = value_state(&placeholders[0], &values(&[("role_arns", TWO_ARNS)]));
        assert!(
            matches!(&several, ValueState::Invalid(problem) if problem.message.starts_with("These are 2 entries")),
            "{several:?}"
        );
        let one = value_state(
            &placeholders[0],
            &values(&[("role_arns", "arn:aws:iam::210987654321:role/a")]),
        );
        assert!(matches!(one, ValueState::Valid(_)));
        assert_eq!(
            parse(&shown(text, &[("role_arns", TWO_ARNS)]))
                .errors()
                .len(),
            0
        );
    }
}

/// Small steps of a generator of our own, so that every run tries the same values.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).unwrap() % limit
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn hostile_value(&mut self) -> String {
        const PARTS: [&str; 24] = [
            "\"",
            "\\",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u{1f}",
            "\u{7f}",
            "\u{2028}",
            "\u{1F600}",
            "é",
            "{{x}}",
            "<y>",
            "${aws:username}",
            "],[",
            "}",
            ",",
            "//",
            "\\u",
            "210987654321",
            "arn:aws:iam::210987654321:role/a",
            " ",
            "'",
            "a",
        ];
        (0..self.below(6)).map(|_| self.pick(&PARTS)).collect()
    }
}

#[test]
fn never_makes_a_valid_text_invalid_and_keeps_account_of_what_it_did() {
    let templates = [
        r#"{"Resource": "arn:{{partition}}:iam::XXXX:user/USERNAME", "<x>": ["<y>", "{{role_arns}}"]}"#,
        "[\n  \"{{role_arns}}\",\n  \"a\\\\<x>\\\"{{x}}\\u00e9\"\n]",
        r#"{"{{x}}:aud": {"a": "{{role_arns}}", "b": "$REGION${aws:username}<y><y>"}}"#,
        "\"<x>\"",
    ];
    let names = ["x", "y", "role_arns", "account_id", "user_name", "region"];
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for round in 0..3000 {
        let text = random.pick(&templates);
        let typed: Vec<(&str, String)> = names
            .iter()
            .map(|name| (*name, random.hostile_value()))
            .collect();
        let pairs: Vec<(&str, &str)> = typed
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        for mode in [FillMode::Shown, FillMode::Checked] {
            let filled = filled(text, &pairs, mode);
            let is_valid = serde_json::from_str::<serde_json::Value>(&filled.text).is_ok();
            assert!(
                is_valid,
                "round {round}: {text} with {pairs:?} became {}",
                filled.text
            );
            assert_consistent(text, &filled);
        }
    }
}

/// Outside its pieces the text is the template's, and the map agrees with the pieces.
fn assert_consistent(template: &str, filled: &Filled) {
    let (mut in_template, mut in_text) = (0, 0);
    for piece in &filled.pieces {
        assert_eq!(
            template[in_template..piece.from.start],
            filled.text[in_text..piece.to.start]
        );
        assert_eq!(filled.map.forward_span(piece.from), piece.to);
        assert_eq!(filled.map.back_span(piece.to), piece.from);
        (in_template, in_text) = (piece.from.end, piece.to.end);
    }
    assert_eq!(template[in_template..], filled.text[in_text..]);
}

#[test]
fn a_value_stands_in_the_text_as_it_was_entered() {
    let mut random = Random(7);
    for _ in 0..500 {
        let value = random.hostile_value();
        let text = shown(r#"["-<x>-"]"#, &[("x", &value)]);
        let entries: Vec<String> = serde_json::from_str(&text).unwrap();
        let expected = if value.trim().is_empty() {
            "<x>"
        } else {
            value.trim()
        };
        assert_eq!(entries, [format!("-{expected}-")]);
    }
}

#[test]
fn fills_a_large_text_with_many_stand_ins() {
    let text = format!(
        "[{}\"\"]",
        "\"arn:aws:iam::XXXXXXXXXXXX:user/<a>\",\n".repeat(20_000)
    );
    let filled = filled(&text, &[("account_id", "210987654321")], FillMode::Shown);
    assert_eq!(filled.pieces.len(), 40_000);
    assert!(!filled.text.contains("XXX"));
}

#[test]
fn a_declared_default_holds_until_something_is_entered() {
    let tree = parse(r#"["<x>"]"#);
    let declared = Declaration {
        name: "x".into(),
        default: Some("usual".into()),
        ..Declaration::default()
    };
    let placeholders = recognise(&tree, &[declared]);
    let text = |pairs: Typed| {
        fill(&tree, &placeholders, &values(pairs), FillMode::Shown)
            .text
            .to_string()
    };
    assert_eq!(text(&[]), r#"["usual"]"#);
    assert_eq!(text(&[("x", "mine")]), r#"["mine"]"#);
    assert_eq!(text(&[("x", "")]), r#"["<x>"]"#);
}
