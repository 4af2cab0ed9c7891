//! Why a template file cannot be used.

use std::fmt;

/// Why a template file cannot be used; displayed as `place: reason`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// The template's id, and where in it: `aws-batch-service-role, placeholders 2`, counted from one.
    pub place: String,
    /// What is wrong there, as a sentence that names the field.
    pub reason: String,
}

impl TemplateError {
    pub(super) fn new(place: &str, reason: impl Into<String>) -> Self {
        Self {
            place: place.to_owned(),
            reason: reason.into(),
        }
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl std::error::Error for TemplateError {}
