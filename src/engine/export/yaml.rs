//! The policy as YAML, for files that hold policies in other tools.

use super::draft::Draft;
use super::output::indent;
use super::refusal::Refusal;
use super::text::{Part, Text};
use super::value::Value;
use super::{Exporter, Holds, StandIns};

pub(super) const EXPORTER: Exporter = Exporter {
    id: "yaml",
    label: "YAML",
    purpose: "The policy for a YAML file of another tool.",
    media_type: "application/yaml",
    extension: "yaml",
    stand_ins: StandIns::Refused,
    holds: Holds::One,
    attaches: false,
    creates: &[],
    render,
};

fn render(draft: &Draft<'_>) -> Result<String, Refusal> {
    let plain = Layout {
        text: &|text| scalar(&fixed(text)),
        list: &|_| "[]".to_owned(),
    };
    let documents = draft.documents()?;
    let text = documents.first().map(|document| plain.block(document, 0));
    Ok(text.unwrap_or_default().trim_end().to_owned())
}

/// How texts and lists are written, for formats that are YAML with tags of their own.
pub(super) struct Layout<'a> {
    /// Writes a text on one line.
    pub text: &'a dyn Fn(&Text) -> String,
    /// Writes the array of all entries of a list parameter on one line.
    pub list: &'a dyn Fn(usize) -> String,
}

impl Layout<'_> {
    /// The value in block style, each line indented by the level and ended by a line break.
    pub fn block(&self, value: &Value, level: usize) -> String {
        match value {
            Value::Object(members) if !members.is_empty() => {
                let member = |(key, value): &(Text, Value)| {
                    let key = scalar(&fixed(key));
                    format!("{}{key}:{}", indent(level), self.behind_key(value, level))
                };
                members.iter().map(member).collect()
            }
            Value::Array(elements) if !elements.is_empty() => elements
                .iter()
                .map(|one| self.element(one, level))
                .collect(),
            other => format!("{}{}\n", indent(level), self.flow(other)),
        }
    }

    fn behind_key(&self, value: &Value, level: usize) -> String {
        match is_block(value) {
            true => format!("\n{}", self.block(value, level + 1)),
            false => format!(" {}\n", self.flow(value)),
        }
    }

    /// An element behind its dash: a block's first line moves up to it.
    fn element(&self, value: &Value, level: usize) -> String {
        let block = self.block(value, level + 1);
        format!("{}- {}", indent(level), block.trim_start_matches(' '))
    }

    fn flow(&self, value: &Value) -> String {
        match value {
            Value::Object(_) => "{}".to_owned(),
            Value::Array(_) => "[]".to_owned(),
            Value::Text(text) => (self.text)(text),
            Value::List(number) => (self.list)(*number),
            Value::Word(word) => word.clone(),
        }
    }
}

fn is_block(value: &Value) -> bool {
    match value {
        Value::Object(members) => !members.is_empty(),
        Value::Array(elements) => !elements.is_empty(),
        _ => false,
    }
}

fn fixed(text: &Text) -> String {
    text.written(|part| match part {
        Part::Fixed(text) => text.clone(),
        Part::Parameter(_) | Part::Reference(_) => String::new(),
    })
}

/// A text as a scalar: plain where YAML 1.1 and 1.2 both read it as that text, else in double quotes.
pub(super) fn scalar(text: &str) -> String {
    match is_plain(text) {
        true => text.to_owned(),
        false => quoted(text),
    }
}

/// Letters first, none of the signs that YAML reads, and none of the words that YAML 1.1 takes for something else.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let is_safe = |one: char| one.is_ascii_alphanumeric() || "_-./:".contains(one);
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(is_safe)
        && !text.ends_with(':')
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// A text in double quotes, on one line, with everything escaped that some parser folds, drops or refuses.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for one in text.chars() {
        match one {
            '"' | '\\' => quoted.extend(['\\', one]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ if is_unprintable(one) => quoted.push_str(&format!("\\u{:04x}", u32::from(one))),
            _ => quoted.push(one),
        }
    }
    quoted.push('"');
    quoted
}

/// Control characters, further line breaks, the byte order mark and what is no character (YAML 1.2.2, "Character Set").
fn is_unprintable(one: char) -> bool {
    one.is_control()
        || matches!(
            one,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

#[cfg(test)]
mod tests {
    use super::{quoted, scalar};
    use crate::engine::export::tests::export;

    #[test]
    fn writes_blocks() {
        assert_eq!(
            export(
                "yaml",
                r#"{"Version": "2012-10-17", "Statement": [{"Action": ["s3:GetObject", "s3:*"], "Condition": {"Bool": {"aws:SecureTransport": false}}, "X": [], "Z": {}}, [["a"]]]}"#
            ),
            "\
Version: \"2012-10-17\"
Statement:
  - Action:
      - s3:GetObject
      - \"s3:*\"
    Condition:
      Bool:
        aws:SecureTransport: false
    X: []
    Z: {}
  - - - a"
        );
    }

    #[test]
    fn quotes_whatever_some_parser_reads_as_something_else() {
        for plain in ["Allow", "s3:GetObject", "aws:PrincipalTag/team", "a.b-c_d"] {
            assert_eq!(scalar(plain), plain);
        }
        for other in [
            "",
            "*",
            "2012-10-17",
            "on",
            "No",
            "NULL",
            "~",
            "1e3",
            "a: b",
            "a #b",
            "- a",
            "a:",
            "!Ref x",
            "&a",
            "${a}",
            "é",
            " a",
        ] {
            assert_eq!(scalar(other), format!("\"{other}\""), "{other}");
        }
        assert_eq!(
            quoted("\"\\\n\t\u{0}\u{85}\u{2028}\u{feff}é𝄞"),
            r#""\"\\\n\t\u0000\u0085\u2028\ufeffé𝄞""#
        );
    }
}
