//! Stand-ins without brackets: runs of one sign, and words in places where something else must stand.

use super::name::snake_case;
use super::place::{Freedom, Place};
use super::types;
use super::wording::Wording;
use crate::engine::catalog::{partition_of_region, partition_rule};
use crate::engine::policy::is_unique_id;

/// A stand-in without brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BareWord {
    /// `XXXXXXXXXXXX`, also in groups joined by hyphens; with the number of its signs.
    Run(usize),
    /// `USERNAME`, `YOUR_ACCOUNT_ID`, `account-id`, `your account`.
    Word,
}

const SHORTEST_RUN: usize = 3;

/// What Markdown writes round a word in italics, as AWS's documentation sets off what is to be replaced.
const EMPHASIS: [char; 2] = ['*', '_'];

/// Words in the account field that are no account IDs and mean what they say: AWS's own resources, and those of sellers.
const ACCOUNT_LITERALS: [&str; 7] = [
    "aws",
    "amazon",
    "cloudfront",
    "aws-marketplace",
    "aws-managed",
    "default",
    "self",
];

/// Words that tell a stand-in from a user or role whose real name is in capitals, such as `ADMIN`.
const TELLING: [&str; 3] = ["USER", "ROLE", "NAME"];

/// What the whole text of a typed place is, when it is a stand-in.
pub(super) fn read(place: Place, text: &str) -> Option<BareWord> {
    if let Some(run) = read_run(place, text) {
        return Some(run);
    }
    let is_emphasised = text.len() > 2 && text.starts_with(EMPHASIS) && text.ends_with(EMPHASIS);
    let text = match is_emphasised {
        true => text.trim_matches(EMPHASIS),
        false => text,
    };
    let is_wording = |c: char| c.is_alphanumeric() || " _-.'()".contains(c);
    if !text.starts_with(char::is_alphabetic) && place != Place::Account
        || text.chars().count() < 2
        || !text.chars().all(is_wording)
        || is_unique_id(text)
    {
        return None;
    }
    let wording = Wording::new(text);
    let is_word = match is_emphasised && place.freedom() != Freedom::Fixed {
        true => wording.asks() || wording.names_a_kind(),
        false => is_word(place, text, &wording),
    };
    is_word.then_some(BareWord::Word)
}

fn is_word(place: Place, text: &str, wording: &Wording) -> bool {
    if wording.asks() && place != Place::Text || wording.is_mine() || is_hidden_id(text) {
        return true;
    }
    match place.freedom() {
        Freedom::Fixed => is_no_value(place, text, wording),
        Freedom::SmallLetters => {
            wording.is_loud() || wording.names_a_kind() || is_prose(text, wording)
        }
        Freedom::Free => is_telling(place, text, wording),
        Freedom::Open => wording.is_loud() && wording.asks(),
    }
}

/// A text in a field whose values have one shape, and this is another.
fn is_no_value(place: Place, text: &str, wording: &Wording) -> bool {
    let lower = text.to_ascii_lowercase();
    match place {
        Place::Account => {
            let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
            // A digit mistyped as a letter is a mistake in an account ID, and no stand-in for one.
            (letters > 2 || !text.is_ascii()) && !ACCOUNT_LITERALS.contains(&lower.as_str())
        }
        Place::Region => {
            let is_name = wording.has("region") || lower.ends_with("-x") || wording.is_loud();
            is_name && partition_of_region(&lower).is_none()
        }
        _ => (wording.has("partition") || wording.is_loud()) && partition_rule(&lower).is_none(),
    }
}

/// Words with blanks between them where a name can have none, and one that says what kind of thing is meant.
fn is_prose(text: &str, wording: &Wording) -> bool {
    let has_digits = text.contains(|c: char| c.is_ascii_digit());
    text.trim().contains(' ') && !has_digits && wording.mentions_a_kind()
}

