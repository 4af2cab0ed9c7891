//! "Does mine match?": the active policy beside another one.

use super::State;
use super::document::Document;
use super::pasted::Pasted;
use crate::engine::analysis::Analysis;
use crate::engine::matching::{Compared, Match, closeness, closest_managed_policy, match_policies};
use crate::engine::placeholders::{Declaration, recognise};
use crate::engine::syntax::parse;
use crate::engine::templates::Template;
use std::rc::Rc;

/// What a policy can be compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counterpart {
    /// The template with this id.
    Template(String),
    /// The AWS managed policy with this name, as it is today.
    Managed(String),
    /// The open document with this id.
    Document(u32),
    /// A text that is pasted for it.
    Text,
}

impl Counterpart {
    /// The counterpart in one word, for a list to choose from.
    pub fn id(&self) -> String {
        match self {
            Self::Template(id) => format!("template:{id}"),
            Self::Managed(name) => format!("managed:{name}"),
            Self::Document(id) => format!("document:{id}"),
            Self::Text => "text".to_owned(),
        }
    }

    /// The counterpart with this [`Counterpart::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        match id.split_once(':') {
            Some(("template", id)) => Some(Self::Template(id.to_owned())),
            Some(("managed", name)) => Some(Self::Managed(name.to_owned())),
            Some(("document", id)) => Some(Self::Document(id.parse().ok()?)),
            _ => (id == "text").then_some(Self::Text),
        }
    }
}

/// A comparison that is on display, or waits for a policy to be opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparing {
    /// What the active policy is compared with; `None` until that is chosen.
    pub with: Option<Counterpart>,
    /// The text that was pasted for it.
    pub pasted: String,
    /// How they compare; `None` where there is nothing to compare.
    pub found: Option<Rc<Match>>,
}

/// Counterparts of one sort, under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterpartGroup {
    /// What the group is called.
    pub title: &'static str,
    /// Each with what the list says.
    pub entries: Vec<(Counterpart, String)>,
}

impl State {
    /// What the active policy can be compared with: what it comes closest to first.
    pub fn counterparts(&self) -> Vec<CounterpartGroup> {
        let group = |title, entries| CounterpartGroup { title, entries };
        let groups = [
            group("Closest", self.closest()),
            group("Your other policies", self.other_documents()),
            group("Templates", self.template_counterparts()),
            group("AWS managed policies of today", self.managed_counterparts()),
            group(
                "Another text",
                vec![(Counterpart::Text, "Paste a policy …".to_owned())],
            ),
        ];
        let filled = groups.into_iter().filter(|group| !group.entries.is_empty());
        filled.collect()
    }

    /// The managed policy and the template that the policy is like; of the template that it came from, always.
    pub(super) fn closest(&self) -> Vec<(Counterpart, String)> {
        if self.unchecked {
            return Vec::new();
        }
        let managed = self.closest_managed_policy();
        let template = self.template().or_else(|| self.closest_template());
        let template = template.map(|template| {
            (
                Counterpart::Template(template.id.clone()),
                format!("Template: {}", template.label()),
            )
        });
        managed.into_iter().chain(template).collect()
    }

    fn closest_managed_policy(&self) -> Option<(Counterpart, String)> {
        let catalog = self.reference.catalog.as_deref()?;
        let policy = closest_managed_policy(self.analysis.tree(), catalog)?;
        let label = format!("AWS managed policy: {} ({})", policy.name, policy.version);
        Some((Counterpart::Managed(policy.name.to_owned()), label))
    }

    /// Of templates that are as close, the last, so that our variant goes before what was published.
    fn closest_template(&self) -> Option<&Template> {
        let templates = self.gallery.templates.as_ref()?.search("").into_iter();
        let mine = self.analysis.tree();
        let close = templates
            .filter_map(|template| Some((closeness(mine, &parse(&template.text))?, template)));
        close.max_by_key(|(share, _)| *share).map(|(_, one)| one)
    }

