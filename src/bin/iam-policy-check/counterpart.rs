//! What the files are compared with: a template, an AWS managed policy or a file.

use std::ffi::OsStr;

use iam_policy_editor::engine::catalog::{Catalog, ManagedPolicy};
use iam_policy_editor::engine::placeholders::{Declaration, Placeholder, recognise};
use iam_policy_editor::engine::syntax::{Tree, parse};
use iam_policy_editor::engine::templates::{Template, bundled_template};

use crate::contents;
use crate::documents;

/// A policy that others are compared with.
pub struct Counterpart {
    /// `template`, `managed-policy` or `file`.
    pub kind: &'static str,
    pub name: String,
    /// Of a managed policy, its version.
    pub version: Option<String>,
    pub tree: Tree,
    pub placeholders: Vec<Placeholder>,
}

/// Finds it by what was given; the error is a sentence for the person who gave it.
pub fn find(given: &str, catalog: Option<&Catalog>) -> Result<Counterpart, String> {
    if let Some(file) = bundled_template(given) {
        let template = Template::read(file).map_err(|error| error.to_string())?;
        let declared = template.declarations();
        return Ok(Counterpart::new(
            "template",
            template.id,
            &template.text,
            &declared,
        ));
    }
    if let Some(policy) = catalog.and_then(|catalog| managed(given, catalog)) {
        let name = policy.name.to_owned();
        return Ok(Counterpart {
            version: Some(policy.version.to_owned()),
            ..Counterpart::new("managed-policy", name, policy.document, &[])
        });
    }
    in_file(given)
}

impl Counterpart {
    fn new(kind: &'static str, name: String, text: &str, declared: &[Declaration]) -> Self {
        let tree = parse(text);
        Counterpart {
            kind,
            name,
            version: None,
            placeholders: recognise(&tree, declared),
            tree,
        }
    }

    /// In a sentence: ``template `x` ``.
    pub fn described(&self) -> String {
        match (self.kind, &self.version) {
            ("template", _) => format!("the template `{}`", self.name),
            (_, Some(version)) => format!("the AWS managed policy `{}`, {version}", self.name),
            _ => self.name.clone(),
        }
    }
}

/// The policy of a name, or of an ARN in any partition.
fn managed<'c>(given: &str, catalog: &'c Catalog) -> Option<ManagedPolicy<'c>> {
    let of_arn = given.starts_with("arn:").then(|| given.rsplit('/').next());
    catalog.managed_policy(of_arn.flatten().unwrap_or(given))
}

fn in_file(given: &str) -> Result<Counterpart, String> {
    let text = documents::read_text(OsStr::new(given)).map_err(|reason| {
        format!("`--compare-with`: {reason} It takes the id of a template, the name of an AWS managed policy, or a file.")
    })?;
    match contents::documents(given.to_owned(), text).as_slice() {
        [one] => Ok(Counterpart::new("file", one.label(), &one.text, &[])),
        many => Err(format!(
            "`--compare-with {given}`: it holds {} policies; give a file with one.",
            many.len()
        )),
    }
}
