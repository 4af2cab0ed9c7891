//! Texts to try: mutated and spoiled policies, and mixtures of troublesome pieces.

use iam_policy_editor::engine::syntax::{TokenKind, parse};

/// A policy on many lines, one on a single line, and one with errors.
pub const SEEDS: [&str; 3] = [
    include_str!("../fixtures/syntax/valid/bucket-policy.json"),
    include_str!("../fixtures/syntax/valid/one-line.json"),
    include_str!("../fixtures/syntax/two-missing-commas.json.txt"),
];

/// Pieces that a mutation puts in, each known for trouble.
pub const PIECES: [&str; 56] = [
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
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    pub fn pick<'p>(&mut self, pieces: &[&'p str]) -> &'p str {
        pieces[self.below(pieces.len())]
    }
}

fn border(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

pub fn mutated(numbers: &mut Numbers) -> String {
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

/// Troublesome pieces one after the other, at the top or inside an object or list.
pub fn soup(numbers: &mut Numbers) -> String {
    let mut text = numbers
        .pick(&["", "{", "[", "{\"a\": [", "[{\"a\": "])
        .to_string();
    for _ in 0..numbers.below(14) {
        text.push_str(numbers.pick(&PIECES));
    }
    text
}

/// The text of a token, spoiled in a way that has one repair and no other meaning.
fn spoiled(kind: TokenKind, written: &str, numbers: &mut Numbers) -> String {
    let content = written.trim_matches('"');
    match kind {
        TokenKind::Comma => numbers.pick(&["\n", ",,", ", // more\n"]).to_string(),
        TokenKind::Colon => numbers.pick(&[" ", "=", " => "]).to_string(),
        TokenKind::CloseBrace | TokenKind::CloseBracket => format!(",{written}"),
        TokenKind::String if !content.contains(['\'', '\\', '"']) => {
            let (open, close) = [("'", "'"), ("“", "”"), ("„", "“"), ("`", "`")][numbers.below(4)];
            format!("{open}{content}{close}")
        }
        TokenKind::True | TokenKind::False | TokenKind::Null => written.to_ascii_uppercase(),
        TokenKind::WhiteSpace => {
            let addition = numbers.pick(&[
                "\u{a0}",
                "\u{200b}",
                "\u{2028}",
                " # why\n",
                " // why\n",
                " /* why */ ",
            ]);
            format!("{written}{addition}")
        }
        _ => written.to_string(),
    }
}

/// A policy with several such flaws, sometimes with a byte order mark, sometimes with its end cut off.
pub fn spoiled_policy(seed: &str, numbers: &mut Numbers) -> String {
    let tree = parse(seed);
    let mut text = numbers.pick(&["", "\u{feff}"]).to_string();
    let mut in_empty = false;
    for token in tree.tokens() {
        let written = token.span.text(seed);
        let is_spoiled = numbers.below(8) == 0 && !in_empty;
        text.push_str(&if is_spoiled {
            spoiled(token.kind, written, numbers)
        } else {
            written.to_string()
        });
        in_empty = matches!(token.kind, TokenKind::OpenBrace | TokenKind::OpenBracket);
    }
    let kept = text.trim_end_matches(['}', ']', ' ', '\n', ',']).len();
    let cuts_end = numbers.below(3) == 0 && text[kept..].contains('}') && !text.contains(" => ");
    if cuts_end {
        text[..kept].to_string()
    } else {
        text
    }
}
