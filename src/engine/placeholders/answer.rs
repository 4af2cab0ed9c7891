//! What a pasted address fills in: the field that it was pasted into, and every other one that it can.

use super::address::{Told, told_by};
use super::placeholder::{Class, Placeholder};
use super::types::PARTITION;
use super::value::{ValueState, Values, value_state};

/// What an entered text gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Names of placeholders with their values, the field that it was entered into first.
    pub values: Vec<(String, String)>,
    /// The partition that the text speaks of, where the workspace has another.
    pub partition: Option<String>,
}

/// What a text gives that was entered into the field of one of the placeholders.
///
/// An ARN, a sign-in address or an address of the console gives the part that the field asks for, and fills the fields that
/// have no value yet: those of a type that no other field has, and of several the one that stands in one text with the field.
/// Any other text goes into the field as it is.
pub fn answers(
    entered: &str,
    field: &Placeholder,
    placeholders: &[Placeholder],
    values: &Values,
) -> Answers {
    let told = told_by(entered);
    let of_field = told.iter().find(|told| told.type_id == field.kind.id);
    let own = of_field.map_or(entered, |told| told.value.as_str());
    let mut all = vec![(field.name.clone(), own.to_string())];
    for told in &told {
        let open = placeholders
            .iter()
            .filter(|one| one.name != field.name && is_open(one, values));
        let fitting = open.filter(|one| one.kind.id == told.type_id);
        if let Some(other) = fitting.clone().find(|one| stands_with(one, field)) {
            all.push((other.name.clone(), told.value.clone()));
        } else if let Some(other) = only(placeholders, told, field) {
            let is_open = is_open(other, values);
            all.extend(is_open.then(|| (other.name.clone(), told.value.clone())));
        }
    }
    let partition = told.into_iter().find(|told| told.type_id == PARTITION.id);
    Answers {
        values: all,
        partition: partition
            .map(|told| told.value)
            .filter(|told| *told != values.partition),
    }
}

/// The placeholder that alone asks for what was told, beside the field itself.
fn only<'p>(
    placeholders: &'p [Placeholder],
    told: &Told,
    field: &Placeholder,
) -> Option<&'p Placeholder> {
    let mut asking = placeholders
        .iter()
        .filter(|one| one.kind.id == told.type_id && one.class == Class::Placeholder);
    let first = asking.next();
    first.filter(|one| asking.next().is_none() && one.name != field.name)
}

fn is_open(placeholder: &Placeholder, values: &Values) -> bool {
    let is_stand_in = placeholder.class == Class::Placeholder && placeholder.kind != &PARTITION;
    is_stand_in && value_state(placeholder, values) == ValueState::Unfilled
}

/// Whether both stand in one text, as account and queue do in the ARN of a queue.
fn stands_with(one: &Placeholder, field: &Placeholder) -> bool {
    let mut uses = one.uses.iter();
    uses.any(|here| field.uses.iter().any(|there| there.node == here.node))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::placeholders::recognise;
    use crate::engine::syntax::parse;

    fn given(text: &str, field: &str, entered: &str, typed: &[(&str, &str)]) -> Answers {
        let placeholders = recognise(&parse(text), &[]);
        let mut values = Values::default();
        let typed = typed
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()));
        values.by_name.extend(typed);
        let field = placeholders.iter().find(|one| one.name == field).unwrap();
        answers(entered, field, &placeholders, &values)
    }

    fn pairs(answers: &Answers) -> Vec<(&str, &str)> {
        let values = answers.values.iter();
        values
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect()
    }

    const QUEUE: &str = r#"["arn:aws:sqs:<region>:<account>:<queue>", "arn:aws:s3:::<bucket>/*"]"#;

    #[test]
    fn an_arn_fills_every_field_of_its_parts() {
        let arn = "arn:aws-cn:sqs:cn-north-1:210987654321:orders";
        let answers = given(QUEUE, "account", arn, &[]);
        assert_eq!(
            pairs(&answers),
            [
                ("account", "210987654321"),
                ("region", "cn-north-1"),
                ("queue", "orders")
            ]
        );
        assert_eq!(answers.partition.as_deref(), Some("aws-cn"));
    }

    #[test]
    fn an_address_fills_what_it_can() {
        let sign_in = "https://210987654321.signin.aws.amazon.com/console";
        let answers = given(QUEUE, "account", sign_in, &[]);
        assert_eq!(pairs(&answers), [("account", "210987654321")]);
        let console =
            "https://eu-central-1.console.aws.amazon.com/s3/buckets/acme?region=eu-central-1";
        let answers = given(QUEUE, "bucket", console, &[]);
        let expected = [("bucket", "acme"), ("region", "eu-central-1")];
        assert_eq!(pairs(&answers), expected);
        assert_eq!(answers.partition, None);
    }

    #[test]
    fn what_has_a_value_keeps_it_and_other_texts_fill_one_field() {
        let arn = "arn:aws:sqs:eu-west-1:210987654321:orders";
        let answers = given(QUEUE, "account", arn, &[("region", "eu-north-1")]);
        assert_eq!(
            pairs(&answers),
            [("account", "210987654321"), ("queue", "orders")]
        );
        let answers = given(QUEUE, "account", "2109-8765-4321", &[]);
        assert_eq!(pairs(&answers), [("account", "2109-8765-4321")]);
    }

    #[test]
    fn of_several_fields_of_a_type_only_the_one_beside_is_filled() {
        let text = r#"["arn:aws:iam::<a>:role/<r>", "arn:aws:iam::<b>:root"]"#;
        let arn = "arn:aws:iam::210987654321:role/jo";
        assert_eq!(
            pairs(&given(text, "r", arn, &[])),
            [("r", "jo"), ("a", "210987654321")]
        );
        let apart = r#"["arn:aws:iam::<a>:root", "arn:aws:iam::<b>:root", "arn:aws:s3:::<c>"]"#;
        let answers = given(apart, "c", arn, &[]);
        assert_eq!(pairs(&answers), [("c", arn)]);
    }
}
