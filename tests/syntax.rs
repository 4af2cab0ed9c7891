//! The reader over texts as people paste them.

use iam_policy_editor::engine::syntax::{SyntaxErrorKind, parse};
use iam_policy_editor::engine::text::LineIndex;

const TWO_MISSING_COMMAS: &str = include_str!("fixtures/syntax/two-missing-commas.json.txt");

#[test]
fn reports_both_missing_commas_at_the_ends_of_their_lines() {
    let tree = parse(TWO_MISSING_COMMAS);
    let lines = LineIndex::new(TWO_MISSING_COMMAS);
    let found: Vec<_> = tree
        .errors()
        .iter()
        .map(|error| {
            (
                error.kind,
                lines.position(error.span.start).line,
                error.span.end,
            )
        })
        .collect();
    let end_of = |line| lines.line_span(line).unwrap().end;
    assert_eq!(
        found,
        [
            (SyntaxErrorKind::MissingComma, 22, end_of(22)),
            (SyntaxErrorKind::MissingComma, 24, end_of(24))
        ]
    );
}
