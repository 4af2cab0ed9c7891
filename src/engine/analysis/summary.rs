//! Who may do what, of the text as people see it.

use super::{Analysis, NOT_LOOKED_AT, tree_of};
use crate::engine::checks::Context;
use crate::engine::policy::Policy;
use crate::engine::summary::{Subject, Summary, summarise, wrapped};
use crate::engine::text::{joined, quoted};

/// Said of a text without a statement, in a paragraph of its own.
const NO_STATEMENT: &str =
    "Nobody can tell who may do what: there is no statement that can be read.\n\n";

/// The most stand-ins that are named.
const MOST_STAND_INS: usize = 6;

impl Analysis {
    /// Who may do what by the shown text; `None` where there is no statement, or where nothing was checked.
    ///
    /// Made anew at every call, in time that grows with the text and the number of actions it reaches.
    pub fn summary(&self) -> Option<Summary> {
        let tree = tree_of(&self.shown, &self.template);
        let context = Context {
            tree: &tree,
            policy: Policy::new(&tree),
            kind: self.kind,
            attachment: self.attachment,
            placeholders: &self.placeholders,
            pieces: &self.shown.pieces,
            shown: &self.shown.text,
            options: &self.again.options,
            catalog: self.catalog().map(AsRef::as_ref),
            found: Default::default(),
        };
        let has_statements = !context.policy.statements().is_empty();
        (self.is_checked && has_statements).then(|| {
            summarise(&Subject {
                policy: &context.policy,
                kind: context.kind,
                catalog: context.catalog,
                is_open: &|node| context.is_open(node),
            })
        })
    }

    /// The verdict, who may do what, and what that rests on: plain text to be copied, each line with its line break.
    pub fn summary_text(&self) -> String {
        let verdict = self.verdict();
        let values = verdict.values.as_ref().map(|values| format!(" {values}."));
        let line = format!("{}.{}", verdict.sentence, values.unwrap_or_default());
        let summary = match self.summary() {
            Some(summary) => summary.text() + "\n",
            None if self.is_checked && !verdict.is_empty => NO_STATEMENT.into(),
            None => String::new(),
        };
        [
            wrapped("", &line),
            self.stand_ins(),
            "\n".into(),
            summary,
            wrapped("", &self.rests_on()),
            wrapped("", NOT_LOOKED_AT),
        ]
        .concat()
    }

    /// The stand-ins that are still in the text, as they are written; empty where there is none.
    fn stand_ins(&self) -> String {
        let missing = self.missing();
        let named = missing.iter().take(MOST_STAND_INS);
        let written = named.filter_map(|index| self.placeholders.get(*index)?.written.first());
        let more = missing.len().saturating_sub(MOST_STAND_INS);
        let words = joined(written.map(|one| quoted(one)).collect(), more, "and");
        match missing.is_empty() {
            true => words,
            false => wrapped("", &format!("Without a value so far: {words}.")),
        }
    }
}
