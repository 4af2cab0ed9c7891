//! A statement of the policy beside its counterpart in the one that it is compared with.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::engine::matching::{Beside, Change, Pair};
use crate::web::ui::components::prose::Prose;

/// What the two sides are called.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub mine: &'a str,
    pub theirs: &'a str,
}

/// Both texts under a line that says how they compare; open where they differ.
///
/// `in_words` adds what differs, element by element.
pub fn statement_pair(pair: &Pair, sides: Sides, in_words: bool) -> Html {
    html! {
        <details class="statement-pair" open={!pair.is_same}>
            <summary><Icon glyph={Glyph::Angle} size={12} />{ heading(pair) }</summary>
            if in_words {
                { changes(&pair.changes) }
            }
            <div class="statement-pair-texts">
                { side(sides.mine, pair.mine.as_ref()) }
                { side(sides.theirs, pair.theirs.as_ref()) }
            </div>
        </details>
    }
}

fn heading(pair: &Pair) -> String {
    let number = |beside: &Beside| beside.statement + 1;
    match (&pair.mine, &pair.theirs) {
        (Some(mine), Some(theirs)) => {
            let how = if pair.is_same {
                "the same"
            } else {
                "different"
            };
            let (mine, theirs) = (number(mine), number(theirs));
            match mine == theirs {
                true => format!("Statement {mine}: {how}"),
                false => format!("Your statement {mine} and its {theirs}: {how}"),
            }
        }
        (Some(mine), None) => format!("Statement {}: only in yours", number(mine)),
        (None, Some(theirs)) => format!("Statement {}: only in the other", number(theirs)),
        (None, None) => String::new(),
    }
}

/// What each element has on one side alone.
fn changes(changes: &[Change]) -> Html {
    let sentences = changes.iter().flat_map(|change| {
        let sides = [
            ("only yours has", &change.only_mine),
            ("only the other has", &change.only_theirs),
        ];
        let told = sides.into_iter().filter(|(_, entries)| !entries.is_empty());
        told.map(|(who, entries)| (change.element, who, entries))
    });
    let items: Vec<Html> = sentences
        .map(|(element, who, entries)| {
            html! { <li><code>{ element }</code>{ format!(": {who} ") }{ listed(element, entries) }</li> }
        })
        .collect();
    match items.is_empty() {
        true => Html::default(),
        false => html! { <ul class="statement-pair-changes">{ items }</ul> },
    }
}

/// Conditions are sentences, all else is code.
fn listed(element: &str, entries: &[String]) -> Html {
    let words = match element {
        "Condition" => entries.join("; and "),
        _ => entries
            .iter()
            .map(|entry| format!("`{entry}`"))
            .collect::<Vec<_>>()
            .join(", "),
    };
    html! { <Prose text={words} /> }
}

fn side(name: &str, beside: Option<&Beside>) -> Html {
    html! {
        <div class="statement-pair-side">
            <h4>{ name.to_owned() }</h4>
            {
                match beside {
                    Some(beside) => html! { <pre tabindex="0">{ for beside.lines().into_iter().map(line) }</pre> },
                    None => html! { <p class="field-words">{ "No such statement." }</p> },
                }
            }
        </div>
    }
}

/// A line, marked behind its indentation where the other side does not say so.
fn line((text, is_own): (&str, bool)) -> Html {
    let words = text.trim_start();
    let indentation = text.strip_suffix(words).unwrap_or_default().to_owned();
    match is_own {
        true => html! { <>{ indentation }<mark>{ words.to_owned() }</mark>{ "\n" }</> },
        false => html! { { format!("{text}\n") } },
    }
}
