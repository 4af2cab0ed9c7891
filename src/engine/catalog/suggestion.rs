//! Which names may have been meant by one that is unknown.

/// The most names that are suggested.
pub(super) const MOST: usize = 3;

/// Verbs of AWS's actions that are easily taken for each other.
const READING_VERBS: [&str; 5] = ["Get", "List", "Describe", "BatchGet", "Read"];

/// The names nearest to a typed one: at most three, the nearest first, equally near ones in the given order.
///
/// Near are names that differ in case only, that have the same noun behind another reading verb
/// (`ListInstances`, `DescribeInstances`), or that a few changed, missing, added or swapped letters make equal:
/// one for names of up to four letters, two for up to eight, three for longer ones.
pub fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let limit = typed.len().div_ceil(4).clamp(1, 3);
    let mut near: Vec<(usize, &str)> = names
        .filter_map(|name| Some((distance(typed, name, limit)?, name)))
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// How far apart two names are, the case of letters aside; `None` beyond the limit.
fn distance(typed: &str, name: &str, limit: usize) -> Option<usize> {
    if typed.eq_ignore_ascii_case(name) {
        return Some(0);
    }
    let same_noun = |typed: &str| noun(name).is_some_and(|name| name.eq_ignore_ascii_case(typed));
    if noun(typed).is_some_and(same_noun) {
        return Some(1);
    }
    (typed.len().abs_diff(name.len()) <= limit)
        .then(|| edits(typed.as_bytes(), name.as_bytes(), limit))
        .flatten()
}

/// What follows a reading verb, without the `s` of a plural.
fn noun(name: &str) -> Option<&str> {
    let noun = READING_VERBS.iter().find_map(|verb| {
        let (start, rest) = name.split_at_checked(verb.len())?;
        start.eq_ignore_ascii_case(verb).then_some(rest)
    })?;
    Some(noun.strip_suffix('s').unwrap_or(noun)).filter(|noun| !noun.is_empty())
}

/// The number of letters to change, add, remove or swap with their neighbour; `None` beyond the limit.
fn edits(from: &[u8], to: &[u8], limit: usize) -> Option<usize> {
    let mut rows = Rows::new(to.len());
    let mut previous = None;
    for letter in from {
        rows.advance(letter, previous, to);
        if rows.fewest() > limit {
            return None;
        }
        previous = Some(letter);
    }
    rows.last.last().copied().filter(|edits| *edits <= limit)
}

/// The last three rows of the table of edits: a cell for each start of the word that is to come out.
struct Rows {
    before_last: Vec<usize>,
    last: Vec<usize>,
    next: Vec<usize>,
}

impl Rows {
    fn new(letters: usize) -> Self {
        Self {
            before_last: Vec::new(),
            last: (0..=letters).collect(),
            next: Vec::new(),
        }
    }

    fn fewest(&self) -> usize {
        self.last.iter().copied().min().unwrap_or_default()
    }

    fn advance(&mut self, letter: &u8, previous: Option<&u8>, to: &[u8]) {
        let is = |one: &u8, other: Option<&u8>| {
            other.is_some_and(|other| one.eq_ignore_ascii_case(other))
        };
        let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX);
        self.next.clear();
        self.next.push(cell(&self.last, 0).saturating_add(1));
        let mut before = None;
        for (column, theirs) in to.iter().enumerate() {
            let changed = cell(&self.last, column) + usize::from(!is(letter, Some(theirs)));
            let removed = cell(&self.last, column + 1) + 1;
            let added = cell(&self.next, column) + 1;
            let swapped = match column.checked_sub(1) {
                Some(two_back) if is(theirs, previous) && is(letter, before) => {
                    cell(&self.before_last, two_back).saturating_add(1)
                }
                _ => usize::MAX,
            };
            self.next.push(changed.min(removed).min(added).min(swapped));
            before = Some(theirs);
        }
        std::mem::swap(&mut self.before_last, &mut self.last);
        std::mem::swap(&mut self.last, &mut self.next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(typed: &str, names: &[&'static str]) -> Vec<&'static str> {
        nearest(typed, names.iter().copied())
    }

    #[test]
    fn counts_changed_missing_added_and_swapped_letters() {
        let table = [
            ("", "abc", 3),
            ("abc", "abc", 0),
            ("abc", "abd", 1),
            ("abc", "ac", 1),
            ("ac", "abc", 1),
            ("abdc", "abcd", 1),
            ("kitten", "sitting", 3),
        ];
        for (one, other, expected) in table {
            let found = edits(one.as_bytes(), other.as_bytes(), 9);
            assert_eq!(found, Some(expected), "{one}, {other}");
        }
    }

    #[test]
    fn gives_the_nearest_first_and_at_most_three() {
        let names = [
            "GetObjects",
            "GetObject",
            "PutObject",
            "GetObjectAcl",
            "GetObjectS",
        ];
        assert_eq!(
            near("GetObjct", &names),
            ["GetObject", "GetObjects", "GetObjectS"]
        );
    }

    #[test]
    fn takes_reading_verbs_for_each_other() {
        let names = ["DescribeInstances", "RunInstances", "ListImages"];
        assert_eq!(near("ListInstances", &names), ["DescribeInstances"]);
        assert_eq!(near("GetInstance", &names), ["DescribeInstances"]);
    }

    #[test]
    fn has_nothing_to_say_to_a_name_that_is_like_no_other() {
        assert_eq!(near("s4", &["ec2", "iam", "kms"]), [""; 0]);
        assert_eq!(near("Frobnicate", &["GetObject"]), [""; 0]);
    }

    #[test]
    fn finds_a_short_prefix_by_one_letter() {
        assert_eq!(near("s33", &["s3", "sns", "sqs"]), ["s3"]);
        assert_eq!(near("lamda", &["lambda", "lex"]), ["lambda"]);
    }
}
