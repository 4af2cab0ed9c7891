//! A policy that is to be changed: what it permits, and what it would permit after some edits.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use super::comparison::{Comparison, compare};
use super::denials::denials;
use super::reading::{KNOWN, Permissions};
use super::statement::Statement;
use super::{AccessEffect, effect_of};
use crate::engine::policy::Policy;
use crate::engine::syntax::{Tree, parse};
use crate::engine::text::{Edit, Edits, Span};

/// A policy as it stands; it is read at the first question, and only once.
#[derive(Clone, Debug)]
pub struct Original {
    tree: Arc<Tree>,
    permissions: OnceCell<Permissions>,
}

impl Original {
    /// A policy that may have errors of syntax.
    pub fn new(tree: Arc<Tree>) -> Self {
        Self {
            tree,
            permissions: OnceCell::new(),
        }
    }

    /// How the access it gives after the edits compares with that of before; `None` where they do not fit its text.
    pub fn changed(&self, edits: &Edits) -> Option<Comparison> {
        let before = self.permissions();
        if let Some(after) = self.read_changed_parts(edits) {
            return Some(compare(before, &after, None));
        }
        let after = parse(&edits.apply(self.tree.text())?);
        Some(compare(before, &Permissions::read(&after), None))
    }

    /// What the edits do to access by what the policy denies, whatever else allows it.
    ///
    /// [`AccessEffect::Same`] where they touch no `Deny`; [`AccessEffect::Unknown`] where they do not fit the text.
    pub fn effect_by_denials(&self, edits: &Edits) -> AccessEffect {
        if !self.touches_denial(edits) {
            return AccessEffect::Same;
        }
        let Some(after) = edits.apply(self.tree.text()) else {
            return AccessEffect::Unknown;
        };
        match effect_of(&denials(&self.tree), &denials(&parse(&after))) {
            AccessEffect::Less => AccessEffect::More,
            AccessEffect::More => AccessEffect::Less,
            effect => effect,
        }
    }

    fn touches_denial(&self, edits: &Edits) -> bool {
        let policy = Policy::new(&self.tree);
        let mut denials = policy
            .statements()
            .iter()
            .filter(|statement| statement.denies())
            .map(|statement| self.tree.span(statement.node));
        denials.any(|span| edits.iter().any(|edit| edit.span.overlaps(span)))
    }

    fn permissions(&self) -> &Permissions {
        self.permissions
            .get_or_init(|| Permissions::read(&self.tree))
    }

    /// The permissions after the edits, with the statements shared that no edit touches.
    ///
    /// `None` where the text has errors of syntax before or after, or a statement would be read otherwise than before.
    fn read_changed_parts(&self, edits: &Edits) -> Option<Permissions> {
        let before = self.permissions();
        if !before.others.is_empty() || !self.tree.errors().is_empty() {
            return None;
        }
        let statements = before.spans.iter().copied().zip(&before.statements);
        let untouched: Vec<(Span, &Rc<Statement>)> = statements
            .filter(|(span, _)| !edits.iter().any(|edit| edit.span.overlaps(*span)))
            .collect();
        let stand_ins = untouched
            .iter()
            .map(|(span, _)| Edit::replace(*span, KNOWN));
        let outline = Edits::new(stand_ins.chain(edits.iter().cloned()).collect())?;
        let outline = parse(&outline.apply(self.tree.text())?);
        let known: Vec<Rc<Statement>> = untouched.iter().map(|(_, one)| (*one).clone()).collect();
        let after = Permissions::read_around(&outline, &known);
        let is_read = outline.errors().is_empty() && after.language == before.language;
        is_read.then_some(after)
    }
}
