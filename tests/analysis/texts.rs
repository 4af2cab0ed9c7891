//! Texts and values of every sort to be analysed.

use iam_policy_editor::engine::analysis::{Analysis, Request};
use iam_policy_editor::engine::checks::Options;
use iam_policy_editor::engine::placeholders::Values;
use iam_policy_editor::engine::policy::KindChoice;

pub const BATCHLY: &str = include_str!("../fixtures/published/batchly-onboarding-user.json.txt");
pub const SERVICE_ROLE: &str =
    include_str!("../fixtures/published/aws-batch-service-role.json.txt");
pub const TRUST: &str = include_str!("../fixtures/published/aws-batch-service-trust.json.txt");
const BUCKET: &str = include_str!("../fixtures/published/genomics-workflow-bucket.yaml.txt");

pub const OPEN: &str = r#"{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{bucket_name}}/${aws:username}/*"
  }
}"#;

pub fn analysis(text: &str, values: &[(&str, &str)]) -> Analysis {
    let by_name = values
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    Analysis::new(Request {
        text,
        declared: &[],
        values: &Values {
            by_name,
            ..Values::default()
        },
        kind: KindChoice::Auto,
        attachment: None,
        options: Options::default(),
        catalog: None,
        accepted: &[],
    })
}

/// Texts of every sort: published, broken, empty, hostile.
pub fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        BATCHLY,
        SERVICE_ROLE,
        TRUST,
        BUCKET,
        OPEN,
        "",
        " ",
        "\u{feff}{}",
        "{",
        "]",
        "\"",
        "é",
        "{{",
        "XXXXXXXXXXXX",
    ]
    .map(String::from)
    .to_vec();
    texts.push(BATCHLY.replace('\n', "\r\n"));
    texts.push(
        OPEN.replace("\"Allow\"", "‘Allow’ // yes")
            .replace("s3:GetObject", "s3:\u{a0}Gét\u{1f600}"),
    );
    texts.push(OPEN.replace(
        "\"arn:aws:s3:::{{bucket_name}}/${aws:username}/*\"",
        "XXXXXXXXXXXX",
    ));
    texts.extend(
        (0..OPEN.len())
            .step_by(7)
            .map(|end| OPEN[..end].to_string()),
    );
    texts.extend(
        (0..BATCHLY.len())
            .step_by(41)
            .map(|from| BATCHLY[from..].to_string()),
    );
    texts.extend((1..200).map(noise));
    texts
}

/// Pieces of policies in an order nobody would write, the same for the same seed.
fn noise(seed: u64) -> String {
    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\"Version\"",
        "\"Statement\": [",
        "\"Effect\": \"Allow\"",
        "XXXXXXXXXXXX",
        "{{name}}",
        "<bucket_name>",
        "arn:aws:iam::XXXX:user/USERNAME",
        "${aws:username}",
        "$AWS_ACCOUNT_ID",
        "\n",
        " ",
        "\\u00",
        "é",
        "\u{feff}",
        "// note\n",
        "...",
        "'",
        "12",
        "true",
        "\u{2028}",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    (0..next() % 60)
        .map(|_| PIECES[next() % PIECES.len()])
        .collect()
}

pub const VALUES: [&[(&str, &str)]; 3] = [
    &[],
    &[
        ("account_id", "210987654321"),
        ("user_name", "batchly-setup"),
        ("bucket_name", "records"),
        ("name", "x"),
    ],
    &[
        ("account_id", "1"),
        ("user_name", "no such name!"),
        ("bucket_name", "\"\\ \u{1f600}"),
        ("name", "\n"),
    ],
];
