//! Texts in which the first repair that comes to mind would make things worse.

use super::*;

#[test]
fn takes_one_layer_of_backslashes_off_a_document_whose_quotes_are_all_escaped() {
    check(&[
        (
            r#" «{\"Version\":\"2012-10-17\",\"Statement\":[]}» "#,
            &[EscapedQuotes],
            r#" {"Version":"2012-10-17","Statement":[]} "#,
        ),
        (
            r#"«{\n  \"Sid\": \"a\\\"b\"\n}»"#,
            &[EscapedQuotes],
            "{\n  \"Sid\": \"a\\\"b\"\n}",
        ),
    ]);
}

#[test]
fn offers_no_separator_beside_a_stray_backslash() {
    for text in [
        r#"{\"Version\":\"2012-10-17\",\"Statement\":[}"#,
        r#"{\"Version\": "2012-10-17"}"#,
        r#"{"Version" \: "2012-10-17"}"#,
        r#"["a" \ "b"]"#,
    ] {
        let tree = parse(text);
        let missing = |kind: SyntaxErrorKind| matches!(kind, MissingComma | MissingColon);
        let mut separators = tree.errors().iter().filter(|error| missing(error.kind));
        assert!(
            separators.all(|error| error.repair.is_none()),
            "{text}: {:?}",
            tree.errors()
        );
    }
}

#[test]
fn a_second_closing_quote_is_the_error_and_nothing_behind_it() {
    check(&[
        (
            r#"{"Version"«"»: "2012-10-17"}"#,
            &[SurplusQuote],
            r#"{"Version": "2012-10-17"}"#,
        ),
        (
            r#"{"Version": "2012-10-17"«"», "Id": "a"}"#,
            &[SurplusQuote],
            r#"{"Version": "2012-10-17", "Id": "a"}"#,
        ),
        (
            "{\"Version\": \"2012-10-17\"«\"»,\n\"Id\": \"a\"«\"»\n}",
            &[SurplusQuote, SurplusQuote],
            "{\"Version\": \"2012-10-17\",\n\"Id\": \"a\"\n}",
        ),
        (
            r#"["a"«"», "b"«"»]"#,
            &[SurplusQuote, SurplusQuote],
            r#"["a", "b"]"#,
        ),
        (
            r#"{"Statement"«"»: [{"Sid"«"»: "a"}]}"#,
            &[SurplusQuote, SurplusQuote],
            r#"{"Statement": [{"Sid": "a"}]}"#,
        ),
        (r#"["a"«»",", "b"]"#, &[MissingComma], r#"["a",",", "b"]"#),
    ]);
}

#[test]
fn a_separator_beside_a_text_without_its_quote_is_a_choice() {
    for text in [r#"{"a "b": 1}"#, r#"["a" b", "c"]"#, r#"{"a" "b: 1}"#] {
        let tree = parse(text);
        for error in tree.errors() {
            let is_repair = error
                .repair
                .as_ref()
                .is_some_and(|repair| repair.unambiguous);
            assert!(!is_repair, "{text}: {error:?}");
        }
    }
}

#[test]
fn prose_and_lone_words_are_no_policy() {
    for text in [
        "hello",
        "hello world",
        "  policy\n",
        "Allow everything, please.",
    ] {
        let tree = parse(text);
        assert_eq!(kinds(&tree), [NoDocument], "{text}");
        assert_eq!(tree.errors()[0].repair, None);
    }
    assert_eq!(kinds(&parse("<policy>")), [UnquotedValue]);
}
