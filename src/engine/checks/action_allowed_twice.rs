//! Actions that another statement allows already.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::overlap::Overlap;
use super::wording::quoted;
use crate::engine::policy::{Element, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// No statement allows an action that another statement allows on the same resources already.
    /// Statements with conditions are left out, and so are those that are equal as a whole, and actions that AWS does not list.
    ///
    /// ## Why it matters
    ///
    /// The policy gets longer, and whoever takes the action out of one statement may believe that the access is gone.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "ec2:DescribeInstances",
    ///                 "ec2:DescribeVpcs"
    ///             ],
    ///             "Resource": "*"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "ec2:DescribeSubnets",
    ///                 "ec2:DescribeVpcs"
    ///             ],
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
    ///             "Action": [
    ///                 "ec2:DescribeInstances",
    ///                 "ec2:DescribeVpcs"
    ///             ],
    ///             "Resource": "*"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "ec2:DescribeSubnets"
    ///             ],
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Policy evaluation logic", 2025.
    ACTION_ALLOWED_TWICE {
        title: "Action allowed twice",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("reference_policies_evaluation-logic.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let unconditional = ctx
        .overlaps()
        .iter()
        .filter(|(statement, _)| !statement.has(Element::Condition));
    for (statement, found) in unconditional {
        // What exists nowhere is allowed nowhere; its name is another check's business.
        let existing = found.iter().filter(|overlap| !is_unlisted(ctx, overlap));
        let existing: Vec<&Overlap> = existing.collect();
        findings.extend(finding(ctx, statement, &existing));
    }
}

fn is_unlisted(ctx: &Context, overlap: &Overlap) -> bool {
    let mut unlisted = ctx.unlisted_actions().iter();
    unlisted.any(|action| action.node == overlap.entry.node)
}

fn finding(ctx: &Context, statement: &Statement, found: &[&Overlap]) -> Option<Finding> {
    let (first, rest) = found.split_first()?;
    let covered = found.iter().map(|overlap| overlap.entry.node);
    let mut covering: Vec<_> = found.iter().map(|overlap| overlap.by_entry.node).collect();
    covering.sort();
    covering.dedup();
    let more = match rest.len() {
        0 => String::new(),
        1 => ", and so is another entry of this statement".to_owned(),
        count => format!(", and so are {count} more entries of this statement"),
    };
    let finding = CHECK.finding(
        covered
            .clone()
            .chain(covering)
            .map(|node| ctx.location(node)),
        format!(
            "{} is allowed by {} in another statement already{more}.",
            quoted(&first.entry.text),
            quoted(&first.by_entry.text)
        ),
        "What is allowed twice makes a policy longer and harder to change, and it changes nothing.",
        "Remove what another statement covers.",
    );
    let nodes: Vec<_> = covered.collect();
    let is_all = nodes.len() == statement.entries(Element::Action).count();
    Some(finding.mended_by(if is_all {
        let edits = ctx.tree.remove_element(statement.node);
        Fix::choice("Remove the statement", edits.iter().cloned())
    } else {
        let edits = ctx.tree.remove_elements(&nodes);
        Fix::choice("Remove what is covered", edits.iter().cloned())
    }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn of_two_that_are_equal_the_later_is_marked() {
        check(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": [«"ec2:DescribeVpcs"», "ec2:DescribeVpcz", "ec2:RunInstances"], "Resource": "*"}, {"Effect": "Allow", "Action": ["ec2:DescribeVpcz", «"ec2:describeVpcs"»], "Resource": ["*"]}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"}, {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}"#,
        );
    }

    #[test]
    fn a_narrower_statement_goes_even_if_it_stands_first() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::*:role/a*"}, {"Effect": "Allow", "Action": ["iam:GetRole", "iam:ListRoles"], "Resource": "arn:aws:iam::*:role/*"}]}"#,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["iam:GetRole", "iam:ListRoles"], "Resource": "arn:aws:iam::*:role/*"}]}"#,
        );
    }
}
