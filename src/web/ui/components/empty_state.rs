//! What stands where there is nothing to show.

use yew::prelude::*;

use super::icon::{Glyph, Icon};

/// Properties of [`EmptyState`].
#[derive(PartialEq, Properties)]
pub struct EmptyStateProps {
    pub glyph: Glyph,
    pub title: AttrValue,
    /// Whether nothing to show is good news.
    #[prop_or_default]
    pub good: bool,
    /// What it means, or a way on.
    #[prop_or_default]
    pub children: Html,
}

/// A drawing, a title, and what there is to say about it.
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! {
        <div class={classes!("empty-state", props.good.then_some("empty-state-good"))}>
            <Icon glyph={props.glyph} size={32} />
            <p class="empty-state-title">{ props.title.clone() }</p>
            { props.children.clone() }
        </div>
    }
}
