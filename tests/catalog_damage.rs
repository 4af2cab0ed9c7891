//! The file of the AWS reference: its size, and what becomes of it when it is cut off, damaged or something else.

use std::sync::LazyLock;

use iam_policy_editor::engine::catalog::format::checksum;
use iam_policy_editor::engine::catalog::{Catalog, CatalogError, bundled_file, unpack};

static CONTENT: LazyLock<Vec<u8>> = LazyLock::new(|| unpack(bundled_file()).unwrap());

const CHECKSUM_LENGTH: usize = 4;

#[test]
fn the_file_is_small() {
    assert!(
        bundled_file().len() <= 135_000,
        "{} bytes packed",
        bundled_file().len()
    );
    assert!(CONTENT.len() <= 400_000, "{} bytes unpacked", CONTENT.len());
}

#[test]
fn a_file_of_something_else_or_of_another_version_says_so() {
    let refusal = |content: &[u8]| Catalog::read(content).unwrap_err();
    assert_eq!(refusal(b"<!doctype html>"), CatalogError::NotAReference);
    assert_eq!(refusal(b""), CatalogError::NotAReference);
    let mut newer = CONTENT.clone();
    newer[4] = 9;
    assert_eq!(refusal(&newer), CatalogError::UnknownVersion { found: 9 });
    for error in [
        refusal(&newer),
        refusal(b""),
        CatalogError::CannotUnpack,
        CatalogError::WrongChecksum,
    ] {
        assert!(
            error
                .to_string()
                .ends_with("only syntax and grammar are checked."),
            "{error}"
        );
    }
}

#[test]
fn every_truncation_is_refused() {
    for length in 0..CONTENT.len() {
        assert!(Catalog::read(&CONTENT[..length]).is_err(), "{length} bytes");
    }
}

/// Half of the places each, so that two cores share the work.
#[test]
fn every_flipped_byte_at_an_even_place_is_refused() {
    refuse_each_flip(0);
}

#[test]
fn every_flipped_byte_at_an_odd_place_is_refused() {
    refuse_each_flip(1);
}

/// Reads the content with every second byte flipped, one after the other, another bit at each place.
fn refuse_each_flip(first: usize) {
    let mut content = CONTENT.clone();
    for place in (first..content.len()).step_by(2) {
        let mask = 1 << (place / 2 % 8);
        content[place] ^= mask;
        let refusal = Catalog::read(&content).err();
        content[place] ^= mask;
        let is_early = refusal.is_some_and(|error| error != CatalogError::Contradictory);
        assert!(is_early, "byte {place}: {refusal:?}");
    }
}

/// The content with one byte changed.
fn flipped(place: usize, mask: u8) -> Vec<u8> {
    let mut content = CONTENT.clone();
    content[place] ^= mask;
    content
}

/// Places and masks that look random and are the same in every run.
fn sample(count: usize, length: usize) -> impl Iterator<Item = (usize, u8)> {
    let mut state = 0x2026_1027_u64;
    (0..count).map(move |_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let place = (state >> 33) as usize % length;
        (place, 1 << (state >> 30 & 7))
    })
}

#[test]
fn flipped_bytes_with_the_right_checksum_never_make_it_panic() {
    for (place, mask) in sample(60, CONTENT.len() - CHECKSUM_LENGTH) {
        let mut content = flipped(place, mask);
        content.truncate(content.len() - CHECKSUM_LENGTH);
        content.extend(checksum(&content).to_le_bytes());
        if let Ok(catalog) = Catalog::read(&content) {
            let actions = catalog.actions_matching("*");
            let facts =
                actions.map(|action| action.targets().count() + action.condition_keys().count());
            assert!(facts.sum::<usize>() > 0, "byte {place}");
        }
    }
}

#[test]
fn a_delivered_file_that_is_cut_off_or_damaged_never_becomes_a_catalog() {
    let file = bundled_file();
    let read = |file: &[u8]| unpack(file).and_then(|content| Catalog::read(&content));
    for length in (0..file.len()).step_by(4_001) {
        assert_eq!(
            read(&file[..length]).unwrap_err(),
            CatalogError::CannotUnpack,
            "{length} bytes"
        );
    }
    for (place, mask) in sample(40, file.len()) {
        let mut damaged = file.to_vec();
        damaged[place] ^= mask;
        assert!(read(&damaged).is_err(), "byte {place}");
    }
}
