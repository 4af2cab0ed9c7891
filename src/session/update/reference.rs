//! The AWS service reference: it arrives once, after the page, and whatever is open is checked again with it.

use super::turn::Turn;
use crate::engine::catalog::Catalog;
use crate::session::ReferenceState;
use std::sync::Arc;

impl Turn {
    /// Takes the unpacked content of a reference file; a bad one leaves the checks of syntax and grammar.
    pub(super) fn load_reference(&mut self, content: &[u8]) {
        match Catalog::read(content) {
            Ok(catalog) => {
                self.state.reference = ReferenceState {
                    catalog: Some(Arc::new(catalog)),
                    failure: None,
                };
                self.check_again();
            }
            Err(error) => self.state.reference.failure = Some(error.to_string()),
        }
    }

    fn check_again(&mut self) {
        self.look_at(self.analysis_of(&self.state.workspace, self.state.unchecked));
    }
}
