//! The name of an AWS Batch job queue.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "job-queue-name",
    label: "Job queue",
    help: "The name of the Batch job queue, without its ARN. The console lists it under Batch, Job queues.",
    example: "nf-spot",
    list: false,
    multiline: false,
    called: &["job_queue", "job_queue_name", "batch_queue"],
    validate,
    neutral,
};

/// AWS Batch API reference, `CreateJobQueue`, read November 2026.
const RULE: NameRule = NameRule {
    what: "job queue name",
    lengths: 1..=128,
    allows: |c| c.is_ascii_alphanumeric() || "_-".contains(c),
    allowed: "letters A to Z, digits, `_` and `-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-queue-{number}")
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
                ("nf-spot", "nf-spot"),
                (" nf_spot ", "nf_spot"),
                (
                    "arn:aws:batch:eu-central-1:210987654321:job-queue/nf-spot",
                    "nf-spot",
                ),
            ],
        );
    }

    #[test]
    fn says_what_batch_does_not_allow() {
        refuses(
            &TYPE,
            &[(
                "nf.spot",
                "A job queue name has letters A to Z, digits, `_` and `-` only; this has `.`.",
            )],
        );
    }
}
