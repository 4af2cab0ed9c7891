//! The only statement without a name.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{Place, insert_member};
use super::sid_name::SidNames;
use crate::engine::policy::{Element, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// Where all other statements of a policy have a `Sid`, and there are at least two of them, the last one has it too.
    ///
    /// ## Why it matters
    ///
    /// The name was probably forgotten.
    /// Whoever looks for a statement by name does not find this one.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "ReadDocuments",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         },
    ///         {
    ///             "Sid": "ListDocuments",
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-1:111122223333:orders"
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
    ///             "Sid": "ReadDocuments",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         },
    ///         {
    ///             "Sid": "ListDocuments",
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
    ///         },
    ///         {
    ///             "Sid": "SendOrders",
    ///             "Effect": "Allow",
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-1:111122223333:orders"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// A convention of this editor.
    STATEMENT_WITHOUT_SID {
        title: "The only statement without a Sid",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_sid.html"),
        run: run,
    }
}

/// With fewer named statements than this there is no custom to follow.
const FEWEST_NAMED: usize = 2;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let statements = ctx.policy.statements();
    let mut nameless = statements
        .iter()
        .filter(|statement| !statement.has(Element::Sid));
    let (Some(only), None) = (nameless.next(), nameless.next()) else {
        return;
    };
    let are_all_named = statements.len() > FEWEST_NAMED;
    if are_all_named && !ctx.may_hide_members(only.node) && only.has(Element::Effect) {
        findings.push(finding(ctx, only));
    }
}

fn finding(ctx: &Context, statement: &Statement) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(statement.node)],
        "This is the only statement without a Sid.",
        "Whoever looks for statements by their names does not find it.",
        "Give it a name that tells what it allows or denies.",
    );
    let name = SidNames::new(ctx).name(statement);
    let place = Place::First(statement.node);
    let named = insert_member(ctx.tree, place, Element::Sid.name(), &format!("\"{name}\""));
    finding.mended_by(Fix::choice(format!("Call it `{name}`"), [named]))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn two_named_statements_make_a_custom() {
        check(
            &CHECK,
            r#"{"Statement": [{"Sid": "A"}, «{"Effect": "Allow"}», {"Sid": ""}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Sid": "A"}, {"Effect": "Allow"}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Sid": "A"}, {"Sid": "B"}, {"Effect": "Allow"}, {"Effect": "Deny"}]}"#,
        );
    }

    #[test]
    fn gives_it_a_name() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Sid": "A"}, {"Effect": "Deny", "Action": "iam:*"}, {"Sid": "B"}]}"#,
            r#"{"Statement": [{"Sid": "A"}, {"Sid": "DenyIam", "Effect": "Deny", "Action": "iam:*"}, {"Sid": "B"}]}"#,
        );
    }
}
