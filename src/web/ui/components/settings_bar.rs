//! The three settings: kind, place, partition.

use yew::prelude::*;

use super::select_field::{Choice, SelectField};
use crate::engine::catalog::PARTITION_RULES;
use crate::engine::policy::{Attachment, KindChoice, PolicyKind};
use crate::session::Action;

/// The id of the entry that leaves the kind to be recognised.
const RECOGNISED: &str = "auto";

/// Properties of [`SettingsBar`].
#[derive(PartialEq, Properties)]
pub struct SettingsBarProps {
    pub kind: PolicyKind,
    pub choice: KindChoice,
    pub attachment: Option<Attachment>,
    /// The id of the partition.
    pub partition: AttrValue,
    pub dispatch: Callback<Action>,
}

/// Three lists to choose from.
#[component]
pub fn SettingsBar(props: &SettingsBarProps) -> Html {
    html! {
        <div class="settings-bar" role="group" aria-label="Settings">
            { kind_field(props) }
            { place_field(props) }
            { partition_field(props) }
        </div>
    }
}

fn kind_field(props: &SettingsBarProps) -> Html {
    let recognised = match props.choice {
        KindChoice::Auto => format!("Auto: {}", props.kind.label()),
        KindChoice::Set(_) => "Recognise it".to_owned(),
    };
    let mut choices = vec![choice(RECOGNISED, recognised)];
    choices.extend(
        PolicyKind::ALL
            .iter()
            .map(|kind| choice(kind.id(), kind.label())),
    );
    let chosen = match props.choice {
        KindChoice::Auto => RECOGNISED,
        KindChoice::Set(kind) => kind.id(),
    };
    let on_choose = props.dispatch.reform(|id: String| {
        Action::SetKind(PolicyKind::from_id(&id).map_or(KindChoice::Auto, KindChoice::Set))
    });
    html! { <SelectField label="Kind of policy" {choices} {chosen} {on_choose} /> }
}

fn place_field(props: &SettingsBarProps) -> Html {
    let places = Attachment::for_kind(props.kind).iter();
    let choices: Vec<Choice> = places
        .map(|place| choice(place.id(), place.label()))
        .collect();
    let dispatch = props.dispatch.clone();
    let on_choose = move |id: String| {
        if let Some(place) = Attachment::from_id(&id) {
            dispatch.emit(Action::SetAttachment(place));
        }
    };
    let chosen = props.attachment.map_or("", Attachment::id);
    html! { <SelectField label="Where it goes" {choices} {chosen} {on_choose} /> }
}

fn partition_field(props: &SettingsBarProps) -> Html {
    let choices: Vec<Choice> = PARTITION_RULES
        .iter()
        .map(|rule| choice(rule.id, partition_label(rule.id)))
        .collect();
    let on_choose = props.dispatch.reform(Action::SetPartition);
    html! { <SelectField label="Partition" {choices} chosen={props.partition.clone()} {on_choose} /> }
}

fn choice(id: &'static str, label: impl Into<AttrValue>) -> Choice {
    Choice {
        id: id.into(),
        label: label.into(),
    }
}

fn partition_label(id: &str) -> String {
    match id {
        "aws" => "aws (standard)".to_owned(),
        "aws-cn" => "aws-cn (China)".to_owned(),
        "aws-us-gov" => "aws-us-gov (GovCloud)".to_owned(),
        "aws-eusc" => "aws-eusc (European Sovereign Cloud)".to_owned(),
        other => other.to_owned(),
    }
}
