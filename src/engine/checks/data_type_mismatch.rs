//! Values of another JSON type than their element takes.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::described;
use crate::engine::policy::{DocumentElement, Element};
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};
use crate::engine::text::{Edit, Span};

declare_check! {
    /// ## What it checks
    ///
    /// Every element has a value of the type it takes:
    /// `Version`, `Id`, `Sid` and `Effect` a string;
    /// `Statement` an object or a list of objects;
    /// `Action`, `Resource` and their opposites a string or a list of strings;
    /// `Principal` and `NotPrincipal` a string, or an object of strings or lists of strings;
    /// `Condition` an object of operators, each an object of keys.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a policy with a value of another type.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": 20121017,
    ///     "Statement": [
    ///         {
    ///             "Effect": ["Allow"],
    ///             "Action": [["s3:GetObject"]],
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": []
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
    ///             "Action": ["s3:GetObject"],
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"NumericLessThan": {"s3:max-keys": 10}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Grammar of the IAM JSON policy language", 2025.
    DATA_TYPE_MISMATCH {
        title: "Data type mismatch",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-data-type-mismatch"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let mut types = Types { ctx, findings };
    let Some(root) = ctx.tree.root() else {
        return;
    };
    types.expect_object("A policy", root);
    for (element, name) in DocumentElement::ALL
        .into_iter()
        .map(|element| (element, element.name()))
    {
        match (element, ctx.policy.element(element)) {
            (DocumentElement::Statement, Some(member)) => types.expect_statements(member.value),
            (_, Some(member)) => types.expect_string(name, member.value),
            (_, None) => {}
        }
    }
    for statement in ctx.policy.statements() {
        for element in Element::ALL {
            if let Some(member) = statement.element(element) {
                types.expect_element(element, member.value);
            }
        }
    }
}

/// Compares values with the types that are expected, and reports those that differ.
struct Types<'c, 't, 'f> {
    ctx: &'c Context<'t>,
    findings: &'f mut Vec<Finding>,
}

impl<'t> Types<'_, 't, '_> {
    fn expect_statements(&mut self, value: NodeId) {
        if self.tree().kind(value) == NodeKind::Array {
            for statement in self.tree().elements(value) {
                self.expect_object("A statement", statement);
            }
        } else if !self.is(value, &[NodeKind::Object]) {
            self.report(
                value,
                "`Statement` takes a statement or a list of statements",
                None,
            );
        }
    }

    fn expect_element(&mut self, element: Element, value: NodeId) {
        let name = element.name();
        match element {
            Element::Sid | Element::Effect => self.expect_string(name, value),
            Element::Principal | Element::NotPrincipal => self.expect_principals(name, value),
            Element::Action | Element::NotAction | Element::Resource | Element::NotResource => {
                self.expect_values(
                    name,
                    "a string or a list of strings",
                    &[NodeKind::String],
                    value,
                );
            }
            Element::Condition => self.expect_tests(value),
        }
    }

    fn expect_principals(&mut self, name: &str, value: NodeId) {
        if self.tree().kind(value) != NodeKind::Object {
            // A list is reported as a principal without its type.
            if !self.is(value, &[NodeKind::String, NodeKind::Array]) {
                self.report(
                    value,
                    &format!("`{name}` takes an object such as `{{\"AWS\": …}}`, or `\"*\"`"),
                    None,
                );
            }
            return;
        }
        for of_type in self.tree().members(value) {
            let type_name = format!("{name}.{}", self.tree().key_text(of_type));
            self.expect_values(
                &type_name,
                "a string or a list of strings",
                &[NodeKind::String],
                of_type.value,
            );
        }
    }

    fn expect_tests(&mut self, value: NodeId) {
        for operator in self.expect_members("`Condition`", value) {
            let name = format!("The operator `{}`", self.tree().key_text(operator));
            self.expect_object(&name, operator.value);
        }
    }

