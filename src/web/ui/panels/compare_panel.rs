//! "Does mine match?": what the policy is compared with, how they compare, and both beside each other.

use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::engine::matching::{Binding, Difference, Match, Outcome, Side};
use crate::session::{Action, CompareAction, Comparing, Counterpart, CounterpartGroup};
use crate::web::platform::focus::focus_id;
use crate::web::ui::components::icon::{Glyph, Icon};
use crate::web::ui::components::prose::Prose;
use crate::web::ui::components::select_field::use_choice;
use crate::web::ui::components::statement_pair::{Sides, statement_pair};

/// The id of the panel, which the button that opens it names as what it controls.
pub const PANEL_ID: &str = "compare";

/// The id of that button, which takes the focus back.
pub const BUTTON_ID: &str = "open-compare";

const TITLE_ID: &str = "compare-title";

/// Properties of [`ComparePanel`].
#[derive(PartialEq, Properties)]
pub struct ComparePanelProps {
    pub comparing: Comparing,
    /// What can be compared with.
    pub groups: Vec<CounterpartGroup>,
    /// What the chosen counterpart is called.
    pub name: Option<String>,
    pub dispatch: Callback<Action>,
}

/// The choice, then the outcome in words, then the statements side by side; takes the focus when it opens.
#[component]
pub fn ComparePanel(props: &ComparePanelProps) -> Html {
    use_effect_with((), |()| focus_id(TITLE_ID));
    let node = use_node_ref();
    let chosen = props.comparing.with.as_ref().map(Counterpart::id);
    use_choice(&node, chosen.unwrap_or_default().into());
    html! {
        <section id={PANEL_ID} class="compare-panel" aria-labelledby={TITLE_ID}>
            <div class="compare-head">
                <h2 id={TITLE_ID} class="panel-title" tabindex="-1">{ "Does mine match?" }</h2>
                <label class="compare-with">
                    <span class="field-label">{ "Compare with" }</span>
                    <select ref={node} class="field-control" onchange={choose(&props.dispatch)}>
                        if props.comparing.with.is_none() {
                            <option value="" disabled=true>{ "Choose a policy …" }</option>
                        }
                        { for props.groups.iter().map(group) }
                    </select>
                </label>
                { close(&props.dispatch) }
            </div>
            if props.comparing.with == Some(Counterpart::Text) {
                { other_text(props) }
            }
            { found(props) }
        </section>
    }
}

fn choose(dispatch: &Callback<Action>) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(counterpart) = Counterpart::from_id(&id) {
            dispatch.emit(Action::Compare(CompareAction::With(counterpart)));
        }
    })
}

fn group(group: &CounterpartGroup) -> Html {
    let options = group.entries.iter().map(|(counterpart, label)| {
        html! { <option value={counterpart.id()}>{ label }</option> }
    });
    html! { <optgroup label={group.title}>{ for options }</optgroup> }
}

fn close(dispatch: &Callback<Action>) -> Html {
    let onclick = dispatch.reform(|_| {
        focus_id(BUTTON_ID);
        Action::Compare(CompareAction::Stop)
    });
    html! {
        <button
            type="button"
            class="button button-bare button-icon button-small compare-close"
            aria-label="Close the comparison"
            {onclick}
        >
            <Icon glyph={Glyph::Close} size={14} />
        </button>
    }
}

fn other_text(props: &ComparePanelProps) -> Html {
    let oninput = props.dispatch.reform(|event: InputEvent| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        Action::Compare(CompareAction::SetText(field.value()))
    });
    html! {
        <label class="field">
            <span class="field-label">{ "The other policy" }</span>
            <textarea
                class="field-control field-code"
                rows="4"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                placeholder="Paste it here, in whatever form you have it."
                value={props.comparing.pasted.clone()}
                {oninput}
            />
        </label>
    }
}

