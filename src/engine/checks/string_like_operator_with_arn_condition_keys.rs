//! ARNs compared with `StringLike`.

use super::conditions::{move_test, quoted_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::catalog::{ConditionKey, ValueType};
use crate::engine::policy::{
    Arn, Entry, FIELD_COUNT, KeyTest, KnownOperator, OperatorFamily, Relation,
};

declare_check! {
    /// ## What it checks
    ///
    /// A condition key whose value is an ARN is not compared with `StringLike` or `StringNotLike`, with or without `IfExists`.
    /// `StringEquals` is accepted.
    ///
    /// ## Why it matters
    ///
    /// In a text, `*` also matches colons and reaches from one field of an ARN into the next.
    /// `ArnLike` compares field by field, so `*` in the account stays in the account.
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
    ///             "Condition": {
    ///                 "StringLike": {
    ///                     "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app-*"
    ///                 }
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "ArnLike": {
    ///                     "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app-*"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Amazon Resource Name (ARN) condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS {
        title: "ARN compared as text",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-string-like-operator-with-arn-condition-keys"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let compared = ctx
        .known_tests()
        .filter(|(test, key)| is_text(test) && is_arn(*key));
    findings.extend(compared.filter_map(|(test, _)| finding(ctx, test)));
}

fn is_text(test: &KeyTest) -> bool {
    test.is_of(OperatorFamily::String) && test.compares(Relation::Like)
}

/// Whether the key has one ARN; those with several were never seen reported.
fn is_arn(key: ConditionKey) -> bool {
    key.value_type() == ValueType::Arn && !key.is_multivalued()
}

fn finding(ctx: &Context, test: &KeyTest) -> Option<Finding> {
    let operator = for_arns(test)?;
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!(
            "{} is an ARN, and `{}` compares it as plain text.",
            quoted_key(ctx, test),
            test.operator_text()
        ),
        "A `*` in the text reaches over the colons, so the pattern may match ARNs of other accounts and services.",
        format!("Write `{operator}`, which compares field by field."),
    );
    Some(finding.mended_by(renaming(ctx, test, &operator)))
}

/// The operator for ARNs with the set operator and `IfExists` of the test.
fn for_arns(test: &KeyTest) -> Option<String> {
    let name = if test.is_positive() {
        "ArnLike"
    } else {
        "ArnNotLike"
    };
    Some(test.operator_text_with(KnownOperator::from_name(name)?))
}

/// `None` where a value has not the fields that would be compared.
fn renaming(ctx: &Context, test: &KeyTest, operator: &str) -> Option<Fix> {
    let has_fields =
        |entry: &Entry| entry.text == "*" || Arn::cut(&entry.text).field_count() == FIELD_COUNT;
    let edits = move_test(ctx, test, operator, None)?;
    let all_have_fields = test.entries().all(|entry| has_fields(&entry));
    all_have_fields
        .then(|| Fix::choice_by_reference(format!("Write {operator}"), edits))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::{Prepared, check, check_clean, check_fix, findings_with};
    use super::CHECK;
    use crate::engine::meaning::AccessEffect;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    const ROLE: &str = "arn:aws:iam::111122223333:role/a-*";

    #[test]
    fn is_about_the_key() {
        for operator in ["StringLike", "StringNotLike", "StringLikeIfExists"] {
            check(
                &CHECK,
                &statement(&format!(
                    r#"{{"{operator}": {{«"iam:AssociatedResourceARN"»: "{ROLE}", "aws:userid": "a*"}}}}"#
                )),
            );
        }
    }

    #[test]
    fn other_operators_are_not_meant() {
        for operator in ["StringEquals", "ArnLike", "ArnEquals", "Null"] {
            check_clean(
                &CHECK,
                &statement(&format!(
                    r#"{{"{operator}": {{"aws:PrincipalArn": "{ROLE}"}}}}"#
                )),
            );
        }
    }

    #[test]
    fn compares_arns_as_arns() {
        for (from, to) in [
            ("StringLike", "ArnLike"),
            ("StringNotLike", "ArnNotLike"),
            ("StringLikeIfExists", "ArnLikeIfExists"),
        ] {
            let with = |operator: &str| {
                statement(&format!(
                    r#"{{"{operator}": {{"aws:PrincipalArn": "{ROLE}"}}}}"#
                ))
            };
            check_fix(&CHECK, &with(from), &with(to));
            let effects = Prepared::new(&with(from), None).effects(CHECK.code);
            assert!(!effects.contains(&AccessEffect::Same), "{effects:?}");
        }
    }

    #[test]
    fn a_value_without_the_fields_of_an_arn_keeps_its_operator() {
        let policy = statement(r#"{"StringLike": {"aws:PrincipalArn": ["*role/a*"]}}"#);
        let found = findings_with(&CHECK, &policy, &Options::default());
        assert_eq!(found.len(), 1);
        assert!(
            found.iter().all(|finding| finding.fixes.is_empty()),
            "{found:#?}"
        );
    }
}
