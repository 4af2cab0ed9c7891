//! Stand-ins in a policy: which pieces of the text are some, what each asks for, and the text with values in their place.
//!
//! A policy variable such as `${aws:username}` belongs to the policy and is never a stand-in.

mod address;
mod answer;
mod aws_id;
mod bare_word;
mod decision;
mod dialects;
mod dns_label;
mod explanation;
mod fill;
mod found;
mod intrinsic;
mod name;
mod name_rule;
mod naming;
mod object_path;
mod pasted;
mod place;
mod placeholder;
mod policy_variable;
mod recognise;
mod resource_arn;
mod sample;
mod scan;
mod slots;
mod types;
mod value;
mod variable_meaning;
mod vendor;
mod wording;
mod words;

pub use address::{Told, told_by};
pub use answer::{Answers, answers};
pub use explanation::{Explanation, explain};
pub use fill::{FillMode, Filled, Piece, PieceState, fill, settled};
pub use placeholder::{Class, Declaration, Placeholder, Use, UsePosition};
pub use recognise::recognise;
pub use types::{PLACEHOLDER_TYPES, PlaceholderType, Problem, find_type};
pub use value::{ValueState, Values, value_state};
