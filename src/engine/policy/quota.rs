//! How large a policy may be, and how its size is counted.

/// What a quota counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode characters.
    Characters,
    /// Bytes of the UTF-8 text.
    Bytes,
}

impl Unit {
    /// The plural word for the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Bytes => "bytes",
        }
    }
}

/// The size limit of one kind of attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// The largest size AWS accepts, in `unit`.
    pub limit: usize,
    /// The largest size an account can ask AWS for; equal to `limit` where nothing more is to be had.
    pub highest: usize,
    /// What is counted.
    pub unit: Unit,
    /// Whether blanks, tabs and line breaks count as well.
    pub counts_white_space: bool,
    /// The AWS page that names the limit, and when it was read.
    pub source: &'static str,
}

impl Quota {
    /// A size against the limit, in words: `3,455 of 2,048 characters`.
    pub fn figures(&self, used: usize) -> String {
        let limit = with_commas(self.limit);
        format!("{} of {limit} {}", with_commas(used), self.unit.label())
    }

    /// The size of a policy text the way this quota counts it.
    ///
    /// White space means blank, tab, line feed and carriage return, inside strings too.
    pub fn size_of(&self, text: &str) -> usize {
        let counted = text
            .chars()
            .filter(|&character| self.counts_white_space || !is_white_space(character));
        match self.unit {
            Unit::Characters => counted.count(),
            Unit::Bytes => counted.map(char::len_utf8).sum(),
        }
    }
}

/// A number with a comma before every three digits from the right: `6,144`.
pub fn with_commas(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

fn is_white_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_white_space_only_where_the_quota_does() {
        let quota = |unit, counts_white_space| Quota {
            limit: 1,
            highest: 1,
            unit,
            counts_white_space,
            source: "",
        };
        let text = "{\r\n\t\"é\": 1 }";
        assert_eq!(quota(Unit::Characters, false).size_of(text), 7);
        assert_eq!(quota(Unit::Characters, true).size_of(text), 12);
        assert_eq!(quota(Unit::Bytes, false).size_of(text), 8);
        assert_eq!(quota(Unit::Bytes, true).size_of(text), 13);
    }

    #[test]
    fn writes_large_numbers_with_commas() {
        for (number, written) in [
            (0, "0"),
            (999, "999"),
            (2048, "2,048"),
            (10_240, "10,240"),
            (1_000_000, "1,000,000"),
        ] {
            assert_eq!(with_commas(number), written);
        }
    }
}
