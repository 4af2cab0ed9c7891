//! The ARN of any resource.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::resource_arn;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "arn",
    label: "ARN",
    help: "The full ARN of the resource, such as `arn:aws:sqs:eu-central-1:210987654321:orders`. The console shows it on the resource's page.",
    example: "arn:aws:sqs:eu-central-1:210987654321:orders",
    list: false,
    multiline: false,
    called: &[
        "arn",
        "resource_arn",
        "resourcearn",
        "topic_arn",
        "queue_arn",
        "table_arn",
        "bucket_arn",
        "function_arn",
        "lambda_arn",
        "cluster_arn",
        "secret_arn",
        "source_arn",
        "sourcearn",
    ],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    let arn = resource_arn::read(
        typed,
        "An ARN looks like `arn:aws:sqs:eu-central-1:210987654321:orders`.",
    )?;
    match arn.service.is_empty() || arn.resource.is_empty() {
        true => Err(Problem::new(
            "This ARN lacks its service or what stands behind the account.",
        )),
        false => Ok(arn.text),
    }
}

fn neutral(number: usize) -> String {
    format!("arn:aws:sqs:eu-west-1:640173952806:neutral-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_an_arn_of_any_service() {
        accepts(
            &TYPE,
            &[
                ("arn:aws:s3:::acme/*", "arn:aws:s3:::acme/*"),
                (
                    " \"arn:aws-eusc:sqs:eusc-de-east-1:210987654321:orders\" ",
                    "arn:aws-eusc:sqs:eusc-de-east-1:210987654321:orders",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_missing() {
        refuses(
            &TYPE,
            &[
                (
                    "orders",
                    "An ARN looks like `arn:aws:sqs:eu-central-1:210987654321:orders`.",
                ),
                (
                    "arn:amazon:s3:::acme",
                    "`amazon` is no partition. An ARN begins with `arn:aws:` in most accounts.",
                ),
                (
                    "arn:aws:s3",
                    "This ARN lacks its service or what stands behind the account.",
                ),
            ],
        );
    }
}
