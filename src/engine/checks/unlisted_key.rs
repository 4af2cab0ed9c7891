//! Condition keys that AWS's list has not, and the names that may have been meant.

use std::collections::HashSet;

use super::conditions::{quoted_key, rename_key};
use super::context::Context;
use super::declare::Check;
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::rename;
use crate::engine::catalog::{Catalog, ConditionKey};
use crate::engine::policy::{KeyTest, OperatorFamily};
use crate::engine::syntax::Tree;
use crate::engine::text::Edit;

/// The most names offered for one key.
const MOST_NAMES: usize = 3;

/// How many findings of one check come with names: looking for near ones takes a tenth of a millisecond.
const MOST_WITH_NAMES: usize = 200;

/// Reports the unknown keys that `is_meant` picks, as missing in a list that `of` describes.
///
/// A family without its member, such as `aws:ResourceTag`, has a check of its own.
pub(super) fn report(
    check: &Check,
    ctx: &Context,
    is_meant: fn(&Catalog, &KeyTest) -> bool,
    of: fn(&KeyTest) -> String,
    findings: &mut Vec<Finding>,
) {
    let Some(catalog) = ctx.catalog else {
        return;
    };
    let meant = ctx.unknown_tests().filter(|test| {
        is_meant(catalog, test) && catalog.condition_key_family(&test.key).is_none()
    });
    let found = meant.filter_map(|test| Some((test, finding(check, ctx, catalog, test, of)?)));
    findings.extend(found.enumerate().map(|(number, (test, finding))| {
        if number < MOST_WITH_NAMES {
            with_names(ctx, catalog, test, finding)
        } else {
            finding
        }
    }));
}

/// `None` for a key that AWS listed once: it is taken, or at least not known to be refused.
fn finding(
    check: &Check,
    ctx: &Context,
    catalog: &Catalog,
    test: &KeyTest,
    of: fn(&KeyTest) -> String,
) -> Option<Finding> {
    let once = catalog.retired_condition_key(&test.key);
    if once.is_some_and(|once| !once.is_refused()) {
        return None;
    }
    Some(check.finding(
        [ctx.location(test.nodes.key.key)],
        format!(
            "{} is not in AWS's list of {} of {}.",
            quoted_key(ctx, test),
            of(test),
            catalog.date()
        ),
        "No request carries a key that AWS does not know, so the test never decides what it was written for.",
        "Correct the name of the key, or remove the test.",
    ))
}

fn with_names(ctx: &Context, catalog: &Catalog, test: &KeyTest, finding: Finding) -> Finding {
    let mut names = under_other_prefixes(catalog, &test.key);
    names.extend(catalog.nearest_condition_keys(&test.key));
    names.extend(shorter_or_longer(catalog, &test.key));
    let mut offered = HashSet::new();
    names.retain(|name| offered.insert(name.clone()));
    let fixes = names.iter().filter_map(|name| {
        let key = catalog.condition_key(name)?;
        Fix::choice_by_reference(
            format!("Write {name}"),
            renaming(ctx.tree, test, name, key)?,
        )
    });
    fixes
        .take(MOST_NAMES)
        .fold(finding, |finding, fix| finding.mended_by(fix))
}

/// The same name with `aws:` in front for a key of a service, and with a service in front for a global one.
fn under_other_prefixes(catalog: &Catalog, key: &str) -> Vec<String> {
    let (prefix, name) = key.split_once(':').unwrap_or_default();
    if prefix.eq_ignore_ascii_case("aws") {
        let has_name = |key: &ConditionKey| {
            let (_, other) = key.name().split_once(':').unwrap_or_default();
            other.eq_ignore_ascii_case(name)
        };
        let others = catalog.condition_keys().filter(has_name);
        return others.map(|key| key.name().to_owned()).collect();
    }
    let global = format!("aws:{name}");
    let names = catalog.nearest_condition_keys(&global).into_iter();
    names
        .filter(|name| name.eq_ignore_ascii_case(&global))
        .collect()
}

/// Names with the same prefix that the key is an abbreviation of, or that abbreviate it, the nearest in length first:
/// `aws:PrincipalOrgID` for `aws:PrincipalOrganisationID`.
fn shorter_or_longer(catalog: &Catalog, key: &str) -> Vec<String> {
    let prefix = key.split_once(':').map_or("", |(prefix, _)| prefix);
    let whole = catalog.condition_keys_of(prefix).map(ConditionKey::name);
    let mut names: Vec<&str> = whole
        .filter(|name| !name.contains("${") && (abbreviates(name, key) || abbreviates(key, name)))
        .collect();
    names.sort_by_key(|name| name.len().abs_diff(key.len()));
    names.into_iter().map(str::to_owned).collect()
}

/// Whether leaving letters out makes the short name of the long one, and at least half of them stay.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut letters = long.bytes();
    short.len() < long.len()
        && short.len() * 2 >= long.len()
        && short
            .bytes()
            .all(|letter| letters.any(|other| other.eq_ignore_ascii_case(&letter)))
}

/// Writes another key; one with several values gets `ForAnyValue:`, without which AWS would reject it.
fn renaming(tree: &Tree, test: &KeyTest, name: &str, key: ConditionKey) -> Option<Vec<Edit>> {
    let renamed = rename_key(tree, test, name)?;
    let lacks_qualifier = test.qualifier.is_none() && !test.is_of(OperatorFamily::Null);
    if !key.is_multivalued() || !lacks_qualifier {
        return Some(vec![renamed]);
    }
    let is_alone = tree.members(test.nodes.operator.value).nth(1).is_none();
    let operator = format!("ForAnyValue:{}", test.operator_text());
    let condition = tree.parent(test.nodes.operator.node)?;
    let is_free = tree.member(condition, &operator).is_none();
    (is_alone && is_free).then(|| vec![rename(tree, test.nodes.operator, &operator), renamed])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_keeps_the_order_and_half_of_the_letters() {
        for (short, long, expected) in [
            ("aws:PrincipalOrgID", "aws:principalOrganisationId", true),
            ("aws:MFAPresent", "aws:MultiFactorAuthPresent", true),
            ("aws:SourceIp", "aws:SourceIp", false),
            ("aws:IpSource", "aws:SourceIpRange", false),
            ("aws:Ip", "aws:SourceIp", true),
            ("aws:a", "aws:abcdefghij", false),
        ] {
            assert_eq!(abbreviates(short, long), expected, "{short} {long}");
        }
    }
}
