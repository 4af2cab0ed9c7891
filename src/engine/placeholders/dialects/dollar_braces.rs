//! `${…}` of the shell, CloudFormation, Terraform, the Serverless Framework and others: all that is no policy variable.

use super::dollar_name::SHELL;
use super::{Dialect, LONGEST, Reading, is_name, is_wording, near};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['$'],
    read,
};

const TERRAFORM: &str = "a Terraform expression";
const SERVERLESS: &str = "a variable of the Serverless Framework";

/// Where the names of a tool begin, and whose they are; what stands there is no part of the name.
const NAMESPACES: [(&str, &str); 18] = [
    ("var.", "a Terraform variable"),
    ("local.", "a Terraform local value"),
    ("module.", "a Terraform module's output"),
    ("data.", "a Terraform data source"),
    ("each.", TERRAFORM),
    ("terraform.", TERRAFORM),
    ("self:custom.", SERVERLESS),
    ("self:provider.environment.", SERVERLESS),
    ("self:provider.", SERVERLESS),
    ("self:", SERVERLESS),
    ("opt:", SERVERLESS),
    ("env:", SERVERLESS),
    ("param:", SERVERLESS),
    ("sls:", SERVERLESS),
    ("file:", SERVERLESS),
    ("cf:", SERVERLESS),
    ("ssm:", SERVERLESS),
    ("env.", "a variable of a CI pipeline"),
];

fn read(text: &str) -> Option<Reading<'_>> {
    if text.starts_with("${{") {
        return read_workflow(text);
    }
    let rest = text.strip_prefix("${")?;
    let len = closing_brace(near(rest))?;
    let inside = rest.get(..len)?;
    let (name, whose) = classify(inside.trim())?;
    Some(Reading {
        len: "${".len() + len + "}".len(),
        name,
        whose: Some(whose),
    })
}

/// `${{ secrets.AWS_ACCOUNT_ID }}`
fn read_workflow(text: &str) -> Option<Reading<'_>> {
    let (inside, len) = super::between(text, "${{", "}}")?;
    let inside = inside.trim();
    let name = inside.rsplit('.').next().unwrap_or(inside);
    is_name(name).then_some(Reading {
        len,
        name,
        whose: Some("an expression of GitHub Actions"),
    })
}

/// Where the brace stands that closes the one before the text, past those that open and close in it.
fn closing_brace(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open += 1,
            b'}' if open == 0 => return Some(at),
            b'}' => open -= 1,
            _ => {}
        }
    }
    None
}

/// The name in the braces and whose way of writing it is; `None` for what is nobody's.
fn classify(inside: &str) -> Option<(&str, &'static str)> {
    if let Some(name) = inside.strip_prefix("AWS::") {
        return is_name(name).then_some((inside, "a CloudFormation pseudo parameter"));
    }
    if is_call(inside) {
        return Some((inside, TERRAFORM));
    }
    for (start, whose) in NAMESPACES {
        if let Some(name) = inside.strip_prefix(start).filter(|name| !name.is_empty()) {
            let name = name.split(',').next().unwrap_or(name);
            return Some((name, whose));
        }
    }
    if inside.contains("::") {
        let is_lookup = inside.starts_with(|c: char| c.is_ascii_alphabetic());
        return is_lookup.then_some((inside, "a lookup of a deployment tool"));
    }
    let name = inside.split(":-").next().unwrap_or(inside);
    is_wording(name).then(|| (name, of_plain_name(name)))
}

/// A function with its arguments: `join("/", local.parts)`.
fn is_call(inside: &str) -> bool {
    let name = inside.split('(').next().unwrap_or_default();
    let is_function = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    name.len() < inside.len()
        && !name.is_empty()
        && name.chars().all(is_function)
        && inside.len() <= LONGEST
}

fn of_plain_name(name: &str) -> &'static str {
    let is_camel = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains(|c: char| c.is_ascii_lowercase());
    match name.contains('.') {
        true if is_camel => "an attribute of a CloudFormation resource",
        true => TERRAFORM,
        false if is_camel => "a CloudFormation parameter",
        false if name.contains(|c: char| c.is_ascii_lowercase()) => "a template's variable",
        false => SHELL,
    }
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_the_names_of_many_tools() {
        reads(
            &DIALECT,
            &[
                ("${BUCKET}¦/*", Some("BUCKET")),
                ("${account_id}", Some("account_id")),
                ("${Account}¦:x", Some("Account")),
                ("${BUCKET:-acme}", Some("BUCKET")),
                ("${AWS::AccountId}¦:*", Some("AWS::AccountId")),
                ("${MyBucket.Arn}¦/*", Some("MyBucket.Arn")),
                (
                    "${aws_s3_bucket.output.id}¦/*",
                    Some("aws_s3_bucket.output.id"),
                ),
                ("${var.account_id}", Some("account_id")),
                (
                    "${data.aws_caller_identity.current.account_id}",
                    Some("aws_caller_identity.current.account_id"),
                ),
                ("${self:provider.region}¦:*", Some("region")),
                ("${self:custom.stage, 'dev'}", Some("stage")),
                ("${opt:stage}", Some("stage")),
                ("${ssm:/orders/bucket}", Some("/orders/bucket")),
                (
                    "${join(\"/\",local.path_elements)}¦\"",
                    Some("join(\"/\",local.path_elements)"),
                ),
                (
                    "${format(\"%s-${var.x}\", a)}¦/*",
                    Some("format(\"%s-${var.x}\", a)"),
                ),
                (
                    "${ACCEL_LOOKUP::Account:LogArchive}",
                    Some("ACCEL_LOOKUP::Account:LogArchive"),
                ),
                ("${{ secrets.AWS_ACCOUNT_ID }}¦:x", Some("AWS_ACCOUNT_ID")),
            ],
        );
    }

    #[test]
    fn says_whose_they_are() {
        for (text, whose) in [
            ("${BUCKET}", "a shell variable"),
            ("${bucket}", "a template's variable"),
            ("${Bucket}", "a CloudFormation parameter"),
            ("${AWS::Region}", "a CloudFormation pseudo parameter"),
            ("${Bucket.Arn}", "an attribute of a CloudFormation resource"),
            ("${var.bucket}", "a Terraform variable"),
            ("${aws_s3_bucket.b.id}", "a Terraform expression"),
            ("${self:custom.x}", "a variable of the Serverless Framework"),
        ] {
            let reading = (DIALECT.read)(text);
            assert_eq!(
                reading.and_then(|reading| reading.whose),
                Some(whose),
                "{text}"
            );
        }
    }

    #[test]
    fn leaves_policy_variables_and_open_braces_alone() {
        let texts = [
            "${}",
            "${ }",
            "${*}",
            "${?}",
            "${$}",
            "${REGION",
            "${aws:username}",
            "$BUCKET",
            "${::}",
        ];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
