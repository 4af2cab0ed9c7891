//! Policy variables written as a tool has them in its templates.

use std::ops::Range;

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Element, Entry, KeyTest};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A policy variable is written `${…}`, without the signs by which a tool keeps it from being filled in:
    /// `$${…}` and `&{…}` are Terraform's, `${!…}` is that of CloudFormation.
    ///
    /// ## Why it matters
    ///
    /// The tool takes the sign out when it writes the policy.
    /// In a policy that was copied from the template, AWS reads something else than the variable.
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/$${aws:username}/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/&{aws:username}/*"
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
    /// Terraform, "Strings and Templates" and the data source `aws_iam_policy_document`; AWS CloudFormation User Guide, `Fn::Sub`, 2025.
    TEMPLATING_LEFT_OVER {
        title: "Left over of a template",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_variables.html"),
        run: run,
    }
}

/// How a tool writes the beginning of a policy variable, and whose way that is.
const BEGINNINGS: [(&str, &str); 3] = [
    ("$${", "Terraform writes a policy variable in its templates"),
    (
        "&{",
        "Terraform writes a policy variable in its policy documents",
    ),
    (
        "${!",
        "CloudFormation writes a policy variable in its templates",
    ),
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let resources = ctx.policy.statements().iter().flat_map(|statement| {
        let elements = [Element::Resource, Element::NotResource];
        elements
            .into_iter()
            .flat_map(|element| statement.entries(element))
    });
    let compared = ctx.policy.tests().iter().flat_map(KeyTest::entries);
    let judged = resources
        .chain(compared)
        .filter(|entry| ctx.is_settled(entry.node));
    findings.extend(judged.filter_map(|entry| finding(ctx, &entry)));
}

fn finding(ctx: &Context, entry: &Entry) -> Option<Finding> {
    let left_over = left_over(&entry.text)?;
    let written = entry.text.get(left_over.whole)?;
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} is how {}.", quoted(written), left_over.whose),
        "AWS fills in `${…}` alone, and reads this as something else.",
        "Write the variable as AWS does.",
    );
    let span = ctx
        .tree
        .decoded_range_to_span(entry.node, left_over.beginning)?;
    Some(finding.mended_by(Fix::choice("Write `${…}`", [Edit::replace(span, "${")])))
}

/// A variable as a tool writes it.
struct LeftOver {
    /// The signs it begins with, in the decoded text.
    beginning: Range<usize>,
    /// All of it.
    whole: Range<usize>,
    whose: &'static str,
}

/// The first of a text; what stands in the braces has to look like a policy variable.
fn left_over(text: &str) -> Option<LeftOver> {
    BEGINNINGS.into_iter().find_map(|(signs, whose)| {
        let start = text.find(signs)?;
        let beginning = start..start + signs.len();
        let inside = text.get(beginning.end..)?.split_once('}')?.0;
        let whole = start..beginning.end + inside.len() + "}".len();
        is_variable(inside).then_some(LeftOver {
            beginning,
            whole,
            whose,
        })
    })
}

fn is_variable(name: &str) -> bool {
    let is_word = |text: &str| !text.is_empty() && !text.contains([' ', '{', '$', ':']);
    let mut parts = name.split(':');
    matches!(name, "*" | "?" | "$") || (parts.clone().count() == 2 && parts.all(is_word))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn resource(text: &str) -> String {
        format!(
            r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/{text}/*"}}}}"#
        )
    }

    #[test]
    fn knows_the_signs_of_tools() {
        for text in ["$${aws:username}", "&{aws:username}", "${!aws:username}"] {
            check(
                &CHECK,
                &resource(text)
                    .replace(r#""arn"#, r#"«"arn"#)
                    .replace(r#"/*""#, r#"/*"»"#),
            );
            check_fix(&CHECK, &resource(text), &resource("${aws:username}"));
        }
    }

    #[test]
    fn leaves_alone_what_is_no_policy_variable() {
        for text in ["${aws:username}", "$a", "&{a}", "a&b", "$${a}", "&{a:b:c}"] {
            check_clean(&CHECK, &resource(text));
        }
    }
}
