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
    /// What is counted.
    pub unit: Unit,
    /// Whether blanks, tabs and line breaks count as well.
    pub counts_white_space: bool,
    /// The AWS page that names the limit, and when it was read.
    pub source: &'static str,
}

impl Quota {
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
}
