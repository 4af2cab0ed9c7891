//! Statement names that a generator made up.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::sid_name::SidNames;
use super::wording::{listed_briefly, quoted};
use crate::engine::policy::{Element, Entry, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// The name of a statement is not one that a policy generator numbers by itself, such as `Stmt1455011811000` or `VisualEditor0`.
    ///
    /// ## Why it matters
    ///
    /// Such a name says nothing about the statement.
    /// A telling one helps whoever reads the policy, and appears in tools that explain a denied request.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "Stmt1455011811000",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
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
    ///             "Sid": "ReadDocuments",
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
    /// Names written by the AWS Policy Generator and by the visual editor of the IAM console, 2026.
    GENERATED_SID {
        title: "Generated Sid",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_sid.html"),
        run: run,
    }
}

/// How generators begin the names they make up, and the fewest digits behind.
///
/// Source: names written by the AWS Policy Generator (milliseconds since 1970) and by the console's visual editor, 2026.
const GENERATORS: [(&str, usize); 2] = [("Stmt", 10), ("VisualEditor", 1)];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let generated: Vec<Generated> = ctx
        .policy
        .statements()
        .iter()
        .filter_map(|statement| {
            let sid = statement.entry(Element::Sid)?;
            let is_meant = is_generated(&sid.text) && ctx.is_settled(sid.node);
            is_meant.then_some((statement, sid))
        })
        .collect();
    findings.extend(finding(ctx, &generated));
}

/// A statement and the name that a generator gave it.
type Generated<'c> = (&'c Statement<'c>, Entry<'c>);

fn finding(ctx: &Context, generated: &[Generated]) -> Option<Finding> {
    let (_, first) = generated.first()?;
    let mut names = SidNames::new(ctx);
    let names: Vec<String> = generated
        .iter()
        .map(|(statement, _)| names.name(statement))
        .collect();
    let (message, title) = match names.as_slice() {
        [name] => (
            format!(
                "The Sid {} was made up by a policy generator.",
                quoted(&first.text)
            ),
            format!("Call it {}", quoted(name)),
        ),
        several => (
            format!(
                "{} Sids such as {} were made up by a policy generator.",
                several.len(),
                quoted(&first.text)
            ),
            format!(
                "Name them {}",
                listed_briefly(several.iter().map(String::as_str))
            ),
        ),
    };
    let finding = CHECK.finding(
        generated.iter().map(|(_, sid)| ctx.location(sid.node)),
        message,
        "Such a name does not tell what a statement is for.",
        "Give each statement a name that tells what it allows or denies.",
    );
    let renamed = generated.iter().zip(&names);
    let renamed = renamed.map(|((_, sid), name)| replace_text(ctx.tree, sid.node, name));
    Some(finding.mended_by(Fix::choice(title, renamed)))
}

fn is_generated(sid: &str) -> bool {
    GENERATORS.iter().any(|(start, digits)| {
        let rest = sid.strip_prefix(start);
        rest.is_some_and(|rest| {
            rest.len() >= *digits && rest.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::{check, check_clean, check_fix, findings_with};
    use super::CHECK;

    #[test]
    fn knows_the_names_of_generators() {
        check(
            &CHECK,
            r#"{"Statement": [{"Sid": «"Stmt1455011811000"»}, {"Sid": «"VisualEditor0"»}, {"Sid": "Stmt1"}, {"Sid": "VisualEditor"}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Sid": "Statement1455011811000"}}"#,
        );
    }

    #[test]
    fn speaks_once_and_says_how_many() {
        let text = r#"{"Statement": [{"Sid": "VisualEditor0"}, {"Sid": "VisualEditor1"}]}"#;
        let found = findings_with(&CHECK, text, &Options::default());
        let messages: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
        let expected = "2 Sids such as `VisualEditor0` were made up by a policy generator.";
        assert_eq!(messages, [expected]);
    }

    #[test]
    fn gives_each_statement_a_telling_name_of_its_own() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Sid": "VisualEditor0", "Effect": "Allow", "Action": "s3:Get*"}, {"Sid": "AllowS3"}]}"#,
            r#"{"Statement": [{"Sid": "AllowS32", "Effect": "Allow", "Action": "s3:Get*"}, {"Sid": "AllowS3"}]}"#,
        );
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Sid": "VisualEditor0", "Effect": "Allow", "Action": "s3:Get*"}, {"Sid": "VisualEditor1", "Effect": "Allow", "Action": "s3:Put*"}]}"#,
            r#"{"Statement": [{"Sid": "AllowS3", "Effect": "Allow", "Action": "s3:Get*"}, {"Sid": "AllowS32", "Effect": "Allow", "Action": "s3:Put*"}]}"#,
        );
    }
}
