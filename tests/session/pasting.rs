//! Texts that come in whole: what they are is said, their policies are opened, and one undo brings back what was pasted.

use super::*;
use iam_policy_editor::engine::catalog::{bundled_file, bundled_managed_policies, unpack};
use iam_policy_editor::session::{Owner, OwnerKind, PasteAction, PasteReport};

const CLOUDFORMATION: &str = include_str!("../fixtures/pastes/cloudformation.yaml");
const MISINDENTED: &str = include_str!("../fixtures/pastes/misindented.yaml");

impl Page {
    fn report(&self) -> PasteReport {
        self.state.paste_report().expect("something is said")
    }

    fn names(&self) -> Vec<&str> {
        let documents = self.state.workspace.documents.iter();
        documents.map(|document| document.name.as_str()).collect()
    }
}

fn open_one(number: usize) -> Action {
    Action::Paste(PasteAction::OpenPolicy(number))
}

fn fenced(policy: &str) -> String {
    format!("```json\n{policy}\n```\n")
}

#[test]
fn a_policy_with_only_fences_round_it_opens_at_once_and_undo_brings_the_fences_back() {
    let page = Page::with(&fenced(TRUST));
    assert_eq!(page.text(), TRUST);
    assert!(page.report().is_taken_out && page.report().policies.is_empty());
    assert_eq!(page.report().summary, "A Markdown page with 1 policy.");
    assert!(
        page.effects
            .contains(&Effect::Announce("A Markdown page with 1 policy.".into()))
    );
    let page = page.then(Action::Undo);
    assert_eq!((page.text(), page.steps()), (&*fenced(TRUST), 1));
    assert_eq!(page.report().policies.len(), 1);
    let page = page.then(Action::Paste(PasteAction::OpenPolicies));
    assert_eq!((page.text(), page.names().len()), (TRUST, 1));
}

#[test]
fn a_policy_by_itself_opens_as_it_is_without_a_word() {
    for text in [TRUST, BROKEN, &format!("{TRUST}\n\n")] {
        let page = Page::with(text);
        assert_eq!((page.text(), page.state.paste_report()), (text, None));
    }
}

#[test]
fn every_policy_of_a_template_opens_with_the_resource_it_belongs_to() {
    let page = Page::with(CLOUDFORMATION);
    let offered = page.report().policies;
    assert_eq!((page.text(), page.names().len()), (CLOUDFORMATION, 1));
    let page = page.then(Action::Paste(PasteAction::OpenPolicies));
    assert_eq!(page.names().len(), offered.len());
    let owner = |document: &iam_policy_editor::session::Document| document.owner.clone();
    let owners: Vec<Option<Owner>> = page.state.workspace.documents.iter().map(owner).collect();
    let role = owners
        .iter()
        .flatten()
        .find(|owner| owner.what == OwnerKind::Role);
    assert!(role.is_some(), "{owners:?}");
    let page = page.then(Action::Undo);
    assert_eq!((page.text(), page.steps()), (CLOUDFORMATION, 1));
}

#[test]
fn one_policy_of_several_opens_beside_the_pasted_text() {
    let page = Page::with(CLOUDFORMATION).then(open_one(1));
    let name = page.state.document().unwrap().name.clone();
    assert_eq!(page.names(), ["Pasted policy", &name]);
    let page = page.then(Action::ShowDocument(1));
    let open: Vec<bool> = page
        .report()
        .policies
        .iter()
        .map(|one| one.is_open)
        .collect();
    assert!(open[1] && !open[0], "{open:?}");
    let again =
        Page::with(CLOUDFORMATION).then_all([open_one(1), Action::ShowDocument(1), open_one(1)]);
    assert_eq!(again.names().len(), 2, "it is shown, not opened twice");
    let rest = page.then(Action::Paste(PasteAction::OpenPolicies));
    assert!(
        !rest.names().contains(&"Pasted policy"),
        "{:?}",
        rest.names()
    );
    assert_eq!(rest.names().len(), open.len());
}

#[test]
fn misindented_yaml_opens_with_the_mistake_named_at_every_entry() {
    let page = Page::with(MISINDENTED);
    let done = page.report().done;
    assert_eq!(
        done,
        [
            "Moved `PolicyDocument` on line 4 2 blanks to the left, under `PolicyName`.",
            "Moved `PolicyDocument` on line 16 2 blanks to the left, under `PolicyName`."
        ]
    );
    let page = page.then(Action::Paste(PasteAction::OpenPolicies));
    assert_eq!(page.names(), ["Bucket-Access", "Autoscale-EBS"]);
    assert_eq!(page.state.analysis.verdict().errors, 0);
    assert_eq!(page.state.analysis.placeholders()[0].name, "bucket_name");
}

