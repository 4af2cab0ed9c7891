//! The name of an S3 bucket.

use std::net::Ipv4Addr;

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::pasted;

// Rules: AWS, "General purpose bucket naming rules", read August 2026.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=63;
const RESERVED_STARTS: [&str; 3] = ["xn--", "sthree-", "amzn-s3-demo-"];
const RESERVED_ENDS: [&str; 5] = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "bucket-name",
    label: "Bucket name",
    help: "The name of the S3 bucket alone, without `s3://` and without a path. Lower-case letters, digits, hyphens and dots.",
    example: "acme-prod-data",
    list: false,
    multiline: false,
    called: &[
        "bucket",
        "bucket_name",
        "bucketname",
        "s3_bucket",
        "s3_bucket_name",
        "s3bucket",
        "s3bucketname",
        "bucket_id",
    ],
    validate,
    neutral,
};

pub(super) fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let name = cleaned.strip_suffix('/').unwrap_or(&cleaned);
    match problem(name) {
        Some(message) => Err(Problem::new(message)),
        None => Ok(name.to_string()),
    }
}

fn problem(name: &str) -> Option<String> {
    if let Some((bucket, _)) = name.split_once('/') {
        return Some(format!(
            "A path is not part of a bucket's name. Enter only the name{}.",
            if bucket.is_empty() {
                String::new()
            } else {
                format!(", `{bucket}`")
            }
        ));
    }
    strange_character(name)
        .or_else(|| wrong_length(name))
        .or_else(|| wrong_border(name))
        .or_else(|| reserved(name))
}

fn strange_character(name: &str) -> Option<String> {
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    let stranger = name.chars().find(|c| !is_allowed(*c))?;
    Some(match stranger {
        'A'..='Z' => "A bucket's name has no capital letters. Enter it in lower case.".into(),
        '_' => "A bucket's name has no underscores. Is it written with hyphens?".into(),
        _ => format!(
            "A bucket's name has lower-case letters a to z, digits, hyphens and dots only; this has {}.",
            pasted::quoted(stranger)
        ),
    })
}

fn wrong_length(name: &str) -> Option<String> {
    let (shortest, longest) = (LENGTHS.start(), LENGTHS.end());
    let len = name.len();
    let characters = if len == 1 {
        "This is 1 character".into()
    } else {
        format!("These are {len} characters")
    };
    (!LENGTHS.contains(&len))
        .then(|| format!("{characters}; a bucket's name has {shortest} to {longest}."))
}

fn wrong_border(name: &str) -> Option<String> {
    let is_sign = |c: char| c == '-' || c == '.';
    if name.starts_with(is_sign) || name.ends_with(is_sign) {
        return Some("A bucket's name begins and ends with a letter or a digit.".into());
    }
    if name.contains("..") {
        return Some("A bucket's name has no two dots in a row.".into());
    }
    name.parse::<Ipv4Addr>()
        .is_ok()
        .then(|| "A bucket's name does not look like an IP address.".into())
}

fn reserved(name: &str) -> Option<String> {
    let start = RESERVED_STARTS
        .iter()
        .find(|start| name.starts_with(**start));
    let end = RESERVED_ENDS.iter().find(|end| name.ends_with(**end));
    match (start, end) {
        (Some(&"amzn-s3-demo-"), _) => {
            Some("Names that begin with `amzn-s3-demo-` are samples of AWS's documentation. Enter your bucket's name.".into())
        }
        (Some(start), _) => Some(format!("AWS allows no bucket's name to begin with `{start}`.")),
        (None, Some(end)) => Some(format!("A general purpose bucket's name does not end in `{end}`; AWS keeps that ending for itself.")),
        (None, None) => None,
    }
}

fn neutral(number: usize) -> String {
    format!("neutral-bucket-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_names_that_s3_allows_and_takes_them_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("acme-prod-data", "acme-prod-data"),
                ("abc", "abc"),
                ("1.2.3", "1.2.3"),
                ("my.bucket.2", "my.bucket.2"),
                (&"a".repeat(63), &"a".repeat(63)),
                (" acme-prod-data\u{200B}\n", "acme-prod-data"),
                ("s3://acme-prod-data", "acme-prod-data"),
                ("s3://acme-prod-data/", "acme-prod-data"),
                ("acme-prod-data/", "acme-prod-data"),
                ("arn:aws:s3:::acme-prod-data", "acme-prod-data"),
                ("arn:aws-cn:s3:::acme-prod-data", "acme-prod-data"),
                ("s3://acme-prod-data/logs/", "acme-prod-data"),
                ("arn:aws:s3:::acme-prod-data/*", "acme-prod-data"),
                (
                    "https://acme-prod-data.s3.eu-central-1.amazonaws.com/a",
                    "acme-prod-data",
                ),
                (
                    "https://eu-central-1.console.aws.amazon.com/s3/buckets/acme-prod-data?region=eu-central-1",
                    "acme-prod-data",
                ),
            ],
        );
    }

    #[test]
    fn says_which_characters_a_name_cannot_have() {
        let stranger = |what: &str| {
            format!(
                "A bucket's name has lower-case letters a to z, digits, hyphens and dots only; this has {what}."
            )
        };
        refuses(
            &TYPE,
            &[
                (
                    "Acme",
                    "A bucket's name has no capital letters. Enter it in lower case.",
                ),
                (
                    "acme_data",
                    "A bucket's name has no underscores. Is it written with hyphens?",
                ),
                ("acme data", &stranger("a blank")),
                ("acme*", &stranger("`*`")),
                ("b\u{fc}cher", &stranger("`\u{fc}`")),
                ("https:acme", &stranger("`:`")),
                (
                    "acme/*",
                    "A path is not part of a bucket's name. Enter only the name, `acme`.",
                ),
                (
                    "//acme",
                    "A path is not part of a bucket's name. Enter only the name.",
                ),
            ],
        );
    }

    #[test]
    fn says_how_long_a_name_is_and_how_it_begins_and_ends() {
        let border = "A bucket's name begins and ends with a letter or a digit.";
        refuses(
            &TYPE,
            &[
                ("ab", "These are 2 characters; a bucket's name has 3 to 63."),
                ("a", "This is 1 character; a bucket's name has 3 to 63."),
                ("/", "These are 0 characters; a bucket's name has 3 to 63."),
                (
                    &"a".repeat(64),
                    "These are 64 characters; a bucket's name has 3 to 63.",
                ),
                ("-acme", border),
                ("acme.", border),
                ("ac..me", "A bucket's name has no two dots in a row."),
                (
                    "192.168.5.4",
                    "A bucket's name does not look like an IP address.",
                ),
            ],
        );
    }

    #[test]
    fn says_which_names_aws_keeps_for_itself() {
        let keeps = |end: &str| {
            format!(
                "A general purpose bucket's name does not end in `{end}`; AWS keeps that ending for itself."
            )
        };
        refuses(
            &TYPE,
            &[
                (
                    "xn--acme",
                    "AWS allows no bucket's name to begin with `xn--`.",
                ),
                (
                    "sthree-acme",
                    "AWS allows no bucket's name to begin with `sthree-`.",
                ),
                (
                    "amzn-s3-demo-bucket",
                    "Names that begin with `amzn-s3-demo-` are samples of AWS's documentation. Enter your bucket's name.",
                ),
                ("acme-s3alias", &keeps("-s3alias")),
                ("acme--use1-az4--x-s3", &keeps("--x-s3")),
            ],
        );
    }
}
