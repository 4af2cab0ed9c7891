//! Typing in the policy and how it joins into steps.

use super::*;
use iam_policy_editor::engine::analysis::View;

#[test]
fn a_word_is_one_step_and_the_next_word_another() {
    let page = Page::with("{}").typing(1, "\"Sid\": \"my statement\"");
    assert_eq!(page.text(), "{\"Sid\": \"my statement\"}");
    let mut texts = Vec::new();
    let mut page = page;
    while page.state.can_undo() {
        page.act(Action::Undo);
        texts.push(page.text().to_owned());
    }
    assert_eq!(texts, ["{\"Sid\": \"my }", "{\"Sid\": }", "{}", ""]);
}

/// The steps that the actions make in `abcdef`.
fn steps_of(actions: Vec<Action>) -> usize {
    Page::with("abcdef").then_all(actions).steps() - 1
}

#[test]
fn what_goes_on_at_one_place_is_one_step() {
    for (what, actions) in [
        ("typing", vec![insert(0, "x"), insert(1, "y")]),
        ("letters of two bytes", vec![insert(0, "é"), insert(2, "é")]),
        ("backspace", vec![delete(3, 4), delete(2, 3), delete(1, 2)]),
        ("the delete key", vec![delete(3, 4), delete(3, 4)]),
        (
            "blanks",
            vec![insert(0, "x"), insert(1, " "), insert(2, " ")],
        ),
        ("a line break", vec![insert(6, "x"), insert(7, "\n    ")]),
        (
            "while the page loads",
            vec![insert(0, "x"), Action::EditorReady, insert(1, "y")],
        ),
        (
            "after an undo",
            vec![insert(0, "x"), Action::Undo, insert(0, "y")],
        ),
    ] {
        assert_eq!(steps_of(actions), 1, "{what}");
    }
}

#[test]
fn what_is_done_elsewhere_or_otherwise_begins_a_new_step() {
    let pasted = Action::PasteInto(Edits::from(Edit::insert(0, "x")));
    for (what, actions) in [
        ("another place", vec![insert(0, "x"), insert(5, "y")]),
        ("the next word", vec![insert(0, " "), insert(1, "y")]),
        ("the next line", vec![insert(6, "\n  "), insert(9, "y")]),
        ("deleting elsewhere", vec![delete(5, 6), delete(0, 1)]),
        (
            "deleting what was typed",
            vec![insert(0, "x"), delete(0, 1)],
        ),
        ("typing after deleting", vec![delete(0, 1), insert(0, "x")]),
        ("selections", vec![delete(0, 2), delete(0, 2)]),
        (
            "typing over a selection",
            vec![insert(0, "x"), replace(1, 3, "y")],
        ),
        (
            "after another view",
            vec![
                insert(0, "x"),
                Action::SetView(View::Template),
                insert(1, "y"),
            ],
        ),
        ("after a paste", vec![pasted, insert(1, "y")]),
    ] {
        assert_eq!(steps_of(actions), 2, "{what}");
    }
}

#[test]
fn keys_typed_before_the_editor_is_there_are_kept() {
    let page = Page::with("{}")
        .typing(1, "\"Version\"")
        .then(Action::EditorReady)
        .typing(10, ":");
    assert_eq!(page.text(), "{\"Version\":}");
}

#[test]
fn an_edit_of_the_filled_view_is_made_behind_the_values() {
    let text = "{{user_name}} in {{account_id}}.";
    let page = Page::with(text).then_all([
        value("user_name", "anna"),
        value("account_id", "210987654321"),
    ]);
    assert_eq!(&**page.state.displayed(), "anna in 210987654321.");
    for (edit, expected) in [
        (insert(0, "x"), "x{{user_name}} in {{account_id}}."),
        (insert(4, "x"), "{{user_name}}x in {{account_id}}."),
        (insert(20, "x"), "{{user_name}} in {{account_id}}x."),
        (replace(5, 7, "of"), "{{user_name}} of {{account_id}}."),
        (delete(4, 20), "{{user_name}}."),
        (delete(0, 4), " in {{account_id}}."),
        (replace(0, 21, "new"), "new"),
        (replace(3, 6, ""), text),
        (insert(2, "x"), text),
        (replace(0, 4, "bert"), text),
        (replace(9, 12, "0"), text),
    ] {
        let (state, _) = update(&page.state, edit.clone());
        assert_eq!(&*state.document().unwrap().text, expected);
        let notice = state.notice.map(|notice| notice.text).unwrap_or_default();
        assert_eq!(
            notice.contains("change it in the field"),
            expected == text,
            "{notice}"
        );
    }
}

#[test]
fn a_stand_in_without_a_value_can_be_edited_like_any_text() {
    let page = Page::with("by {{user_name}}!").then(replace(5, 9, "role"));
    assert_eq!(page.text(), "by {{role_name}}!");
}

#[test]
fn in_the_template_view_edits_are_made_as_they_are() {
    let page = Page::with("by {{user_name}}!").then_all([
        value("user_name", "anna"),
        Action::SetView(View::Template),
        replace(5, 9, "role"),
    ]);
    assert_eq!(page.text(), "by {{role_name}}!");
}

#[test]
fn an_edit_of_a_text_that_is_no_longer_there_is_not_made() {
    let page = Page::with("{}").then(insert(40, "x"));
    assert_eq!((page.text(), page.steps()), ("{}", 1));
    assert!(page.notice().contains("not made"), "{}", page.notice());
}

#[test]
fn white_space_round_a_pasted_policy_is_kept() {
    let page = Page::with("\n  {}\n\n");
    assert_eq!(page.text(), "\n  {}\n\n");
}
