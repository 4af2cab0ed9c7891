//! A partition: a group of AWS Regions that share one set of accounts.

use super::{PlaceholderType, Problem};
use crate::engine::catalog::{PARTITION_RULES, partition_rule};
use crate::engine::placeholders::pasted;

pub(in super::super) static TYPE: PlaceholderType = PlaceholderType {
    id: "partition",
    label: "Partition",
    help: "`aws` for most accounts, `aws-cn` in China, `aws-us-gov` in GovCloud, `aws-eusc` in the European Sovereign Cloud.",
    example: "aws",
    list: false,
    multiline: false,
    called: &["partition", "aws_partition", "partition_name"],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    let value = pasted::clean(typed).to_ascii_lowercase();
    if partition_rule(&value).is_some() {
        return Ok(value);
    }
    let all: Vec<String> = PARTITION_RULES
        .iter()
        .map(|rule| format!("`{}`", rule.id))
        .collect();
    let all = all.join(", ");
    Err(Problem::new(format!(
        "There is no such partition. Choose one of {all}."
    )))
}

fn neutral(_number: usize) -> String {
    "aws".to_string()
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_every_partition() {
        accepts(
            &TYPE,
            &[
                ("aws", "aws"),
                (" AWS-CN\n", "aws-cn"),
                ("aws-us-gov", "aws-us-gov"),
                ("aws-eusc", "aws-eusc"),
                ("aws-iso-f", "aws-iso-f"),
                ("arn:aws-cn:s3:::acme", "aws-cn"),
            ],
        );
    }

    #[test]
    fn names_the_partitions_when_it_is_none_of_them() {
        let message = "There is no such partition. Choose one of `aws`, `aws-cn`, `aws-us-gov`, \
            `aws-eusc`, `aws-iso`, `aws-iso-b`, `aws-iso-e`, `aws-iso-f`.";
        refuses(&TYPE, &[("amazon", message), ("*", message)]);
    }
}
