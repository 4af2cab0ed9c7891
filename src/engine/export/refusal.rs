//! Why something is not exported.

use std::fmt;

use super::need::Need;
use crate::engine::text::listed;

/// Why a policy is not exported, for the person who asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Stand-ins have no value, or one that cannot be used.
    Values {
        /// The names of their placeholders, in the order of the text.
        names: Vec<String>,
        /// Why they are needed, as a sentence; empty where that goes without saying.
        why: &'static str,
    },
    /// A name is missing.
    Name(&'static Need),
    /// A name cannot be used.
    WrongName(&'static Need, String),
    /// The text is not JSON, from this byte of the shown text on.
    NotJson(usize),
    /// The format has no place for the policy; the sentences say why and what to do.
    NoPlace(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Values { names, why } => {
                let names = listed(names.iter().map(String::as_str));
                write!(
                    formatter,
                    "These have no value that can be used yet: {names}. "
                )?;
                match why.is_empty() {
                    true => write!(formatter, "Fill them in first."),
                    false => write!(formatter, "{why}"),
                }
            }
            Self::Name(need) => write!(
                formatter,
                "The {} is missing. {}",
                need.label.to_lowercase(),
                need.help
            ),
            Self::WrongName(need, problem) => write!(formatter, "{}: {problem}", need.label),
            Self::NotJson(_) => write!(
                formatter,
                "The text is not JSON, so it cannot be written in another format. Mend its syntax errors first."
            ),
            Self::NoPlace(reason) => formatter.write_str(reason),
        }
    }
}
