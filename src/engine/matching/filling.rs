//! A policy with its values in place, and the stand-ins that have none.

use std::sync::Arc;

use super::Compared;
use crate::engine::placeholders::{
    Class, FillMode, Piece, Placeholder, ValueState, Values, fill, value_state,
};
use crate::engine::syntax::{Tree, parse};

/// A policy with values; where there is none, a neutral one stands that occurs nowhere else.
#[derive(Debug)]
pub(super) struct Filling {
    pub tree: Arc<Tree>,
    /// What stands where; placeholders are numbered as those given.
    pub pieces: Vec<Piece>,
    pub open: Vec<Open>,
}

/// A placeholder without a usable value.
#[derive(Debug, Clone)]
pub(super) struct Open {
    /// Its place among those given.
    pub number: usize,
    pub placeholder: Placeholder,
    /// What stands for it in the filled text.
    pub neutral: String,
}

/// Fills a policy in; its neutral values are numbered from `first` on.
pub(super) fn filled(policy: Compared<'_>, values: &Values, first: usize) -> Filling {
    let open = policy.placeholders.iter().enumerate();
    let open = open.filter(|(_, placeholder)| is_open(placeholder, values));
    let open: Vec<Open> = open
        .map(|(number, placeholder)| Open {
            number,
            placeholder: placeholder.clone(),
            neutral: (placeholder.kind.neutral)(first + number),
        })
        .collect();
    let ahead = policy.placeholders.iter().cycle().take(first);
    let ahead = ahead.map(|placeholder| Placeholder {
        uses: Vec::new(),
        ..placeholder.clone()
    });
    let numbered: Vec<Placeholder> = ahead.chain(policy.placeholders.iter().cloned()).collect();
    let filled = fill(policy.tree, &numbered, values, FillMode::Checked);
    let pieces = filled.pieces.iter().map(|piece| Piece {
        placeholder: piece
            .placeholder
            .saturating_sub(numbered.len() - policy.placeholders.len()),
        ..*piece
    });
    Filling {
        tree: Arc::new(parse(&filled.text)),
        pieces: pieces.collect(),
        open,
    }
}

/// Whether a placeholder has no usable value; sample values and vendors' accounts count as they stand.
fn is_open(placeholder: &Placeholder, values: &Values) -> bool {
    placeholder.class == Class::Placeholder
        && !matches!(value_state(placeholder, values), ValueState::Valid(_))
}

impl Filling {
    /// The placeholder with this number, where it has no value.
    pub fn open(&self, number: usize) -> Option<&Open> {
        self.open.iter().find(|open| open.number == number)
    }
}
