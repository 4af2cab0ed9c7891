//! What is wrong with a resource's ARN by the AWS reference, found once for all checks of its fields.

use super::arn_shape::{Shape, is_free, shape};
use super::context::Context;
use super::fix::Fix;
use super::resource::resources;
use super::wording::quoted;
use crate::engine::catalog::{Catalog, Standing};
use crate::engine::policy::{Arn, ArnField, FIELD_COUNT, has_variable, has_wildcard};
use crate::engine::syntax::NodeId;
use crate::engine::text::{Edit, Span};

/// A resource's ARN with one thing wrong.
#[derive(Clone, Copy, Debug)]
pub(super) struct FaultyArn {
    /// The string that is the ARN.
    pub node: NodeId,
    /// Where the field stands that is wrong.
    pub span: Span,
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    UnknownPartition,
    UnknownService,
    /// Nothing is known of the service but that AWS listed it once.
    RetiredService,
    /// No partition has the Region.
    UnknownRegion,
    /// The Region is one of another partition.
    RegionElsewhere,
    /// No resource type of the service has such a resource part.
    UnknownResource,
    /// A field is empty that all such resources have.
    Missing(ArnField),
    /// A field is filled in that no such resource has.
    NotAllowed(ArnField),
}

impl Fault {
    /// The field that is wrong.
    fn field(self) -> ArnField {
        match self {
            Self::UnknownPartition => ArnField::Partition,
            Self::UnknownService | Self::RetiredService => ArnField::Service,
            Self::UnknownRegion | Self::RegionElsewhere => ArnField::Region,
            Self::UnknownResource => ArnField::Resource,
            Self::Missing(field) | Self::NotAllowed(field) => field,
        }
    }
}

impl FaultyArn {
    /// The text of a field.
    pub fn field(self, ctx: &Context, field: ArnField) -> String {
        let text = ctx.tree.string(self.node).unwrap_or_default();
        Arn::cut(&text).field(field).unwrap_or_default().to_owned()
    }

    /// The text of the field that is wrong.
    pub fn text(self, ctx: &Context) -> String {
        self.field(ctx, self.fault.field())
    }

    /// Writes another text into a field, unless the ARN had other faults then.
    ///
    /// A stand-in such as `{{region}}` counts as a sound value.
    pub fn with(
        self,
        ctx: &Context,
        title: String,
        field: ArnField,
        text: impl AsRef<str>,
    ) -> Option<Fix> {
        let text = text.as_ref();
        let before = ctx.tree.string(self.node)?;
        let arn = Arn::cut(&before);
        let span = arn.field_span(ctx.tree, self.node, field)?;
        let mut after = before.clone().into_owned();
        after.replace_range(arn.range(field)?, text);
        let is_unfilled = |one| one == field && text.starts_with("{{");
        let had = faults(ctx.catalog?, &arn, &|_| false);
        let has = faults(ctx.catalog?, &Arn::cut(&after), &is_unfilled);
        let is_better = !has.contains(&self.fault) && has.iter().all(|one| had.contains(one));
        let edit = is_better.then(|| Edit::replace(span, text))?;
        Fix::choice_by_reference(title, [edit])
    }

    /// Names that may have been meant in the field that is wrong, as choices.
    pub fn choices<N: AsRef<str>>(
        self,
        ctx: &Context,
        names: impl IntoIterator<Item = N>,
    ) -> Vec<Fix> {
        let choice = |name: N| {
            let title = format!("Write {}", quoted(name.as_ref()));
            self.with(ctx, title, self.fault.field(), name)
        };
        names.into_iter().filter_map(choice).collect()
    }
}

/// Every fault, in the order of the text; none where there is no reference.
pub(super) fn faulty_arns(ctx: &Context) -> Vec<FaultyArn> {
    let mut faulty = Vec::new();
    let Some(catalog) = ctx.catalog else {
        return faulty;
    };
    for resource in resources(ctx) {
        let node = resource.entry.node;
        let arn = Arn::cut(&resource.entry.text);
        let span = |field| arn.field_span(ctx.tree, node, field);
        let is_unfilled = |field| span(field).is_none_or(|span| ctx.is_unfilled(span));
        faulty.extend(
            faults(catalog, &arn, &is_unfilled)
                .into_iter()
                .filter_map(|fault| {
                    let span = span(fault.field())?;
                    Some(FaultyArn { node, span, fault })
                }),
        );
    }
    faulty
}

