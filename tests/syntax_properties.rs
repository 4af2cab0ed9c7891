//! What must hold for every text, tried on mutated policies, random bytes and monsters.

use iam_policy_editor::engine::syntax::{
    NodeKind, Style, SyntaxErrorKind, Tree, decode, format, parse,
};
use iam_policy_editor::engine::text::{Edit, Edits};
use serde_json::Value;

const SEEDS: [&str; 3] = [
    include_str!("fixtures/syntax/valid/bucket-policy.json"),
    include_str!("fixtures/syntax/valid/one-line.json"),
    include_str!("fixtures/syntax/two-missing-commas.json.txt"),
];

/// Pieces that a mutation puts in, each known for trouble.
const PIECES: [&str; 56] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\t",
    " ",
    "//x",
    "/*",
    "*/",
    "#",
    "...",
    "…",
    "{{name}}",
    "<b c>",
    "${x}",
    "$X",
    "“",
    "”",
    "‘",
    "\u{feff}",
    "\u{a0}",
    "\u{200b}",
    "\u{2028}",
    "é",
    "😀",
    "0",
    "01",
    "-",
    "+1",
    ".5",
    "1e999",
    "0x1F",
    "NaN",
    "true",
    "True",
    "nul",
    "\\u12",
    "\\ud800",
    "\\ud83d\\ude00",
    "\\x",
    "\"a\"",
    "\"a\":",
    ", \"a\": 1",
    "[]",
    "{}",
    "```",
    "\u{0}",
    "\u{7f}",
    "`",
];

/// A small generator of numbers, the same on every run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn pick<'p>(&mut self, pieces: &[&'p str]) -> &'p str {
        pieces[self.below(pieces.len())]
    }
}

fn border(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn mutated(numbers: &mut Numbers) -> String {
    let mut text = numbers.pick(&SEEDS).to_string();
    for _ in 0..=numbers.below(4) {
        let start = border(&text, numbers.below(text.len() + 1));
        let len = if numbers.below(2) == 0 {
            0
        } else {
            numbers.below(6)
        };
        let end = border(&text, (start + len).min(text.len())).max(start);
        let piece = if numbers.below(3) == 0 {
            ""
        } else {
            numbers.pick(&PIECES)
        };
        text.replace_range(start..end, piece);
    }
    text
}

fn soup(numbers: &mut Numbers) -> String {
    (0..numbers.below(14))
        .map(|_| numbers.pick(&PIECES))
        .collect()
}

/// Everything that must hold for any text.
fn check(text: &str) {
    let tree = parse(text);
    check_tokens(&tree, text);
    check_nodes(&tree);
    check_errors(&tree, text);
    check_against_serde(&tree, text);
}

fn check_tokens(tree: &Tree, text: &str) {
    let mut printed = String::new();
    let mut end = 0;
    for token in tree.tokens() {
        assert_eq!(token.span.start, end, "gap before {token:?} in {text:?}");
        assert!(!token.span.is_empty(), "empty token in {text:?}");
        end = token.span.end;
        printed.push_str(token.span.text(text));
    }
    assert_eq!(printed, text);
}

fn check_nodes(tree: &Tree) {
    let text = tree.text();
    let Some(root) = tree.root() else { return };
    let mut previous = tree.span(root).start;
    for id in tree.descendants(root) {
        let span = tree.span(id);
        let parent = tree.span(tree.parent(id).unwrap());
        assert!(
            parent.covers(span),
            "{:?} {span:?} leaves its parent {parent:?} in {text:?}",
            tree.kind(id)
        );
        assert!(span.start >= previous, "out of order in {text:?}");
        assert!(
            span.is_empty() || !span.text(text).is_empty(),
            "{span:?} cuts a character in {text:?}"
        );
        assert!(tree.content_span(id).len() <= span.len());
        previous = span.start;
        if let Some(value) = tree.string(id) {
            assert_eq!(
                tree.decoded_range_to_span(id, 0..value.len()),
                Some(tree.content_span(id)),
                "{value:?} in {text:?}"
            );
        }
        if !span.is_empty() {
            let innermost = tree.node_at(span.start).unwrap();
            assert!(tree.span(innermost).contains(span.start));
        }
        let children: Vec<NodeKind> = tree.children(id).map(|child| tree.kind(child)).collect();
        match tree.kind(id) {
            NodeKind::Object => assert!(
                children.iter().all(|kind| *kind == NodeKind::Member),
                "in {text:?}"
            ),
            NodeKind::Member => assert_eq!(children.len(), 2, "in {text:?}"),
            NodeKind::Array => assert!(!children.contains(&NodeKind::Member), "in {text:?}"),
            _ => assert!(children.is_empty(), "in {text:?}"),
        }
    }
}

fn check_errors(tree: &Tree, text: &str) {
    let mut previous = None;
    for error in tree.errors() {
        assert!(previous <= Some(error.span), "unordered errors in {text:?}");
        previous = Some(error.span);
        assert!(
            error.span.end <= text.len()
                && text.is_char_boundary(error.span.start)
                && text.is_char_boundary(error.span.end)
        );
        let Some(repair) = &error.repair else {
            continue;
        };
        let mended = repair
            .edits
            .apply(text)
            .unwrap_or_else(|| panic!("{error:?} cannot be applied to {text:?}"));
        assert_ne!(mended, text, "{error:?} changes nothing in {text:?}");
    }
}

fn check_against_serde(tree: &Tree, text: &str) {
    let errors = tree.errors();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            let only_duplicates = errors
                .iter()
                .all(|error| error.kind == SyntaxErrorKind::DuplicateKey);
            assert!(only_duplicates, "{errors:?} in {text:?}, which is JSON");
            assert_eq!(value_of(tree), value, "in {text:?}");
            if errors.is_empty() {
                for style in [Style::Indented(2), Style::Indented(4), Style::Minified] {
                    let formatted = format(tree, style).unwrap();
                    assert_eq!(
                        serde_json::from_str::<Value>(&formatted).unwrap(),
                        value,
                        "in {formatted:?}"
                    );
                    assert_eq!(format(&parse(&formatted), style).unwrap(), formatted);
                }
            }
        }
        Err(error) => assert!(
            !errors.is_empty(),
            "nothing reported in {text:?}, but {error}"
        ),
    }
}

