//! Policy variables that AWS does not have.

use std::ops::Range;

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::catalog::Catalog;
use crate::engine::policy::{Element, Entry, KeyTest, policy_variables};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A policy variable whose name begins with `aws:` is one that AWS has: `${aws:username}`, `${aws:PrincipalTag/team}`.
    ///
    /// ## Why it matters
    ///
    /// A variable that no request carries has no value, so that the resource or the condition never matches.
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/${aws:user}/*"
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/${aws:username}/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM policy elements: Variables and tags", 2025; the global condition keys of the AWS reference of this editor.
    UNKNOWN_POLICY_VARIABLE {
        title: "Unknown policy variable",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_variables.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some(catalog) = ctx.catalog else {
        return;
    };
    let resources = ctx.policy.statements().iter().flat_map(|statement| {
        let elements = [Element::Resource, Element::NotResource];
        elements
            .into_iter()
            .flat_map(|element| statement.entries(element))
    });
    let compared = ctx.policy.tests().iter().flat_map(KeyTest::entries);
    let judged = resources
        .chain(compared)
        .filter(|entry| ctx.is_closed(entry.node));
    for entry in judged.filter(|entry| entry.text.contains("${")) {
        let unknown = unknown_names(catalog, &entry.text).into_iter();
        findings.extend(unknown.filter_map(|name| finding(ctx, catalog, &entry, name)));
    }
}

/// Where the names stand, in the decoded text, that begin like a global condition key and are none; blanks in a name are another check's business.
fn unknown_names(catalog: &Catalog, text: &str) -> Vec<Range<usize>> {
    let closed = policy_variables(text)
        .into_iter()
        .filter(|one| one.is_closed);
    let unknown = closed.filter(|variable| {
        let prefix = variable.name.get(..GLOBAL.len());
        let is_global = prefix.is_some_and(|prefix| prefix.eq_ignore_ascii_case(GLOBAL));
        is_global
            && !variable.name.contains(char::is_whitespace)
            && catalog.condition_key(variable.name).is_none()
    });
    unknown
        .map(|variable| {
            let start = variable.range.start + "${".len();
            start..start + variable.name.len()
        })
        .collect()
}

const GLOBAL: &str = "aws:";

fn finding(
    ctx: &Context,
    catalog: &Catalog,
    entry: &Entry,
    place: Range<usize>,
) -> Option<Finding> {
    let name = entry.text.get(place.clone())?;
    let span = ctx.tree.decoded_range_to_span(entry.node, place)?;
    if ctx.is_unfilled(span) {
        return None;
    }
    let finding = CHECK.finding(
        [ctx.place(span)],
        format!("AWS has no policy variable {}.", quoted(name)),
        "It never has a value, so that what it stands in never matches.",
        "Write the name of a condition key that requests carry, such as `aws:username`.",
    );
    let choices = meant(catalog, name).into_iter().filter_map(|meant| {
        let edit = Edit::replace(span, &*meant);
        Fix::choice_by_reference(format!("Write {}", quoted(&meant)), [edit])
    });
    Some(choices.fold(finding, Finding::mended_by))
}

/// The nearest keys, then those that go on where the written name ends; at most [`MOST`].
fn meant(catalog: &Catalog, name: &str) -> Vec<String> {
    let mut names = catalog.nearest_condition_keys(name);
    let longer = catalog.condition_keys_of("aws").filter(|key| {
        let start = key.name().get(..name.len());
        let begins = start.is_some_and(|start| start.eq_ignore_ascii_case(name));
        begins && !key.is_family() && name.len() > GLOBAL.len()
    });
    let longer: Vec<String> = longer.map(|key| key.name().to_owned()).collect();
    names.extend(
        longer
            .into_iter()
            .filter(|name| !names.contains(name))
            .collect::<Vec<_>>(),
    );
    names.truncate(MOST);
    names
}

const MOST: usize = 4;

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn resource(text: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/{text}"}}}}"#
        )
    }

    #[test]
    fn is_about_the_name() {
        check(
            &CHECK,
            &resource("${«aws:user»}/${aws:PrincipalTag/team}/*"),
        );
        check(
            &CHECK,
            r#"{"Statement": {"Condition": {"StringLike": {"s3:prefix": ["home/${«aws:usrname», 'x'}/*", "${aws:userid}"]}}}}"#,
        );
        for text in [
            "${*}",
            "${AWS:UserName}",
            "${saml:sub}",
            "${accounts.google.com:sub}",
            "${aws:user",
        ] {
            check_clean(&CHECK, &resource(text));
        }
    }

    #[test]
    fn writes_the_name_that_was_meant() {
        check_fix(
            &CHECK,
            &resource("${aws:usrname}"),
            &resource("${aws:username}"),
        );
    }
}
