//! Carries the workspace over to another partition: every text and every value.

use super::message::Tone;
use super::workspace::Workspace;
use crate::engine::catalog::{PartitionRule, partition_rule};
use crate::engine::policy::partition_change;

/// What was changed on the way to another partition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CarriedOver {
    arns: usize,
    principals: usize,
    /// The number of documents with a changed text.
    documents: usize,
}

impl Workspace {
    /// The same workspace in another partition, and what had to change for that.
    pub(super) fn carried_over(&self, to: &PartitionRule) -> (Workspace, CarriedOver) {
        let (mut next, mut carried) = (self.clone(), CarriedOver::default());
        next.values.partition = to.id.to_owned();
        for document in &mut next.documents {
            if let Some(text) = carried.carry_over(&document.text, to) {
                document.text = text.into();
                carried.documents += 1;
            }
        }
        for value in next.values.by_name.values_mut() {
            if let Some(text) = carried.carry_over(value, to) {
                *value = text;
            }
        }
        (next, carried)
    }
}

impl Workspace {
    /// A text with its ARNs and service principals in the partition of the workspace.
    pub(super) fn in_its_partition(&self, text: &str) -> String {
        let rule = partition_rule(&self.values.partition);
        let carried = rule.and_then(|to| CarriedOver::default().carry_over(text, to));
        carried.unwrap_or_else(|| text.to_owned())
    }
}

impl CarriedOver {
    /// The text in another partition, counted; `None` where nothing changes.
    fn carry_over(&mut self, text: &str, to: &PartitionRule) -> Option<String> {
        let change = partition_change(text, to);
        self.arns += change.arns;
        self.principals += change.principals;
        (!change.edits.is_empty()).then(|| change.edits.apply(text))?
    }

    /// What to say about it: what was changed, and which Regions belong to another partition.
    pub(super) fn notice(self, partition: &str, regions_elsewhere: &[String]) -> (Tone, String) {
        let mut sentences = vec![format!(
            "The partition is `{partition}` now{}.",
            self.counts()
        )];
        if !regions_elsewhere.is_empty() {
            let regions: Vec<String> = regions_elsewhere
                .iter()
                .map(|region| format!("`{region}`"))
                .collect();
            sentences.push(format!(
                "Enter a Region of `{partition}` in the place of {}.",
                regions.join(", ")
            ));
        }
        let tone = match regions_elsewhere.is_empty() {
            true => Tone::Success,
            false => Tone::Warning,
        };
        (tone, sentences.join(" "))
    }

    fn counts(self) -> String {
        let counted = |count: usize, what: &str| match count {
            0 => None,
            1 => Some(format!("1 {what}")),
            _ => Some(format!("{count} {what}s")),
        };
        let changed = [
            counted(self.arns, "ARN"),
            counted(self.principals, "service principal"),
        ];
        let changed: Vec<String> = changed.into_iter().flatten().collect();
        match (changed.is_empty(), self.documents) {
            (true, _) => String::new(),
            (false, 0) => format!(": {} changed in the values", changed.join(" and ")),
            (false, 1) => format!(": {} changed in 1 policy", changed.join(" and ")),
            (false, count) => format!(": {} changed in {count} policies", changed.join(" and ")),
        }
    }
}
