//! Policies of any size that cost the same for each byte, as far as the engine lets them.

/// A well-formed identity policy of a little over so many bytes, each statement unlike every other.
pub fn policy(bytes: usize) -> String {
    let mut text = String::from("{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": [\n");
    let mut number = 0;
    while text.len() < bytes {
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
