//! Paths from the document to a node, in Access Analyzer's form.

use super::tree::{NodeId, NodeKind, Tree};

/// The steps from the document to a node; empty for the document itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Path(pub Vec<PathStep>);

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathStep {
    /// Into the value of the member with this name.
    Value(String),
    /// Into the element at this place of an array, counted from 0.
    Index(usize),
    /// To the name of a member rather than its value; only as the last step.
    Key(String),
}

impl Tree {
    /// The path of a node; a member has the path of its value.
    pub fn path(&self, id: NodeId) -> Path {
        let mut steps = Vec::new();
        let mut below = id;
        if let Some(member) = self.as_member(id) {
            steps.push(PathStep::Value(self.key_text(member).into_owned()));
        }
        while let Some(parent) = self.parent(below) {
            steps.extend(self.step(parent, below));
            below = parent;
        }
        steps.reverse();
        Path(steps)
    }

    /// The step from `parent` down to `child`; none from an object to its member, which is half a step.
    fn step(&self, parent: NodeId, child: NodeId) -> Option<PathStep> {
        if let Some(member) = self.as_member(parent) {
            let name = self.key_text(member).into_owned();
            return Some(if child == member.key {
                PathStep::Key(name)
            } else {
                PathStep::Value(name)
            });
        }
        (self.kind(parent) == NodeKind::Array).then(|| PathStep::Index(self.ordinal(child)))
    }

    /// The node at the end of a path; of members with one name, the last.
    pub fn find(&self, path: &Path) -> Option<NodeId> {
        path.0
            .iter()
            .try_fold(self.root()?, |node, step| match step {
                PathStep::Value(name) => self.member(node, name).map(|member| member.value),
                PathStep::Key(name) => self.member(node, name).map(|member| member.key),
                PathStep::Index(index) => self.elements(node).nth(*index),
            })
    }
}
