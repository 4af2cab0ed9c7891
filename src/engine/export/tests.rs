//! What holds for every format, and what the tests of each use.

use super::*;
use crate::engine::placeholders::{FillMode, Values, fill, recognise};
use crate::engine::policy::{Attachment, Policy, PolicyKind, kind_of};
use crate::engine::syntax::parse;

/// What a test says about a policy beside its text.
#[derive(Default, Clone)]
pub(super) struct Case {
    pub place: Option<Attachment>,
    pub names: Names,
    pub parameters: bool,
    /// Whether nothing in the text is a stand-in, whatever it looks like.
    pub is_literal: bool,
}

/// The policies in a format; each with its case.
pub(super) fn exported(id: &str, policies: &[(&str, Case)]) -> Result<Export, Refusal> {
    let trees: Vec<_> = policies.iter().map(|(text, _)| parse(text)).collect();
    let recognised = trees
        .iter()
        .zip(policies)
        .map(|(tree, (_, case))| match case.is_literal {
            true => Vec::new(),
            false => recognise(tree, &[]),
        });
    let placeholders: Vec<_> = recognised.collect();
    let filled = trees.iter().zip(&placeholders);
    let filled: Vec<_> = filled
        .map(|(tree, found)| fill(tree, found, &Values::default(), FillMode::Shown))
        .collect();
    let parts = policies
        .iter()
        .zip(&trees)
        .zip(placeholders.iter().zip(&filled));
    let inputs: Vec<ExportInput> = parts
        .map(
            |(((text, case), tree), (placeholders, filled))| ExportInput {
                template: text,
                shown: &filled.text,
                kind: kind_for(case, tree),
                attachment: case.place.or_else(|| Attachment::guess(&Policy::new(tree))),
                placeholders,
                pieces: &filled.pieces,
                names: &case.names,
                parameters: case.parameters,
            },
        )
        .collect();
    find(id).unwrap().export(&inputs)
}

fn kind_for(case: &Case, tree: &crate::engine::syntax::Tree) -> PolicyKind {
    let mut kinds = PolicyKind::ALL.iter();
    let takes = |kind: &&PolicyKind| {
        case.place
            .is_some_and(|place| Attachment::for_kind(**kind).contains(&place))
    };
    kinds
        .find(takes)
        .copied()
        .unwrap_or_else(|| kind_of(&Policy::new(tree)))
}

/// One policy in a format, nothing else said.
pub(super) fn export(id: &str, text: &str) -> String {
    exported(id, &[(text, Case::default())]).unwrap().text
}

/// One policy in a format, with nothing in it taken for a stand-in.
pub(super) fn export_literally(id: &str, text: &str) -> String {
    let case = Case {
        is_literal: true,
        ..Case::default()
    };
    exported(id, &[(text, case)]).unwrap().text
}

/// Why one policy is not exported.
pub(super) fn refusal(id: &str, text: &str) -> Refusal {
    exported(id, &[(text, Case::default())]).unwrap_err()
}

#[test]
fn every_format_is_found_by_its_id_which_the_command_line_can_take() {
    for exporter in EXPORTERS {
        let id = exporter.id;
        assert!(std::ptr::eq(find(id).unwrap(), exporter), "{id} twice");
        let is_plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(id.chars().all(is_plain), "{id}");
        assert!(id != "list", "`--export list` names the formats");
        assert!(exporter.purpose.ends_with('.'), "{id}: a sentence");
    }
}

#[test]
fn a_saved_file_is_named_after_the_kind_of_policy() {
    let case = Case {
        place: Some(Attachment::RoleTrust),
        ..Case::default()
    };
    let export = exported("json", &[("{}", case)]).unwrap();
    assert_eq!(export.file_name, "trust-policy.json");
}

#[test]
fn a_format_without_parameters_names_the_values_that_are_missing() {
    let policy = r#"{"Statement": {"Resource": ["arn:aws:s3:::<BUCKET_NAME>", "arn:aws:s3:::{{prefix}}-x"]}}"#;
    for exporter in EXPORTERS {
        let case = Case {
            parameters: exporter.stand_ins == StandIns::Refused,
            ..Case::default()
        };
        let result = exported(exporter.id, &[(policy, case)]);
        if exporter.stand_ins == StandIns::Kept {
            assert!(result.is_ok(), "{}", exporter.id);
            continue;
        }
        assert_eq!(
            result.unwrap_err().to_string(),
            "These have no value that can be used yet: `bucket_name` and `prefix`. Fill them in first.",
            "{}",
            exporter.id
        );
    }
}
