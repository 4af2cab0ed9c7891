//! The licence and notice files of the packages, kept beside the reference file for the notices of the page.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use super::sources::{Source, Sources};
use crate::Outcome;
use crate::notices::is_licence_file;

/// Makes `folder` anew, with one folder for each package.
pub fn copy(sources: &Sources, folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for source in &sources.current {
        let files = licence_files(source)?;
        if files.is_empty() {
            return Err(format!("{} brings no licence text along", source.package).into());
        }
        let folder = folder.join(&source.package);
        fs::create_dir_all(&folder)?;
        for file in files {
            let name = file.file_name().ok_or("a licence file has no name")?;
            fs::copy(&file, folder.join(name))?;
        }
    }
    Ok(())
}

/// What the wheel's folder of metadata has, directly or in `licenses`.
fn licence_files(source: &Source) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let is_metadata = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "dist-info")
    };
    let metadata = entries(&source.folder())?.into_iter().find(is_metadata);
    let metadata = metadata.ok_or_else(|| format!("{} has no metadata", source.package))?;
    let mut files = entries(&metadata)?;
    let nested = metadata.join("licenses");
    if nested.exists() {
        files.extend(entries(&nested)?);
    }
    files.retain(|path| path.is_file() && is_licence_file(path));
    Ok(files)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect()
}
