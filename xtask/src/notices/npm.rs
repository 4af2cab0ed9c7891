//! The npm packages in the bundle: the dependencies in `package-lock.json` that are not for development only.

use std::error::Error;
use std::fs;

use serde_json::Value;

use super::{Package, licence_texts};
use crate::workspace;

/// Every package that the page's scripts may contain.
pub fn in_the_bundle() -> Result<Vec<Package>, Box<dyn Error>> {
    let lock: Value =
        serde_json::from_slice(&fs::read(workspace::root().join("package-lock.json"))?)?;
    let packages = lock["packages"]
        .as_object()
        .ok_or("package-lock.json lists no packages")?;
    packages
        .iter()
        .filter(|(folder, package)| !folder.is_empty() && package["dev"] != true)
        .map(|(folder, package)| describe(folder, package))
        .collect()
}

fn describe(folder: &str, package: &Value) -> Result<Package, Box<dyn Error>> {
    let name = folder.rsplit("node_modules/").next().unwrap_or(folder);
    let field = |key: &str| package[key].as_str().unwrap_or("not stated").to_owned();
    let texts = licence_texts(&workspace::root().join(folder))
        .map_err(|error| format!("{folder}: {error}"))?;
    Ok(Package {
        name: name.to_owned(),
        version: field("version"),
        licence: field("license"),
        texts,
    })
}
