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

/// Reads and checks an identity policy as the page does, and gives the number of findings.
pub fn check(text: &str, reference: &Arc<Catalog>) -> usize {
    let analysis = Analysis::new(Request {
        text: black_box(text),
        declared: &[],
        values: &Values::default(),
        kind: KindChoice::Set(PolicyKind::Identity),
        attachment: None,
        options: Options::default(),
        catalog: Some(reference),
        accepted: &[],
    });
    black_box(&analysis).findings().len()
}
