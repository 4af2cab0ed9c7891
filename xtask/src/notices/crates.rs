//! The crates in the WebAssembly: what the page's binary depends on at run time.

use std::collections::{BTreeSet, HashMap};
use std::error::Error;
use std::path::Path;

use serde_json::Value;

use super::{Package, licence_texts};
use crate::workspace;

/// Every crate whose code may be in the WebAssembly, without our own and without procedural macros.
pub fn in_the_wasm() -> Result<Vec<Package>, Box<dyn Error>> {
    let metadata = metadata()?;
    let packages: HashMap<&str, &Value> = list(&metadata["packages"])
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    linked(&metadata["resolve"], &packages)
        .into_iter()
        .filter_map(|id| packages.get(id))
        .filter(|package| !package["source"].is_null())
        .map(|package| describe(package))
        .collect()
}

fn metadata() -> Result<Value, Box<dyn Error>> {
    let mut cargo = workspace::cargo();
    cargo.args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--features",
        "web",
    ]);
    cargo.args(["--filter-platform", "wasm32-unknown-unknown"]);
    Ok(serde_json::from_slice(&workspace::output_of(&mut cargo)?)?)
}

/// The ids that can be reached from the root over normal dependencies, not entering procedural macros.
fn linked<'m>(resolve: &'m Value, packages: &HashMap<&str, &Value>) -> BTreeSet<&'m str> {
    let nodes: HashMap<&str, &Value> = list(&resolve["nodes"])
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&str> = resolve["root"].as_str().into_iter().collect();
    while let Some(id) = waiting.pop() {
        if packages
            .get(id)
            .is_none_or(|package| is_procedural_macro(package))
            || !found.insert(id)
        {
            continue;
        }
        let Some(node) = nodes.get(id) else { continue };
        waiting.extend(
            list(&node["deps"])
                .iter()
                .filter(|edge| is_normal(edge))
                .filter_map(|edge| edge["pkg"].as_str()),
        );
    }
    found
}

fn is_normal(edge: &Value) -> bool {
    list(&edge["dep_kinds"])
        .iter()
        .any(|kind| kind["kind"].is_null())
}

fn is_procedural_macro(package: &Value) -> bool {
    list(&package["targets"]).iter().any(|target| {
        list(&target["kind"])
            .iter()
            .any(|kind| kind == "proc-macro")
    })
}

fn describe(package: &Value) -> Result<Package, Box<dyn Error>> {
    let field = |key: &str| package[key].as_str().unwrap_or("not stated").to_owned();
    let manifest = field("manifest_path");
    let folder = Path::new(&manifest)
        .parent()
        .ok_or("a manifest without a folder")?;
    let texts = licence_texts(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(Package {
        name: field("name"),
        version: field("version"),
        licence: field("license"),
        texts,
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn follows_normal_dependencies_and_stops_at_build_time_ones() {
        let normal = json!([{"kind": null}]);
        let resolve = json!({"root": "app", "nodes": [
            {"id": "app", "deps": [
                {"pkg": "library", "dep_kinds": normal},
                {"pkg": "builder", "dep_kinds": [{"kind": "build"}]},
                {"pkg": "macro", "dep_kinds": normal},
            ]},
            {"id": "library", "deps": [{"pkg": "base", "dep_kinds": normal}]},
            {"id": "macro", "deps": [{"pkg": "syntax", "dep_kinds": normal}]},
        ]});
        let library = json!({"targets": [{"kind": ["lib"]}]});
        let procedural = json!({"targets": [{"kind": ["proc-macro"]}]});
        let mut packages: HashMap<&str, &Value> = ["app", "library", "base", "builder", "syntax"]
            .map(|id| (id, &library))
            .into();
        packages.insert("macro", &procedural);
        let found: Vec<&str> = linked(&resolve, &packages).into_iter().collect();
        assert_eq!(found, ["app", "base", "library"]);
    }
}
