//! GitHub subjects that leave the repository or the branch open.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::rewrite_condition::add_tests;
use super::web_identity::{GITHUB, WebIdentity, github_actions};
use super::wording::quoted;
use crate::engine::policy::{Entry, PolicyKind, has_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// A trust policy that lets in GitHub Actions names one repository and one branch:
    /// `repo:ORGANIZATION/REPOSITORY:ref:refs/heads/BRANCH` without wildcards, or any subject beside a test of `token.actions.githubusercontent.com:ref`.
    ///
    /// ## Why it matters
    ///
    /// With a wildcard, or without a branch, more workflows can take on the role than are meant, those of pull requests perhaps among them.
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
    ///                 },
    ///                 "StringLike": {
    ///                     "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:*"
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
    SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED {
        title: "GitHub repository or branch left open",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-specific-github-repo-and-branch-recommended"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let without_branch = |identity: &WebIdentity| identity.tests_of("ref").next().is_none();
    for identity in github_actions(ctx).filter(without_branch) {
        let subjects = identity.tests_of("sub").flat_map(|test| test.entries());
        let open =
            subjects.filter(|subject| ctx.is_settled(subject.node) && !is_specific(&subject.text));
        findings.extend(open.map(|subject| finding(ctx, &identity, &subject)));
    }
}

fn is_specific(subject: &str) -> bool {
    subject.contains(":ref:refs/") && !has_wildcard(subject)
}

fn finding(ctx: &Context, identity: &WebIdentity, subject: &Entry) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(subject.node)],
        format!("{} leaves the repository or the branch open.", quoted(&subject.text)),
        "More workflows than are meant can take on the role.",
        "Name the repository and the branch without wildcards: `repo:ORGANIZATION/REPOSITORY:ref:refs/heads/BRANCH`.",
    );
    let with_branch = branch_behind(&subject.text).and_then(|text| {
        let edit = replace_text(ctx.tree, subject.node, &text);
        Fix::choice("Name a branch to fill in", [edit])
    });
    let branch = format!("{GITHUB}:ref");
    let value = "\"refs/heads/{{branch}}\"";
    let edits = add_tests(
        ctx.tree,
        identity.statement,
        &[("StringEquals", &branch, value)],
    );
    let beside = edits.and_then(|edits| Fix::choice("Test the branch as well", edits));
    finding.mended_by(with_branch).mended_by(beside)
}

/// The subject with a branch behind its repository; `None` where the repository is open or something else follows it.
fn branch_behind(subject: &str) -> Option<String> {
    let repository = subject.strip_suffix(":*").unwrap_or(subject);
    let is_one = repository.starts_with("repo:")
        && repository.matches(':').count() == 1
        && !has_wildcard(repository)
        && repository
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\'));
    is_one.then(|| format!("{repository}:ref:refs/heads/{{{{branch}}}}"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {condition}}}}}"#
        )
    }

    fn subject(value: &str) -> String {
        policy(&format!(
            r#"{{"StringLike": {{"token.actions.githubusercontent.com:sub": {value}}}}}"#
        ))
    }

    #[test]
    fn is_about_each_open_subject() {
        for value in [
            r#"«"repo:a/b:*"»"#,
            r#"[«"repo:a/b"», "repo:a/b:ref:refs/heads/main"]"#,
            r#"«"repo:a/b:environment:production"»"#,
            r#"«"*"»"#,
        ] {
            check(&CHECK, &subject(value));
        }
    }

    #[test]
    fn says_nothing_about_one_branch_or_a_test_of_the_branch() {
        check_clean(&CHECK, &subject(r#""repo:a/b:ref:refs/heads/main""#));
        check_clean(&CHECK, &subject(r#""repo:a/{{repository}}:*""#));
        check_clean(
            &CHECK,
            &policy(
                r#"{"StringLike": {"token.actions.githubusercontent.com:sub": "repo:a/b:*", "token.actions.githubusercontent.com:ref": "refs/heads/main"}}"#,
            ),
        );
    }

    #[test]
    fn puts_a_branch_in() {
        check_fix(
            &CHECK,
            &subject(r#""repo:a/b:*""#),
            &subject(r#""repo:a/b:ref:refs/heads/{{branch}}""#),
        );
    }
}
