//! Sample values of AWS's documentation that were left in a policy.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::placeholders::{Class, Piece, PieceState, Placeholder};

declare_check! {
    /// ## What it checks
    ///
    /// No value is one that AWS's documentation uses in its examples, such as the account ID `123456789012`.
    ///
    /// ## Why it matters
    ///
    /// AWS takes it for a value like any other, so the policy is accepted and gives nothing to whom or what it was meant for.
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
    ///             "Resource": "arn:aws:iam::123456789012:role/orders"
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
    ///             "Action": "iam:GetRole",
    ///             "Resource": "arn:aws:iam::210987654321:role/orders"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Examples of AWS's documentation, 2026.
    SAMPLE_VALUE {
        title: "Sample value",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[],
        has_fix: false,
        learn_more: user_guide!("console-account-id.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (number, placeholder) in ctx.placeholders.iter().enumerate() {
        let uses = ctx
            .pieces
            .iter()
            .filter(|piece| piece.placeholder == number && piece.state == PieceState::Unfilled);
        let uses: Vec<&Piece> = uses.collect();
        if placeholder.class == Class::Sample && !uses.is_empty() {
            findings.push(finding(ctx, placeholder, &uses));
        }
    }
}

fn finding(ctx: &Context, placeholder: &Placeholder, uses: &[&Piece]) -> Finding {
    let written = placeholder.written.first().unwrap_or(&placeholder.name);
    let places = match uses.len() {
        1 => String::new(),
        count => format!(" in {count} places"),
    };
    let written = quoted(written);
    let (message, why, help) = match placeholder.kind.id {
        "ip-range" => (
            format!("Is {written}{places} meant? It is a range kept for examples."),
            "No address of it is in use, so that the test never finds one.",
            "Put the range of your network there.",
        ),
        _ => (
            format!("{written}{places} is a value of AWS's examples."),
            "AWS accepts it, and takes it for somebody's; who or what was meant gets nothing.",
            "Put in its place what is meant.",
        ),
    };
    CHECK.finding(
        uses.iter().map(|piece| ctx.place(piece.to)),
        message,
        why,
        help,
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean};
    use super::CHECK;

    #[test]
    fn finds_each_use_of_a_sample() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Action": "iam:GetRole", "Resource": ["arn:aws:iam::«123456789012»:role/a", "arn:aws:iam::«123456789012»:role/b", "arn:aws:iam::210987654321:role/a"]}}"#,
        );
        check(
            &CHECK,
            r#"{"Statement": {"Condition": {"IpAddress": {"aws:SourceIp": "«203.0.113.0/24»"}}}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": "arn:aws:iam::XXXXXXXXXXXX:role/a"}}"#,
        );
    }
}
