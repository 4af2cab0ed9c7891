//! Parameters of an account under a name that AWS keeps for itself.

use super::context::Context;
use super::declare::declare_check;
use super::finding::Finding;
use super::fix::Fix;
use super::resource::{Resource, resources};
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Element};
use crate::engine::text::{Edit, Span};

declare_check! {
    /// ## What it checks
    ///
    /// The ARN of a Systems Manager parameter with an account in it does not begin its name with `aws`.
    ///
    /// ## Why it matters
    ///
    /// No account can have a parameter of such a name; the public ones belong to AWS, and their ARNs have no account.
    /// The entry matches nothing.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ssm:GetParameter",
    ///             "Resource": "arn:aws:ssm:us-east-1:111122223333:parameter/aws/service/*"
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
    ///             "Action": "ssm:GetParameter",
    ///             "Resource": "arn:aws:ssm:us-east-1::parameter/aws/service/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// AWS Systems Manager User Guide, "About requirements and constraints for parameter names", 2025.
    RESERVED_PARAMETER_NAME {
        title: "Reserved parameter name",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: Some("https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html"),
        run: run,
    }
}

/// Names that begin like this, in whatever case, are kept for AWS.
///
/// Source: AWS Systems Manager User Guide, "About requirements and constraints for parameter names", 2025.
const RESERVED: &str = "aws";

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(resources(ctx).filter_map(|resource| {
        let account = reserved_account(ctx, &resource)?;
        Some(finding(ctx, &resource, account))
    }));
}

/// Where the account stands in the ARN of a parameter that no account can have.
fn reserved_account(ctx: &Context, resource: &Resource) -> Option<Span> {
    let arn = Arn::cut(&resource.entry.text);
    let name = arn.field(ArnField::Resource)?.strip_prefix("parameter/")?;
    let is_reserved = name
        .get(..RESERVED.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(RESERVED));
    let account = arn.field(ArnField::Account)?;
    let names_one = !account.is_empty() && account != "*";
    let is_parameter = arn.field(ArnField::Service) == Some("ssm");
    let span = arn.field_span(ctx.tree, resource.entry.node, ArnField::Account)?;
    (is_parameter && is_reserved && names_one).then_some(span)
}

fn finding(ctx: &Context, resource: &Resource, account: Span) -> Finding {
    let node = resource.entry.node;
    let written = ctx.written(ctx.tree.content_span(node));
    let finding = CHECK.finding(
        [ctx.location(node)],
        format!("No account can have a parameter like {}.", quoted(&written)),
        "Names that begin with `aws` are AWS's own, and the ARNs of its public parameters have no account.",
        "Leave the account empty to mean AWS's public parameters, or remove the entry.",
    );
    let is_listed = resource
        .statement
        .entries(Element::Resource)
        .nth(1)
        .is_some();
    let removal = || {
        let edits = ctx.tree.remove_element(node);
        Fix::choice("Remove the entry", edits.iter().cloned())
    };
    finding
        .mended_by(Fix::choice(
            "Leave the account empty",
            [Edit::delete(account)],
        ))
        .mended_by(is_listed.then(removal).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn public_parameters_have_no_account() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"arn:aws:ssm:*:$AWS_ACCOUNT_ID:parameter/aws/*"», "arn:aws:ssm:*::parameter/aws/*", "arn:aws:ssm:*:*:parameter/aws/*", "arn:aws:ssm:us-east-1:111122223333:parameter/app/*"]}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:ssm:*:111122223333:document/aws"]}}"#,
        );
    }

    #[test]
    fn empties_the_account() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": "arn:aws:ssm:us-east-1:111122223333:parameter/aws*"}}"#,
            r#"{"Statement": {"Resource": "arn:aws:ssm:us-east-1::parameter/aws*"}}"#,
        );
    }
}
