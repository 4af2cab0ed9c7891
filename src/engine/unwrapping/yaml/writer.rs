//! Writes the nodes of a YAML document as JSON, each text with the place it comes from.
//!
//! Tags of CloudFormation become its long forms: `!Sub x` is `{"Fn::Sub": "x"}`.
//! Aliases are written out and merge keys carried out, up to a size that no honest text comes near.

use super::nodes::{Kind, Node, Nodes};
use super::scalars::json_of_plain;
use crate::engine::syntax::encode;
use crate::engine::text::Span;
use crate::engine::unwrapping::Excerpt;

/// The most values that one document is written with: far more than a template of 1 MB holds.
const MOST_VALUES: usize = 200_000;

/// The most bytes of JSON that one document is written with.
const MOST_BYTES: usize = 16 << 20;

/// Nothing that people write is nested more deeply, aliases written out.
const DEEPEST: usize = 400;

/// Why a document cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Aliases repeat so much that the text would grow without measure.
    TooMuch,
    /// A key is a list or a mapping.
    KeyWithoutText,
}

/// A document as JSON, indented by two blanks a level.
pub(super) fn json(text: &Excerpt, nodes: &Nodes, document: usize) -> Result<Excerpt, Refusal> {
    let mut writer = Writer {
        text,
        nodes,
        out: Excerpt::default(),
        open: Vec::new(),
        values: 0,
    };
    writer.value(document)?;
    while let Some(item) = writer.next_item() {
        writer.item(item)?;
    }
    Ok(writer.out)
}

struct Writer<'n> {
    text: &'n Excerpt,
    nodes: &'n Nodes,
    out: Excerpt,
    /// The collections that are open.
    open: Vec<Open>,
    values: usize,
}

/// A collection that is being written.
struct Open {
    /// What is left of it, the next item last.
    items: Vec<Item>,
    /// The bracket that ends it.
    close: &'static str,
    /// Where it stands.
    at: usize,
    /// Whether nothing of it is written yet.
    is_empty: bool,
}

/// A value with its key, where it has one.
struct Item {
    key: Option<usize>,
    value: usize,
}

impl<'n> Writer<'n> {
    /// The next item of the innermost collection; collections without any left are closed.
    fn next_item(&mut self) -> Option<Item> {
        loop {
            let item = self.open.last_mut()?.items.pop();
            if item.is_some() {
                return item;
            }
            let closed = self.open.pop()?;
            if !closed.is_empty && closed.close.len() == 1 {
                self.line_break(closed.at);
            }
            self.push(closed.close, closed.at);
        }
    }

    fn item(&mut self, item: Item) -> Result<(), Refusal> {
        let at = self
            .node(item.key.unwrap_or(item.value))
            .map_or(0, |node| node.span.start);
        let is_first = self
            .open
            .last_mut()
            .is_some_and(|open| std::mem::replace(&mut open.is_empty, false));
        let is_wrapped = self.open.last().is_some_and(|open| open.close.len() > 1);
        if !is_first {
            self.push(",", at);
        }
        if !is_wrapped {
            self.line_break(at);
        }
        if let Some(key) = item.key {
            self.key(key)?;
            self.push(": ", at);
        }
        self.value(item.value)
    }

    fn line_break(&mut self, at: usize) {
        let levels = self
            .open
            .iter()
            .filter(|open| open.close.len() == 1)
            .count();
        self.push(&format!("\n{}", "  ".repeat(levels)), at);
    }

    fn key(&mut self, key: usize) -> Result<(), Refusal> {
        let key = self.resolved(key);
        match self.node(key).map(|node| (&node.kind, node.span)) {
            Some((Kind::Scalar { value, .. }, span)) => {
                self.string(value, span);
                Ok(())
            }
            _ => Err(Refusal::KeyWithoutText),
        }
    }

    /// Writes a value, or begins to.
    fn value(&mut self, number: usize) -> Result<(), Refusal> {
        self.count()?;
        let number = self.resolved(number);
        let Some(node) = self.node(number) else {
            self.push("null", 0);
            return Ok(());
        };
        let function = node.tag.as_deref().map(long_form);
        if let Some(name) = &function {
            self.push(&format!("{{\"{name}\": "), node.span.start);
        }
        self.untagged(number, node, function.is_some())
    }

