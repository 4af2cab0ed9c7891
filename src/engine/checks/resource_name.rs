//! How a resource part may have been meant that no resource of its service has.

use super::arn_fault::FaultyArn;
use super::context::Context;
use crate::engine::catalog::{ArnFormat, Catalog, nearest};
use crate::engine::policy::{ActionPattern, ArnField, Element, Statement};

/// The most resource parts that are suggested.
const MOST: usize = 3;

/// The same name behind the words that the service's resources begin with, at most three.
///
/// First come words spelt like the written one, then those of the types that the statement's actions work on.
pub(super) fn meant(ctx: &Context, arn: FaultyArn) -> Vec<String> {
    let Some(catalog) = ctx.catalog else {
        return Vec::new();
    };
    let (service, written) = (
        arn.field(ctx, ArnField::Service),
        arn.field(ctx, ArnField::Resource),
    );
    let (word, name) = written
        .split_once(SEPARATORS)
        .unwrap_or(("", written.as_str()));
    let formats = catalog.arn_formats_of(&service).map(|(_, format)| format);
    let starts: Vec<Start> = formats.filter_map(Start::of).collect();
    let near = nearest(word, starts.iter().map(|start| start.word));
    let near = near
        .into_iter()
        .flat_map(|word| starts.iter().filter(move |start| start.word == word));
    let mut meant: Vec<String> = Vec::new();
    for start in near.copied().chain(of_actions(ctx, catalog, arn, &service)) {
        let text = format!("{}{}{name}", start.word, start.separator);
        if !meant.contains(&text) {
            meant.push(text);
        }
    }
    meant.truncate(MOST);
    meant
}

const SEPARATORS: [char; 2] = ['/', ':'];

/// How the resource part of a format begins: `function:`.
#[derive(Clone, Copy)]
struct Start<'c> {
    word: &'c str,
    separator: char,
}

impl<'c> Start<'c> {
    /// The start of a format that is one word and one name.
    fn of(format: ArnFormat<'c>) -> Option<Self> {
        let resource = format.resource();
        let (word, rest) = resource.split_once(SEPARATORS)?;
        let separator = resource.get(word.len()..)?.chars().next()?;
        let is_one_name = rest.starts_with("${") && rest.find('}') == Some(rest.len() - 1);
        (is_one_name && !word.contains('$')).then_some(Self { word, separator })
    }
}

/// The starts of the types that the actions of the ARN's statement work on.
fn of_actions<'c>(
    ctx: &Context,
    catalog: &'c Catalog,
    arn: FaultyArn,
    service: &str,
) -> Vec<Start<'c>> {
    let mut statements = ctx.policy.statements().iter();
    let holds = |statement: &&Statement| ctx.tree.span(statement.node).covers(arn.span);
    let Some(statement) = statements.find(holds) else {
        return Vec::new();
    };
    let actions = statement.entries(Element::Action).take(MOST_ACTIONS);
    let actions = actions.filter_map(|entry| {
        let pattern = ActionPattern::new(&entry.text);
        catalog.action(pattern.service()?, pattern.name())
    });
    let types = actions
        .flat_map(|action| action.targets())
        .map(|target| target.resource_type());
    let formats = types.flat_map(|of| of.arn_formats());
    let formats = formats.filter(|format| format.service() == service);
    formats.filter_map(Start::of).collect()
}

/// The most actions of a statement that are looked at.
const MOST_ACTIONS: usize = 20;
