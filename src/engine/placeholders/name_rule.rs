//! The rule that a name follows: how long it may be, and which characters it may have.

use std::ops::RangeInclusive;

use super::pasted;
use super::types::Problem;

/// What a name of some kind may look like.
pub(super) struct NameRule {
    /// What it is, in small letters: "role name".
    pub what: &'static str,
    /// How many characters it may have.
    pub lengths: RangeInclusive<usize>,
    /// Which characters it may have.
    pub allows: fn(char) -> bool,
    /// The same in words, to follow "has": "letters A to Z, digits and `._-`".
    pub allowed: &'static str,
}

/// Whether IAM allows the character in the name of a user, role or policy
/// (AWS, "IAM and STS quotas", read November 2026).
pub(super) fn in_iam_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "+=,.@_-".contains(c)
}

/// [`in_iam_name`] in words.
pub(super) const IAM_CHARACTERS: &str = "letters A to Z, digits and `+=,.@_-`";

impl NameRule {
    /// The rule for a name of IAM that has at most so many characters.
    pub(super) const fn iam(what: &'static str, most: usize) -> Self {
        NameRule {
            what,
            lengths: 1..=most,
            allows: in_iam_name,
            allowed: IAM_CHARACTERS,
        }
    }

    /// The name, without what copying has left round it, or why it is none.
    pub(super) fn check(&self, typed: &str) -> Result<String, Problem> {
        let name = pasted::clean(typed);
        match self.objection(&name) {
            Some(message) => Err(Problem::new(message)),
            None => Ok(name),
        }
    }

    /// What is wrong with the name, if something is.
    pub(super) fn objection(&self, name: &str) -> Option<String> {
        let what = self.what;
        if name.is_empty() {
            return Some(format!("Enter {}.", with_article(what)));
        }
        if name.starts_with("arn:") && !(self.allows)(':') {
            return Some(format!(
                "This is an ARN, and not one that has {} in it.",
                with_article(what)
            ));
        }
        if let Some(stranger) = name.chars().find(|c| !(self.allows)(*c)) {
            return Some(self.strange(stranger));
        }
        self.wrong_length(name.chars().count())
    }

    /// A sentence about such a name, given the rest of it: "A role name has no …".
    pub(super) fn sentence(&self, rest: &str) -> String {
        format!("{} {rest}", capitalised(&with_article(self.what)))
    }

    fn strange(&self, stranger: char) -> String {
        if stranger == '/' {
            return self.sentence("has no `/`. Enter only the part after the last one.");
        }
        let found = pasted::quoted(stranger);
        self.sentence(&format!("has {} only; this has {found}.", self.allowed))
    }

    fn wrong_length(&self, len: usize) -> Option<String> {
        let (least, most) = (*self.lengths.start(), *self.lengths.end());
        let these = match len {
            1 => "This is 1 character".to_string(),
            _ => format!("These are {len} characters"),
        };
        let allowed = match least {
            _ if least == most => most.to_string(),
            1 => format!("at most {most}"),
            _ => format!("{least} to {most}"),
        };
        (!self.lengths.contains(&len))
            .then(|| format!("{these}; {} has {allowed}.", with_article(self.what)))
    }
}

fn with_article(what: &str) -> String {
    let article = if what.starts_with(['a', 'e', 'i', 'o', 'O']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {what}")
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_uppercase())
            .chain(characters)
            .collect()
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::NameRule;

    #[test]
    fn says_what_a_name_lacks_or_has_too_much_of() {
        let role = NameRule::iam("role name", 4);
        let id = NameRule {
            what: "external ID",
            lengths: 2..=4,
            ..NameRule::iam("", 0)
        };
        for (rule, typed, message) in [
            (&role, "\u{FEFF}", "Enter a role name."),
            (
                &role,
                "jo do",
                "A role name has letters A to Z, digits and `+=,.@_-` only; this has a blank.",
            ),
            (
                &role,
                "a/b",
                "A role name has no `/`. Enter only the part after the last one.",
            ),
            (
                &role,
                "abcde",
                "These are 5 characters; a role name has at most 4.",
            ),
            (
                &role,
                "arn:aws:s3:::b",
                "This is an ARN, and not one that has a role name in it.",
            ),
            (&id, "a", "This is 1 character; an external ID has 2 to 4."),
            (
                &id,
                "é",
                "An external ID has letters A to Z, digits and `+=,.@_-` only; this has `é`.",
            ),
        ] {
            let problem = rule.check(typed).unwrap_err();
            assert_eq!(problem.message, message, "{typed}");
        }
        assert_eq!(role.check(" a@-_\n").as_deref(), Ok("a@-_"));
    }
}