fn is_telling(place: Place, text: &str, wording: &Wording) -> bool {
    // A tag may well be called `ResourceName`.
    if matches!(place, Place::TagKey | Place::TagValue) {
        return wording.has("tag") && wording.is_generic();
    }
    // ARNs have labels of their own, such as `autoScalingGroupName`.
    let is_label = place == Place::Resource
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_person = matches!(place, Place::User | Place::Role);
    let tells = || TELLING.iter().any(|word| text.contains(word));
    let is_generic_and_loud = wording.is_loud() && wording.len() > 1 && wording.is_generic();
    let is_whole = matches!(place, Place::Principal | Place::Arn | Place::PolicyArn);
    let is_loud_name = is_whole && wording.is_loud() && text.contains('_');
    wording.names_a_kind() && !is_label
        || is_generic_and_loud
        || wording.is_loud() && is_person && tells()
        || is_loud_name
}

/// An ID of which only the beginning is written: `vpc-xxxxxxxx`, `i-XXXXXXXX`, `ZXXXXXXXXXX`.
fn is_hidden_id(text: &str) -> bool {
    let rest = text.trim_end_matches(['x', 'X']);
    let hidden = text.len() - rest.len();
    let is_start = rest.len() <= 5 && (rest.ends_with('-') || matches!(rest, "Z" | "E"));
    hidden >= 2 * SHORTEST_RUN && is_start
}

/// In a field whose values have one shape every repeated sign stands for others; elsewhere `aaa` may be a name, and only X does.
fn read_run(place: Place, text: &str) -> Option<BareWord> {
    let first = text.bytes().next()?;
    let signs = text.bytes().filter(|byte| *byte != b'-').count();
    let is_run = text
        .bytes()
        .all(|byte| byte.eq_ignore_ascii_case(&first) || byte == b'-');
    let is_fixed = place.freedom() == Freedom::Fixed;
    let is_stand_in = match first {
        b'x' | b'X' => true,
        b'?' => is_fixed || matches!(place, Place::Principal | Place::Arn),
        b'0' | b'1' | b'9' => {
            place == Place::Account && signs != types::ACCOUNT_ID_DIGITS && signs >= 9
        }
        _ => first.is_ascii_alphabetic() && place == Place::Account,
    };
    (is_run && is_stand_in && signs >= SHORTEST_RUN).then_some(BareWord::Run(signs))
}

