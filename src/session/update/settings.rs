//! What is set beside the text: kind, place, partition.

use super::turn::Turn;
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

    /// Sets the partition of the workspace; an id that names none is ignored.
    pub(super) fn set_partition(&mut self, id: &str) {
        let Some(Ok(partition)) = find_type("partition").map(|partition| partition.accept(id))
        else {
            return;
        };
        let workspace = self
            .state
            .workspace
            .with_values(|values| values.partition = partition);
        self.change(workspace);
    }
}
