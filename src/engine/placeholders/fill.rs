//! Puts values in the place of stand-ins.

use std::sync::Arc;

use super::placeholder::{Class, Placeholder, Use};
use super::value::{ValueState, Values, entries, value_state};
use crate::engine::syntax::{NodeKind, Tree, encode};
use crate::engine::text::{OffsetMap, Replacement, Span, sort_by_key};

/// What the filled text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FillMode {
    /// To be read: what is missing stays as written, what is wrong stands as typed.
    Shown,
    /// To be checked: what is missing or wrong is replaced by a neutral value of its type, but for sample values and vendors' accounts.
    Checked,
}

/// What stands in the place of a stand-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PieceState {
    /// The normalised value.
    Filled,
    /// The stand-in or sample value itself, or a neutral value, because nothing was entered.
    Unfilled,
    /// What was typed or a neutral value, because what was typed cannot be used.
    Invalid,
}

/// One place that was filled, or left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Which placeholder, by its place in the list given.
    pub placeholder: usize,
    /// Which of its uses.
    pub use_index: usize,
    /// What is replaced, in the template: the stand-in, with its quotes where several elements take its place.
    pub from: Span,
    /// What stands there instead, in the output; with quotes where `from` has some or stands without any.
    pub to: Span,
    /// What it is.
    pub state: PieceState,
}

/// A text with values in it.
#[derive(Debug, Clone)]
pub struct Filled {
    /// The text.
    pub text: Arc<str>,
    /// From the template to the text; the two are equal outside its pieces.
    pub map: OffsetMap,
    /// Every use of every placeholder, in the order of the text.
    pub pieces: Vec<Piece>,
}

impl Filled {
    /// Where in the text the placeholders stand, in order, each with its index and how it stands there.
    pub fn marks(&self) -> Vec<(Span, (usize, PieceState))> {
        let marks = self.pieces.iter();
        marks
            .map(|piece| (piece.to, (piece.placeholder, piece.state)))
            .collect()
    }
}

/// Fills in what was entered. Values are escaped, so that a valid document stays one, whatever they hold.
///
/// An unquoted stand-in gets quotes.
/// Several entries become several elements of an array: of the one that the stand-in is an element of, or of a new one.
pub fn fill(tree: &Tree, placeholders: &[Placeholder], values: &Values, mode: FillMode) -> Filled {
    let inserted: Vec<Inserted> = placeholders
        .iter()
        .enumerate()
        .map(|(index, placeholder)| inserted(placeholder, index, values, mode))
        .collect();
    let mut filling = Filling::new(tree);
    for site in sites(placeholders) {
        if let Some(inserted) = inserted.get(site.placeholder) {
            filling.fill_in(&site, inserted);
        }
    }
    filling.finish()
}

/// The values with a neutral one for each placeholder that has none or none that is valid, so that other texts with the same placeholders are filled alike.
///
/// Vendors' accounts stay as they are written.
pub fn settled(placeholders: &[Placeholder], values: &Values) -> Values {
    let mut settled = values.clone();
    for (index, placeholder) in placeholders.iter().enumerate() {
        let needs_one = match value_state(placeholder, values) {
            ValueState::Valid(_) => false,
            ValueState::Unfilled => placeholder.class != Class::Vendor,
            ValueState::Invalid(_) => true,
        };
        if needs_one {
            let neutral = (placeholder.kind.neutral)(index);
            settled.by_name.insert(placeholder.name.clone(), neutral);
        }
    }
    settled
}

/// What goes into the text for one placeholder.
struct Inserted {
    state: PieceState,
    /// The entries; `None` to leave the stand-in as written.
    entries: Option<Vec<String>>,
}

fn inserted(placeholder: &Placeholder, index: usize, values: &Values, mode: FillMode) -> Inserted {
    let neutral = || Some(vec![(placeholder.kind.neutral)(index)]);
    let typed = || {
        let typed = values.typed(placeholder);
        if placeholder.can_unfold() {
            entries(placeholder, typed)
        } else {
            vec![typed.to_string()]
        }
    };
    // A sample value or a vendor's account is a value as it stands.
    let may_stay = placeholder.class != Class::Placeholder;
    let (state, entries) = match (value_state(placeholder, values), mode) {
        (ValueState::Unfilled, _) if may_stay => (PieceState::Unfilled, None),
        (ValueState::Valid(entries), _) => (PieceState::Filled, Some(entries)),
        (ValueState::Unfilled, FillMode::Shown) => (PieceState::Unfilled, None),
        (ValueState::Unfilled, FillMode::Checked) => (PieceState::Unfilled, neutral()),
        (ValueState::Invalid(_), FillMode::Shown) => (PieceState::Invalid, Some(typed())),
        (ValueState::Invalid(_), FillMode::Checked) => (PieceState::Invalid, neutral()),
    };
    Inserted { state, entries }
}

