//! Takes a JSON object apart field by field, and refuses what is missing or left over.

use super::error::TemplateError;
use serde_json::{Map, Value};

/// The fields of an object that nobody has taken yet.
pub(super) struct Fields {
    place: String,
    left: Map<String, Value>,
}

impl Fields {
    /// From here on, errors call the object `place`.
    pub(super) fn rename(&mut self, place: &str) {
        place.clone_into(&mut self.place);
    }

    pub(super) fn error(&self, reason: impl Into<String>) -> TemplateError {
        TemplateError::new(&self.place, reason)
    }

    pub(super) fn value(&mut self, name: &str) -> Result<Value, TemplateError> {
        self.left
            .shift_remove(name)
            .ok_or_else(|| self.error(format!("The field `{name}` is missing.")))
    }

    pub(super) fn text(&mut self, name: &str) -> Result<String, TemplateError> {
        match self.value(name)? {
            Value::String(text) if !text.is_empty() => Ok(text),
            _ => Err(self.error(format!("The field `{name}` should be a text."))),
        }
    }

    pub(super) fn optional_text(&mut self, name: &str) -> Result<Option<String>, TemplateError> {
        self.left
            .contains_key(name)
            .then(|| self.text(name))
            .transpose()
    }

    pub(super) fn texts(&mut self, name: &str) -> Result<Vec<String>, TemplateError> {
        self.list(name)?
            .into_iter()
            .map(|value| match value {
                Value::String(text) => Ok(text),
                _ => Err(self.error(format!("The field `{name}` should hold texts only."))),
            })
            .collect()
    }

    /// An empty list where the field is left out.
    pub(super) fn optional_texts(&mut self, name: &str) -> Result<Vec<String>, TemplateError> {
        match self.left.contains_key(name) {
            true => self.texts(name),
            false => Ok(Vec::new()),
        }
    }

    /// An empty list where the field is left out.
    pub(super) fn optional_list(&mut self, name: &str) -> Result<Vec<Value>, TemplateError> {
        match self.left.contains_key(name) {
            true => self.list(name),
            false => Ok(Vec::new()),
        }
    }

    pub(super) fn list(&mut self, name: &str) -> Result<Vec<Value>, TemplateError> {
        match self.value(name)? {
            Value::Array(values) => Ok(values),
            _ => Err(self.error(format!("The field `{name}` should be a list."))),
        }
    }

    /// Reads an object with `read`, which takes all its fields.
    pub(super) fn object<T>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Fields) -> Result<T, TemplateError>,
    ) -> Result<T, TemplateError> {
        let value = self.value(name)?;
        Self::read(&format!("{}, {name}", self.place), value, read)
    }

    /// Reads every object of a list with `read`, which takes all its fields.
    pub(super) fn objects<T>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Fields) -> Result<T, TemplateError>,
    ) -> Result<Vec<T>, TemplateError> {
        let values = self.list(name)?;
        let place = |number: usize| format!("{}, {name} {number}", self.place);
        (1..)
            .map(place)
            .zip(values)
            .map(|(place, value)| Self::read(&place, value, &read))
            .collect()
    }

    /// Reads one object with `read`; a field that `read` does not take is refused.
    pub(super) fn read<T>(
        place: &str,
        value: Value,
        read: impl Fn(&mut Fields) -> Result<T, TemplateError>,
    ) -> Result<T, TemplateError> {
        let Value::Object(left) = value else {
            return Err(TemplateError::new(place, "Should be an object."));
        };
        let place = place.to_owned();
        let mut fields = Self { place, left };
        let made = read(&mut fields)?;
        match fields.left.keys().next() {
            None => Ok(made),
            Some(name) => Err(fields.error(format!("There is no field `{name}` in templates."))),
        }
    }
}