    /// The members of an object; reports anything else and gives none.
    fn expect_members(
        &mut self,
        name: &str,
        value: NodeId,
    ) -> impl Iterator<Item = Member> + use<'t> {
        self.expect_object(name, value);
        let tree = self.ctx.tree;
        tree.members(value)
    }

    fn expect_object(&mut self, name: &str, value: NodeId) {
        if !self.is(value, &[NodeKind::Object]) {
            self.report(
                value,
                &format!("{name} is an object, in curly brackets"),
                None,
            );
        }
    }

    fn expect_string(&mut self, name: &str, value: NodeId) {
        if !self.is(value, &[NodeKind::String]) {
            let fix =
                unwrapping(self.tree(), name, value).or_else(|| quoting(self.tree(), name, value));
            self.report(value, &format!("`{name}` takes a string"), fix);
        }
    }

    fn expect_values(&mut self, name: &str, expected: &str, kinds: &[NodeKind], value: NodeId) {
        let is_list = self.tree().kind(value) == NodeKind::Array;
        let alone = Some(value).filter(|_| !is_list);
        for value in alone.into_iter().chain(self.tree().elements(value)) {
            if !self.is(value, kinds) {
                let fix = unwrapping(self.tree(), name, value)
                    .or_else(|| quoting(self.tree(), name, value));
                self.report(value, &format!("`{name}` takes {expected}"), fix);
            }
        }
    }

    fn tree(&self) -> &'t Tree {
        self.ctx.tree
    }

    /// Whether the value is of one of these kinds; what is missing or has no quotes has its own finding.
    fn is(&self, value: NodeId, kinds: &[NodeKind]) -> bool {
        let kind = self.tree().kind(value);
        kinds.contains(&kind) || matches!(kind, NodeKind::Missing | NodeKind::Bare)
    }

    fn report(&mut self, value: NodeId, expected: &str, fix: Option<Fix>) {
        let finding = CHECK.finding(
            [self.ctx.location(value)],
            format!(
                "{expected}; this is {}.",
                described(self.tree().kind(value))
            ),
            "AWS rejects a policy with a value of another type.",
            "Write a value of the type that is expected.",
        );
        self.findings.push(finding.mended_by(fix));
    }
}

/// Takes the brackets off a list of one string that the element takes.
fn unwrapping(tree: &Tree, element: &str, value: NodeId) -> Option<Fix> {
    let mut elements = tree.elements(value);
    let only = elements.next()?;
    let takes_it = match (element, &*tree.string(only)?) {
        ("Action" | "NotAction", _) => true,
        ("Effect", effect) => ["Allow", "Deny"].contains(&effect),
        ("Version", version) => ["2012-10-17", "2008-10-17"].contains(&version),
        _ => false,
    };
    if !takes_it || elements.next().is_some() {
        return None;
    }
    let (outer, inner) = (tree.span(value), tree.span(only));
    let brackets = [
        Span::new(outer.start, inner.start),
        Span::new(inner.end, outer.end),
    ];
    Fix::choice("Take the brackets off", brackets.map(Edit::delete))
}

/// Puts a whole number in quotes where it can be a name or the ID of an account.
fn quoting(tree: &Tree, element: &str, value: NodeId) -> Option<Fix> {
    let takes_numbers = matches!(element, "Sid" | "Id" | "Principal.AWS" | "NotPrincipal.AWS");
    let span = tree.span(value);
    let is_whole = span
        .text(tree.text())
        .bytes()
        .all(|byte| byte.is_ascii_digit());
    let quotes = [Edit::insert(span.start, "\""), Edit::insert(span.end, "\"")];
    (takes_numbers && is_whole)
        .then(|| Fix::choice("Put it in quotes", quotes))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        for text in [
            "«[]»",
            "«1»",
            r#"{"Version": «2012», "Id": «{}», "Statement": «"x"»}"#,
            r#"{"Statement": [{}, «1», «[]», «null»]}"#,
            r#"{"Statement": {"Sid": «1», "Effect": «true», "Action": [«1», "a", «{}»], "Resource": «null»}}"#,
            r#"{"Statement": {"NotAction": «{}», "NotResource": [«["a"]»]}}"#,
            r#"{"Statement": {"Principal": «1»}}"#,
            r#"{"Statement": {"Principal": {"AWS": [«111122223333»], "Service": «{}»}}}"#,
            r#"{"Statement": {"Condition": «[]»}}"#,
            r#"{"Statement": {"Condition": {"Bool": «"a"», "Null": {"k": null, "l": {}}}}}"#,
        ] {
            check(&CHECK, text);
        }
    }

    #[test]
    fn leaves_what_is_missing_or_without_quotes_to_the_errors_of_syntax() {
        check_clean(&CHECK, "");
        check_clean(
            &CHECK,
            r#"{"Version": , "Statement": {"Effect": Allow, "Action": [a], "Condition": }}"#,
        );
    }

    #[test]
    fn takes_brackets_off_and_puts_numbers_in_quotes() {
        for (before, after) in [
            (r#"{"Effect": [ "Deny" ]}"#, r#"{"Effect": "Deny"}"#),
            (
                r#"{"Action": [["s3:*"], "a"]}"#,
                r#"{"Action": ["s3:*", "a"]}"#,
            ),
            (r#"{"Sid": 12}"#, r#"{"Sid": "12"}"#),
            (
                r#"{"Principal": {"AWS": 111122223333}}"#,
                r#"{"Principal": {"AWS": "111122223333"}}"#,
            ),
        ] {
            check_fix(
                &CHECK,
                &format!(r#"{{"Statement": {before}}}"#),
                &format!(r#"{{"Statement": {after}}}"#),
            );
        }
    }
}
