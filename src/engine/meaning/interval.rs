//! Numbers and IP addresses as intervals on a line, and the segments into which intervals cut it.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::budget::Budget;
use super::term::Relation;

/// A place between two neighbouring points of the line: which of the lines, the point, and whether it is after it.
pub(super) type Cut = (u8, u128, bool);

/// What lies between two cuts; `None` is the end of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    from: Option<Cut>,
    to: Option<Cut>,
}

/// The intervals of the numbers that have the relation to one of the values; `None` if one is no number.
pub(super) fn numbers(relation: Relation, values: &BTreeSet<String>) -> Option<Vec<Interval>> {
    values.iter().map(|value| number(relation, value)).collect()
}

fn number(relation: Relation, value: &str) -> Option<Interval> {
    let point = point(
        value
            .trim()
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite())?,
    );
    let (before, after) = (Some((0, point, false)), Some((0, point, true)));
    let (from, to) = match relation {
        Relation::Equal => (before, after),
        Relation::Less => (None, before),
        Relation::LessOrEqual => (None, after),
        Relation::Greater => (after, None),
        Relation::GreaterOrEqual => (before, None),
    };
    Some(Interval { from, to })
}

/// The number as an integer of the same order; both zeros are one.
fn point(number: f64) -> u128 {
    let bits = (number + 0.0).to_bits();
    let sign = 1 << 63;
    u128::from(if bits & sign == 0 { bits | sign } else { !bits })
}

/// The intervals of the addresses in one of the ranges; `None` if one is no address and no range.
pub(super) fn addresses(values: &BTreeSet<String>) -> Option<Vec<Interval>> {
    values.iter().map(|value| range(value)).collect()
}

/// The addresses of a range in CIDR notation; those of version 4 lie below those of version 6.
fn range(value: &str) -> Option<Interval> {
    let (address, length) = match value.split_once('/') {
        Some((address, length)) => (address, Some(length.parse::<u32>().ok()?)),
        None => (value, None),
    };
    let (line, number, width) = match address.parse().ok()? {
        IpAddr::V4(address) => (0, u128::from(address.to_bits()), 32),
        IpAddr::V6(address) => (1, address.to_bits(), 128),
    };
    let free = u32::checked_sub(width, length.unwrap_or(width))?;
    let size = 1_u128.checked_shl(free);
    let first = size.map_or(0, |size| number & !(size - 1));
    let beyond = size.and_then(|size| first.checked_add(size));
    let is_past_the_end = line == 0 && beyond == Some(1 << 32);
    Some(Interval {
        from: (line == 1 || first > 0).then_some((line, first, false)),
        to: if is_past_the_end {
            Some((1, 0, false))
        } else {
            beyond.map(|beyond| (line, beyond, false))
        },
    })
}

/// For each piece of the line between two neighbouring cuts, the owners of the intervals it lies in.
pub(super) fn segments(
    intervals: &[(Interval, usize)],
    budget: &mut Budget,
) -> Option<BTreeSet<BTreeSet<usize>>> {
    let ends = intervals
        .iter()
        .flat_map(|(interval, _)| [interval.from, interval.to]);
    let cuts: BTreeSet<Cut> = ends.flatten().collect();
    let starts = [None].into_iter().chain(cuts.into_iter().map(Some));
    let mut found = BTreeSet::new();
    for start in starts {
        budget.spend(intervals.len() + 1)?;
        let around = intervals.iter().filter(|(interval, _)| {
            interval.from <= start && interval.to.is_none_or(|to| start < Some(to))
        });
        found.insert(around.map(|(_, owner)| *owner).collect());
    }
    Some(found)
}
