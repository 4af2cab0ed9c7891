//! The name of a CloudTrail trail.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "trail-name",
    label: "Trail name",
    help: "The name of the trail, without its ARN. The console lists it under CloudTrail, Trails.",
    example: "org-audit",
    list: false,
    multiline: false,
    called: &[
        "trail",
        "trail_name",
        "trailname",
        "cloudtrail_name",
        "cloudtrail",
    ],
    validate,
    neutral,
};

/// AWS CloudTrail User Guide, "Naming requirements", read November 2026.
const RULE: NameRule = NameRule {
    what: "trail name",
    lengths: 3..=128,
    allows: |c| c.is_ascii_alphanumeric() || "._-".contains(c),
    allowed: "letters A to Z, digits and `._-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let name = RULE.check(typed)?;
    let is_sign = |c: char| "._-".contains(c);
    if name.starts_with(is_sign) || name.ends_with(is_sign) {
        return Err(Problem::new(
            "A trail name begins and ends with a letter or a digit.",
        ));
    }
    let has_two = name
        .as_bytes()
        .windows(2)
        .any(|pair| pair.iter().all(|byte| b"._-".contains(byte)));
    match has_two {
        true => Err(Problem::new("A trail name has no two of `._-` in a row.")),
        false => Ok(name),
    }
}

fn neutral(number: usize) -> String {
    format!("neutral-trail-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_name_and_takes_it_out_of_an_arn() {
        accepts(
            &TYPE,
            &[
                ("org-audit", "org-audit"),
                (
                    "arn:aws:cloudtrail:eu-central-1:210987654321:trail/org-audit",
                    "org-audit",
                ),
            ],
        );
    }

    #[test]
    fn says_what_cloudtrail_does_not_allow() {
        refuses(
            &TYPE,
            &[
                ("a", "This is 1 character; a trail name has 3 to 128."),
                (
                    "-audit",
                    "A trail name begins and ends with a letter or a digit.",
                ),
                ("a..b", "A trail name has no two of `._-` in a row."),
            ],
        );
    }
}
