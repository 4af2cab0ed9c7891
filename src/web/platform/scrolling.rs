//! Scrolling one box of the page.

use web_sys::Element;

/// Scrolls the nearest box round `element` that matches the selector, as far as is needed to show it; nothing else moves.
pub fn show_within(element: &Element, selector: &str) {
    let Ok(Some(around)) = element.closest(selector) else {
        return;
    };
    let (shown, window) = (
        element.get_bounding_client_rect(),
        around.get_bounding_client_rect(),
    );
    let above = shown.top() - window.top();
    let below = shown.bottom() - window.bottom();
    if above < 0.0 || below > 0.0 {
        let distance = if above < 0.0 { above } else { below.min(above) };
        around.set_scroll_top(around.scroll_top() + distance.round() as i32);
    }
}

/// Scrolls the box round the element with this id sideways, as far as is needed to show it; nothing else moves.
pub fn show_sideways(id: &str, selector: &str) {
    let Some(element) = gloo::utils::document().get_element_by_id(id) else {
        return;
    };
    let Ok(Some(around)) = element.closest(selector) else {
        return;
    };
    let (shown, window) = (
        element.get_bounding_client_rect(),
        around.get_bounding_client_rect(),
    );
    let (before, behind) = (shown.left() - window.left(), shown.right() - window.right());
    if before < 0.0 || behind > 0.0 {
        let distance = if before < 0.0 {
            before
        } else {
            behind.min(before)
        };
        around.set_scroll_left(around.scroll_left() + distance.round() as i32);
    }
}
