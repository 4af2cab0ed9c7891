//! Condition operators that AWS does not know.

use super::condition_operators::{WrittenOperator, operators};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::spelling::nearest;
use super::wording::quoted;
use crate::engine::policy::{KnownOperator, OPERATORS, Qualifier};

declare_check! {
    /// ## What it checks
    ///
    /// Each name in `Condition` is an operator of AWS, exactly as AWS writes it.
    /// `ForAllValues:` or `ForAnyValue:` may stand in front, and `IfExists` at the end.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects any other name, also one that differs only in the case of a letter, such as `stringEquals`.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"StringMatch": {"s3:prefix": "home/*"}}
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
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"StringLike": {"s3:prefix": "home/*"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_CONDITION_OPERATOR {
        title: "Invalid condition operator",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-condition-operator"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for operator in operators(ctx) {
        if KnownOperator::from_name(operator.parts().name).is_none() {
            findings.push(finding(ctx, &operator));
        }
    }
}

fn finding(ctx: &Context, operator: &WrittenOperator) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(operator.member.key)],
        format!("{} is not a condition operator.", quoted(&operator.text)),
        "AWS knows a fixed list of operators, with capital letters as listed, and rejects the policy otherwise.",
        "Write one of the operators, such as `StringEquals` or `StringLike`.",
    );
    let meant = meant(&operator.text).into_iter();
    meant.fold(finding, |finding, name| {
        finding.mended_by(operator.renaming(ctx, &name))
    })
}

/// The operators that a wrong one may have been meant for, the likeliest first.
fn meant(text: &str) -> Vec<String> {
    let (front, rest) = split_front(text);
    let (stem, end) = split_end(rest);
    let names = OPERATORS.iter().map(|operator| operator.name);
    let near: Vec<&str> = nearest(stem, names).into_iter().collect();
    let similar = if near.is_empty() {
        of_same_family(stem)
    } else {
        near
    };
    similar
        .into_iter()
        .map(|name| format!("{front}{name}{end}"))
        .collect()
}

/// The set operator that stands or was meant in front of the colon, and what follows it.
fn split_front(text: &str) -> (&'static str, &str) {
    let Some((front, rest)) = text.split_once(':') else {
        return ("", text);
    };
    let known = [Qualifier::ForAllValues, Qualifier::ForAnyValue].map(Qualifier::text);
    let names = known.map(|name| name.trim_end_matches(':'));
    let meant = nearest(front, names);
    let place = names.into_iter().position(|name| Some(name) == meant);
    (
        place.and_then(|place| known.get(place)).unwrap_or(&""),
        rest,
    )
}

/// What stands before `IfExists`, or before an ending that is spelt nearly so, and the ending as AWS writes it.
fn split_end(text: &str) -> (&str, &'static str) {
    let places = text.char_indices().map(|(at, _)| at);
    let mut ends = places.filter_map(|at| text.split_at_checked(at));
    let stem = ends.find(|(_, end)| {
        let begins = end.get(..IF.len());
        begins.is_some_and(|begins| begins.eq_ignore_ascii_case(IF))
            && nearest(end, [IF_EXISTS]).is_some()
    });
    stem.map_or((text, ""), |(stem, _)| (stem, IF_EXISTS))
}

const IF: &str = "if";

const IF_EXISTS: &str = "IfExists";

/// The usual operators for the kind of value that a made-up name begins with.
fn of_same_family(name: &str) -> Vec<&'static str> {
    let usual: [(&str, &[&str]); 4] = [
        ("string", &["StringEquals", "StringLike"]),
        ("arn", &["ArnEquals", "ArnLike"]),
        ("bool", &["Bool"]),
        ("ip", &["IpAddress"]),
    ];
    let name = name.to_ascii_lowercase();
    let begun = usual.into_iter().find(|(start, _)| name.starts_with(start));
    begun.map_or(Vec::new(), |(_, names)| names.to_vec())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_operator() {
        check(
            &CHECK,
            &statement(
                r#"{«"StringMatch"»: {"a": ""}, «"stringEquals"»: {}, «"ForSomeValues:StringLike"»: {"b": ""}, "ForAnyValue:StringLikeIfExists": {"c": ""}, "NullIfExists": {"d": "true"}}"#,
            ),
        );
    }

    #[test]
    fn offers_the_operator_that_was_meant() {
        for (before, after) in [
            ("stringEquals", "StringEquals"),
            ("StringEqual", "StringEquals"),
            ("StingLikeIfexists", "StringLikeIfExists"),
            ("StringEqualsIfExist", "StringEqualsIfExists"),
            ("ArnLikeIfExits", "ArnLikeIfExists"),
            ("ForAnyValues:stringlike", "ForAnyValue:StringLike"),
            ("ArnMatches", "ArnEquals"),
            ("Boolean", "Bool"),
        ] {
            let with = |name: &str| statement(&format!(r#"{{"{name}": {{"a": "b"}}}}"#));
            check_fix(&CHECK, &with(before), &with(after));
        }
    }

    #[test]
    fn offers_nothing_for_a_name_that_is_like_none() {
        assert!(super::meant("LessThan").is_empty());
        assert!(super::meant(":").is_empty());
    }
}
