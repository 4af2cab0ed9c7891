//! Sentences in which code stands between backticks.

use yew::prelude::*;

/// Properties of [`Prose`].
#[derive(PartialEq, Properties)]
pub struct ProseProps {
    pub text: AttrValue,
}

/// A sentence, with what stands between backticks set as code.
#[component]
pub fn Prose(props: &ProseProps) -> Html {
    pieces(&props.text)
        .map(|(is_code, piece)| match is_code {
            true => html! { <code>{ piece }</code> },
            false => html! { piece },
        })
        .collect()
}

/// The pieces outside backticks and between them; a backtick without a partner is a character like any other.
fn pieces(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let backticks = text.matches('`').count();
    let paired = backticks - backticks % 2;
    [false, true]
        .into_iter()
        .cycle()
        .zip(text.splitn(paired + 1, '`'))
        .filter(|(_, piece)| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn sets_as_code_what_stands_between_backticks() {
        for (text, expected) in [
            ("plain", vec![(false, "plain")]),
            ("a `b` c", vec![(false, "a "), (true, "b"), (false, " c")]),
            ("`b`", vec![(true, "b")]),
            ("one ` alone", vec![(false, "one ` alone")]),
            ("`a` and ` b", vec![(true, "a"), (false, " and ` b")]),
            ("", vec![]),
        ] {
            assert_eq!(pieces(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
