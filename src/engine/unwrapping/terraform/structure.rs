//! The blocks of Terraform code and the attributes in them.

use std::ops::Range;

use super::tokens::{Kind, Token};
use crate::engine::text::Span;

/// A block such as `resource "aws_iam_role" "app" { … }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its type: `resource`, `data`, `statement`, …
    pub kind: String,
    /// What stands behind that, without quotes.
    pub labels: Vec<String>,
    /// The number of the block around it.
    pub parent: Option<usize>,
    /// Where it begins.
    pub span: Span,
}

/// An attribute such as `policy = …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    pub name: String,
    /// The number of the block that it stands in.
    pub block: Option<usize>,
    /// The numbers of its value's tokens.
    pub value: Range<usize>,
}

/// Blocks and attributes in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Structure {
    pub blocks: Vec<Block>,
    pub attributes: Vec<Attribute>,
}

impl Structure {
    /// Reads tokens; what is neither a block nor an attribute is skipped.
    pub(super) fn read(text: &str, tokens: &[Token]) -> Self {
        let mut structure = Self::default();
        let mut open: Option<usize> = None;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at = match token.kind {
                Kind::Name | Kind::Text => structure.item(text, tokens, at, &mut open),
                Kind::Sign(b'}') => {
                    open = open.and_then(|block| structure.blocks.get(block)?.parent);
                    at + 1
                }
                _ => at + 1,
            };
        }
        structure
    }

    /// Reads what begins with a name; gives the number of the token behind it, or behind a block's brace.
    fn item(&mut self, text: &str, tokens: &[Token], at: usize, open: &mut Option<usize>) -> usize {
        let word = |at: usize| {
            tokens
                .get(at)
                .map_or("", |token| token.span.text(text))
                .trim_matches('"')
                .to_owned()
        };
        let is_sign = |at: usize, sign: u8| tokens.get(at).is_some_and(|token| token.is(sign));
        if is_sign(at + 1, b'=') && !is_sign(at + 2, b'=') {
            let value = at + 2..value_end(tokens, at + 2);
            let end = value.end;
            self.attributes.push(Attribute {
                name: word(at),
                block: *open,
                value,
            });
            return end;
        }
        if word(at) == "jsonencode" && is_sign(at + 1, b'(') {
            let value = at..value_end(tokens, at);
            let end = value.end;
            self.attributes.push(Attribute {
                name: String::new(),
                block: *open,
                value,
            });
            return end;
        }
        let rest = tokens.get(at + 1..).unwrap_or_default();
        let labels = rest
            .iter()
            .take_while(|token| matches!(token.kind, Kind::Name | Kind::Text))
            .count();
        let brace = at + 1 + labels;
        if !is_sign(brace, b'{') {
            return brace;
        }
        self.blocks.push(Block {
            kind: word(at),
            labels: (at + 1..brace).map(word).collect(),
            parent: *open,
            span: tokens.get(at).map_or(Span::at(0), |token| token.span),
        });
        *open = Some(self.blocks.len() - 1);
        brace + 1
    }

    /// The blocks directly in a block, with their numbers.
    pub(super) fn inside(&self, block: usize) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks
            .iter()
            .enumerate()
            .filter(move |(_, inner)| inner.parent == Some(block))
    }

    /// The value of a block's attribute.
    pub(super) fn value(&self, block: usize, name: &str) -> Option<&Range<usize>> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|one| one.block == Some(block) && one.name == name)
            .map(|one| &one.value)
    }

    /// The blocks around an attribute, innermost first.
    pub(super) fn around(&self, attribute: &Attribute) -> impl Iterator<Item = &Block> {
        let innermost = attribute.block.and_then(|block| self.blocks.get(block));
        std::iter::successors(innermost, |block| self.blocks.get(block.parent?))
    }
}

/// The token behind a value: the end of its line, or the bracket or comma that ends it.
pub(super) fn value_end(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        depth += token.nesting();
        let ends = matches!(token.kind, Kind::LineBreak | Kind::Sign(b',')) && depth == 0;
        if depth < 0 || ends {
            return at;
        }
    }
    tokens.len()
}
