//! A policy as a value: objects, arrays and texts, in the order of the document.

use super::text::Text;

/// A value of the document.
///
/// Never nested deeper than [`super::reading::DEEPEST`], so that formats may follow it by recursion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// An object with its members in order.
    Object(Vec<(Text, Value)>),
    /// An array.
    Array(Vec<Value>),
    /// A string.
    Text(Text),
    /// All entries of the list parameter with this number, as an array.
    List(usize),
    /// A number, `true`, `false` or `null`, as written.
    Word(String),
}

impl Value {
    /// The value of the member with this name.
    pub fn member(&self, name: &str) -> Option<&Value> {
        let Value::Object(members) = self else {
            return None;
        };
        let mut members = members.iter();
        members.find_map(|(key, value)| (key.as_fixed() == Some(name)).then_some(value))
    }

    /// The value itself, or the elements of an array.
    pub fn one_or_many(&self) -> &[Value] {
        match self {
            Value::Array(elements) => elements,
            _ => std::slice::from_ref(self),
        }
    }

    /// The texts of the value: its own, or those of its elements.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.one_or_many().iter().filter_map(|value| match value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }

    /// The statements of a policy.
    pub fn statements(&self) -> &[Value] {
        self.member("Statement")
            .map_or(&[], |statement| statement.one_or_many())
    }
}
