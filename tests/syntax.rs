//! The reader over texts as people paste them.

#[path = "syntax/doubtful_texts.rs"]
mod doubtful_texts;

use iam_policy_editor::engine::syntax::SyntaxErrorKind::{self, *};
use iam_policy_editor::engine::syntax::{Tree, parse};
use iam_policy_editor::engine::text::{LineIndex, Span};

const TWO_MISSING_COMMAS: &str = include_str!("fixtures/syntax/two-missing-commas.json.txt");

/// Takes the marks « and » out of a text and gives the spans between them.
fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut spans = Vec::new();
    for character in marked.chars() {
        match character {
            '«' => open.push(text.len()),
            '»' => spans.push(Span::new(open.pop().unwrap(), text.len())),
            _ => text.push(character),
        }
    }
    spans.sort();
    (text, spans)
}

/// The text with the repair of the first error applied, again and again until none has a repair.
fn mended(text: &str) -> String {
    let mut current = text.to_string();
    for _ in 0..20 {
        let tree = parse(&current);
        let Some(repair) = tree.errors().iter().find_map(|error| error.repair.clone()) else {
            return current;
        };
        current = repair.edits.apply(&current).unwrap();
    }
    panic!("no end of repairs: {current}");
}

fn kinds(tree: &Tree) -> Vec<SyntaxErrorKind> {
    tree.errors().iter().map(|error| error.kind).collect()
}

