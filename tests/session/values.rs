//! Fields, their values, and what they outlive.

use super::*;
use iam_policy_editor::engine::placeholders::ValueState;

#[test]
fn a_value_shows_in_all_its_places_as_it_is_typed() {
    let mut page = Page::with(BROKEN);
    for typed in ["2", "2109", "2109-8765-4321"] {
        page.act(value("account_id", typed));
        let shown = if typed.len() > 12 {
            "210987654321"
        } else {
            typed
        };
        let places = page
            .state
            .displayed()
            .matches(&format!("arn:aws:iam::{shown}:"))
            .count();
        assert_eq!(places, 5, "{typed}");
    }
    page.act(value("user_name", "batchly-setup"));
    assert_eq!(
        page.state.displayed().matches("user/batchly-setup").count(),
        1
    );
    assert_eq!(page.text(), BROKEN);
}

#[test]
fn typing_in_a_field_is_one_step_until_it_is_finished() {
    let typed =
        |name: &str, keys: &[&str]| keys.iter().map(|key| value(name, key)).collect::<Vec<_>>();
    let page = || Page::with(BROKEN).then_all(typed("account_id", &["2", "21", "210"]));
    assert_eq!(page().steps(), 2);
    assert_eq!(page().then_all(typed("account_id", &["2109"])).steps(), 2);
    assert_eq!(
        page()
            .then(Action::FinishValue)
            .then_all(typed("account_id", &["2109"]))
            .steps(),
        3
    );
    assert_eq!(page().then_all(typed("user_name", &["a", "an"])).steps(), 3);
    assert_eq!(
        page()
            .then(insert(0, " "))
            .then_all(typed("account_id", &["2109"]))
            .steps(),
        4
    );
    let undone = page().then(Action::Undo);
    assert_eq!(undone.value("account_id"), "");
}

#[test]
fn a_wrong_value_is_said_in_its_field_and_makes_no_finding() {
    let before = Page::with(BROKEN);
    let errors = before.state.analysis.verdict().errors;
    let page = before.then(value("account_id", "12345"));
    let ValueState::Invalid(problem) = page.state.analysis.value_state(0) else {
        panic!("12345 is no account ID")
    };
    assert!(problem.message.contains("12"), "{}", problem.message);
    assert_eq!(page.state.analysis.verdict().errors, errors);
}

#[test]
fn values_outlive_the_document_they_were_typed_for() {
    let page = Page::with_gallery()
        .then_all([
            choose("batchly-onboarding-user-as-published"),
            value("account_id", "210987654321"),
        ])
        .then(choose("batchly-onboarding-user"));
    assert!(page.state.displayed().contains(":210987654321:"));
    let page = page.then_all([
        choose("aws-batch-service-trust-as-published"),
        paste(BROKEN),
    ]);
    assert!(page.state.displayed().contains(":210987654321:"));
}

#[test]
fn the_partition_is_one_setting_of_the_workspace() {
    let page = Page::with_gallery().then_all([
        choose("batchly-onboarding-user"),
        Action::SetPartition("aws-cn".into()),
    ]);
    assert!(page.state.displayed().contains("arn:aws-cn:iam::"));
    assert_eq!(
        page.then(Action::SetPartition("mars".into()))
            .state
            .workspace
            .values
            .partition,
        "aws-cn"
    );
}
