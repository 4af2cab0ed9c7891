//! The policy as JSON, the form that the AWS console and the AWS CLI take.

use super::draft::Draft;
use super::refusal::Refusal;
use super::text::{Part, Text};
use super::value::Value;
use super::{Exporter, Holds, StandIns, policy_text};
use crate::engine::syntax::encode;

pub(super) const EXPORTER: Exporter = Exporter {
    id: "json",
    label: "JSON",
    purpose: "The policy as the console and the AWS CLI take it.",
    media_type: "application/json",
    extension: "json",
    stand_ins: StandIns::Refused,
    holds: Holds::One,
    attaches: false,
    creates: &[],
    render,
};

/// The text as displayed.
///
/// It is JSON already and its strings were escaped when their values were filled in, so nothing inside is quoted again.
/// A text with errors goes out as well: the console says what it makes of it.
fn render(draft: &Draft<'_>) -> Result<String, Refusal> {
    let first = draft.inputs.first();
    Ok(first
        .map_or("", |input| policy_text(input.shown))
        .to_owned())
}

/// A value without parameters as JSON on one line.
pub(super) fn minified(value: &Value) -> String {
    fixed(&in_text(value))
}

/// The value as JSON on one line, its parameters left open; those of lists stand for one entry.
pub(super) fn in_text(value: &Value) -> Text {
    let mut json = Text::default();
    push(value, &mut json);
    json
}

fn push(value: &Value, json: &mut Text) {
    match value {
        Value::Object(members) => {
            json.push_fixed("{");
            for (number, (key, value)) in members.iter().enumerate() {
                json.push_fixed(if number > 0 { "," } else { "" });
                push_string(key, json);
                json.push_fixed(":");
                push(value, json);
            }
            json.push_fixed("}");
        }
        Value::Array(elements) => {
            json.push_fixed("[");
            for (number, element) in elements.iter().enumerate() {
                json.push_fixed(if number > 0 { "," } else { "" });
                push(element, json);
            }
            json.push_fixed("]");
        }
        Value::Text(text) => push_string(text, json),
        Value::List(number) => push_string(&Text::parameter(*number), json),
        Value::Word(word) => json.push_fixed(word),
    }
}

fn push_string(text: &Text, json: &mut Text) {
    json.push_fixed("\"");
    for part in text.parts() {
        match part {
            Part::Fixed(text) => json.push_fixed(inside_quotes(&encode(text))),
            Part::Parameter(number) => json.push_parameter(*number),
            Part::Reference(name) => json.push(&Text::reference(name)),
        }
    }
    json.push_fixed("\"");
}

fn inside_quotes(json: &str) -> &str {
    let opened = json.strip_prefix('"').unwrap_or(json);
    opened.strip_suffix('"').unwrap_or(opened)
}

fn fixed(text: &Text) -> String {
    text.written(|part| match part {
        Part::Fixed(text) => text.clone(),
        Part::Parameter(_) | Part::Reference(_) => String::new(),
    })
}

#[cfg(test)]
mod tests {
    use crate::engine::export::tests::{export, export_literally};

    #[test]
    fn drops_the_byte_order_mark_and_the_white_space_round_the_document() {
        assert_eq!(
            export(
                "json",
                "\u{feff}\r\n {\n  \"Version\": \"2012-10-17\"\n}\n\n"
            ),
            "{\n  \"Version\": \"2012-10-17\"\n}"
        );
    }

    #[test]
    fn leaves_every_hostile_string_as_it_stands() {
        for string in [
            "${aws:username}",
            "%{if true}",
            "{{ 7 * 7 }}",
            "<script>alert(1)</script>",
            "$(id)",
            "`id`",
            "' OR 1=1 --",
            "\\\"\\\\\\n\\u0000",
            "\u{feff} \u{2028}",
            "EOF\\nEOF",
        ] {
            let policy = format!("{{\"Sid\": \"{string}\"}}");
            assert_eq!(export_literally("json", &policy), policy);
        }
    }
}
