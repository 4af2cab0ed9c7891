//! A document that does not say which version of the policy language it is in.

use super::absence::is_absent;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{Place, insert_member};

declare_check! {
    /// ## What it checks
    ///
    /// The document has a `Version`.
    ///
    /// ## Why it matters
    ///
    /// Without it AWS reads the policy as one of 2008: policy variables such as `${aws:username}` are then plain text.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
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
    /// IAM User Guide, "IAM JSON policy elements: Version", 2025.
    MISSING_VERSION {
        title: "Missing version",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-missing-version"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some(object) = ctx.policy.object() else {
        return;
    };
    if ctx.policy.version().is_some() || !is_absent(ctx, object, ["Version"].into_iter()) {
        return;
    }
    let finding = CHECK.finding(
        [ctx.document()],
        "The policy has no `Version`.",
        "AWS then reads it by the rules of 2008, in which policy variables are plain text.",
        "Put `\"Version\": \"2012-10-17\"` first.",
    );
    let insertion = insert_member(ctx.tree, Place::First(object), "Version", "\"2012-10-17\"");
    findings.push(finding.mended_by(Fix::choice("Add the version 2012-10-17", [insertion])));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_whole_document() {
        check(&CHECK, r#"«{"Statement": []}»"#);
        check(&CHECK, "«{}»");
    }

    #[test]
    fn keeps_quiet_about_a_misspelt_version_and_a_text_that_is_still_typed() {
        check_clean(&CHECK, r#"{"version": "2012-10-17"}"#);
        check_clean(&CHECK, r#"{"Statement": ["#);
        check_clean(&CHECK, "");
    }

    #[test]
    fn puts_the_version_on_a_line_of_its_own() {
        check_fix(
            &CHECK,
            "{\n  \"Statement\": []\n}",
            "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": []\n}",
        );
        check_fix(
            &CHECK,
            r#"{"Statement": []}"#,
            r#"{"Version": "2012-10-17", "Statement": []}"#,
        );
        check_fix(&CHECK, "{}", r#"{"Version": "2012-10-17"}"#);
    }
}
