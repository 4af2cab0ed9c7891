//! The text field of the start: the browser's own, over the policy drawn in colours.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::LABEL;
use super::drawn_policy::drawn_policy;
use super::exchange::Exchange;
use super::policy_editor::PolicyEditorProps;
use super::text_area::TextArea;

/// Properties of [`PlainEditor`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlainEditorProps {
    /// What the editor was given.
    pub editor: PolicyEditorProps,
    /// Where typing is reported.
    pub exchange: ExchangeHandle,
}

/// The exchange as a property; equal when it is the same one.
#[derive(Clone)]
pub struct ExchangeHandle(pub Rc<Exchange>);

impl PartialEq for ExchangeHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A transparent text field over the drawn text, which gives both their size; the whole scrolls.
#[component]
pub fn PlainEditor(props: &PlainEditorProps) -> Html {
    let field = use_node_ref();
    let first_text = use_memo((), |()| AttrValue::from(props.exchange.0.value()));
    let (exchange, holder) = (props.exchange.0.clone(), field.clone());
    use_effect_with((), move |()| {
        if let Some(field) = holder.cast::<HtmlTextAreaElement>() {
            exchange.continue_in(Rc::new(TextArea::new(field, &exchange)));
            exchange.settle();
        }
    });
    html! {
        <div class="plain-editor">
            <pre class="plain-editor-numbers" aria-hidden="true">
                { line_numbers(&props.editor.text) }
            </pre>
            <div class="plain-editor-sheet">
                <pre aria-hidden="true">{ drawn_policy(&props.editor) }</pre>
                <textarea
                    ref={field}
                    aria-label={LABEL}
                    defaultvalue={(*first_text).clone()}
                    wrap="off"
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                />
            </div>
        </div>
    }
}

/// The numbers of all lines, one a line.
fn line_numbers(text: &str) -> String {
    let lone_returns = text.matches('\r').count() - text.matches("\r\n").count();
    let breaks = text.matches('\n').count() + lone_returns;
    (1..=breaks + 1)
        .map(|number| format!("{number}\n"))
        .collect()
}
