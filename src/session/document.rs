//! One policy of the workspace: its text, and what has been said about it.

use super::owner::Owner;
use super::pasted::Origin;
use crate::engine::acceptance::Acceptance;
use crate::engine::placeholders::Declaration;
use crate::engine::policy::{Attachment, KindChoice};
use std::rc::Rc;
use std::sync::Arc;

/// One policy of the workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Unique in the workspace, and new for each text that takes a document's place.
    pub id: u32,
    /// What people call it: the template's title, or the file's name without its extension.
    pub name: String,
    /// The text as the person has it, with stand-ins in it.
    pub text: Arc<str>,
    /// The kind of policy, recognised or set.
    pub kind: KindChoice,
    /// Where the policy goes; `None` follows the kind.
    pub attachment: Option<Attachment>,
    /// The id of the template that it came from.
    pub template: Option<String>,
    /// What the template says about its placeholders.
    pub declared: Rc<[Declaration]>,
    /// The role, user, group or resource that the policy belongs to, where that is known.
    pub owner: Option<Owner>,
    /// The findings that the person has accepted, those included that do not apply any more.
    pub accepted: Rc<[Acceptance]>,
    /// What the document was pasted as, where there is something to say about that.
    pub origin: Option<Origin>,
}

/// The longest stem of a file name, in characters.
const STEM_LENGTH: usize = 80;

impl Document {
    /// A document of its own, of which only name and text are known.
    pub fn new(id: u32, name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Document {
            id,
            name: name.into(),
            text: text.into(),
            kind: KindChoice::Auto,
            attachment: None,
            template: None,
            declared: Rc::new([]),
            owner: None,
            accepted: Rc::new([]),
            origin: None,
        }
    }

    /// Whether there is nothing in it but blanks.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A file name from the document's name: `Batchly: onboarding user` gives `batchly-onboarding-user.json`.
    pub fn file_name(&self, extension: &str) -> String {
        let name = self.name.to_lowercase();
        let words: Vec<&str> = name
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let stem: String = words.join("-").chars().take(STEM_LENGTH).collect();
        match stem.trim_end_matches('-') {
            "" => format!("policy.{extension}"),
            stem => format!("{stem}.{extension}"),
        }
    }
}

/// The name of a document from the name of its file, without folders and extensions.
pub(super) fn name_of_file(file_name: &str) -> String {
    let last = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = [".txt", ".json"]
        .iter()
        .fold(last, |name, extension| without_suffix(name, extension));
    stem.trim().to_owned()
}

fn without_suffix<'n>(name: &'n str, suffix: &str) -> &'n str {
    let cut = name.len().saturating_sub(suffix.len());
    match name.split_at_checked(cut) {
        Some((stem, end)) if end.eq_ignore_ascii_case(suffix) => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derives_a_file_name_from_the_name() {
        for (name, file_name) in [
            ("Batchly: onboarding user", "batchly-onboarding-user.json"),
            ("  --  ", "policy.json"),
            ("", "policy.json"),
            ("../../etc/passwd", "etc-passwd.json"),
            ("Größe 2", "größe-2.json"),
        ] {
            assert_eq!(Document::new(1, name, "").file_name("json"), file_name);
        }
        let long = Document::new(1, "word ".repeat(40), "").file_name("json");
        assert!(
            long.len() <= STEM_LENGTH + ".json".len() && long.ends_with("d.json"),
            "{long}"
        );
    }

    #[test]
    fn names_a_document_after_its_file() {
        for (file_name, name) in [
            ("policy.json", "policy"),
            ("broken.JSON.txt", "broken"),
            ("folder/sub\\My policy.json", "My policy"),
            ("notes.md", "notes.md"),
            (".json", ""),
            ("é", "é"),
        ] {
            assert_eq!(name_of_file(file_name), name);
        }
    }
}
