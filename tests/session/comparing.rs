//! "Does mine match?": what the active policy can be compared with, what comes of it, and what is kept of it.

use super::*;
use iam_policy_editor::engine::catalog::{bundled_file, bundled_managed_policies, unpack};
use iam_policy_editor::engine::matching::{Match, Outcome};
use iam_policy_editor::session::{CompareAction, CopyKind, Counterpart};

const SERVICE_ROLE: &str = include_str!("../fixtures/published/aws-batch-service-role.json.txt");
const SERVICE_TRUST: &str = include_str!("../fixtures/published/aws-batch-service-trust.json.txt");

/// The same as `TRUST`, spelled otherwise.
const TRUST_AGAIN: &str = r#"{"Statement": [{"Action": ["STS:assumerole"], "Principal": {"Service": ["batch.amazonaws.com"]}, "Effect": "Allow"}], "Version": "2012-10-17"}"#;

impl Page {
    /// The editor with templates, reference and a pasted policy.
    fn knowing_all_with(text: &str) -> Self {
        let reference = Action::ReferenceLoaded {
            content: unpack(bundled_file()).unwrap(),
            managed_policies: Some(unpack(bundled_managed_policies()).unwrap()),
        };
        Page::with_gallery().then(reference).then(paste(text))
    }

    fn found(&self) -> Option<&Match> {
        self.state.comparing.as_ref()?.found.as_deref()
    }

    fn headline(&self) -> &str {
        self.found().map_or("", |found| found.outcome.headline())
    }

    fn compared_with(&self) -> Option<String> {
        let with = self.state.comparing.as_ref()?.with.as_ref()?;
        Some(with.id())
    }
}

fn with(id: &str) -> Action {
    Action::Compare(CompareAction::With(
        Counterpart::from_id(id).expect("an id of a counterpart"),
    ))
}

fn text_to_compare(text: &str) -> Action {
    Action::Compare(CompareAction::SetText(text.into()))
}

