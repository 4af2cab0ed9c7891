//! Statements that say the same as another one.

use std::collections::HashMap;

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::meaning::equal_statements;
use crate::engine::policy::{Element, Statement};
use crate::engine::syntax::NodeId;

declare_check! {
    /// ## What it checks
    ///
    /// No two statements are equal apart from their `Sid`.
    /// The order of entries, and the case of actions and condition keys, make no difference.
    ///
    /// ## Why it matters
    ///
    /// The policy gets longer, and whoever changes one of the statements may believe that this changes the access.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "A",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
    ///         },
    ///         {
    ///             "Sid": "B",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
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
    ///             "Sid": "A",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer policy check reference, 2025.
    REDUNDANT_STATEMENT {
        title: "Redundant statement",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-redundant-statement"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let statements = ctx.policy.statements().iter();
    let whole = statements.filter(|statement| is_whole(ctx, statement));
    let groups = equal_statements(ctx.tree, &candidates(ctx, whole.collect()));
    findings.extend(groups.iter().map(|group| finding(ctx, group)));
}

/// The statements whose actions another one may have too; all of them where errors of syntax make the entries uncertain.
fn candidates(ctx: &Context, statements: Vec<&Statement>) -> Vec<NodeId> {
    let mut outlines: HashMap<_, usize> = HashMap::new();
    for statement in &statements {
        *outlines.entry(outline(ctx, statement)).or_default() += 1;
    }
    let is_shared = |statement: &&&Statement| {
        outlines
            .get(&outline(ctx, statement))
            .is_some_and(|count| *count > 1)
    };
    let has_errors = !ctx.tree.errors().is_empty();
    let candidates = statements.iter().filter(|one| has_errors || is_shared(one));
    candidates.map(|statement| statement.node).collect()
}

/// The least and the greatest fingerprint of a statement's actions: the same in whatever order and however often they stand.
fn outline(ctx: &Context, statement: &Statement) -> [Option<u64>; 2] {
    let elements = [Element::Action, Element::NotAction];
    let listed = elements
        .iter()
        .flat_map(|element| ctx.policy.listed(statement, *element));
    let fingerprints = listed.map(|one| one.fingerprint);
    [fingerprints.clone().min(), fingerprints.max()]
}

/// Whether a statement says enough to be compared.
fn is_whole(ctx: &Context, statement: &Statement) -> bool {
    let actions = [Element::Action, Element::NotAction];
    statement.has(Element::Effect)
        && statement.first_of(&actions).is_some()
        && !ctx.may_hide_members(statement.node)
}

fn finding(ctx: &Context, group: &[NodeId]) -> Finding {
    let (_, later) = group.split_at(1);
    let finding = CHECK.finding(
        group.iter().map(|node| ctx.location(*node)),
        format!("{} statements say the same.", group.len()),
        "One of them is enough; the others make the policy longer and harder to change.",
        "Remove all but one.",
    );
    let title = match later.len() {
        1 => "Remove the later statement",
        _ => "Remove the later statements",
    };
    let removal = ctx.tree.remove_elements(later);
    finding.mended_by(Fix::choice(title, removal.iter().cloned()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn spelling_order_and_name_make_no_difference() {
        check(
            &CHECK,
            r#"{"Statement": [«{"Sid": "A", "Effect": "Allow", "Action": ["s3:a", "s3:b"]}», {"Effect": "Allow", "Action": "s3:a"}, «{"Action": ["S3:b", "s3:a"], "Effect": "Allow"}»]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": "s3:a"}, {"Effect": "Deny", "Action": "s3:a"}, {}, {}]}"#,
        );
    }

    #[test]
    fn the_first_of_them_stays() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": "s3:a"}, {"Effect": "Deny", "Action": "s3:b"}, {"Effect": "Allow", "Action": ["s3:a"]}]}"#,
            r#"{"Statement": [{"Effect": "Allow", "Action": "s3:a"}, {"Effect": "Deny", "Action": "s3:b"}]}"#,
        );
    }
}
