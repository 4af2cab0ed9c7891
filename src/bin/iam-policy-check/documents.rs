//! The files named on the command line, read and looked through for credentials.

use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind, Read};

use iam_policy_editor::engine::credentials;
use iam_policy_editor::engine::text::LineIndex;

use crate::contents::{self, Document};

/// Reads the files in order, each with the documents in it; the error of one is a line for the person who named it.
pub fn read_all(files: &[OsString]) -> Vec<Result<Vec<Document>, String>> {
    files.iter().map(|file| read(file)).collect()
}

/// The text of a file; the error is a line for the person who named it.
pub fn read_text(file: &OsStr) -> Result<String, String> {
    let refuse = |reason: String| format!("{}: {reason}", file.to_string_lossy());
    let bytes = bytes_of(file).map_err(|error| refuse(reason(&error)))?;
    let text = text_of(bytes).map_err(refuse)?;
    refuse_credentials(&text).map_err(refuse)?;
    Ok(text)
}

fn read(file: &OsStr) -> Result<Vec<Document>, String> {
    let name = file.to_string_lossy().into_owned();
    let refuse = |reason: String| format!("{name}: {reason}");
    let text = read_text(file)?;
    let documents = contents::documents(name.clone(), text);
    let hidden = documents.iter().filter(|document| document.place.is_some());
    for document in hidden {
        refuse_credentials(&document.text).map_err(refuse)?;
    }
    Ok(documents)
}

fn bytes_of(file: &OsStr) -> io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file.".into(),
        ErrorKind::IsADirectory => "this is a directory; name the files in it.".into(),
        ErrorKind::PermissionDenied => "reading this file is not permitted.".into(),
        _ => format!("cannot be read: {error}."),
    }
}

fn text_of(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err("the text is UTF-16; save it as UTF-8.".into());
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count();
        format!("not UTF-8: byte {valid}, on line {line}, does not belong to a character. Save the file as UTF-8.")
    })
}

/// The message tells the line and never the secret.
fn refuse_credentials(text: &str) -> Result<(), String> {
    let found = credentials::find(text);
    let Some(first) = found.first() else {
        return Ok(());
    };
    let line = LineIndex::new(text).position(first.span.start).line;
    let kind = first.kind.describe();
    Err(format!(
        "line {line} holds {kind}. Take it out: a policy never needs a credential, and this one should be renewed."
    ))
}
