//! Going to findings and placeholders, and mending what is found there.

use super::*;
use iam_policy_editor::engine::analysis::View;

fn selected(page: &Page) -> &str {
    page.effects
        .iter()
        .find_map(|effect| match effect {
            Effect::SelectInEditor(span) => Some(span.text(page.state.displayed())),
            _ => None,
        })
        .unwrap()
}

#[test]
fn repairs_every_error_as_one_step_and_changes_nothing_else() {
    let page = Page::with(BROKEN).then(Action::FixAll);
    let commas = page.text().len() - BROKEN.len();
    assert_eq!(
        (commas, page.text().replace(",\n", "\n")),
        (2, BROKEN.replace(",\n", "\n"))
    );
    assert_eq!(page.notice(), "2 errors repaired; no error is left.");
    let page = page.then(Action::Undo);
    assert_eq!(page.text(), BROKEN);
}

#[test]
fn applies_one_fix() {
    let page = Page::with(BROKEN);
    let error = page.finding("JSON_SYNTAX_ERROR");
    let page = page.then(Action::ApplyFix {
        finding: error,
        fix: 0,
    });
    assert_eq!(page.text().len(), BROKEN.len() + 1);
    assert_eq!(page.state.analysis.verdict().errors, 1);
    assert!(page.notice().starts_with("Done: "), "{}", page.notice());
}

#[test]
fn a_fix_that_offers_a_template_opens_it() {
    let administrator = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;
    let page = Page::with_gallery().then(paste(administrator));
    let findings = page.state.analysis.findings().iter().enumerate();
    let mut offers = findings.filter_map(|(finding, each)| {
        let fix = each.fixes.iter().position(|fix| fix.template.is_some())?;
        Some((finding, fix, each.fixes[fix].template?))
    });
    let (finding, fix, id) = offers.next().unwrap();
    let page = page.then(Action::ApplyFix { finding, fix });
    assert_eq!(page.state.document().unwrap().template.as_deref(), Some(id));
    let page = page.then(Action::Undo);
    assert_eq!(page.text(), administrator);
}

#[test]
fn with_nothing_to_repair_it_says_so() {
    let page = Page::with(TRUST).then(Action::FixAll);
    assert!(page.notice().contains("Nothing"), "{}", page.notice());
}

#[test]
fn goes_to_a_finding_in_either_view() {
    let page = Page::with(BROKEN).then(value("user_name", "anna"));
    let number = page.finding("UNFILLED_PLACEHOLDER");
    for view in [View::Filled, View::Template] {
        let (state, effects) = update(&page.state, Action::SetView(view));
        let page = Page { state, effects }.then(Action::GoToPlace {
            finding: number,
            place: 0,
        });
        assert_eq!(selected(&page), "XXXXXXXXXXXXX");
        assert_eq!(
            page.effects.last(),
            Some(&Effect::FocusField("account_id".into()))
        );
    }
    assert_eq!(
        page.then(Action::GoToPlace {
            finding: 99,
            place: 0
        })
        .effects,
        []
    );
}

#[test]
fn goes_to_each_place_of_a_finding() {
    let page = Page::with(BROKEN);
    let number = page.finding("UNFILLED_PLACEHOLDER");
    let places: Vec<Effect> = (0..6)
        .filter_map(|place| {
            let action = Action::GoToPlace {
                finding: number,
                place,
            };
            update(&page.state, action).1.into_iter().next()
        })
        .collect();
    let spans = page.state.analysis.findings()[number].locations.iter();
    let expected: Vec<Effect> = spans
        .map(|location| Effect::SelectInEditor(location.span))
        .collect();
    assert_eq!((places.len(), places), (5, expected));
}

#[test]
fn an_error_of_syntax_moves_no_focus_to_a_field() {
    let page = Page::with(BROKEN);
    let error = page.finding("JSON_SYNTAX_ERROR");
    let page = page.then(Action::GoToPlace {
        finding: error,
        place: 0,
    });
    assert!(
        page.effects
            .iter()
            .all(|effect| matches!(effect, Effect::SelectInEditor(_))),
        "{:?}",
        page.effects
    );
}

#[test]
fn goes_round_the_uses_of_a_placeholder() {
    let page =
        Page::with("{{user_name}} {{role_name}} {{user_name}}").then(value("user_name", "anna"));
    let mut page = page;
    let mut visited = Vec::new();
    for number in [0, 0, 0, 1, 0] {
        page.act(Action::GoToPlaceholder(number));
        let Some(Effect::SelectInEditor(span)) = page.effects.first() else {
            panic!("{:?}", page.effects)
        };
        visited.push((span.start, span.end));
    }
    assert_eq!(visited, [(0, 4), (19, 23), (0, 4), (5, 18), (0, 4)]);
    assert_eq!(page.then(Action::GoToPlaceholder(9)).effects, []);
}
