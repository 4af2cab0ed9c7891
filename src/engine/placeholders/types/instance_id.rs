//! The ID of an EC2 instance.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{aws_id, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "instance-id",
    label: "Instance ID",
    help: "It begins with `i-`. The console lists it under EC2, Instances.",
    example: "i-0a1b2c3d4e5f60718",
    list: false,
    multiline: false,
    called: &[
        "instance_id",
        "instanceid",
        "ec2_instance_id",
        "ec2_instance",
    ],
    validate,
    neutral,
};

/// Amazon EC2 User Guide, "Resource IDs", read November 2026.
fn validate(typed: &str) -> Result<String, Problem> {
    aws_id::check_behind("instance ID", "i-", &[8, 17], &pasted::clean(typed))
}

fn neutral(number: usize) -> String {
    format!("i-0{number:016x}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_long_and_short_ids() {
        accepts(
            &TYPE,
            &[
                ("i-0a1b2c3d4e5f60718", "i-0a1b2c3d4e5f60718"),
                (
                    "arn:aws:ec2:eu-central-1:210987654321:instance/i-0a1b2c3d",
                    "i-0a1b2c3d",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_id() {
        refuses(&TYPE, &[("web-server", "An instance ID begins with `i-`.")]);
    }
}
