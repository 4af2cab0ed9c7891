//! Members that the policy grammar does not know.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{delete_between, rename};
use super::spelling::nearest;
use super::wording::{listed, quoted};
use crate::engine::policy::{DocumentElement, Element};
use crate::engine::syntax::{Member, NodeId, NodeKind};

declare_check! {
    /// ## What it checks
    ///
    /// The document may have the members `Version`, `Id` and `Statement`;
    /// a statement may have `Sid`, `Effect`, `Principal`, `NotPrincipal`, `Action`, `NotAction`, `Resource`, `NotResource` and `Condition`.
    /// Any other name is reported, also one that differs only in capital letters.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a policy with a member it does not know.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Comment": "readers",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "version": "2012-10-17",
    ///     "statement": [
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
    ///     "Id": "readers",
    ///     "Statement": [
    ///         {
    ///             "Sid": "Readers",
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
    /// IAM User Guide, "Grammar of the IAM JSON policy language", 2025.
    INVALID_POLICY_ELEMENT {
        title: "Unknown policy element",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-policy-element"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let document = Owner {
        what: "A policy document",
        names: DocumentElement::ALL.map(DocumentElement::name).to_vec(),
    };
    if let Some(object) = ctx.policy.object() {
        document.report_strangers(ctx, object, findings);
    }
    let statement = Owner {
        what: "A statement",
        names: Element::ALL.map(Element::name).to_vec(),
    };
    for object in ctx.policy.statements() {
        statement.report_strangers(ctx, object.node, findings);
    }
}

/// Something that has elements.
struct Owner {
    what: &'static str,
    names: Vec<&'static str>,
}

impl Owner {
    fn report_strangers(&self, ctx: &Context, object: NodeId, findings: &mut Vec<Finding>) {
        let mut previous = None;
        let mut members = ctx.tree.members(object).peekable();
        while let Some(member) = members.next() {
            if self.is_stranger(ctx, member) {
                let following = members.peek().map(|next| next.node);
                let removal = delete_between(ctx.tree, previous, member.node, following);
                let title = format!("Remove {}", quoted(&ctx.tree.key_text(member)));
                let fix = self
                    .respelling(ctx, object, member)
                    .or_else(|| Fix::choice(title, [removal]));
                findings.push(self.finding(ctx, member).mended_by(fix));
            }
            previous = Some(member.node);
        }
    }

    /// Whether the grammar does not know the member; one without a name or value may still be being typed.
    fn is_stranger(&self, ctx: &Context, member: Member) -> bool {
        let is_whole = [member.key, member.value]
            .iter()
            .all(|part| ctx.tree.kind(*part) != NodeKind::Missing);
        is_whole && !self.names.contains(&&*ctx.tree.key_text(member))
    }

    fn finding(&self, ctx: &Context, member: Member) -> Finding {
        let name = quoted(&ctx.tree.key_text(member));
        CHECK.finding(
            [ctx.location(member.value)],
            format!("{} has no element {name}.", self.what),
            "AWS rejects a policy with an element it does not know; capital letters count.",
            format!(
                "Use one of {}, or remove it.",
                listed(self.names.iter().copied())
            ),
        )
    }

    /// The element that was probably meant, unless it is there already.
    fn respelling(&self, ctx: &Context, object: NodeId, member: Member) -> Option<Fix> {
        let name = ctx.tree.key_text(member);
        let meant = nearest(&name, self.names.iter().copied())?;
        if !self.is_free(ctx, object, meant) {
            return None;
        }
        let title = format!("Write `{meant}`");
        let renaming = [rename(ctx.tree, member, meant)];
        let differs_in_case_only = meant.eq_ignore_ascii_case(&name);
        if differs_in_case_only {
            Fix::repair(title, renaming)
        } else {
            Fix::choice(title, renaming)
        }
    }

    fn is_free(&self, ctx: &Context, object: NodeId, name: &str) -> bool {
        let spelled_so = ctx
            .tree
            .members(object)
            .filter(|member| ctx.tree.key_text(*member).eq_ignore_ascii_case(name));
        spelled_so.take(2).count() < 2 && ctx.tree.member(object, name).is_none()
    }
}
