//! The line at the top of every screen.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::seal_line::SealLine;

/// Properties of [`Masthead`].
#[derive(PartialEq, Properties)]
pub struct MastheadProps {
    pub sealed: bool,
    /// What stands between the product's name and the seal.
    #[prop_or_default]
    pub children: Html,
}

/// What this is, what can be done on every part of the screen, and the seal.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    html! {
        <header class="masthead">
            <p class="masthead-brand"><Icon glyph={Glyph::Shield} size={22} />{ "IAM Policy Editor" }</p>
            { props.children.clone() }
            <SealLine sealed={props.sealed} />
        </header>
    }
}
