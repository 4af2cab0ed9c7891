//! Keys of VPC endpoints tested for services that do not set them.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::endpoint_keys::{ENDPOINT_KEYS, EndpointKey};
use super::finding::Finding;
use super::finding::Location;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{ActionPattern, Element, Entry, KeyTest, Statement, has_wildcard};
use crate::engine::syntax::NodeId;
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that tests `aws:VpceAccount`, `aws:VpceOrgID` or `aws:VpceOrgPaths` is only about services that set the key; AWS publishes the list.
    /// Services that AWS has added after the date of the list are reported until it is brought up to date.
    ///
    /// ## Why it matters
    ///
    /// Requests to other services never have the key.
    /// What the statement was to deny or to allow there, it does not, or it denies everything.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": "*",
    ///             "Resource": "*",
    ///             "Condition": {"StringNotEqualsIfExists": {"aws:VpceAccount": "111122223333"}}
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
    ///             "Effect": "Deny",
    ///             "Action": "s3:*",
    ///             "Resource": "*",
    ///             "Condition": {"StringNotEqualsIfExists": {"aws:VpceAccount": "111122223333"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys", 2026.
    USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES {
        title: "Endpoint key that the service does not set",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-use-condition-key-only-with-supported-services"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for key in &ENDPOINT_KEYS {
            let test = statement.tests().find(|test| test.is_about(key.name));
            findings.extend(test.and_then(|test| finding(ctx, statement, key, &test)));
        }
    }
}

fn finding(
    ctx: &Context,
    statement: &Statement,
    key: &EndpointKey,
    test: &KeyTest,
) -> Option<Finding> {
    let others = others(ctx, statement, key);
    if others.is_empty() {
        return None;
    }
    let key_place = ctx.location(test.nodes.key.key);
    let actions = others.iter().map(|node| ctx.location(*node));
    let places: Vec<Location> = actions.chain([key_place]).collect();
    let finding = CHECK.finding(
        places,
        format!("Some of these actions are of services that never set {}.", quoted(&test.key)),
        "In requests to them the key is missing, so that the test does not do what it says.",
        "Name only actions of services that set the key, and put the others into a statement of their own.",
    );
    let fixed = naming_all(ctx, statement, key).or_else(|| removing(ctx, statement, &others));
    Some(finding.mended_by(fixed))
}

/// The entries that reach a service that does not set the key; the value of `NotAction`, which reaches all others.
fn others(ctx: &Context, statement: &Statement, key: &EndpointKey) -> Vec<NodeId> {
    if let Some(member) = statement.element(Element::NotAction) {
        return vec![member.value];
    }
    let reaches_another = |entry: &Entry| {
        let pattern = ActionPattern::new(&entry.text);
        let is_other = match pattern.service() {
            Some(service) => !has_wildcard(service) && !key.is_set_by(service, pattern.name()),
            None => pattern.is_everything(),
        };
        is_other && ctx.is_settled(entry.node)
    };
    let entries = statement.entries(Element::Action).filter(reaches_another);
    entries.map(|entry| entry.node).collect()
}

/// Writes all services that set the key in the place of a star that is the only action.
fn naming_all(ctx: &Context, statement: &Statement, key: &EndpointKey) -> Option<Fix> {
    let mut entries = statement.entries(Element::Action);
    let first = entries
        .next()
        .filter(|entry| ActionPattern::new(&entry.text).is_everything())?;
    let value = statement.element(Element::Action)?.value;
    let actions: Vec<String> = key
        .services()
        .map(|service| format!("\"{service}:*\""))
        .collect();
    let list = format!("[{}]", actions.join(", "));
    let edit = Edit::replace(ctx.tree.span(value), list);
    let is_only = entries.next().is_none() && ctx.is_closed(first.node);
    is_only
        .then(|| Fix::choice("Name the services that set the key", [edit]))
        .flatten()
}

/// Takes the others out, where something is left.
fn removing(ctx: &Context, statement: &Statement, others: &[NodeId]) -> Option<Fix> {
    let is_left = statement.entries(Element::Action).count() > others.len();
    let removal = ctx.tree.remove_elements(others);
    is_left
        .then(|| Fix::choice("Remove the other actions", removal.iter().cloned()))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(actions: &str, key: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Deny", {actions}, "Resource": "*", "Condition": {{"StringNotEquals": {{{key}: "a"}}}}}}}}"#
        )
    }

    #[test]
    fn names_the_actions_and_the_key() {
        for actions in [
            r#""Action": ["s3:*", «"ec2:*"», «"iam:PassRole"», "iam:GetRole"]"#,
            r#""NotAction": «["s3:*"]»"#,
            r#""Action": «"*"»"#,
        ] {
            check(&CHECK, &policy(actions, r#"«"aws:VpceAccount"»"#));
        }
    }

    #[test]
    fn each_key_has_services_of_its_own() {
        check_clean(
            &CHECK,
            &policy(r#""Action": ["sqs:*", "S3:*"]"#, r#""aws:VpceOrgID""#),
        );
        check_clean(
            &CHECK,
            &policy(
                r#""Action": ["*:Get*", "{{service}}:*"]"#,
                r#""aws:VpceOrgPaths""#,
            ),
        );
        check_clean(&CHECK, &policy(r#""Action": "*""#, r#""aws:SourceVpce""#));
    }

    #[test]
    fn leaves_those_that_set_the_key() {
        let key = r#""aws:VpceOrgPaths""#;
        check_fix(
            &CHECK,
            &policy(r#""Action": ["s3:*", "sqs:*"]"#, key),
            &policy(r#""Action": ["s3:*"]"#, key),
        );
    }
}
