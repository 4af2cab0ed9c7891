//! The AWS service reference: it arrives once, after the page, and whatever is open is checked again with it.

use super::turn::Turn;
use crate::engine::catalog::Catalog;
use crate::session::ReferenceState;
use std::sync::Arc;

impl Turn {
    /// Takes the unpacked contents of the files; a bad reference leaves the checks of syntax and grammar.
    ///
    /// Bad managed policies are as if there were none: nobody needs them to get a policy right.
    pub(super) fn load_reference(&mut self, content: &[u8], managed_policies: Option<&[u8]>) {
        let catalog = Catalog::read(content).map(|mut catalog| {
            managed_policies.and_then(|content| catalog.take_managed_policies(content).ok());
            catalog
        });
        match catalog {
            Ok(catalog) => {
                self.state.reference = ReferenceState {
                    catalog: Some(Arc::new(catalog)),
                    failure: None,
                };
                self.read_again();
            }
            Err(error) => self.state.reference.failure = Some(error.to_string()),
        }
    }
}
