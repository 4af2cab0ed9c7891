//! Spells names word by word, each with what it shares with the one before.

use std::collections::{BTreeMap, HashMap};

use super::columns::Columns;

/// As many of the commonest words have a number of one byte; the others follow in alphabetical order, which packs best.
const ONE_BYTE_WORDS: usize = 128;

/// All lists of names, until every word is known.
#[derive(Default)]
pub struct Texts {
    /// For each name how many words it shares, and the words that follow.
    names: Vec<(usize, Vec<String>)>,
}

impl Texts {
    /// Adds a list; its first name shares nothing.
    pub fn list(&mut self, names: &[&str]) {
        let mut before: Vec<&str> = Vec::new();
        for name in names {
            let words = words(name);
            let both = words.iter().zip(&before);
            let shared = both.take_while(|(word, before)| word == before).count();
            let fresh = words.iter().skip(shared);
            self.names
                .push((shared, fresh.map(ToString::to_string).collect()));
            before = words;
        }
    }

    /// Numbers the words and writes all lists into their columns.
    pub fn spell_into(self, mut columns: Columns) -> Columns {
        let words = self.ordered_words();
        columns.text("words", &words.join("\n"));
        let numbers: HashMap<&str, usize> = words.iter().map(String::as_str).zip(0..).collect();
        for (shared, fresh) in &self.names {
            columns.number("shared_words", *shared);
            columns.number("fresh_words", fresh.len());
            for word in fresh {
                columns.number("word_numbers", numbers[word.as_str()]);
            }
        }
        columns
    }

    fn ordered_words(&self) -> Vec<String> {
        let mut uses: BTreeMap<&String, usize> = BTreeMap::new();
        for word in self.names.iter().flat_map(|(_, fresh)| fresh) {
            *uses.entry(word).or_default() += 1;
        }
        let mut words: Vec<(&String, usize)> = uses.into_iter().collect();
        words.sort_by_key(|(word, uses)| (usize::MAX - uses, *word));
        let mut words: Vec<String> = words.into_iter().map(|(word, _)| word.clone()).collect();
        let common = words.len().min(ONE_BYTE_WORDS);
        words[common..].sort();
        words
    }
}

/// Cuts a name into words: capitals, a capital with small letters, small letters, digits; anything else is a word of its own.
pub fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let (word, after) = rest.split_at(word_length(rest, first));
        words.push(word);
        rest = after;
    }
    words
}

fn word_length(text: &str, first: char) -> usize {
    let run =
        |text: &str, belongs: fn(char) -> bool| text.find(|c| !belongs(c)).unwrap_or(text.len());
    let capitals = run(text, |c| c.is_ascii_uppercase());
    let small_after = run(&text[capitals..], |c| c.is_ascii_lowercase());
    match (capitals, small_after) {
        (0, 0) => run(text, |c| c.is_ascii_digit()).max(first.len_utf8()),
        (_, 0) => capitals,
        (0 | 1, small) => capitals + small,
        // The last capital begins the next word.
        _ => capitals - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn cuts_names_into_words() {
        let table: [(&str, &[&str]); 6] = [
            ("GetObject", &["Get", "Object"]),
            ("ListIAMRoles2", &["List", "IAM", "Roles", "2"]),
            ("capacity-reservation", &["capacity", "-", "reservation"]),
            ("${BucketName}", &["$", "{", "Bucket", "Name", "}"]),
            ("ACL", &["ACL"]),
            ("", &[]),
        ];
        for (name, expected) in table {
            assert_eq!(words(name), expected, "{name}");
        }
    }
}