#[test]
fn what_the_policy_comes_closest_to_stands_first_and_is_compared_at_once() {
    for (policy, closest) in [
        (SERVICE_ROLE, Some("managed:AWSBatchServiceRole")),
        (SERVICE_TRUST, Some("template:aws-batch-service-trust")),
        (r#"{"Statement": []}"#, None),
    ] {
        let page = Page::knowing_all_with(policy).then(Action::Compare(CompareAction::Begin));
        assert_eq!(page.compared_with().as_deref(), closest);
        assert_eq!(page.found().is_some(), closest.is_some());
        let groups = page.state.counterparts();
        let first = groups.first().unwrap();
        assert_eq!(first.title == "Closest", closest.is_some());
        assert!(groups.iter().all(|group| !group.entries.is_empty()));
    }
}

#[test]
fn the_published_trust_policy_lacks_the_two_conditions_of_the_template() {
    let page = Page::knowing_all_with(SERVICE_TRUST).then(Action::Compare(CompareAction::Begin));
    assert_eq!(page.headline(), "Differs: yours gives more access");
    let found = page.found().unwrap();
    let [pair] = &found.pairs[..] else {
        panic!("{:?}", found.pairs)
    };
    let [change] = &pair.changes[..] else {
        panic!("{:?}", pair.changes)
    };
    assert_eq!(
        (
            change.element,
            change.only_mine.len(),
            change.only_theirs.len()
        ),
        ("Condition", 0, 2)
    );
}

#[test]
fn the_published_service_role_lacks_three_actions_of_the_managed_policy() {
    let page = Page::knowing_all_with(SERVICE_ROLE).then(with("managed:AWSBatchServiceRole"));
    let found = page.found().unwrap();
    let missing: Vec<&str> = found
        .pairs
        .iter()
        .flat_map(|pair| &pair.changes)
        .filter(|change| change.element == "Action")
        .flat_map(|change| change.only_theirs.iter().map(String::as_str))
        .collect();
    assert_eq!(missing.len(), 3, "{missing:?}");
}

#[test]
fn every_counterpart_on_offer_has_an_id_and_a_name_and_the_first_of_each_group_is_compared() {
    let page = Page::knowing_all_with(TRUST).then(choose(TEMPLATE_IDS[0]));
    for group in page.state.counterparts() {
        for (counterpart, label) in &group.entries {
            assert_eq!(
                Counterpart::from_id(&counterpart.id()).as_ref(),
                Some(counterpart)
            );
            assert!(
                page.state.counterpart_name(counterpart).is_some(),
                "{label}"
            );
        }
        let first = group.entries[0].0.clone();
        let is_text = first == Counterpart::Text;
        let (state, _) = update(&page.state, Action::Compare(CompareAction::With(first)));
        assert_eq!(
            state.comparing.unwrap().found.is_none(),
            is_text,
            "{}",
            group.title
        );
    }
}

#[test]
fn a_pasted_text_is_compared_at_every_key_and_taken_out_of_what_stands_round_it() {
    let page = Page::with(TRUST).then(with("text"));
    assert_eq!(page.headline(), "");
    for (text, headline) in [
        (TRUST_AGAIN.to_owned(), "Matches: nothing to do"),
        (
            format!("```json\n{TRUST_AGAIN}\n```\n"),
            "Matches: nothing to do",
        ),
        (
            TRUST.replace("batch", "ecs"),
            "Differs: yours gives more access and less",
        ),
        ("no policy".to_owned(), "Not compared"),
        (String::new(), ""),
    ] {
        let page = Page {
            state: page.state.clone(),
            effects: Vec::new(),
        };
        assert_eq!(
            page.then(text_to_compare(&text)).headline(),
            headline,
            "{text}"
        );
    }
}

#[test]
fn the_comparison_follows_what_is_typed_and_which_document_is_shown() {
    let page = Page::with(TRUST)
        .then(with("text"))
        .then(text_to_compare(TRUST_AGAIN));
    assert_eq!(page.headline(), "Matches: nothing to do");
    let at = TRUST.find("batch.").unwrap();
    let page = page.then(replace(at, at + 5, "ecs"));
    assert!(
        page.headline().starts_with("Differs"),
        "{}",
        page.headline()
    );
    let page = page.then(Action::Undo);
    assert_eq!(page.headline(), "Matches: nothing to do");
    let page = page.then(Action::NewDocument);
    assert_eq!(
        page.headline(),
        "",
        "a blank document is compared with nothing"
    );
    let page = page.then(Action::ShowDocument(1));
    assert_eq!(page.headline(), "Matches: nothing to do");
}

#[test]
fn values_count_on_both_sides_and_stand_ins_without_one_are_bound() {
    let stand_in = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::<bucket_name>/*"}}"#;
    let filled = stand_in.replace("<bucket_name>", "genomes-2024");
    let page = Page::with(&filled)
        .then(with("text"))
        .then(text_to_compare(stand_in));
    let found = page.found().unwrap();
    assert!(found.outcome.is_same());
    let bound: Vec<(&str, &str)> = found
        .bindings
        .iter()
        .map(|one| (one.written.as_str(), one.value.as_str()))
        .collect();
    assert_eq!(bound, [("<bucket_name>", "genomes-2024")]);
    assert!(found.text_to_copy.contains("genomes-2024"));
    let page = page
        .then(paste(stand_in))
        .then(value("bucket_name", "other-bucket"));
    assert!(page.found().unwrap().outcome.is_same());
    assert!(page.found().unwrap().text_to_copy.contains("other-bucket"));
}

#[test]
fn another_document_is_compared_until_it_is_the_one_on_display() {
    let page = Page::with(TRUST)
        .then(paste(TRUST_AGAIN))
        .then(with("document:1"));
    assert_eq!(page.found().map(|found| found.outcome), Some(Outcome::Same));
    let page = page.then(Action::ShowDocument(1));
    assert_eq!(page.found(), None);
}

#[test]
fn what_was_chosen_before_a_policy_is_there_is_compared_once_it_is() {
    let page = Page::with_gallery().then(with("template:aws-batch-service-trust"));
    assert!(
        page.notice().contains("it is then compared with"),
        "{}",
        page.notice()
    );
    let page = page.then(paste(SERVICE_TRUST));
    assert_eq!(page.headline(), "Differs: yours gives more access");
    let page = page
        .then(Action::ShowGallery)
        .then(with("template:batchly-onboarding-user"));
    assert_eq!(
        page.state.screen,
        iam_policy_editor::session::Screen::Editor
    );
}

#[test]
fn a_comparison_ends_when_it_is_closed_and_with_the_last_document() {
    let page = Page::with(TRUST)
        .then(Action::Compare(CompareAction::Begin))
        .then(Action::Compare(CompareAction::Stop));
    assert_eq!(page.state.comparing, None);
    let page = page
        .then(Action::Compare(CompareAction::Begin))
        .then(Action::CloseDocument(1));
    assert_eq!(page.state.comparing, None);
}

#[test]
fn the_counterpart_is_copied_and_the_policy_stays_uncopied() {
    let page = Page::with(TRUST)
        .then(with("text"))
        .then(Action::Compare(CompareAction::CopyCounterpart));
    assert!(page.effects.is_empty(), "there is nothing to copy yet");
    let page = page
        .then(text_to_compare(TRUST_AGAIN))
        .then(Action::Compare(CompareAction::CopyCounterpart));
    let [
        Effect::WriteClipboard {
            text,
            kind: CopyKind::Counterpart,
        },
    ] = &page.effects[..]
    else {
        panic!("{:?}", page.effects)
    };
    assert_eq!(Some(text), page.found().map(|found| &found.text_to_copy));
    let is_uncopied = page.state.is_uncopied();
    let page = page.then(Action::CopyDone(CopyKind::Counterpart));
    assert_eq!(page.state.is_uncopied(), is_uncopied);
    assert!(page.notice().starts_with("Copied"), "{}", page.notice());
}

#[test]
fn a_credential_in_the_text_to_compare_empties_it() {
    let key = "AKIAQ3EGRTV7LK2WNB5X";
    let plain = TRUST.replace("2012-10-17", key);
    let encoded = format!(
        r#"{{"PolicyVersion": {{"VersionId": "v1", "IsDefaultVersion": true, "Document": "{}"}}}}"#,
        plain
            .replace('"', "%22")
            .replace('{', "%7B")
            .replace("AKIA", "%41KIA")
    );
    for text in [plain, encoded] {
        let page = Page::with(TRUST)
            .then(with("text"))
            .then(text_to_compare(&text));
        let comparing = page.state.comparing.as_ref().unwrap();
        assert_eq!((&*comparing.pasted, page.found()), ("", None), "{text}");
        assert!(page.state.refusal.is_some());
        assert!(!format!("{:?}{:?}", page.state, page.effects).contains(key));
    }
}

#[test]
fn comparing_is_no_step_of_the_history() {
    let page = Page::knowing_all_with(TRUST);
    let steps = page.steps();
    let page = page
        .then(Action::Compare(CompareAction::Begin))
        .then(with("text"))
        .then(text_to_compare(TRUST_AGAIN))
        .then(Action::Compare(CompareAction::CopyCounterpart));
    assert_eq!(page.steps(), steps);
}
