//! Objects and arrays laid out over lines, the texts in them written by the format.

use super::text::Text;
use super::value::Value;

/// How a format writes what is inside brackets.
pub(super) struct Layout<'a> {
    /// What stands between name and value.
    pub colon: &'a str,
    /// What ends a member of an object, and the last one too where `closes_lists`.
    pub comma: &'a str,
    /// Whether the last member and element are ended like the others.
    pub closes_lists: bool,
    /// Writes the name of a member.
    pub key: &'a dyn Fn(&Text) -> String,
    /// Writes a text.
    pub text: &'a dyn Fn(&Text) -> String,
    /// Writes the array of all entries of a list parameter.
    pub list: &'a dyn Fn(usize) -> String,
}

/// How many blanks each level is indented by.
const INDENT: usize = 2;

impl Layout<'_> {
    /// The value over several lines, the first of them not indented; an empty object or array stays on its line.
    pub fn write(&self, value: &Value, level: usize) -> String {
        match value {
            Value::Object(members) => {
                let member = |(key, value): &(Text, Value)| {
                    let value = self.write(value, level + 1);
                    format!("{}{}{value}", (self.key)(key), self.colon)
                };
                let lines = members.iter().map(member).collect();
                self.bracketed("{", "}", self.comma, lines, level)
            }
            Value::Array(elements) => {
                let lines = elements
                    .iter()
                    .map(|one| self.write(one, level + 1))
                    .collect();
                self.bracketed("[", "]", ",", lines, level)
            }
            Value::Text(text) => (self.text)(text),
            Value::List(number) => (self.list)(*number),
            Value::Word(word) => word.clone(),
        }
    }

    fn bracketed(
        &self,
        open: &str,
        close: &str,
        comma: &str,
        lines: Vec<String>,
        level: usize,
    ) -> String {
        if lines.is_empty() {
            return format!("{open}{close}");
        }
        let inner = indent(level + 1);
        let separator = format!("{comma}\n{inner}");
        let end = if self.closes_lists { comma } else { "" };
        let lines = lines.join(&separator);
        format!("{open}\n{inner}{lines}{end}\n{}{close}", indent(level))
    }
}

/// The blanks in front of a line of this level.
pub(super) fn indent(level: usize) -> String {
    " ".repeat(level * INDENT)
}
