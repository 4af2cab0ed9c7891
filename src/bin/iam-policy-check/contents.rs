//! A file as the documents in it: a policy alone, or the policies of a page, a template, a response, a program.

use std::rc::Rc;

use iam_policy_editor::engine::checks::Fix;
use iam_policy_editor::engine::policy::{Attachment, PolicyKind};
use iam_policy_editor::engine::text::{Edit, Span};
use iam_policy_editor::engine::unwrapping::{
    self, Excerpt, Form, FoundPolicy, Notation, Paste, Source,
};

/// A document that can be checked.
pub struct Document {
    /// The file as given on the command line; `-` for standard input.
    pub file: String,
    /// The policy's text.
    pub text: String,
    /// Where it stands, for one of the policies that a file holds.
    pub place: Option<Place>,
}

/// The place of a policy in a file.
pub struct Place {
    /// The file's text.
    whole: Rc<str>,
    pub name: String,
    /// The line it begins on, from 1.
    pub line: usize,
    pub kind: Option<PolicyKind>,
    pub attachment: Option<Attachment>,
    excerpt: Excerpt,
    /// Whether it stands in the file as JSON, so that an edit of it is one of the file.
    is_written_out: bool,
}

impl Document {
    /// A file that is a policy itself, or is meant to be one.
    fn alone(file: String, text: String) -> Self {
        Document {
            file,
            text,
            place: None,
        }
    }

    /// The text in which people look for the places.
    pub fn whole(&self) -> &str {
        self.place.as_ref().map_or(&self.text, |place| &place.whole)
    }

    /// The file, and which policy of it is meant.
    pub fn label(&self) -> String {
        match &self.place {
            Some(place) => format!("{}:{} ({})", self.file, place.line, place.name),
            None => self.file.clone(),
        }
    }

    /// Where a stretch of the policy stands in the file.
    pub fn origin(&self, span: Span) -> Span {
        self.place
            .as_ref()
            .map_or(span, |place| place.excerpt.origin(span))
    }

    /// An edit of the policy as one of the file; `None` where the file does not have that text.
    fn origin_of_edit(&self, edit: &Edit) -> Option<Edit> {
        let Some(place) = &self.place else {
            return Some(edit.clone());
        };
        let span = place
            .excerpt
            .verbatim_origin(edit.span)
            .filter(|_| place.is_written_out)?;
        Some(Edit::replace(span, edit.text.clone()))
    }

    /// The changes that a fix makes to the file; `None` where the file does not have the text that it changes.
    pub fn edits_in_file(&self, fix: &Fix) -> Option<Vec<Edit>> {
        let edits = fix.edits.iter();
        edits.map(|edit| self.origin_of_edit(edit)).collect()
    }
}

/// The documents of a file in the order of the text: one, unless the file holds policies in something else.
pub fn documents(file: String, text: String) -> Vec<Document> {
    let paste = unwrapping::read(&text);
    if !holds_policies(&paste) {
        return vec![Document::alone(file, text)];
    }
    let whole: Rc<str> = text.into();
    let policies = paste.sources.into_iter().flat_map(|source| source.policies);
    policies
        .map(|policy| in_file(&file, &whole, policy))
        .collect()
}

/// Whether a file is something other than a policy: what is a policy with faults is checked with its faults.
fn holds_policies(paste: &Paste) -> bool {
    let is_other = |source: &Source| {
        let is_policy = matches!(
            source.form,
            Form::Policy | Form::Statement | Form::Statements
        );
        source.notation != Notation::Json || !is_policy
    };
    paste.policies().next().is_some() && (paste.is_page || paste.sources.iter().any(is_other))
}

fn in_file(file: &str, whole: &Rc<str>, policy: FoundPolicy) -> Document {
    Document {
        file: file.to_owned(),
        text: policy.text.text().to_owned(),
        place: Some(Place {
            is_written_out: policy.is_written_out_in(whole),
            whole: Rc::clone(whole),
            name: policy.name,
            line: policy.line,
            kind: policy.kind,
            attachment: policy.attachment,
            excerpt: policy.text,
        }),
    }
}
