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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    const POLICY: &str = r#"{"Statement": [{"Action": ["s3:*"]}, {"Sid": "a", "Sid": "b"}]}"#;

    fn value(name: &str) -> PathStep {
        PathStep::Value(name.to_string())
    }

    #[test]
    fn leads_to_every_node_and_back() {
        let tree = parse(POLICY);
        for (steps, written) in [
            (vec![], POLICY),
            (
                vec![
                    value("Statement"),
                    PathStep::Index(0),
                    value("Action"),
                    PathStep::Index(0),
                ],
                r#""s3:*""#,
            ),
            (
                vec![
                    value("Statement"),
                    PathStep::Index(0),
                    PathStep::Key("Action".into()),
                ],
                r#""Action""#,
            ),
            (
                vec![value("Statement"), PathStep::Index(1), value("Sid")],
                r#""b""#,
            ),
        ] {
            let path = Path(steps);
            let node = tree.find(&path).unwrap();
            assert_eq!((tree.raw(node), tree.path(node)), (written, path));
        }
    }

    #[test]
    fn a_member_has_the_path_of_its_value() {
        let tree = parse(POLICY);
        let member = tree.member(tree.root().unwrap(), "Statement").unwrap();
        assert_eq!(tree.path(member.node), Path(vec![value("Statement")]));
    }

    #[test]
    fn leads_nowhere_where_there_is_nothing() {
        let tree = parse(POLICY);
        for steps in [
            vec![value("Version")],
            vec![PathStep::Index(0)],
            vec![value("Statement"), PathStep::Index(2)],
        ] {
            assert_eq!(tree.find(&Path(steps)), None);
        }
    }
}
