//! The policies that are measured: one as AWS publishes it, one as large as a text can get before the page asks.

/// A policy text with the name it has in the figures.
pub struct Sample {
    pub name: &'static str,
    pub text: String,
}

/// The permissions of the AWS Batch service role, as published.
const AWS_BATCH: &str =
    include_str!("../../../tests/fixtures/published/aws-batch-service-role.json.txt");

const LARGE_BYTES: usize = 1_000_000;

pub fn samples() -> [Sample; 2] {
    [
        Sample {
            name: "AWS Batch policy",
            text: AWS_BATCH.to_string(),
        },
        Sample {
            name: "1 MB policy",
            text: large_policy(),
        },
    ]
}

/// A well-formed identity policy of a little over a million bytes, each statement unlike every other.
fn large_policy() -> String {
    let mut text = String::from("{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": [\n");
    let mut number = 0;
    while text.len() < LARGE_BYTES {
        if number > 0 {
            text.push_str(",\n");
        }
        text.push_str(&statement(number));
        number += 1;
    }
    text.push_str("\n    ]\n}\n");
    text
}

fn statement(number: usize) -> String {
    format!(
        r#"        {{
            "Sid": "Statement{number}",
            "Effect": "Allow",
            "Action": [
                "s3:GetObject",
                "s3:PutObject",
                "ec2:Describe*",
                "logs:CreateLogStream"
            ],
            "Resource": [
                "arn:aws:s3:::records-{number}/*",
                "arn:aws:logs:eu-west-1:210987654321:log-group:/service/{number}:*",
                "arn:aws:iam::210987654321:role/service/worker-{number}"
            ],
            "Condition": {{
                "StringEquals": {{ "aws:ResourceTag/owner": "${{aws:PrincipalTag/owner}}" }},
                "IpAddress": {{ "aws:SourceIp": ["192.0.2.0/24", "198.51.100.0/24"] }}
            }}
        }}"#
    )
}
