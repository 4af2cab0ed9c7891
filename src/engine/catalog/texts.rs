//! Lists of names: many short texts in one string, and how a reference file spells them word by word.

use std::mem::take;

use super::column::Column;
use super::error::CatalogError;
use super::format::Columns;

/// The most bytes that one list may hold; a sound file stays below a tenth of it.
const MOST_BYTES: usize = 8 << 20;

/// Texts in their order, kept in one string.
#[derive(Debug, Default)]
pub(super) struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    /// The number of texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A text by its place; empty where there is none.
    pub fn get(&self, place: usize) -> &str {
        let end = self.ends.get(place).copied().unwrap_or_default();
        let start = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |end| *end);
        self.text
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// All texts.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.get(place))
    }

    /// Adds one text, given in parts.
    pub fn push<'p>(
        &mut self,
        parts: impl IntoIterator<Item = &'p str>,
    ) -> Result<(), CatalogError> {
        for part in parts {
            self.text.push_str(part);
            if self.text.len() > MOST_BYTES {
                return Err(CatalogError::Contradictory);
            }
        }
        let end = u32::try_from(self.text.len()).map_err(|_| CatalogError::Contradictory)?;
        self.ends.push(end);
        Ok(())
    }

    /// Refuses a list that is not strictly ascending without case, in which nothing could be found.
    pub fn ascending(self) -> Result<Self, CatalogError> {
        let place_is_sound =
            |place: usize| lower_case(self.get(place - 1)).lt(lower_case(self.get(place)));
        let sound = (1..self.len()).all(place_is_sound);
        sound.then_some(self).ok_or(CatalogError::Contradictory)
    }

    /// The place of a text that is equal without case, in a list that is ascending without case.
    pub fn find_ignoring_case(&self, wanted: &str) -> Option<usize> {
        let place = self.first_not_below(wanted);
        self.get(place)
            .eq_ignore_ascii_case(wanted)
            .then_some(place)
            .filter(|place| *place < self.len())
    }

    /// The place of the first text that is not below the wanted one without case, in such a list.
    pub fn first_not_below(&self, wanted: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if lower_case(self.get(middle)).lt(lower_case(wanted)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn lower_case(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte.to_ascii_lowercase())
}

/// Reads lists of names one after another.
pub(super) struct TextReader<'a> {
    words: Vec<&'a str>,
    shared: Column<'a>,
    fresh: Column<'a>,
    numbers: Column<'a>,
}

impl<'a> TextReader<'a> {
    /// Takes the four columns that spell names out of a file.
    pub fn new(columns: &mut Columns<'a>) -> Result<Self, CatalogError> {
        Ok(Self {
            words: columns.words.text()?.split('\n').collect(),
            shared: take(&mut columns.shared_words),
            fresh: take(&mut columns.fresh_words),
            numbers: take(&mut columns.word_numbers),
        })
    }

    /// The next list, of `count` names.
    pub fn list(&mut self, count: usize) -> Result<Texts, CatalogError> {
        let mut texts = Texts::default();
        self.append_list(count, &mut texts)?;
        Ok(texts)
    }

    /// Adds the next list, of `count` names, to texts that are already there.
    pub fn append_list(&mut self, count: usize, texts: &mut Texts) -> Result<(), CatalogError> {
        let mut name: Vec<&str> = Vec::new();
        for _ in 0..count {
            let shared = self.shared.number()?;
            if shared > name.len() {
                return Err(CatalogError::Contradictory);
            }
            name.truncate(shared);
            for _ in 0..self.fresh.number()? {
                name.push(self.word()?);
            }
            texts.push(name.iter().copied())?;
        }
        Ok(())
    }

    fn word(&mut self) -> Result<&'a str, CatalogError> {
        let number = self.numbers.number()?;
        self.words
            .get(number)
            .copied()
            .ok_or(CatalogError::Contradictory)
    }

    /// Whether every name was read.
    pub fn is_used_up(&self) -> bool {
        self.shared.is_used_up() && self.fresh.is_used_up() && self.numbers.is_used_up()
    }
}
