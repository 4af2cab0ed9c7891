//! Opening policies and templates, and finding the way back.

use super::*;
use iam_policy_editor::engine::policy::{Attachment, KindChoice, PolicyKind};
use iam_policy_editor::session::{Screen, Tone};

#[test]
fn the_start_page_has_nothing_open() {
    let page = Page::new();
    assert_eq!(
        (page.state.screen, page.state.document()),
        (Screen::Start, None)
    );
    assert_eq!(
        (&**page.state.displayed(), page.state.is_uncopied()),
        ("", false)
    );
    assert_eq!(page.then(Action::ShowEditor).state.screen, Screen::Start);
}

#[test]
fn a_pasted_policy_opens_the_editor() {
    let page = Page::with(BROKEN);
    assert_eq!(page.state.screen, Screen::Editor);
    assert_eq!(
        page.effects,
        [Effect::RememberText(BROKEN.into()), Effect::FocusEditor]
    );
    assert_eq!(page.state.document().unwrap().name, "Pasted policy");
    assert_eq!(
        page.state.analysis.verdict().errors,
        2,
        "both missing commas at once"
    );
}

#[test]
fn typing_on_the_start_page_goes_on_in_the_editor() {
    let page = Page::new().then(paste("{"));
    assert_eq!(
        page.effects.last(),
        Some(&Effect::SelectInEditor(Span::at(1)))
    );
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing_but_the_notice() {
    let page = Page::with(TRUST).then(Action::OpenFailed("It is gone.".into()));
    assert_eq!((page.text(), page.notice()), (TRUST, "It is gone."));
}

#[test]
fn a_file_is_named_after_itself_and_says_what_was_assumed() {
    let page = Page::new().then(Action::OpenBytes {
        name: "My policy.json".into(),
        bytes: TRUST.into(),
    });
    assert_eq!(
        (page.state.document().unwrap().name.as_str(), page.notice()),
        ("My policy", "")
    );
    let page = page.then(Action::OpenBytes {
        name: "b.json".into(),
        bytes: b"{\"Sid\": \"\xE9\"}".to_vec(),
    });
    assert_eq!(page.text(), "{\"Sid\": \"é\"}");
    assert!(page.notice().contains("Latin-1"), "{}", page.notice());
}

#[test]
fn a_template_brings_kind_place_fields_and_name() {
    let page = Page::with_gallery().then(choose("aws-batch-service-trust"));
    let document = page.state.document().unwrap();
    assert_eq!(document.kind, KindChoice::Set(PolicyKind::Trust));
    assert_eq!(page.state.attachment(), Some(Attachment::RoleTrust));
    assert_eq!(
        document.file_name("json"),
        format!("{}.json", slug(&document.name))
    );
    let page = page.then(choose("batchly-onboarding-user-as-published"));
    assert_eq!(page.state.attachment(), Some(Attachment::InlineUser));
    assert_eq!(
        page.effects.last(),
        Some(&Effect::FocusField("account_id".into()))
    );
    assert_eq!(
        page.state.analysis.placeholders()[1].label,
        "Onboarding user"
    );
}

fn slug(name: &str) -> String {
    name.to_lowercase()
        .replace(|c: char| !c.is_alphanumeric(), " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-")
}

#[test]
fn every_template_can_be_chosen() {
    for id in TEMPLATE_IDS {
        let page = Page::with_gallery().then(choose(id));
        assert_eq!(
            page.state.document().unwrap().template.as_deref(),
            Some(*id)
        );
        let kind = page.state.analysis.kind();
        assert!(
            Attachment::for_kind(kind).contains(&page.state.attachment().unwrap()),
            "{id}"
        );
    }
}

#[test]
fn what_is_opened_stands_beside_what_holds_work() {
    let page = Page::with_gallery()
        .then(paste(BROKEN))
        .then(choose("aws-batch-service-trust"));
    assert_eq!(page.state.workspace.documents.len(), 2);
    assert_eq!((page.notice(), page.text().is_empty()), ("", false));
    let page = page.then(Action::Undo);
    assert_eq!(page.text(), BROKEN);
    let page = Page::with(" ").then(paste(BROKEN));
    assert_eq!(
        page.state.workspace.documents.len(),
        1,
        "a blank one gives way"
    );
}

#[test]
fn a_template_only_looked_at_gives_way_to_the_next_and_undo_brings_it_back() {
    let looked_at = || Page::with_gallery().then(choose("batchly-onboarding-user"));
    let page = looked_at().then(choose("aws-batch-service-trust"));
    assert_eq!(page.state.workspace.documents.len(), 1);
    assert!(
        page.notice().contains("`Batchly onboarding user`") && page.notice().contains("Undo"),
        "{}",
        page.notice()
    );
    let page = page.then(Action::Undo);
    assert_eq!(
        page.state.document().unwrap().name,
        "Batchly onboarding user"
    );
    for touch in [value("user_name", "anna"), insert(0, " ")] {
        let page = looked_at().then_all([touch, choose("aws-batch-service-trust")]);
        assert_eq!(page.state.workspace.documents.len(), 2);
    }
}

#[test]
fn the_other_documents_stay_as_they_are() {
    let page = Page::with(BROKEN).then_all([paste(TRUST), value("user_name", "x"), insert(0, " ")]);
    let texts: Vec<&str> = page
        .state
        .workspace
        .documents
        .iter()
        .map(|document| &*document.text)
        .collect();
    assert_eq!(texts, [BROKEN, format!(" {TRUST}").as_str()]);
}

#[test]
fn the_gallery_says_why_it_is_not_there() {
    let page = Page::new().then(Action::GalleryFailed(
        "The templates could not be fetched.".into(),
    ));
    assert_eq!(
        page.state.gallery.failure.as_deref(),
        Some("The templates could not be fetched.")
    );
    let page = page.then(Action::GalleryLoaded("[".into()));
    assert!(
        page.state
            .gallery
            .failure
            .as_ref()
            .unwrap()
            .starts_with("The templates cannot be read")
    );
    let page = page.then(Action::GalleryLoaded(library()));
    assert_eq!(page.state.gallery.failure, None);
    let page = page.then(choose("no-such-template"));
    assert_eq!(
        page.state.notice.as_ref().map(|notice| notice.tone),
        Some(Tone::Warning)
    );
    assert_eq!(page.state.document(), None);
}

#[test]
fn the_place_follows_the_kind_until_it_is_chosen() {
    let page = Page::with(BROKEN);
    assert_eq!(
        (page.state.attachment(), page.state.kind_hint()),
        (Some(Attachment::Managed), None)
    );
    let page = page.then(paste(TRUST));
    assert_eq!(page.state.attachment(), Some(Attachment::RoleTrust));
    assert_eq!(
        page.state.kind_hint().as_deref(),
        Some("This is a trust policy: it belongs in the role's Trust relationships tab.")
    );
    let page = page.then(Action::SetAttachment(Attachment::Managed));
    assert_eq!(page.state.attachment(), Some(Attachment::Managed));
    assert!(page.state.kind_hint().is_some());
    let page = page.then(Action::SetKind(KindChoice::Set(PolicyKind::Scp)));
    assert_eq!(page.state.attachment(), Some(Attachment::Scp));
    let page = page.then_all([paste(BROKEN), Action::SetAttachment(Attachment::RoleTrust)]);
    assert!(page.state.kind_hint().unwrap().contains("identity policy"));
}

#[test]
fn a_notice_stays_until_it_is_answered() {
    let noticed = || Page::with("{}").then_all([paste("[]"), Action::CloseDocument(2)]);
    let id = noticed().state.notice.unwrap().id;
    for news in [Action::EditorReady, Action::Sealed, Action::FinishValue] {
        assert_eq!(noticed().then(news).state.notice.unwrap().id, id);
    }
    for answer in [Action::DismissNotice, Action::ShowGallery, insert(0, "x")] {
        assert_eq!(noticed().then(answer).state.notice, None);
    }
    let again = noticed().then_all([paste("{}"), Action::CloseDocument(2)]);
    assert_ne!(again.state.notice.unwrap().id, id);
}

#[test]
fn a_file_that_is_no_text_is_not_opened() {
    let page = Page::with(TRUST).then(Action::OpenBytes {
        name: "logo.png".into(),
        bytes: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".into(),
    });
    assert_eq!(page.text(), TRUST);
    assert!(
        page.notice().starts_with("This file is no text."),
        "{}",
        page.notice()
    );
}
