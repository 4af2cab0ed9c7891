//! Accepting findings, taking that back, and the file of accepted findings.

use super::refusal;
use super::turn::Turn;
use crate::engine::acceptance::{
    Acceptance, AcceptedFindings, can_be_accepted, tidy_reason, without_repeats,
};
use crate::session::message::{RefusalTarget, Tone};
use crate::session::state::Screen;
use crate::session::{AcceptAction, Accepting, Document, Effect};

impl Turn {
    pub(super) fn go_on_accepting(&mut self, action: AcceptAction) {
        match action {
            AcceptAction::Begin(finding) => self.begin_accepting(finding),
            AcceptAction::SetReason(reason) => self.set_reason(reason),
            AcceptAction::Accept => self.accept(),
            AcceptAction::Stop => self.state.accepting = None,
            AcceptAction::Reopen(finding) => self.reopen(finding),
            AcceptAction::ForgetOutdated => self.forget_outdated_acceptances(),
            AcceptAction::Download => self.download_accepted(),
        }
    }

    /// Opens the field for a reason; an error has none, because AWS refuses it whatever anybody says.
    fn begin_accepting(&mut self, finding: usize) {
        let found = self.state.analysis.findings().get(finding);
        let is_open = found.is_some_and(|found| can_be_accepted(found) && found.accepted.is_none());
        self.state.accepting = is_open.then(|| Accepting {
            finding,
            reason: String::new(),
            problem: None,
        });
    }

    /// Takes over what the field holds; one with a credential in it is emptied.
    pub(super) fn set_reason(&mut self, reason: String) {
        let Some(accepting) = &mut self.state.accepting else {
            return;
        };
        let refusal = refusal::of_text(&reason, RefusalTarget::Reason);
        accepting.problem = None;
        accepting.reason = if refusal.is_some() {
            String::new()
        } else {
            reason
        };
        self.state.refusal = refusal;
    }

    fn accept(&mut self) {
        let Some(accepting) = &mut self.state.accepting else {
            return;
        };
        match tidy_reason(&accepting.reason) {
            Ok(reason) => {
                let finding = accepting.finding;
                self.accept_for(finding, reason);
            }
            Err(problem) => accepting.problem = Some(problem),
        }
    }

    fn accept_for(&mut self, finding: usize, reason: String) {
        if let Some(acceptance) = self.state.analysis.acceptance(finding, reason) {
            let code = acceptance.code.clone();
            self.change_accepted(|accepted| accepted.push(acceptance));
            self.notify(
                Tone::Success,
                format!("Accepted: `{code}`. It stays listed under Accepted."),
            );
        }
    }

    fn reopen(&mut self, finding: usize) {
        let Some(number) = self.state.analysis.acceptance_of(finding) else {
            return;
        };
        self.change_accepted(|accepted| {
            if number < accepted.len() {
                accepted.remove(number);
            }
        });
        self.notify(Tone::Info, "Reopened: the finding counts again.");
    }

    fn forget_outdated_acceptances(&mut self) {
        let outdated = self.state.analysis.outdated_acceptances();
        self.change_accepted(|accepted| {
            let mut numbers = 0..;
            accepted.retain(|_| {
                let is_outdated = |number| outdated.binary_search(&number).is_ok();
                !numbers.next().is_some_and(is_outdated)
            });
        });
    }

    fn change_accepted(&mut self, change: impl FnOnce(&mut Vec<Acceptance>)) {
        let workspace = self.state.workspace.with_document(|document| {
            let mut accepted = document.accepted.to_vec();
            change(&mut accepted);
            document.accepted = accepted.into();
        });
        self.change(workspace);
    }

    fn download_accepted(&mut self) {
        let Some(document) = self.state.document() else {
            return;
        };
        let file = AcceptedFindings {
            policy: document.name.clone(),
            acceptances: self.state.analysis.acceptances_to_save(),
        };
        if file.acceptances.is_empty() {
            return self.notify(Tone::Info, "No finding is accepted yet.");
        }
        let file_name = document.file_name("accepted.json");
        self.notify(Tone::Success, format!("Saved as `{file_name}`."));
        self.ask(Effect::Download {
            file_name,
            media_type: "application/json".to_owned(),
            text: file.write(),
        });
    }

    /// Adds the findings of a file to those that are accepted in the active document.
    pub(super) fn open_accepted(&mut self, name: Option<String>, text: &str) {
        let target = RefusalTarget::Document { name };
        if let Some(refusal) = refusal::of_text(text, target) {
            self.state.refusal = Some(refusal);
            return;
        }
        let has_policy = self.state.document().is_some_and(is_begun);
        match AcceptedFindings::read(text) {
            Err(problem) => self.notify(Tone::Warning, format!("The accepted findings cannot be read. {problem}")),
            Ok(_) if !has_policy => self.notify(
                Tone::Info,
                "These are accepted findings, not a policy. Open their policy first, then this file.",
            ),
            Ok(file) => self.add_accepted(file.acceptances),
        }
    }

    fn add_accepted(&mut self, added: Vec<Acceptance>) {
        self.change_accepted(|accepted| {
            let all = accepted.drain(..).chain(added);
            *accepted = without_repeats(all.collect());
        });
        self.state.screen = Screen::Editor;
        if self.state.unchecked {
            self.check_now();
        }
        let applied = self.state.analysis.accepted_findings().count();
        let outdated = self.state.analysis.outdated_acceptances().len();
        self.notify(Tone::Success, told(applied, outdated));
    }
}

/// Whether there is a text for findings to be about.
fn is_begun(document: &Document) -> bool {
    !document.text.trim().is_empty()
}

fn told(applied: usize, outdated: usize) -> String {
    let accepted = match applied {
        1 => "1 finding is accepted".to_owned(),
        _ => format!("{applied} findings are accepted"),
    };
    match outdated {
        0 => format!("{accepted}."),
        1 => format!("{accepted}; 1 more applies to nothing in this policy."),
        _ => format!("{accepted}; {outdated} more apply to nothing in this policy."),
    }
}
