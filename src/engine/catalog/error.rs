//! Why a reference file cannot be read.

use std::fmt;

/// What is wrong with a reference file; its `Display` says it to the reader, with what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogError {
    /// The bytes as delivered are not a whole deflate stream.
    CannotUnpack,
    /// The content does not begin like a reference file.
    NotAReference,
    /// The content is written in a version of the format that this program does not know.
    UnknownVersion {
        /// The version that the file names.
        found: u8,
    },
    /// The content is shorter or longer than its header says.
    WrongLength,
    /// The content is not the one that was written: its checksum differs.
    WrongChecksum,
    /// The checksum is right, and yet the parts of the content contradict each other.
    Contradictory,
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::CannotUnpack => "The AWS reference file cannot be unpacked.",
            Self::NotAReference => "What was loaded is not an AWS reference file.",
            Self::UnknownVersion { found } => {
                return write!(
                    f,
                    "The AWS reference file has format {found}, which this version of the editor does not know. \
                     Load the newest version of the editor; until then only syntax and grammar are checked."
                );
            }
            Self::WrongLength => "The AWS reference file is incomplete.",
            Self::WrongChecksum => "The AWS reference file is damaged.",
            Self::Contradictory => "The AWS reference file contradicts itself.",
        };
        write!(
            f,
            "{what} Load it again; until then only syntax and grammar are checked."
        )
    }
}

impl std::error::Error for CatalogError {}
