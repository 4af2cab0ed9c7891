//! The name of an IAM user.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::iam_name;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "user-name",
    label: "User name",
    help: "The name of the IAM user, without path or ARN. The console lists it under IAM, Users.",
    example: "batchly-setup",
    list: false,
    multiline: false,
    called: &["user", "user_name", "username", "iam_user"],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    iam_name::validate("user", typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-user-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_names_that_iam_allows() {
        accepts(
            &TYPE,
            &[
                ("batchly-setup", "batchly-setup"),
                (" batchly-setup\n", "batchly-setup"),
                ("\u{200B}a+b=c,d.e@f_g-h", "a+b=c,d.e@f_g-h"),
                (&"n".repeat(64), &"n".repeat(64)),
            ],
        );
    }

    #[test]
    fn says_what_iam_does_not_allow() {
        let stranger = |what: &str| {
            format!("A user name has letters A to Z, digits and `+=,.@_-` only; this has {what}.")
        };
        refuses(
            &TYPE,
            &[
                ("jo doe", &stranger("a blank")),
                ("jo\u{A0}doe", &stranger("an unusual blank (U+00A0)")),
                ("j\u{f6}rg", &stranger("`\u{f6}`")),
                ("${aws:username}", &stranger("`$`")),
                ("jo*", &stranger("`*`")),
                ("\u{FEFF}", "Enter the user's name."),
                (
                    &"n".repeat(65),
                    "These are 65 characters; a user name has at most 64.",
                ),
                (
                    "team/jo",
                    "A path is not part of the user's name. Enter only the part after the last `/`.",
                ),
                (
                    "arn:aws:iam::210987654321:user/jo",
                    "This is an ARN. Enter only the user's name, the part after the last `/`.",
                ),
            ],
        );
    }
}
