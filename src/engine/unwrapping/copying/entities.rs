//! Entities of HTML, as in the source of a page: `&quot;` for a quote.

use super::super::excerpt::Excerpt;
use super::super::paste::{counted, quoted};
use crate::engine::text::{Edit, Edits, Span};

/// The entities that stand in code on pages.
///
/// Source: HTML Living Standard, named character references, 2025.
const NAMED: [(&str, &str); 16] = [
    ("quot", "\""),
    ("apos", "'"),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", " "),
    ("lbrace", "{"),
    ("rbrace", "}"),
    ("lcub", "{"),
    ("rcub", "}"),
    ("lbrack", "["),
    ("rbrack", "]"),
    ("colon", ":"),
    ("comma", ","),
    ("ast", "*"),
    ("dollar", "$"),
];

/// The longest entity that is looked for, in bytes.
const LONGEST: usize = 10;

/// The text with its entities read; `None` where there is none.
pub(super) fn read(excerpt: &Excerpt) -> Option<(Excerpt, String)> {
    let text = excerpt.text();
    let found = text
        .match_indices('&')
        .filter_map(|(at, _)| entity(text, at));
    let edits: Vec<Edit> = found.collect();
    let example = edits.first()?.span.text(text);
    let count = counted(edits.len(), "HTML entity", "HTML entities");
    let sentence = format!("Read {count}, such as {}.", quoted(example));
    Some((excerpt.edited(&Edits::new(edits)?), sentence))
}

fn entity(text: &str, at: usize) -> Option<Edit> {
    let rest = text.get(at + 1..)?;
    let len = rest.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = rest.get(..len)?;
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?.to_string(),
        None => NAMED.iter().find(|(known, _)| *known == name)?.1.to_owned(),
    };
    Some(Edit::replace(Span::new(at, at + len + 2), character))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let is_allowed = |character: &char| !character.is_control() || character.is_ascii_whitespace();
    char::from_u32(code).filter(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_named_and_numbered_entities_once() {
        for (text, expected) in [
            ("&quot;&lt;b&gt;&quot;", Some("\"<b>\"")),
            ("&#34;&#x7B;&#X22;&#123;", Some("\"{\"{")),
            ("&amp;quot;", Some("&quot;")),
            ("&{aws:username} a & b; &nothing; &#0; &#xD800; &", None),
        ] {
            let read = read(&Excerpt::whole(text));
            assert_eq!(
                read.as_ref().map(|(read, _)| read.text()),
                expected,
                "{text}"
            );
        }
    }
}
