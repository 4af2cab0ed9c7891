//! Files that the reader opens.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The largest file that is read, in bytes; policies have at most some ten thousand.
const LIMIT: f64 = 32.0 * 1024.0 * 1024.0;

/// A file's name and its bytes, as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The name without its folders.
    pub name: String,
    /// The content, which need not be text.
    pub bytes: Vec<u8>,
}

/// Reads the whole file.
///
/// # Errors
/// A sentence for the reader: the file is too large, or the browser cannot read it.
pub async fn read(file: File) -> Result<Opened, String> {
    let name = file.name();
    if file.size() > LIMIT {
        return Err(format!(
            "`{name}` is larger than 32 MB, so it was not opened. A policy has some thousand characters; open the file that holds it."
        ));
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(Opened {
            name,
            bytes: Uint8Array::new(&buffer).to_vec(),
        }),
        Err(_) => Err(format!(
            "The browser cannot read `{name}`. It may be a folder, or gone since it was chosen."
        )),
    }
}
