//! Limits on the attributes of DynamoDB items that a request can go round.

use super::declare::{analyzer_reference, declare_check};
use std::collections::BTreeSet;

use super::conditions::{add_test, may_hide_tests};
use super::context::Context;
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{Element, KeyTest, OperatorFamily, PolicyKind, Statement, covers};
use crate::engine::syntax::NodeId;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that allows reading from DynamoDB and tests `dynamodb:Attributes` also requires `dynamodb:Select` to be `SPECIFIC_ATTRIBUTES`.
    ///
    /// ## Why it matters
    ///
    /// A request that asks for all attributes names none, so a test of the named attributes passes, and all of them come back.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "dynamodb:Query",
    ///             "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/Orders",
    ///             "Condition": {
    ///                 "ForAllValues:StringEquals": {"dynamodb:Attributes": ["Id", "Status"]}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "dynamodb:Query",
    ///             "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/Orders",
    ///             "Condition": {
    ///                 "ForAllValues:StringEquals": {"dynamodb:Attributes": ["Id", "Status"]},
    ///                 "StringEquals": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    DYNAMODB_ATTRIBUTES_WITHOUT_SELECT {
        title: "DynamoDB attributes without Select",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary, PolicyKind::Session, PolicyKind::Resource],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-dynamodb-attributes-without-select"),
        run: run,
    }
}

/// The actions that give attributes back; the API for transactions is authorized as `GetItem`.
///
/// Source: Service Authorization Reference, "Amazon DynamoDB", 2025.
const READS: [&str; 4] = [
    "dynamodb:batchgetitem",
    "dynamodb:getitem",
    "dynamodb:query",
    "dynamodb:scan",
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let selecting: BTreeSet<NodeId> = ctx
        .policy
        .tests()
        .iter()
        .filter(|test| selects_attributes(test))
        .map(|test| test.statement.node)
        .collect();
    let mut seen = BTreeSet::new();
    for test in ctx
        .policy
        .tests()
        .iter()
        .filter(|test| limits_attributes(test))
    {
        let statement = test.statement.node;
        let is_open = !selecting.contains(&statement) && !may_hide_tests(ctx, test);
        if is_open && seen.insert(statement) && reads(&test.statement) {
            findings.push(finding(ctx, test));
        }
    }
}

fn limits_attributes(test: &KeyTest) -> bool {
    test.is_about("dynamodb:Attributes") && test.is_of(OperatorFamily::String)
}

fn selects_attributes(test: &KeyTest) -> bool {
    let requires = test.is_about("dynamodb:Select") && test.is_positive();
    requires
        && test
            .only_entry()
            .is_some_and(|entry| entry.text == SPECIFIC)
}

const SPECIFIC: &str = "SPECIFIC_ATTRIBUTES";

fn reads(statement: &Statement) -> bool {
    let mut actions = statement.entries(Element::Action);
    statement.allows()
        && actions.any(|action| {
            let pattern = action.text.to_ascii_lowercase();
            READS.iter().any(|read| covers(&pattern, read))
        })
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        "A request for all attributes passes the test of `dynamodb:Attributes`, because it names none.",
        "All attributes of an item come back, also those that are not listed.",
        "Require `dynamodb:Select` to be `SPECIFIC_ATTRIBUTES` in the same statement.",
    );
    let value = format!("\"{SPECIFIC}\"");
    let edit = add_test(ctx.tree, test, "StringEquals", "dynamodb:Select", &value);
    finding
        .mended_by(edit.and_then(|edit| Fix::choice("Require that attributes are named", [edit])))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(action: &str, condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Action": "{action}", "Condition": {condition}}}}}"#
        )
    }

    #[test]
    fn is_about_the_key_of_reads() {
        let open = r#"{"ForAllValues:StringEquals": {KEY: ["Id"]}, "StringEqualsIfExists": {"dynamodb:Select": "COUNT"}}"#;
        for action in ["dynamodb:Query", "DynamoDB:*Item", "*"] {
            check(
                &CHECK,
                &statement(action, &open.replace("KEY", r#"«"dynamodb:Attributes"»"#)),
            );
        }
        check(
            &CHECK,
            &statement(
                "dynamodb:PutItem",
                &open.replace("KEY", r#""dynamodb:Attributes""#),
            ),
        );
        let closed = open.replace("COUNT", "SPECIFIC_ATTRIBUTES");
        check(
            &CHECK,
            &statement(
                "dynamodb:Scan",
                &closed.replace("KEY", r#""dynamodb:Attributes""#),
            ),
        );
    }

    #[test]
    fn requires_that_attributes_are_named() {
        check_fix(
            &CHECK,
            &statement(
                "dynamodb:Query",
                r#"{"ForAllValues:StringEquals": {"dynamodb:Attributes": "Id"}}"#,
            ),
            &statement(
                "dynamodb:Query",
                r#"{"ForAllValues:StringEquals": {"dynamodb:Attributes": "Id"}, "StringEquals": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}}"#,
            ),
        );
    }
}
