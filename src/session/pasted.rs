//! A text that came in whole, what was recognised in it, and the documents that come of it.

use super::document::Document;
use super::owner::{Owner, OwnerKind};
use super::reading::is_large;
use crate::engine::policy::KindChoice;
use crate::engine::unwrapping::{self, FoundPolicy, Paste};
use std::rc::Rc;
use std::sync::Arc;

/// A text that was pasted, dropped or opened and is more than a policy by itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Pasted {
    /// What the document with the whole text is called.
    name: String,
    text: Arc<str>,
    recognised: Paste,
}

/// What a document has of a pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// All of it, at first just as it came.
    Whole(Rc<Pasted>),
    /// One policy.
    Policy {
        /// The text that the policy was taken out of.
        of: Rc<Pasted>,
        /// The policy's place among those of the text, from 0.
        number: usize,
    },
}

impl Pasted {
    /// Takes a text apart; `None` where there is nothing to say: it is a policy and no more, blank, one key, or too large to be read at once.
    pub(super) fn read(name: &str, text: &str) -> Option<Self> {
        let is_key = text.chars().nth(1).is_none();
        if is_key || text.trim().is_empty() || is_large(text) {
            return None;
        }
        let recognised = unwrapping::read(text);
        let is_bare = recognised.is_bare_policy(text.trim_end());
        (!is_bare).then(|| Pasted {
            name: name.to_owned(),
            text: text.into(),
            recognised,
        })
    }

    /// The text as it came.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// What was recognised in it.
    pub fn recognised(&self) -> &Paste {
        &self.recognised
    }

    /// Whether the text is one policy and things that no policy needs, so that taking it out asks no question.
    pub(super) fn is_one_wrapped_policy(&self) -> bool {
        let paste = &self.recognised;
        let mut left_aside = paste.sources.iter().map(|source| &source.left_aside);
        paste.policies().count() == 1
            && paste.left_aside.is_empty()
            && left_aside.all(Vec::is_empty)
    }

    /// The document with the text as it came.
    pub(super) fn whole(self: &Rc<Self>, id: u32) -> Document {
        Document {
            origin: Some(Origin::Whole(self.clone())),
            ..Document::new(id, self.name.as_str(), self.text.clone())
        }
    }

    /// The document with the policy of this number; `None` where there is none.
    pub(super) fn policy(self: &Rc<Self>, number: usize, id: u32) -> Option<Document> {
        let found = self.recognised.policies().nth(number)?;
        Some(Document {
            kind: found.kind.map_or(KindChoice::Auto, KindChoice::Set),
            attachment: found.attachment,
            owner: owner_of(found),
            origin: Some(Origin::Policy {
                of: self.clone(),
                number,
            }),
            ..Document::new(id, self.name_of(found), found.text.text())
        })
    }

    /// The only policy of a file without a name of its own is called as the file is.
    fn name_of<'p>(&'p self, found: &'p FoundPolicy) -> &'p str {
        let is_unnamed = found.name == unwrapping::UNNAMED;
        if is_unnamed { &self.name } else { &found.name }
    }
}

impl Origin {
    /// The text that came in.
    pub fn pasted(&self) -> &Rc<Pasted> {
        match self {
            Origin::Whole(pasted) | Origin::Policy { of: pasted, .. } => pasted,
        }
    }
}

/// Whom the policy belongs to, as the text says; a managed policy belongs to nobody.
fn owner_of(found: &FoundPolicy) -> Option<Owner> {
    let owner = found.owner.as_ref()?;
    let (what, name) = match owner.what {
        "role" => (OwnerKind::Role, owner.id.clone()),
        "user" => (OwnerKind::User, owner.id.clone()),
        "group" => (OwnerKind::Group, owner.id.clone()),
        "managed policy" => return None,
        what => (
            OwnerKind::Resource,
            capitalised(&format!("{what} {}", owner.id)),
        ),
    };
    Some(Owner { what, name })
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
