//! A service principal: the name by which a service of AWS acts.

use super::{PlaceholderType, Problem};
use crate::engine::catalog::PARTITION_RULES;
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "service-principal",
    label: "Service",
    help: "The principal of the service, such as `lambda.amazonaws.com` or `ecs-tasks.amazonaws.com`.",
    example: "lambda.amazonaws.com",
    list: false,
    multiline: false,
    called: &[
        "service_principal",
        "aws_service_principal",
        "principal_service",
    ],
    validate,
    neutral,
};

/// The part before the domain.
const RULE: NameRule = NameRule {
    what: "service principal",
    lengths: 1..=120,
    allows: |c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c),
    allowed: "lower-case letters a to z, digits, hyphens and dots",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let principal = pasted::clean(typed).to_ascii_lowercase();
    let domains = PARTITION_RULES.iter().map(|rule| rule.domain);
    let service = domains
        .filter_map(|domain| principal.strip_suffix(domain)?.strip_suffix('.'))
        .next();
    match service {
        Some(service) => RULE.check(service).map(|_| principal.clone()),
        None => Err(without_domain(&principal)),
    }
}

fn without_domain(principal: &str) -> Problem {
    match RULE.objection(principal) {
        Some(message) => Problem::new(message),
        None if principal.contains('.') => {
            Problem::new("A service principal ends in `.amazonaws.com`.")
        }
        None => Problem::new(format!(
            "A service principal ends in `.amazonaws.com`. Is `{principal}.amazonaws.com` meant?"
        )),
    }
}

fn neutral(number: usize) -> String {
    const REAL: [&str; 8] = [
        "ec2",
        "lambda",
        "ecs-tasks",
        "glue",
        "sagemaker",
        "batch",
        "states",
        "codebuild",
    ];
    match REAL.get(number) {
        Some(service) => format!("{service}.amazonaws.com"),
        None => format!("neutral-{number}.amazonaws.com"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_the_principals_of_every_partition() {
        accepts(
            &TYPE,
            &[
                ("lambda.amazonaws.com", "lambda.amazonaws.com"),
                (" EC2.amazonaws.com.cn ", "ec2.amazonaws.com.cn"),
                (
                    "logs.eu-central-1.amazonaws.com",
                    "logs.eu-central-1.amazonaws.com",
                ),
                ("s3.amazonaws.eu", "s3.amazonaws.eu"),
            ],
        );
    }

    #[test]
    fn says_how_a_principal_ends() {
        refuses(
            &TYPE,
            &[
                (
                    "lambda",
                    "A service principal ends in `.amazonaws.com`. Is `lambda.amazonaws.com` meant?",
                ),
                ("acme.dev", "A service principal ends in `.amazonaws.com`."),
                (
                    "*.amazonaws.com",
                    "A service principal has lower-case letters a to z, digits, hyphens and dots only; this has `*`.",
                ),
                (".amazonaws.com", "Enter a service principal."),
            ],
        );
    }
}
