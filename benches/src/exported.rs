//! The same work for a host of WebAssembly: one text at a time, in a buffer that the host fills.

use std::cell::RefCell;
use std::sync::Arc;

use iam_policy_editor::engine::catalog::Catalog;

thread_local! {
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static REFERENCE: RefCell<Option<Arc<Catalog>>> = const { RefCell::new(None) };
}

/// Makes room for so many bytes and says where they go.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    BUFFER.with_borrow_mut(|buffer| {
        if buffer.len() < bytes {
            buffer.resize(bytes, 0);
        }
        buffer.as_mut_ptr()
    })
}

/// Takes the first bytes of the buffer as the unpacked AWS reference; 1 where that can be read, else 0.
#[unsafe(no_mangle)]
pub extern "C" fn take_reference(bytes: usize) -> u32 {
    let read = BUFFER.with_borrow(|buffer| Catalog::read(&buffer[..bytes]).ok());
    let is_read = u32::from(read.is_some());
    REFERENCE.set(read.map(Arc::new));
    is_read
}

/// [`crate::read_as_json`] of the first bytes of the buffer.
#[unsafe(no_mangle)]
pub extern "C" fn read_as_json(bytes: usize) {
    with_text(bytes, crate::read_as_json);
}

/// [`crate::check`] of the first bytes of the buffer.
#[unsafe(no_mangle)]
pub extern "C" fn check(bytes: usize) -> usize {
    REFERENCE.with_borrow(|reference| {
        let reference = reference.as_ref().expect("the reference comes first");
        with_text(bytes, |text| crate::check(text, reference))
    })
}

fn with_text<T>(bytes: usize, work: impl FnOnce(&str) -> T) -> T {
    BUFFER.with_borrow(|buffer| work(std::str::from_utf8(&buffer[..bytes]).expect("UTF-8")))
}