#[test]
fn a_paste_in_the_place_of_all_text_is_recognised_and_one_beside_text_is_not() {
    let paste_over =
        |span: Span, text: &str| Action::PasteInto(Edits::from(Edit::replace(span, text)));
    let whole = Span::new(0, TRUST.len());
    let page = Page::with(TRUST).then(paste_over(whole, &fenced(BROKEN)));
    assert_eq!(
        (page.text(), page.report().is_taken_out),
        (BROKEN.trim_end(), true)
    );
    let page = page.then(Action::Undo);
    assert_eq!(page.text(), fenced(BROKEN));
    assert_eq!(page.then(Action::Undo).text(), TRUST);
    let empty = Page::new()
        .then(Action::NewDocument)
        .then(paste_over(Span::at(0), CLOUDFORMATION));
    assert!(!empty.report().policies.is_empty());
    let beside = Page::with(TRUST).then(paste_over(Span::at(0), &fenced(BROKEN)));
    assert_eq!(beside.state.paste_report(), None);
}

#[test]
fn what_is_not_recognised_says_what_the_editor_takes() {
    for text in ["Dear all,\nplease see below.", "key: value\n", "[1, 2]"] {
        let page = Page::with(text);
        let report = page.report();
        assert_eq!((page.text(), report.is_recognised), (text, false));
        assert!(
            report.summary.contains("The editor takes"),
            "{}",
            report.summary
        );
        let page = page.then(insert(0, "x"));
        assert_eq!(page.state.paste_report(), None, "it is another text now");
    }
}

#[test]
fn a_managed_policy_is_explained_with_better_offers_and_its_text() {
    let reference = Action::ReferenceLoaded {
        content: unpack(bundled_file()).unwrap(),
        managed_policies: Some(unpack(bundled_managed_policies()).unwrap()),
    };
    let page = Page::with_gallery().then_all([
        reference,
        paste("Attach AmazonS3FullAccess or arn:aws:iam::aws:policy/AdministratorAccess"),
    ]);
    let [widest, other] = &page.report().managed_policies[..] else {
        panic!("two are named");
    };
    assert_eq!(widest.name, "AdministratorAccess");
    assert_eq!(widest.templates[0].0, "administrator-with-mfa");
    assert_eq!(widest.narrower[0].0, "PowerUserAccess");
    assert!(widest.has_text && other.narrower[0].0 == "AmazonS3ReadOnlyAccess");
    let page = page.then(Action::Paste(PasteAction::OpenManagedPolicy(
        "AdministratorAccess".into(),
    )));
    assert_eq!(page.names(), ["AdministratorAccess"]);
    assert!(page.text().contains(r#""Action": "*""#) && page.notice().contains("version"));
    let page = page.then(Action::Paste(PasteAction::OpenManagedPolicy(
        "NoSuchPolicy".into(),
    )));
    assert!(
        page.notice().contains("`NoSuchPolicy`"),
        "{}",
        page.notice()
    );
}

#[test]
fn a_secret_is_refused_in_what_is_wrapped_and_in_what_was_hidden_by_the_wrapping() {
    let secret = ["q7Rk2vXw9LmT4cZp", "8NbY1sJd", "H6fGa3Ue5KiOxWqE"].concat();
    let hidden = format!(
        r#"{{"RoleName": "App", "PolicyDocument": "%7B%22Statement%22%3A%5B%5D%2C%22Id%22%3A%22aws%5Fsecret%5Faccess%5Fkey%3D{secret}%22%7D"}}"#
    );
    for text in [
        format!("```\naws_secret_access_key = {secret}\n{TRUST}\n```"),
        hidden,
    ] {
        let page = Page::with(&text);
        assert!(page.state.refusal.is_some(), "{text}");
        assert_eq!(page.state.document(), None);
        let page = Page::with(" ").then(Action::PasteInto(Edits::from(Edit::insert(0, text))));
        assert!(page.state.refusal.is_some() && page.text() == " ");
    }
}

#[test]
fn the_pasted_text_comes_back_after_edits_too_and_what_is_said_can_be_closed() {
    let page = Page::with(&fenced(TRUST))
        .then_all([insert(0, "\n"), Action::Paste(PasteAction::BringBack)]);
    assert_eq!((page.text(), page.names().len()), (&*fenced(TRUST), 1));
    assert_eq!(page.then(Action::Undo).text(), format!("\n{TRUST}"));
    let page = Page::with(&fenced(TRUST)).then_all([
        Action::CopyDone(iam_policy_editor::session::CopyKind::Policy),
        Action::Paste(PasteAction::Dismiss),
    ]);
    assert_eq!((page.state.paste_report(), page.text()), (None, TRUST));
    assert!(!page.state.is_uncopied(), "nothing was changed");
    assert_eq!(page.then(Action::Undo).text(), fenced(TRUST));
}

#[test]
fn the_only_policy_of_a_file_is_called_as_the_file_is() {
    let page = Page::new().then(Action::OpenBytes {
        name: "trust.json".into(),
        bytes: fenced(TRUST).into_bytes(),
    });
    assert_eq!(page.names(), ["trust"]);
}

#[test]
fn of_very_many_policies_the_first_are_opened_and_the_text_stays() {
    let text = fenced(TRUST).repeat(60);
    let page = Page::with(&text).then(Action::Paste(PasteAction::OpenPolicies));
    assert_eq!(
        page.names().len(),
        1 + iam_policy_editor::session::MOST_AT_ONCE
    );
    let page = page.then_all([
        Action::ShowDocument(1),
        Action::Paste(PasteAction::OpenPolicies),
    ]);
    assert_eq!(page.names().len(), 60);
}
