//! What a string stands for: its quotes and its escapes.

use std::borrow::Cow;
use std::ops::Range;

/// The value of the text between the quotes.
pub fn decode(content: &str) -> Cow<'_, str> {
    if !content.contains('\\') {
        return Cow::Borrowed(content);
    }
    let mut value = String::with_capacity(content.len());
    for piece in pieces(content) {
        piece.push_to(content, &mut value);
    }
    Cow::Owned(value)
}

/// Where the bytes `range` of the value are written; an escape that is cut by the range is taken whole.
pub(super) fn written_range(content: &str, range: Range<usize>) -> Option<Range<usize>> {
    let start = written_offset(content, range.start, |escape| escape.start)?;
    let end = written_offset(content, range.end, |escape| escape.end)?;
    (range.start <= range.end).then_some(start..end)
}

/// Where an offset of the value is written; inside an escape, the end of it that `side` gives.
fn written_offset(content: &str, offset: usize, side: fn(Range<usize>) -> usize) -> Option<usize> {
    let mut passed = 0;
    for piece in pieces(content) {
        let (written, value_len) = (piece.written(), piece.value_len());
        if offset < passed + value_len {
            return Some(match piece {
                Piece::Escape(..) if offset > passed => side(written),
                _ => written.start + (offset - passed),
            });
        }
        passed += value_len;
    }
    (offset == passed).then_some(content.len())
}

/// A stretch of the written text and what it stands for.
enum Piece {
    Plain(Range<usize>),
    Escape(Range<usize>, char),
}

impl Piece {
    fn written(&self) -> Range<usize> {
        match self {
            Piece::Plain(written) | Piece::Escape(written, _) => written.clone(),
        }
    }

    fn value_len(&self) -> usize {
        match self {
            Piece::Plain(written) => written.len(),
            Piece::Escape(_, value) => value.len_utf8(),
        }
    }

    fn push_to(&self, content: &str, value: &mut String) {
        match self {
            Piece::Plain(written) => {
                value.push_str(content.get(written.clone()).unwrap_or_default())
            }
            Piece::Escape(_, character) => value.push(*character),
        }
    }
}

fn pieces(content: &str) -> impl Iterator<Item = Piece> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = content.get(at..).filter(|rest| !rest.is_empty())?;
        let piece = match escape(rest) {
            Some((len, value)) => Piece::Escape(at..at + len, value),
            None => Piece::Plain(at..at + plain_len(rest)),
        };
        at = piece.written().end;
        Some(piece)
    })
}

/// The bytes up to the next backslash; a backslash that begins no escape is plain itself.
fn plain_len(rest: &str) -> usize {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let tail = rest.get(first..).unwrap_or_default();
    first + tail.find('\\').unwrap_or(tail.len())
}

/// The escape at the start of the text: its length and the character it stands for.
pub(super) fn escape(text: &str) -> Option<(usize, char)> {
    let mut characters = text.chars();
    if characters.next() != Some('\\') {
        return None;
    }
    let simple = match characters.next()? {
        '"' => '"',
        '\'' => '\'',
        '\\' => '\\',
        '/' => '/',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unicode_escape(text),
        _ => return None,
    };
    Some((2, simple))
}

const UNICODE_ESCAPE_LEN: usize = 6;

