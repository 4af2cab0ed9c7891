//! The files that the console offers for download: access keys, and the password of a new user.

use super::{Credential, CredentialKind};
use crate::engine::text::Span;

/// Headers are short; a longer line is never read as one, which keeps a document on one line cheap.
const LONGEST_HEADER: usize = 512;

/// The columns of the console's files, old and new, in letters and digits and lower case.
const KNOWN_COLUMNS: [&str; 13] = [
    "username",
    "user",
    "accountid",
    "password",
    "accesskey",
    "accesskeyid",
    "secretkey",
    "secretaccesskey",
    "sessiontoken",
    "consoleloginlink",
    "consolesigninlink",
    "consolesigninurl",
    "loginlink",
];
const SECRET_COLUMNS: [&str; 4] = ["password", "secretkey", "secretaccesskey", "sessiontoken"];

struct Header {
    separator: u8,
    columns: Vec<String>,
}

/// The secret cells below each header.
pub(super) fn find(text: &str) -> Vec<Credential> {
    let mut found = Vec::new();
    let mut header = None;
    for line in lines(text) {
        if let Some(new_header) = read_header(line.text(text)) {
            header = Some(new_header);
        } else if let Some(current) = header.take() {
            let cells = split(text, line, current.separator);
            if cells.len() > 1 {
                found.extend(secret_cells(text, &cells, &current.columns));
                header = Some(current);
            }
        }
    }
    found
}

fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        span
    })
}

fn read_header(line: &str) -> Option<Header> {
    let separator = line
        .bytes()
        .take(LONGEST_HEADER)
        .find(|byte| matches!(byte, b',' | b';' | b'\t'))?;
    if line.len() > LONGEST_HEADER {
        return None;
    }
    let columns: Vec<String> = line.split(char::from(separator)).map(reduced).collect();
    let has = |name: &str| columns.iter().any(|column| column == name);
    let holds_secrets = SECRET_COLUMNS.iter().any(|name| has(name));
    let is_known = columns
        .iter()
        .all(|column| KNOWN_COLUMNS.contains(&column.as_str()));
    (is_known && holds_secrets).then_some(Header { separator, columns })
}

fn reduced(cell: &str) -> String {
    cell.chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// The cells of a row, quotes included; a separator between quotes divides nothing.
fn split(text: &str, row: Span, separator: u8) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut start = row.start;
    let mut quoted = false;
    for (at, byte) in row
        .text(text)
        .bytes()
        .enumerate()
        .map(|(index, byte)| (row.start + index, byte))
    {
        if byte == b'"' {
            quoted = !quoted;
        } else if byte == separator && !quoted {
            cells.push(Span::new(start, at));
            start = at + 1;
        }
    }
    cells.push(Span::new(start, row.end));
    cells
}

/// Where the number of cells is not the header's, nobody can tell which of them is secret, so all of them are.
fn secret_cells<'c>(
    text: &'c str,
    cells: &'c [Span],
    columns: &'c [String],
) -> impl Iterator<Item = Credential> + 'c {
    let fits = cells.len() == columns.len();
    let is_secret = move |column: &String| !fits || SECRET_COLUMNS.contains(&column.as_str());
    let any = String::new();
    let columns = columns.iter().cloned().chain(std::iter::repeat(any));
    cells
        .iter()
        .zip(columns)
        .filter(move |(_, column)| is_secret(column))
        .map(|(cell, _)| trimmed(text, *cell))
        .filter(|cell| !cell.is_empty())
        .map(|span| Credential {
            span,
            kind: CredentialKind::CredentialsCsv,
        })
}

/// The cell without blanks and quotes around it.
fn trimmed(text: &str, cell: Span) -> Span {
    let is_frame = |c: char| c == '"' || c.is_whitespace();
    let raw = cell.text(text);
    let start = cell.start + (raw.len() - raw.trim_start_matches(is_frame).len());
    Span::new(start, start + raw.trim_matches(is_frame).len())
}
