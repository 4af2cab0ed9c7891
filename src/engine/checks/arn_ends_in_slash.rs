//! ARNs that end before the name they are to match.

use std::collections::HashSet;

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Element, Entry, PolicyKind, Statement};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// The ARN of an IAM resource or of an S3 object does not end in `/`.
    /// Such an ARN matches only what has nothing behind the slash.
    ///
    /// ## Why it matters
    ///
    /// No role, user or policy has an empty name, so the ARN matches nothing but a listing of that path.
    /// In S3 it matches only an object whose key ends in the slash, not what lies below it.
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
    ///             "Resource": "arn:aws:iam::111122223333:role/batch/"
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
    ///             "Resource": "arn:aws:iam::111122223333:role/batch/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM identifiers" (names and paths), 2025; that `iam:ListRoles` is matched against the path alone, from access denied messages.
    ARN_ENDS_IN_SLASH {
        title: "ARN that ends in a slash",
        finding_type: Warning,
        source: Editor,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary, PolicyKind::Session],
        has_fix: true,
        learn_more: user_guide!("reference_identifiers.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let entries: Vec<Entry> = statement.entries(Element::Resource).collect();
        let mut ending = entries
            .iter()
            .filter(|entry| ends_early(ctx, entry))
            .peekable();
        if ending.peek().is_none() {
            continue;
        }
        let all: HashSet<&str> = entries.iter().map(|entry| &*entry.text).collect();
        let alone = ending.filter(|entry| !all.contains(format!("{}*", entry.text).as_str()));
        findings.extend(alone.map(|entry| finding(ctx, statement, entry)));
    }
}

/// Whether an entry names something in IAM or S3 and stops at a slash.
fn ends_early(ctx: &Context, entry: &Entry) -> bool {
    let arn = Arn::cut(&entry.text);
    let resource = arn.field(ArnField::Resource).unwrap_or_default();
    let is_meant = matches!(arn.field(ArnField::Service), Some("iam" | "s3"));
    is_meant && resource.ends_with('/') && ctx.is_closed(entry.node) && !ctx.is_open(entry.node)
}

fn finding(ctx: &Context, statement: &Statement, entry: &Entry) -> Finding {
    let content = ctx.tree.content_span(entry.node);
    let is_of_iam = Arn::cut(&entry.text).field(ArnField::Service) == Some("iam");
    let why = if is_of_iam {
        "Nothing in IAM has an empty name, so at most a listing of that path is matched."
    } else {
        "It matches only an object whose key ends in the slash, and nothing below it."
    };
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} ends in a slash, with no name behind it.", quoted(&ctx.written(content))),
        why,
        "Write `*` or a name behind the slash, or remove the entry; leave it where only a listing is meant.",
    );
    let is_listed = statement.entries(Element::Resource).nth(1).is_some();
    let removal = || {
        let edits = ctx.tree.remove_element(entry.node);
        Fix::choice("Remove the entry", edits.iter().cloned())
    };
    finding
        .mended_by(Fix::choice(
            "Everything below: add `*`",
            [Edit::insert(content.end, "*")],
        ))
        .mended_by(is_listed.then(removal).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn looks_at_iam_and_s3() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"arn:aws:iam::111122223333:role/batchly/"», «"arn:aws:s3:::a/"», "arn:aws:s3:::a/b/*", "arn:aws:apigateway:us-east-1::/restapis/"]}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:s3:::a/", "arn:aws:s3:::a/*", "arn:aws:iam::111122223333:role/<path>/"]}}"#,
        );
    }

    #[test]
    fn offers_what_lies_below_first() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:iam::XXXXXXXXXXXX:role/batchly/", "*"]}}"#,
            r#"{"Statement": {"Resource": ["arn:aws:iam::XXXXXXXXXXXX:role/batchly/*", "*"]}}"#,
        );
    }
}
