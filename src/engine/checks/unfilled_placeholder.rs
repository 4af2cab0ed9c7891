//! Stand-ins that nobody has filled in yet.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::{Finding, FindingType};
use super::wording::quoted;
use crate::engine::placeholders::{Class, Piece, PieceState, Placeholder};

declare_check! {
    /// ## What it checks
    ///
    /// Every stand-in, such as `<BUCKET-NAME>` or `XXXXXXXXXXXX` in the place of an account ID, has a value.
    /// Policy variables such as `${aws:username}` are no stand-ins: AWS fills them in itself.
    ///
    /// ## Why it matters
    ///
    /// AWS takes a stand-in for a name as it is written.
    /// The policy is then rejected, or it is accepted and is about something that does not exist.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::<BUCKET-NAME>/*"
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/${aws:username}/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Published policies; IAM User Guide, "IAM policy elements: Variables and tags", 2025.
    UNFILLED_PLACEHOLDER {
        title: "Placeholder without a value",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: false,
        learn_more: user_guide!("reference_policies_variables.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let mut unfilled: Vec<Vec<&Piece>> = vec![Vec::new(); ctx.placeholders.len()];
    for piece in ctx
        .pieces
        .iter()
        .filter(|piece| piece.state != PieceState::Filled)
    {
        if let Some(uses) = unfilled.get_mut(piece.placeholder) {
            uses.push(piece);
        }
    }
    let with_uses = ctx.placeholders.iter().zip(unfilled);
    let missing = with_uses
        .filter(|(placeholder, uses)| placeholder.class == Class::Placeholder && !uses.is_empty());
    findings.extend(missing.map(|(placeholder, uses)| finding(ctx, placeholder, &uses)));
}

fn finding(ctx: &Context, placeholder: &Placeholder, uses: &[&Piece]) -> Finding {
    let is_invalid = uses.iter().any(|piece| piece.state == PieceState::Invalid);
    let why = if is_invalid {
        "AWS would reject what was typed, or take it for something that does not exist."
    } else {
        "AWS would take the stand-in for a name as it is written."
    };
    let mut finding = CHECK.finding(
        uses.iter().map(|piece| ctx.place(piece.to)),
        message(placeholder, uses.len(), is_invalid),
        why,
        format!("Fill in {}: {}", placeholder.label, placeholder.help),
    );
    if ctx.options.require_filled {
        finding.finding_type = FindingType::Error;
    }
    finding
}

fn message(placeholder: &Placeholder, uses: usize, is_invalid: bool) -> String {
    let label = quoted(&placeholder.label);
    let state = if is_invalid {
        format!("The value of {label} is not valid")
    } else {
        format!("{label} has no value yet")
    };
    let written = quoted(placeholder.written.first().unwrap_or(&placeholder.name));
    let places = match uses {
        1 => String::new(),
        count => format!(" in {count} places"),
    };
    let sentences = std::iter::once(format!("{state}; {written} stands for it{places}."))
        .chain(placeholder.remarks.iter().cloned());
    sentences.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::testing::{check, check_clean, findings_with};
    use super::super::{FindingType, Options};
    use super::CHECK;

    #[test]
    fn one_finding_names_all_places_of_a_placeholder() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:s3:::«<b>»", "arn:aws:s3:::«<b>»/*"]}}"#,
        );
        check(
            &CHECK,
            r#"{"Version": "2012-10-17", "Statement": {"Action": «{{action}}»}}"#,
        );
    }

    #[test]
    fn policy_variables_are_none() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": "arn:aws:s3:::a/${aws:username}/${*}"}}"#,
        );
    }

    #[test]
    fn says_how_often_it_stands_there_and_what_is_odd_about_it() {
        let text = r#"{"Statement": {"Resource": ["arn:aws:iam::XXXXXXXXXXXXX:role/a", "arn:aws:iam::XXXXXXXXXXXXX:role/b"]}}"#;
        let found = findings_with(&CHECK, text, &Options::default());
        let message = &found.first().unwrap().message;
        assert!(
            message.starts_with(
                "`Account ID` has no value yet; `XXXXXXXXXXXXX` stands for it in 2 places."
            ),
            "{message}"
        );
        assert!(message.contains("13"), "{message}");
    }

    #[test]
    fn is_an_error_where_everything_has_to_be_filled_in() {
        let text = r#"{"Statement": {"Resource": "<b>"}}"#;
        let found = findings_with(
            &CHECK,
            text,
            &Options {
                require_filled: true,
                ..Options::default()
            },
        );
        assert_eq!(found.first().unwrap().finding_type, FindingType::Error);
    }
}
