//! The ID of a VPC endpoint.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{aws_id, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "vpc-endpoint-id",
    label: "VPC endpoint ID",
    help: "It begins with `vpce-`. The console lists it under VPC, Endpoints.",
    example: "vpce-0a1b2c3d4e5f60718",
    list: false,
    multiline: false,
    called: &[
        "vpce",
        "vpce_id",
        "vpceid",
        "vpc_endpoint",
        "vpc_endpoint_id",
        "endpoint_id",
        "source_vpce",
    ],
    validate,
    neutral,
};

/// Amazon EC2 User Guide, "Resource IDs", read November 2026.
fn validate(typed: &str) -> Result<String, Problem> {
    aws_id::check_behind("VPC endpoint ID", "vpce-", &[8, 17], &pasted::clean(typed))
}

fn neutral(number: usize) -> String {
    format!("vpce-0{number:016x}")
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
                ("vpce-0a1b2c3d4e5f60718", "vpce-0a1b2c3d4e5f60718"),
                (
                    "arn:aws:ec2:eu-central-1:210987654321:vpc-endpoint/vpce-0a1b2c3d",
                    "vpce-0a1b2c3d",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_id() {
        refuses(
            &TYPE,
            &[("vpc-0a1b2c3d", "A VPC endpoint ID begins with `vpce-`.")],
        );
    }
}
