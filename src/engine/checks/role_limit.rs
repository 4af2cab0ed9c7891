//! Ways to limit a statement that hands out any role.

use super::context::Context;
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::{add_entry, add_test};
use super::reach::{Scope, Through};
use super::rewrite::{rename, replace_text};
use super::role_grant::RoleGrant;
use super::split::{Demand, demand};
use super::wording::quoted;
use crate::engine::policy::{ConditionOperator, Element, Entry, condition_tests};
use crate::engine::text::Edit;

/// A statement that gives too much, with what is known about it.
pub(super) struct Grown<'c, 't> {
    pub ctx: &'c Context<'t>,
    pub found: &'c RoleGrant<'t>,
}

/// Adds the ways that keep what else the statement is for.
pub(super) fn mended(finding: Finding, grown: &Grown) -> Finding {
    let action = quoted(grown.found.grant.action);
    match grown.found.reach.through {
        Through::NotAction => {
            let edit = add_entry(
                grown.ctx.tree,
                grown.found.reach.node,
                grown.found.grant.action,
            );
            let title = format!("Leave {action} out as well");
            finding.mended_by(edit.and_then(|edits| Fix::choice(title, edits)))
        }
        _ if grown.is_alone() => finding
            .mended_by(grown.demanding())
            .mended_by(grown.naming_the_service())
            .mended_by(grown.naming_the_role()),
        _ => finding
            .mended_by(grown.demanding())
            .mended_by(grown.splitting()),
    }
}

impl Grown<'_, '_> {
    /// Whether the statement is about this action alone, by name or by a pattern that begins like it.
    fn is_alone(&self) -> bool {
        let names_it = self
            .found
            .reach
            .text
            .find(['*', '?'])
            .is_none_or(|wildcard| wildcard > "iam:".len());
        names_it && self.found.statement.entries(Element::Action).count() == 1
    }

    /// Writes the action's own name where a pattern stands.
    fn naming_the_action(&self) -> Option<Edit> {
        let is_pattern = self.found.reach.through == Through::Wildcard;
        is_pattern.then(|| {
            replace_text(
                self.ctx.tree,
                self.found.reach.node,
                self.found.grant.action,
            )
        })
    }

    /// Demands the key where a test passes when it is missing.
    fn demanding(&self) -> Option<Fix> {
        let tree = self.ctx.tree;
        let condition = self.found.statement.element(Element::Condition)?;
        let test = condition_tests(tree, condition.value).find(|test| {
            tree.key_text(test.key)
                .eq_ignore_ascii_case(self.found.grant.key)
        })?;
        let written = tree.key_text(test.operator);
        let operator = ConditionOperator::new(&written);
        let strict = written.strip_suffix("IfExists")?;
        let is_free = tree
            .members(condition.value)
            .all(|other| tree.key_text(other) != strict);
        let is_for_this = tree.members(test.operator.value).count() == 1
            && operator.qualifier.is_none()
            && self.found.statement.entries(Element::Action).count() == 1;
        let edit = (is_free && is_for_this).then(|| rename(tree, test.operator, strict))?;
        Fix::choice(
            format!(
                "Demand {}: without `IfExists`",
                quoted(self.found.grant.key)
            ),
            [edit],
        )
    }

    fn naming_the_service(&self) -> Option<Fix> {
        let Scope::Every(_) = self.found.scope else {
            return None;
        };
        let tree = self.ctx.tree;
        let test = add_test(
            tree,
            &self.found.statement,
            "StringEquals",
            self.found.grant.key,
            SERVICE,
        )?;
        let edits = self.naming_the_action().into_iter().chain([test]);
        Fix::choice(
            format!("For one service, with {}", quoted(self.found.grant.key)),
            edits,
        )
    }

    fn naming_the_role(&self) -> Option<Fix> {
        let tree = self.ctx.tree;
        let element = self
            .found
            .statement
            .first_of(&[Element::NotResource, Element::Resource])?;
        let renamed =
            matches!(self.found.scope, Scope::AllBut(_)).then(|| rename(tree, element, "Resource"));
        let value = format!("\"{}\"", self.found.grant.role);
        let named = Edit::replace(tree.span(element.value), value);
        let edits = self
            .naming_the_action()
            .into_iter()
            .chain(renamed)
            .chain([named]);
        Fix::choice("Name the role", edits)
    }

    /// Gives the action a statement of its own, where others must not come under its condition.
    fn splitting(&self) -> Option<Fix> {
        let is_plain = self.found.reach.through == Through::Name
            && matches!(self.found.scope, Scope::Every(_));
        let action = Entry {
            node: self.found.reach.node,
            text: self.found.reach.text.clone(),
        };
        let test = Demand {
            operator: "StringEquals",
            key: self.found.grant.key,
            value: SERVICE,
        };
        is_plain
            .then(|| demand(self.ctx, &self.found.statement, &[action], &test, |_| true))
            .flatten()
    }
}

/// What stands for a service's name until somebody fills it in.
const SERVICE: &str = "{{service_principal}}";
