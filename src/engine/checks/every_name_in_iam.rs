//! Changes allowed to every role, user or instance profile of an account.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{
    ActionPattern, Arn, ArnField, Element, Entry, PolicyKind, Statement, has_wildcard,
};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// Where a statement without a condition changes roles, users, groups, policies or instance profiles, its ARN does not end in a lone `*` for the name.
    /// Passing roles has checks of its own.
    ///
    /// ## Why it matters
    ///
    /// The statement reaches also what belongs to others: taking a role out of an instance profile, for instance, stops the programs on its instances.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:RemoveRoleFromInstanceProfile",
    ///             "Resource": "arn:aws:iam::111122223333:instance-profile/*"
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
    ///             "Action": "iam:RemoveRoleFromInstanceProfile",
    ///             "Resource": "arn:aws:iam::111122223333:instance-profile/app-*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM identifiers", 2025; service authorization reference of IAM, 2026.
    EVERY_NAME_IN_IAM {
        title: "Every name in IAM",
        finding_type: Warning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("reference_identifiers.html"),
        run: run,
    }
}

/// The types of resources in IAM that have names, as ARNs and as actions write them.
///
/// A longer name stands before one that it holds.
const TYPES: [(&str, &str); 5] = [
    ("instance-profile", "InstanceProfile"),
    ("policy", "Policy"),
    ("role", "Role"),
    ("user", "User"),
    ("group", "Group"),
];

/// How the names of actions begin that change nothing, or have checks of their own.
const LEFT_OUT: [&str; 6] = [
    "Get",
    "List",
    "Simulate",
    "Generate",
    "PassRole",
    "CreateServiceLinkedRole",
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        if statement.allows() && !statement.has(Element::Condition) {
            let resources = statement.entries(Element::Resource);
            findings.extend(resources.filter_map(|entry| finding(ctx, statement, &entry)));
        }
    }
}

fn finding(ctx: &Context, statement: &Statement, resource: &Entry) -> Option<Finding> {
    let arn = Arn::cut(&resource.text);
    let (kind, named) = TYPES.into_iter().find(|(kind, _)| {
        let rest = arn
            .field(ArnField::Resource)
            .and_then(|text| text.strip_prefix(kind));
        rest == Some("/*") && arn.field(ArnField::Service) == Some("iam")
    })?;
    let mut actions = statement.entries(Element::Action);
    let action = actions.find(|entry| changes(&entry.text) == Some(named))?;
    let finding = CHECK.finding(
        [ctx.location(action.node), ctx.location(resource.node)],
        format!(
            "{} is allowed on every {} of the account.",
            quoted(&action.text),
            kind.replace('-', " ")
        ),
        "It reaches also what belongs to others.",
        "Name what is meant, or begin all names alike and write the beginning before the `*`.",
    );
    let end = ctx.tree.content_span(resource.node).end.checked_sub(1)?;
    let prefix = Edit::insert(end, "{{name_prefix}}");
    Some(finding.mended_by(Fix::choice("Only names that begin alike", [prefix])))
}

/// The type of resource that an action of IAM changes.
fn changes(text: &str) -> Option<&'static str> {
    let action = ActionPattern::new(text);
    let is_of_iam = action
        .service()
        .is_some_and(|service| service.eq_ignore_ascii_case("iam"));
    let is_left_out = LEFT_OUT
        .iter()
        .any(|start| action.name().starts_with(start));
    if !is_of_iam || is_left_out || has_wildcard(text) {
        return None;
    }
    let mut types = TYPES.into_iter().map(|(_, named)| named);
    // What is written into a role is a policy: `PutRolePolicy` changes the role.
    let on_policies = |named: &str| named == "Policy" && !action.name().contains("PolicyVersion");
    types.find(|named| action.name().contains(named) && !on_policies(named))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn allow(action: &str, resource: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Action": ["iam:ListRoles", {action}], "Resource": {resource}}}}}"#
        )
    }

    #[test]
    fn marks_the_action_and_the_arn_it_changes() {
        for (action, kind) in [
            ("RemoveRoleFromInstanceProfile", "instance-profile"),
            ("DeleteRole", "role"),
            ("TagUser", "user"),
            ("CreatePolicyVersion", "policy"),
        ] {
            let resource = format!(r#"["*", «"arn:aws:iam::111122223333:{kind}/*"»]"#);
            check(&CHECK, &allow(&format!(r#"«"iam:{action}"»"#), &resource));
        }
    }

    #[test]
    fn reading_passing_and_named_resources_are_fine() {
        for (action, resource) in [
            ("iam:GetRole", "role/*"),
            ("iam:PassRole", "role/*"),
            ("iam:DeleteRole", "role/app-*"),
            ("iam:RemoveRoleFromInstanceProfile", "role/*"),
        ] {
            check_clean(
                &CHECK,
                &allow(
                    &format!(r#""{action}""#),
                    &format!(r#""arn:aws:iam::111122223333:{resource}""#),
                ),
            );
        }
    }

    #[test]
    fn asks_for_the_beginning_of_the_names() {
        check_fix(
            &CHECK,
            &allow(
                r#""iam:DeleteRole""#,
                r#""arn:aws:iam::111122223333:role/*""#,
            ),
            &allow(
                r#""iam:DeleteRole""#,
                r#""arn:aws:iam::111122223333:role/{{name_prefix}}*""#,
            ),
        );
    }
}
