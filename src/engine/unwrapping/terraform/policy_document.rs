//! `data "aws_iam_policy_document"` blocks as the JSON that Terraform makes of them.
//!
//! Source: Terraform AWS provider, data source `aws_iam_policy_document`, 2025.

use super::super::excerpt::Excerpt;
use super::super::paste::quoted;
use super::expression::Code;
use super::structure::Structure;
use crate::engine::syntax::encode;
use crate::engine::text::{Edit, Edits, Span};

/// Attributes that bring in other documents, whose text is not here.
const OTHER_DOCUMENTS: [&str; 4] = [
    "source_policy_documents",
    "override_policy_documents",
    "source_json",
    "override_json",
];

/// Attributes of a statement, with the elements they become, in the order of a policy.
const LISTS: [(&str, &str); 4] = [
    ("actions", "Action"),
    ("not_actions", "NotAction"),
    ("resources", "Resource"),
    ("not_resources", "NotResource"),
];

/// The document of a block as JSON without white space, and what it leaves out.
pub(super) fn document(code: Code, structure: &Structure, block: usize) -> (Excerpt, Vec<String>) {
    let mut writer = Writer {
        code,
        structure,
        out: Excerpt::default(),
        place: structure
            .blocks
            .get(block)
            .map_or(Span::at(0), |block| code.text.origin(block.span)),
    };
    writer.document(block);
    (
        with_policy_variables(&writer.out),
        left_aside(structure, block),
    )
}

fn left_aside(structure: &Structure, block: usize) -> Vec<String> {
    let named = OTHER_DOCUMENTS
        .iter()
        .filter(|name| structure.value(block, name).is_some());
    let others = named.map(|name| {
        format!(
            "{} brings in another document, which is not part of this text.",
            quoted(name)
        )
    });
    let dynamic = structure
        .inside(block)
        .filter(|(_, inner)| inner.kind == "dynamic")
        .count();
    let dynamic = (dynamic > 0).then(|| {
        "A `dynamic` block makes statements when Terraform runs; they are not written here."
            .to_owned()
    });
    others.chain(dynamic).collect()
}

/// `&{aws:username}` is how Terraform writes a policy variable.
fn with_policy_variables(json: &Excerpt) -> Excerpt {
    let found = json
        .text()
        .match_indices("&{")
        .map(|(at, _)| Edit::replace(Span::new(at, at + 1), "$"));
    json.edited(&Edits::new(found.collect()).unwrap_or_default())
}

/// Names in the order of the text, each with the lists that belong to it, without their brackets.
type Groups = Vec<(String, Vec<Excerpt>)>;

struct Writer<'c> {
    code: Code<'c>,
    structure: &'c Structure,
    out: Excerpt,
    /// What text of no place of its own stands for.
    place: Span,
}

impl Writer<'_> {
    fn document(&mut self, block: usize) {
        self.push("{");
        if !self.attribute(block, "version", "\"Version\":") {
            self.push("\"Version\":\"2012-10-17\"");
        }
        self.attribute(block, "policy_id", ",\"Id\":");
        self.push(",\"Statement\":[");
        let statements: Vec<usize> = self.children(block, "statement");
        for (place, statement) in statements.into_iter().enumerate() {
            self.push(if place == 0 { "{" } else { ",{" });
            self.statement(statement);
            self.push("}");
        }
        self.push("]}");
    }

    fn statement(&mut self, block: usize) {
        if self.attribute(block, "sid", "\"Sid\":") {
            self.push(",");
        }
        if !self.attribute(block, "effect", "\"Effect\":") {
            self.push("\"Effect\":\"Allow\"");
        }
        self.principals(block, "principals", "Principal");
        self.principals(block, "not_principals", "NotPrincipal");
        for (attribute, element) in LISTS {
            self.attribute(block, attribute, &format!(",\"{element}\":"));
        }
        self.conditions(block);
    }

    fn principals(&mut self, block: usize, kind: &str, element: &str) {
        let mut types: Groups = Vec::new();
        for principal in self.children(block, kind) {
            let name = self.text(principal, "type");
            let identifiers = self.list(principal, "identifiers");
            push_to_group(&mut types, name, identifiers);
        }
        match types.as_slice() {
            [] => {}
            [(name, _)] if name == "*" => self.push(&format!(",\"{element}\":\"*\"")),
            _ => {
                self.push(&format!(",\"{element}\":{{"));
                self.groups(&types);
                self.push("}");
            }
        }
    }

    fn conditions(&mut self, block: usize) {
        let mut tests: Vec<(String, Groups)> = Vec::new();
        for condition in self.children(block, "condition") {
            let (test, variable) = (
                self.text(condition, "test"),
                self.text(condition, "variable"),
            );
            let values = self.list(condition, "values");
            match tests.iter_mut().find(|(name, _)| *name == test) {
                Some((_, variables)) => push_to_group(variables, variable, values),
                None => tests.push((test, vec![(variable, vec![values])])),
            }
        }
        for (place, (test, variables)) in tests.iter().enumerate() {
            self.push(if place == 0 { ",\"Condition\":{" } else { "," });
            self.push(&format!("{}:{{", encode(test)));
            self.groups(variables);
            self.push("}");
        }
        self.push(if tests.is_empty() { "" } else { "}" });
    }

    /// Writes names with the lists that belong to them, each as one list.
    fn groups(&mut self, groups: &[(String, Vec<Excerpt>)]) {
        for (place, (name, lists)) in groups.iter().enumerate() {
            self.push(if place == 0 { "" } else { "," });
            self.push(&format!("{}:[", encode(name)));
            let filled = lists.iter().filter(|list| !list.text().is_empty());
            for (place, list) in filled.enumerate() {
                self.push(if place == 0 { "" } else { "," });
                self.out.push(list, Span::new(0, list.text().len()));
            }
            self.push("]");
        }
    }

    /// Writes an attribute's value behind `before`; whether there is one.
    fn attribute(&mut self, block: usize, name: &str, before: &str) -> bool {
        let Some(value) = self.structure.value(block, name) else {
            return false;
        };
        let json = self.code.json(value.clone());
        self.push(before);
        self.out.push(&json, Span::new(0, json.text().len()));
        true
    }

    /// The items of a list without its brackets; a value that is computed is one item.
    fn list(&self, block: usize, name: &str) -> Excerpt {
        let Some(value) = self.structure.value(block, name) else {
            return Excerpt::default();
        };
        let json = self.code.json(value.clone());
        let len = json.text().len();
        match json.text().starts_with('[') && json.text().ends_with(']') {
            true => json.part(Span::new(1, len - 1)),
            false => json,
        }
    }

    /// An attribute's text; one that is computed as an interpolation.
    fn text(&self, block: usize, name: &str) -> String {
        let value = self.structure.value(block, name);
        let text = |value| {
            self.code.plain_text(value).unwrap_or_else(|| {
                self.code
                    .written(value.clone())
                    .trim_matches('"')
                    .to_owned()
            })
        };
        value.map(text).unwrap_or_default()
    }

    fn children(&self, block: usize, kind: &str) -> Vec<usize> {
        self.structure
            .inside(block)
            .filter(|(_, inner)| inner.kind == kind)
            .map(|(number, _)| number)
            .collect()
    }

    fn push(&mut self, json: &str) {
        self.out.push_for(json, self.place);
    }
}

fn push_to_group(groups: &mut Groups, name: String, list: Excerpt) {
    match groups.iter_mut().find(|(known, _)| *known == name) {
        Some((_, lists)) => lists.push(list),
        None => groups.push((name, vec![list])),
    }
}