/// One row: the text with each error marked, the kinds in order, and the text with every repair applied.
type Row = (&'static str, &'static [SyntaxErrorKind], &'static str);

fn check(rows: &[Row]) {
    for (marked, expected, repaired) in rows {
        let (text, spans) = unmarked(marked);
        let tree = parse(&text);
        assert_eq!(kinds(&tree), *expected, "in {text}");
        let found: Vec<Span> = tree.errors().iter().map(|error| error.span).collect();
        assert_eq!(found, spans, "in {text}");
        assert_eq!(mended(&text), *repaired, "from {text}");
    }
}

#[test]
fn reports_both_missing_commas_at_the_ends_of_their_lines() {
    let tree = parse(TWO_MISSING_COMMAS);
    let lines = LineIndex::new(TWO_MISSING_COMMAS);
    let found: Vec<Span> = tree.errors().iter().map(|error| error.span).collect();
    let end_of = |line| Span::at(lines.line_span(line).unwrap().end);
    assert_eq!(kinds(&tree), [MissingComma, MissingComma]);
    assert_eq!(found, [end_of(22), end_of(24)]);
    assert!(serde_json::from_str::<serde_json::Value>(&mended(TWO_MISSING_COMMAS)).is_ok());
}

#[test]
fn places_commas_and_colons() {
    check(&[
        (r#"["a"«» "b"]"#, &[MissingComma], r#"["a", "b"]"#),
        (
            "{\"a\": 1«»\n \"b\": [1«»\n2]«»\n\"c\": {}}",
            &[MissingComma; 3],
            "{\"a\": 1,\n \"b\": [1,\n2],\n\"c\": {}}",
        ),
        (r#"[1, 2«,» ]"#, &[TrailingComma], "[1, 2 ]"),
        (r#"{"a": 1«,»}"#, &[TrailingComma], r#"{"a": 1}"#),
        (r#"[1,«,» 2,«,»«,» 3]"#, &[ExtraComma; 3], "[1, 2, 3]"),
        (r#"[«,»1]"#, &[ExtraComma], "[1]"),
        (
            r#"{"a": 1,«,» "b": 2}"#,
            &[ExtraComma],
            r#"{"a": 1, "b": 2}"#,
        ),
        (r#"{"a"«» 1}"#, &[MissingColon], r#"{"a": 1}"#),
        (
            r#"{"a"«» {"b"«» []}}"#,
            &[MissingColon, MissingColon],
            r#"{"a": {"b": []}}"#,
        ),
        (
            r#"{"a" «=» 1, «b» «=>» 2}"#,
            &[MissingColon, UnquotedKey, MissingColon],
            r#"{"a" : 1, "b" : 2}"#,
        ),
        (r#"{"a":«:» 1}"#, &[ExtraColon], r#"{"a": 1}"#),
        (r#"{"a": 1}«,»"#, &[TrailingComma], r#"{"a": 1}"#),
    ]);
}

#[test]
fn says_where_a_name_or_a_value_is_missing() {
    check(&[
        (r#"{"a":«»}"#, &[MissingValue], r#"{"a":}"#),
        (
            r#"{"a":«», "b"«»}"#,
            &[MissingValue, MissingValue],
            r#"{"a":, "b"}"#,
        ),
        (
            "{\"a\":«»\n\"b\": 1}",
            &[MissingValue],
            "{\"a\":\n\"b\": 1}",
        ),
        (r#"{«»: 1}"#, &[MissingKey], r#"{: 1}"#),
        (
            r#"{"a": 1, «»{"b": 2}}"#,
            &[MissingKey],
            r#"{"a": 1, {"b": 2}}"#,
        ),
    ]);
}

#[test]
fn finds_where_a_closing_bracket_is_missing() {
    check(&[
        (
            "{\"a\": [1, 2«»}",
            &[MissingClosingBracket],
            "{\"a\": [1, 2]}",
        ),
        (
            r#"{"a": ["x"«», "b": 1}"#,
            &[MissingClosingBracket],
            r#"{"a": ["x"], "b": 1}"#,
        ),
        (
            "{\"a\": [\"x\"«»\n\"b\": 1}",
            &[MissingClosingBracket],
            "{\"a\": [\"x\"],\n\"b\": 1}",
        ),
        (
            r#"[{"a": 1«», {"a": 2}]"#,
            &[MissingClosingBracket],
            r#"[{"a": 1}, {"a": 2}]"#,
        ),
        (r#"[{"a": 1«»]"#, &[MissingClosingBracket], r#"[{"a": 1}]"#),
    ]);
}

#[test]
fn finds_the_bracket_that_is_wrong() {
    check(&[
        (
            r#"{"a": [1]«]»}"#,
            &[SurplusClosingBracket],
            r#"{"a": [1]}"#,
        ),
        (
            r#"{"a": [{"b": 1}«}»]}"#,
            &[SurplusClosingBracket],
            r#"{"a": [{"b": 1}]}"#,
        ),
        (
            r#"{"a": 1}«}»«]»"#,
            &[SurplusClosingBracket; 2],
            r#"{"a": 1}"#,
        ),
        (
            r#"{"a": 1«}», "b": 2}"#,
            &[SurplusClosingBracket],
            r#"{"a": 1, "b": 2}"#,
        ),
        (
            r#"{"a": [{"b": 1«}», "c": 2}]}"#,
            &[SurplusClosingBracket],
            r#"{"a": [{"b": 1, "c": 2}]}"#,
        ),
        (
            r#"{"a": [1, 2«}»}"#,
            &[MismatchedClosingBracket],
            r#"{"a": [1, 2]}"#,
        ),
        (
            r#"[{"a": 1«]»]"#,
            &[MismatchedClosingBracket],
            r#"[{"a": 1}]"#,
        ),
        (
            r#"«»"a": 1, "b": [2]}"#,
            &[MissingOpeningBracket],
            r#"{"a": 1, "b": [2]}"#,
        ),
    ]);
}

#[test]
fn closes_what_the_end_of_the_text_leaves_open() {
    check(&[
        (r#"{"a": [1«»"#, &[MissingClosingBracket], r#"{"a": [1]}"#),
        (
            "{\n  \"a\": [\n    1«»\n",
            &[MissingClosingBracket],
            "{\n  \"a\": [\n    1\n  ]\n}\n",
        ),
        ("[1«» «// one»", &[MissingClosingBracket, Comment], "[1]"),
    ]);
    let tree = parse("[1, // one\n");
    assert_eq!(
        kinds(&tree),
        [TrailingComma, MissingClosingBracket, Comment]
    );
}

#[test]
fn recovers_strings_in_other_quotes() {
    check(&[
        ("{«'a'»: «'b'»}", &[SingleQuotes; 2], r#"{"a": "b"}"#),
        (
            r#"[«'it\'s "so"'», «'Bob's'»]"#,
            &[SingleQuotes; 2],
            r#"["it's \"so\"", "Bob's"]"#,
        ),
        (
            "{«“a”»: «”b“», «„c“»: «“d\"»}",
            &[SmartQuotes; 4],
            r#"{"a": "b", "c": "d"}"#,
        ),
        ("{«\"a”»: «\"b”»}", &[SmartQuotes; 2], r#"{"a": "b"}"#),
        (
            "[«‘a’», «`b`»]",
            &[SmartQuotes, SingleQuotes],
            r#"["a", "b"]"#,
        ),
    ]);
}

#[test]
fn finds_where_a_string_should_end() {
    check(&[
        (
            "{\"a\": \"b«»,\n\"c\": \"d«»\n}",
            &[UnterminatedString; 2],
            "{\"a\": \"b\",\n\"c\": \"d\"\n}",
        ),
        (
            "{\"a«»: [\"b«»],\n\"c\": \"${d}«»}",
            &[UnterminatedString; 3],
            "{\"a\": [\"b\"],\n\"c\": \"${d}\"}",
        ),
        (
            "{\"a«»: \"b\", \"c\": \"d«», \"e\": 1}",
            &[UnterminatedString; 2],
            "{\"a\": \"b\", \"c\": \"d\", \"e\": 1}",
        ),
        (
            "{«»a\": «»b\", \"c\": [«»d\"]}",
            &[MissingOpeningQuote; 3],
            "{\"a\": \"b\", \"c\": [\"d\"]}",
        ),
    ]);
}

#[test]
fn reports_what_a_string_cannot_hold() {
    check(&[
        ("[\"a«\t»b\"]", &[ControlCharacter], r#"["a\tb"]"#),
        (
            "[\"a«\r\n»  b\", 1]",
            &[ControlCharacter],
            r#"["a\r\n  b", 1]"#,
        ),
        (
            "[\"«\u{0}\u{1}»\"]",
            &[ControlCharacter],
            r#"["\u0000\u0001"]"#,
        ),
        (
            r#"["C:«\d»ir«\$»«\'»\n\u00e9"]"#,
            &[InvalidEscape; 3],
            r#"["C:\\dir\\$'\n\u00e9"]"#,
        ),
        (
            r#"["«\u»12", "«\x»"]"#,
            &[InvalidEscape; 2],
            r#"["\\u12", "\\x"]"#,
        ),
        (
            r#"["«\ud800»", "«\udc00»\ud83d\ude00"]"#,
            &[InvalidEscape; 2],
            r#"["\ud800", "\udc00\ud83d\ude00"]"#,
        ),
        (
            "[\"\u{2028}\u{a0}\u{7f}\"]",
            &[],
            "[\"\u{2028}\u{a0}\u{7f}\"]",
        ),
    ]);
}

#[test]
fn keeps_unquoted_text_whole() {
    check(&[
        (
            "{«Effect»: «Allow»}",
            &[UnquotedKey, UnquotedValue],
            r#"{"Effect": "Allow"}"#,
        ),
        (
            "[«{{name}}», «<bucket name>», «${x}», «$AWS_ACCOUNT_ID»]",
            &[UnquotedValue; 4],
            r#"["{{name}}", "<bucket name>", "${x}", "$AWS_ACCOUNT_ID"]"#,
        ),
        (
            "{«{{name}}»: «arn:aws:s3:::[bucket]/*»}",
            &[UnquotedKey, UnquotedValue],
            r#"{"{{name}}": "arn:aws:s3:::[bucket]/*"}"#,
        ),
        (
            "{«aws:SourceIp»: «the office» «// ours»\n}",
            &[UnquotedKey, UnquotedValue, Comment],
            "{\"aws:SourceIp\": \"the office\"\n}",
        ),
        (
            "[«True», «FALSE», «nULL»]",
            &[LiteralCase; 3],
            "[true, false, null]",
        ),
        (
            "[«007», «+1», «.5», «5.», «0x1F», «-Infinity», «1e999»]",
            &[InvalidNumber; 7],
            r#"["007", 1, 0.5, 5, "0x1F", "-Infinity", "1e999"]"#,
        ),
        (
            "[«2012-10-17», «1.2.3», «-»]",
            &[UnquotedValue; 3],
            r#"["2012-10-17", "1.2.3", "-"]"#,
        ),
        (
            "{«1»: 1, «true»: 2}",
            &[UnquotedKey; 2],
            r#"{"1": 1, "true": 2}"#,
        ),
    ]);
}

#[test]
fn removes_comments_and_dots() {
    check(&[
        ("[1, «// one»\n 2 «# two»\n]", &[Comment; 2], "[1,\n 2\n]"),
        ("[\n  «// alone»\n  1\n]", &[Comment], "[\n  1\n]"),
        ("[1 «/* a, b */», 2]«/* end»", &[Comment; 2], "[1 , 2]"),
        ("[1, «...»]", &[Elision], "[1 ]"),
        ("[1, «…», 2]", &[Elision], "[1 , 2]"),
        ("[«...», 2]", &[Elision], "[ 2]"),
        ("{\"a\": 1, «...»}", &[Elision], "{\"a\": 1 }"),
        ("{\"a\": «...»}", &[Elision], "{\"a\": }"),
    ]);
}

#[test]
fn replaces_space_that_json_does_not_allow() {
    check(&[
        ("«\u{feff}»[1]", &[ByteOrderMark], "[1]"),
        (
            "[«\u{a0}\u{a0}»1,«\u{200b}»2«\u{2028}»]",
            &[ForeignSpace; 3],
            "[  1,2\n]",
        ),
        ("[1]«\u{a0}»\n", &[ForeignSpace], "[1] \n"),
    ]);
}

#[test]
fn finds_the_document_among_other_text() {
    check(&[
        (
            "«Here it is:\n»{\"a\": 1}\n«That's it.»",
            &[TextBefore, TextAfter],
            "{\"a\": 1}\n",
        ),
        (
            "«```json\n»{\"a\": 1}\n«```»\n",
            &[MarkdownFence; 2],
            "{\"a\": 1}\n\n",
        ),
        (
            "«--document '»{\"a\": 1}«'»",
            &[TextBefore, TextAfter],
            "{\"a\": 1}",
        ),
        (
            "{\"a\": 1}\n«{\"b\": 2}»",
            &[SecondDocument],
            "{\"a\": 1}\n",
        ),
        ("{\"a\": 1}«, {\"b\": 2}»", &[SecondDocument], "{\"a\": 1}"),
        ("«no policy,\nnone»", &[NoDocument], "no policy,\nnone"),
        ("«»", &[Empty], ""),
        ("«» \n", &[Empty], " \n"),
    ]);
    for value in ["1", "\"a\"", "null", "[]", " {} "] {
        assert_eq!(kinds(&parse(value)), [], "{value}");
    }
}

#[test]
fn reports_a_name_that_stands_twice_in_one_object() {
    check(&[
        (
            r#"{"a": 1, "b": 2, «"\u0061"»: 3}"#,
            &[DuplicateKey],
            r#"{"b": 2, "\u0061": 3}"#,
        ),
        (
            r#"{"a": {"a": 1}, "A": 2}"#,
            &[],
            r#"{"a": {"a": 1}, "A": 2}"#,
        ),
        (
            "{\n  \"a\": 1,\n  «\"a\"»: 2,\n  «\"a\"»: 3\n}",
            &[DuplicateKey; 2],
            "{\n  \"a\": 3\n}",
        ),
    ]);
}

#[test]
fn every_error_says_what_why_and_what_to_do() {
    let text = "x {'a': “b”, c: 1 2,, \"d\" ..., \"\\x\t\": True, // e\n \"a\": [1} } {";
    let tree = parse(text);
    assert!(tree.errors().len() > 8, "{:?}", kinds(&tree));
    for error in tree.errors() {
        for sentence in [&error.message, &error.why, &error.help] {
            assert!(
                sentence.ends_with(['.', '…']) && sentence.len() > 10,
                "{sentence}"
            );
        }
    }
}
