//! An effect that is neither `Allow` nor `Deny`.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::spelling::nearest;
use super::wording::quoted;
use crate::engine::policy::Element;
use crate::engine::syntax::NodeId;

declare_check! {
    /// ## What it checks
    ///
    /// `Effect` is exactly `Allow` or `Deny`, with a capital letter.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects any other word.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         },
    ///         {
    ///             "Effect": "Denys",
    ///             "Action": "s3:DeleteObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Effect", 2025.
    INVALID_EFFECT {
        title: "Invalid effect",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-effect"),
        run: run,
    }
}

const EFFECTS: [&str; 2] = ["Allow", "Deny"];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let Some(entry) = statement.entry(Element::Effect) else {
            continue;
        };
        if !EFFECTS.contains(&&*entry.text) && ctx.is_settled(entry.node) {
            findings.push(finding(ctx, entry.node, &entry.text));
        }
    }
}

fn finding(ctx: &Context, value: NodeId, effect: &str) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(value)],
        format!("{} is not an effect.", quoted(effect)),
        "A statement either allows or denies, and AWS accepts exactly these two words.",
        "Write `Allow` or `Deny`.",
    );
    let meant = nearest(effect, EFFECTS);
    let mut choices = EFFECTS;
    choices.sort_by_key(|word| Some(*word) != meant);
    match meant.filter(|word| word.eq_ignore_ascii_case(effect)) {
        Some(word) => finding.mended_by(Fix::repair(
            format!("Write {word}"),
            [replace_text(ctx.tree, value, word)],
        )),
        None => choices.into_iter().fold(finding, |finding, word| {
            finding.mended_by(Fix::choice(
                format!("Write {word}"),
                [replace_text(ctx.tree, value, word)],
            ))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": [{"Effect": «"allow"»}, {"Effect": «""»}, {"Effect": "Deny"}]}"#,
        );
    }

    #[test]
    fn leaves_other_types_and_unquoted_words_to_their_own_checks() {
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Effect": true}, {"Effect": ["allow"]}, {"Effect": allow}, {"Effect": }]}"#,
        );
    }

    #[test]
    fn offers_the_nearest_word_first() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Effect": "Denys"}}"#,
            r#"{"Statement": {"Effect": "Deny"}}"#,
        );
        check_fix(
            &CHECK,
            r#"{"Statement": {"Effect": "ALLOW"}}"#,
            r#"{"Statement": {"Effect": "Allow"}}"#,
        );
    }
}
