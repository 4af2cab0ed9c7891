//! A placeholder: one question to the user, with every place that its answer goes to.

use super::name::snake_case;
use super::types::PlaceholderType;
use crate::engine::syntax::NodeId;
use crate::engine::text::Span;

/// What a template says about one of its placeholders, or a person about one of a text.
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
    /// Texts that stand for it wherever they occur as whole words, whatever they look like.
    pub spellings: Vec<String>,
    /// Whether those texts are no placeholder after all and stay; name and type then say nothing.
    pub is_text: bool,
}

impl Declaration {
    /// A person's word that a text stands for the placeholder of this name and type.
    pub fn marking(text: &str, name: &str, type_id: &str) -> Self {
        Declaration {
            name: snake_case(name),
            type_id: type_id.into(),
            spellings: vec![text.into()],
            ..Declaration::default()
        }
    }

    /// A person's word that a placeholder has this name and this type from now on, however it is written.
    pub fn renaming(placeholder: &Placeholder, name: &str, type_id: &str) -> Self {
        Declaration {
            spellings: placeholder.written.clone(),
            ..Declaration::marking("", name, type_id)
        }
    }

    /// A person's word that what was taken for a placeholder is none.
    pub fn keeping(placeholder: &Placeholder) -> Self {
        Declaration {
            spellings: placeholder.written.clone(),
            is_text: true,
            ..Declaration::default()
        }
    }
}

/// How a placeholder is to be treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A stand-in that has to be filled in.
    Placeholder,
    /// A sample value of AWS's documentation, or one that was covered up, to be asked about.
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
    /// As a whole value without quotes: a word, or a function of CloudFormation.
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
    /// Whose way of writing it is, where that is worth saying: "a shell variable".
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
