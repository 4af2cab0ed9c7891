//! Copying, downloading, and what is said afterwards.

use super::*;
use iam_policy_editor::engine::analysis::View;
use iam_policy_editor::engine::policy::Attachment;
use iam_policy_editor::session::{CopyKind, PastingSteps, Tone};

fn filled() -> Page {
    Page::with(BROKEN).then_all([
        Action::FixAll,
        value("account_id", "2109-8765-4321"),
        value("user_name", "batchly-setup"),
    ])
}

/// The steps on display.
fn steps(page: &Page) -> Option<PastingSteps> {
    page.state
        .pasting_steps()
        .filter(|_| page.state.shows_pasting_steps)
}

fn copied(page: &Page) -> Option<(&str, CopyKind)> {
    page.effects.iter().find_map(|effect| match effect {
        Effect::WriteClipboard { text, kind } => Some((text.as_str(), *kind)),
        _ => None,
    })
}

#[test]
fn copies_valid_json_with_every_value_in_place() {
    let page = filled().then(Action::CopyPolicy);
    let (text, kind) = copied(&page).unwrap();
    assert_eq!(kind, CopyKind::Policy);
    assert_eq!(text.matches("210987654321").count(), 5);
    assert!(!text.contains("XXXX") && !text.contains("USERNAME"));
    let _: serde_json::Value = serde_json::from_str(text).unwrap();
}

#[test]
fn downloads_the_bytes_that_it_copies() {
    let page = filled().then(Action::CopyPolicy);
    let clipboard = copied(&page).unwrap().0.to_owned();
    let page = page.then(Action::Download);
    let [
        Effect::Download {
            file_name,
            media_type,
            text,
        },
    ] = page.effects.as_slice()
    else {
        panic!("{:?}", page.effects)
    };
    assert_eq!(
        (file_name.as_str(), media_type.as_str()),
        ("pasted-policy.json", "application/json")
    );
    assert_eq!(*text, clipboard);
    assert!(!page.state.is_uncopied());
}

#[test]
fn with_a_value_missing_nothing_is_copied_and_its_field_is_shown() {
    for action in [Action::CopyPolicy, Action::Download] {
        let page = Page::with(BROKEN).then(action.clone());
        assert_eq!(page.effects, [Effect::FocusField("account_id".into())]);
        assert_eq!(
            page.state.notice.as_ref().map(|notice| notice.tone),
            Some(Tone::Warning)
        );
        let page = page.then_all([value("account_id", "210987654321"), action]);
        assert_eq!(page.effects, [Effect::FocusField("user_name".into())]);
        assert!(page.state.is_uncopied());
    }
}

#[test]
fn a_value_that_is_not_valid_is_not_copied() {
    let page = filled().then_all([value("account_id", "12345"), Action::CopyPolicy]);
    assert_eq!(page.effects, [Effect::FocusField("account_id".into())]);
}

#[test]
fn the_template_is_copied_with_its_stand_ins() {
    let page = filled().then_all([
        Action::Undo,
        Action::Undo,
        Action::Undo,
        Action::CopyTemplate,
    ]);
    assert_eq!(copied(&page), Some((BROKEN, CopyKind::Template)));
    let page = page.then(Action::CopyDone(CopyKind::Template));
    assert!(!page.state.is_uncopied() && steps(&page).is_none());
}

#[test]
fn with_errors_left_it_copies_and_says_that_aws_will_reject_it() {
    let page = Page::with("{\"Version\": \"2012-10-17\",}").then(Action::CopyPolicy);
    assert!(copied(&page).is_some());
    let page = page.then(Action::CopyDone(CopyKind::Policy));
    assert!(
        page.notice().contains("AWS will reject this"),
        "{}",
        page.notice()
    );
    assert_eq!(
        page.state.notice.as_ref().map(|notice| notice.tone),
        Some(Tone::Warning)
    );
}

#[test]
fn where_to_paste_it_comes_from_the_template_or_else_from_the_place() {
    let page = Page::with_gallery().then_all([
        choose("aws-batch-service-trust-as-published"),
        Action::CopyPolicy,
        Action::CopyDone(CopyKind::Policy),
    ]);
    let after = steps(&page).unwrap();
    assert!(
        after
            .steps
            .iter()
            .any(|step| step.contains("Trust relationships"))
    );
    assert_eq!(
        after.console_url.as_deref(),
        Some("https://console.aws.amazon.com/iam/home#/roles")
    );

    let page = Page::with_gallery().then_all([
        choose("aws-batch-service-role-as-published"),
        Action::SetAttachment(Attachment::InlineRole),
        Action::CopyDone(CopyKind::Policy),
    ]);
    let after = steps(&page).unwrap();
    assert_eq!(
        after.steps,
        Attachment::InlineRole.steps(),
        "the template goes elsewhere"
    );

    let page = page.then_all([
        paste(TRUST),
        Action::SetPartition("aws-cn".into()),
        Action::CopyPolicy,
    ]);
    assert!(
        steps(&page).is_none(),
        "the steps of another document are gone"
    );
    let page = page.then(Action::CopyDone(CopyKind::Policy));
    let after = steps(&page).unwrap();
    assert!(
        after
            .console_url
            .as_ref()
            .unwrap()
            .starts_with("https://console.amazonaws.cn/")
    );
    let page = page.then(Action::ShowPastingSteps(false));
    assert!(steps(&page).is_none());
}

