//! Private keys in PEM form, of whatever algorithm, also inside a JSON string and cut off before their end.

use super::{Credential, CredentialKind};
use crate::engine::text::Span;

/// Longer than any label between `BEGIN` and the closing hyphens.
const LONGEST_LABEL: usize = 64;

struct Marker {
    span: Span,
    begins: bool,
}

/// Each private key from its `BEGIN` marker to its `END` marker.
pub(super) fn find(text: &str) -> Vec<Credential> {
    let markers = markers(text);
    let following = markers
        .iter()
        .skip(1)
        .map(Some)
        .chain(std::iter::once(None));
    markers
        .iter()
        .zip(following)
        .filter(|(marker, _)| marker.begins)
        .map(|(begin, next)| Credential {
            span: Span::new(begin.span.start, end_of_key(text, begin, next)),
            kind: CredentialKind::PrivateKey,
        })
        .collect()
}

fn end_of_key(text: &str, begin: &Marker, next: Option<&Marker>) -> usize {
    match next {
        Some(end) if !end.begins => end.span.end,
        _ => {
            let limit = next.map_or(text.len(), |marker| marker.span.start);
            let body = Span::new(begin.span.end, limit)
                .text(text)
                .bytes()
                .take_while(|byte| is_body(*byte))
                .count();
            begin.span.end + body
        }
    }
}

/// Base64, its line breaks (escaped ones too), and the header lines of an encrypted key.
fn is_body(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte.is_ascii_whitespace() || b"+/=\\:,-".contains(&byte)
}

fn markers(text: &str) -> Vec<Marker> {
    text.match_indices("PRIVATE KEY")
        .filter_map(|(at, _)| marker_around(text, at))
        .collect()
}

/// The whole of `-----BEGIN RSA PRIVATE KEY-----` around the words `PRIVATE KEY` at `at`.
fn marker_around(text: &str, at: usize) -> Option<Marker> {
    let start =
        (at.saturating_sub(LONGEST_LABEL)..=at).find(|start| text.is_char_boundary(*start))?;
    let before = text.get(start..at)?;
    let (word_at, begins) = match (before.rfind("BEGIN "), before.rfind("END ")) {
        (Some(begin), Some(end)) => (begin.max(end), begin > end),
        (Some(begin), None) => (begin, true),
        (None, Some(end)) => (end, false),
        (None, None) => return None,
    };
    let label = before.get(word_at..)?;
    let lead = before.get(..word_at)?;
    let bare_lead = lead.trim_end_matches(['-', ' ']);
    let is_marked = lead.trim_end().ends_with('-');
    let is_label = label
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b' ');
    let after = text.get(at + "PRIVATE KEY".len()..)?;
    let rest = after.strip_prefix(" BLOCK").unwrap_or(after);
    let tail = rest.trim_start_matches(['-', ' ']);
    let closed = rest.trim_start_matches(' ').starts_with('-');
    (is_marked && is_label && closed).then(|| Marker {
        span: Span::new(start + bare_lead.len(), text.len() - tail.len()),
        begins,
    })
}
