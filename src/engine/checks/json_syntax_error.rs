//! The errors of JSON itself, as the reader of the text found them.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::{Finding, Location};
use super::fix::Fix;
use crate::engine::syntax::{Path, Repair};

declare_check! {
    /// ## What it checks
    ///
    /// The text must be one JSON object and nothing else.
    /// Every error is reported at once, each where a person would mend it:
    /// a missing comma at the end of the line before, a missing bracket where it belongs.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a text that is not JSON, and names the first error only, often one line too late.
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
    ///                 "s3:GetObject"
    ///                 "s3:PutObject",
    ///             ],
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     // who may read
    ///     'Version': "2012-10-17",
    ///     "Statement": {
    ///         "Effect": "Allow",
    ///         "Action": "s3:GetObject",
    ///         "Resource": "*"
    ///     }
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
    ///                 "s3:GetObject",
    ///                 "s3:PutObject"
    ///             ],
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// RFC 8259; IAM Access Analyzer, policy check reference, 2025.
    JSON_SYNTAX_ERROR {
        title: "JSON syntax error",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-json-syntax-error"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(ctx.tree.errors().iter().map(|error| {
        let place = Location {
            path: Path::default(),
            span: error.span,
        };
        let finding = CHECK.finding([place], &error.message, &error.why, &error.help);
        finding.mended_by(error.repair.as_ref().and_then(as_fix))
    }));
}

fn as_fix(repair: &Repair) -> Option<Fix> {
    let make = if repair.unambiguous {
        Fix::repair
    } else {
        Fix::choice
    };
    make(&repair.title, repair.edits.clone())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fixed_by_repairs};
    use super::CHECK;

    #[test]
    fn reports_a_missing_comma_at_the_end_of_the_line_before() {
        check(
            &CHECK,
            r#"{"Statement": {"Action": ["a"«»
            "b"«»
            "c"]}}"#,
        );
    }

    #[test]
    fn repairs_all_that_has_one_way_out() {
        check_fixed_by_repairs(
            r#"{'Version': "2012-10-17", "Statement": [{"Effect": "Deny" "Action": "*", "Resource": "*",},]} "#,
            r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]} "#,
        );
    }
}