/// How they compare; an empty status where there is nothing to compare, so that screen readers hear the first outcome too.
fn found(props: &ComparePanelProps) -> Html {
    let found = props.comparing.found.as_deref();
    html! {
        <>
            <div role="status" class="compare-outcome">{ found.map(|found| headline(found.outcome)) }</div>
            if let Some(found) = found {
                <div class="compare-body">
                    <div class="compare-words">
                        { differences(&found.differences) }
                        { bindings(found) }
                        { copy(found, props) }
                    </div>
                    <div class="compare-statements">{ statements(found, props) }</div>
                </div>
            }
        </>
    }
}

fn headline(outcome: Outcome) -> Html {
    let (glyph, class) = match outcome {
        _ if outcome.is_same() => (Glyph::Tick, "compare-same"),
        Outcome::Different { .. } => (Glyph::Triangle, "compare-differs"),
        _ => (Glyph::Alert, "compare-open"),
    };
    html! {
        <>
            <p class={classes!("compare-headline", class)}><Icon {glyph} />{ format!("{}.", outcome.headline()) }</p>
            <p>{ outcome.explanation() }</p>
        </>
    }
}

fn differences(differences: &[Difference]) -> Html {
    let items = differences.iter().map(|difference| {
        let without = difference.without.iter().map(|condition| {
            html! { <li><Prose text={format!("also when this does not hold: {condition}")} /></li> }
        });
        html! {
            <li>
                <Prose text={format!("Statement {}: {}", difference.statement + 1, difference.sentence)} />
                if !difference.without.is_empty() {
                    <ul>{ for without }</ul>
                }
            </li>
        }
    });
    listed("What differs", items.collect())
}

/// What stand-ins were taken to be, and those that are left.
fn bindings(found: &Match) -> Html {
    let bound = found
        .bindings
        .iter()
        .map(|binding| html! { <li><Prose text={bound(binding)} /></li> });
    let unbound = found.unbound.iter().map(|written| {
        html! { <li><Prose text={format!("`{written}` has no value.")} /></li> }
    });
    listed("Stand-ins", bound.chain(unbound).collect())
}

fn bound(binding: &Binding) -> String {
    let whose = match binding.side {
        Side::Mine => "Your",
        Side::Theirs => "Its",
    };
    let values: Vec<String> = binding
        .value
        .lines()
        .map(|value| format!("`{value}`"))
        .collect();
    format!(
        "{whose} `{}` was taken to be {}.",
        binding.written,
        values.join(", ")
    )
}

/// A heading over a list; nothing where the list is empty.
fn listed(title: &str, items: Vec<Html>) -> Html {
    match items.is_empty() {
        true => Html::default(),
        false => html! { <><h3>{ title.to_owned() }</h3><ul>{ items }</ul></> },
    }
}

/// The text to take over, where there is something to do.
fn copy(found: &Match, props: &ComparePanelProps) -> Html {
    if matches!(found.outcome, Outcome::Unreadable { theirs: true, .. }) || found.outcome.is_same()
    {
        return Html::default();
    }
    let onclick = props
        .dispatch
        .reform(|_| Action::Compare(CompareAction::CopyCounterpart));
    html! {
        <>
            <h3>{ "To do as the other does" }</h3>
            <button type="button" class="button button-small" {onclick}>
                <Icon glyph={Glyph::Copy} size={14} />{ "Copy the other policy" }
            </button>
            <details class="compare-text">
                <summary><Icon glyph={Glyph::Angle} size={12} />{ "Text to copy" }</summary>
                <pre tabindex="0">{ &found.text_to_copy }</pre>
            </details>
        </>
    }
}

fn statements(found: &Match, props: &ComparePanelProps) -> Html {
    if found.pairs.is_empty() || matches!(found.outcome, Outcome::Unreadable { .. }) {
        return Html::default();
    }
    let sides = Sides {
        mine: "Yours",
        theirs: props.name.as_deref().unwrap_or_default(),
    };
    // Where differences are told already, nothing is told twice.
    let in_words = found.differences.is_empty();
    html! {
        <>
            <h3>{ "Side by side" }</h3>
            { for found.pairs.iter().map(|pair| statement_pair(pair, sides, in_words)) }
        </>
    }
}
