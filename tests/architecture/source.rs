//! The project's source files as text, and the little that must be known of their structure.

use std::path::{Path, PathBuf};

/// A file with its path from the root of the project, `/` between the parts.
pub struct SourceFile {
    pub path: String,
    pub text: String,
}

/// All files below a folder of the project, by path; none where the folder is missing.
pub fn paths(folder: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<String> = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(path) = path.strip_prefix(root) {
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The Rust files below a folder of the project, by path.
pub fn rust_files(folder: &str) -> Vec<SourceFile> {
    paths(folder)
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| SourceFile {
            text: read(&path),
            path,
        })
        .collect()
}

pub fn read(path: &str) -> String {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text up to its test module, which formatting and habit put last.
pub fn without_tests(text: &str) -> String {
    let marks = text.match_indices("#[cfg(test)]\n").map(|(at, _)| at);
    let end = marks.into_iter().find(|at| opens_a_module(&text[*at..]));
    text[..end.unwrap_or(text.len())].to_string()
}

/// Whether the attributes at the start of the text belong to a module that stands in the same file.
fn opens_a_module(text: &str) -> bool {
    let mut lines = text.lines().skip_while(|line| line.starts_with("#["));
    lines
        .next()
        .is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
}

/// The text with whole-line comments emptied, so that line numbers stay.
pub fn without_comments(text: &str) -> String {
    let code = text.lines().map(|line| {
        if line.trim_start().starts_with("//") {
            ""
        } else {
            line
        }
    });
    code.collect::<Vec<_>>().join("\n")
}

pub fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}

/// Each function with its number of lines; formatted code puts the closing brace under the first letter.
pub fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .iter()
        .enumerate()
        .filter_map(|(number, line)| {
            Some((function_name(line)?, function_length(&lines[number..])))
        })
        .collect()
}

fn function_name(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let name = loop {
        match words.next()? {
            "fn" => break words.next()?,
            "pub" | "pub(crate)" | "pub(super)" | "const" | "async" | "extern" => {}
            _ => return None,
        }
    };
    Some(name.split(['(', '<']).next().unwrap_or(name).to_string())
}

fn function_length(lines: &[&str]) -> usize {
    let first = lines.first().copied().unwrap_or_default();
    if first.ends_with('}') || first.ends_with(';') {
        return 1;
    }
    let indent = first.len() - first.trim_start().len();
    let closing = format!("{}}}", &first[..indent]);
    lines
        .iter()
        .position(|line| *line == closing)
        .map_or(1, |last| last + 1)
}

/// What the call of a list macro lists, in order.
pub fn listed(text: &str, list_macro: &str) -> Vec<String> {
    let code = without_comments(text);
    let call = code
        .match_indices(list_macro)
        .map(|(at, _)| code[at + list_macro.len()..].trim_start())
        .find(|rest| rest.starts_with(['[', '{']))
        .unwrap_or_else(|| panic!("no call of {list_macro}"));
    let inside = call[1..].split([']', '}']).next().unwrap_or_default();
    let entries = inside
        .split(',')
        .map(|entry| entry.trim().trim_matches('"').to_string());
    entries.filter(|entry| !entry.is_empty()).collect()
}

/// The name of a file without its folder and extension.
pub fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name).to_string()
}
