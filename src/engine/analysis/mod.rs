//! The engine's front: an immutable snapshot of a text with its values, and one method for each thing that can be asked about it.

mod accepted;
mod findings;
mod fitting;
mod highlight;
mod lasting;
mod places;
mod repairs;
mod size;
mod stand_ins;
mod summary;
mod verdict;

pub use places::View;
pub use size::Size;
pub use verdict::{NOT_LOOKED_AT, Verdict};

use std::sync::Arc;

use crate::engine::acceptance::{self, Acceptance};
use crate::engine::catalog::Catalog;
use crate::engine::checks::{Context, Effects, Finding, Fix, Options};
use crate::engine::export::{self, Export, ExportInput, Exporter, Names, Refusal};
use crate::engine::meaning::AccessEffect;
use crate::engine::placeholders::{
    self, Class, Declaration, FillMode, Filled, Placeholder, ValueState, Values,
};
use crate::engine::policy::{self, Attachment, KindChoice, Policy, PolicyKind};
use crate::engine::syntax::{self, Tree};
use crate::engine::text::OffsetMap;

/// What an [`Analysis`] is made of.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The text as the user has it, stand-ins included.
    pub text: &'a str,
    /// What a template declares of its placeholders; empty for pasted text.
    pub declared: &'a [Declaration],
    /// The values typed so far.
    pub values: &'a Values,
    /// The kind of policy, where it was set.
    pub kind: KindChoice,
    /// Where the policy will be attached, where that was chosen.
    pub attachment: Option<Attachment>,
    /// What the checks are to do.
    pub options: Options,
    /// The AWS service reference; without one only syntax and grammar are checked.
    pub catalog: Option<&'a Arc<Catalog>>,
    /// The findings that a person has accepted.
    pub accepted: &'a [Acceptance],
}

/// Everything there is to say about one text with one set of values.
///
/// Three texts are in play.
/// The *template* is what the user has; every span and edit that leaves here is in its bytes.
/// The *shown* text has each value that was typed in the place of its stand-in.
/// The *checked* text has a well-formed value in each place, typed or neutral, and is what the checks read.
/// Where nothing stands in for anything, the three are one and the same in memory.
///
/// Made in time and memory that grow linearly with the text.
#[derive(Debug, Clone)]
pub struct Analysis {
    template: Arc<Tree>,
    placeholders: Vec<Placeholder>,
    states: Vec<ValueState>,
    shown: Filled,
    kind: PolicyKind,
    attachment: Option<Attachment>,
    recognised: Option<Attachment>,
    findings: Vec<Finding>,
    effects: Option<Effects>,
    /// For each finding, the number of its acceptance.
    marks: Vec<Option<usize>>,
    is_checked: bool,
    again: Again,
}

/// What a second analysis of a changed text needs.
#[derive(Debug, Clone)]
struct Again {
    declared: Vec<Declaration>,
    values: Values,
    kind: KindChoice,
    options: Options,
    catalog: Option<Arc<Catalog>>,
    accepted: Vec<Acceptance>,
}

impl Analysis {
    /// Reads, fills and checks the text.
    pub fn new(request: Request<'_>) -> Self {
        let template = Arc::new(syntax::parse(request.text));
        let placeholders = placeholders::recognise(&template, request.declared);
        let states = placeholders
            .iter()
            .map(|one| placeholders::value_state(one, request.values))
            .collect();
        let (shown, checked) = filled(&template, &placeholders, request.values);
        let checked_tree = tree_of(&checked, &template);
        let policy = Policy::new(&checked_tree);
        let kind = kind_of(&policy, request.kind);
        let context = Context {
            tree: &checked_tree,
            policy,
            kind,
            attachment: request.attachment,
            placeholders: &placeholders,
            pieces: &checked.pieces,
            shown: &shown.text,
            options: &request.options,
            catalog: request.catalog.map(Arc::as_ref),
            found: Default::default(),
        };
        let recognised = match kind {
            PolicyKind::Resource => Attachment::guess(&context.policy),
            _ => None,
        };
        let (mut findings, effects) =
            findings::in_template(&context, &checked_tree, &checked.map, template.text());
        let marks = acceptance::mark(request.accepted, &mut findings, &template);
        Analysis {
            template,
            placeholders,
            states,
            shown,
            kind,
            attachment: request.attachment,
            recognised,
            findings,
            effects: Some(effects),
            marks,
            is_checked: true,
            again: Again::of(&request),
        }
    }

    /// Takes the text as it is, for one that is too large to be read at every key.
    ///
    /// There are no placeholders and no findings, and the verdict says that nothing was checked.
    pub fn unchecked(request: Request<'_>) -> Self {
        let template = Arc::new(syntax::unread(request.text));
        let (shown, _) = filled(&template, &[], request.values);
        Analysis {
            kind: kind_of(&Policy::new(&template), request.kind),
            template,
            placeholders: Vec::new(),
            states: Vec::new(),
            shown,
            attachment: request.attachment,
            recognised: None,
            findings: Vec::new(),
            effects: None,
            marks: Vec::new(),
            is_checked: false,
            again: Again::of(&request),
        }
    }

