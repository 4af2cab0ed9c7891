//! The keys of objects in buckets, and their folders.

use super::name_rule::NameRule;
use super::types::Problem;

/// The key or folder, or why it is none.
///
/// Narrower than S3, which takes any character: a wildcard, a quote or a blank in a policy is a mistake more often than a key
/// (Amazon S3 User Guide, "Naming Amazon S3 objects", read November 2026).
pub(super) fn check(what: &'static str, path: &str) -> Result<String, Problem> {
    let rule = NameRule {
        what,
        lengths: 1..=1024,
        allows: |c| c.is_ascii_alphanumeric() || "!_.()=@:+,-/".contains(c),
        allowed: "letters A to Z, digits and `!_.()=@:+,-/`",
    };
    let path = rule.check(path)?;
    match path.split('/').any(str::is_empty) {
        true => Err(Problem::new(
            rule.sentence("has no empty part between two slashes."),
        )),
        false => Ok(path),
    }
}
