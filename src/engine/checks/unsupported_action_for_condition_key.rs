//! Actions whose requests never carry the condition key that is tested.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::key_support::{most_tests, named_actions, tests_of_services};
use super::separate_statement::without_test;
use super::taking_on::Asker;
use super::wording::{listed_briefly, quoted};
use crate::engine::catalog::{Action, Catalog, ConditionKey};
use crate::engine::policy::{Entry, KeyTest, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// In the policy of a resource or a role, each action that is named in full knows the condition keys of services that the statement tests.
    /// Global condition keys and operators with `IfExists` are left alone.
    ///
    /// ## Why it matters
    ///
    /// Requests for such an action never carry the key.
    /// The test then fails for all of them, and the action is never allowed; or it holds for all of them, and limits nothing.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Federated": "cognito-identity.amazonaws.com"},
    ///             "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "cognito-identity.amazonaws.com:aud": "us-east-1:11111111-2222-3333-4444-555555555555"
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
    ///             "Principal": {"Federated": "cognito-identity.amazonaws.com"},
    ///             "Action": "sts:AssumeRoleWithWebIdentity",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "cognito-identity.amazonaws.com:aud": "us-east-1:11111111-2222-3333-4444-555555555555"
    ///                 }
    ///             }
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Federated": "cognito-identity.amazonaws.com"},
    ///             "Action": "sts:TagSession"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, condition keys of actions, October 2026;
    /// findings of IAM Access Analyzer as published, 2026.
    UNSUPPORTED_ACTION_FOR_CONDITION_KEY {
        title: "Action that does not know the condition key",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-action-for-condition-key"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some(catalog) = ctx.catalog else {
        return;
    };
    let tests: Vec<_> = tests_of_services(ctx).collect();
    let by_statement =
        tests.chunk_by(|(one, _), (next, _)| one.statement.node == next.statement.node);
    for tests in by_statement {
        let Some((first, _)) = tests.first() else {
            continue;
        };
        let mut actions = named_actions(ctx, catalog, &first.statement);
        actions.retain(|(entry, _)| is_for_the_principals(&first.statement, &entry.text));
        let found = tests.iter().take(most_tests(actions.len()));
        findings
            .extend(found.filter_map(|(test, key)| finding(ctx, catalog, test, *key, &actions)));
    }
}

/// Whether the principals can use the action; one by which others take on roles has a finding of its own.
fn is_for_the_principals(statement: &Statement, action: &str) -> bool {
    let Some(asker) = Asker::using(action) else {
        return true;
    };
    let principals = statement.principals();
    let mut askers = principals.iter().map(Asker::of);
    askers.any(|one| one.is_none_or(|one| one == asker))
}

fn finding(
    ctx: &Context,
    catalog: &Catalog,
    test: &KeyTest,
    key: ConditionKey,
    actions: &[(Entry, Action)],
) -> Option<Finding> {
    let unsupported = actions.iter().filter(|(_, action)| !action.lists(key));
    let entries: Vec<Entry> = unsupported.map(|(entry, _)| entry.clone()).collect();
    if entries.is_empty() {
        return None;
    }
    let places = entries.iter().map(|entry| entry.node);
    let places = places
        .chain([test.nodes.key.value])
        .map(|node| ctx.location(node));
    let finding = CHECK.finding(
        places,
        format!(
            "Requests for {} never carry {}, by AWS's list of {}.",
            listed_briefly(entries.iter().map(|entry| &*entry.text)),
            quoted(&test.key),
            catalog.date()
        ),
        "The test fails or holds for all such requests alike, and does not do what it says.",
        "Put these actions into a statement of their own, without the test.",
    );
    Some(finding.mended_by(without_test(ctx, test, &entries)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(actions: &str, condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Sid": "A", "Effect": "Allow", "Principal": {{"AWS": "111122223333"}}, "Action": {actions}, "Condition": {condition}}}}}"#
        )
    }

    #[test]
    fn is_about_the_actions_and_the_value() {
        check(
            &CHECK,
            &statement(
                r#"["sts:AssumeRole", «"STS:tagSession"», «"sts:SetSourceIdentity"», "sts:*"]"#,
                r#"{"StringEquals": {"sts:ExternalId": «["a", "b"]»}}"#,
            ),
        );
        check(
            &CHECK,
            &statement(
                r#"["s3:ListBucket", «"s3:ListBucketMultipartUploads"»], "Resource": "arn:aws:s3:::a""#,
                r#"{"StringLike": {"s3:prefix": «"a/*"»}}"#,
            ),
        );
    }

    #[test]
    fn global_keys_keys_of_tags_and_unknown_keys_are_not_meant() {
        for condition in [
            r#"{"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}"#,
            r#"{"StringEquals": {"aws:RequestTag/team": "a", "iam:ResourceTag/team": "a"}}"#,
            r#"{"StringEquals": {"auth.example.com:sub": "a"}}"#,
            r#"{"StringEqualsIfExists": {"sts:ExternalId": "a"}}"#,
        ] {
            check_clean(
                &CHECK,
                &statement(r#"["sts:AssumeRole", "sts:TagSession"]"#, condition),
            );
        }
    }

    #[test]
    fn an_action_of_other_principals_is_not_meant() {
        check_clean(
            &CHECK,
            &statement(
                r#""sts:AssumeRoleWithWebIdentity""#,
                r#"{"StringEquals": {"sts:ExternalId": "a"}}"#,
            ),
        );
    }

    #[test]
    fn moves_the_actions_to_a_statement_without_the_test() {
        let condition = r#"{"StringEquals": {"sts:ExternalId": "a"}, "Bool": {"aws:MultiFactorAuthPresent": "true"}}"#;
        check_fix(
            &CHECK,
            &statement(r#"["sts:AssumeRole", "sts:TagSession"]"#, condition),
            r#"{"Statement": [{"Sid": "A", "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["sts:AssumeRole"], "Condition": {"StringEquals": {"sts:ExternalId": "a"}, "Bool": {"aws:MultiFactorAuthPresent": "true"}}}, {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:TagSession", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]}"#,
        );
    }
}
