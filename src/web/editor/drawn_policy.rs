//! A policy's text, drawn by Yew in the page's colours.

use yew::prelude::*;

use super::look::Look;
use super::policy_editor::PolicyEditorProps;

/// A text of more bytes is drawn without colours: so many elements at every key would be slow.
const DRAWN_IN_COLOURS: usize = 50_000;

/// The text on display as the content of a `<pre>`.
///
/// It ends in one line break more than the text, which a `<pre>` does not show, so that an empty last line has its height.
pub fn drawn_policy(props: &PolicyEditorProps) -> Html {
    if props.text.len() > DRAWN_IN_COLOURS {
        return html! { <>{ &*props.text }{ "\n" }</> };
    }
    let Look { names, runs } = Look::of(&props.analysis, props.view);
    let drawn_run = |(span, index): (crate::engine::text::Span, usize)| {
        let words = span.text(&props.text);
        match names.get(index) {
            Some(name) if !name.is_empty() => html! { <span class={name.clone()}>{ words }</span> },
            _ => html! { words },
        }
    };
    html! { <>{ for runs.into_iter().map(drawn_run) }{ "\n" }</> }
}
