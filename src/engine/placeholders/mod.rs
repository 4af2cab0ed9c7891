//! Stand-ins in a policy: which pieces of the text are some, what each asks for, and the text with values in their place.
//!
//! A policy variable such as `${aws:username}` belongs to the policy and is never a stand-in.

mod bare_word;
mod dialects;
mod fill;
mod found;
mod iam_name;
mod name;
mod naming;
mod pasted;
mod place;
mod placeholder;
mod policy_variable;
mod recognise;
mod scan;
mod types;
mod value;

pub use fill::{FillMode, Filled, Piece, PieceState, fill};
pub use placeholder::{Class, Declaration, Placeholder, Use, UsePosition};
pub use recognise::recognise;
pub use types::{PARTITIONS, PLACEHOLDER_TYPES, PlaceholderType, Problem, find_type};
pub use value::{ValueState, Values, value_state};
