//! The templates on offer, and how to find one.

use super::error::TemplateError;
use super::fields::Fields;
use super::reading::parse;
use super::template::Template;

/// What errors call the bundled file.
const PLACE: &str = "gallery";

/// The templates on offer, in the order in which they are shown: what a document published stands before our variant of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gallery {
    templates: Vec<Template>,
}

impl Gallery {
    /// Reads the bundled file `{"templates": [...]}`, whose entries are template files.
    ///
    /// # Errors
    /// As for [`Template::read`]; also an id that occurs twice.
    pub fn read(json: &str) -> Result<Self, TemplateError> {
        let values = Fields::read(PLACE, parse(PLACE, json)?, |file| file.list("templates"))?;
        let mut gallery = Self {
            templates: Vec::new(),
        };
        for value in values {
            gallery.add(Template::from_value(value)?)?;
        }
        Ok(gallery)
    }

    fn add(&mut self, template: Template) -> Result<(), TemplateError> {
        if self.find(&template.id).is_some() {
            return Err(TemplateError::new(&template.id, "This id occurs twice."));
        }
        self.templates.push(template);
        Ok(())
    }

    /// The template with this id.
    pub fn find(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == id)
    }

    /// The templates in which every word of `query` occurs, in gallery order; all of them for a blank query.
    ///
    /// Looked at are title, provider, summary, keywords, kind and the services of the actions.
    /// Upper and lower case are the same, and a part of a word is enough.
    pub fn search(&self, query: &str) -> Vec<&Template> {
        let query = query.to_lowercase();
        self.templates
            .iter()
            .filter(|template| {
                let described = description(template);
                query
                    .split_whitespace()
                    .all(|word| described.contains(word))
            })
            .collect()
    }
}

/// What a template is found by, in lower case; the parts stand on lines of their own.
fn description(template: &Template) -> String {
    [
        template.title.as_str(),
        &template.provider,
        &template.summary,
        template.kind.name(),
    ]
    .into_iter()
    .chain(template.keywords.iter().map(String::as_str))
    .chain(template.services.iter().map(String::as_str))
    .collect::<Vec<_>>()
    .join("\n")
    .to_lowercase()
}
