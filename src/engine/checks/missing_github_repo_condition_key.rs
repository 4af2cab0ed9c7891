//! Workflows of every GitHub repository let in.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite_condition::add_tests;
use super::web_identity::{GITHUB, WebIdentity, github_actions};
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// A trust policy that lets in GitHub Actions tests `token.actions.githubusercontent.com:sub`, which names the repository.
    ///
    /// ## Why it matters
    ///
    /// Without it, a workflow in anybody's repository can take on the role.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {
    ///                 "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
    ///             },
    ///             "Action": "sts:AssumeRoleWithWebIdentity",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "token.actions.githubusercontent.com:aud": "sts.amazonaws.com"
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
    ///             "Principal": {
    ///                 "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
    ///             },
    ///             "Action": "sts:AssumeRoleWithWebIdentity",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
    ///                     "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// GitHub Docs, "Configuring OpenID Connect in Amazon Web Services", 2025.
    MISSING_GITHUB_REPO_CONDITION_KEY {
        title: "No condition on the GitHub repository",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-missing-github-repo-condition-key"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let open = github_actions(ctx).filter(|identity| identity.tests_of("sub").next().is_none());
    findings.extend(open.map(|identity| finding(ctx, &identity)));
}

fn finding(ctx: &Context, identity: &WebIdentity) -> Finding {
    let subject = format!("{GITHUB}:sub");
    let finding = CHECK.finding(
        [ctx.location(identity.entry.node)],
        "Nothing says which GitHub repository is meant.",
        "A workflow in anybody's repository can take on the role.",
        format!("Test `{subject}` for the repository and the branch."),
    );
    let value = "\"repo:{{github_org}}/{{github_repo}}:ref:refs/heads/{{branch}}\"";
    let edits = add_tests(
        ctx.tree,
        identity.statement,
        &[("StringEquals", &subject, value)],
    );
    finding.mended_by(edits.and_then(|edits| Fix::choice("Test repository and branch", edits)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"Federated": «"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"»}}, "Action": "sts:AssumeRoleWithWebIdentity"{condition}}}}}"#
        )
    }

    fn unmarked(condition: &str) -> String {
        policy(condition).replace(['«', '»'], "")
    }

    #[test]
    fn is_about_the_provider() {
        check(&CHECK, &policy(""));
        check(
            &CHECK,
            &policy(
                r#", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}"#,
            ),
        );
    }

    #[test]
    fn any_test_of_the_subject_will_do() {
        check_clean(
            &CHECK,
            &unmarked(
                r#", "Condition": {"StringLike": {"Token.actions.githubusercontent.com:sub": "repo:a/b:*"}}"#,
            ),
        );
    }

    #[test]
    fn adds_the_test() {
        check_fix(
            &CHECK,
            &unmarked(""),
            &unmarked(
                r#", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:{{github_org}}/{{github_repo}}:ref:refs/heads/{{branch}}"}}"#,
            ),
        );
    }
}
