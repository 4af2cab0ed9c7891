//! Places in files: addresses and regions.

use iam_policy_editor::engine::analysis::Analysis;
use iam_policy_editor::engine::text::{LineIndex, Span};
use serde_json::{Value, json};

use crate::contents::Document;

/// Where the findings of one document are.
pub struct Places<'d> {
    pub document: &'d Document,
    pub analysis: &'d Analysis,
    /// The file that it is in, as results refer to it.
    pub artifact: Value,
    /// Of the file.
    pub index: LineIndex,
}

impl Places<'_> {
    /// A stretch of the file: lines and columns from 1, in code points; the end is the place behind the last one.
    pub fn region(&self, span: Span) -> Value {
        let (start, end) = (
            self.index.position(span.start),
            self.index.position(span.end),
        );
        json!({
            "startLine": start.line,
            "startColumn": start.column + 1,
            "endLine": end.line,
            "endColumn": end.column + 1,
        })
    }

    /// A stretch of the document, with the document's name where its file holds several.
    pub fn location(&self, span: Span) -> Value {
        let mut location = json!({ "physicalLocation": {
            "artifactLocation": self.artifact,
            "region": self.region(self.document.origin(span)),
        }});
        if let Some(place) = &self.document.place {
            location["logicalLocations"] = json!([{ "name": place.name }]);
        }
        location
    }
}

/// The address of a file, as RFC 3986 wants it: relative as given, or with the scheme `file` where the path is absolute.
pub fn uri(file: &str) -> String {
    let path = if cfg!(windows) {
        file.replace('\\', "/")
    } else {
        file.to_owned()
    };
    let encoded: String = path.bytes().map(encoded).collect();
    match path.as_bytes() {
        [b'/', ..] => format!("file://{encoded}"),
        [_, b':', b'/', ..] if cfg!(windows) => format!("file:///{encoded}"),
        _ => encoded,
    }
}

/// A byte of a path; a colon is escaped, since what stands before one in a relative address would be a scheme.
fn encoded(byte: u8) -> String {
    match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_gives_an_address() {
        for (file, address) in [
            ("policies/a-1.json", "policies/a-1.json"),
            ("/tmp/a b.json", "file:///tmp/a%20b.json"),
            ("a:b#c?.json", "a%3Ab%23c%3F.json"),
            ("größe.json", "gr%C3%B6%C3%9Fe.json"),
            ("-", "-"),
        ] {
            assert_eq!(uri(file), address);
        }
    }
}
