//! What can be asked about the stand-ins of the template.

use super::Analysis;
use crate::engine::placeholders::{Answers, Explanation, answers, explain};

impl Analysis {
    /// What stands at an offset of the template: a stand-in, a policy variable, or what only looks like one of them.
    pub fn explanation(&self, offset: usize) -> Option<Explanation> {
        explain(&self.template, &self.placeholders, offset)
    }

    /// What a text fills in that was entered into the field of the placeholder at `index`; `None` where there is no such placeholder.
    ///
    /// An ARN or an address of the console fills other fields as well.
    pub fn answers(&self, index: usize, entered: &str) -> Option<Answers> {
        let field = self.placeholders.get(index)?;
        let values = &self.again.values;
        Some(answers(entered, field, &self.placeholders, values))
    }
}
