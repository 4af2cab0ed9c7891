//! A parameter: what somebody fills in when they use what was exported.

use super::need::Need;
use super::pattern;
use crate::engine::placeholders::Placeholder;

/// A question that the exported text asks, in place of a stand-in or a name without a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parameter {
    /// Lower snake case, unique in a draft.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What to enter and where to find it.
    pub help: String,
    /// The id of its placeholder type.
    pub type_id: &'static str,
    /// The only values it takes; empty for all of its type.
    pub choices: Vec<String>,
    /// Whether it takes a list of values.
    pub is_list: bool,
}

impl Parameter {
    pub fn of_placeholder(placeholder: &Placeholder, is_list: bool) -> Self {
        Parameter {
            name: placeholder.name.clone(),
            label: placeholder.label.clone(),
            help: placeholder.help.clone(),
            type_id: placeholder.kind.id,
            choices: placeholder.choices.clone(),
            is_list,
        }
    }

    pub fn of_need(need: &Need) -> Self {
        Parameter {
            name: need.id.to_owned(),
            label: need.label.to_owned(),
            help: need.help.to_owned(),
            type_id: need.type_id,
            choices: Vec::new(),
            is_list: false,
        }
    }

    /// Label and help as one text without backticks, for formats whose descriptions are plain.
    pub fn description(&self) -> String {
        format!("{}. {}", self.label, self.help).replace('`', "")
    }

    /// The regular expression that a whole value matches, understood by Java and RE2 alike.
    pub fn pattern(&self) -> &'static str {
        pattern::of_type(self.type_id)
    }

    /// The name in a format that joins words by capitals: `BucketName`.
    pub fn capitalised(&self) -> String {
        capitalised(&self.name)
    }
}

/// A name of letters and digits, each of its words with a capital: of `my-policy 2`, `MyPolicy2`.
pub(super) fn capitalised(name: &str) -> String {
    let words = name.split(|one: char| !one.is_ascii_alphanumeric());
    words
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<Vec<char>>()
        })
        .collect()
}
