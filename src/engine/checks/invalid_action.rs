//! Actions that do not exist.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unlisted_action::{Lack, UnlistedAction, is_listed, names_elsewhere};
use super::wording::quoted;
use crate::engine::catalog::{Catalog, Service, action_of_operation, nearest};
use crate::engine::policy::has_wildcard;
use std::collections::BTreeSet;

declare_check! {
    /// ## What it checks
    ///
    /// Each entry of `Action` and `NotAction` names an action of its service, or matches at least one.
    /// Case does not count.
    /// What AWS still takes although it lists it no longer is left out; see `RETIRED_NAME` for what nothing is known of.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects the entry, and it gives and takes nothing.
    /// Often it is the name of an API operation that is authorised by another action, such as `ListBuckets`.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBuckets",
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
    ///             "Action": "s3:ListAllMyBuckets",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, as of the date that the finding names; what AWS does with names it lists no longer, as far as it is known.
    INVALID_ACTION {
        title: "Unknown action",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-action"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    if let Some(catalog) = ctx.catalog {
        let unlisted = ctx.unlisted_actions().iter();
        findings.extend(unlisted.filter_map(|action| match action.lack {
            Lack::Prefix => without_prefix(ctx, catalog, *action),
            Lack::Action => unknown(ctx, catalog, *action),
            Lack::Service | Lack::Retired => None,
        }));
    }
}

fn without_prefix(ctx: &Context, catalog: &Catalog, action: UnlistedAction) -> Option<Finding> {
    let name = ctx.tree.string(action.node)?;
    let finding = CHECK.finding(
        [ctx.location(action.node)],
        format!(
            "The action {} does not say of which service it is.",
            quoted(&name)
        ),
        "AWS rejects an action without the prefix of its service.",
        "Write the prefix and a colon before it, as in `s3:GetObject`.",
    );
    Some(action.mend(ctx, finding, || with_prefix(catalog, &name)))
}

/// The action with a colon in the place of another sign; where that is none, the actions of that name.
fn with_prefix(catalog: &Catalog, text: &str) -> Vec<String> {
    let signs = text.match_indices(['.', '/', ';', '-', '_', ' ']);
    let cuts = signs.filter_map(|(at, sign)| {
        let service = catalog.service(text.get(..at)?)?;
        let name = text.get(at + sign.len()..)?.trim();
        let action = format!("{}:{name}", service.prefix());
        is_listed(catalog, &action).then_some(action)
    });
    let cuts: Vec<String> = cuts.take(1).collect();
    match cuts.is_empty() {
        true => names_elsewhere(catalog, text.trim()),
        false => cuts,
    }
}

fn unknown(ctx: &Context, catalog: &Catalog, action: UnlistedAction) -> Option<Finding> {
    let text = ctx.tree.string(action.node)?;
    let (prefix, name) = text.split_once(':')?;
    let service = catalog.service(prefix)?;
    let finding = CHECK.finding(
        [ctx.location(action.node)],
        message(catalog, service, name),
        "AWS rejects an action that does not exist, and nothing is allowed or denied by it.",
        "Write the action that is meant, or remove this one.",
    );
    let names = || meant(catalog, service, name);
    Some(action.mend(ctx, finding, names))
}

fn message(catalog: &Catalog, service: Service, name: &str) -> String {
    let (prefix, date) = (service.prefix(), catalog.date());
    let written = quoted(&format!("{prefix}:{name}"));
    if let Some(action) = action_of_operation(prefix, name) {
        let action = quoted(&format!("{prefix}:{action}"));
        return format!(
            "{written} is no action: the API operation of that name is authorised by {action}."
        );
    }
    if name.is_empty() {
        return format!("{written} names no action behind the colon.");
    }
    if has_wildcard(name) {
        return format!("{written} matches none of the actions in AWS's list of {date}.");
    }
    match catalog.retired_action(prefix, name) {
        Some(retired) => format!(
            "{written} was an action until {} and AWS refuses it now.",
            retired.last_listed
        ),
        None => format!("{written} is not in AWS's list of actions of {date}."),
    }
}

/// Near names of the service; where it has none, the same name of other services.
fn meant(catalog: &Catalog, service: Service, name: &str) -> Vec<String> {
    if let Some(action) = catalog.action(service.prefix(), name.trim()) {
        return vec![action.to_string()];
    }
    let near = match name.strip_suffix('*') {
        Some(start) if !has_wildcard(start) => nearest_starts(service, start),
        _ if has_wildcard(name) => nearest_patterns(service, name),
        _ => service
            .nearest_actions(name)
            .into_iter()
            .map(str::to_owned)
            .collect(),
    };
    if near.is_empty() {
        return names_elsewhere(catalog, name);
    }
    let whole = |name: &String| format!("{}:{name}", service.prefix());
    near.iter().map(whole).collect()
}

