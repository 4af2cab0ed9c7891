//! What is said of a place in the text when the pointer rests on it.

use crate::engine::analysis::{Analysis, View};
use crate::engine::checks::Finding;
use crate::engine::text::Span;

/// The messages of all that was found, and not accepted, at a byte of the view's text, a paragraph each; `None` where nothing was.
pub fn words_at(analysis: &Analysis, view: View, byte: usize) -> Option<String> {
    let text = analysis.text_of(view);
    let is_there = |finding: &Finding| {
        let places = finding.locations.iter();
        let mut drawn = places.map(|place| as_drawn(in_view(analysis, view, place.span), text));
        drawn.any(|span| span.touches(Span::at(byte)))
    };
    let open = analysis.open_findings().map(|(_, finding)| finding);
    let found = open.filter(|finding| is_there(finding));
    let words: Vec<&str> = found.map(|finding| &*finding.message).collect();
    (!words.is_empty()).then(|| words.join("\n\n"))
}

/// An empty span is drawn on the character before it.
fn as_drawn(span: Span, text: &str) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    match before.chars().next_back() {
        Some(character) if span.is_empty() => {
            Span::new(span.start - character.len_utf8(), span.end)
        }
        _ => span,
    }
}

/// A span of the template in the text of a view.
pub fn in_view(analysis: &Analysis, view: View, template: Span) -> Span {
    match view {
        View::Filled => analysis.to_shown(template),
        View::Template => template,
    }
}
