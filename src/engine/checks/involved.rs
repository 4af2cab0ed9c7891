//! Which entries of a list have to do with another one, told quickly: in most lists none do.

use std::ops::Range;

use crate::engine::policy::{Listed, covers_in_any_case};

/// How many comparisons an entry is worth here; where it takes more, nothing is ruled out.
const MOST_COMPARISONS: usize = 8;

/// The entries that another one may cover or repeat, or that may cover one themselves, in their order.
///
/// The case of letters does not count, so for resources there may be some too many.
pub(super) fn involved<'l, 't>(list: &'l [Listed<'t>]) -> Vec<&'l Listed<'t>> {
    let Some(mut is_involved) = pairs(list) else {
        return list.iter().collect();
    };
    let repeated = repeated(list);
    for (one, is_involved) in list.iter().zip(&mut is_involved) {
        *is_involved |= repeated.binary_search(&one.fingerprint).is_ok();
    }
    let entries = list.iter().zip(is_involved);
    entries
        .filter(|(_, is_involved)| *is_involved)
        .map(|(one, _)| one)
        .collect()
}

/// For each entry, whether it covers another one or is covered; `None` where that takes too long.
fn pairs(list: &[Listed]) -> Option<Vec<bool>> {
    let mut is_involved = vec![false; list.len()];
    if !list.iter().any(|one| one.is_pattern) {
        return Some(is_involved);
    }
    let beginnings = Beginnings::new(list);
    let mut left = MOST_COMPARISONS * list.len();
    for (place, pattern) in list.iter().enumerate().filter(|(_, one)| one.is_pattern) {
        let candidates = beginnings.like(&pattern.entry.text);
        left = left.checked_sub(candidates.len())?;
        for other in candidates.iter().map(|(_, other)| *other) {
            let text = list.get(other).map_or("", |one| &one.entry.text);
            if other != place && covers_in_any_case(&pattern.entry.text, text) {
                mark(&mut is_involved, place);
                mark(&mut is_involved, other);
            }
        }
    }
    Some(is_involved)
}

fn mark(marks: &mut [bool], place: usize) {
    if let Some(mark) = marks.get_mut(place) {
        *mark = true;
    }
}

/// The fingerprints that several entries have, ascending.
fn repeated(list: &[Listed]) -> Vec<u64> {
    let mut fingerprints: Vec<u64> = list.iter().map(|one| one.fingerprint).collect();
    fingerprints.sort_unstable();
    let neighbours = fingerprints.iter().zip(fingerprints.iter().skip(1));
    let equal = neighbours.filter(|(one, next)| one == next);
    equal.map(|(one, _)| *one).collect()
}

/// The beginnings of the entries as numbers, ascending, each with the place of its entry.
struct Beginnings(Vec<(u128, usize)>);

impl Beginnings {
    fn new(list: &[Listed]) -> Self {
        let texts = list.iter().map(|one| &one.entry.text);
        let mut all: Vec<(u128, usize)> = texts.map(|text| beginning(text, 0)).zip(0..).collect();
        all.sort_unstable();
        Self(all)
    }

    /// Those of the entries that begin like a pattern, as far as a number can tell.
    fn like(&self, pattern: &str) -> &[(u128, usize)] {
        let prefix = pattern.split(['*', '?']).next().unwrap_or_default();
        let (least, greatest) = (beginning(prefix, 0), beginning(prefix, u8::MAX));
        let start = self.0.partition_point(|(number, _)| *number < least);
        let end = self.0.partition_point(|(number, _)| *number <= greatest);
        self.0.get(Range { start, end }).unwrap_or_default()
    }
}

/// The first 16 bytes of a text in one number, the cases of a letter taken as one; what is missing is filled up.
fn beginning(text: &str, filling: u8) -> u128 {
    const LOWER_CASE: u8 = 0x20;
    let mut bytes = [filling; 16];
    for (place, byte) in bytes.iter_mut().zip(text.bytes()) {
        *place = byte | LOWER_CASE;
    }
    u128::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::policy::{Element, Policy};
    use crate::engine::syntax::parse;

    fn found(actions: &[String]) -> Vec<String> {
        let list: Vec<String> = actions.iter().map(|action| format!("{action:?}")).collect();
        let tree = parse(&format!(
            r#"{{"Statement": {{"Action": [{}]}}}}"#,
            list.join(", ")
        ));
        let policy = Policy::new(&tree);
        let statements = policy.statements().iter();
        let lists = statements.map(|one| policy.listed(one, Element::Action));
        let involved = lists.flat_map(involved);
        involved.map(|one| one.entry.text.to_string()).collect()
    }

    #[test]
    fn finds_what_covers_what_is_covered_and_what_is_repeated() {
        for (actions, expected) in [
            ("s3:a s3:b", ""),
            ("s3:a s3:b S3:A", "s3:a S3:A"),
            ("s3:Get* s3:PutObject s3:getObject", "s3:Get* s3:getObject"),
            ("*:List* s3:ListBucket s3:Get", "*:List* s3:ListBucket"),
            (
                "ec2:DescribeInstance* ec2:DescribeInstances ec2:DescribeImages",
                "ec2:DescribeInstance* ec2:DescribeInstances",
            ),
            ("ec2:Describe* ec2:*", "ec2:Describe* ec2:*"),
            ("* s3:a", "* s3:a"),
        ] {
            let actions: Vec<String> = actions.split(' ').map(str::to_owned).collect();
            assert_eq!(found(&actions).join(" "), expected, "{actions:?}");
        }
    }

    #[test]
    fn where_it_takes_too_long_nothing_is_ruled_out() {
        let actions: Vec<String> = (0..200)
            .map(|number| format!("service:Describe*{number}"))
            .collect();
        assert_eq!(found(&actions).len(), 200);
    }
}
