//! The name of a Lambda function.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "function-name",
    label: "Function name",
    help: "The name of the Lambda function, without its ARN. The console lists it under Lambda, Functions.",
    example: "orders-api",
    list: false,
    multiline: false,
    called: &[
        "function_name",
        "functionname",
        "lambda_function",
        "lambda_function_name",
        "lambda_name",
        "lambda",
        "function",
    ],
    validate,
    neutral,
};

/// AWS Lambda API reference, `CreateFunction`, read November 2026.
const RULE: NameRule = NameRule {
    what: "function name",
    lengths: 1..=64,
    allows: |c| c.is_ascii_alphanumeric() || "_-".contains(c),
    allowed: "letters A to Z, digits, `_` and `-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-function-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_name_and_takes_it_out_of_an_arn() {
        accepts(
            &TYPE,
            &[
                ("orders-api", "orders-api"),
                (
                    "arn:aws:lambda:eu-central-1:210987654321:function:orders-api:live",
                    "orders-api",
                ),
            ],
        );
    }

    #[test]
    fn says_what_lambda_does_not_allow() {
        refuses(
            &TYPE,
            &[(
                "orders.api",
                "A function name has letters A to Z, digits, `_` and `-` only; this has `.`.",
            )],
        );
    }
}
