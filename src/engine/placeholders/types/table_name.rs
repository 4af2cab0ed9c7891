//! The name of a DynamoDB table.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "table-name",
    label: "Table name",
    help: "The name of the DynamoDB table, upper and lower case as it is. The console lists it under DynamoDB, Tables.",
    example: "orders",
    list: false,
    multiline: false,
    called: &[
        "table",
        "table_name",
        "tablename",
        "dynamodb_table",
        "dynamodb_table_name",
        "lock_table",
        "ddb_table",
    ],
    validate,
    neutral,
};

/// Amazon DynamoDB Developer Guide, "Naming rules", read November 2026.
const RULE: NameRule = NameRule {
    what: "table name",
    lengths: 3..=255,
    allows: |c| c.is_ascii_alphanumeric() || "_.-".contains(c),
    allowed: "letters A to Z, digits and `_.-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-table-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_name_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("orders", "orders"),
                ("Orders_v2.prod-1", "Orders_v2.prod-1"),
                (
                    "arn:aws:dynamodb:eu-central-1:210987654321:table/orders/index/*",
                    "orders",
                ),
                (
                    "https://eu-central-1.console.aws.amazon.com/dynamodbv2/home?region=eu-central-1#table?name=orders&tab=overview",
                    "orders",
                ),
            ],
        );
    }

    #[test]
    fn says_what_dynamodb_does_not_allow() {
        refuses(
            &TYPE,
            &[
                ("ab", "These are 2 characters; a table name has 3 to 255."),
                (
                    "my orders",
                    "A table name has letters A to Z, digits and `_.-` only; this has a blank.",
                ),
                (
                    "orders/index",
                    "A table name has no `/`. Enter only the part after the last one.",
                ),
            ],
        );
    }
}
