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
        let spelled = self.spelled(ctx, object);
        let mut previous = None;
        let mut members = ctx.tree.members(object).peekable();
        while let Some(member) = members.next() {
            if self.is_stranger(ctx, member) {
                let following = members.peek().map(|next| next.node);
                let removal = delete_between(ctx.tree, previous, member.node, following);
                let title = format!("Remove {}", quoted(&ctx.tree.key_text(member)));
                let fix = self
                    .respelling(ctx, &spelled, member)
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
        let name = ctx.tree.key_text(member);
        CHECK.finding(
            [ctx.location(member.value)],
            format!("{} has no element {}.", self.what, quoted(&name)),
            "AWS rejects a policy with an element it does not know; capital letters count.",
            self.advice(&name),
        )
    }

    fn advice(&self, name: &str) -> String {
        if let Some(meant) = nearest(name, self.names.iter().copied()) {
            return format!("Write `{meant}`, or remove it if that is there already.");
        }
        if Element::from_name(name).is_some() {
            return format!("`{name}` belongs in a statement: move it there.");
        }
        format!(
            "Use one of {}, or remove it.",
            listed(self.names.iter().copied())
        )
    }

    /// The element that was probably meant, unless another member has its name in some spelling.
    fn respelling(&self, ctx: &Context, spelled: &[usize], member: Member) -> Option<Fix> {
        let name = ctx.tree.key_text(member);
        let meant = nearest(&name, self.names.iter().copied())?;
        let differs_in_case_only = meant.eq_ignore_ascii_case(&name);
        let place = self.names.iter().position(|known| *known == meant)?;
        if *spelled.get(place)? > usize::from(differs_in_case_only) {
            return None;
        }
        let title = format!("Write `{meant}`");
        let renaming = [rename(ctx.tree, member, meant)];
        if differs_in_case_only {
            Fix::repair(title, renaming)
        } else {
            Fix::choice(title, renaming)
        }
    }

    /// How many members have each of the names, in whatever case.
    fn spelled(&self, ctx: &Context, object: NodeId) -> Vec<usize> {
        let mut spelled = vec![0; self.names.len()];
        for member in ctx.tree.members(object) {
            let name = ctx.tree.key_text(member);
            let known = self
                .names
                .iter()
                .position(|known| known.eq_ignore_ascii_case(&name));
            if let Some(count) = known.and_then(|known| spelled.get_mut(known)) {
                *count += 1;
            }
        }
        spelled
    }
}