    fn other_documents(&self) -> Vec<(Counterpart, String)> {
        let active = self.document().map(|document| document.id);
        let others = self.workspace.documents.iter();
        others
            .filter(|document| Some(document.id) != active && !document.is_blank())
            .map(|document| (Counterpart::Document(document.id), document.name.clone()))
            .collect()
    }

    fn template_counterparts(&self) -> Vec<(Counterpart, String)> {
        let templates = self.gallery.templates.iter();
        let templates = templates.flat_map(|gallery| gallery.search(""));
        templates
            .map(|template| (Counterpart::Template(template.id.clone()), template.label()))
            .collect()
    }

    fn managed_counterparts(&self) -> Vec<(Counterpart, String)> {
        let catalog = self.reference.catalog.iter();
        let versions = catalog.flat_map(|catalog| catalog.managed_policies());
        let mut entries: Vec<(Counterpart, String)> = Vec::new();
        for policy in versions {
            let counterpart = Counterpart::Managed(policy.name.to_owned());
            let label = format!("{} ({})", policy.name, policy.version);
            match entries.last_mut().filter(|last| last.0 == counterpart) {
                Some(last) => last.1 = label,
                None => entries.push((counterpart, label)),
            }
        }
        entries
    }

    /// What the counterpart is called, with its version where it has one.
    pub fn counterpart_name(&self, counterpart: &Counterpart) -> Option<String> {
        match counterpart {
            Counterpart::Text => Some("the pasted text".to_owned()),
            Counterpart::Template(_) => find_in(self.template_counterparts(), counterpart),
            Counterpart::Managed(_) => find_in(self.managed_counterparts(), counterpart),
            Counterpart::Document(_) => find_in(self.other_documents(), counterpart),
        }
    }

    /// How the active policy compares with the counterpart; `None` where one of them is not there, or mine is too large to be read at every key.
    pub(super) fn compared(&self, comparing: &Comparing) -> Option<Match> {
        let document = self.document()?;
        if document.is_blank() || self.unchecked {
            return None;
        }
        match comparing.with.as_ref()? {
            Counterpart::Template(id) => {
                let template = self.gallery.templates.as_ref()?.find(id)?;
                let text = self.workspace.in_its_partition(&template.text);
                Some(self.compared_with(&text, &template.declarations()))
            }
            Counterpart::Managed(name) => {
                let policy = self.reference.catalog.as_ref()?.managed_policy(name)?;
                let text = self.workspace.in_its_partition(policy.document);
                Some(self.compared_with(&text, &[]))
            }
            Counterpart::Document(id) => {
                let active = self.document().map(|document| document.id);
                let other: &Document = self
                    .workspace
                    .find(*id)
                    .filter(|one| Some(one.id) != active)?;
                Some(self.compared_with(&other.text, &other.declared))
            }
            Counterpart::Text if comparing.pasted.trim().is_empty() => None,
            Counterpart::Text => Some(self.compared_with(&only_policy(&comparing.pasted), &[])),
        }
    }

    fn compared_with(&self, text: &str, declared: &[Declaration]) -> Match {
        let tree = parse(text);
        let placeholders = recognise(&tree, declared);
        let mine: &Analysis = &self.analysis;
        match_policies(
            Compared {
                tree: mine.tree(),
                placeholders: mine.placeholders(),
            },
            Compared {
                tree: &tree,
                placeholders: &placeholders,
            },
            &self.workspace.values,
            self.reference.catalog.as_deref(),
        )
    }
}

fn find_in(entries: Vec<(Counterpart, String)>, wanted: &Counterpart) -> Option<String> {
    let mut entries = entries.into_iter();
    entries
        .find(|(counterpart, _)| counterpart == wanted)
        .map(|(_, name)| name)
}

/// The policy in a text that holds one in something else, or else the text itself.
pub(super) fn only_policy(text: &str) -> String {
    let pasted = Pasted::read("", text);
    let mut policies = pasted
        .iter()
        .flat_map(|pasted| pasted.recognised().policies());
    match (policies.next(), policies.next()) {
        (Some(only), None) => only.text.text().to_owned(),
        _ => text.to_owned(),
    }
}
