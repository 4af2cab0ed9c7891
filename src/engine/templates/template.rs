//! A policy template: its text, its placeholders, and what a person needs to know to use it.

use crate::engine::placeholders::Declaration;

/// A policy template, as read from its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The name of the file without `.json`; never changes once published.
    pub id: String,
    /// The name people know it by.
    pub title: String,
    /// Whose product or service the policy is for.
    pub provider: String,
    /// What kind of policy it is.
    pub kind: TemplateKind,
    /// Whether the text is a document's or ours.
    pub variant: Variant,
    /// The id of the template that is the other variant of this one.
    pub variant_of: Option<String>,
    /// One sentence: what the policy is for.
    pub summary: String,
    /// Further words to find it by.
    pub keywords: Vec<String>,
    /// Where the policy goes.
    pub attach_as: AttachAs,
    /// In the order of the fields on the page.
    pub placeholders: Vec<DeclaredPlaceholder>,
    /// The policy, with placeholders or stand-ins in it; every line is ended by a line feed.
    pub text: String,
    /// The services of its actions, as prefixes in lower case, in the order they first occur.
    pub services: Vec<String>,
    /// The steps in the console, in order.
    pub where_to_paste: Vec<String>,
    /// What to know before using it.
    pub notes: Vec<String>,
    /// Findings that stay even when everything is filled in.
    pub known_findings: Vec<KnownFinding>,
    /// Ids of templates that complete this one.
    pub pairs_with: Vec<String>,
    /// ARNs of AWS managed policies to attach with it or in its place.
    pub managed_policies: Vec<String>,
    /// Names that the documents behind it give to users, roles and policies.
    pub published_names: Vec<PublishedName>,
    /// The documents its facts come from.
    pub sources: Vec<Source>,
}

impl Template {
    /// The title, with the variant where there are two of it.
    pub fn label(&self) -> String {
        match (self.variant, &self.variant_of) {
            (Variant::AsPublished, _) => format!("{} (as published)", self.title),
            (Variant::Tightened, Some(_)) => format!("{} (tightened)", self.title),
            (Variant::Tightened, None) => self.title.clone(),
        }
    }

    /// Its placeholders, as whoever recognises them in its text needs to know them.
    pub fn declarations(&self) -> Vec<Declaration> {
        let placeholders = self.placeholders.iter();
        placeholders.map(DeclaredPlaceholder::declaration).collect()
    }
}

/// What kind of policy a template is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateKind {
    /// Says what a user, group or role may do.
    Identity,
    /// Says who may use a role.
    Trust,
    /// Says who may use a resource.
    Resource,
    /// Says what an organization's accounts may do at most.
    Scp,
}

impl TemplateKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Identity, Self::Trust, Self::Resource, Self::Scp];

    /// The kind as template files write it: `identity`, `trust`, `resource`, `scp`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Trust => "trust",
            Self::Resource => "resource",
            Self::Scp => "scp",
        }
    }
}

/// Whether a template's text is a document's or ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// As a document prints it, but for what had to be repaired.
    AsPublished,
    /// Ours: the same purpose with less access.
    Tightened,
}

impl Variant {
    /// Every variant.
    pub const ALL: [Self; 2] = [Self::AsPublished, Self::Tightened];

    /// The variant as template files write it: `as-published`, `tightened`.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsPublished => "as-published",
            Self::Tightened => "tightened",
        }
    }
}

/// Where a policy goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachAs {
    /// For machines: `managed-policy`, `inline-user`, `inline-group`, `inline-role` or `role-trust`; it decides the quota.
    pub target: String,
    /// For people: the same as a sentence, with whom it is for.
    pub how: String,
}

/// A placeholder as a template declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredPlaceholder {
    /// Lower snake case, unique in the template.
    pub name: String,
    /// How a published policy writes it, `USERNAME`; `None` where the text has `{{name}}`.
    pub stand_in: Option<String>,
    /// The id of its placeholder type, such as `account-id`.
    pub placeholder_type: String,
    /// What the field is called.
    pub label: String,
    /// What to type, or where to find it.
    pub hint: String,
    /// A value of its type; for a list, one entry a line.
    pub example: String,
    /// What the field holds at first.
    pub default: Option<String>,
    /// The only values it takes; empty means any value of its type.
    pub choices: Vec<String>,
}

impl DeclaredPlaceholder {
    fn declaration(&self) -> Declaration {
        Declaration {
            name: self.name.clone(),
            type_id: self.placeholder_type.clone(),
            label: self.label.clone(),
            hint: self.hint.clone(),
            example: self.example.lines().map(str::to_owned).collect(),
            default: self.default.clone(),
            choices: self.choices.clone(),
            ..Declaration::default()
        }
    }
}

/// A finding that stays on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFinding {
    /// The issue code.
    pub code: String,
    /// Why it stays, as a sentence.
    pub why: String,
}

/// A name that a document gives to something in the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedName {
    /// `user`, `role` or `policy`.
    pub what: String,
    /// The name.
    pub name: String,
}

/// A document that facts come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The document: repository and path, or title.
    pub reference: String,
    /// Its date, or the day it was read where it has none: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// Which facts came from it.
    pub used_for: String,
}
