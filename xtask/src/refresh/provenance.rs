//! `provenance.json`: which sources the reference file was made from, and how many facts it has.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::counts::counts;
use super::model::Reference;
use super::read::{service_reference, tables};
use super::sources::{Source, Sources};

/// AWS's own files, where they were given.
pub struct Given<'a> {
    pub folder: &'a Path,
    pub date: &'a str,
}

/// The text of the file.
pub fn render(
    reference: &Reference,
    sources: &Sources,
    given: Option<&Given<'_>>,
    packed: &[u8],
) -> Result<String, Box<dyn Error>> {
    let mut described: Vec<Value> = sources.all().map(describe).collect();
    if let Some(given) = given {
        described.push(describe_given(given)?);
    }
    let tables = tables::TABLES.iter();
    let tables: Map<String, Value> = tables
        .map(|(name, text)| {
            (
                (*name).to_owned(),
                json!({"sha256": sha256([text.as_bytes()])}),
            )
        })
        .collect();
    let counted: Map<String, Value> = counts(reference)
        .into_iter()
        .map(|(class, count)| (class.to_owned(), json!(count)))
        .collect();
    let provenance = json!({
        "file": "aws-reference.bin",
        "sha256": sha256([packed]),
        "date": reference.date,
        "sources": described,
        "tables": tables,
        "counts": counted,
    });
    Ok(serde_json::to_string_pretty(&provenance)? + "\n")
}

fn describe(source: &Source) -> Value {
    json!({
        "name": format!("PyPI {}", source.package),
        "version": source.version,
        "date": source.date,
        "licence": source.licence,
        "sha256": source.sha256,
        "facts": source.facts,
    })
}

fn describe_given(given: &Given<'_>) -> Result<Value, Box<dyn Error>> {
    let files = service_reference::files(given.folder)?;
    let contents: Vec<Vec<u8>> = files.iter().map(fs::read).collect::<Result<_, _>>()?;
    Ok(json!({
        "name": "AWS Service Reference",
        "date": given.date,
        "licence": "facts of AWS's public service authorization information",
        "sha256": sha256(contents.iter().map(Vec::as_slice)),
        "facts": "actions, pairs of action and resource type, dependent actions",
    }))
}

/// The SHA-256 of parts one after another, in lower-case hexadecimal.
pub fn sha256<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    let bytes = hasher.finalize();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refresh::sample;

    #[test]
    fn names_every_source_with_version_date_licence_and_hash() {
        let sources = Sources::pinned().unwrap();
        let text = render(&sample::reference(), &sources, None, b"abc").unwrap();
        let provenance: Value = serde_json::from_str(&text).unwrap();
        for source in provenance["sources"].as_array().unwrap() {
            for field in ["name", "version", "date", "licence", "sha256", "facts"] {
                assert!(
                    source[field].as_str().is_some_and(|text| !text.is_empty()),
                    "{field} of {source}"
                );
            }
        }
        // The standard's test value for "abc".
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(provenance["sha256"], expected);
    }
}
