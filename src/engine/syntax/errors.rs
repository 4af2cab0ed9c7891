//! What is wrong with a text that should be JSON.

use crate::engine::text::{Edit, Edits, Span, sort_by_key};

/// The kinds of syntax errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SyntaxErrorKind {
    /// There is no document.
    Empty,
    /// There is text, and no document in it.
    NoDocument,
    /// The text is longer than can be read.
    TooLong,
    /// Two neighbours without a comma between them.
    MissingComma,
    /// A comma with nothing after it.
    TrailingComma,
    /// A comma with nothing before it, or a second one.
    ExtraComma,
    /// A name and a value without a colon between them.
    MissingColon,
    /// A colon where none belongs.
    ExtraColon,
    /// A value without a name in an object.
    MissingKey,
    /// A name without a value.
    MissingValue,
    /// An object or array that begins without its bracket.
    MissingOpeningBracket,
    /// An object or array that is not closed.
    MissingClosingBracket,
    /// A closing bracket that closes nothing.
    SurplusClosingBracket,
    /// A closing bracket of the wrong kind.
    MismatchedClosingBracket,
    /// A name without quotes.
    UnquotedKey,
    /// A value without quotes.
    UnquotedValue,
    /// A string in single quotes.
    SingleQuotes,
    /// A string in typographic quotes.
    SmartQuotes,
    /// A string without its opening quote.
    MissingOpeningQuote,
    /// A string without its closing quote.
    UnterminatedString,
    /// A line break, tab or other control character in a string.
    ControlCharacter,
    /// A backslash with something after it that JSON does not know.
    InvalidEscape,
    /// A document inside which every quote has a backslash before it.
    EscapedQuotes,
    /// A closing quote too many.
    SurplusQuote,
    /// A number written in a way that JSON does not know.
    InvalidNumber,
    /// `True`, `FALSE`, `Null` and the like.
    LiteralCase,
    /// The same name twice in one object.
    DuplicateKey,
    /// A comment.
    Comment,
    /// Dots in place of text left out.
    Elision,
    /// A byte order mark.
    ByteOrderMark,
    /// Space that JSON does not allow.
    ForeignSpace,
    /// Text before the document.
    TextBefore,
    /// Text after the document.
    TextAfter,
    /// The fence of a Markdown code block.
    MarkdownFence,
    /// A further document behind the first.
    SecondDocument,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Bytes that are no text at all.
    NotText,
}

/// One error, where a person would mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What kind of error.
    pub kind: SyntaxErrorKind,
    /// Where to mend it; empty where something is missing.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub help: String,
    /// A way to mend it, where one can be offered.
    pub repair: Option<Repair>,
}

/// A way to mend an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What it does, as the label of a button.
    pub title: String,
    /// The changes.
    pub edits: Edits,
    /// Whether this is the one way to mend it, with the meaning unchanged; otherwise it is a choice.
    pub unambiguous: bool,
}

/// The most errors that are kept for one text.
pub const MAX_ERRORS: usize = 10_000;

impl SyntaxError {
    pub(super) fn new(
        kind: SyntaxErrorKind,
        span: Span,
        what: impl Into<String>,
        why: &str,
        help: &str,
    ) -> Self {
        SyntaxError {
            kind,
            span,
            message: what.into(),
            why: why.into(),
            help: help.into(),
            repair: None,
        }
    }

    /// Adds the one way to mend the error.
    pub(super) fn mended_by(
        self,
        title: impl Into<String>,
        edits: impl IntoIterator<Item = Edit>,
    ) -> Self {
        self.with_repair(title.into(), edits, true)
    }

    /// Adds a way to mend the error that the person has to choose.
    pub(super) fn perhaps_mended_by(
        self,
        title: impl Into<String>,
        edits: impl IntoIterator<Item = Edit>,
    ) -> Self {
        self.with_repair(title.into(), edits, false)
    }

    fn with_repair(
        mut self,
        title: String,
        edits: impl IntoIterator<Item = Edit>,
        unambiguous: bool,
    ) -> Self {
        self.repair = Edits::new(edits.into_iter().collect()).map(|edits| Repair {
            title,
            edits,
            unambiguous,
        });
        self
    }
}

/// The errors of one text while it is read.
#[derive(Debug, Default)]
pub(super) struct Errors(Vec<SyntaxError>);

impl Errors {
    /// Keeps the error, unless there are too many already.
    pub(super) fn add(&mut self, error: impl FnOnce() -> SyntaxError) {
        if self.0.len() < MAX_ERRORS {
            self.0.push(error());
        }
    }

    /// Keeps the errors of one token, as many as there is room for.
    pub(super) fn add_all(&mut self, errors: impl FnOnce() -> Vec<SyntaxError>) {
        let room = MAX_ERRORS.saturating_sub(self.0.len());
        if room > 0 {
            self.0.extend(errors().into_iter().take(room));
        }
    }

    /// The errors in the order of the text.
    pub(super) fn sorted(mut self) -> Vec<SyntaxError> {
        sort_by_key(&mut self.0, |error| error.span);
        self.0
    }
}
