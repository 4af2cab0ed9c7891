//! Formats in which policies leave the editor: one file per format, listed here.
//!
//! Each format reads the same draft: the policies as values whose texts are cut into what stands fixed and what a parameter fills in.
//! Each has its own quoting, because a policy variable such as `${aws:username}` means something else in most of them.

mod draft;
mod input;
mod need;
mod output;
mod parameter;
mod pattern;
mod reading;
mod refusal;
mod stack;
mod target;
mod text;
mod value;

pub use input::{ExportInput, Holder, Names};
pub use need::Need;
pub use refusal::Refusal;

use crate::engine::policy::Attachment;
use draft::Draft;

/// Policies in one format, ready to be copied or saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// A name for the saved file, with its extension.
    pub file_name: String,
    /// The media type of the saved file.
    pub media_type: &'static str,
    /// The policies in the format, without a line break at the end.
    pub text: String,
}

/// What a format does with stand-ins that have no value yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandIns {
    /// They must be filled in first.
    Refused,
    /// They can become parameters of the format; else they must be filled in first.
    Parameters,
    /// They stay as they are, because the format is for templates.
    Kept,
}

/// How many policies one export of a format holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One policy.
    One,
    /// Any number of policies, those of one role together.
    Several,
}

/// A format that policies can be exported to.
#[derive(Debug, Clone, Copy)]
pub struct Exporter {
    /// The name in the command's options and in links: lower case, hyphens.
    pub id: &'static str,
    /// The name for people.
    pub label: &'static str,
    /// What it is for, in one sentence.
    pub purpose: &'static str,
    /// The media type of what it writes.
    pub media_type: &'static str,
    /// The extension of a saved file, without its dot.
    pub extension: &'static str,
    /// What it does with stand-ins that have no value yet.
    pub stand_ins: StandIns,
    /// How many policies it takes at once.
    pub holds: Holds,
    /// Whether it says where the policy is attached, and so takes the names in [`ExportInput::names`].
    pub attaches: bool,
    /// The places for which it creates a resource of its own, so that it needs no existing one.
    creates: &'static [Attachment],
    /// Writes the policies in the format.
    render: fn(&Draft<'_>) -> Result<String, Refusal>,
}

impl Exporter {
    /// The policies in this format, with a file name after the first one's name or kind: `trust-policy.json`.
    ///
    /// Refused where a value or name is missing, where the text is no JSON, and where the format has no place for such a policy.
    pub fn export(&self, inputs: &[ExportInput<'_>]) -> Result<Export, Refusal> {
        let draft = Draft::new(self, inputs)?;
        Ok(Export {
            file_name: format!("{}.{}", draft.file_stem(), self.extension),
            media_type: self.media_type,
            text: (self.render)(&draft)?,
        })
    }

    /// The names that this format asks for with such a policy, given or not, in the order of the page's fields.
    pub fn needs(&self, input: &ExportInput<'_>) -> Vec<&'static Need> {
        match self.attaches {
            true => need::of(input, self.creates),
            false => Vec::new(),
        }
    }
}

/// Makes the modules of the formats and their table, in the order of the page's menu.
macro_rules! exporters {
    ($($format:ident),+ $(,)?) => {
        $(mod $format;)+

        /// Every format, in the order of the page's menu.
        pub static EXPORTERS: &[Exporter] = &[$($format::EXPORTER),+];
    };
}

exporters![
    json,
    json_minified,
    yaml,
    cloudformation,
    cloudformation_json
];

/// The format with this [`Exporter::id`].
pub fn find(id: &str) -> Option<&'static Exporter> {
    EXPORTERS.iter().find(|exporter| exporter.id == id)
}

/// The policy as a person copies it: the shown text without a byte order mark and without white space round it.
pub fn policy_text(shown: &str) -> &str {
    let outside = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    shown.trim_matches(outside)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
