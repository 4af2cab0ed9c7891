//! Whatever is done in whatever order: nothing panics, nothing is lost, no secret gets in.

use super::*;
use iam_policy_editor::engine::analysis::View;
use iam_policy_editor::engine::policy::{Attachment, KindChoice, PolicyKind};
use iam_policy_editor::session::{CompareAction, CopyKind, Counterpart};

/// An access key ID between blanks, so that it stays one wherever it is put.
const KEY_ID: &str = " AKIAQ3EGRTV7LK2WNB5X ";

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

const TEXTS: &[&str] = &[
    "",
    "{",
    "é",
    " ",
    "\n  ",
    "\"Sid\": \"x\",",
    BROKEN,
    TRUST,
    "{{user_name}} and {{account_id}} in {{partition}}",
    "[[[[[{{{{{{",
    "\u{feff}{\"Version\": 2012}",
    KEY_ID,
];

const NAMES: &[&str] = &["account_id", "user_name", "no_such_name"];
const VALUES: &[&str] = &[
    "",
    "2109-8765-4321",
    "12345",
    "anna",
    "a\"b\\c",
    KEY_ID,
    "é\n",
];

fn text_action(dice: &mut Dice, page: &Page) -> Action {
    let len = page.state.displayed().len();
    let (one, other) = (dice.below(len + 2), dice.below(len + 2));
    let edit = match dice.below(3) {
        0 => Edit::insert(one, dice.pick(TEXTS)),
        1 => Edit::delete(Span::new(one, one + 1)),
        _ => Edit::replace(Span::new(one.min(other), one.max(other)), dice.pick(TEXTS)),
    };
    match dice.below(4) {
        0 => Action::PasteInto(Edits::from(edit)),
        _ => Action::EditShown(Edits::from(edit)),
    }
}

fn opening_action(dice: &mut Dice) -> Action {
    match dice.below(12) {
        11 => Action::ChooseSet(dice.pick(SET_IDS).into()),
        0 => Action::NewDocument,
        6 => Action::ShowDocument(dice.below(5) as u32),
        7 => Action::ShowField {
            document: dice.below(5) as u32,
            name: dice.pick(NAMES).into(),
        },
        8 => Action::CloseDocument(dice.below(5) as u32),
        9 => Action::RenameDocument {
            id: dice.below(5) as u32,
            name: dice.pick(TEXTS).into(),
        },
        10 => Action::AddPartner(dice.pick(TEMPLATE_IDS).into()),
        1 => choose(dice.pick(TEMPLATE_IDS)),
        2 => Action::OpenBytes {
            name: "a.json".into(),
            bytes: vec![0xE9, dice.below(256) as u8, b'{'],
        },
        3 => Action::ShowGallery,
        4 => Action::ShowEditor,
        _ => paste(dice.pick(TEXTS)),
    }
}

fn setting_action(dice: &mut Dice) -> Action {
    match dice.below(5) {
        0 => Action::SetKind(KindChoice::Set(dice.pick(PolicyKind::ALL))),
        1 => Action::SetKind(KindChoice::Auto),
        2 => Action::SetAttachment(dice.pick(Attachment::ALL)),
        3 => Action::SetPartition(dice.pick(&["aws", "aws-cn", "mars"]).into()),
        _ => Action::SetView(dice.pick(&[View::Filled, View::Template])),
    }
}

fn other_action(dice: &mut Dice) -> Action {
    match dice.below(14) {
        0 => Action::FinishValue,
        1 => Action::ApplyFix {
            finding: dice.below(4),
            fix: dice.below(2),
        },
        2 => Action::FixAll,
        3 => Action::GoToPlace {
            finding: dice.below(5),
            place: dice.below(2),
        },
        4 => Action::GoToPlaceholder(dice.below(4)),
        5 => Action::CopyPolicy,
        6 => Action::CopyTemplate,
        7 => {
            Action::CopyDone(dice.pick(&[CopyKind::Policy, CopyKind::Template, CopyKind::Summary]))
        }
        8 => Action::CopyRefused,
        9 => Action::Download,
        10 => Action::PasteWithSecretCut,
        11 => Action::DismissRefusal,
        12 => Action::CheckNow,
        _ => Action::SearchGallery(dice.pick(TEXTS).into()),
    }
}

fn accepting_action(dice: &mut Dice) -> Action {
    match dice.below(6) {
        0 => Action::Accepting(AcceptAction::Begin(dice.below(5))),
        1 => Action::Accepting(AcceptAction::SetReason(dice.pick(TEXTS).into())),
        2 => Action::Accepting(AcceptAction::Accept),
        3 => Action::Accepting(AcceptAction::Reopen(dice.below(5))),
        4 => Action::Accepting(AcceptAction::ForgetOutdated),
        _ => Action::Accepting(AcceptAction::Download),
    }
}

fn comparing_action(dice: &mut Dice) -> Action {
    match dice.below(6) {
        0 => Action::Compare(CompareAction::Begin),
        1 => Action::Compare(CompareAction::SetText(dice.pick(TEXTS).into())),
        2 => Action::Compare(CompareAction::With(Counterpart::Text)),
        3 => Action::Compare(CompareAction::With(Counterpart::Template(
            dice.pick(TEMPLATE_IDS).into(),
        ))),
        4 => Action::Compare(CompareAction::With(Counterpart::Document(
            dice.below(5) as u32
        ))),
        _ => Action::Compare(CompareAction::CopyCounterpart),
    }
}

fn any_action(dice: &mut Dice, page: &Page) -> Action {
    match dice.below(16) {
        0..4 => text_action(dice, page),
        4..6 => value(dice.pick(NAMES), dice.pick(VALUES)),
        6..8 => opening_action(dice),
        8 => setting_action(dice),
        9 => Action::Undo,
        10 => Action::Redo,
        11..13 => accepting_action(dice),
        13 => comparing_action(dice),
        _ => other_action(dice),
    }
}

#[test]
fn undoing_everything_gives_the_first_workspace_and_redoing_it_the_last() {
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let mut page = Page::with_gallery();
        let first = page.state.workspace.clone();
        for _ in 0..40 {
            let action = any_action(&mut dice, &page);
            page.act(action);
            assert_is_sound(&page, seed);
        }
        assert_holds_no_key(&page, seed);
        let last = page.state.workspace.clone();
        let steps = page.steps();
        let page = page.then_all((0..steps).map(|_| Action::Undo));
        assert_eq!(page.state.workspace, first, "seed {seed}");
        let page = page.then_all((0..steps).map(|_| Action::Redo));
        assert_eq!(page.state.workspace, last, "seed {seed}");
    }
}

fn assert_is_sound(page: &Page, seed: u64) {
    assert_eq!(
        page.text(),
        &**page.state.analysis.text(),
        "seed {seed}: the analysis is of the active text"
    );
    for effect in &page.effects {
        if let Effect::SelectInEditor(span) = effect {
            assert!(
                page.state.displayed().get(span.start..span.end).is_some(),
                "seed {seed}: {span:?}"
            );
        }
    }
    if page.state.refusal.is_some() {
        assert_holds_no_key(page, seed);
    }
}

fn assert_holds_no_key(page: &Page, seed: u64) {
    let everything = format!("{:?}{:?}", page.state, page.effects);
    assert!(
        !everything.contains(KEY_ID.trim()),
        "seed {seed}: the key got in"
    );
}
