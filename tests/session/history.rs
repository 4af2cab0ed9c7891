//! One history over everything a person changes.

use super::*;
use iam_policy_editor::engine::policy::{Attachment, KindChoice, PolicyKind};
use iam_policy_editor::session::Screen;

#[test]
fn undo_and_redo_cover_every_way_to_change_the_workspace() {
    let start = || Page::with_gallery().then(paste(BROKEN));
    for (what, change) in [
        ("a value", value("account_id", "2109-8765-4321")),
        ("typing", insert(0, "x")),
        (
            "a paste",
            Action::PasteInto(Edits::from(Edit::insert(0, "xyz"))),
        ),
        (
            "one fix",
            Action::ApplyFix {
                finding: start().finding("JSON_SYNTAX_ERROR"),
                fix: 0,
            },
        ),
        ("every repair", Action::FixAll),
        (
            "the kind",
            Action::SetKind(KindChoice::Set(PolicyKind::Trust)),
        ),
        (
            "where it goes",
            Action::SetAttachment(Attachment::InlineUser),
        ),
        ("the partition", Action::SetPartition("aws-cn".into())),
        ("another template", choose("aws-batch-service-trust")),
        ("another text", paste(TRUST)),
        (
            "a file",
            Action::OpenBytes {
                name: "p.json".into(),
                bytes: b"{}".to_vec(),
            },
        ),
        ("a new document", Action::NewDocument),
        ("a set", Action::ChooseSet("genomics-on-batch".into())),
        ("closing a document", Action::CloseDocument(1)),
        (
            "a name",
            Action::RenameDocument {
                id: 1,
                name: "x".into(),
            },
        ),
    ] {
        let before = start();
        let after = start().then(change);
        assert_ne!(before.state.workspace, after.state.workspace, "{what}");
        let undone = Page {
            state: after.state.clone(),
            effects: Vec::new(),
        }
        .then(Action::Undo);
        assert_eq!(undone.state.workspace, before.state.workspace, "{what}");
        assert_eq!(
            undone.state.analysis.text(),
            before.state.analysis.text(),
            "{what}"
        );
        assert_eq!(undone.state.displayed(), before.state.displayed(), "{what}");
        let redone = undone.then(Action::Redo);
        assert_eq!(redone.state.workspace, after.state.workspace, "{what}");
        assert!(!redone.state.can_redo(), "{what}");
    }
}

#[test]
fn undo_goes_back_to_the_screen_that_the_workspace_belongs_to() {
    let page =
        Page::with_gallery().then_all([choose("batchly-onboarding-user"), Action::ShowGallery]);
    assert_eq!(page.state.screen, Screen::Start);
    let page = page.then_all([choose("aws-batch-service-trust"), Action::Undo]);
    assert_eq!(page.state.screen, Screen::Editor);
    assert_eq!(
        page.state.document().unwrap().template.as_deref(),
        Some("batchly-onboarding-user")
    );
    let page = page.then(Action::Undo);
    assert_eq!(
        (page.state.screen, page.state.document()),
        (Screen::Start, None)
    );
    let page = page.then(Action::Redo);
    assert_eq!(page.state.screen, Screen::Editor);
}

#[test]
fn a_new_step_ends_what_could_be_made_again() {
    let page = Page::with("{}").typing(1, "x").then(Action::Undo);
    assert!(page.state.can_redo());
    let page = page.typing(1, "y");
    assert!(!page.state.can_redo());
}

#[test]
fn what_changes_nothing_makes_no_step() {
    let page = Page::with("{}");
    for action in [
        Action::SetKind(KindChoice::Auto),
        Action::SetPartition("aws".into()),
        Action::SetPartition("no-such-partition".into()),
        Action::EditShown(Edits::default()),
        Action::FixAll,
        Action::ApplyFix { finding: 9, fix: 9 },
        Action::CopyPolicy,
        Action::FinishValue,
        value("no_such_name", "x"),
    ] {
        let (state, _) = update(&page.state, action);
        assert_eq!(state.workspace, page.state.workspace);
        assert_eq!(
            Page {
                state,
                effects: Vec::new()
            }
            .steps(),
            1
        );
    }
}

#[test]
fn with_nothing_to_undo_it_says_so() {
    let page = Page::new().then(Action::Undo);
    assert_eq!(
        page.effects,
        [Effect::Announce("There is nothing to undo.".into())]
    );
    let page = page.then(Action::Redo);
    assert_eq!(
        page.effects,
        [Effect::Announce("There is nothing to redo.".into())]
    );
}
