//! The reference file that was current when this was built, and unpacking.

/// The file as it is delivered: one raw deflate stream.
///
/// A page fetches it as a file of its own, so that it can be newer than the page;
/// a program for the command line calls this and has it inside.
pub fn bundled_file() -> &'static [u8] {
    include_bytes!("data/aws-reference.bin")
}

/// The file of AWS managed policies as it is delivered, beside the other one: one raw deflate stream.
pub fn bundled_managed_policies() -> &'static [u8] {
    include_bytes!("managed_policies/managed-policies.bin")
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{bundled, unpack};

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{bundled_file, bundled_managed_policies};
    use crate::engine::catalog::{Catalog, CatalogError};

    /// The most bytes that a file is unpacked to; a sound one has a tenth of it.
    const MOST_CONTENT: usize = 4 << 20;

    /// The content of a file as delivered.
    ///
    /// Not in the page, where the browser's own `DecompressionStream` does it:
    /// the crate used here would make the page's WebAssembly 9 KB larger after brotli.
    ///
    /// # Errors
    ///
    /// [`CatalogError::CannotUnpack`] for anything but one whole deflate stream of at most 4 MB.
    pub fn unpack(file: &[u8]) -> Result<Vec<u8>, CatalogError> {
        miniz_oxide::inflate::decompress_to_vec_with_limit(file, MOST_CONTENT)
            .map_err(|_| CatalogError::CannotUnpack)
    }

    /// The catalog of [`bundled_file`], with the policies of [`bundled_managed_policies`].
    ///
    /// # Errors
    ///
    /// None as long as the files in the project are those that `cargo xtask` wrote.
    pub fn bundled() -> Result<Catalog, CatalogError> {
        let mut catalog = Catalog::read(&unpack(bundled_file())?)?;
        catalog.take_managed_policies(&unpack(bundled_managed_policies())?)?;
        Ok(catalog)
    }
}
