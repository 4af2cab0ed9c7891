//! Texts that are too large to be checked at every key.

use super::*;
use iam_policy_editor::engine::analysis::View;
use iam_policy_editor::session::LARGE_TEXT;

/// A policy of more than a megabyte with a stand-in at its end.
fn large() -> String {
    let actions = "\"s3:GetObject\",\n".repeat(LARGE_TEXT / 16);
    format!(
        "{{\"Action\": [{actions}\"s3:PutObject\"], \"Resource\": \"arn:aws:s3:::{{{{bucket_name}}}}\",}}"
    )
}

#[test]
fn a_large_text_is_shown_plain_and_checked_on_request() {
    let text = large();
    let page = Page::with(&text);
    assert!(page.state.shown_plain && page.state.unchecked);
    assert_eq!(
        (&**page.state.displayed(), page.state.view_on_display()),
        (text.as_str(), View::Template)
    );
    assert_eq!(
        (
            page.state.analysis.placeholders().len(),
            page.state.kind_hint()
        ),
        (0, None)
    );
    let runs = page.state.analysis.highlights(View::Template);
    assert_eq!(runs.len(), 1, "one run of plain text");
    let verdict = page.state.analysis.verdict();
    assert!(
        verdict.sentence.starts_with("Not checked yet"),
        "{}",
        verdict.sentence
    );
    let page = page.then(Action::CheckNow);
    assert!(page.state.shown_plain && !page.state.unchecked);
    assert_eq!(page.state.analysis.placeholders().len(), 1);
    assert!(page.state.analysis.verdict().errors > 0);
}

#[test]
fn editing_a_large_text_leaves_it_unchecked_and_filling_it_in_does_not() {
    let page = Page::with(&large()).then(Action::CheckNow);
    let filled = page.then(value("bucket_name", "my-bucket"));
    assert!(!filled.state.unchecked);
    assert_eq!(
        &**filled.state.displayed(),
        filled.text(),
        "the template stays on display"
    );
    let edited = filled.then(insert(0, " "));
    assert!(edited.state.unchecked && edited.text().starts_with(" {"));
    let undone = edited.then(Action::Undo);
    assert!(undone.state.unchecked && undone.text().starts_with('{'));
}

#[test]
fn a_large_text_is_checked_before_it_is_copied() {
    let page = Page::with(&large()).then(Action::CopyPolicy);
    assert_eq!(page.effects, [Effect::FocusField("bucket_name".into())]);
    let page = page.then_all([value("bucket_name", "my-bucket"), Action::CopyPolicy]);
    let [Effect::WriteClipboard { text, .. }] = page.effects.as_slice() else {
        panic!("not copied")
    };
    assert!(text.contains("arn:aws:s3:::my-bucket"));
    let page = page.then(Action::CopyRefused);
    assert!(
        page.effects.is_empty() && page.notice().contains("Download"),
        "{}",
        page.notice()
    );
}

#[test]
fn a_text_that_is_no_longer_large_is_shown_like_any_other() {
    let page = Page::with(&large()).then(paste(BROKEN));
    assert!(!page.state.shown_plain && !page.state.unchecked);
    assert_eq!(page.state.analysis.verdict().errors, 2);
}
