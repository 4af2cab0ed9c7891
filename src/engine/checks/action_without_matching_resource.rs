//! Actions that the resources of their statement are of the wrong type for.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fit::{Fit, Named, Use};
use super::fix::Fix;
use super::insertion::add_entries;
use super::wording::{listed, quoted};
use crate::engine::policy::{Element, PolicyKind};
use crate::engine::text::{Edit, Span};

declare_check! {
    /// ## What it checks
    ///
    /// Where a statement names resources, each of its actions can be used on at least one of them.
    /// `s3:GetObject` is used on objects, whose ARNs have a slash behind the bucket's name; `s3:ListBucket` is used on the bucket itself.
    ///
    /// ## Why it matters
    ///
    /// Such an action is neither allowed nor denied by the statement, whatever it looks like.
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The resource types of actions: service authorization reference, by the AWS reference of this editor.
    ACTION_WITHOUT_MATCHING_RESOURCE {
        title: "Action without a matching resource",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_resource.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    // In the policy of a resource, an action of another service is refused, which is another check's business.
    let of_one_service = ctx.kind == PolicyKind::Resource;
    for fit in ctx.fits() {
        let of_kind = |kind: Kind| {
            let misplaced = fit.misplaced().filter(|one| kind_of(one) == kind);
            misplaced.collect::<Vec<_>>()
        };
        let kinds = [Kind::ObjectsOfS3, Kind::BucketsOfS3, Kind::Other];
        let found = kinds.map(|kind| (kind, of_kind(kind)));
        findings.extend(
            found
                .iter()
                .filter(|(kind, misplaced)| {
                    let is_others = of_one_service && *kind == Kind::Other;
                    !(misplaced.is_empty() || is_others)
                })
                .map(|(kind, misplaced)| finding(ctx, fit, *kind, misplaced)),
        );
    }
}

/// What an action is used on, as far as a fix needs to know.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    ObjectsOfS3,
    BucketsOfS3,
    Other,
}

fn kind_of(one: &Use) -> Kind {
    let takes = |name: &str| one.types.contains(name);
    let text = &one.entry.text;
    let is_of_s3 = text
        .get(..3)
        .is_some_and(|start| start.eq_ignore_ascii_case("s3:"));
    match (takes("object"), takes("bucket")) {
        (true, false) if is_of_s3 => Kind::ObjectsOfS3,
        (false, true) if is_of_s3 => Kind::BucketsOfS3,
        _ => Kind::Other,
    }
}

fn finding(ctx: &Context, fit: &Fit, kind: Kind, misplaced: &[&Use]) -> Finding {
    let actions = listed(misplaced.iter().map(|one| &*one.entry.text));
    let (verb, their) = match misplaced {
        [_] => ("is", "it takes"),
        _ => ("are", "they take"),
    };
    let message = match kind {
        Kind::ObjectsOfS3 => {
            format!("{actions} {verb} used on objects, and this statement names only buckets.")
        }
        Kind::BucketsOfS3 => {
            format!("{actions} {verb} used on buckets, and this statement names only objects.")
        }
        Kind::Other => format!(
            "{actions} cannot be used on any resource of this statement; {their} {}.",
            types(misplaced)
        ),
    };
    let nodes = misplaced.iter().map(|one| one.entry.node);
    let resources = fit.resources.iter().map(|named| named.entry.node);
    let finding = CHECK.finding(
        nodes.chain(resources.take(1)).map(|node| ctx.location(node)),
        message,
        "AWS compares the resource of the request with those of the statement, so the action has no effect here.",
        "Name what the action is used on, or take the action out.",
    );
    match kind {
        Kind::ObjectsOfS3 => finding.mended_by(naming_objects(ctx, fit)),
        Kind::BucketsOfS3 => finding.mended_by(naming_buckets(ctx, fit)),
        Kind::Other => finding,
    }
    .mended_by(removal(ctx, fit, misplaced))
}

/// How many resource types a message names.
const MOST_NAMED: usize = 3;

fn types(misplaced: &[&Use]) -> String {
    let mut names: Vec<&str> = misplaced
        .iter()
        .flat_map(|one| one.types.iter().copied())
        .collect();
    names.sort_unstable();
    names.dedup();
    let more = names.len() > MOST_NAMED;
    names.truncate(MOST_NAMED);
    let named: Vec<String> = names.into_iter().map(quoted).collect();
    let others = if more { " and others" } else { "" };
    format!("{}{others}", named.join(", "))
}

/// Adds `/*` to each bucket, or a new entry where the bucket itself is needed as well.
fn naming_objects(ctx: &Context, fit: &Fit) -> Option<Fix> {
    let objects = |named: &Named| {
        let content = ctx.tree.content_span(named.entry.node);
        let whole = format!("{}/*", ctx.template(content));
        (Edit::insert(content.end, "/*"), whole)
    };
    let buckets = fit
        .resources
        .iter()
        .filter(|named| !named.rest.contains('/'));
    let edits = written(
        ctx,
        fit,
        buckets.map(|named| (named, objects(named))).collect(),
    )?;
    Fix::choice("All objects of the bucket: `/*`", edits)
}