/// Whether a word in the middle of a value is a stand-in: `ACCOUNT_ID` in `logs-ACCOUNT_ID-prod`.
///
/// Only capitals with an underscore count, which say what they stand for; where capitals cannot be, any do.
pub(super) fn is_embedded(word: &str, in_small_letters: bool) -> bool {
    let starts_well = word.starts_with(|c: char| c.is_ascii_uppercase());
    if !starts_well || word.len() < 2 || word.contains(char::is_lowercase) {
        return false;
    }
    let is_run = word.bytes().all(|byte| byte == b'X');
    if is_run {
        return word.len() >= 2 * SHORTEST_RUN;
    }
    let has_type = || types::type_for_name(&snake_case(word)) != &types::FREE_TEXT;
    let wording = Wording::new(word);
    let says_what = wording.asks()
        || wording.is_mine()
        || wording.names_a_kind()
        || wording.is_generic() && has_type();
    let is_whole = !word.ends_with('_') && !is_unique_id(word);
    is_whole && (in_small_letters || word.contains('_') && says_what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_runs_and_words_where_they_can_be_nothing_else() {
        use BareWord::{Run, Word};
        let cases = [
            (Place::Account, "XXXXXXXXXXXXX", Some(Run(13))),
            (Place::Account, "xxx", Some(Run(3))),
            (Place::Account, "XXXX-XXXX-XXXX", Some(Run(12))),
            (Place::Account, "XxXx", Some(Run(4))),
            (Place::Account, "YYYYYYYYYYYY", Some(Run(12))),
            (Place::Account, "????", Some(Run(4))),
            (Place::Account, "0000000000", Some(Run(10))),
            (Place::Account, "YOUR_ACCOUNT_ID", Some(Word)),
            (Place::Account, "ACCOUNT-ID", Some(Word)),
            (Place::Account, "account-id", Some(Word)),
            (Place::Account, "Placeholder", Some(Word)),
            (Place::Account, "the customer's account", Some(Word)),
            (Place::Account, "1234xxxx9012", Some(Word)),
            (Place::Account, "xx", None),
            (Place::Account, "XXYXX", Some(Word)),
            (Place::Account, "aws", None),
            (Place::Account, "cloudfront", None),
            (Place::Account, "12345678901O", None),
            (Place::Account, "AROADBQP57FF2AEXAMPLE", None),
            (Place::Account, "*account-id*", Some(Word)),
            (Place::Bucket, "*bucket-name*", Some(Word)),
            (Place::Bucket, "*-logs-*", None),
            (Place::Role, "*Admin*", None),
            (Place::Account, "*", None),
            (Place::Account, "123456789012", None),
            (Place::Account, "123456789", None),
            (Place::Account, "000000000000", None),
            (Place::Region, "REGION", Some(Word)),
            (Place::Region, "region", Some(Word)),
            (Place::Region, "us-east-x", Some(Word)),
            (Place::Region, "xx-xxxx-x", Some(Run(7))),
            (Place::Region, "eu-central-1", None),
            (Place::Region, "EU-CENTRAL-1", None),
            (Place::Region, "eu-centrl", None),
            (Place::Partition, "PARTITION", Some(Word)),
            (Place::Partition, "AWS", None),
            (Place::User, "USERNAME", Some(Word)),
            (Place::User, "USER_NAME", Some(Word)),
            (Place::User, "user-name", Some(Word)),
            (Place::User, "YOUR_LOGIN", Some(Word)),
            (Place::User, "ADMIN", None),
            (Place::User, "*", None),
            (Place::User, "Username", Some(Word)),
            (Place::Role, "ROLE_NAME", Some(Word)),
            (Place::Role, "YOUR_ROLE", Some(Word)),
            (Place::Role, "xxxx", Some(Run(4))),
            (Place::Role, "aaa", None),
            (Place::Role, "DBA", None),
            (Place::Role, "service-role", None),
            (Place::Bucket, "BUCKET_NAME", Some(Word)),
            (Place::Bucket, "S3_BUCKET_NAME", Some(Word)),
            (Place::Bucket, "bucket-name", Some(Word)),
            (Place::Bucket, "your bucket", Some(Word)),
            (Place::Bucket, "acme_data", None),
            (Place::Bucket, "aaa", None),
            (Place::Bucket, "BUCKET*", None),
            (Place::Bucket, "", None),
            (Place::Table, "TABLE", None),
            (Place::Table, "TABLE_NAME", Some(Word)),
            (Place::Table, "ORDERS_EU", None),
            (Place::Vpc, "vpc-xxxxxxxx", Some(Word)),
            (Place::HostedZone, "ZXXXXXXXXXXXX", Some(Word)),
            (Place::Organization, "o-xxxxxxxxxx", Some(Word)),
            (Place::Principal, "IAM_ROLE", Some(Word)),
            (Place::Arn, "SNS-topic-ARN", Some(Word)),
            (Place::Arn, "key-name", Some(Word)),
            (Place::Arn, "acme", None),
            (Place::Resource, "CLUSTER_NAME", Some(Word)),
            (Place::Resource, "cluster-name", Some(Word)),
            (Place::Resource, "policyName", None),
            (Place::Resource, "PROFILE", None),
            (Place::TagValue, "PROD", None),
            (Place::Text, "TLSV", None),
            (Place::Text, "YOUR_APP_ID", Some(Word)),
            (Place::Text, "your own words", None),
        ];
        for (place, text, expected) in cases {
            assert_eq!(read(place, text), expected, "{place:?} {text}");
        }
    }

    #[test]
    fn reads_words_in_the_middle_of_a_value() {
        for (word, in_small_letters, expected) in [
            ("ACCOUNT_ID", false, true),
            ("YOUR_TEAM", false, true),
            ("XXXXXXXXXXXX", false, true),
            ("APPNAME", true, true),
            ("APPNAME", false, false),
            ("USERNAME", false, false),
            ("AWSLogs", false, false),
            ("X", true, false),
            ("XXX", true, false),
        ] {
            assert_eq!(is_embedded(word, in_small_letters), expected, "{word}");
        }
    }
}
