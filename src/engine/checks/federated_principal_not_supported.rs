//! Federated principals outside trust policies.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{ActionPattern, Element, PolicyKind, Statement};
use crate::engine::syntax::{Member, NodeKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// The policy of a resource has no `Federated` principal, unless its actions are those by which a role is taken on.
    ///
    /// ## Why it matters
    ///
    /// A federated user takes on a role first; AWS rejects the provider as the principal of anything but a trust policy.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/Corp"},
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
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:role/app-role"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    FEDERATED_PRINCIPAL_NOT_SUPPORTED {
        title: "Federated principal on a resource",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("error-federated-principal-not-supported"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements().iter().filter(|one| !is_of_sts(one)) {
        for element in [Element::Principal, Element::NotPrincipal] {
            let types = statement
                .element(element)
                .into_iter()
                .flat_map(|member| ctx.tree.members(member.value));
            let federated = types.filter(|member| ctx.tree.key_text(*member) == "Federated");
            findings.extend(federated.map(|member| finding(ctx, member)));
        }
    }
}

fn is_of_sts(statement: &Statement) -> bool {
    statement
        .entries(Element::Action)
        .any(|action| ActionPattern::new(&action.text).is_of_sts())
}

fn finding(ctx: &Context, member: Member) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(member.value)],
        "A federated principal does not belong in the policy of a resource.",
        "A federated user takes on a role first, and comes to the resource as that role.",
        "Name the role instead: `{\"AWS\": \"arn:aws:iam::111122223333:role/NAME\"}`.",
    );
    let is_alone = ctx.tree.kind(member.value) == NodeKind::String
        && ctx
            .tree
            .parent(member.node)
            .is_some_and(|object| ctx.tree.members(object).nth(1).is_none());
    let role = || {
        let written = "\"AWS\": \"arn:aws:iam::{{account_id}}:role/{{role_name}}\"";
        let edit = Edit::replace(ctx.tree.span(member.node), written);
        Fix::choice("Name a role to fill in", [edit])
    };
    finding.mended_by(is_alone.then(role).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": "*", "Federated": «["accounts.google.com"]»}, "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn a_trust_policy_may_have_one() {
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Principal": {"AWS": "*"}, "Action": "s3:*"}, {"Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity"}]}"#,
        );
    }

    #[test]
    fn names_the_role_instead() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": {"Federated": "accounts.google.com"}, "Action": "s3:*"}}"#,
            r#"{"Statement": {"Principal": {"AWS": "arn:aws:iam::{{account_id}}:role/{{role_name}}"}, "Action": "s3:*"}}"#,
        );
    }
}
