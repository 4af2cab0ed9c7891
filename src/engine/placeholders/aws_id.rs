//! IDs that AWS gives: a letter that tells what it is, then capital letters and digits.

use std::ops::RangeInclusive;

use super::name_rule::NameRule;
use super::pasted;
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

/// An ID of EC2 in small letters: a beginning that tells what it is, then hexadecimal digits, as many as one of `lengths`.
pub(super) fn check_behind(
    what: &'static str,
    start: &str,
    lengths: &[usize],
    id: &str,
) -> Result<String, Problem> {
    let rule = NameRule {
        what,
        lengths: 1..=usize::MAX,
        allows: |_| true,
        allowed: "",
    };
    let id = id.to_ascii_lowercase();
    let digits = id
        .strip_prefix(start)
        .ok_or_else(|| Problem::new(rule.sentence(&format!("begins with `{start}`."))))?;
    if let Some(stranger) = digits.chars().find(|c| !c.is_ascii_hexdigit()) {
        let found = pasted::quoted(stranger);
        return Err(Problem::new(rule.sentence(&format!(
            "has digits and letters a to f only after `{start}`; this has {found}."
        ))));
    }
    if !lengths.contains(&digits.len()) {
        let allowed: Vec<String> = lengths.iter().map(usize::to_string).collect();
        return Err(Problem::new(rule.sentence(&format!(
            "has {} characters after `{start}`; this has {}.",
            allowed.join(" or "),
            digits.len()
        ))));
    }
    Ok(id)
}
