//! What is set beside the text: kind, place, partition.

use super::turn::Turn;
use crate::engine::catalog::{partition_of_region, partition_rule};
use crate::engine::placeholders::find_type;
use crate::engine::policy::{Attachment, KindChoice};

impl Turn {
    /// Sets the kind; a place that takes no such policy is dropped.
    pub(super) fn set_kind(&mut self, kind: KindChoice) {
        let workspace = self.state.workspace.with_document(|document| {
            document.kind = kind;
            if let KindChoice::Set(kind) = kind {
                document.attachment = document
                    .attachment
                    .filter(|chosen| Attachment::for_kind(kind).contains(chosen));
            }
        });
        self.change(workspace);
    }

    pub(super) fn set_attachment(&mut self, attachment: Attachment) {
        let workspace = self
            .state
            .workspace
            .with_document(|document| document.attachment = Some(attachment));
        self.change(workspace);
    }

    /// Sets the partition of the workspace, and carries every document and value over to it; an id that names none is ignored.
    pub(super) fn set_partition(&mut self, id: &str) {
        let Some(Ok(partition)) = find_type("partition").map(|partition| partition.accept(id))
        else {
            return;
        };
        let Some(rule) = partition_rule(&partition) else {
            return;
        };
        if partition == self.state.workspace.values.partition {
            return;
        }
        let (workspace, carried) = self.state.workspace.carried_over(rule);
        self.change(workspace);
        let (tone, notice) = carried.notice(rule.id, &self.regions_elsewhere());
        self.notify(tone, notice);
    }

    /// The values that are Regions of another partition, as typed, each once.
    fn regions_elsewhere(&self) -> Vec<String> {
        let values = &self.state.workspace.values;
        let mut regions: Vec<String> = Vec::new();
        for reading in self.state.readings.values() {
            for placeholder in reading.placeholders() {
                let typed = values.by_name.get(&placeholder.name);
                let region = typed.filter(|typed| {
                    let rule = partition_of_region(typed.trim());
                    rule.is_some_and(|rule| rule.id != values.partition)
                });
                if let Some(region) = region.filter(|region| !regions.contains(region)) {
                    regions.push(region.clone());
                }
            }
        }
        regions
    }
}
