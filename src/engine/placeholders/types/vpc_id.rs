//! The ID of a VPC.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{aws_id, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "vpc-id",
    label: "VPC ID",
    help: "It begins with `vpc-`. The console lists it under VPC, Your VPCs.",
    example: "vpc-0a1b2c3d4e5f60718",
    list: false,
    multiline: false,
    called: &["vpc", "vpc_id", "vpcid", "source_vpc"],
    validate,
    neutral,
};

/// Amazon EC2 User Guide, "Resource IDs", read November 2026.
fn validate(typed: &str) -> Result<String, Problem> {
    aws_id::check_behind("VPC ID", "vpc-", &[8, 17], &pasted::clean(typed))
}

fn neutral(number: usize) -> String {
    format!("vpc-0{number:016x}")
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
                ("vpc-0a1b2c3d4e5f60718", "vpc-0a1b2c3d4e5f60718"),
                (" VPC-0A1B2C3D ", "vpc-0a1b2c3d"),
                (
                    "arn:aws:ec2:eu-central-1:210987654321:vpc/vpc-0a1b2c3d",
                    "vpc-0a1b2c3d",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_id() {
        refuses(
            &TYPE,
            &[
                ("0a1b2c3d", "A VPC ID begins with `vpc-`."),
                (
                    "vpc-0a1b",
                    "A VPC ID has 8 or 17 characters after `vpc-`; this has 4.",
                ),
                (
                    "vpc-xxxxxxxx",
                    "A VPC ID has digits and letters a to f only after `vpc-`; this has `x`.",
                ),
            ],
        );
    }
}
