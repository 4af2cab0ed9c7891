//! The path of parameters in the Parameter Store.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "parameter-path",
    label: "Parameter path",
    help: "The path or name of the parameter without the slash in front, as it stands in an ARN behind `parameter/`.",
    example: "orders/prod",
    list: false,
    multiline: false,
    called: &[
        "parameter_name",
        "parameter_path",
        "param_name",
        "param_path",
        "paramname",
        "ssm_parameter",
        "ssm_path",
        "ssm_prefix",
    ],
    validate,
    neutral,
};

/// AWS Systems Manager API reference, `PutParameter`, read November 2026.
const RULE: NameRule = NameRule {
    what: "parameter path",
    lengths: 1..=1011,
    allows: |c| c.is_ascii_alphanumeric() || "_./-".contains(c),
    allowed: "letters A to Z, digits and `_./-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let path = cleaned
        .strip_suffix("/*")
        .unwrap_or(&cleaned)
        .trim_matches('/');
    let path = RULE.check(path)?;
    match path.split('/').any(str::is_empty) {
        true => Err(Problem::new(
            "A parameter path has no empty part between two slashes.",
        )),
        false => Ok(path),
    }
}

fn neutral(number: usize) -> String {
    format!("neutral/parameter-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_path_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("orders/prod", "orders/prod"),
                ("/orders/prod/", "orders/prod"),
                ("/orders/*", "orders"),
                (
                    "arn:aws:ssm:eu-central-1:210987654321:parameter/orders/prod",
                    "orders/prod",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_path() {
        refuses(
            &TYPE,
            &[
                (
                    "orders prod",
                    "A parameter path has letters A to Z, digits and `_./-` only; this has a blank.",
                ),
                (
                    "a//b",
                    "A parameter path has no empty part between two slashes.",
                ),
            ],
        );
    }
}