/// Cuts each ARN of objects behind the bucket, or adds a new entry where the objects are needed as well.
fn naming_buckets(ctx: &Context, fit: &Fit) -> Option<Fix> {
    let bucket = |named: &Named| {
        let content = ctx.tree.content_span(named.entry.node);
        let end = content.start + content.text(ctx.tree.text()).find('/')?;
        let whole = ctx.template(Span::new(content.start, end)).into_owned();
        let cut = Span::new(end, content.end);
        Some((Edit::delete(cut), whole))
    };
    let buckets: Option<Vec<_>> = fit
        .resources
        .iter()
        .map(|named| Some((named, bucket(named)?)))
        .collect();
    Fix::choice("The bucket itself", written(ctx, fit, buckets?)?)
}

/// Changes the resources that no action uses, and adds the others' counterparts behind them.
fn written(ctx: &Context, fit: &Fit, changes: Vec<(&Named, (Edit, String))>) -> Option<Vec<Edit>> {
    let unused: Vec<_> = fit.unused().map(|named| named.entry.node).collect();
    let value = fit.statement.element(Element::Resource)?.value;
    let mut edits = Vec::new();
    let mut added: Vec<String> = Vec::new();
    for (named, (edit, whole)) in changes {
        if unused.contains(&named.entry.node) {
            edits.push(edit);
        } else if !added.contains(&whole) {
            added.push(whole);
        }
    }
    if !added.is_empty() {
        edits.extend(add_entries(ctx.tree, value, &added)?);
    }
    Some(edits)
}

/// Takes the actions out, where others are left.
fn removal(ctx: &Context, fit: &Fit, misplaced: &[&Use]) -> Option<Fix> {
    let nodes: Vec<_> = misplaced.iter().map(|one| one.entry.node).collect();
    let title = match nodes.len() {
        1 => "Remove the action",
        _ => "Remove the actions",
    };
    let edits = (nodes.len() < fit.uses.len()).then(|| ctx.tree.remove_elements(&nodes))?;
    Fix::choice(title, edits.iter().cloned())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn allow(action: &str, resource: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Action": {action}, "Resource": {resource}}}]}}"#
        )
    }

    #[test]
    fn marks_the_action_and_the_first_resource() {
        check(
            &CHECK,
            &allow(
                r#"["s3:ListBucket", «"s3:GetObject"», «"s3:PutObject"»]"#,
                r#"[«"arn:aws:s3:::a"», "arn:aws:s3:::b"]"#,
            ),
        );
        check(
            &CHECK,
            &allow(
                r#"["iam:GetRole", «"iam:GetUser"»]"#,
                r#"«"arn:aws:iam::*:role/a"»"#,
            ),
        );
    }

    #[test]
    fn wildcards_variables_and_fitting_resources_are_fine() {
        for (action, resource) in [
            (r#""s3:*""#, r#""arn:aws:s3:::a""#),
            (
                r#"["s3:GetObject", "s3:ListBucket"]"#,
                r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*"]"#,
            ),
            (r#""s3:GetObject""#, r#""arn:aws:s3:::a*""#),
            (r#""s3:GetObject""#, r#""arn:aws:s3:::${aws:username}""#),
            (r#""s3:GetObject""#, r#"["arn:aws:s3:::a", "*"]"#),
            (r#""s3:GetObject""#, r#""<the bucket>""#),
            (r#""ec2:AttachVolume""#, r#""arn:aws:ec2:*:*:volume/*""#),
        ] {
            check_clean(&CHECK, &allow(action, resource));
        }
    }

    #[test]
    fn names_the_objects_of_a_bucket() {
        check_fix(
            &CHECK,
            &allow(r#""s3:GetObject""#, r#""arn:aws:s3:::<bucket_name>""#),
            &allow(r#""s3:GetObject""#, r#""arn:aws:s3:::<bucket_name>/*""#),
        );
        check_fix(
            &CHECK,
            &allow(
                r#"["s3:GetObject", "s3:ListBucket"]"#,
                r#""arn:aws:s3:::a""#,
            ),
            &allow(
                r#"["s3:GetObject", "s3:ListBucket"]"#,
                r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*"]"#,
            ),
        );
    }

    #[test]
    fn names_the_bucket_of_objects() {
        check_fix(
            &CHECK,
            &allow(r#""s3:ListBucket""#, r#""arn:aws:s3:::a/*""#),
            &allow(r#""s3:ListBucket""#, r#""arn:aws:s3:::a""#),
        );
        check_fix(
            &CHECK,
            &allow(
                r#"["s3:GetObject", "s3:ListBucket"]"#,
                r#"["arn:aws:s3:::a/x/*", "arn:aws:s3:::a/y/*"]"#,
            ),
            &allow(
                r#"["s3:GetObject", "s3:ListBucket"]"#,
                r#"["arn:aws:s3:::a/x/*", "arn:aws:s3:::a/y/*", "arn:aws:s3:::a"]"#,
            ),
        );
    }
}
