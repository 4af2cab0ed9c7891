//! One history for everything a person changes: bounded, and with typing joined into steps.

use super::typing::Typing;
use super::workspace::Workspace;
use std::collections::VecDeque;
use std::rc::Rc;

/// The number of steps that can be undone.
pub const MAX_STEPS: usize = 500;

/// The bytes of text and values that past and future may keep alive, beside the present; the last step stays whatever its size.
pub const MAX_BYTES: usize = 64_000_000;

/// The workspaces before and after the present one.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: VecDeque<Rc<Workspace>>,
    future: Vec<Rc<Workspace>>,
    typing: Option<Typing>,
}

impl History {
    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to make again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Notes that the workspace is about to change from `before`; steps that were taken back can no longer be made again.
    ///
    /// `typing` may go on with the last step; without it, the change is a step of its own.
    pub(super) fn record(&mut self, before: &Workspace, typing: Option<Typing>) {
        let goes_on = match (&self.typing, &typing) {
            (Some(last), Some(next)) => last.goes_on_in(next),
            _ => false,
        };
        if !goes_on {
            self.past.push_back(Rc::new(before.clone()));
            self.forget_the_oldest();
        }
        self.future.clear();
        self.typing = typing;
    }

    /// What is typed next begins a step of its own.
    pub(super) fn end_typing(&mut self) {
        self.typing = None;
    }

    /// The workspace before the last step, where there is one.
    pub(super) fn undo(&mut self, present: &Workspace) -> Option<Workspace> {
        self.end_typing();
        let former = self.past.pop_back()?;
        self.future.push(Rc::new(present.clone()));
        Some((*former).clone())
    }

    /// The workspace after the step that was taken back last, where there is one.
    pub(super) fn redo(&mut self, present: &Workspace) -> Option<Workspace> {
        self.end_typing();
        let next = self.future.pop()?;
        self.past.push_back(Rc::new(present.clone()));
        Some((*next).clone())
    }

    /// Puts another workspace in the place of each one, as if it had always been so; `present` is the one that follows the past.
    ///
    /// A step that then changes nothing is no step any more, and what was taken back can no longer be made again.
    pub(super) fn rewrite(
        &mut self,
        present: &Workspace,
        change: impl Fn(&Workspace) -> Workspace,
    ) {
        self.end_typing();
        let past = self.past.iter().map(|step| Rc::new(change(step)));
        let mut steps: Vec<Rc<Workspace>> = past.collect();
        steps.dedup();
        if steps.last().is_some_and(|last| **last == *present) {
            steps.pop();
        }
        self.past = steps.into();
        self.future.clear();
    }

    fn forget_the_oldest(&mut self) {
        while self.past.len() > 1 && (self.past.len() > MAX_STEPS || self.bytes() > MAX_BYTES) {
            self.past.pop_front();
        }
    }

    /// The bytes that only the past keeps alive, a text that several steps share counted once.
    fn bytes(&self) -> usize {
        let earlier = std::iter::once(None).chain(self.past.iter().map(Some));
        let steps = self.past.iter().zip(earlier);
        steps
            .map(|(step, before)| step.bytes_beside(before.map(Rc::as_ref)))
            .sum()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::session::Document;

    fn workspace(text: &str) -> Workspace {
        Workspace::new().with_opened(Document::new(1, "x", text))
    }

    #[test]
    fn forgets_the_oldest_steps_when_there_are_too_many() {
        let mut history = History::default();
        for number in 0..MAX_STEPS + 20 {
            history.record(&workspace(&number.to_string()), None);
        }
        assert_eq!(history.past.len(), MAX_STEPS);
        assert_eq!(
            history.past.front().map(|step| &**step),
            Some(&workspace("20"))
        );
    }

    #[test]
    fn forgets_the_oldest_steps_when_they_hold_too_much() {
        let quarter = " ".repeat(MAX_BYTES / 4);
        let mut history = History::default();
        for _ in 0..8 {
            history.record(&workspace(&quarter), None);
        }
        assert_eq!(history.past.len(), 4);
        history.record(&workspace(&" ".repeat(MAX_BYTES + 1)), None);
        assert_eq!(
            history.past.len(),
            1,
            "the last step stays whatever its size"
        );
    }

    #[test]
    fn a_text_that_steps_share_counts_once() {
        let large = workspace(&" ".repeat(MAX_BYTES / 2));
        let mut history = History::default();
        for number in 0..8 {
            let step = large.with_values(|values| {
                values.by_name.insert("name".into(), number.to_string());
            });
            history.record(&step, None);
        }
        assert_eq!(history.past.len(), 8);
    }
}
