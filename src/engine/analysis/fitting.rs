//! Making the template fit the quota of its attachment.

use super::Analysis;
use crate::engine::export;
use crate::engine::fitting::{Fitted, Goal, Sids, fit};
use crate::engine::placeholders::{self, FillMode, Placeholder, Values};
use crate::engine::policy::Attachment;
use crate::engine::syntax;

impl Analysis {
    /// The template made smaller until what comes of it fits the attachment's quota, with every stand-in kept that is still needed.
    ///
    /// `None` where AWS names no limit, where the text has an error of syntax, and where it was not checked for its size.
    pub fn made_to_fit(&self, attachment: Attachment, sids: Sids) -> Option<Fitted> {
        let quota = attachment.quota().filter(|_| self.is_checked)?;
        let settled = placeholders::settled(&self.placeholders, &self.again.values);
        let goal = Goal {
            limit: quota.limit,
            size_of: &|text| {
                let (filled, _) = self.filled_with(text, &self.again.values);
                quota.size_of(export::policy_text(&filled))
            },
            settled: &|text| {
                let (filled, placeholders) = self.filled_with(text, &settled);
                self.asks_for_all(&placeholders).then_some(filled)
            },
            counts_white_space: quota.counts_white_space,
            sids,
        };
        fit(self.text(), &goal)
    }

    /// Another text with values in it, and what stands for a value there.
    fn filled_with(&self, text: &str, values: &Values) -> (String, Vec<Placeholder>) {
        let tree = syntax::parse(text);
        let placeholders = placeholders::recognise(&tree, &self.again.declared);
        let filled = placeholders::fill(&tree, &placeholders, values, FillMode::Shown);
        (filled.text.to_string(), placeholders)
    }

    /// Whether each of the placeholders asks for what the one of the same name asks for here, so that its value stays with it.
    fn asks_for_all(&self, placeholders: &[Placeholder]) -> bool {
        placeholders.iter().all(|one| {
            let same = self.placeholders.iter().find(|own| own.name == one.name);
            same.is_some_and(|own| {
                own.kind == one.kind && one.written.iter().all(|text| own.written.contains(text))
            })
        })
    }
}