/// What is wrong with an ARN; nothing where it is not whole.
fn faults(catalog: &Catalog, arn: &Arn, is_unfilled: &dyn Fn(ArnField) -> bool) -> Vec<Fault> {
    if arn.field_count() < FIELD_COUNT || arn.field(ArnField::Prefix) != Some("arn") {
        return Vec::new();
    }
    let judged = Judged {
        catalog,
        arn,
        is_unfilled,
    };
    let of_names = [judged.partition(), judged.service(), judged.region()];
    of_names
        .into_iter()
        .chain(judged.shape())
        .flatten()
        .collect()
}

/// A whole ARN, and which of its fields hold a placeholder without a value.
struct Judged<'j> {
    catalog: &'j Catalog,
    arn: &'j Arn<'j>,
    is_unfilled: &'j dyn Fn(ArnField) -> bool,
}

impl<'j> Judged<'j> {
    fn field(&self, field: ArnField) -> &'j str {
        self.arn.field(field).unwrap_or_default()
    }

    /// The text of a field that stands for itself: no wildcard, no variable, no placeholder without a value.
    fn literal(&self, field: ArnField) -> Option<&'j str> {
        let text = self.field(field);
        let is_literal = !has_wildcard(text) && !has_variable(text) && !(self.is_unfilled)(field);
        is_literal.then_some(text)
    }

    fn partition(&self) -> Option<Fault> {
        let id = self.literal(ArnField::Partition)?;
        (self.catalog.partition(id).is_none()).then_some(Fault::UnknownPartition)
    }

    fn service(&self) -> Option<Fault> {
        let service = self.literal(ArnField::Service)?;
        if self.catalog.is_arn_service(service) {
            return None;
        }
        let retired = self.catalog.retired_service(service);
        match retired.map(|retired| retired.standing) {
            Some(Standing::Accepted) => None,
            Some(Standing::Unjudged) => Some(Fault::RetiredService),
            Some(Standing::Refused) | None => Some(Fault::UnknownService),
        }
    }

    fn region(&self) -> Option<Fault> {
        let code = self.literal(ArnField::Region)?;
        if code.is_empty() {
            return None;
        }
        let Some(region) = self.catalog.region(code) else {
            return Some(Fault::UnknownRegion);
        };
        let partition = self.literal(ArnField::Partition)?;
        let is_elsewhere =
            region.partition.id != partition && self.catalog.partition(partition).is_some();
        is_elsewhere.then_some(Fault::RegionElsewhere)
    }

    /// What the resource types of the service say of the fields.
    fn shape(&self) -> [Option<Fault>; 3] {
        let service = self.literal(ArnField::Service);
        let shape = service
            .filter(|_| self.field(ArnField::Account) != AWS_ITSELF)
            .and_then(|service| shape(self.catalog, service, self.field(ArnField::Resource)));
        let Some(shape) = shape else {
            return [None; 3];
        };
        let is_unknown = self.is_unknown(shape);
        [
            is_unknown.then_some(Fault::UnknownResource),
            self.of_field(shape, ArnField::Region),
            self.of_field(shape, ArnField::Account),
        ]
    }

    fn of_field(&self, shape: Shape, field: ArnField) -> Option<Fault> {
        let text = self.literal(field)?;
        let (is_wrong, fault) = match text.is_empty() {
            true => (shape.requires(field), Fault::Missing(field)),
            false => (shape.refuses(field), Fault::NotAllowed(field)),
        };
        let is_free = || {
            let service = self.field(ArnField::Service);
            is_free(service, field, self.field(ArnField::Resource))
        };
        (is_wrong && !is_free()).then_some(fault)
    }

    /// AWS is lenient where a wildcard stands anywhere in the ARN.
    fn is_unknown(&self, shape: Shape) -> bool {
        let is_closed = |field: &ArnField| {
            let text = self.field(*field);
            !text.contains('*') && !has_variable(text) && !(self.is_unfilled)(*field)
        };
        shape.fits_nothing() && OPEN_FIELDS.iter().all(is_closed)
    }
}

/// The account of what AWS owns, whose ARNs no reference lists in full: `arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31`.
const AWS_ITSELF: &str = "aws";

/// The fields that may be left open in an ARN of a known service.
const OPEN_FIELDS: [ArnField; 4] = [
    ArnField::Partition,
    ArnField::Region,
    ArnField::Account,
    ArnField::Resource,
];
