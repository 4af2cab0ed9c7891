//! Wildcards in the name of a service.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::resource::resources;
use super::wording::quoted;
use crate::engine::policy::{
    ActionPattern, Arn, ArnField, Element, Entry, FIELD_COUNT, Statement, covers, has_wildcard,
};
use crate::engine::text::{Edit, Span};

declare_check! {
    /// ## What it checks
    ///
    /// The service prefix of an action and the service field of an ARN have no wildcard.
    /// A lone `*` for every action or every resource is meant otherwise and is not looked at.
    ///
    /// ## Why it matters
    ///
    /// Such a pattern may match services that nobody thought of, also those that AWS adds later.
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
    ///             "Resource": "arn:aws:s*:::amzn-demo/*"
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
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer policy check reference, 2025.
    WILDCARD_IN_SERVICE_NAME {
        title: "Wildcard in a service name",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-wildcard-in-service-name"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let actions = statement
            .entries(Element::Action)
            .chain(statement.entries(Element::NotAction));
        findings.extend(actions.filter_map(|entry| action_finding(ctx, &entry)));
    }
    findings.extend(resources(ctx).filter_map(|resource| {
        let arn = Arn::cut(&resource.entry.text);
        let service = arn
            .field(ArnField::Service)
            .filter(|one| has_wildcard(one))?;
        let span = arn.field_span(ctx.tree, resource.entry.node, ArnField::Service)?;
        let is_whole =
            arn.field_count() == FIELD_COUNT && arn.field(ArnField::Prefix) == Some("arn");
        let found = is_whole.then(|| finding(ctx, &resource.entry, service))?;
        Some(found.mended_by(service_of_the_actions(resource.statement, service, span)))
    }));
}

fn action_finding(ctx: &Context, entry: &Entry) -> Option<Finding> {
    let action = ActionPattern::new(&entry.text);
    let service = action.service().filter(|one| has_wildcard(one))?;
    let found = ctx
        .is_closed(entry.node)
        .then(|| finding(ctx, entry, service))?;
    let everything = Edit::replace(ctx.tree.content_span(entry.node), "*");
    Some(match action.is_everything() {
        true => found.mended_by(Fix::choice("Write `*`, which says the same", [everything])),
        false => found,
    })
}

fn finding(ctx: &Context, entry: &Entry, service: &str) -> Finding {
    CHECK.finding(
        [ctx.location(entry.node)],
        format!(
            "The service {} in {} has a wildcard.",
            quoted(service),
            quoted(&entry.text)
        ),
        "It may match services that nobody thought of, also those that AWS adds later.",
        "Name each service that is meant.",
    )
}

/// Names the service of the statement's actions, where they have one and the pattern matches it.
fn service_of_the_actions(statement: &Statement, pattern: &str, span: Span) -> Option<Fix> {
    let mut services: Vec<String> = statement
        .entries(Element::Action)
        .map(|entry| {
            let action = ActionPattern::new(&entry.text);
            action.service().unwrap_or("*").to_ascii_lowercase()
        })
        .collect();
    services.dedup();
    let [service] = services.as_slice() else {
        return None;
    };
    let fits = !has_wildcard(service) && covers(pattern, service);
    let edit = fits.then(|| Edit::replace(span, service))?;
    Fix::choice(
        format!("Write {}, as the actions do", quoted(service)),
        [edit],
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn looks_at_actions_and_arns() {
        check(
            &CHECK,
            r#"{"Statement": {"Action": ["*", «"s*:Get*"», "s3:*"], "Resource": ["*", «"arn:aws:s?:::a"», "arn:aws:s3:::*"]}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"NotAction": "*", "Resource": ["arn:aws:s*", "s*"]}}"#,
        );
    }

    #[test]
    fn takes_the_service_from_the_actions_where_they_agree() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Action": ["s3:GetObject", "S3:PutObject"], "Resource": "arn:aws:s*:::a/*"}}"#,
            r#"{"Statement": {"Action": ["s3:GetObject", "S3:PutObject"], "Resource": "arn:aws:s3:::a/*"}}"#,
        );
        check_fix(
            &CHECK,
            r#"{"Statement": {"Action": "*:*"}}"#,
            r#"{"Statement": {"Action": "*"}}"#,
        );
    }
}
