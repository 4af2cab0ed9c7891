//! What must hold for every text, tried on mutated policies, random bytes and monsters.

#[path = "syntax_properties/invariants.rs"]
mod invariants;
#[path = "syntax_properties/repairs.rs"]
mod repairs;
#[path = "syntax_properties/texts.rs"]
mod texts;

use iam_policy_editor::engine::syntax::{NodeKind, Style, Tree, decode, format, parse};
use invariants::{check, check_tokens};
use repairs::repaired;
use serde_json::Value;
use texts::{Numbers, PIECES, SEEDS, mutated, soup, spoiled_policy};

#[test]
fn holds_for_mutated_policies() {
    let mut numbers = Numbers(1);
    for _ in 0..6_000 {
        check(&mutated(&mut numbers));
    }
}

#[test]
fn holds_for_mixtures_of_troublesome_pieces() {
    let mut numbers = Numbers(2);
    for _ in 0..30_000 {
        check(&soup(&mut numbers));
    }
}

#[test]
fn holds_for_random_bytes() {
    let mut numbers = Numbers(3);
    for _ in 0..4_000 {
        let bytes: Vec<u8> = (0..numbers.below(60))
            .map(|_| numbers.next() as u8)
            .collect();
        check(&decode(&bytes).text);
    }
}

#[test]
fn repairs_come_to_an_end() {
    let mut numbers = Numbers(4);
    for _ in 0..4_000 {
        repaired(&mutated(&mut numbers));
        repaired(&soup(&mut numbers));
    }
}

#[test]
fn repairs_leave_the_meaning_of_a_spoiled_policy_unchanged() {
    let mut numbers = Numbers(5);
    for seed in &SEEDS[..2] {
        let seed = format(&parse(seed), Style::Indented(2)).unwrap();
        let meant: Value = serde_json::from_str(&seed).unwrap();
        for _ in 0..2_000 {
            let text = spoiled_policy(&seed, &mut numbers);
            let mended = repaired(&text);
            let value = serde_json::from_str::<Value>(&mended);
            assert_eq!(
                value.ok().as_ref(),
                Some(&meant),
                "{text}\nbecame\n{mended}"
            );
        }
    }
}

#[test]
fn removing_an_item_leaves_json_without_it() {
    for seed in &SEEDS[..2] {
        for style in [None, Some(Style::Indented(4)), Some(Style::Minified)] {
            let text = style.map_or(seed.to_string(), |style| {
                format(&parse(seed), style).unwrap()
            });
            let tree = parse(&text);
            for id in tree.descendants(tree.root().unwrap()) {
                let edits = tree.remove_element(id);
                let left = parse(&edits.apply(&text).unwrap());
                assert_eq!(left.errors(), [], "without {} in {text}", tree.raw(id));
                let member = tree
                    .parent(id)
                    .filter(|parent| tree.kind(*parent) == NodeKind::Member);
                let removed = tree.descendants(member.unwrap_or(id)).count() + 1;
                assert_eq!(
                    count(&left) + removed,
                    count(&tree),
                    "without {} in {text}",
                    tree.raw(id)
                );
            }
        }
    }
}

/// The number of nodes below the document.
fn count(tree: &Tree) -> usize {
    tree.descendants(tree.root().unwrap()).count()
}

#[test]
fn reads_a_nest_of_any_depth() {
    const DEPTH: usize = 100_000;
    for (open, close) in [
        ("[", "]"),
        ("{\"a\":", "}"),
        ("[{\"a\":", "}]"),
        ("{", "}"),
        ("{{", "}}"),
        ("\"a\":[", "]"),
    ] {
        let opened = open.repeat(DEPTH);
        let closed = close.repeat(DEPTH);
        for text in [
            opened.clone(),
            format!("{opened}1{closed}"),
            format!("{opened},{closed}]"),
            closed.clone(),
            format!("{closed}{opened}"),
        ] {
            let tree = parse(&text);
            check_tokens(&tree, &text);
            let reread = parse(&repaired(&text));
            assert!(reread.errors().iter().all(|error| {
                error
                    .repair
                    .as_ref()
                    .is_none_or(|repair| !repair.unambiguous)
            }));
            if let Some(deepest) = tree.root().and_then(|root| tree.descendants(root).last()) {
                assert_eq!(
                    tree.find(&tree.path(deepest))
                        .map(|found| tree.span(found).start),
                    Some(tree.span(deepest).start)
                );
            }
            for style in [Style::Minified, Style::Indented(2)] {
                assert_eq!(format(&tree, style).is_some(), tree.errors().is_empty());
            }
        }
    }
}

#[test]
fn reads_ten_megabytes_of_anything() {
    const LEN: usize = 10_000_000;
    let policy = SEEDS[0];
    let statements = policy.repeat(LEN / policy.len());
    check_tokens(&parse(&statements), &statements);
    let list = format!("[{}null]", format!("{policy},").repeat(LEN / policy.len()));
    assert!(parse(&list).errors().is_empty());
    for piece in PIECES {
        let text = piece.repeat(LEN / 100 / piece.len());
        check_tokens(&parse(&text), &text);
        let inside = format!("{{\"a\":[{text}");
        check_tokens(&parse(&inside), &inside);
    }
}

#[test]
fn reads_pairs_of_troublesome_pieces_repeated_many_times() {
    const LEN: usize = 4_000;
    for one in PIECES {
        for other in PIECES {
            let pair = format!("{one}{other}");
            let text = pair.repeat(LEN / pair.len());
            let inside = format!("[{text}");
            check_tokens(&parse(&inside), &inside);
        }
    }
}
