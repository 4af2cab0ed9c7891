//! Credentials stay out, whichever way they come.

use super::*;
use iam_policy_editor::engine::analysis::View;
use iam_policy_editor::session::RefusalTarget;

/// Made up, and of the right shape.
const KEY_ID: &str = "AKIAQ3EGRTV7LK2WNB5X";
const SECRET: &str = "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";

fn with_secret() -> String {
    format!(
        "{{\"Sid\": \"Key {KEY_ID}\",\n \"aws_access_key_id\": \"{KEY_ID}\",\n \"aws_secret_access_key\": \"{SECRET}\"}}"
    )
}

/// Whether the key or its secret is anywhere in the state, its history, or what the page is asked to do.
fn is_kept(page: &Page) -> bool {
    let everything = format!("{:?}{:?}", page.state, page.effects);
    everything.contains(KEY_ID) || everything.contains(SECRET)
}

fn ways_in() -> Vec<(&'static str, Action, RefusalTarget)> {
    let text = with_secret();
    let pasted = |name: &str| RefusalTarget::Document {
        name: Some(name.into()),
    };
    vec![
        ("opened", paste(&text), pasted("Pasted policy")),
        (
            "a file",
            Action::OpenBytes {
                name: "keys.json".into(),
                bytes: text.clone().into_bytes(),
            },
            pasted("keys"),
        ),
        (
            "a file in UTF-16",
            Action::OpenBytes {
                name: format!("{KEY_ID}.json"),
                bytes: [0xFF, 0xFE]
                    .into_iter()
                    .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
                    .collect(),
            },
            pasted("Pasted policy"),
        ),
        (
            "pasted",
            Action::PasteInto(Edits::from(Edit::insert(0, text.clone()))),
            RefusalTarget::Text,
        ),
        ("typed", insert(1, &text), RefusalTarget::Text),
        (
            "in a field",
            value("account_id", &text),
            RefusalTarget::Value {
                name: "account_id".into(),
            },
        ),
        (
            "in the search",
            Action::SearchGallery(text),
            RefusalTarget::Search,
        ),
    ]
}

#[test]
fn whatever_way_it_comes_the_former_state_stays() {
    for (way, action, target) in ways_in() {
        let before = Page::with_gallery().then(paste(BROKEN));
        let page = Page {
            state: before.state.clone(),
            effects: Vec::new(),
        }
        .then(action);
        let refusal = page
            .state
            .refusal
            .as_ref()
            .unwrap_or_else(|| panic!("{way}: not refused"));
        assert_eq!(refusal.target, target, "{way}");
        assert!(
            refusal.reason.contains("an access key ID"),
            "{way}: {}",
            refusal.reason
        );
        assert_eq!(page.state.workspace, before.state.workspace, "{way}");
        assert_eq!(page.state.gallery.query, "", "{way}");
        assert_eq!(page.steps(), before.steps(), "{way}");
        assert_eq!(page.effects, [], "{way}");
        assert!(!is_kept(&page), "{way}");
    }
}

#[test]
fn the_text_can_be_taken_in_with_the_secret_cut_out() {
    for (way, action, target) in ways_in() {
        let before = Page::with_gallery().then(paste(BROKEN));
        let page = before.then_all([action, Action::PasteWithSecretCut]);
        assert_eq!(page.state.refusal, None, "{way}");
        assert!(!is_kept(&page), "{way}");
        let taken = match target {
            RefusalTarget::Value { name } => page.value(&name).to_owned(),
            RefusalTarget::Search => page.state.gallery.query.clone(),
            _ => page.text().to_owned(),
        };
        assert!(taken.contains("aws_access_key_id"), "{way}: {taken}");
    }
}

#[test]
fn what_was_there_before_can_be_kept() {
    let page = Page::with(BROKEN).then_all([
        paste(&with_secret()),
        Action::DismissRefusal,
        Action::PasteWithSecretCut,
    ]);
    assert_eq!((page.state.refusal.as_ref(), page.text()), (None, BROKEN));
}

#[test]
fn a_refusal_is_over_once_something_else_is_changed() {
    let page = Page::with(BROKEN).then_all([paste(&with_secret()), insert(0, " ")]);
    assert_eq!(page.state.refusal, None);
}

#[test]
fn a_secret_that_becomes_one_only_where_it_stands_is_refused_too() {
    let labelled = "{\"SecretAccessKey\": \"{{token}}\"}";
    let halves = "{\"Sid\": \"AKIAQ3EGRT{{token}}\"}";
    let named = "{\"Sid\": \"{{secret_access_key}}\"}";
    for (text, name, half) in [
        (labelled, "token", SECRET),
        (halves, "token", "V7LK2WNB5X"),
        (named, "secret_access_key", SECRET),
    ] {
        let page = Page::with(text).then(value(name, half));
        let refusal = page
            .state
            .refusal
            .as_ref()
            .unwrap_or_else(|| panic!("{text}: not refused"));
        assert_eq!(
            refusal.cut, None,
            "{text}: there is nothing to cut out of the value by itself"
        );
        assert_eq!(page.value(name), "", "{text}");
        assert!(!is_kept(&page), "{text}");
        let page = page.then(Action::PasteWithSecretCut);
        assert_eq!(page.value(name), "", "{text}");
    }
}

#[test]
fn what_only_looks_like_a_credential_is_let_in() {
    let thumbprint = "9e99a48a9960b14926bb7f3b02e22da2b0ab7280";
    for text in [
        "{\"Sid\": \"AKIAIOSFODNN7EXAMPLE\"}".to_owned(),
        format!("{{\"Condition\": {{\"StringEquals\": {{\"x:thumbprint\": \"{thumbprint}\"}}}}}}"),
        "{\"aws:userid\": \"AROAQ3EGRTV7LK2WNB5X:*\"}".to_owned(),
    ] {
        let page = Page::with(&text);
        assert_eq!(
            (page.state.refusal.as_ref(), page.text()),
            (None, text.as_str())
        );
    }
}

/// Whether half of the key is anywhere in the state or its history.
fn is_half_kept(page: &Page) -> bool {
    let half: String = KEY_ID.chars().take(10).collect();
    format!("{:?}{:?}", page.state, page.effects).contains(&half)
}

#[test]
fn of_a_key_that_was_typed_nothing_stays_in_the_text_or_its_history() {
    let start: String = KEY_ID.chars().take(15).collect();
    let (corrected, end) = (&KEY_ID[14..15], &KEY_ID[15..]);
    for (way, page) in [
        ("in one go", Page::with("{}").typing(1, KEY_ID)),
        (
            "with a key corrected",
            Page::with("{}")
                .typing(1, &start)
                .then(delete(15, 16))
                .typing(15, corrected)
                .typing(16, end),
        ),
        (
            "in two goes",
            Page::with("{}")
                .typing(1, &start)
                .then(Action::SetView(View::Template))
                .typing(16, end),
        ),
    ] {
        assert!(page.state.refusal.is_some(), "{way}");
        let page = page.then(Action::DismissRefusal);
        assert_eq!(page.text(), "{}", "{way}");
        assert!(!is_half_kept(&page), "{way}");
        assert_eq!(page.steps(), 1, "{way}: only the paste is left");
    }
}

#[test]
fn of_a_key_that_was_typed_nothing_stays_in_its_field() {
    let keys = (1..=KEY_ID.len()).map(|end| value("user_name", &KEY_ID[..end]));
    let page = Page::with(BROKEN).then_all(keys);
    assert!(page.state.refusal.is_some());
    assert_eq!((page.value("user_name"), page.text()), ("", BROKEN));
    assert!(!is_half_kept(&page));
}
