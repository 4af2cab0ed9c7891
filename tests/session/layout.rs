//! Writing the whole text anew: laid out, on one line, or so that it fits.

use super::*;
use iam_policy_editor::engine::analysis::View;
use iam_policy_editor::engine::fitting::Sids;
use iam_policy_editor::engine::policy::Attachment;
use iam_policy_editor::session::LayoutAction;

const FORMAT: Action = Action::LayOut(LayoutAction::Format);
const MINIFY: Action = Action::LayOut(LayoutAction::Minify);

fn make_it_fit(sids: Sids) -> Action {
    Action::LayOut(LayoutAction::MakeItFit(sids))
}

/// A role's trust policy that says the same of the same service so often that it is too large.
fn repetitive() -> String {
    let statements: Vec<String> = (0..30)
        .map(|number| format!(r#"{{"Sid": "Nr{number}", "Effect": "Allow", "Principal": {{"Service": "batch.amazonaws.com"}}, "Action": "sts:AssumeRole"}}"#))
        .collect();
    format!(
        r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#,
        statements.join(", ")
    )
}

#[test]
fn laying_out_keeps_order_and_stand_ins_and_is_one_step() {
    let text = r#"{"Statement": {"Resource": "arn:aws:s3:::<b>", "Effect": "Allow", "Action": []}, "Version": "2012-10-17"}"#;
    let page = Page::with(text).then(FORMAT);
    let lines: Vec<&str> = page.text().lines().map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "{",
            r#""Statement": {"#,
            r#""Resource": "arn:aws:s3:::<b>","#,
            r#""Effect": "Allow","#,
            r#""Action": []"#,
            "},",
            r#""Version": "2012-10-17""#,
            "}"
        ]
    );
    assert_eq!(page.steps(), 2);
    let page = page.then(MINIFY);
    assert_eq!(page.text(), text.replace(", ", ",").replace(": ", ":"));
    let page = page.then_all([Action::Undo, Action::Undo]);
    assert_eq!(page.text(), text);
}

#[test]
fn what_cannot_be_laid_out_anew_stays_and_says_why() {
    for (text, notice) in [
        (BROKEN, "errors of syntax"),
        (r#"{"Statement":[<x>]}"#, "without quotes"),
        (r#"{"Statement":[]}"#, "like this already"),
        ("", "no policy here yet"),
    ] {
        let page = Page::new()
            .then(Action::NewDocument)
            .then(paste(text))
            .then(MINIFY);
        assert!(page.notice().contains(notice), "{text}: {}", page.notice());
        assert_eq!(page.text(), text);
    }
}

#[test]
fn making_it_fit_says_what_was_done_until_the_text_changes_and_is_one_step() {
    let text = repetitive();
    let page = Page::with(&text).then(make_it_fit(Sids::Keep));
    let report = page.state.fitting.clone().expect("something is said");
    assert!(
        report.summary.starts_with("It fits now: "),
        "{}",
        report.summary
    );
    assert!(
        report.before.ends_with(" of 2,048 characters before."),
        "{}",
        report.before
    );
    assert!(report.steps.len() > 1 && !report.may_drop_names);
    assert!(page.effects.contains(&Effect::Announce(report.summary)));
    let page = page.then(Action::SetView(View::Template));
    assert!(page.state.fitting.is_some());
    let page = page.then(Action::Undo);
    assert_eq!((page.text(), &page.state.fitting), (text.as_str(), &None));
}

#[test]
fn names_go_only_when_that_is_asked_for() {
    let names = "x".repeat(1_000);
    let text = TRUST.replace(r#""Effect""#, &format!(r#""Sid": "{names}", "Effect""#));
    let text = text.replace("batch.amazonaws.com", &"batch.amazonaws.com".repeat(60));
    let page = Page::with(&text)
        .then(Action::SetAttachment(Attachment::RoleTrust))
        .then(make_it_fit(Sids::DropGenerated));
    let report = page.state.fitting.clone().expect("something is said");
    assert_eq!(
        (report.steps.len(), report.may_drop_names, page.text()),
        (0, true, text.as_str())
    );
    let page = page.then(make_it_fit(Sids::DropAll));
    let report = page.state.fitting.clone().expect("something is said");
    assert!(report.steps.len() == 1 && !page.text().contains(&names));
    let page = page.then(Action::LayOut(LayoutAction::CloseReport));
    assert!(page.state.fitting.is_none() && page.state.can_undo());
}

#[test]
fn a_text_with_errors_is_not_made_to_fit() {
    let page = Page::with(BROKEN).then(make_it_fit(Sids::DropAll));
    assert_eq!((page.text(), &page.state.fitting), (BROKEN, &None));
    assert!(
        page.notice().contains("errors of syntax"),
        "{}",
        page.notice()
    );
}
