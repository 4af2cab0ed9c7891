//! The nodes of a YAML text, in one flat list in the order of the text.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Tag};

use crate::engine::text::Span;

/// A node; the nodes in it follow it directly, up to `end`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub kind: Kind,
    /// Where it stands; a collection's span is where it begins.
    pub span: Span,
    /// The name of a local tag such as `!Sub`.
    pub tag: Option<String>,
    /// The number behind its last descendant.
    pub end: usize,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text, and whether it stands without quotes and may be a number or the like.
    Scalar { value: String, plain: bool },
    /// Values one after the other.
    Sequence,
    /// Keys and values by turns.
    Mapping,
    /// The node that another one repeats; `None` where there is none.
    Alias(Option<usize>),
}

/// The documents of a stream.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    pub list: Vec<Node>,
    /// The numbers of the documents' outermost nodes.
    pub documents: Vec<usize>,
    /// The collections that are open.
    open: Vec<usize>,
    /// The node of each anchor, by the parser's number for it.
    anchors: std::collections::BTreeMap<usize, usize>,
}

/// Why a text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    /// Where, as a byte offset.
    pub at: usize,
    /// What is wrong, in a sentence without its full stop.
    pub what: String,
}

/// Nothing that people write is nested more deeply.
const DEEPEST: usize = 200;

/// Reads all documents of a text.
pub(super) fn read(text: &str) -> Result<Nodes, Problem> {
    let offsets = Offsets::new(text);
    let mut nodes = Nodes::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| Problem {
            at: offsets.byte(error.marker().index()),
            what: reason(error.info()),
        })?;
        let span = Span::new(
            offsets.byte(span.start.index()),
            offsets.byte(span.end.index()),
        );
        nodes.add(event, span);
        if nodes.open.len() > DEEPEST {
            let what = "it is nested too deeply".to_owned();
            return Err(Problem {
                at: span.start,
                what,
            });
        }
    }
    Ok(nodes)
}

/// What the parser says, in words for people who do not write parsers.
fn reason(info: &str) -> String {
    let known = [
        (
            "mapping values are not allowed",
            "a name and its value stand where none can be, most often because the line is indented too far",
        ),
        (
            "did not find expected",
            "a line is indented in a way that fits neither the line before nor one above it",
        ),
        ("tab", "a tab indents a line, where YAML takes blanks only"),
        ("anchor", "an alias repeats something that is not there"),
        ("quoted scalar", "a quote is not closed"),
        (
            "simple key",
            "a colon is missing behind a name, or a line is indented wrongly",
        ),
    ];
    let found = known.iter().find(|(part, _)| info.contains(part));
    found
        .map_or("the text breaks the rules of YAML here", |(_, words)| words)
        .to_owned()
}

impl Nodes {
    /// The numbers of the nodes directly in a node.
    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        let Range { mut start, end } = self.inside(node);
        std::iter::from_fn(move || {
            let child = (start < end).then_some(start)?;
            start = self.list.get(child)?.end.max(child + 1);
            Some(child)
        })
    }

    fn inside(&self, node: usize) -> Range<usize> {
        node + 1..self.list.get(node).map_or(0, |node| node.end)
    }

    fn add(&mut self, event: Event, span: Span) {
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain && !is_text_tag(tag.as_deref());
                let value = value.into_owned();
                self.push(Kind::Scalar { value, plain }, span, tag.as_deref(), anchor);
            }
            Event::SequenceStart(anchor, tag) => {
                self.open(Kind::Sequence, span, tag.as_deref(), anchor)
            }
            Event::MappingStart(anchor, tag) => {
                self.open(Kind::Mapping, span, tag.as_deref(), anchor)
            }
            Event::Alias(anchor) => {
                let target = self.anchors.get(&anchor).copied();
                let is_inside = target.is_some_and(|target| self.open.contains(&target));
                self.push(Kind::Alias(target.filter(|_| !is_inside)), span, None, 0);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            _ => {}
        }
    }

    fn open(&mut self, kind: Kind, span: Span, tag: Option<&Tag>, anchor: usize) {
        let node = self.push(kind, span, tag, anchor);
        self.open.push(node);
    }

    fn close(&mut self) {
        let end = self.list.len();
        if let Some(node) = self.open.pop().and_then(|open| self.list.get_mut(open)) {
            node.end = end;
        }
    }

    fn push(&mut self, kind: Kind, span: Span, tag: Option<&Tag>, anchor: usize) -> usize {
        let number = self.list.len();
        if self.open.is_empty() {
            self.documents.push(number);
        }
        if anchor > 0 {
            self.anchors.insert(anchor, number);
        }
        let tag = tag.filter(|tag| tag.handle == "!" && !tag.suffix.is_empty());
        self.list.push(Node {
            kind,
            span,
            tag: tag.map(|tag| tag.suffix.clone()),
            end: number + 1,
        });
        number
    }
}

/// Whether `!!str` says that a scalar is text.
fn is_text_tag(tag: Option<&Tag>) -> bool {
    tag.is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == "str")
}

/// The byte offsets of the characters of a text.
struct Offsets {
    /// Empty for an ASCII text, where bytes and characters are the same.
    starts: Vec<usize>,
    len: usize,
}

impl Offsets {
    fn new(text: &str) -> Self {
        let starts = match text.is_ascii() {
            true => Vec::new(),
            false => text.char_indices().map(|(at, _)| at).collect(),
        };
        Offsets {
            starts,
            len: text.len(),
        }
    }

    fn byte(&self, character: usize) -> usize {
        match self.starts.is_empty() {
            true => character.min(self.len),
            false => self.starts.get(character).copied().unwrap_or(self.len),
        }
    }
}
