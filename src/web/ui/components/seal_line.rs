//! Whether the page can still make a request.

use yew::prelude::*;

use super::icon::{Glyph, Icon};

/// What the seal is, for whoever points at it.
const EXPLANATION: &str = "Once everything is loaded, the page tells the browser to refuse every request that it could still make.";

/// Properties of [`SealLine`].
#[derive(PartialEq, Properties)]
pub struct SealLineProps {
    pub sealed: bool,
}

/// The line that says that nothing leaves the tab, and from when on the browser enforces it.
#[component]
pub fn SealLine(props: &SealLineProps) -> Html {
    let (class, glyph, words) = match props.sealed {
        true => (
            "seal-line seal-line-closed",
            Glyph::Lock,
            "Sealed: no request can leave this tab",
        ),
        false => (
            "seal-line",
            Glyph::OpenLock,
            "Loading; then the page seals itself",
        ),
    };
    html! {
        <p {class} title={EXPLANATION} data-testid="seal"><Icon {glyph} size={14} />{ words }</p>
    }
}
