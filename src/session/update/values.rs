//! The fields: one value for all uses of a placeholder.

use super::turn::{Arrival, Turn};
use crate::session::message::RefusalTarget;
use crate::session::typing::Typing;

impl Turn {
    /// Takes over what a field holds; a name that no placeholder has is ignored.
    pub(super) fn set_value(&mut self, name: String, value: String) {
        if !self.is_asked_for(&name) {
            return;
        }
        let workspace = self.state.workspace.with_values(|values| {
            values.by_name.insert(name.clone(), value.clone());
        });
        self.admit(Arrival {
            workspace,
            typing: Some(Typing::Field(name.clone())),
            text: &value,
            target: RefusalTarget::Value { name },
        });
    }

    /// Whether a placeholder of any document has this name.
    fn is_asked_for(&self, name: &str) -> bool {
        let readings = self.state.readings.values();
        let mut placeholders = readings.flat_map(|reading| reading.placeholders());
        placeholders.any(|placeholder| placeholder.name == name)
    }
}