/// The starts of the service's actions, cut before a capital letter, that are nearest to a typed one; each with its `*`.
fn nearest_starts(service: Service, typed: &str) -> Vec<String> {
    let starts: BTreeSet<&str> = service
        .actions()
        .flat_map(|action| starts(action.name()))
        .collect();
    nearest(typed, starts.into_iter())
        .into_iter()
        .map(|start| format!("{start}*"))
        .collect()
}

/// The pattern with words of the service's actions in the place of its longest piece.
fn nearest_patterns(service: Service, pattern: &str) -> Vec<String> {
    let pieces = pattern.split(['*', '?']);
    let Some(piece) = pieces.max_by_key(|piece| piece.len()) else {
        return Vec::new();
    };
    let words: BTreeSet<&str> = service
        .actions()
        .flat_map(|action| runs_of_words(action.name()))
        .collect();
    nearest(piece, words.into_iter())
        .into_iter()
        .map(|word| pattern.replacen(piece, word, 1))
        .collect()
}

/// Every run of words in a name: `Get`, `GetObject`, `Object`.
fn runs_of_words(name: &str) -> impl Iterator<Item = &str> {
    let capitals = name
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_uppercase());
    let mut borders: Vec<usize> = capitals.map(|(at, _)| at).collect();
    borders.push(name.len());
    let ends = borders.clone();
    borders.into_iter().flat_map(move |start| {
        let after = ends.clone().into_iter().filter(move |end| *end > start);
        after.filter_map(move |end| name.get(start..end))
    })
}

fn starts(name: &str) -> impl Iterator<Item = &str> {
    let capitals = name
        .char_indices()
        .skip(1)
        .filter(|(_, letter)| letter.is_ascii_uppercase());
    capitals.filter_map(|(at, _)| name.get(..at))
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
            &actions(r#"["s3:getobject", «"s3:GetObjekt"», "S3:Get*", «"s3:Frob*"», «"s3:"»]"#),
        );
        check(&CHECK, r#"{"Statement": {"NotAction": «"iam:Nothing"»}}"#);
    }

    #[test]
    fn an_action_needs_its_service() {
        check(
            &CHECK,
            &actions(r#"["*", "**", "*:*", «"AssumeRole"», «"Get*"»]"#),
        );
        check_fix(
            &CHECK,
            &actions(r#""AssumeRole""#),
            &actions(r#""sts:AssumeRole""#),
        );
    }

    #[test]
    fn leaves_alone_what_aws_takes_what_is_retired_and_what_is_still_open() {
        for entry in [
            "deepracer:Anything",
            "payments:Get",
            "securityagent:BatchGetT*",
            "account:GetChallengeQuestions",
            "s33:GetObject",
            "s*:Frobnicate",
            "s3:${aws:username}",
            "s3:<ACTION>",
        ] {
            check_clean(&CHECK, &actions(&format!("\"{entry}\"")));
        }
    }

    #[test]
    fn an_action_that_aws_refuses_is_one_although_an_older_list_has_it() {
        check(&CHECK, &actions(r#"«"cloudhsm:DescribeHapg"»"#));
    }

    #[test]
    fn writes_the_action_of_an_operation_then_the_nearest_name() {
        for (before, after) in [
            ("s3:ListBuckets", "s3:ListAllMyBuckets"),
            ("s3:GetObjekt", "s3:GetObject"),
            ("ec2:ListInstances", "ec2:DescribeInstances"),
            ("ec2:Descibe*", "ec2:Describe*"),
            ("ec2:PassRole", "iam:PassRole"),
            ("s3:*Objct*", "s3:*Object*"),
            ("s3:getobject ", "s3:GetObject"),
            ("S3.GetObject", "s3:GetObject"),
            ("iam.PassRole", "iam:PassRole"),
            ("ec2/Describe*", "ec2:Describe*"),
        ] {
            check_fix(
                &CHECK,
                &actions(&format!("\"{before}\"")),
                &actions(&format!("\"{after}\"")),
            );
        }
    }

    #[test]
    fn makes_several_entries_of_one() {
        check_fix(
            &CHECK,
            &actions(r#""s3:GetObject,s3:PutObject""#),
            &actions(r#"["s3:GetObject", "s3:PutObject"]"#),
        );
        check_fix(
            &CHECK,
            &actions(r#"["s3:GetObject, iam:PassRole", "s3:PutObject"]"#),
            &actions(r#"["s3:GetObject", "iam:PassRole", "s3:PutObject"]"#),
        );
    }

    #[test]
    fn takes_out_what_is_like_nothing() {
        check_fix(
            &CHECK,
            &actions(r#"["s3:GetObject", "s3:Frobnicate"]"#),
            &actions(r#"["s3:GetObject"]"#),
        );
    }
}
