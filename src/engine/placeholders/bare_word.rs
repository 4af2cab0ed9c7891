//! Stand-ins without brackets: runs of X and words in capitals, in typed places only.

use super::place::Place;
use crate::engine::policy::is_unique_id;

/// A stand-in without brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BareWord {
    /// `XXXXXXXXXXXX`, also in groups joined by hyphens; with the number of its letters.
    Run(usize),
    /// `USERNAME`, `YOUR_ACCOUNT_ID`.
    Capitals,
}

const SHORTEST_RUN: usize = 3;

/// Words that tell a stand-in from a user or role whose real name is in capitals, such as `ADMIN`.
const TELLING_WORDS: [&str; 10] = [
    "USER",
    "ROLE",
    "NAME",
    "YOUR",
    "INSERT",
    "REPLACE",
    "CHANGE",
    "ENTER",
    "PLACEHOLDER",
    "HERE",
];

/// What the whole text of a typed place is, when it is a stand-in.
pub(super) fn read(place: Place, text: &str) -> Option<BareWord> {
    if let Some(run) = read_run(place, text) {
        return Some(run);
    }
    let is_word = text.len() >= 2
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().all(is_capital)
        && !is_unique_id(text);
    let is_telling = || TELLING_WORDS.iter().any(|word| text.contains(word));
    let may_be_real = matches!(place, Place::User | Place::Role);
    (is_word && (!may_be_real || is_telling())).then_some(BareWord::Capitals)
}

fn is_capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-'
}

/// In an account field every repeated letter stands for digits; elsewhere `aaa` may be a name, and only X does.
fn read_run(place: Place, text: &str) -> Option<BareWord> {
    let letters = text.bytes().filter(|byte| *byte != b'-').count();
    let first = text.bytes().next().filter(u8::is_ascii_alphabetic)?;
    let is_run = text.bytes().all(|byte| byte == first || byte == b'-') && letters >= SHORTEST_RUN;
    let is_stand_in = place == Place::Account || first.eq_ignore_ascii_case(&b'x');
    (is_run && is_stand_in).then_some(BareWord::Run(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_runs_and_capitals_where_they_can_be_nothing_else() {
        let cases = [
            (Place::Account, "XXXXXXXXXXXXX", Some(BareWord::Run(13))),
            (Place::Account, "xxx", Some(BareWord::Run(3))),
            (Place::Account, "XXXX-XXXX-XXXX", Some(BareWord::Run(12))),
            (Place::Account, "YYYYYYYYYYYY", Some(BareWord::Run(12))),
            (Place::Account, "YOUR_ACCOUNT_ID", Some(BareWord::Capitals)),
            (Place::Account, "ACCOUNT-ID", Some(BareWord::Capitals)),
            (Place::Account, "xx", None),
            (Place::Account, "XXYXX", Some(BareWord::Capitals)),
            (Place::Account, "aws", None),
            (Place::Account, "AROADBQP57FF2AEXAMPLE", None),
            (Place::Account, "*", None),
            (Place::Account, "123456789012", None),
            (Place::Account, "000000000000", None),
            (Place::Region, "REGION", Some(BareWord::Capitals)),
            (Place::Region, "eu-central-1", None),
            (Place::Partition, "PARTITION", Some(BareWord::Capitals)),
            (Place::User, "USERNAME", Some(BareWord::Capitals)),
            (Place::User, "USER_NAME", Some(BareWord::Capitals)),
            (Place::User, "YOUR_LOGIN", Some(BareWord::Capitals)),
            (Place::User, "ADMIN", None),
            (Place::User, "*", None),
            (Place::User, "Username", None),
            (Place::Role, "ROLE_NAME", Some(BareWord::Capitals)),
            (Place::Role, "YOUR_ROLE", Some(BareWord::Capitals)),
            (Place::Role, "xxxx", Some(BareWord::Run(4))),
            (Place::Role, "aaa", None),
            (Place::Role, "DBA", None),
            (Place::Bucket, "BUCKET_NAME", Some(BareWord::Capitals)),
            (Place::Bucket, "S3_BUCKET_NAME", Some(BareWord::Capitals)),
            (Place::Bucket, "aaa", None),
            (Place::Bucket, "BUCKET*", None),
            (Place::Bucket, "", None),
        ];
        for (place, text, expected) in cases {
            assert_eq!(read(place, text), expected, "{place:?} {text}");
        }
    }
}
