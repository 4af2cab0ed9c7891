//! Lines and columns of a text, counted in characters.

use super::Span;

/// A place as people and Access Analyzer count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The number of code points before the place on its line.
    pub column: usize,
    /// The number of code points before the place in the whole text, line breaks included.
    pub offset: usize,
}

/// The line table of one text; each look-up costs O(log lines).
///
/// LF, CRLF and a lone CR each end a line.
#[derive(Debug, Clone)]
pub struct LineIndex {
    lines: Vec<Span>,
    characters: CharacterCounts,
}

impl LineIndex {
    /// Reads through the text once.
    pub fn new(text: &str) -> Self {
        LineIndex {
            lines: line_spans(text),
            characters: CharacterCounts::new(text),
        }
    }

    /// The number of lines; a text that ends in a line break has an empty last line, an empty text has one line.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The bytes of a line, counted from 1, without its line break.
    pub fn line_span(&self, line: usize) -> Option<Span> {
        self.lines.get(line.checked_sub(1)?).copied()
    }

    /// The place of a byte offset; an offset behind the text gives the end of the text.
    pub fn position(&self, offset: usize) -> Position {
        let line = self
            .lines
            .partition_point(|line| line.start <= offset)
            .max(1);
        let line_start = self.line_span(line).map_or(0, |span| span.start);
        let characters = self.characters.before(offset);
        Position {
            line,
            column: characters.saturating_sub(self.characters.before(line_start)),
            offset: characters,
        }
    }
}

fn line_spans(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_return = false;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' if after_return => start = at + 1,
            b'\n' | b'\r' => {
                lines.push(Span::new(start, at));
                start = at + 1;
            }
            _ => {}
        }
        after_return = byte == b'\r';
    }
    lines.push(Span::new(start, bytes.len()));
    lines
}

const BYTES_PER_WORD: usize = 64;

/// How many characters begin before each byte: one bit per byte, with a running sum for each word of 64.
#[derive(Debug, Clone)]
struct CharacterCounts {
    text_len: usize,
    /// Empty for an ASCII text, where bytes and characters are the same.
    words: Vec<Word>,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    before: usize,
    starts: u64,
}

impl CharacterCounts {
    fn new(text: &str) -> Self {
        let mut words = Vec::new();
        if !text.is_ascii() {
            let mut before = 0;
            for chunk in text.as_bytes().chunks(BYTES_PER_WORD) {
                let starts = character_starts(chunk);
                words.push(Word { before, starts });
                before += starts.count_ones() as usize;
            }
            words.push(Word { before, starts: 0 });
        }
        CharacterCounts {
            text_len: text.len(),
            words,
        }
    }

    fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text_len);
        let Some(word) = self.words.get(offset / BYTES_PER_WORD) else {
            return offset.min(self.words.last().map_or(offset, |word| word.before));
        };
        let below = (1u64 << (offset % BYTES_PER_WORD)) - 1;
        word.before + (word.starts & below).count_ones() as usize
    }
}

fn character_starts(chunk: &[u8]) -> u64 {
    let is_start = |byte: u8| byte & 0b1100_0000 != 0b1000_0000;
    chunk
        .iter()
        .rev()
        .fold(0, |bits, &byte| bits << 1 | u64::from(is_start(byte)))
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use super::*;

    fn counted(text: &str, offset: usize) -> Position {
        let before = &text[..offset];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let line_breaks = before.matches('\n').count();
        Position {
            line: line_breaks + 1,
            column: line.chars().count(),
            offset: before.chars().count(),
        }
    }

    #[test]
    fn agrees_with_counting_by_hand() {
        let text = "a\né\u{1F600}x\n\nlast".repeat(9);
        let index = LineIndex::new(&text);
        for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)) {
            assert_eq!(
                index.position(offset),
                counted(&text, offset),
                "at {offset}"
            );
        }
    }

    #[test]
    fn counts_every_kind_of_line_break() {
        let index = LineIndex::new("a\r\nb\rc\nd");
        assert_eq!(index.line_count(), 4);
        assert_eq!(index.line_span(2), Some(Span::new(3, 4)));
        assert_eq!(
            index.position(7),
            Position {
                line: 4,
                column: 0,
                offset: 7
            }
        );
        assert_eq!(
            index.position(3),
            Position {
                line: 2,
                column: 0,
                offset: 3
            }
        );
    }

    #[test]
    fn puts_the_end_of_a_text_with_a_final_line_break_on_a_line_of_its_own() {
        let index = LineIndex::new("a\n");
        assert_eq!(index.line_count(), 2);
        assert_eq!(
            index.position(2),
            Position {
                line: 2,
                column: 0,
                offset: 2
            }
        );
        assert_eq!(index.position(99), index.position(2));
        assert_eq!((index.line_span(0), index.line_span(3)), (None, None));
    }

    #[test]
    fn an_empty_text_has_one_line() {
        let index = LineIndex::new("");
        assert_eq!(index.line_count(), 1);
        assert_eq!(
            index.position(0),
            Position {
                line: 1,
                column: 0,
                offset: 0
            }
        );
    }
}
