//! The line below the text.

use yew::prelude::*;

use super::size_meter::SizeMeter;
use crate::engine::policy::Attachment;
use crate::session::Action;

/// Properties of [`StatusLine`].
#[derive(PartialEq, Properties)]
pub struct StatusLineProps {
    /// What kind of policy it is, in words.
    pub kind: AttrValue,
    /// Line and column of the cursor, both from 1; none until there is a cursor.
    pub cursor: Option<(usize, usize)>,
    /// Where the policy goes, and its size when filled, in the quota's unit.
    pub size: Option<(Attachment, usize)>,
    pub dispatch: Callback<Action>,
}

/// What kind it is, where the cursor stands, how large it is.
#[component]
pub fn StatusLine(props: &StatusLineProps) -> Html {
    html! {
        <div class="status-line">
            <span>{ props.kind.clone() }</span>
            if let Some((line, column)) = props.cursor {
                <span>{ format!("Line {line}, column {column}") }</span>
            }
            if let Some((attachment, used)) = props.size {
                <SizeMeter {attachment} {used} dispatch={props.dispatch.clone()} />
            }
        </div>
    }
}
