//! The name of an SNS topic.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "topic-name",
    label: "Topic name",
    help: "The name of the SNS topic, without its ARN.",
    example: "alarms",
    list: false,
    multiline: false,
    called: &[
        "topic",
        "topic_name",
        "topicname",
        "sns_topic",
        "sns_topic_name",
    ],
    validate,
    neutral,
};

/// Amazon SNS API reference, `CreateTopic`, read November 2026; only the name of a FIFO topic has a dot, in `.fifo`.
const RULE: NameRule = NameRule {
    what: "topic name",
    lengths: 1..=256,
    allows: |c| c.is_ascii_alphanumeric() || "_-.".contains(c),
    allowed: "letters A to Z, digits, `_`, `-` and `.`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-topic-{number}")
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
                ("alarms", "alarms"),
                (
                    "arn:aws:sns:eu-central-1:210987654321:alarms.fifo",
                    "alarms.fifo",
                ),
            ],
        );
    }

    #[test]
    fn says_what_sns_does_not_allow() {
        refuses(
            &TYPE,
            &[(
                "my alarms",
                "A topic name has letters A to Z, digits, `_`, `-` and `.` only; this has a blank.",
            )],
        );
    }
}
