//! Holds `docs/checks.md` to the declarations of the checks it is written from.
//!
//! `cargo xtask docs` writes it anew.

use iam_policy_editor::engine::checks::reference;

#[test]
fn the_page_of_the_checks_is_up_to_date() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/checks.md");
    let reference = reference();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(page, &reference).expect("docs/checks.md can be written");
    }
    let stored = std::fs::read_to_string(page).unwrap_or_default();
    assert!(
        stored == reference,
        "docs/checks.md is stale: run `cargo xtask docs`"
    );
}