/// The value of a tree, built from the last node to the first.
fn value_of(tree: &Tree) -> Value {
    let root = tree.root().unwrap();
    let mut values = std::collections::HashMap::new();
    let ids: Vec<_> = std::iter::once(root)
        .chain(tree.descendants(root))
        .collect();
    for id in ids.into_iter().rev() {
        let value = match tree.kind(id) {
            NodeKind::Object => tree
                .members(id)
                .map(|member| {
                    (
                        tree.key_text(member).into_owned(),
                        values.remove(&member.value).unwrap(),
                    )
                })
                .collect(),
            NodeKind::Array => tree
                .elements(id)
                .map(|element| values.remove(&element).unwrap())
                .collect(),
            NodeKind::String => Value::from(tree.string(id).unwrap().into_owned()),
            NodeKind::Member => continue,
            _ => serde_json::from_str(tree.raw(id)).unwrap(),
        };
        values.insert(id, value);
    }
    values.remove(&root).unwrap()
}

/// All unambiguous repairs that do not get in each other's way, applied at once.
fn repaired_once(tree: &Tree) -> Option<String> {
    let mut edits: Vec<Edit> = Vec::new();
    for repair in tree
        .errors()
        .iter()
        .filter_map(|error| error.repair.as_ref())
        .filter(|repair| repair.unambiguous)
    {
        let with_repair: Vec<Edit> = edits.iter().chain(&repair.edits).cloned().collect();
        if Edits::new(with_repair.clone()).is_some() {
            edits = with_repair;
        }
    }
    (!edits.is_empty()).then(|| Edits::new(edits).unwrap().apply(tree.text()).unwrap())
}

const MAX_ROUNDS: usize = 10;

/// The text after at most ten rounds of repairs, none of which is left to do.
fn repaired(text: &str) -> String {
    let mut current = text.to_string();
    for _ in 0..MAX_ROUNDS {
        match repaired_once(&parse(&current)) {
            Some(next) => current = next,
            None => return current,
        }
    }
    panic!("{text:?} still has repairs to do after {MAX_ROUNDS} rounds: {current:?}");
}

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
            format(&tree, Style::Minified);
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