fn unicode_escape(text: &str) -> Option<(usize, char)> {
    let unit = unicode_unit(text)?;
    if let Some(character) = char::from_u32(unit) {
        return Some((UNICODE_ESCAPE_LEN, character));
    }
    let low = text
        .get(UNICODE_ESCAPE_LEN..)
        .and_then(unicode_unit)
        .filter(|low| (0xDC00..0xE000).contains(low));
    let pair = low
        .filter(|_| unit < 0xDC00)
        .and_then(|low| char::from_u32(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
    Some(pair.map_or(
        (UNICODE_ESCAPE_LEN, char::REPLACEMENT_CHARACTER),
        |character| (2 * UNICODE_ESCAPE_LEN, character),
    ))
}

fn unicode_unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    all_digits
        .then(|| u32::from_str_radix(digits, 16).ok())
        .flatten()
}

/// What JSON does not allow between double quotes, as ranges of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Flaw {
    /// Neighbouring control characters.
    ControlCharacters(Range<usize>),
    /// A backslash and the character after it, if any.
    UnknownEscape(Range<usize>),
    /// A double quote without a backslash, inside what belongs together.
    Quote(Range<usize>),
    /// The escape of half a surrogate pair.
    HalfSurrogatePair(Range<usize>),
}

/// The flaws of a string's content in the order of the text.
pub(super) fn flaws(content: &str) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut at = 0;
    while let Some(rest) = content.get(at..).filter(|rest| !rest.is_empty()) {
        at += match rest.find(|character: char| character < ' ' || "\\\"".contains(character)) {
            None => rest.len(),
            Some(0) if rest.starts_with('"') => {
                flaws.push(Flaw::Quote(at..at + 1));
                1
            }
            Some(0) if rest.starts_with('\\') => escape_or_flaw(rest, at, &mut flaws),
            Some(0) => {
                let len = rest.len()
                    - rest
                        .trim_start_matches(|character: char| character < ' ')
                        .len();
                flaws.push(Flaw::ControlCharacters(at..at + len));
                len
            }
            Some(plain) => plain,
        };
    }
    flaws
}

/// The length of the escape at the start of `rest`, which stands at `at`; it is added to the flaws if it is one.
fn escape_or_flaw(rest: &str, at: usize, flaws: &mut Vec<Flaw>) -> usize {
    match escape(rest).filter(|_| !rest.starts_with("\\'")) {
        Some((len, char::REPLACEMENT_CHARACTER)) if unicode_unit(rest) != Some(0xFFFD) => {
            flaws.push(Flaw::HalfSurrogatePair(at..at + len));
            len
        }
        Some((len, _)) => len,
        None => {
            let escaped = rest.chars().nth(1).filter(|escaped| *escaped >= ' ');
            let len = 1 + escaped.map_or(0, char::len_utf8);
            flaws.push(Flaw::UnknownEscape(at..at + len));
            len
        }
    }
}

/// The text as a JSON string, in quotes, with what must be escaped escaped.
pub fn encode(value: &str) -> String {
    let mut written = String::with_capacity(value.len() + 2);
    written.push('"');
    for character in value.chars() {
        match character {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            _ if character < ' ' => written.push_str(&control_escape(character)),
            _ => written.push(character),
        }
    }
    written.push('"');
    written
}

/// The escape of a control character.
pub(super) fn control_escape(character: char) -> String {
    match character {
        '\n' => "\\n".to_string(),
        '\r' => "\\r".to_string(),
        '\t' => "\\t".to_string(),
        _ => format!("\\u{:04x}", u32::from(character)),
    }
}

/// Whether the character opens or closes a string where people or word processors wrote one.
pub(super) fn is_quote(character: char) -> bool {
    character == '"' || is_single_quote(character) || is_smart_double_quote(character)
}

/// Quotes that are written singly, straight, typographic or as a backtick.
pub(super) fn is_single_quote(character: char) -> bool {
    matches!(character, '\'' | '`' | '\u{2018}'..='\u{201B}' | '\u{2032}')
}

/// The typographic relatives of the double quote.
pub(super) fn is_smart_double_quote(character: char) -> bool {
    matches!(
        character,
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}'
    )
}

/// Whether `close` can end a string that `open` began.
pub(super) fn closes(open: char, close: char) -> bool {
    match open {
        '"' => close == '"',
        '\'' | '`' => close == open,
        _ if is_smart_double_quote(open) => close == '"' || is_smart_double_quote(close),
        _ => is_single_quote(close),
    }
}
