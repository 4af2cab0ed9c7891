//! Resources that none of a statement's actions can be used on.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fit::{Fit, Named};
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// Where a statement names resources, each of them is of a type that at least one of the actions can be used on.
    ///
    /// ## Why it matters
    ///
    /// The entry gives nothing, and whoever reads it believes otherwise; perhaps an action is missing, or stands in another statement.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:GetRole",
    ///             "Resource": [
    ///                 "arn:aws:iam::111122223333:role/orders",
    ///                 "arn:aws:iam::111122223333:policy/orders"
    ///             ]
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
    ///             "Action": [
    ///                 "iam:GetRole",
    ///                 "iam:GetPolicy"
    ///             ],
    ///             "Resource": [
    ///                 "arn:aws:iam::111122223333:role/orders",
    ///                 "arn:aws:iam::111122223333:policy/orders"
    ///             ]
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The resource types of actions: service authorization reference, by the AWS reference of this editor.
    RESOURCE_WITHOUT_MATCHING_ACTION {
        title: "Resource without a matching action",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_resource.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    // Where an action finds no resource either, that is the finding.
    let fits = ctx
        .fits()
        .iter()
        .filter(|fit| fit.misplaced().next().is_none());
    for fit in fits {
        let unused = fit
            .unused()
            .filter(|named| !is_half_of_pair(ctx, fit, named));
        let unused: Vec<&Named> = unused.collect();
        if !unused.is_empty() && unused.len() < fit.resources.len() {
            findings.push(finding(ctx, fit, &unused));
        }
    }
}

/// Whether it is the bucket beside its objects in the policy of a VPC endpoint.
///
/// Such a policy names buckets as a whole, whatever the actions, because `Action` mostly stays `*` there or changes later.
fn is_half_of_pair(ctx: &Context, fit: &Fit, named: &Named) -> bool {
    let bucket = &named.entry.text;
    let mut others = fit.resources.iter();
    ctx.kind == PolicyKind::Endpoint
        && others.any(|other| other.entry.text.strip_suffix("/*") == Some(bucket))
}

fn finding(ctx: &Context, fit: &Fit, unused: &[&Named]) -> Finding {
    let nodes: Vec<_> = unused.iter().map(|named| named.entry.node).collect();
    let written = |node| quoted(&ctx.written(ctx.tree.content_span(node)));
    let named = nodes.iter().take(MOST_NAMED).map(|node| written(*node));
    let named = named.collect::<Vec<_>>().join(", ");
    let more = match nodes.len() > MOST_NAMED {
        true => " and others",
        false => "",
    };
    let count = match fit.uses.len() {
        1 => "The action of this statement cannot".to_owned(),
        count => format!("None of the {count} actions of this statement can"),
    };
    let finding = CHECK.finding(
        nodes.iter().map(|node| ctx.location(*node)),
        format!("{count} be used on {named}{more}."),
        "AWS gives nothing for it: an action works only on resources of its own types.",
        "Remove it, or add the action that it was meant for.",
    );
    let title = match nodes.len() {
        1 => "Remove the entry".to_owned(),
        count => format!("Remove the {count} entries"),
    };
    let removal = ctx.tree.remove_elements(&nodes);
    finding.mended_by(Fix::choice(title, removal.iter().cloned()))
}

/// How many resources a message names.
const MOST_NAMED: usize = 3;

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::{check, check_clean, check_fix, findings_as};
    use super::{CHECK, PolicyKind};

    fn allow(action: &str, resource: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Action": {action}, "Resource": {resource}}}]}}"#
        )
    }

    #[test]
    fn marks_what_no_action_can_be_used_on() {
        check(
            &CHECK,
            &allow(
                r#"["iam:GetRole", "iam:GetUser", "iam:ListRoles"]"#,
                r#"["arn:aws:iam::XXXXXXXXXXXX:role/a", "arn:aws:iam::XXXXXXXXXXXX:user/USERNAME", «"arn:aws:iam::XXXXXXXXXXXX:policy/a"»]"#,
            ),
        );
        check_clean(
            &CHECK,
            &allow(
                r#"["iam:GetRole", "iam:GetUser"]"#,
                r#"["arn:aws:iam::1:role/a", "arn:aws:iam::1:*"]"#,
            ),
        );
    }

    #[test]
    fn leaves_it_to_the_action_where_that_finds_no_resource() {
        check_clean(
            &CHECK,
            &allow(
                r#"["s3:GetObject", "iam:GetRole"]"#,
                r#"["arn:aws:s3:::a", "arn:aws:iam::1:role/a"]"#,
            ),
        );
    }

    #[test]
    fn takes_a_bucket_and_its_objects_for_one_in_the_policy_of_an_endpoint() {
        let pair = r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*"]"#;
        let text = allow(r#""s3:GetObject""#, pair);
        let found = findings_as(PolicyKind::Endpoint, &CHECK, &text, &Options::default());
        assert!(found.is_empty(), "{found:#?}");
    }

    #[test]
    fn removes_the_entry() {
        check_fix(
            &CHECK,
            &allow(
                r#""s3:GetObject""#,
                r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*"]"#,
            ),
            &allow(r#""s3:GetObject""#, r#"["arn:aws:s3:::a/*"]"#),
        );
    }
}
