//! The ID of a CloudFront distribution.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{aws_id, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "distribution-id",
    label: "Distribution ID",
    help: "It begins with `E`. The console lists it under CloudFront, Distributions.",
    example: "E1A2B3C4D5E6F7",
    list: false,
    multiline: false,
    called: &[
        "distribution",
        "distribution_id",
        "distributionid",
        "cloudfront_id",
        "cloudfront_distribution",
        "cloudfront_distribution_id",
        "cf_distribution_id",
    ],
    validate,
    neutral,
};

/// Those in use have 13 or 14 characters (Amazon CloudFront Developer Guide, read November 2026).
fn validate(typed: &str) -> Result<String, Problem> {
    let id = pasted::clean(typed);
    if id.to_ascii_lowercase().ends_with(".cloudfront.net") {
        return Err(Problem::new(
            "This is the distribution's domain name. Its ID begins with `E`.",
        ));
    }
    aws_id::check("distribution ID", 'E', 9..=21, &id)
}

fn neutral(number: usize) -> String {
    format!("E0NEUTRAL{number:06}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_an_id_in_any_case_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("E1A2B3C4D5E6F7", "E1A2B3C4D5E6F7"),
                (" e1a2b3c4d5e6f7 ", "E1A2B3C4D5E6F7"),
                (
                    "arn:aws:cloudfront::210987654321:distribution/E1A2B3C4D5E6F7",
                    "E1A2B3C4D5E6F7",
                ),
                (
                    "https://us-east-1.console.aws.amazon.com/cloudfront/v4/home?region=eu-central-1#/distributions/E1A2B3C4D5E6F7",
                    "E1A2B3C4D5E6F7",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_id() {
        refuses(
            &TYPE,
            &[
                (
                    "d111111abcdef8.cloudfront.net",
                    "This is the distribution's domain name. Its ID begins with `E`.",
                ),
                ("D1A2B3C4D5E6F7", "A distribution ID begins with `E`."),
                (
                    "*",
                    "A distribution ID has capital letters A to Z and digits only; this has `*`.",
                ),
            ],
        );
    }
}
