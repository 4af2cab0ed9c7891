//! Stand-ins as vendors and AWS publish them, what only looks like one, and the rules that hold for spellings nobody has seen yet.

use iam_policy_editor::engine::placeholders::{Class, Placeholder, recognise};
use iam_policy_editor::engine::syntax::parse;

/// One row for each stand-in or look-alike: the document it stands in, how it is written, its class, its name and its type.
///
/// A document that is no object is the value of `Resource`.
/// The class `none` is that of a look-alike; no placeholder may touch it.
const ROWS: &str = include_str!("fixtures/placeholders/rows.tsv");

struct Row {
    document: String,
    written: &'static str,
    class: &'static str,
    name: &'static str,
    type_id: &'static str,
}

fn rows() -> Vec<Row> {
    let read = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [document, written, class, name, type_id] = cells[..] else {
            panic!("five columns: {line}");
        };
        let document = match document.starts_with('{') {
            true => document.to_string(),
            false => format!("{{\"Resource\": {document}}}"),
        };
        Row {
            document,
            written,
            class,
            name,
            type_id,
        }
    };
    ROWS.lines().skip(1).map(read).collect()
}

/// The placeholders of a document that stand somewhere in the given text of it.
fn at<'p>(document: &str, written: &str, placeholders: &'p [Placeholder]) -> Vec<&'p Placeholder> {
    let places: Vec<_> = document.match_indices(written).collect();
    assert!(!places.is_empty(), "`{written}` is not in {document}");
    let touches = |one: &&Placeholder| {
        one.uses.iter().any(|place| {
            let (start, end) = (place.span.start, place.span.end);
            places
                .iter()
                .any(|(at, _)| *at < end && start < at + written.len())
        })
    };
    placeholders.iter().filter(touches).collect()
}

/// What is wrong with a row, if something is.
fn objection(row: &Row) -> Option<String> {
    let placeholders = recognise(&parse(&row.document), &[]);
    let touching = at(&row.document, row.written, &placeholders);
    if row.class == "none" {
        let taken = touching
            .iter()
            .find(|one| one.class == Class::Placeholder)?;
        return Some(format!("taken for {}: {}", taken.name, row.document));
    }
    let is_it = |one: &&&Placeholder| one.written.iter().any(|text| text == row.written);
    let Some(found) = touching.iter().find(is_it) else {
        return Some(format!("`{}` not found in {}", row.written, row.document));
    };
    let is = (found.class.id(), found.name.as_str(), found.kind.id);
    let expected = (row.class, row.name, row.type_id);
    (is != expected).then(|| format!("{is:?} for {expected:?} in {}", row.document))
}

#[test]
fn tells_stand_ins_samples_and_vendors_accounts_from_look_alikes() {
    let wrong: Vec<String> = rows().iter().filter_map(objection).collect();
    assert!(
        wrong.is_empty(),
        "{} rows:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
