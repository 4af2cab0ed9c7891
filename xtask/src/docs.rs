//! Writes the pages that come from the declarations in the code: `docs/checks.md`.

use crate::Outcome;
use crate::workspace::cargo;

/// Runs the test that compares the pages with the code, and lets it write them.
pub fn run(_arguments: &[String]) -> Outcome {
    let mut test = cargo();
    test.args([
        "test",
        "--quiet",
        "--package",
        "iam-policy-editor",
        "--test",
        "docs",
    ])
    .env("UPDATE_DOCS", "1");
    if test.status()?.success() {
        Ok(())
    } else {
        Err("the pages could not be written".into())
    }
}
