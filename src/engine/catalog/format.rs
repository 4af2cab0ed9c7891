//! The format of a reference file: its header, its columns, its checksum.
//!
//! A file is delivered as one raw deflate stream, so that it is equally small on every host.
//! A page unpacks it with `DecompressionStream("deflate-raw")`, native programs with [`super::unpack`].
//! The content is:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | [`MAGIC`] |
//! | 1 | [`FORMAT_VERSION`] |
//! | 10 | the date of the data, `YYYY-MM-DD` |
//! | 4 each | the length of each column, little-endian, in the order of [`COLUMN_NAMES`] |
//! | | the columns |
//! | 4 | [`checksum`] of everything before it, little-endian |
//!
//! A column holds numbers of one meaning: seven bits a byte, lowest first, the highest bit saying that more follow.
//! Only `words` holds text: all words of all names, one a line.
//! A name is given by how many words it shares with the name before it and by the words that follow those;
//! the names of one list stand in the order in which neighbours share most.
//! A set (of condition keys, of resources, of dependent actions) is given by how recently it was used, see `sets`.

use super::column::Column;
use super::error::CatalogError;

/// How the content of every reference file begins.
pub const MAGIC: [u8; 4] = *b"AWSR";

/// The version of the format that is read and written here.
pub const FORMAT_VERSION: u8 = 1;

/// The number of bytes of a date such as `2026-10-27`.
pub const DATE_LENGTH: usize = 10;

const CHECKSUM_LENGTH: usize = 4;

macro_rules! columns {
    ($($(#[$meaning:meta])* $name:ident,)*) => {
        /// The columns of a file, in the order in which it holds them.
        pub const COLUMN_NAMES: &[&str] = &[$(stringify!($name)),*];

        /// The columns of one file, each to be read from its start to its end.
        pub(super) struct Columns<'a> {
            $($(#[$meaning])* pub $name: Column<'a>,)*
        }

        impl<'a> Columns<'a> {
            /// Takes the columns in their order; `None` where there are too few.
            fn take(mut columns: impl Iterator<Item = Column<'a>>) -> Option<Self> {
                Some(Self { $($name: columns.next()?,)* })
            }

            /// Whether every column was read to its end.
            pub fn are_used_up(&self) -> bool {
                $(self.$name.is_used_up())&&*
            }
        }
    };
}

columns! {
    /// Every word of every name, one a line.
    words,
    /// For each name: how many words it shares with the one before.
    shared_words,
    /// For each name: how many words follow the shared ones.
    fresh_words,
    /// The fresh words, by their place in `words`.
    word_numbers,
    /// The lengths of all lists.
    counts,
    /// For each service: the bits of `services`.
    service_traits,
    /// For each noun of a service: its verbs, doubled, plus one at the last of them.
    verbs,
    /// For each verb: the access levels of most of its actions.
    usual_levels,
    /// How many actions have their verb's usual levels before the next that has not.
    usual_runs,
    /// The access levels of the actions that differ from the usual.
    unusual_levels,
    /// For each condition key: its kind.
    key_kinds,
    /// For each service: its condition keys, each as the distance from the one before.
    service_keys,
    /// The number of members of each new set of condition keys.
    key_set_sizes,
    /// Those members, numbered within the service's keys, each as the distance from the one before.
    key_set_members,
    /// For each resource type: its set of condition keys.
    type_key_sets,
    /// For each resource type: the number of its ARN formats.
    arn_counts,
    /// For each action: its set of condition keys.
    action_key_sets,
    /// For each action: its set of resources.
    action_targets,
    /// The number of members of each new set of resources.
    target_set_sizes,
    /// Those members: the distance from the type before, doubled, plus one where the resource is required.
    target_set_members,
    /// For each of those members: the set of condition keys of this action on this resource.
    target_key_sets,
    /// For each action: its set of dependent actions.
    dependent_sets,
    /// The number of members of each new set of dependent actions.
    dependent_set_sizes,
    /// The services of those members: 0 for the action's own, otherwise the service's number plus one.
    dependent_services,
    /// Those members, numbered within their service.
    dependent_actions,
    /// For each retired name: its record.
    retired_records,
    /// For each record of retired names: its standing.
    retired_standings,
    /// For each partition: the number of its Regions.
    region_counts,
}

/// Checks the header, the lengths and the checksum, in this order, and cuts the content into columns.
pub(super) fn open(content: &[u8]) -> Result<(&str, Columns<'_>), CatalogError> {
    let rest = content
        .strip_prefix(&MAGIC)
        .ok_or(CatalogError::NotAReference)?;
    let (version, rest) = rest.split_first().ok_or(CatalogError::WrongLength)?;
    if *version != FORMAT_VERSION {
        return Err(CatalogError::UnknownVersion { found: *version });
    }
    let (date, rest) = split(rest, DATE_LENGTH)?;
    let (lengths, rest) = split(rest, 4 * COLUMN_NAMES.len())?;
    let (columns, stored) = rest
        .split_last_chunk::<CHECKSUM_LENGTH>()
        .ok_or(CatalogError::WrongLength)?;
    let columns = cut(columns, lengths)?;
    let (sealed, _) = split(content, content.len().saturating_sub(CHECKSUM_LENGTH))?;
    if checksum(sealed) != u32::from_le_bytes(*stored) {
        return Err(CatalogError::WrongChecksum);
    }
    Ok((read_date(date)?, columns))
}

fn split(bytes: &[u8], at: usize) -> Result<(&[u8], &[u8]), CatalogError> {
    bytes.split_at_checked(at).ok_or(CatalogError::WrongLength)
}

fn cut<'a>(mut bytes: &'a [u8], lengths: &[u8]) -> Result<Columns<'a>, CatalogError> {
    let mut columns = Vec::with_capacity(COLUMN_NAMES.len());
    for length in lengths.as_chunks::<4>().0 {
        let (column, rest) = split(bytes, u32::from_le_bytes(*length) as usize)?;
        columns.push(Column::new(column));
        bytes = rest;
    }
    if !bytes.is_empty() {
        return Err(CatalogError::WrongLength);
    }
    Columns::take(columns.into_iter()).ok_or(CatalogError::WrongLength)
}

fn read_date(bytes: &[u8]) -> Result<&str, CatalogError> {
    let digit_or_hyphen = |(at, byte): (usize, &u8)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let date = str::from_utf8(bytes).map_err(|_| CatalogError::Contradictory)?;
    let sound = bytes.iter().enumerate().all(digit_or_hyphen);
    sound.then_some(date).ok_or(CatalogError::Contradictory)
}

/// CRC-32 as in zip, gzip and PNG (reflected polynomial EDB88320).
#[cfg(not(target_arch = "wasm32"))]
pub fn checksum(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes)
}

