//! "Does mine match?": choosing what the active policy is compared with.

use super::refusal;
use super::turn::Turn;
use crate::session::comparing::{Comparing, Counterpart, only_policy};
use crate::session::message::{RefusalTarget, Tone};
use crate::session::state::Screen;
use crate::session::{CompareAction, CopyKind, Effect};
use std::rc::Rc;

impl Turn {
    pub(super) fn go_on_comparing(&mut self, action: CompareAction) {
        match action {
            CompareAction::Begin => self.begin_comparing(),
            CompareAction::With(counterpart) => self.compare_with(counterpart),
            CompareAction::SetText(text) => self.set_compared_text(text),
            CompareAction::CopyCounterpart => self.copy_counterpart(),
            CompareAction::Stop => self.state.comparing = None,
        }
    }

    /// Opens the comparison, with what the policy comes closest to.
    fn begin_comparing(&mut self) {
        let closest = self.state.closest().into_iter().next();
        self.state.comparing = Some(Comparing {
            with: closest.map(|(counterpart, _)| counterpart),
            ..Comparing::default()
        });
        self.compare_again();
    }

    /// Compares with this; where nothing is open yet, with what is opened next.
    fn compare_with(&mut self, counterpart: Counterpart) {
        let former = self.state.comparing.take().unwrap_or_default();
        let name = self.state.counterpart_name(&counterpart);
        self.state.comparing = Some(Comparing {
            with: Some(counterpart),
            ..former
        });
        self.compare_again();
        match (self.state.document().is_some(), name) {
            (true, _) => self.state.screen = Screen::Editor,
            (false, Some(name)) => self.notify(
                Tone::Info,
                format!(
                    "Paste or open the policy that you have: it is then compared with `{name}`."
                ),
            ),
            (false, None) => {}
        }
    }

    /// Takes over the text to compare with; one with a credential in it is emptied.
    pub(super) fn set_compared_text(&mut self, text: String) {
        let Some(comparing) = &mut self.state.comparing else {
            return;
        };
        // What is taken out of the text can be more than the text shows, where that is encoded.
        let refusal = refusal::of_text(&text, RefusalTarget::Compared)
            .or_else(|| refusal::of_text(&only_policy(&text), RefusalTarget::Compared));
        comparing.pasted = if refusal.is_some() {
            String::new()
        } else {
            text
        };
        self.state.refusal = refusal;
        self.compare_again();
    }

    /// Brings the comparison up to date with the policy, its values and its counterpart.
    pub(super) fn compare_again(&mut self) {
        if let Some(comparing) = self.state.comparing.take() {
            let found = self.state.compared(&comparing).map(Rc::new);
            self.state.comparing = Some(Comparing { found, ..comparing });
        }
    }

    /// Copies the text of the counterpart, with the values that are known in place.
    fn copy_counterpart(&mut self) {
        let comparing = self.state.comparing.as_ref();
        let found = comparing.and_then(|comparing| comparing.found.clone());
        if let Some(found) = found {
            self.state.copying = Some(CopyKind::Counterpart);
            self.ask(Effect::WriteClipboard {
                text: found.text_to_copy.clone(),
                kind: CopyKind::Counterpart,
            });
        }
    }
}
