//! Writing and reading belong together: round trips, damage of every kind, and the files that are checked in.

use std::fs;

use iam_policy_editor::engine::catalog::format::checksum;
use iam_policy_editor::engine::catalog::{Catalog, CatalogError, bundled, bundled_file, unpack};
use serde_json::Value;

use super::counts::counts;
use super::{FOLDER, Options, encode, guard, provenance, restore, sample};
use crate::workspace;

const CHECKSUM_LENGTH: usize = 4;

fn with_right_checksum(mut content: Vec<u8>) -> Vec<u8> {
    content.truncate(content.len() - CHECKSUM_LENGTH);
    content.extend(checksum(&content).to_le_bytes());
    content
}

/// Reads a content and, if it can be read, everything in it.
fn read_everything(content: &[u8]) -> Result<(), CatalogError> {
    let catalog = Catalog::read(content)?;
    let reference = restore::reference(&catalog);
    for (prefix, service) in &reference.services {
        assert!(
            catalog.service(prefix).is_some() || prefix.is_empty(),
            "{prefix}"
        );
        let _ = catalog.arn_formats_of(prefix).count();
        for key in &service.condition_keys {
            let _ = (
                catalog.condition_key(key),
                catalog.condition_key_family(key),
            );
        }
    }
    Ok(())
}

#[test]
fn what_was_written_reads_back_the_same() {
    let content = encode::content(&sample::reference());
    let read_back = restore::reference(&Catalog::read(&content).unwrap());
    assert_eq!(read_back, sample::reference());
}

#[test]
fn an_empty_reference_can_be_written_and_read() {
    let empty = super::model::Reference {
        date: "2026-10-27".to_owned(),
        ..Default::default()
    };
    let read_back = restore::reference(&Catalog::read(&encode::content(&empty)).unwrap());
    assert_eq!(read_back, empty);
}

#[test]
fn the_file_in_the_project_reads_and_writes_back_to_the_same_bytes() {
    let content = unpack(bundled_file()).unwrap();
    let reference = restore::reference(&Catalog::read(&content).unwrap());
    assert!(encode::content(&reference) == content);
}

#[test]
fn the_file_in_the_project_passes_every_guard() {
    let reference = restore::reference(&bundled().unwrap());
    assert_eq!(guard::contradictions(&reference), [""; 0]);
    assert_eq!(guard::shrinkage(&reference, &reference), [""; 0]);
    let content = unpack(bundled_file()).unwrap();
    assert_eq!(guard::excess(bundled_file().len(), content.len()), [""; 0]);
}

#[test]
fn the_provenance_in_the_project_is_that_of_the_file() {
    let path = workspace::root().join(FOLDER).join("provenance.json");
    let provenance: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let reference = restore::reference(&bundled().unwrap());
    assert_eq!(provenance["date"], reference.date.as_str());
    assert_eq!(
        provenance["sha256"],
        provenance::sha256([bundled_file()]).as_str()
    );
    for (class, count) in counts(&reference) {
        assert_eq!(provenance["counts"][class], count, "{class}");
    }
}

#[test]
fn every_truncation_is_refused() {
    let content = encode::content(&sample::reference());
    for length in 0..content.len() {
        assert!(Catalog::read(&content[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn every_flipped_byte_is_refused() {
    let content = encode::content(&sample::reference());
    for place in 0..content.len() {
        for mask in [0x01, 0x80, 0xFF] {
            let mut damaged = content.clone();
            damaged[place] ^= mask;
            assert!(
                Catalog::read(&damaged).is_err(),
                "byte {place} xor {mask:#x}"
            );
        }
    }
}

#[test]
fn no_flipped_byte_with_the_right_checksum_makes_the_reader_panic() {
    let content = encode::content(&sample::reference());
    let (mut refused, mut read) = (0, 0);
    for place in 0..content.len() - CHECKSUM_LENGTH {
        for mask in [0x01, 0x02, 0x04, 0x40, 0x80, 0xFF] {
            let mut damaged = content.clone();
            damaged[place] ^= mask;
            match read_everything(&with_right_checksum(damaged)) {
                Ok(()) => read += 1,
                Err(_) => refused += 1,
            }
        }
    }
    // Another letter in a name still is a catalog; another length is none.
    assert!(
        refused > 1_000 && read > 1_000,
        "{refused} refused, {read} read"
    );
}

#[test]
fn aws_files_are_given_together_with_their_date() {
    let parse = |arguments: &[&str]| {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        Options::from_arguments(&arguments)
    };
    let options = parse(&[
        "--service-reference",
        "sr",
        "--as-of",
        "2026-11-01",
        "--allow-shrink",
    ])
    .unwrap();
    assert!(
        options
            .given()
            .is_some_and(|given| given.date == "2026-11-01")
            && options.allow_shrink
    );
    for wrong in [
        &["--service-reference", "sr"][..],
        &["--as-of", "2026-11-01"],
        &["--unknown"],
    ] {
        assert!(parse(wrong).is_err(), "{wrong:?}");
    }
}
