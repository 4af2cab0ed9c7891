//! Templates that are opened together, because together they do one job.

use super::error::TemplateError;
use super::fields::Fields;
use serde_json::Value;

/// Templates that are opened together, as read from their file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateSet {
    /// The name of the file without `.json`; never changes once published.
    pub id: String,
    /// The name people know it by.
    pub title: String,
    /// One sentence: what the policies do together.
    pub summary: String,
    /// Further words to find it by.
    pub keywords: Vec<String>,
    /// Whose policies they are, in the order in which they are opened.
    pub owners: Vec<SetOwner>,
}

/// A role, user, group or resource of a set, and its policies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetOwner {
    /// `role`, `user`, `group` or `resource`.
    pub what: String,
    /// The name that is suggested for it.
    pub name: String,
    /// The ids of its templates, in order.
    pub templates: Vec<String>,
}

impl TemplateSet {
    /// Reads the content of one set file, in the form that the documentation of this module's parent describes.
    ///
    /// # Errors
    /// As for [`super::Template::read`].
    pub(super) fn from_value(value: Value) -> Result<Self, TemplateError> {
        Fields::read("set", value, |fields| {
            let id = fields.text("id")?;
            fields.rename(&id);
            Ok(Self {
                id,
                title: fields.text("title")?,
                summary: fields.text("summary")?,
                keywords: fields.texts("keywords")?,
                owners: fields.objects("owners", owner)?,
            })
        })
    }

    /// The ids of all its templates, in order.
    pub fn template_ids(&self) -> impl Iterator<Item = &str> {
        let owners = self.owners.iter();
        owners
            .flat_map(|owner| &owner.templates)
            .map(String::as_str)
    }
}

fn owner(fields: &mut Fields) -> Result<SetOwner, TemplateError> {
    Ok(SetOwner {
        what: fields.text("what")?,
        name: fields.text("name")?,
        templates: fields.texts("templates")?,
    })
}
