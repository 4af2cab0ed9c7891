//! What is shown while something is dragged over the page.

use yew::prelude::*;

use super::icon::{Glyph, Icon};

/// Says that the page takes what is held over it.
#[component]
pub fn DropOverlay() -> Html {
    html! {
        <div class="drop-overlay" aria-hidden="true">
            <p class="drop-overlay-words"><Icon glyph={Glyph::File} size={24} />{ "Drop it to open it here" }</p>
        </div>
    }
}
