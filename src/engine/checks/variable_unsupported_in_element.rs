//! Policy variables where AWS takes none.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Element, Entry, Statement, principals, variables};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// Policy variables stand in `Resource`, `NotResource` and the values of `Condition` only.
    ///
    /// ## Why it matters
    ///
    /// In any other element AWS rejects a variable, or reads it as plain text.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:${aws:PrincipalTag/verb}",
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
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
    /// IAM User Guide, "IAM policy elements: Variables and tags", 2025.
    VARIABLE_UNSUPPORTED_IN_ELEMENT {
        title: "Policy variable in the wrong element",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-variable-unsupported-in-element"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    if !ctx.tree.text().contains("${") {
        return;
    }
    for statement in ctx.policy.statements() {
        let with_variable = |entry: &Entry| {
            let mut ranges = variables(&entry.text).into_iter();
            ranges.any(|range| {
                let span = ctx.tree.decoded_range_to_span(entry.node, range);
                span.is_some_and(|span| !ctx.is_unfilled(span))
            })
        };
        let of_element = |element| {
            let entries = strings(ctx, statement, element).into_iter();
            entries.map(move |entry| (element, entry))
        };
        let strings = PLAIN.into_iter().flat_map(of_element);
        let found = strings.filter(|(_, entry)| ctx.is_closed(entry.node) && with_variable(entry));
        findings.extend(found.map(|(element, entry)| finding(ctx, element, &entry)));
    }
}

/// The elements that take no variables.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags", 2025.
const PLAIN: [Element; 6] = [
    Element::Sid,
    Element::Effect,
    Element::Principal,
    Element::NotPrincipal,
    Element::Action,
    Element::NotAction,
];

fn strings<'c>(ctx: &'c Context, statement: &Statement<'c>, element: Element) -> Vec<Entry<'c>> {
    let is_principal = matches!(element, Element::Principal | Element::NotPrincipal);
    match statement.element(element).filter(|_| is_principal) {
        Some(member) => principals(ctx.tree, member.value)
            .into_iter()
            .map(|principal| principal.entry)
            .collect(),
        None => statement.entries(element).collect(),
    }
}

fn finding(ctx: &Context, element: Element, entry: &Entry) -> Finding {
    let name = element.name();
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} has a policy variable, which `{name}` cannot have.", quoted(&entry.text)),
        "AWS puts values in the place of variables in `Resource`, `NotResource` and the values of `Condition` only.",
        "Write the text that is meant, or say it in a condition.",
    );
    let in_place = |text: &str| -> Vec<Edit> {
        let spans = variables(&entry.text)
            .into_iter()
            .filter_map(|range| ctx.tree.decoded_range_to_span(entry.node, range));
        spans.map(|span| Edit::replace(span, text)).collect()
    };
    finding.mended_by(match element {
        Element::Sid => Fix::choice("Take the variable out", in_place("")),
        Element::Action | Element::NotAction => {
            Fix::choice("Write `*` in its place", in_place("*"))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn names_the_element_that_takes_none() {
        check(
            &CHECK,
            r#"{"Statement": {"Sid": «"a${aws:username}"», "Principal": {"AWS": ["*", «"arn:aws:iam::${aws:PrincipalAccount}:root"»]}, "Action": «"s3:${aws:username}"», "Resource": "${aws:username}"}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Action": ["s3:${", "s3:$", "s3:{{name}}"]}}"#,
        );
    }

    #[test]
    fn a_star_takes_the_place_of_a_variable_in_an_action() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Action": "s3:${aws:PrincipalTag/verb}"}}"#,
            r#"{"Statement": {"Action": "s3:*"}}"#,
        );
    }
}