    fn untagged(&mut self, number: usize, node: &Node, in_function: bool) -> Result<(), Refusal> {
        let at = node.span.start;
        match &node.kind {
            Kind::Scalar { value, plain } => {
                match json_of_plain(value).filter(|_| *plain && !in_function) {
                    Some(json) => self.out.push_for(json, self.text.origin(node.span)),
                    None => self.string(value, node.span),
                }
                self.push(if in_function { "}" } else { "" }, at);
            }
            Kind::Sequence => {
                self.push("[", at);
                let items = self
                    .nodes
                    .children(number)
                    .map(|value| Item { key: None, value });
                let items: Vec<Item> = items.collect();
                self.begin(items, if in_function { "]}" } else { "]" }, at);
            }
            Kind::Mapping => {
                self.push("{", at);
                let members = self.members(number)?;
                self.begin(members, if in_function { "}}" } else { "}" }, at);
            }
            Kind::Alias(_) => self.push("null", at),
        }
        Ok(())
    }

    /// Counts one more value, as long as there is room for it.
    fn count(&mut self) -> Result<(), Refusal> {
        self.values += 1;
        let is_too_much = self.values > MOST_VALUES
            || self.out.text().len() > MOST_BYTES
            || self.open.len() > DEEPEST;
        if is_too_much {
            Err(Refusal::TooMuch)
        } else {
            Ok(())
        }
    }

    fn begin(&mut self, mut items: Vec<Item>, close: &'static str, at: usize) {
        items.reverse();
        self.open.push(Open {
            items,
            close,
            at,
            is_empty: true,
        });
    }

    /// The members of a mapping; those of its merge keys stand at its end, and its own come before them.
    ///
    /// Source: YAML 1.1, "Merge key language-independent type": an earlier one counts, and its own count most.
    fn members(&mut self, mapping: usize) -> Result<Vec<Item>, Refusal> {
        let mut members: Vec<Item> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let mut sources = vec![mapping];
        while let Some(source) = sources.pop() {
            let mut merged = Vec::new();
            let nodes: &'n Nodes = self.nodes;
            let mut children = nodes.children(source);
            while let (Some(key), Some(value)) = (children.next(), children.next()) {
                self.count()?;
                match self.plain_text(key) {
                    Some("<<") => merged.extend(self.merged(value)),
                    name if source != mapping && !seen.insert(name.map(str::to_owned)) => {}
                    name => {
                        seen.insert(name.map(str::to_owned));
                        members.push(Item {
                            key: Some(key),
                            value,
                        });
                    }
                }
            }
            sources.extend(merged.into_iter().rev());
        }
        Ok(members)
    }

    /// The mappings that a merge key names.
    fn merged(&self, value: usize) -> Vec<usize> {
        let value = self.resolved(value);
        let named: Vec<usize> = match self.node(value).map(|node| &node.kind) {
            Some(Kind::Sequence) => self
                .nodes
                .children(value)
                .map(|child| self.resolved(child))
                .collect(),
            _ => vec![value],
        };
        let is_mapping = |number: &usize| {
            self.node(*number)
                .is_some_and(|node| node.kind == Kind::Mapping)
        };
        named.into_iter().filter(is_mapping).collect()
    }

    fn plain_text(&self, number: usize) -> Option<&'n str> {
        match &self.node(self.resolved(number))?.kind {
            Kind::Scalar { value, .. } => Some(value),
            _ => None,
        }
    }

    fn node(&self, number: usize) -> Option<&'n Node> {
        let nodes: &'n Nodes = self.nodes;
        nodes.list.get(number)
    }

    /// The node that an alias repeats; any other node itself.
    fn resolved(&self, number: usize) -> usize {
        match self.node(number).map(|node| &node.kind) {
            Some(Kind::Alias(Some(target))) => *target,
            _ => number,
        }
    }

    /// Writes a text; one that stands in the YAML as it is keeps its places to the letter.
    fn string(&mut self, value: &str, span: Span) {
        let written = span.text(self.text.text());
        let encoded = encode(value);
        let content = encoded.get(1..encoded.len() - 1).unwrap_or_default();
        let found = written
            .find(content)
            .filter(|_| !content.is_empty() && written.len() <= content.len() + 2);
        match found {
            Some(at) => {
                let content = Span::new(span.start + at, span.start + at + content.len());
                self.push("\"", content.start);
                self.out.push(self.text, content);
                self.push("\"", content.end);
            }
            None => self.out.push_for(&encoded, self.text.origin(span)),
        }
    }

    /// Writes what has no text of its own in the YAML.
    fn push(&mut self, json: &str, at: usize) {
        self.out.push_for(json, self.text.origin(Span::at(at)));
    }
}

/// The long form of a tag.
///
/// Source: AWS CloudFormation User Guide, intrinsic function reference, 2025.
fn long_form(tag: &str) -> String {
    match tag {
        "Ref" | "Condition" => tag.to_owned(),
        _ => format!("Fn::{tag}"),
    }
}
