//! The name of an SQS queue.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "queue-name",
    label: "Queue name",
    help: "The name of the SQS queue, without its ARN or URL. Only the name of a FIFO queue ends in `.fifo`.",
    example: "upload-events",
    list: false,
    multiline: false,
    called: &[
        "queue",
        "queue_name",
        "queuename",
        "sqs_queue",
        "sqs_queue_name",
        "sqs_name",
    ],
    validate,
    neutral,
};

/// Amazon SQS API reference, `CreateQueue`, read November 2026; the 80 characters include `.fifo`.
const RULE: NameRule = NameRule {
    what: "queue name",
    lengths: 1..=80,
    allows: |c| c.is_ascii_alphanumeric() || "_-".contains(c),
    allowed: "letters A to Z, digits, `_` and `-`",
};

const FIFO: &str = ".fifo";

fn validate(typed: &str) -> Result<String, Problem> {
    let name = pasted::clean(typed);
    let stem = name.strip_suffix(FIFO).unwrap_or(&name);
    RULE.check(stem)?;
    match name.len() > *RULE.lengths.end() {
        true => Err(Problem::new(format!(
            "These are {} characters; a queue name has at most 80, with `.fifo`.",
            name.len()
        ))),
        false => Ok(name),
    }
}

fn neutral(number: usize) -> String {
    format!("neutral-queue-{number}")
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
                ("upload-events", "upload-events"),
                ("orders.fifo", "orders.fifo"),
                (
                    "arn:aws:sqs:eu-central-1:210987654321:orders.fifo",
                    "orders.fifo",
                ),
                (
                    "https://sqs.eu-central-1.amazonaws.com/210987654321/upload-events",
                    "upload-events",
                ),
            ],
        );
    }

    #[test]
    fn says_what_sqs_does_not_allow() {
        refuses(
            &TYPE,
            &[
                (
                    "a.b",
                    "A queue name has letters A to Z, digits, `_` and `-` only; this has `.`.",
                ),
                (
                    &"q".repeat(81),
                    "These are 81 characters; a queue name has at most 80.",
                ),
                (
                    &format!("{}.fifo", "q".repeat(78)),
                    "These are 83 characters; a queue name has at most 80, with `.fifo`.",
                ),
            ],
        );
    }
}
