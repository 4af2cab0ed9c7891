//! Secret access keys and session tokens: they count beside an access key ID or a label that says so.

use super::access_key_id::is_one_character_repeated;
use super::label::Label;
use super::word::{Word, words};
use super::{Credential, CredentialKind};
use crate::engine::text::Span;

const SECRET_KEY_LEN: usize = 40;
const SHORTEST_LABELLED_TOKEN: usize = 32;
/// Without a label, only what is far longer than any name or hash counts as a session token.
const SHORTEST_UNLABELLED_TOKEN: usize = 100;

/// How many bytes and line breaks may lie between a key ID and what belongs to it.
const BESIDE_BYTES: usize = 200;
const BESIDE_LINE_BREAKS: usize = 3;

/// The secret keys and session tokens of the text; `key_ids` are its access key IDs in order.
pub(super) fn find(text: &str, key_ids: &[Span]) -> Vec<Credential> {
    words(text, is_base64, SHORTEST_LABELLED_TOKEN)
        .filter_map(|word| {
            kind_of(text, &word, key_ids).map(|kind| Credential {
                span: with_padding(text, word.span),
                kind,
            })
        })
        .collect()
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'/' || byte == b'+'
}

fn kind_of(text: &str, word: &Word, key_ids: &[Span]) -> Option<CredentialKind> {
    let may_be_key = word.len == SECRET_KEY_LEN;
    let label = Label::before(text, word.span.start);
    let beside_id = || is_beside_one(text, word.span, key_ids);
    let kind = if label.says_session_token() {
        CredentialKind::SessionToken
    } else if may_be_key
        && (label.says_secret_key() || (has_more_than_letters(text, word.span) && beside_id()))
    {
        CredentialKind::SecretAccessKey
    } else if word.len >= SHORTEST_UNLABELLED_TOKEN && beside_id() {
        CredentialKind::SessionToken
    } else {
        return None;
    };
    (!is_harmless(&word.decoded(text))).then_some(kind)
}

/// A thumbprint or commit (hexadecimal), a run of X, or a key of AWS's documentation.
fn is_harmless(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_hexdigit())
        || is_one_character_repeated(word)
        || word.contains("EXAMPLE")
}

/// Names of actions are letters only; among forty characters of a key there is a digit or sign in all but 1 of 4,000.
fn has_more_than_letters(text: &str, span: Span) -> bool {
    span.text(text)
        .bytes()
        .any(|byte| !byte.is_ascii_alphabetic())
}

fn is_beside_one(text: &str, span: Span, key_ids: &[Span]) -> bool {
    let next = key_ids.partition_point(|id| id.start < span.start);
    let before = next
        .checked_sub(1)
        .and_then(|index| key_ids.get(index))
        .map(|id| Span::new(id.end, span.start));
    let after = key_ids.get(next).map(|id| Span::new(span.end, id.start));
    before
        .into_iter()
        .chain(after)
        .any(|gap| is_short(text, gap))
}

fn is_short(text: &str, gap: Span) -> bool {
    let line_breaks = || gap.text(text).bytes().filter(|byte| *byte == b'\n').count();
    gap.len() <= BESIDE_BYTES && line_breaks() <= BESIDE_LINE_BREAKS
}

fn with_padding(text: &str, span: Span) -> Span {
    let rest = text.get(span.end..).unwrap_or_default();
    let padding = rest
        .bytes()
        .take(2)
        .take_while(|byte| *byte == b'=')
        .count();
    Span::new(span.start, span.end + padding)
}
