//! The smallest pieces of a text.

use crate::engine::text::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// `{`
    OpenBrace,
    /// `}`
    CloseBrace,
    /// `[`
    OpenBracket,
    /// `]`
    CloseBracket,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// A string, whatever its quotes, with them.
    String,
    /// A number as JSON writes it.
    Number,
    /// `true`, in any case of letters.
    True,
    /// `false`, in any case of letters.
    False,
    /// `null`, in any case of letters.
    Null,
    /// Text without quotes that is none of the above.
    Bare,
    /// Blanks, tabs and line breaks.
    WhiteSpace,
    /// Space that JSON does not allow: no-break and zero-width spaces, other line separators, a byte order mark.
    ForeignSpace,
    /// A comment with its markers, without the line break.
    Comment,
    /// Three dots that stand for text left out.
    Elision,
    /// Text before or after the document.
    Surrounding,
}

impl TokenKind {
    /// Whether the token only sets others apart: space or a comment.
    pub fn is_trivia(self) -> bool {
        matches!(
            self,
            TokenKind::WhiteSpace | TokenKind::ForeignSpace | TokenKind::Comment
        )
    }
}

/// A piece of the text; tokens stand one after the other without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
}

/// All tokens of a text; each ends where the next one starts.
#[derive(Debug, Clone, Default)]
pub(super) struct Tokens {
    starts: Vec<(u32, TokenKind)>,
    end: usize,
}

impl Tokens {
    pub(super) fn with_capacity(tokens: usize) -> Self {
        Tokens {
            starts: Vec::with_capacity(tokens),
            end: 0,
        }
    }

    pub(super) fn push(&mut self, kind: TokenKind, end: usize) {
        self.starts.push((narrow(self.end), kind));
        self.end = end;
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = Token> {
        self.range(0, self.starts.len())
    }

    /// The tokens that start at `offset` or later.
    pub(super) fn from(&self, offset: usize) -> impl Iterator<Item = Token> {
        self.range(self.first_from(offset), self.starts.len())
    }

    /// The tokens that start before `offset`, the nearest first.
    pub(super) fn back_from(&self, offset: usize) -> impl Iterator<Item = Token> {
        self.range(0, self.first_from(offset)).rev()
    }

    fn first_from(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|(start, _)| widen(*start) < offset)
    }

    fn range(&self, first: usize, end: usize) -> impl DoubleEndedIterator<Item = Token> {
        (first..end).filter_map(|index| {
            let (start, kind) = self.starts.get(index)?;
            let next = self
                .starts
                .get(index + 1)
                .map_or(self.end, |(start, _)| widen(*start));
            Some(Token {
                kind: *kind,
                span: Span::new(widen(*start), next),
            })
        })
    }
}

/// The longest text that is read; offsets are kept in 32 bits.
pub(super) const MAX_TEXT_LEN: usize = 0x7fff_ffff;

pub(super) fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

pub(super) fn widen(offset: u32) -> usize {
    offset as usize
}
