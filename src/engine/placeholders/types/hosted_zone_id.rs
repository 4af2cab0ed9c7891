//! The ID of a Route 53 hosted zone.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{aws_id, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "hosted-zone-id",
    label: "Hosted zone ID",
    help: "It begins with `Z`. The console shows it with the hosted zone under Route 53.",
    example: "Z0123456789ABCDEFGHIJ",
    list: false,
    multiline: false,
    called: &[
        "hosted_zone",
        "hosted_zone_id",
        "hostedzone",
        "hostedzone_id",
        "zone_id",
        "zoneid",
        "route53_zone_id",
        "hz_id",
    ],
    validate,
    neutral,
};

/// Route 53 API reference, `GetHostedZone`: at most 32 characters; those in use have 8 and more.
fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let id = cleaned.trim_start_matches('/');
    let id = id.strip_prefix("hostedzone/").unwrap_or(id);
    aws_id::check("hosted zone ID", 'Z', 8..=32, id)
}

fn neutral(number: usize) -> String {
    format!("Z0NEUTRAL{number:09}")
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
                ("Z0123456789ABCDEFGHIJ", "Z0123456789ABCDEFGHIJ"),
                ("z3m3lmpextest", "Z3M3LMPEXTEST"),
                ("/hostedzone/Z0123456789ABCDEFGHIJ", "Z0123456789ABCDEFGHIJ"),
                (
                    "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ",
                    "Z0123456789ABCDEFGHIJ",
                ),
                (
                    "https://us-east-1.console.aws.amazon.com/route53/v2/hostedzones?region=eu-central-1#ListRecordSets/Z0123456789ABCDEFGHIJ",
                    "Z0123456789ABCDEFGHIJ",
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
                    "acme.dev",
                    "A hosted zone ID has capital letters A to Z and digits only; this has `.`.",
                ),
                ("E123456789", "A hosted zone ID begins with `Z`."),
                (
                    "Z123",
                    "These are 4 characters; a hosted zone ID has 8 to 32.",
                ),
            ],
        );
    }
}
