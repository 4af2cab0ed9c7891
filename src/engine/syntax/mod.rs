//! JSON as people write it: a tree for every text, and every error in it with a place and, where there is one, a repair.
//!
//! Reading never fails and never recurses; the tokens of a tree, printed, give the text back byte for byte.
//! Nothing here knows about policies, so that any JSON can be read.

mod builder;
mod bytes;
mod duplicates;
mod errors;
mod escaped;
mod format;
mod lexer;
mod messages;
mod parser;
mod path;
mod removal;
mod strings;
mod token;
mod tree;

pub use bytes::{Decoded, decode};
pub use errors::{MAX_ERRORS, Repair, SyntaxError, SyntaxErrorKind};
pub use format::{Style, format};
pub use parser::{parse, unread};
pub use path::{Path, PathStep};
pub use strings::{decode as unescape, encode};
pub use token::{Token, TokenKind};
pub use tree::{Member, NodeId, NodeKind, Tree};