#[test]
fn the_steps_follow_the_settings_and_go_when_the_policy_changes() {
    let page = filled().then_all([Action::CopyPolicy, Action::CopyDone(CopyKind::Policy)]);
    let console = |page: &Page| steps(page).and_then(|steps| steps.console_url);
    let page = page.then_all([
        Action::SetPartition("aws-cn".into()),
        Action::ShowPastingSteps(true),
    ]);
    assert!(console(&page).is_some_and(|url| url.contains("amazonaws.cn")));
    let page = page.then(Action::SetAttachment(Attachment::InlineRole));
    assert_eq!(
        steps(&page).map(|steps| steps.steps).unwrap(),
        Attachment::InlineRole.steps()
    );
    for change in [value("user_name", "x"), insert(0, " "), paste(TRUST)] {
        let (state, _) = update(&page.state, change);
        assert!(!state.shows_pasting_steps);
    }
}

#[test]
fn the_steps_come_before_a_copy_when_asked_for_and_with_every_way_out() {
    let asked = Page::with(BROKEN).then(Action::ShowPastingSteps(true));
    assert!(steps(&asked).is_some());
    let saved = filled().then(Action::Download);
    assert!(steps(&saved).is_some());
    let refused = filled().then_all([Action::CopyPolicy, Action::CopyRefused]);
    assert!(steps(&refused).is_some());
    let with_stand_ins = filled().then_all([Action::CopyTemplate, Action::CopyRefused]);
    assert!(steps(&with_stand_ins).is_none());
}

#[test]
fn what_is_not_done_while_a_value_is_missing_is_said() {
    for (action, words) in [
        (Action::CopyPolicy, "Not copied yet"),
        (Action::Download, "Not saved yet"),
    ] {
        let page = Page::with(BROKEN).then(action);
        assert!(page.notice().starts_with(words), "{}", page.notice());
    }
}

#[test]
fn leaving_does_not_ask_about_a_template_as_it_is() {
    let page = Page::with_gallery().then(choose("batchly-onboarding-user"));
    assert!(!page.state.is_uncopied());
    let page = page.then(insert(0, " "));
    assert!(page.state.is_uncopied());
    let page = page.then_all([choose("aws-batch-service-trust"), Action::Undo]);
    assert!(page.state.is_uncopied(), "the edited template is back");
}

#[test]
fn a_refused_clipboard_selects_what_was_to_be_copied() {
    for (copy, view) in [
        (Action::CopyPolicy, View::Filled),
        (Action::CopyTemplate, View::Template),
    ] {
        let other = if view == View::Filled {
            View::Template
        } else {
            View::Filled
        };
        let page = filled().then_all([Action::SetView(other), copy, Action::CopyRefused]);
        assert_eq!(page.effects, [Effect::SelectAllInEditor]);
        assert_eq!(page.state.view, view);
        assert!(page.state.is_uncopied());
    }
}

#[test]
fn leaving_asks_after_every_change_until_it_is_copied() {
    let page = filled();
    assert!(page.state.is_uncopied());
    let page = page.then_all([Action::CopyPolicy, Action::CopyDone(CopyKind::Policy)]);
    assert!(!page.state.is_uncopied());
    for change in [value("user_name", "x"), insert(0, " "), Action::Undo] {
        let (state, _) = update(&page.state, change);
        assert!(state.is_uncopied());
    }
    for no_change in [
        Action::SetView(View::Template),
        Action::ShowGallery,
        Action::GoToPlace {
            finding: 0,
            place: 0,
        },
    ] {
        let (state, _) = update(&page.state, no_change);
        assert!(!state.is_uncopied());
    }
}

#[test]
fn where_there_is_no_policy_there_is_nothing_to_copy() {
    for page in [Page::new(), Page::with(" \n")] {
        let page = page.then(Action::CopyPolicy);
        assert_eq!(page.effects, []);
        assert!(page.notice().contains("no policy"), "{}", page.notice());
    }
}

#[test]
fn a_summary_is_copied_with_stand_ins_that_it_names_and_leaves_the_policy_uncopied() {
    let page = Page::with(BROKEN).then(Action::CopySummary);
    let (text, kind) = copied(&page).unwrap();
    assert_eq!(kind, CopyKind::Summary);
    assert!(text.starts_with("AWS will reject this: 2 errors. 2 values are still missing.\nWithout a value so far: `XXXXXXXXXXXXX`"));
    assert!(
        text.contains("\nWhat it permits\n! Administrator access by a detour"),
        "{text}"
    );
    let page = page.then(Action::CopyDone(CopyKind::Summary));
    assert!(page.state.is_uncopied() && !page.state.shows_pasting_steps);
    let said = |page: &Page| page.state.notice.as_ref().map(|notice| notice.text.clone());
    assert_eq!(said(&page).as_deref(), Some("Summary copied."));
    let refused = page.then_all([Action::CopySummary, Action::CopyRefused]);
    assert!(said(&refused).is_some_and(|words| words.contains("under What it permits")));
    assert!(refused.effects.is_empty());
}

#[test]
fn nothing_has_no_summary() {
    let page = Page::with(" ").then(Action::CopySummary);
    assert!(copied(&page).is_none() && page.state.notice.is_some());
}
