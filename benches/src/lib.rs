//! What is timed: reading a policy as plain JSON, as a tree, and with every check.

mod exported;

use std::hint::black_box;
use std::sync::Arc;

use iam_policy_editor::engine::analysis::{Analysis, Request};
use iam_policy_editor::engine::catalog::Catalog;
use iam_policy_editor::engine::checks::Options;
use iam_policy_editor::engine::placeholders::Values;
use iam_policy_editor::engine::policy::{KindChoice, PolicyKind};
use iam_policy_editor::engine::syntax;
use serde_json::Value;

/// Reads a text with the reader that everything is measured against.
pub fn read_as_json(text: &str) {
    let _ = black_box(serde_json::from_str::<Value>(black_box(text)));
}

/// Reads a text as the lossless tree.
pub fn parse(text: &str) {
    black_box(syntax::parse(black_box(text)));
}

/// Reads and checks an identity policy as the page does at a key, and gives the number of findings.
///
/// The edits of all fixes are included; what they do to access is not, as the page asks for that once nobody types.
pub fn check(text: &str, reference: &Arc<Catalog>) -> usize {
    black_box(&analysis(text, reference)).findings().len()
}

/// [`check`], and what each fix does to access, as the command prints it.
pub fn check_and_label(text: &str, reference: &Arc<Catalog>) -> usize {
    let analysis = analysis(text, reference);
    let fixes = analysis
        .findings()
        .iter()
        .flat_map(|finding| &finding.fixes);
    fixes
        .inspect(|fix| {
            black_box(analysis.effect_of(fix));
        })
        .count()
}

fn analysis(text: &str, reference: &Arc<Catalog>) -> Analysis {
    Analysis::new(Request {
        text: black_box(text),
        declared: &[],
        values: &Values::default(),
        kind: KindChoice::Set(PolicyKind::Identity),
        attachment: None,
        options: Options::default(),
        catalog: Some(reference),
        accepted: &[],
    })
}
