//! What the fields for the values show.

use crate::engine::analysis::Analysis;
use crate::engine::placeholders::{Class, Placeholder, ValueState, Values};

/// What a field shows, taken from its placeholder.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The placeholder's place among the placeholders, from 0.
    pub number: usize,
    pub name: String,
    pub label: String,
    pub help: String,
    pub example: String,
    pub remarks: Vec<String>,
    /// The stand-ins it replaces, as written.
    pub written: Vec<String>,
    /// The only values it takes; empty means any.
    pub choices: Vec<String>,
    /// Whether it takes more than one line.
    pub multiline: bool,
    /// Whether the text may keep what stands there.
    pub optional: bool,
    /// The number of places it fills.
    pub uses: usize,
    /// What is typed.
    pub value: String,
    pub filling: Filling,
}

/// How far a field is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filling {
    Open,
    Good,
    /// With what is wrong and what to do.
    Bad(String),
}

impl Field {
    fn new(number: usize, placeholder: &Placeholder, state: &ValueState, values: &Values) -> Self {
        Self {
            number,
            name: placeholder.name.clone(),
            label: placeholder.label.clone(),
            help: placeholder.help.clone(),
            example: placeholder.example.clone(),
            remarks: placeholder.remarks.clone(),
            written: placeholder.written.clone(),
            choices: placeholder.choices.clone(),
            multiline: placeholder.kind.multiline,
            optional: placeholder.class == Class::Sample,
            uses: placeholder.uses.len(),
            value: value(placeholder, values),
            filling: state.into(),
        }
    }

    /// The id of its control, by which the focus finds it.
    pub fn control_id(name: &str) -> String {
        format!("value-{name}")
    }

    /// Whether it has to be filled in or corrected.
    pub fn is_waiting(&self) -> bool {
        match self.filling {
            Filling::Open => !self.optional,
            Filling::Good => false,
            Filling::Bad(_) => true,
        }
    }

    /// The id of the words that describe it.
    pub fn words_id(&self) -> String {
        format!("value-{}-words", self.name)
    }
}

/// The fields in the order of the placeholders; the partition is a setting, and vendors' accounts stay as they are.
pub fn fields(analysis: &Analysis, values: &Values) -> Vec<Field> {
    fields_of(analysis.placeholders(), analysis.value_states(), values)
}

/// As [`fields`], for placeholders with their states in the same order.
pub fn fields_of(
    placeholders: &[Placeholder],
    states: &[ValueState],
    values: &Values,
) -> Vec<Field> {
    let pairs = placeholders.iter().zip(states).enumerate();
    pairs
        .filter(|(_, (placeholder, _))| has_field(placeholder))
        .map(|(number, (placeholder, state))| Field::new(number, placeholder, state, values))
        .collect()
}

fn has_field(placeholder: &Placeholder) -> bool {
    placeholder.class != Class::Vendor && placeholder.kind.id != "partition"
}

/// What is typed, and before that what the template proposes.
fn value(placeholder: &Placeholder, values: &Values) -> String {
    let typed = values.by_name.get(&placeholder.name);
    typed
        .or(placeholder.default.as_ref())
        .cloned()
        .unwrap_or_default()
}

impl From<&ValueState> for Filling {
    fn from(state: &ValueState) -> Self {
        match state {
            ValueState::Unfilled => Self::Open,
            ValueState::Valid(_) => Self::Good,
            ValueState::Invalid(problem) => Self::Bad(problem.message.clone()),
        }
    }
}
