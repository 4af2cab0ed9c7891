//! Condition values that name no service in the form their key has.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::{Entry, KeyTest, OperatorFamily, has_variable, has_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// `aws:CalledVia`, `aws:CalledViaFirst` and `aws:CalledViaLast` are compared with one lower-case label before `.amazonaws.com`, `.amazonaws.com.cn` or `.amazon.com`.
    /// `kms:ViaService` is compared with a service and a Region before `.amazonaws.com`.
    /// Values with wildcards or policy variables are not judged.
    ///
    /// ## Why it matters
    ///
    /// The key never has a value of another form, so that the test does not do what it says.
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "ForAnyValue:StringEquals": {
    ///                     "aws:CalledVia": ["application-signals.cloudwatch.amazonaws.com"]
    ///                 }
    ///             }
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "ForAnyValue:StringEquals": {"aws:CalledVia": ["cloudwatch.amazonaws.com"]}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys"; AWS KMS Developer Guide, "AWS KMS condition keys", 2026.
    INVALID_SERVICE_PRINCIPAL_FORMAT {
        title: "Service principal in the wrong form",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-service-principal-format"),
        run: run,
    }
}

/// How a key names services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `athena.amazonaws.com`
    Plain,
    /// `ec2.us-east-1.amazonaws.com`
    WithRegion,
}

/// The keys whose values have one form; others, such as `iam:PassedToService`, take several labels.
const KEYS: [(&str, Form); 4] = [
    ("aws:CalledVia", Form::Plain),
    ("aws:CalledViaFirst", Form::Plain),
    ("aws:CalledViaLast", Form::Plain),
    ("kms:ViaService", Form::WithRegion),
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests() {
        let known = KEYS.iter().find(|(key, _)| test.is_about(key));
        let Some((_, form)) = known.filter(|_| test.is_of(OperatorFamily::String)) else {
            continue;
        };
        let wrong = test.entries().filter(|entry| is_wrong(ctx, entry, *form));
        findings.extend(wrong.map(|entry| finding(ctx, test, &entry, *form)));
    }
}

fn is_wrong(ctx: &Context, entry: &Entry, form: Form) -> bool {
    let text = &*entry.text;
    !has_wildcard(text) && !has_variable(text) && !form.fits(text) && ctx.is_settled(entry.node)
}

fn finding(ctx: &Context, test: &KeyTest, entry: &Entry, form: Form) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!(
            "{} never has the value {}.",
            quoted(&test.key),
            quoted(&entry.text)
        ),
        "AWS names the service in one form only, so that the test does not do what it says.",
        format!("Write it like {}.", quoted(form.sample())),
    );
    let meant = form.nearest(&entry.text).and_then(|text| {
        let edit = replace_text(ctx.tree, entry.node, &text);
        Fix::choice(format!("Write {text}"), [edit])
    });
    finding.mended_by(meant)
}

impl Form {
    fn sample(self) -> &'static str {
        match self {
            Self::Plain => "athena.amazonaws.com",
            Self::WithRegion => "ec2.us-east-1.amazonaws.com",
        }
    }

    fn fits(self, text: &str) -> bool {
        let Some((labels, domain)) = cut_domain(text) else {
            return false;
        };
        let are_labels = labels.split('.').all(is_label);
        are_labels
            && match self {
                Self::Plain => !labels.contains('.'),
                Self::WithRegion => labels.contains('.') && domain != ".amazon.com",
            }
    }

    /// The text in this form that was meant, with a Region to fill in where there is none; `None` where it cannot be told.
    fn nearest(self, text: &str) -> Option<String> {
        let text = text.to_ascii_lowercase();
        if self.fits(&text) {
            return Some(text);
        }
        let (labels, domain) = cut_domain(&text)?;
        let service = match labels.rsplit_once('.') {
            None => labels,
            Some((before, last)) if is_region(last) => before,
            Some((_, last)) => last,
        };
        let region = match self {
            Self::Plain => "",
            Self::WithRegion => ".{{region}}",
        };
        let meant = format!("{service}{region}{domain}");
        is_label(service).then_some(meant)
    }
}

/// Cuts the domain of AWS from what stands before it.
fn cut_domain(text: &str) -> Option<(&str, &'static str)> {
    [".amazonaws.com", ".amazonaws.com.cn", ".amazon.com"]
        .into_iter()
        .find_map(|domain| Some((text.strip_suffix(domain)?, domain)))
}

fn is_label(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether a label looks like a Region: `eu-west-1`.
fn is_region(label: &str) -> bool {
    let ends_in_number = label.ends_with(|last: char| last.is_ascii_digit());
    ends_in_number && label.matches('-').count() >= 2
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(key: &str, values: &str) -> String {
        format!(r#"{{"Statement": {{"Condition": {{"StringEquals": {{"{key}": {values}}}}}}}}}"#)
    }

    #[test]
    fn is_about_each_value() {
        check(
            &CHECK,
            &policy(
                "aws:CalledVia",
                r#"["athena.amazonaws.com", «"a.athena.amazonaws.com"», «"Athena.amazonaws.com"», «"athena"»]"#,
            ),
        );
        check(&CHECK, &policy("KMS:ViaService", r#"«"s3.amazonaws.com"»"#));
    }

    #[test]
    fn accepts_what_the_keys_have_and_leaves_others_alone() {
        for (key, value) in [
            ("aws:CalledViaFirst", "athena.amazonaws.com.cn"),
            ("aws:CalledViaLast", "a4b.amazon.com"),
            ("aws:CalledVia", "*.athena.amazonaws.com"),
            ("kms:ViaService", "s3.us-east-1.amazonaws.com"),
            ("kms:ViaService", "${service}.amazonaws.com"),
            ("iam:PassedToService", "a.b.amazonaws.com"),
        ] {
            check_clean(&CHECK, &policy(key, &format!("\"{value}\"")));
        }
    }

    #[test]
    fn writes_the_service_that_was_meant() {
        for (key, before, after) in [
            (
                "aws:CalledVia",
                "Athena.amazonaws.com",
                "athena.amazonaws.com",
            ),
            (
                "aws:CalledVia",
                "athena.eu-west-1.amazonaws.com",
                "athena.amazonaws.com",
            ),
            (
                "kms:ViaService",
                "s3.amazonaws.com",
                "s3.{{region}}.amazonaws.com",
            ),
        ] {
            let of = |value: &str| policy(key, &format!("\"{value}\""));
            check_fix(&CHECK, &of(before), &of(after));
        }
    }
}
