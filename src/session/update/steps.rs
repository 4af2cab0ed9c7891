//! Going back and forth in the history.

use super::turn::Turn;
use crate::session::Workspace;

impl Turn {
    pub(super) fn undo(&mut self) {
        let former = self.state.history.undo(&self.state.workspace);
        self.travel(former, "Undone.", "There is nothing to undo.");
    }

    pub(super) fn redo(&mut self) {
        let next = self.state.history.redo(&self.state.workspace);
        self.travel(next, "Redone.", "There is nothing to redo.");
    }

    fn travel(&mut self, workspace: Option<Workspace>, done: &str, nothing: &str) {
        match workspace {
            Some(workspace) => {
                self.put_back(workspace);
                self.announce(done);
            }
            None => self.announce(nothing),
        }
    }
}
