//! Intrinsic functions of CloudFormation, written as the stand-ins they amount to.
//!
//! `Ref` gives `${Name}`, `Fn::GetAtt` gives `${Name.Attribute}`, `Fn::Sub` its own text with `${!x}` as `${x}`, and `Fn::Join` the joined text.
//! What cannot be written out, such as `Fn::ImportValue`, gives `${Name}` after its argument.
//! Source: AWS CloudFormation User Guide, intrinsic function reference, 2025.

use std::collections::{BTreeMap, BTreeSet};

use super::super::excerpt::Excerpt;
use super::super::paste::quoted;
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree, encode};
use crate::engine::text::{Edit, Edits, Span};

/// A longer text is no value of a policy.
const LONGEST: usize = 4_096;

/// The functions of one document.
#[derive(Debug, Default)]
pub(in super::super) struct Functions {
    /// What the outermost functions amount to.
    texts: BTreeMap<NodeId, String>,
    /// `Fn::If` whose branches are no texts, with the branch taken.
    choices: BTreeMap<NodeId, Choice>,
    /// Elements that stand for nothing.
    nothing: BTreeSet<NodeId>,
}

#[derive(Debug, Clone)]
struct Choice {
    condition: String,
    branch: NodeId,
    /// What the condition has to be for this branch.
    holds: bool,
}

impl Functions {
    /// Reads every function, those inside others first.
    pub(in super::super) fn read(tree: &Tree) -> Self {
        let mut functions = Self::default();
        let nodes: Vec<NodeId> = tree
            .root()
            .into_iter()
            .flat_map(|root| std::iter::once(root).chain(tree.descendants(root)))
            .collect();
        for node in nodes.into_iter().rev() {
            if let Some((name, member)) = call(tree, node) {
                functions.read_call(tree, node, &name, member.value);
            }
        }
        functions
    }

    fn read_call(&mut self, tree: &Tree, node: NodeId, name: &str, argument: NodeId) {
        let text = match name {
            "Ref" if tree.string(argument).as_deref() == Some("AWS::NoValue") => {
                self.nothing.insert(node);
                return;
            }
            "Fn::Sub" => self.substituted(tree, argument),
            "Fn::Join" => self.joined(tree, argument),
            "Fn::GetAtt" => self
                .items(tree, argument)
                .map(|items| stand_in(&items.join("."))),
            "Fn::If" => return self.read_if(tree, node, argument),
            "Fn::Select" => self.selected(tree, argument),
            "Fn::FindInMap" => self
                .items(tree, argument)
                .and_then(|items| Some(stand_in(items.last()?))),
            _ => self.text(tree, argument).map(|text| stand_in(&text)),
        };
        let text = text.unwrap_or_else(|| stand_in(name.trim_start_matches("Fn::")));
        self.forget_inside(tree, argument);
        if text.len() <= LONGEST {
            self.texts.insert(node, text);
        }
    }

    /// What stood in an argument is part of the outer text now.
    fn forget_inside(&mut self, tree: &Tree, argument: NodeId) {
        let end = tree.span(argument).end;
        let inside: Vec<NodeId> = from(&self.texts, argument)
            .take_while(|(node, _)| tree.span(*node).start < end)
            .map(|(node, _)| node)
            .collect();
        for node in inside {
            self.texts.remove(&node);
        }
    }

    /// The text that a value is or amounts to.
    pub(in super::super) fn text(&self, tree: &Tree, value: NodeId) -> Option<String> {
        match tree.kind(value) {
            NodeKind::String => tree.string(value).map(|text| text.into_owned()),
            NodeKind::Number | NodeKind::True | NodeKind::False => Some(tree.raw(value).to_owned()),
            _ => self.texts.get(&value).cloned(),
        }
    }

    /// The texts of a list, or the parts of a text such as `Bucket.Arn`.
    fn items(&self, tree: &Tree, value: NodeId) -> Option<Vec<String>> {
        match tree.kind(value) {
            NodeKind::Array => tree
                .elements(value)
                .map(|item| self.text(tree, item))
                .collect(),
            _ => Some(vec![self.text(tree, value)?]),
        }
    }

    fn substituted(&self, tree: &Tree, argument: NodeId) -> Option<String> {
        let mut parts = tree.elements(argument);
        let Some(template) = parts.next() else {
            return Some(unescaped(&self.text(tree, argument)?));
        };
        let mut text = self.text(tree, template)?;
        for member in parts
            .next()
            .into_iter()
            .flat_map(|values| tree.members(values))
        {
            if let Some(value) = self.text(tree, member.value) {
                text = text.replace(&format!("${{{}}}", tree.key_text(member)), &value);
            }
            if text.len() > LONGEST {
                return None;
            }
        }
        Some(unescaped(&text))
    }

    fn joined(&self, tree: &Tree, argument: NodeId) -> Option<String> {
        let mut parts = tree.elements(argument);
        let separator = self.text(tree, parts.next()?)?;
        let list = parts.next()?;
        let is_list = tree.kind(list) == NodeKind::Array;
        is_list
            .then(|| self.items(tree, list))
            .flatten()
            .map(|items| items.join(&separator))
    }

