//! The whole policy for the printer; an editor prints only what is on the screen.

use gloo::events::EventListener;
use yew::prelude::*;

use super::drawn_policy::drawn_policy;
use super::policy_editor::PolicyEditorProps;

/// Draws the text on display when the browser is about to print, and takes it away afterwards.
#[component]
pub fn PrintedPolicy(props: &PolicyEditorProps) -> Html {
    let is_printing = use_state(|| false);
    let switch = is_printing.setter();
    use_effect_with((), move |()| {
        let window = gloo::utils::window();
        let listeners = [("beforeprint", true), ("afterprint", false)].map(|(event, printing)| {
            let switch = switch.clone();
            EventListener::new(&window, event, move |_| switch.set(printing))
        });
        move || drop(listeners)
    });
    if !*is_printing {
        return Html::default();
    }
    html! { <pre class="printed-policy">{ drawn_policy(props) }</pre> }
}