    /// The same question about another text.
    fn of_changed(&self, text: &str) -> Self {
        let Again {
            declared,
            values,
            kind,
            options,
            catalog,
            accepted,
        } = &self.again;
        Self::new(Request {
            text,
            declared,
            values,
            kind: *kind,
            attachment: self.attachment,
            options: *options,
            catalog: catalog.as_ref(),
            accepted,
        })
    }

    /// The template, as it was given.
    pub fn text(&self) -> &Arc<str> {
        self.template.text()
    }

    /// The template as a tree.
    pub fn tree(&self) -> &Tree {
        &self.template
    }

    /// The template with the typed values in place; what is typed and not valid stands in it as typed.
    pub fn shown(&self) -> &Filled {
        &self.shown
    }

    /// What in the template stands for a value, in the order of first use.
    pub fn placeholders(&self) -> &[Placeholder] {
        &self.placeholders
    }

    /// What is known of the value of the placeholder at `index`; unfilled where there is no such placeholder.
    pub fn value_state(&self, index: usize) -> &ValueState {
        self.states.get(index).unwrap_or(&ValueState::Unfilled)
    }

    /// What is known of the value of each placeholder, in their order.
    pub fn value_states(&self) -> &[ValueState] {
        &self.states
    }

    /// The placeholders that stop a copy, in order: stand-ins without a value, and any whose value is not valid.
    ///
    /// Sample values and vendors' accounts may stay as they are.
    pub fn missing(&self) -> Vec<usize> {
        let stops = |(placeholder, state): (&Placeholder, &ValueState)| match state {
            ValueState::Unfilled => placeholder.class == Class::Placeholder,
            ValueState::Invalid(_) => true,
            ValueState::Valid(_) => false,
        };
        let pairs = self.placeholders.iter().zip(&self.states).enumerate();
        pairs
            .filter(|(_, pair)| stops(*pair))
            .map(|(index, _)| index)
            .collect()
    }

    /// The values that it was made with.
    pub fn values(&self) -> &Values {
        &self.again.values
    }

    /// The kind of policy, set or recognised.
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// Whether the kind was read off the text rather than set.
    pub fn kind_is_recognised(&self) -> bool {
        self.again.kind == KindChoice::Auto
    }

    /// Where the policy is to be attached: as chosen, or else as its resources and actions tell, or else the usual place for its kind.
    pub fn attachment(&self) -> Option<Attachment> {
        let usual = Attachment::for_kind(self.kind);
        [self.attachment, self.recognised]
            .into_iter()
            .flatten()
            .find(|attachment| usual.contains(attachment))
            .or_else(|| usual.first().copied())
    }

    /// The AWS service reference that the checks read; `None` where only syntax and grammar were checked.
    pub fn catalog(&self) -> Option<&Arc<Catalog>> {
        self.again.catalog.as_ref()
    }

    /// What the checks found, ordered by place in the template, then by code.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What a fix of one of the findings does to the access that the policy gives; worked out at the first question.
    pub fn effect_of(&self, fix: &Fix) -> AccessEffect {
        let effects = self.effects.as_ref();
        effects.map_or(AccessEffect::Unknown, |effects| effects.of(fix))
    }

    /// The policy in a format; stand-ins without a value become parameters where `parameters` and the format say so.
    pub fn export(
        &self,
        exporter: &Exporter,
        names: &Names,
        parameters: bool,
    ) -> Result<Export, Refusal> {
        exporter.export(&[self.export_input(names, parameters)])
    }

    /// What an exporter is given of this policy, to be exported alone or with others.
    pub fn export_input<'a>(&'a self, names: &'a Names, parameters: bool) -> ExportInput<'a> {
        ExportInput {
            template: self.template.text(),
            shown: &self.shown.text,
            kind: self.kind,
            attachment: self.attachment.or(self.recognised),
            placeholders: &self.placeholders,
            pieces: &self.shown.pieces,
            names,
            parameters,
        }
    }

    /// The shown text as a person copies it, whatever is missing in it or wrong.
    pub fn policy_text(&self) -> &str {
        export::policy_text(&self.shown.text)
    }
}

impl Again {
    fn of(request: &Request<'_>) -> Self {
        Again {
            declared: request.declared.to_vec(),
            values: request.values.clone(),
            kind: request.kind,
            options: request.options,
            catalog: request.catalog.cloned(),
            accepted: request.accepted.to_vec(),
        }
    }
}

fn kind_of(policy: &Policy, choice: KindChoice) -> PolicyKind {
    match choice {
        KindChoice::Auto => policy::kind_of(policy),
        KindChoice::Set(kind) => kind,
    }
}

/// The shown and the checked text.
fn filled(template: &Tree, placeholders: &[Placeholder], values: &Values) -> (Filled, Filled) {
    if placeholders.is_empty() {
        let same = Filled {
            text: template.text().clone(),
            map: OffsetMap::default(),
            pieces: Vec::new(),
        };
        return (same.clone(), same);
    }
    let fill = |mode| placeholders::fill(template, placeholders, values, mode);
    (fill(FillMode::Shown), fill(FillMode::Checked))
}

/// The tree of a filled text: the template's own where the texts are the same.
fn tree_of(filled: &Filled, template: &Arc<Tree>) -> Arc<Tree> {
    if filled.text == *template.text() {
        return template.clone();
    }
    Arc::new(syntax::parse(&filled.text))
}
