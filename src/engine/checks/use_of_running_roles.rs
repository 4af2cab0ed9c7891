//! Ways to act under the roles of what runs already.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::granted::{Granted, granted};
use super::reach::Through;
use super::split::{Demand, demand};
use super::wording::quoted;
use crate::engine::meaning::denied_everywhere;
use crate::engine::policy::{
    ActionPattern, Element, Entry, EscalationPath, Means, PolicyKind, Statement, escalation_paths,
};

declare_check! {
    /// ## What it checks
    ///
    /// A statement does not let its holder tell every function, instance, container or build of the account what to do.
    /// The message names the published path.
    ///
    /// ## Why it matters
    ///
    /// What runs there does so under a role, and often under one that may do more than the person who changes it.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "lambda:UpdateFunctionCode",
    ///             "Resource": "*"
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
    ///             "Action": "lambda:UpdateFunctionCode",
    ///             "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Rhino Security Labs, 2018 to 2020; NCC Group, Principal Mapper, 2021; Datadog, pathfinding.cloud, 2025; Sonrai Security, 2025.
    USE_OF_RUNNING_ROLES {
        title: "Use of the roles of what runs already",
        finding_type: Warning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("best-practices.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let denied = denied_everywhere(&ctx.policy);
    let open = ctx
        .policy
        .statements()
        .iter()
        .filter(|statement| is_open(statement));
    findings.extend(open.filter_map(|statement| {
        let running = escalation_paths().filter(|path| path.means == Means::RunningRole);
        let found: Vec<_> = running
            .filter_map(|path| Some((path, granted(&ctx.policy, path, &[statement], &denied)?)))
            .filter(|(_, granted)| granted.iter().all(is_named))
            .collect();
        finding(ctx, statement, &found)
    }));
}

fn is_open(statement: &Statement) -> bool {
    let mut resources = statement.entries(Element::Resource);
    statement.allows()
        && !statement.has(Element::Condition)
        && resources.any(|entry| entry.text == "*")
}

/// Whoever writes `lambda:*` knows that they give all of it.
fn is_named(one: &Granted) -> bool {
    one.reach.through != Through::NotAction && ActionPattern::new(&one.reach.text).name() != "*"
}

fn finding(
    ctx: &Context,
    statement: &Statement,
    found: &[(&EscalationPath, Vec<Granted>)],
) -> Option<Finding> {
    let (first, granted) = found.first()?;
    let mut nodes: Vec<_> = found
        .iter()
        .flat_map(|(_, granted)| granted.iter().map(|one| one.reach.node))
        .collect();
    nodes.sort();
    nodes.dedup();
    let more = match found.len() {
        1 => String::new(),
        2 => ", and there is one more way".to_owned(),
        count => format!(", and there are {} more ways", count - 1),
    };
    let finding = CHECK.finding(
        nodes.iter().map(|node| ctx.location(*node)),
        format!(
            "On everything, {} {}{more}.",
            quoted(&first.name()),
            first.does
        ),
        "A role there may be allowed more than the person who makes use of it.",
        "Name the resources, or demand a tag that only those have which are meant.",
    );
    let is_single = found.len() == 1 && granted.len() == 1;
    let fix = granted.first().filter(|_| is_single);
    Some(finding.mended_by(fix.and_then(|one| demanding_a_tag(ctx, statement, one))))
}

/// Demands a tag, where AWS gives the resource's tags with the request.
fn demanding_a_tag(ctx: &Context, statement: &Statement, one: &Granted) -> Option<Fix> {
    let (prefix, name) = one.reach.text.split_once(':')?;
    let catalog = ctx.catalog?;
    let key = catalog.condition_key("aws:ResourceTag/a")?;
    let action = catalog
        .action(prefix, name)
        .filter(|action| action.lists(key))?;
    let entry = Entry {
        node: one.reach.node,
        text: action.to_string().into(),
    };
    let test = Demand {
        operator: "StringEquals",
        key: "aws:ResourceTag/{{tag_key}}",
        value: "{{tag_value}}",
    };
    demand(ctx, statement, &[entry], &test, |_| true)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn allow(elements: &str) -> String {
        format!(r#"{{"Statement": [{{"Effect": "Allow", {elements}}}]}}"#)
    }

    #[test]
    fn marks_every_way_that_a_statement_names() {
        check(
            &CHECK,
            &allow(
                r#""Action": [«"ssm:SendCommand"», "ssm:List*", «"lambda:Update*"»], "Resource": "*""#,
            ),
        );
        for elements in [
            r#""Action": "ssm:SendCommand", "Resource": "arn:aws:ec2:*:*:instance/i-1""#,
            r#""Action": "ssm:SendCommand", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/a": "b"}}"#,
            r#""Action": ["ssm:*", "lambda:*", "*"], "Resource": "*""#,
            r#""Action": ["ec2:StopInstances", "ec2:StartInstances"], "Resource": "*""#,
        ] {
            check_clean(&CHECK, &allow(elements));
        }
    }

    #[test]
    fn demands_a_tag_where_aws_gives_it() {
        check_fix(
            &CHECK,
            &allow(r#""Action": "lambda:UpdateFunctionCode", "Resource": "*""#),
            &allow(
                r#""Action": "lambda:UpdateFunctionCode", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/{{tag_key}}": "{{tag_value}}"}}"#,
            ),
        );
    }
}
