//! Sessions of a role that is named already.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Entry, PolicyKind, Statement};
use std::collections::BTreeMap;

declare_check! {
    /// ## What it checks
    ///
    /// A trust policy that names a role does not name a session of that role as well.
    ///
    /// ## Why it matters
    ///
    /// Whoever names the role lets in all its sessions; the session changes nothing.
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
    ///                 "AWS": [
    ///                     "arn:aws:iam::111122223333:role/app-role",
    ///                     "arn:aws:sts::111122223333:assumed-role/app-role/session1"
    ///                 ]
    ///             },
    ///             "Action": "sts:AssumeRole"
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
    ///             "Principal": {"AWS": ["arn:aws:iam::111122223333:role/app-role"]},
    ///             "Action": "sts:AssumeRole"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY {
        title: "Session beside its role",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-redundant-principal-in-role-trust-policy"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        findings.extend(
            sessions_beside_their_roles(statement).map(|(session, role)| {
                let finding = CHECK.finding(
                    [ctx.location(session.node), ctx.location(role.node)],
                    format!(
                        "{} is a session of a role that is named already.",
                        quoted(&session.text)
                    ),
                    "The role lets in all its sessions; naming one of them changes nothing.",
                    "Remove the session, or remove the role if only this session is meant.",
                );
                let removal = ctx.tree.remove_element(session.node);
                finding.mended_by(Fix::choice("Remove the session", removal.iter().cloned()))
            }),
        );
    }
}

/// Each session with the role it belongs to, where the statement names both.
fn sessions_beside_their_roles<'t>(
    statement: &Statement<'t>,
) -> impl Iterator<Item = (Entry<'t>, Entry<'t>)> {
    let mut roles = BTreeMap::new();
    let mut sessions = Vec::new();
    for principal in statement.principals() {
        match named(&principal.entry.text) {
            Some(Named::Role(key)) => {
                roles.insert(key, principal.entry);
            }
            Some(Named::Session(key)) => sessions.push((key, principal.entry)),
            None => {}
        }
    }
    sessions
        .into_iter()
        .filter_map(move |(key, session)| Some((session, roles.get(&key)?.clone())))
}

/// A role or a session of one, by partition, account and name of the role.
enum Named {
    Role([String; 3]),
    Session([String; 3]),
}

fn named(text: &str) -> Option<Named> {
    let arn = Arn::cut(text);
    let (kind, rest) = arn.field(ArnField::Resource)?.split_once('/')?;
    let key = |name: &str| {
        Some([
            arn.field(ArnField::Partition)?.to_owned(),
            arn.field(ArnField::Account)?.to_owned(),
            name.to_owned(),
        ])
    };
    match (arn.field(ArnField::Service)?, kind) {
        ("iam", "role") => Some(Named::Role(key(rest.rsplit('/').next()?)?)),
        ("sts", "assumed-role") => Some(Named::Session(key(rest.split('/').next()?)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(principals: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"AWS": [{principals}]}}, "Action": "sts:AssumeRole"}}}}"#
        )
    }

    #[test]
    fn names_the_session_and_the_role() {
        check(
            &CHECK,
            &policy(
                r#"«"arn:aws:sts::111122223333:assumed-role/a/s"», "111122223333", «"arn:aws:iam::111122223333:role/path/a"»"#,
            ),
        );
    }

    #[test]
    fn other_roles_and_accounts_are_not_meant() {
        check_clean(
            &CHECK,
            &policy(
                r#""arn:aws:sts::111122223333:assumed-role/a/s", "arn:aws:iam::444455556666:role/a", "arn:aws:iam::111122223333:role/b""#,
            ),
        );
    }

    #[test]
    fn takes_the_session_out() {
        check_fix(
            &CHECK,
            &policy(
                r#""arn:aws:iam::111122223333:role/a", "arn:aws:sts::111122223333:assumed-role/a/s""#,
            ),
            &policy(r#""arn:aws:iam::111122223333:role/a""#),
        );
    }
}