/// CRC-32 as in zip, gzip and PNG (reflected polynomial EDB88320).
#[cfg(target_arch = "wasm32")]
pub fn checksum(bytes: &[u8]) -> u32 {
    checksum_by_table(bytes)
}

#[cfg(any(target_arch = "wasm32", test))]
fn checksum_by_table(bytes: &[u8]) -> u32 {
    let step = |state: u32, byte: &u8| {
        let entry = (state ^ u32::from(*byte)) & 0xFF;
        (state >> 8) ^ CHECKSUMS.get(entry as usize).copied().unwrap_or_default()
    };
    !bytes.iter().fold(u32::MAX, step)
}

/// The checksum's contribution of each value of a byte.
#[cfg(any(target_arch = "wasm32", test))]
const CHECKSUMS: [u32; 256] = checksums();

#[cfg(any(target_arch = "wasm32", test))]
#[allow(clippy::indexing_slicing)] // Computed while compiling, where an index beyond the end is an error.
const fn checksums() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < table.len() {
        let mut state = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            state = if state & 1 == 1 {
                (state >> 1) ^ 0xEDB8_8320
            } else {
                state >> 1
            };
            bit += 1;
        }
        table[byte] = state;
        byte += 1;
    }
    table
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::{checksum, checksum_by_table};
    use crate::engine::catalog::{bundled_file, unpack};

    #[test]
    fn both_ways_to_compute_the_checksum_agree() {
        for compute in [checksum, checksum_by_table] {
            assert_eq!(compute(b"123456789"), 0xCBF4_3926);
            assert_eq!(compute(b""), 0);
        }
        let content = unpack(bundled_file()).expect("the bundled reference");
        assert_eq!(checksum(&content), checksum_by_table(&content));
    }
}
