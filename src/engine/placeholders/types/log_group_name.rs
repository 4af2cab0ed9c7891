//! The name of a CloudWatch log group.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "log-group-name",
    label: "Log group",
    help: "The name of the log group, such as `/aws/lambda/orders`. The console lists it under CloudWatch, Log groups.",
    example: "/acme/orders",
    list: false,
    multiline: false,
    called: &[
        "log_group",
        "log_group_name",
        "loggroup",
        "loggroup_name",
        "loggroupname",
        "cloudwatch_log_group",
    ],
    validate,
    neutral,
};

/// Amazon CloudWatch Logs API reference, `CreateLogGroup`, read November 2026.
const RULE: NameRule = NameRule {
    what: "log group name",
    lengths: 1..=512,
    allows: |c| c.is_ascii_alphanumeric() || "_/.#-".contains(c),
    allowed: "letters A to Z, digits and `_/.#-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let name = cleaned.strip_suffix(":*").unwrap_or(&cleaned);
    RULE.check(name.strip_prefix("log-group:").unwrap_or(name))
}

fn neutral(number: usize) -> String {
    format!("/neutral/log-group-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_name_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("/acme/orders", "/acme/orders"),
                ("/acme/orders:*", "/acme/orders"),
                (
                    "arn:aws:logs:eu-central-1:210987654321:log-group:/aws/lambda/orders:*",
                    "/aws/lambda/orders",
                ),
                (
                    "https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Forders",
                    "/aws/lambda/orders",
                ),
            ],
        );
    }

    #[test]
    fn says_what_cloudwatch_does_not_allow() {
        refuses(
            &TYPE,
            &[
                (
                    "/acme/*",
                    "A log group name has letters A to Z, digits and `_/.#-` only; this has `*`.",
                ),
                (
                    "/acme/a b",
                    "A log group name has letters A to Z, digits and `_/.#-` only; this has a blank.",
                ),
            ],
        );
    }
}
