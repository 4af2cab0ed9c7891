//! Typed places in the text of one string: where the grammar of policies says what kind of value must stand.

mod arn;
mod claim;
mod condition_key;
mod host;
mod pieces;
mod value;

use std::ops::Range;

pub(super) use value::{Context, Contexts, context};

use super::place::Place;
use super::scan::Atom;
use crate::engine::syntax::{NodeId, Tree};
use crate::engine::text::sort_by_key;

/// A typed place in the text of one string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub place: Place,
    /// Bytes of that text, blanks around it excluded.
    pub range: Range<usize>,
}

/// What is known about the text of one node.
pub(super) struct Slots {
    /// The typed places in it, in the order of their starts; the wider of two first.
    pub slots: Vec<Slot>,
    /// Whether the text names resources, principals or values, so that a word in capitals in its middle is worth a look.
    pub is_value: bool,
}

/// A text with what must not be divided in it.
#[derive(Clone, Copy)]
struct Content<'c> {
    text: &'c str,
    atoms: &'c [Atom<'c>],
}

impl<'c> Content<'c> {
    fn get(&self, range: &Range<usize>) -> &'c str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    fn whole(&self) -> Range<usize> {
        pieces::trimmed(self.text, 0..self.text.len())
    }
}

/// The kind of place that a value fills, whatever stands there.
pub(super) fn place_of_value(tree: &Tree, node: NodeId) -> Option<Place> {
    context(tree, node).place("")
}

/// Whether a text is a plain name where nothing particular is expected, such as `Action` or `s3:GetObject`.
///
/// There is no typed place in it, no bracket, and no word that is worth a look; most strings of a policy are so.
pub(super) fn is_plain_name(context: Context, text: &str) -> bool {
    let may_be_in_name = |byte: u8| match byte {
        b':' => !context.is_key,
        byte => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'*'),
    };
    !context.is_value
        && text.bytes().all(may_be_in_name)
        && !TELLING_STARTS.iter().any(|start| text.starts_with(start))
}

/// How a text begins that has typed places wherever it stands.
const TELLING_STARTS: [&str; 3] = ["arn:", claim::REPOSITORY, claim::SERVICE_ACCOUNT];

/// The typed places in a text.
pub(super) fn slots(context: Context, text: &str, atoms: &[Atom]) -> Slots {
    let content = Content { text, atoms };
    let whole = content.whole();
    let mut slots = Vec::new();
    let is_arn = content.get(&whole).starts_with("arn:");
    if is_arn {
        arn::read(content, whole, &mut slots);
    } else if let Some(place) = context.place(content.get(&whole)) {
        slots.push(Slot {
            place,
            range: whole,
        });
    }
    if context.is_key {
        claim::read_key(content, &mut slots);
    } else {
        claim::read_subject(content, &mut slots);
    }
    host::read(content, &mut slots);
    for slot in &mut slots {
        slot.range = pieces::trimmed(text, slot.range.clone());
    }
    slots.retain(|slot| !slot.range.is_empty());
    sort_by_key(&mut slots, |slot| {
        (slot.range.start, usize::MAX - slot.range.end)
    });
    Slots {
        is_value: is_arn || context.is_value,
        slots,
    }
}
