//! Runs the tests of the page's counting of text without the page: what a text field holds, and its positions.

use iam_policy_editor::engine;

#[path = "../src/web/editor/field_text.rs"]
mod field_text;
#[path = "../src/web/editor/offsets.rs"]
mod offsets;
