//! A Region, of any partition.

use super::{PlaceholderType, Problem};
use crate::engine::catalog::partition_of_region;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "region",
    label: "Region",
    help: "The Region's code, such as `eu-central-1`. The console shows it in the menu beside the account.",
    example: "eu-central-1",
    list: false,
    multiline: false,
    called: &[
        "region",
        "region_name",
        "region_code",
        "region_id",
        "aws_region",
        "awsregion",
    ],
    validate,
    neutral,
};

/// Real Regions first, so that a check which knows them has nothing to say.
const NEUTRAL: [&str; 12] = [
    "eu-west-1",
    "us-west-2",
    "ap-northeast-1",
    "ca-central-1",
    "eu-north-1",
    "us-east-2",
    "sa-east-1",
    "ap-south-1",
    "eu-west-3",
    "us-west-1",
    "ap-southeast-2",
    "eu-central-2",
];

pub(super) fn validate(typed: &str) -> Result<String, Problem> {
    let value: String = pasted::clean(typed)
        .chars()
        .map(|c| {
            if pasted::is_hyphen(c) {
                '-'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect();
    let is_region = |code: &str| partition_of_region(code).is_some();
    if is_region(&value) {
        return Ok(value);
    }
    let region = value.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_zone = is_region(region) && value.len() == region.len() + 1;
    Err(Problem::new(match is_zone {
        true => format!("This is an Availability Zone. Its Region is `{region}`."),
        false => "A Region's code looks like `eu-central-1` or `us-gov-west-1`.".to_string(),
    }))
}

pub(super) fn neutral(number: usize) -> String {
    let made_up = number.saturating_sub(NEUTRAL.len());
    NEUTRAL.get(number).map_or_else(
        || format!("eu-neutral{}-1", letters(made_up)),
        |region| (*region).to_string(),
    )
}

/// The number in base 26, its digits the letters a to z.
fn letters(number: usize) -> String {
    let digits = std::iter::successors(Some(number), |rest| (*rest >= 26).then_some(rest / 26));
    digits
        .filter_map(|rest| u8::try_from(rest % 26).ok())
        .map(|digit| char::from(b'a' + digit))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_the_regions_of_every_partition() {
        accepts(
            &TYPE,
            &[
                ("eu-central-1", "eu-central-1"),
                (" EU-Central-1\t", "eu-central-1"),
                ("us\u{2011}east\u{2011}1", "us-east-1"),
                ("us-gov-west-1", "us-gov-west-1"),
                ("cn-north-1", "cn-north-1"),
                ("cn-northwest-1", "cn-northwest-1"),
                ("eusc-de-east-1", "eusc-de-east-1"),
                ("us-iso-east-1", "us-iso-east-1"),
                ("us-isob-east-1", "us-isob-east-1"),
                ("eu-isoe-west-1", "eu-isoe-west-1"),
                ("mx-central-1", "mx-central-1"),
                ("ap-southeast-7", "ap-southeast-7"),
                ("arn:aws:sqs:eu-west-3:210987654321:orders", "eu-west-3"),
                (
                    "https://eu-central-1.console.aws.amazon.com/ec2/home",
                    "eu-central-1",
                ),
            ],
        );
    }

    #[test]
    fn says_what_a_region_looks_like() {
        let message = "A Region's code looks like `eu-central-1` or `us-gov-west-1`.";
        refuses(
            &TYPE,
            &[
                (
                    "eu-central-1a",
                    "This is an Availability Zone. Its Region is `eu-central-1`.",
                ),
                ("Frankfurt", message),
                ("eu-central", message),
                ("eu_central_1", message),
                ("*", message),
                ("eu-*", message),
                ("global-long-central-1", message),
                ("eu-central-1-1", message),
                ("eu-central-100", message),
                ("1-eu-central", message),
                ("eu--1", message),
                ("-", message),
                ("xx-central-1", message),
            ],
        );
    }
}
