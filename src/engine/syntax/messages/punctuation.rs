//! Commas, colons, and what should stand between them.

use super::super::errors::{SyntaxError, SyntaxErrorKind};
use super::super::tree::{Member, Tree};
use super::quoted;
use crate::engine::text::{Edit, Span};

pub(in super::super) fn missing_comma(at: usize) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingComma,
        Span::at(at),
        "A comma is missing here.",
        "Without it, what follows cannot be told from what stands before, and AWS reads none of the policy.",
        "Add a comma at the end of this item.",
    )
    .mended_by("Add the comma", [Edit::insert(at, ",")])
}

pub(in super::super) fn trailing_comma(comma: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::TrailingComma,
        comma,
        "Nothing follows this comma.",
        "JSON has commas between two items only, none after the last.",
        "Remove the comma, or write what should follow it.",
    )
    .mended_by("Remove the comma", [Edit::delete(comma)])
}

pub(in super::super) fn extra_comma(comma: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::ExtraComma,
        comma,
        "There is one comma too many here.",
        "JSON has exactly one comma between two items.",
        "Remove the comma, or write what should stand before it.",
    )
    .mended_by("Remove the comma", [Edit::delete(comma)])
}

pub(in super::super) fn missing_colon(at: usize) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingColon,
        Span::at(at),
        "A colon is missing here.",
        "In an object, a colon stands between each name and its value.",
        "Add a colon after the name.",
    )
    .mended_by("Add the colon", [Edit::insert(at, ":")])
}

pub(in super::super) fn surplus_quote(quote: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::SurplusQuote,
        quote,
        "There is one quote too many here.",
        "The text is closed already; this quote would open another one.",
        "Remove the quote.",
    )
    .mended_by("Remove the quote", [Edit::delete(quote)])
}

pub(in super::super) fn equals_sign(text: &str, sign: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingColon,
        sign,
        format!("A colon belongs here, not {}.", quoted(sign.text(text))),
        "In an object, a colon stands between each name and its value; other languages write it differently.",
        "Write a colon.",
    )
    .mended_by("Write the colon", [Edit::replace(sign, ":")])
}

pub(in super::super) fn extra_colon(colon: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::ExtraColon,
        colon,
        "This colon does not belong here.",
        "A colon stands only between a name and its value in an object; the items of a list have no names.",
        "Remove the colon, or put the name and its value in braces.",
    )
    .perhaps_mended_by("Remove the colon", [Edit::delete(colon)])
}

pub(in super::super) fn missing_key(place: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingKey,
        Span::at(place.start),
        "A name is missing here.",
        "In an object, every value has a name in front of it.",
        "Write the name and a colon; if this is one more of the values before it, put those in `[` and `]`.",
    )
}

pub(in super::super) fn missing_value(place: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingValue,
        place,
        "A value is missing here.",
        "In an object, every name has a colon and a value after it.",
        "Write the value, or remove the name.",
    )
}

/// A name without a colon and a value, often one more value of the name before.
pub(in super::super) fn lone_name(name: Span, written: &str) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingValue,
        Span::at(name.end),
        format!("{} has no value.", quoted(written)),
        "In an object, every name has a colon and a value after it; several values of one name stand in a list.",
        "Write a colon and a value; if it is one more of the values before it, put those in `[` and `]`.",
    )
}

pub(in super::super) fn duplicate_key(tree: &Tree, earlier: Member, later: Member) -> SyntaxError {
    let name = tree.key_text(later);
    let error = SyntaxError::new(
        SyntaxErrorKind::DuplicateKey,
        tree.span(later.key),
        format!("{} stands twice in this object.", quoted(&name)),
        "Only one of the two can count, and most readers drop the first without a word.",
        "Keep one of them, or bring both values together in one list.",
    );
    error.perhaps_mended_by("Remove the first", tree.remove_element(earlier.node))
}

pub(in super::super) fn elision(text: &str, dots: Span, comma_before: Option<Span>) -> SyntaxError {
    let written = dots.text(text);
    SyntaxError::new(
        SyntaxErrorKind::Elision,
        dots,
        format!("{} stands for something left out.", quoted(written)),
        "AWS reads a policy as it is written and cannot fill in the rest.",
        "Write what was left out, or remove the dots if nothing is missing.",
    )
    .perhaps_mended_by("Remove the dots", elision_removal(text, dots, comma_before))
}

/// The dots with one comma beside them, the one before if there is one.
fn elision_removal(text: &str, dots: Span, comma_before: Option<Span>) -> Vec<Edit> {
    if let Some(comma) = comma_before {
        return vec![Edit::delete(comma), Edit::delete(dots)];
    }
    let after = Span::new(dots.end, text.len()).text(text);
    let blanks = after.len() - after.trim_start_matches([' ', '\t']).len();
    let comma = usize::from(after.trim_start_matches([' ', '\t']).starts_with(','));
    let end = if comma > 0 {
        dots.end + blanks + comma
    } else {
        dots.end
    };
    vec![Edit::delete(Span::new(dots.start, end))]
}
