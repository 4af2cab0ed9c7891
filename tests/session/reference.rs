//! The AWS service reference arrives after the page, or does not.

use super::{Page, paste};
use iam_policy_editor::engine::catalog::{bundled_file, bundled_managed_policies, unpack};
use iam_policy_editor::session::Action;

const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}"#;

fn content() -> Vec<u8> {
    unpack(bundled_file()).unwrap()
}

fn loaded(content: Vec<u8>) -> Action {
    Action::ReferenceLoaded {
        content,
        managed_policies: None,
    }
}

#[test]
fn what_is_open_is_checked_again_once_the_reference_is_there() {
    let page = Page::with(POLICY);
    let only_syntax = page.state.analysis.rests_on();
    assert!(
        only_syntax.starts_with("Only syntax and grammar"),
        "{only_syntax}"
    );
    let page = page.then(loaded(content()));
    let catalog = page.state.reference.catalog.clone().unwrap();
    let with_names = page.state.analysis.rests_on();
    assert!(with_names.contains(catalog.date()), "{with_names}");
    assert_eq!(page.steps(), 1, "the reference is no step of the history");
    let page = page.then(paste(r#"{"Statement": []}"#));
    assert!(page.state.analysis.catalog().is_some());
}

#[test]
fn a_bad_reference_leaves_the_checks_of_syntax_and_says_so() {
    for cut in [0, 10, content().len() - 1] {
        let content = content().get(..cut).unwrap().to_vec();
        let page = Page::with(POLICY).then(loaded(content));
        assert!(page.state.analysis.catalog().is_none());
        let failure = page.state.reference.failure.unwrap_or_default();
        assert!(
            failure.contains("only syntax and grammar are checked"),
            "{failure}"
        );
    }
    let page = Page::with(POLICY).then(Action::ReferenceFailed("It did not arrive.".into()));
    assert_eq!(
        page.state.reference.failure.as_deref(),
        Some("It did not arrive.")
    );
}

#[test]
fn managed_policies_come_along_and_bad_ones_are_left_out() {
    let policies = unpack(bundled_managed_policies()).unwrap();
    for (managed_policies, are_there) in [(policies, true), (b"another file".to_vec(), false)] {
        let page = Page::with(POLICY).then(Action::ReferenceLoaded {
            content: content(),
            managed_policies: Some(managed_policies),
        });
        let catalog = page.state.reference.catalog.unwrap();
        let known = catalog.managed_policy("AWSBatchServiceRole").is_some();
        assert_eq!(known, are_there);
    }
}
