//! The templates on offer, and how to find one.

use super::error::TemplateError;
use super::fields::Fields;
use super::reading::parse;
use super::set::TemplateSet;
use super::template::Template;

/// What errors call the bundled file.
const PLACE: &str = "gallery";

/// The templates on offer, in the order in which they are shown: what a document published stands before our variant of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gallery {
    templates: Vec<Template>,
    sets: Vec<TemplateSet>,
}

impl Gallery {
    /// Reads the bundled file `{"templates": [...], "sets": [...]}`, whose entries are template and set files; `sets` may be left out.
    ///
    /// # Errors
    /// As for [`Template::read`]; also an id that occurs twice, and a set with a template that is not there.
    pub fn read(json: &str) -> Result<Self, TemplateError> {
        let (templates, sets) = Fields::read(PLACE, parse(PLACE, json)?, |file| {
            Ok((file.list("templates")?, file.optional_list("sets")?))
        })?;
        let mut gallery = Self {
            templates: Vec::new(),
            sets: Vec::new(),
        };
        for value in templates {
            gallery.add(Template::from_value(value)?)?;
        }
        for value in sets {
            gallery.add_set(TemplateSet::from_value(value)?)?;
        }
        Ok(gallery)
    }

    fn add_set(&mut self, set: TemplateSet) -> Result<(), TemplateError> {
        if self.find_set(&set.id).is_some() {
            return Err(TemplateError::new(&set.id, "This id occurs twice."));
        }
        if let Some(id) = set.template_ids().find(|id| self.find(id).is_none()) {
            let reason = format!("There is no template `{id}`.");
            return Err(TemplateError::new(&set.id, reason));
        }
        self.sets.push(set);
        Ok(())
    }

    /// The set with this id.
    pub fn find_set(&self, id: &str) -> Option<&TemplateSet> {
        self.sets.iter().find(|set| set.id == id)
    }

    /// The sets in which every word of `query` occurs, as for templates; looked at are title, summary and keywords.
    pub fn search_sets(&self, query: &str) -> Vec<&TemplateSet> {
        let query = query.to_lowercase();
        let sets = self.sets.iter();
        sets.filter(|set| {
            let described = [set.title.as_str(), &set.summary, &set.keywords.join("\n")];
            has_every_word(&described.join("\n").to_lowercase(), &query)
        })
        .collect()
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
            .filter(|template| has_every_word(&description(template), &query))
            .collect()
    }
}

fn has_every_word(described: &str, query: &str) -> bool {
    query
        .split_whitespace()
        .all(|word| described.contains(word))
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
