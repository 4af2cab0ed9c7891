//! IDs that AWS gives: a letter that tells what it is, then capital letters and digits.

use std::ops::RangeInclusive;

use super::name_rule::NameRule;
use super::types::Problem;

/// The ID in capital letters, or why it is none.
pub(super) fn check(
    what: &'static str,
    first: char,
    lengths: RangeInclusive<usize>,
    id: &str,
) -> Result<String, Problem> {
    let rule = NameRule {
        what,
        lengths,
        allows: |c| c.is_ascii_uppercase() || c.is_ascii_digit(),
        allowed: "capital letters A to Z and digits",
    };
    let id = rule.check(&id.to_ascii_uppercase())?;
    match id.starts_with(first) {
        true => Ok(id),
        false => Err(Problem::new(format!("A {what} begins with `{first}`."))),
    }
}
