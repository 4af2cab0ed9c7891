//! Which names may have been meant by one that is unknown.

/// The most names that are suggested.
pub(super) const MOST: usize = 3;

/// Verbs of AWS's actions that are easily taken for each other.
const READING_VERBS: [&str; 5] = ["get", "list", "describe", "batchget", "read"];

/// The names nearest to a typed one: at most three, the nearest first, equally near ones in the given order.
///
/// Near are names that differ in case only, that have the same noun behind another reading verb
/// (`ListInstances`, `DescribeInstances`), or that a few changed, missing, added or swapped letters make equal:
/// one for names of up to four letters, one more for every four after that, at most four.
pub fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let typed = typed.to_ascii_lowercase();
    let limit = typed.len().div_ceil(4).clamp(1, 4);
    let mut near: Vec<(usize, &str)> = names
        .filter_map(|name| Some((distance(&typed, &name.to_ascii_lowercase(), limit)?, name)))
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.dedup_by_key(|(_, name)| *name);
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// How far apart two names in lower case are; `None` beyond the limit.
fn distance(typed: &str, name: &str, limit: usize) -> Option<usize> {
    if typed == name {
        return Some(0);
    }
    if noun(typed).is_some_and(|typed| noun(name) == Some(typed)) {
        return Some(1);
    }
    (typed.len().abs_diff(name.len()) <= limit)
        .then(|| edits(typed.as_bytes(), name.as_bytes()))
        .filter(|edits| *edits <= limit)
}

/// What follows a reading verb, without the `s` of a plural.
fn noun(name: &str) -> Option<&str> {
    let noun = READING_VERBS
        .iter()
        .find_map(|verb| name.strip_prefix(verb))?;
    Some(noun.strip_suffix('s').unwrap_or(noun)).filter(|noun| !noun.is_empty())
}

/// The number of letters to change, add, remove or swap with their neighbour, to get from one text to the other.
fn edits(one: &[u8], other: &[u8]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut previous = None;
    for (row, byte) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        let mut previous_other = None;
        for (column, theirs) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX);
            let changed = at(&last, column) + usize::from(byte != theirs);
            let removed = at(&last, column + 1) + 1;
            let added = at(&next, column) + 1;
            let mut fewest = changed.min(removed).min(added);
            if previous == Some(theirs) && previous_other == Some(byte) {
                let swapped = column.checked_sub(1).map(|column| at(&before_last, column));
                fewest = fewest.min(swapped.map_or(usize::MAX, |edits| edits.saturating_add(1)));
            }
            next.push(fewest);
            previous_other = Some(theirs);
        }
        before_last = std::mem::replace(&mut last, next);
        previous = Some(byte);
    }
    last.last().copied().unwrap_or_default()
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
            assert_eq!(
                edits(one.as_bytes(), other.as_bytes()),
                expected,
                "{one}, {other}"
            );
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
