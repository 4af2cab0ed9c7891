//! Which of a statement's resources each of its actions can be used on.

use std::collections::BTreeSet;

use super::context::Context;
use crate::engine::catalog::{Action, ArnFormat, Catalog, ResourceType, Target};
use crate::engine::policy::{Arn, ArnField, Element, Entry, Statement, has_wildcard, variables};

/// A statement that names actions and ARNs, all of them known to the AWS service reference.
#[derive(Clone, Debug)]
pub(super) struct Fit<'c> {
    pub statement: Statement<'c>,
    /// In the order of the text.
    pub uses: Vec<Use<'c>>,
    /// In the order of the text, at least one; none of them is `*`.
    pub resources: Vec<Named<'c>>,
}

/// An entry of `Action`, and what it can be used on.
#[derive(Clone, Debug)]
pub(super) struct Use<'c> {
    pub entry: Entry<'c>,
    /// The names of the resource types it takes; none where only `*` can be its resource.
    pub types: BTreeSet<&'c str>,
    /// The places in [`Fit::resources`] of those that it can be used on, ascending.
    pub resources: Vec<usize>,
}

/// An entry of `Resource` that is an ARN.
#[derive(Clone, Debug)]
pub(super) struct Named<'c> {
    pub entry: Entry<'c>,
    service: String,
    /// What stands behind the fifth colon, policy variables replaced by `*`.
    pub rest: String,
    /// The resource types whose ARNs it may be; Region and account are other checks' business.
    types: Vec<ResourceType<'c>>,
}

/// Every statement of the policy of which it can be said what is used on what, in the order of the text.
///
/// Left out are those that name no resource or `*`, and those with something that is unknown or not filled in:
/// about them the reference says nothing.
pub(super) fn fits<'c>(ctx: &Context<'c>) -> Vec<Fit<'c>> {
    let statements = ctx.policy.statements().iter();
    let fits = statements.filter_map(|statement| Fit::new(ctx, ctx.catalog?, statement));
    fits.collect()
}

impl<'c> Fit<'c> {
    fn new(ctx: &Context<'c>, catalog: &'c Catalog, statement: &Statement<'c>) -> Option<Self> {
        let is_known = |entry: &Entry| ctx.is_closed(entry.node) && !ctx.is_open(entry.node);
        let resources: Option<Vec<Named>> = statement
            .entries(Element::Resource)
            .map(|entry| Named::new(catalog, entry).filter(|named| is_known(&named.entry)))
            .collect();
        let resources = resources.filter(|resources| !resources.is_empty())?;
        let uses: Option<Vec<Use>> = statement
            .entries(Element::Action)
            .map(|entry| is_known(&entry).then(|| Use::new(catalog, entry, &resources))?)
            .collect();
        Some(Self {
            statement: *statement,
            uses: uses.filter(|uses| !uses.is_empty())?,
            resources,
        })
    }

    /// The resources that none of the actions can be used on.
    pub fn unused(&self) -> impl Iterator<Item = &Named<'c>> {
        let used: BTreeSet<usize> = self
            .uses
            .iter()
            .flat_map(|one| one.resources.clone())
            .collect();
        let resources = self.resources.iter().enumerate();
        resources.filter_map(move |(place, named)| (!used.contains(&place)).then_some(named))
    }

    /// The actions that take resources, but none of those in the statement.
    pub fn misplaced(&self) -> impl Iterator<Item = &Use<'c>> {
        let uses = self.uses.iter();
        uses.filter(|one| !one.types.is_empty() && one.resources.is_empty())
    }
}

impl<'c> Use<'c> {
    /// `None` where the reference knows no such action, or where the entry reaches several services.
    fn new(catalog: &'c Catalog, entry: Entry<'c>, resources: &[Named]) -> Option<Self> {
        let service = entry.text.split_once(':')?.0;
        let mut actions = (!has_wildcard(service))
            .then(|| catalog.actions_matching(&entry.text))?
            .peekable();
        actions.peek()?;
        let targets = actions.flat_map(Action::targets);
        let mut types: Vec<ResourceType> = targets.map(Target::resource_type).collect();
        types.dedup();
        let fitting = resources.iter().enumerate();
        let fitting = fitting.filter(|(_, named)| types.iter().any(|of| named.types.contains(of)));
        Some(Self {
            entry,
            resources: fitting.map(|(place, _)| place).collect(),
            types: types.into_iter().map(ResourceType::name).collect(),
        })
    }
}

