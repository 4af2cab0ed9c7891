//! A placeholder: one question to the user, with every place that its answer goes to.

use super::types::PlaceholderType;
use crate::engine::syntax::NodeId;
use crate::engine::text::Span;

/// What a template says about one of its placeholders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Declaration {
    /// Lower snake case.
    pub name: String,
    /// The id of a [`PlaceholderType`]; an unknown one counts as `free-text`.
    pub type_id: String,
    /// What the field is called; empty for the usual name.
    pub label: String,
    /// The help under the field; empty for that of the type.
    pub hint: String,
    /// Sample entries, several for a list type; empty for the type's own.
    pub example: Vec<String>,
    /// The value that holds until the user enters another.
    pub default: Option<String>,
    /// The only normalised values that are accepted; empty for all that the type accepts.
    pub choices: Vec<String>,
}

/// How a placeholder is to be treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A stand-in that has to be filled in.
    Placeholder,
    /// A sample value of AWS's documentation, to be asked about.
    Sample,
    /// A value that belongs to a vendor and stays.
    Vendor,
}

impl Class {
    /// `placeholder`, `sample` or `vendor`.
    pub fn id(self) -> &'static str {
        match self {
            Class::Placeholder => "placeholder",
            Class::Sample => "sample",
            Class::Vendor => "vendor",
        }
    }
}

/// How a stand-in stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UsePosition {
    /// Among other text of a value.
    InString,
    /// As the whole text between two quotes.
    WholeString,
    /// As a whole value without quotes.
    Bare,
    /// In the name of a member or as the whole of it, quoted or not.
    Key,
}

/// One place where a placeholder stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// The whole stand-in with its brackets, quotes excluded; bytes of the template.
    pub span: Span,
    /// The string or unquoted text it stands in.
    pub node: NodeId,
    /// How it stands there.
    pub position: UsePosition,
}

/// One question to the user: all stand-ins of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Lower snake case; no two placeholders of a text share it.
    pub name: String,
    /// What kind of value it asks for.
    pub kind: &'static PlaceholderType,
    /// How it is to be treated.
    pub class: Class,
    /// What its field is called.
    pub label: String,
    /// What to enter and where to find it.
    pub help: String,
    /// A sample value; of a list type, one entry per line.
    pub example: String,
    /// The only normalised values that are accepted; empty for all that the type accepts.
    pub choices: Vec<String>,
    /// The value that holds until the user enters another.
    pub default: Option<String>,
    /// Its distinct spellings, in the order of the text.
    pub written: Vec<String>,
    /// Every place where it stands, in the order of the text; never empty.
    pub uses: Vec<Use>,
    /// What the reader should know about how it is written, each a sentence.
    pub remarks: Vec<String>,
    /// Whose way of writing it is, where that is worth saying: "shell variable".
    pub dialect: Option<&'static str>,
}

impl Placeholder {
    /// Whether an array can stand wherever this placeholder stands.
    pub(super) fn can_unfold(&self) -> bool {
        self.uses
            .iter()
            .all(|one| matches!(one.position, UsePosition::WholeString | UsePosition::Bare))
    }
}