/// One use of one placeholder.
struct Site {
    placeholder: usize,
    use_index: usize,
    location: Use,
}

fn sites(placeholders: &[Placeholder]) -> Vec<Site> {
    let mut sites: Vec<Site> = Vec::new();
    for (placeholder, one) in placeholders.iter().enumerate() {
        let uses = one.uses.iter().enumerate();
        sites.extend(uses.map(|(use_index, location)| Site {
            placeholder,
            use_index,
            location: *location,
        }));
    }
    sort_by_key(&mut sites, |site| site.location.span);
    sites
}

/// The text as it comes about, from its start.
struct Filling<'t> {
    tree: &'t Tree,
    text: String,
    /// How much of the template is done.
    done: usize,
    replacements: Vec<Replacement>,
    pieces: Vec<Piece>,
}

impl<'t> Filling<'t> {
    fn new(tree: &'t Tree) -> Self {
        let text = String::with_capacity(tree.text().len());
        Filling {
            tree,
            text,
            done: 0,
            replacements: Vec::new(),
            pieces: Vec::new(),
        }
    }

    fn fill_in(&mut self, site: &Site, inserted: &Inserted) {
        let (from, text) = match &inserted.entries {
            None => (site.location.span, None),
            Some(entries) => {
                let (from, text) = replacement(self.tree, &site.location, entries);
                (from, Some(text))
            }
        };
        self.copy_up_to(from.start);
        let start = self.text.len();
        self.text.push_str(
            text.as_deref()
                .unwrap_or_else(|| from.text(self.tree.text())),
        );
        self.done = from.end;
        let to = Span::new(start, self.text.len());
        if text.is_some() {
            self.replacements.push(Replacement { from, to });
        }
        self.pieces.push(Piece {
            placeholder: site.placeholder,
            use_index: site.use_index,
            from,
            to,
            state: inserted.state,
        });
    }

    fn copy_up_to(&mut self, offset: usize) {
        self.text
            .push_str(Span::new(self.done, offset).text(self.tree.text()));
        self.done = self.done.max(offset);
    }

    fn finish(mut self) -> Filled {
        self.copy_up_to(self.tree.text().len());
        Filled {
            text: self.text.into(),
            map: OffsetMap::new(self.replacements),
            pieces: self.pieces,
        }
    }
}

/// What is replaced at one use, and by what.
fn replacement(tree: &Tree, location: &Use, entries: &[String]) -> (Span, String) {
    let node = tree.span(location.node);
    let is_unquoted = tree.kind(location.node) != NodeKind::String && location.span == node;
    match entries {
        [entry] if is_unquoted => (location.span, encode(entry)),
        [entry] => (location.span, without_quotes(&encode(entry))),
        _ => (node, unfolded(tree, location, entries)),
    }
}

fn without_quotes(encoded: &str) -> String {
    encoded
        .get(1..encoded.len() - 1)
        .unwrap_or_default()
        .to_string()
}

fn unfolded(tree: &Tree, location: &Use, entries: &[String]) -> String {
    let elements: Vec<String> = entries.iter().map(|entry| encode(entry)).collect();
    let is_element = tree
        .parent(location.node)
        .is_some_and(|parent| tree.kind(parent) == NodeKind::Array);
    if is_element {
        elements.join(&separator(tree.text(), tree.span(location.node).start))
    } else {
        format!("[{}]", elements.join(", "))
    }
}

/// A comma and what stands before the element at `start`: a line break and its indentation, or a blank.
fn separator(text: &str, start: usize) -> String {
    let before = text.get(..start).unwrap_or_default();
    let line_start = before.trim_end_matches([' ', '\t']);
    let indentation = before.get(line_start.len()..).unwrap_or_default();
    let line_break = ["\r\n", "\n", "\r"]
        .into_iter()
        .find(|line_break| line_start.ends_with(line_break));
    line_break.map_or_else(
        || ", ".to_string(),
        |line_break| format!(",{line_break}{indentation}"),
    )
}

#[cfg(test)]
mod tests;