impl<'c> Named<'c> {
    /// `None` for what is no ARN of a type that the reference knows.
    fn new(catalog: &'c Catalog, entry: Entry<'c>) -> Option<Self> {
        let arn = Arn::cut(&entry.text);
        let service = arn.field(ArnField::Service)?.to_owned();
        let rest = with_wildcards(arn.field(ArnField::Resource)?);
        let of_service = catalog.arn_formats_of(&service);
        let mut types = fitting(of_service, &rest);
        if types.is_empty() {
            return None;
        }
        types.extend(fitting(catalog.arn_formats_of_any_service(), &rest));
        Some(Self {
            entry,
            service,
            rest,
            types,
        })
    }

    /// Whether it stands for everything of a service or of one of its types, such as `arn:aws:s3:::*` or `…:file-system/*`.
    pub fn is_whole_type(&self) -> bool {
        let after_type = self
            .rest
            .find([':', '/'])
            .and_then(|end| self.rest.get(end..));
        let open = after_type.unwrap_or(&self.rest);
        open.contains('*') && open.chars().all(|one| matches!(one, '*' | ':' | '/'))
    }

    /// Whether it is of the service of an action.
    pub fn is_of_service(&self, action: &str) -> bool {
        let prefix = action.split_once(':').map(|(prefix, _)| prefix);
        prefix.is_some_and(|prefix| prefix.eq_ignore_ascii_case(&self.service))
    }
}

/// The types of the formats that a resource part may be of.
fn fitting<'c>(
    formats: impl Iterator<Item = (ResourceType<'c>, ArnFormat<'c>)>,
    rest: &str,
) -> Vec<ResourceType<'c>> {
    let fitting = formats.filter(|(_, format)| may_name(*format, rest));
    fitting.map(|(of, _)| of).collect()
}

fn may_name(format: ArnFormat, rest: &str) -> bool {
    // The name of a bucket has no slash, which the format does not say.
    let is_bucket = format.service() == "s3" && format.resource() == BUCKET;
    !(is_bucket && rest.contains('/')) && format.resource_overlaps(rest)
}

const BUCKET: &str = "${BucketName}";

/// Each policy variable replaced by `*`: it may stand for anything.
fn with_wildcards(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    let mut from = 0;
    for variable in variables(text) {
        pattern.push_str(text.get(from..variable.start).unwrap_or_default());
        pattern.push('*');
        from = variable.end;
    }
    pattern + text.get(from..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::checks::testing::catalog;
    use std::borrow::Cow;

    /// The places of the resources that the action can be used on; `None` where something is unknown.
    fn places(action: &str, resources: &[&str]) -> Option<Vec<usize>> {
        let tree = crate::engine::syntax::parse("0");
        let node = tree.root()?;
        let entry = |text: &str| Entry {
            node,
            text: Cow::Owned(text.to_owned()),
        };
        let named: Option<Vec<Named>> = resources
            .iter()
            .map(|text| Named::new(catalog(), entry(text)))
            .collect();
        Some(Use::new(catalog(), entry(action), &named?)?.resources)
    }

    #[test]
    fn tells_buckets_from_objects_and_roles_from_users() {
        let s3 = ["arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3:::b*"];
        let iam = [
            "arn:aws:iam::1:role/a/b",
            "arn:aws:iam::1:user/${aws:username}",
        ];
        let table: [(&str, &[&str], &[usize]); 7] = [
            ("s3:ListBucket", &s3, &[0, 2]),
            ("s3:getobject", &s3, &[1, 2]),
            ("s3:*", &s3, &[0, 1, 2]),
            ("s3:ListAllMyBuckets", &s3, &[]),
            ("iam:GetRole", &iam, &[0]),
            ("iam:GetUser", &iam, &[1]),
            ("iam:*User", &iam, &[1]),
        ];
        for (action, resources, expected) in table {
            assert_eq!(
                places(action, resources).as_deref(),
                Some(expected),
                "{action}"
            );
        }
    }

    #[test]
    fn says_nothing_about_what_is_unknown() {
        for (action, resource) in [
            ("s3:FrobnicateObject", "arn:aws:s3:::b"),
            ("*:Get*", "arn:aws:s3:::b"),
            ("iam:GetRole", "arn:aws:iam::1:robe/a"),
            ("iam:GetRole", "role/a"),
        ] {
            assert_eq!(places(action, &[resource]), None, "{action} on {resource}");
        }
    }
}
