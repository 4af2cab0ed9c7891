//! Actions of services that do not exist.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unlisted_action::{Lack, UnlistedAction, is_listed, names_elsewhere};
use super::wording::quoted;
use crate::engine::catalog::Catalog;

declare_check! {
    /// ## What it checks
    ///
    /// What stands before the colon of an entry of `Action` or `NotAction` is the prefix of a service.
    /// Case does not count; a prefix with a wildcard is judged by `WILDCARD_IN_SERVICE_NAME`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects the entry.
    /// The prefix is not always the name of the service or of its command: that of AWS Step Functions is `states`.
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
    ///                 "s33:GetObject",
    ///                 "elastic-inference:Connect"
    ///             ],
    ///             "Resource": "*"
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
    ///             "Action": "ec2:DescribeInstances",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, as of the date that the finding names; what AWS does with names it lists no longer, as far as it is known.
    INVALID_SERVICE_IN_ACTION {
        title: "Unknown service of an action",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-service-in-action"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    if let Some(catalog) = ctx.catalog {
        let unlisted = ctx.unlisted_actions().iter();
        let unknown = unlisted.filter(|action| action.lack == Lack::Service);
        findings.extend(unknown.filter_map(|action| finding(ctx, catalog, *action)));
    }
}

fn finding(ctx: &Context, catalog: &Catalog, action: UnlistedAction) -> Option<Finding> {
    let text = ctx.tree.string(action.node)?;
    let (prefix, name) = text.split_once(':')?;
    let message = match catalog.retired_service(prefix) {
        Some(retired) => format!(
            "{} was a service until {} and AWS refuses it now.",
            quoted(prefix),
            retired.last_listed
        ),
        None if prefix.is_empty() => format!(
            "The action {} does not say of which service it is.",
            quoted(&text)
        ),
        None => format!(
            "{} in {} is no service in AWS's list of {}.",
            quoted(prefix),
            quoted(&text),
            catalog.date()
        ),
    };
    let finding = CHECK.finding(
        [ctx.location(action.node)],
        message,
        "AWS rejects an action of a service that it does not know.",
        "Write the prefix that the service's actions have, or remove the action.",
    );
    Some(action.mend(ctx, finding, || meant(catalog, prefix, name)))
}

/// The action under the nearest prefixes that have it; where none has, the same name of any service.
fn meant(catalog: &Catalog, prefix: &str, name: &str) -> Vec<String> {
    let trimmed = format!("{}:{name}", prefix.trim());
    if prefix.trim() != prefix && is_listed(catalog, &trimmed) {
        return vec![trimmed];
    }
    if prefix.eq_ignore_ascii_case("aws") && name == "*" {
        return vec![name.to_owned()];
    }
    let near = catalog.nearest_services(prefix).into_iter();
    let near: Vec<String> = near
        .map(|service| format!("{service}:{name}"))
        .filter(|action| is_listed(catalog, action))
        .collect();
    if near.is_empty() {
        names_elsewhere(catalog, name)
    } else {
        near
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn actions(entries: &str) -> String {
        format!(r#"{{"Statement": {{"Action": {entries}}}}}"#)
    }

    #[test]
    fn is_about_each_entry() {
        check(
            &CHECK,
            &actions(
                r#"["S3:GetObject", «"s33:GetObject"», «"s33:*"», «":GetObject"», "s3*:GetObject"]"#,
            ),
        );
        check(
            &CHECK,
            r#"{"Statement": {"NotAction": [«"elastic-inference:Connect"»]}}"#,
        );
    }

    #[test]
    fn leaves_alone_what_aws_takes_what_is_retired_and_what_is_still_open() {
        for entry in [
            "deepracer:*",
            "zocalo:Anything",
            "evidently:GetProject",
            "<service>:Get*",
            "GetObject",
            "*",
        ] {
            check_clean(&CHECK, &actions(&format!("\"{entry}\"")));
        }
    }

    #[test]
    fn writes_the_prefix_that_is_meant() {
        for (before, after) in [
            ("s33:GetObject", "s3:GetObject"),
            ("stepfunctions:StartExecution", "states:StartExecution"),
            ("elbv2:*", "elasticloadbalancing:*"),
            ("roles:PassRole", "iam:PassRole"),
            ("aws:*", "*"),
            (" s3:GetObject", "s3:GetObject"),
        ] {
            check_fix(
                &CHECK,
                &actions(&format!("\"{before}\"")),
                &actions(&format!("\"{after}\"")),
            );
        }
    }
}
