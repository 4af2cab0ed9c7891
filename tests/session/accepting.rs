//! Accepting findings with a reason, and the file that keeps them.

use super::*;
use iam_policy_editor::engine::acceptance::{AcceptedFindings, MAX_REASON};
use iam_policy_editor::session::{Accepting, RefusalTarget, Screen};

const CODE: &str = "PASS_ROLE_WITH_STAR_IN_RESOURCE";

const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [
{"Sid": "Pass", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"},
{"Sid": "Odd", "Effect": "Perhaps", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::<bucket-name>/*"}]}"#;

impl Page {
    fn accepting(self, code: &str, reason: &str) -> Self {
        let finding = self.finding(code);
        self.then(Action::Accepting(AcceptAction::Begin(finding)))
            .then(Action::Accepting(AcceptAction::SetReason(reason.into())))
            .then(Action::Accepting(AcceptAction::Accept))
    }

    fn reasons(&self) -> Vec<&str> {
        let accepted = self.state.analysis.accepted_findings();
        accepted
            .filter_map(|(_, finding)| finding.accepted.as_deref())
            .collect()
    }

    /// The file that the last action asked the page to save.
    fn saved(&self) -> (&str, &str) {
        match self.effects.as_slice() {
            [
                Effect::Download {
                    file_name, text, ..
                },
            ] => (file_name, text),
            other => panic!("{other:?}"),
        }
    }
}

fn open_file(name: &str, text: &str) -> Action {
    Action::OpenBytes {
        name: name.into(),
        bytes: text.into(),
    }
}

#[test]
fn a_finding_is_accepted_for_a_reason_and_reopened() {
    let page = Page::with(POLICY).accepting(CODE, "  Reviewed\nby us ");
    assert_eq!(page.reasons(), ["Reviewed by us"]);
    assert_eq!((page.state.accepting.clone(), page.text()), (None, POLICY));
    assert!(page.notice().contains(CODE), "{}", page.notice());
    let finding = page.finding(CODE);
    let page = page.then(Action::Accepting(AcceptAction::Reopen(finding)));
    assert!(page.reasons().is_empty());
    assert_eq!(page.state.document().unwrap().accepted.len(), 0);
}

#[test]
fn each_is_one_step_of_the_history() {
    let page = Page::with(POLICY).accepting(CODE, "Reviewed");
    assert_eq!(page.steps(), 2, "opening and accepting");
    let page = page.then(Action::Undo);
    assert!(page.reasons().is_empty());
    let page = page.then(Action::Redo);
    assert_eq!(page.reasons(), ["Reviewed"]);
    let finding = page.finding(CODE);
    let page = page
        .then(Action::Accepting(AcceptAction::Reopen(finding)))
        .then(Action::Undo);
    assert_eq!(page.reasons(), ["Reviewed"]);
}

#[test]
fn a_reason_is_needed_and_the_field_says_so() {
    let page = Page::with(POLICY).accepting(CODE, " \n ");
    let problem = page
        .state
        .accepting
        .as_ref()
        .and_then(|one| one.problem)
        .unwrap();
    assert!(problem.message().contains("why"), "{}", problem.message());
    let page = page
        .then(Action::Accepting(AcceptAction::SetReason(
            "x".repeat(MAX_REASON + 1),
        )))
        .then(Action::Accepting(AcceptAction::Accept));
    let problem = page
        .state
        .accepting
        .as_ref()
        .and_then(|one| one.problem)
        .unwrap();
    assert!(
        problem.message().contains("too long"),
        "{}",
        problem.message()
    );
    assert!(page.reasons().is_empty());
    let page = page.then(Action::Accepting(AcceptAction::SetReason(
        "x".repeat(MAX_REASON),
    )));
    assert_eq!(
        page.state.accepting.as_ref().and_then(|one| one.problem),
        None
    );
    assert_eq!(
        page.then(Action::Accepting(AcceptAction::Accept))
            .reasons()
            .len(),
        1
    );
}

#[test]
fn an_error_and_what_is_not_there_have_no_field() {
    let page = Page::with(POLICY);
    let error = page.finding("INVALID_EFFECT");
    for finding in [error, usize::MAX] {
        let page = Page::with(POLICY)
            .then(Action::Accepting(AcceptAction::Begin(finding)))
            .then(Action::Accepting(AcceptAction::SetReason("No".into())))
            .then(Action::Accepting(AcceptAction::Accept));
        assert_eq!((page.state.accepting.clone(), page.steps()), (None, 1));
    }
    let page = page
        .then(Action::Accepting(AcceptAction::Reopen(error)))
        .then(Action::Accepting(AcceptAction::Accept));
    assert_eq!(page.steps(), 1);
}

#[test]
fn a_credential_in_a_reason_is_refused_and_gone() {
    let key = ["AKIA", "QX3NV7LMTB2RK5WD"].concat();
    let page = Page::with(POLICY);
    let finding = page.finding(CODE);
    let mut page = page.then(Action::Accepting(AcceptAction::Begin(finding)));
    for end in 1..=key.len() {
        page.act(Action::Accepting(AcceptAction::SetReason(format!(
            "as {}",
            &key[..end]
        ))));
    }
    let refusal = page.state.refusal.clone().unwrap();
    assert_eq!(refusal.target, RefusalTarget::Reason);
    assert_eq!(page.state.accepting.as_ref().unwrap().reason, "");
    let page = page.then(Action::PasteWithSecretCut);
    let reason = &page.state.accepting.as_ref().unwrap().reason;
    assert!(
        reason.starts_with("as") && !reason.contains(&key[..8]),
        "{reason}"
    );
    assert!(!format!("{:?}", page.state).contains(&key));
}

#[test]
fn a_reason_that_is_being_typed_stays_with_its_finding() {
    let text = POLICY.replace("Perhaps", "Allow");
    let page = Page::with(&text);
    let finding = page.finding(CODE);
    let page = page
        .then(Action::Accepting(AcceptAction::Begin(finding)))
        .then(Action::Accepting(AcceptAction::SetReason("Half".into())))
        .then(value("bucket_name", "records"));
    let accepting = Accepting {
        finding: page.finding(CODE),
        reason: "Half".into(),
        problem: None,
    };
    assert_eq!(page.state.accepting, Some(accepting));
    let at = text.find("\"Pass\"").unwrap();
    let gone = page.then(delete(text.find("iam:PassRole").unwrap(), at + 60));
    assert_eq!(gone.state.accepting, None, "{}", gone.text());
    let page = Page::with(&text)
        .then(Action::Accepting(AcceptAction::Begin(finding)))
        .then(Action::Accepting(AcceptAction::Stop));
    assert_eq!(page.state.accepting, None);
}

#[test]
fn an_accepted_finding_reopens_with_its_statement_and_comes_back_with_it() {
    let page = Page::with(POLICY).accepting(CODE, "Reviewed");
    let at = POLICY.find("Pass\"").unwrap();
    let page = page.then(insert(at, "X"));
    assert!(page.reasons().is_empty());
    assert_eq!(
        page.state.analysis.outdated_acceptances(),
        [0],
        "it is kept"
    );
    let page = page.then(delete(at, at + 1));
    assert_eq!(page.reasons(), ["Reviewed"]);
    let page = page
        .then(insert(at, "X"))
        .then(Action::Accepting(AcceptAction::ForgetOutdated))
        .then(delete(at, at + 1));
    assert!(page.reasons().is_empty());
}

#[test]
fn the_file_brings_them_to_another_page() {
    let page = Page::with(POLICY)
        .accepting(CODE, "Reviewed")
        .then(Action::Accepting(AcceptAction::Download));
    let (name, file) = page.saved();
    assert_eq!(name, "pasted-policy.accepted.json");
    assert_eq!(
        AcceptedFindings::read(file).unwrap().policy,
        "Pasted policy"
    );
    for action in [open_file("accepted.json", file), paste(file)] {
        let page = Page::with(POLICY).then(Action::ShowGallery).then(action);
        assert_eq!((page.reasons(), page.text()), (vec!["Reviewed"], POLICY));
        assert_eq!(page.notice(), "1 finding is accepted.");
        assert_eq!((page.state.screen, page.steps()), (Screen::Editor, 2));
    }
}

#[test]
fn opening_a_file_twice_changes_nothing_more_and_a_later_reason_wins() {
    let page = Page::with(POLICY)
        .accepting(CODE, "Reviewed")
        .then(Action::Accepting(AcceptAction::Download));
    let file = page.saved().1.to_owned();
    let page = page.then(paste(&file));
    assert_eq!((page.reasons(), page.steps()), (vec!["Reviewed"], 2));
    let page = page.then(paste(&file.replace("Reviewed", "Again")));
    assert_eq!((page.reasons(), page.steps()), (vec!["Again"], 3));
}

#[test]
fn a_file_that_does_not_fit_says_so_and_changes_nothing() {
    let page = Page::with(POLICY)
        .accepting(CODE, "Reviewed")
        .then(Action::Accepting(AcceptAction::Download));
    let file = page.saved().1;
    for (text, said) in [
        (
            file.replace("\"version\": 1", "\"version\": 2"),
            "version `2`",
        ),
        (file.replace("\"Reviewed\"", "\"\""), "finding 1"),
        (file.replace("\"Reviewed\"", "\"Reviewed"), "not valid JSON"),
        (
            file.replace(CODE, "INVALID_EFFECT"),
            "an error cannot be accepted",
        ),
    ] {
        let page = Page::with(POLICY).then(paste(&text));
        assert_eq!((page.text(), page.steps()), (POLICY, 1));
        assert!(page.notice().contains(said), "{}", page.notice());
    }
    let page = Page::new().then(paste(file));
    assert_eq!(page.state.screen, Screen::Start);
    assert!(
        page.notice().contains("Open their policy first"),
        "{}",
        page.notice()
    );
    let page = Page::with(TRUST).then(paste(file));
    assert_eq!(
        page.notice(),
        "0 findings are accepted; 1 more applies to nothing in this policy."
    );
}

#[test]
fn a_file_with_a_credential_is_refused_like_any_text() {
    let page = Page::with(POLICY)
        .accepting(CODE, "Reviewed")
        .then(Action::Accepting(AcceptAction::Download));
    let key = ["AKIA", "QX3NV7LMTB2RK5WD"].concat();
    let file = page
        .saved()
        .1
        .replace("Reviewed", &format!("for {key} only"));
    let page = Page::with(POLICY).then(paste(&file));
    assert!(page.state.refusal.is_some() && page.reasons().is_empty());
    let page = page.then(Action::PasteWithSecretCut);
    assert_eq!(page.reasons().len(), 1);
    assert!(!page.reasons()[0].contains(&key), "{:?}", page.reasons());
}

#[test]
fn without_an_accepted_finding_there_is_no_file() {
    let page = Page::with(POLICY).then(Action::Accepting(AcceptAction::Download));
    assert_eq!(
        (page.effects.len(), page.notice()),
        (0, "No finding is accepted yet.")
    );
    assert!(
        Page::new()
            .then(Action::Accepting(AcceptAction::Download))
            .effects
            .is_empty()
    );
}
