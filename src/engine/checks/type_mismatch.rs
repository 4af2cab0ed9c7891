//! Operators made for another type of values than the condition key has.

use super::condition_values::scalar;
use super::conditions::{move_test, quoted_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::value_type::{family_for, family_of, is_value};
use crate::engine::catalog::{ConditionKey, OperatorFamily, ValueType};
use crate::engine::policy::{KeyTest, KnownOperator, OPERATORS, Relation};

declare_check! {
    /// ## What it checks
    ///
    /// The operator is made for the type of values that the condition key has: `Bool` for `aws:SecureTransport`, for instance.
    /// `Null` fits every key; a text compared as an ARN or as Base64, and an ARN compared as a text, are accepted here.
    ///
    /// ## Why it matters
    ///
    /// AWS then compares values it has to convert first, and the test may fail where it should pass.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"aws:SecureTransport": "true"}}
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"Bool": {"aws:SecureTransport": "true"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, types of condition keys, October 2026;
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025.
    TYPE_MISMATCH {
        title: "Type mismatch",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-type-mismatch"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, key) in ctx.known_tests() {
        let operator = test.operator.filter(|operator| !fits(key, operator));
        if let Some(operator) = operator.filter(|_| !test.is_about(LISTED_WRONG)) {
            findings.push(finding(ctx, test, key, operator));
        }
    }
}

/// A number that the reference lists as text.
///
/// Source: Amazon S3 Glacier Developer Guide, "Vault Lock Policies", 2025, compares it with `NumericLessThan`.
const LISTED_WRONG: &str = "glacier:ArchiveAgeInDays";

fn fits(key: ConditionKey, operator: &KnownOperator) -> bool {
    let family = family_of(operator);
    let accepted = match key.value_type() {
        ValueType::String => matches!(family, OperatorFamily::Arn | OperatorFamily::Binary),
        ValueType::Arn => family == OperatorFamily::String,
        _ => false,
    };
    accepted || key.value_type().fits(family)
}

fn finding(ctx: &Context, test: &KeyTest, key: ConditionKey, operator: &KnownOperator) -> Finding {
    let value = described(key.value_type());
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!(
            "{} is {value}, and `{}` is not made for that.",
            quoted_key(ctx, test),
            operator.name
        ),
        "AWS compares the two as best it can, and the test may fail where it should pass.",
        format!("Use an operator for {value}."),
    );
    let better = better(key.value_type(), operator);
    finding.mended_by(better.and_then(|better| renaming(ctx, test, key.value_type(), better)))
}

fn described(value_type: ValueType) -> &'static str {
    match value_type {
        ValueType::String => "a text",
        ValueType::Arn => "an ARN",
        ValueType::Bool => "`true` or `false`",
        ValueType::Numeric => "a number",
        ValueType::Date | ValueType::EpochSeconds => "a time",
        ValueType::IpAddress => "an IP address",
    }
}

/// The operator of the type's family that compares in the same way; `None` where there is none.
fn better(value_type: ValueType, operator: &KnownOperator) -> Option<&'static KnownOperator> {
    let family = family_for(value_type);
    let ways: &[Relation] = match operator.relation {
        Relation::Like | Relation::EqualsIgnoreCase | Relation::Within | Relation::Equals => {
            &[operator.relation, Relation::Equals, Relation::Within]
        }
        _ => &[operator.relation],
    };
    ways.iter().find_map(|way| {
        OPERATORS.iter().find(|other| {
            (other.family, other.relation, other.negated) == (family, *way, operator.negated)
        })
    })
}

/// `None` where a value is none of the type, or `Bool` would get several.
fn renaming(
    ctx: &Context,
    test: &KeyTest,
    value_type: ValueType,
    operator: &KnownOperator,
) -> Option<Fix> {
    let is_sound = |node| scalar(ctx, node).is_some_and(|text| is_value(value_type, &text));
    let fits_one = value_type == ValueType::Bool;
    if !test.values().all(is_sound) || (fits_one && test.values().nth(1).is_some()) {
        return None;
    }
    let name = test.operator_text_with(operator);
    let edits = move_test(ctx, test, &name, None)?;
    Fix::choice_by_reference(format!("Write {name}"), edits)
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::{check, check_clean, check_fix, findings_with};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &statement(
                r#"{"StringEqualsIfExists": {«"aws:ViaAWSService"»: "true", "aws:PrincipalArn": "arn:aws:iam::111122223333:role/a"}, "Bool": {«"aws:PrincipalOrgID"»: "true"}, "ForAnyValue:NumericEquals": {«"aws:TagKeys"»: "1"}}"#,
            ),
        );
    }

    #[test]
    fn texts_and_arns_times_and_seconds_and_null_go_together() {
        for condition in [
            r#"{"ArnLike": {"aws:userid": "arn:aws:iam::111122223333:role/a"}}"#,
            r#"{"NumericLessThan": {"aws:EpochTime": "1790000000"}, "DateLessThan": {"aws:EpochTime": "2027-01-01"}}"#,
            r#"{"Null": {"aws:MultiFactorAuthAge": "true"}}"#,
            r#"{"NumericLessThan": {"glacier:ArchiveAgeInDays": "365"}}"#,
            r#"{"StringMatch": {"aws:SecureTransport": "true"}}"#,
            r#"{"Bool": {"auth.example.com:email_verified": "true"}}"#,
        ] {
            check_clean(&CHECK, &statement(condition));
        }
    }

    #[test]
    fn swaps_the_operator_where_the_value_allows_it() {
        for (before, after) in [
            (
                r#"{"StringEquals": {"aws:SecureTransport": "true"}}"#,
                r#"{"Bool": {"aws:SecureTransport": "true"}}"#,
            ),
            (
                r#"{"StringNotLikeIfExists": {"aws:SourceIp": ["203.0.113.0/24"]}}"#,
                r#"{"NotIpAddressIfExists": {"aws:SourceIp": ["203.0.113.0/24"]}}"#,
            ),
            (
                r#"{"NumericLessThan": {"aws:CurrentTime": "1790000000"}}"#,
                r#"{"DateLessThan": {"aws:CurrentTime": "1790000000"}}"#,
            ),
            (
                r#"{"IpAddress": {"aws:VpceOrgID": "203.0.113.0/24"}}"#,
                r#"{"StringEquals": {"aws:VpceOrgID": "203.0.113.0/24"}}"#,
            ),
        ] {
            check_fix(&CHECK, &statement(before), &statement(after));
        }
    }

    #[test]
    fn offers_nothing_where_no_operator_would_do_the_same() {
        for condition in [
            r#"{"StringNotEquals": {"aws:SecureTransport": "true"}}"#,
            r#"{"StringEquals": {"aws:SecureTransport": ["true", "false"]}}"#,
            r#"{"StringLike": {"aws:MultiFactorAuthAge": "1*"}}"#,
            r#"{"NumericLessThan": {"aws:PrincipalOrgID": "1"}}"#,
        ] {
            let found = findings_with(&CHECK, &statement(condition), &Options::default());
            assert_eq!(found.len(), 1, "{condition}");
            assert!(found.iter().all(|one| one.fixes.is_empty()), "{found:#?}");
        }
    }
}
