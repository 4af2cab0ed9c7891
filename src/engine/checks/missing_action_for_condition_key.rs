//! Condition keys of an action that the trust policy does not allow.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::add_entry;
use super::key_support::suits_action;
use super::taking_on::is_granted_somewhere;
use super::wording::quoted;
use crate::engine::policy::{Element, KeyTest, OperatorFamily, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// A trust policy that tests `sts:SourceIdentity` allows `sts:SetSourceIdentity`; one that tests `aws:RequestTag/…`, `aws:TagKeys` or `sts:TransitiveTagKeys` allows `sts:TagSession`.
    /// Another statement of the policy may allow it.
    ///
    /// ## Why it matters
    ///
    /// The key is only set by a request that uses the action.
    /// Where nothing allows the action, the test can never hold, and nobody can take on the role.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:role/app-role"},
    ///             "Action": "sts:AssumeRole",
    ///             "Condition": {"StringEquals": {"sts:SourceIdentity": "alice"}}
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
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:role/app-role"},
    ///             "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"],
    ///             "Condition": {"StringEquals": {"sts:SourceIdentity": "alice"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Monitor and control actions taken with assumed roles" and "Pass session tags in AWS STS", 2025.
    MISSING_ACTION_FOR_CONDITION_KEY {
        title: "Condition key without its action",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-action-for-condition-key"),
        run: run,
    }
}

/// The keys, or the beginnings of their names, by the action that sets them.
///
/// Source: IAM User Guide, "Monitor and control actions taken with assumed roles" and "Pass session tags in AWS STS", 2025.
const SET_BY: [(&str, &[&str]); 2] = [
    ("sts:SetSourceIdentity", &["sts:SourceIdentity"]),
    (
        "sts:TagSession",
        &["aws:RequestTag/", "aws:TagKeys", "sts:TransitiveTagKeys"],
    ),
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (action, keys) in SET_BY {
        let mut tests = ctx
            .policy
            .tests()
            .iter()
            .filter(|test| needs(test, keys))
            .peekable();
        if tests.peek().is_none() || is_granted_somewhere(&ctx.policy, action) {
            continue;
        }
        findings.extend(tests.map(|test| finding(ctx, test, action)));
    }
}

/// Whether the statement can only allow anything where one of the keys is set.
fn needs(test: &KeyTest, keys: &[&str]) -> bool {
    let is_one = |key: &&str| match key.ends_with('/') {
        true => test.begins_with(key),
        false => test.is_about(key),
    };
    keys.iter().any(is_one)
        && test.statement.allows()
        && test.is_positive()
        && !test.if_exists
        && !test.is_of(OperatorFamily::Null)
}

fn finding(ctx: &Context, test: &KeyTest, action: &str) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!(
            "{} is tested, but {} is not allowed.",
            quoted(&test.key),
            quoted(action)
        ),
        "Only a request with this action sets the key, so that the test can never hold.",
        format!("Allow {} as well.", quoted(action)),
    );
    let suits = suits_action(ctx, &test.statement, action);
    let list = test.statement.element(Element::Action).filter(|_| suits);
    let edits = list.and_then(|member| add_entry(ctx.tree, member.value, action));
    finding.mended_by(edits.and_then(|edits| Fix::choice(format!("Add {action}"), edits)))
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::{check, check_clean, check_fix, findings_with};
    use super::CHECK;

    fn policy(actions: &str, condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"AWS": "111122223333"}}, "Action": {actions}, "Condition": {condition}}}}}"#
        )
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &policy(
                r#""sts:AssumeRole""#,
                r#"{"StringEquals": {«"sts:SourceIdentity"»: "a", «"aws:RequestTag/team"»: "b"}}"#,
            ),
        );
    }

    #[test]
    fn says_nothing_where_the_action_is_allowed_or_the_key_may_be_missing() {
        let key = r#"{"StringEquals": {"aws:RequestTag/team": "b"}}"#;
        check_clean(
            &CHECK,
            &policy(r#"["sts:AssumeRole", "sts:TagSession"]"#, key),
        );
        check_clean(&CHECK, &policy(r#""sts:*""#, key));
        for condition in [
            r#"{"StringEqualsIfExists": {"aws:RequestTag/team": "b"}}"#,
            r#"{"Null": {"aws:RequestTag/team": "true"}}"#,
            r#"{"StringNotEquals": {"aws:RequestTag/team": "b"}}"#,
        ] {
            check_clean(&CHECK, &policy(r#""sts:AssumeRole""#, condition));
        }
    }

    #[test]
    fn adds_no_action_that_lacks_another_key_of_the_statement() {
        let policy = policy(
            r#""sts:AssumeRole""#,
            r#"{"StringEquals": {"sts:ExternalId": "a", "aws:RequestTag/team": "b"}}"#,
        );
        let found = findings_with(&CHECK, &policy, &Options::default());
        let fixes = found.iter().map(|finding| finding.fixes.len());
        assert_eq!(fixes.collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn adds_the_action() {
        let key = r#"{"StringEquals": {"sts:SourceIdentity": "a"}}"#;
        check_fix(
            &CHECK,
            &policy(r#""sts:AssumeRole""#, key),
            &policy(r#"["sts:AssumeRole", "sts:SetSourceIdentity"]"#, key),
        );
    }
}