    fn selected(&self, tree: &Tree, argument: NodeId) -> Option<String> {
        let mut parts = tree.elements(argument);
        let place: usize = self.text(tree, parts.next()?)?.parse().ok()?;
        let list = parts.next()?;
        let item = tree.elements(list).nth(place);
        item.and_then(|item| self.text(tree, item))
            .or_else(|| Some(stand_in(&self.text(tree, list)?)))
    }

    fn read_if(&mut self, tree: &Tree, node: NodeId, argument: NodeId) {
        let parts: Vec<NodeId> = tree.elements(argument).collect();
        let &[condition, first, second] = parts.as_slice() else {
            return;
        };
        let is_nothing = |branch: &NodeId| self.nothing.contains(branch);
        let holds = !is_nothing(&first);
        let branch = if holds { first } else { second };
        if is_nothing(&branch) {
            self.nothing.insert(node);
            return;
        }
        let condition = self.text(tree, condition).unwrap_or_default();
        self.choices.insert(
            node,
            Choice {
                condition,
                branch,
                holds,
            },
        );
    }

    /// How many functions in a node are written as texts.
    pub(in super::super) fn count_in(&self, tree: &Tree, part: NodeId) -> usize {
        let end = tree.span(part).end;
        from(&self.texts, part)
            .take_while(|(node, _)| tree.span(*node).start < end)
            .count()
    }

    /// A node's text with the functions in it written as texts, and what had to be decided on the way.
    pub(in super::super) fn written_out(
        &self,
        excerpt: &Excerpt,
        tree: &Tree,
        part: NodeId,
    ) -> (Excerpt, Vec<String>) {
        let span = tree.span(part);
        let is_inside = |node: &NodeId| span.covers(tree.span(*node));
        let texts = from(&self.texts, part).take_while(|(node, _)| is_inside(node));
        let texts = texts.map(|(node, text)| Edit::replace(tree.span(node), encode(text)));
        let nothing = self
            .nothing
            .range(part..)
            .take_while(|node| is_inside(node));
        let nothing = nothing.flat_map(|node| tree.remove_element(*node));
        let choices: Vec<(NodeId, &Choice)> = from(&self.choices, part)
            .take_while(|(node, _)| is_inside(node))
            .collect();
        let branches = choices
            .iter()
            .flat_map(|(node, choice)| keep_branch(tree, *node, choice.branch));
        let edits = texts
            .chain(nothing)
            .chain(branches)
            .filter(|edit| span.covers(edit.span));
        let edits = outermost(edits.map(|edit| moved_back(edit, span.start)).collect());
        let written = excerpt
            .part(span)
            .edited(&Edits::new(edits).unwrap_or_default());
        (
            written,
            choices.iter().map(|(_, choice)| decision(choice)).collect(),
        )
    }
}

/// The entries from a node on, in the order of the text.
fn from<T>(map: &BTreeMap<NodeId, T>, node: NodeId) -> impl Iterator<Item = (NodeId, &T)> {
    map.range(node..).map(|(node, value)| (*node, value))
}

fn moved_back(edit: Edit, by: usize) -> Edit {
    let Span { start, end } = edit.span;
    Edit::replace(
        Span::new(start.saturating_sub(by), end.saturating_sub(by)),
        edit.text,
    )
}

fn decision(choice: &Choice) -> String {
    let (condition, holds) = (quoted(&choice.condition), choice.holds);
    format!(
        "The template decides by {condition} what stands in one place; what holds if it is {holds} was taken."
    )
}

/// Deletes what stands around a branch of `Fn::If`.
fn keep_branch(tree: &Tree, node: NodeId, branch: NodeId) -> [Edit; 2] {
    let (outer, inner) = (tree.span(node), tree.span(branch));
    [
        Edit::delete(Span::new(outer.start, inner.start)),
        Edit::delete(Span::new(inner.end, outer.end)),
    ]
}

/// The edits without those inside another one.
fn outermost(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
    let mut end = 0;
    edits.retain(|edit| {
        let is_outside = edit.span.start >= end;
        end = end.max(edit.span.end);
        is_outside
    });
    edits
}

/// The function that an object calls: its only member is `Ref`, or begins with `Fn::`.
pub(in super::super) fn call(tree: &Tree, node: NodeId) -> Option<(String, Member)> {
    let mut members = tree.members(node);
    let member = members.next().filter(|_| members.next().is_none())?;
    let name = tree.key_text(member);
    (name == "Ref" || name.starts_with("Fn::")).then(|| (name.into_owned(), member))
}

/// `${name}`, with what no name can hold left out.
fn stand_in(name: &str) -> String {
    let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '-' | ':');
    format!("${{{}}}", name.chars().filter(kept).collect::<String>())
}

/// The text of `Fn::Sub` as it comes out: `${!x}` is a literal `${x}`.
pub(in super::super) fn unescaped(text: &str) -> String {
    text.replace("${!", "${")
}
