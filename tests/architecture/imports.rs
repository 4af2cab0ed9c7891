//! Which modules of the project a source file names, in `use` and in paths alike.

use super::source::without_comments;

/// The module a file belongs to, in the words of the table of layers.
pub fn module_of(path: &str) -> String {
    let inside = path.strip_prefix("src/").unwrap_or("tests");
    let parts: Vec<&str> = inside.split('/').collect();
    let name = |part: &str| part.trim_end_matches(".rs").to_string();
    match parts.as_slice() {
        ["lib.rs"] => "crate".into(),
        ["bin", "iam-policy-element", ..] => "main".into(),
        ["bin", ..] => "command".into(),
        [folder @ ("engine" | "web"), "mod.rs"] => (*folder).into(),
        [folder @ ("engine" | "web"), part, ..] => format!("{folder}::{}", name(part)),
        [first, ..] => name(first),
        [] => "crate".into(),
    }
}

/// The modules named in the code of a file, each with its line, in order.
pub fn modules_named_in(path: &str, text: &str) -> Vec<(usize, String)> {
    let code = without_comments(text);
    let here = segments_of_file(path);
    let own_crate = |root: &str| !path.starts_with("src/bin/") || root == "iam_policy_editor";
    let mut named = Vec::new();
    for (start, root) in roots(&code).into_iter().filter(|(_, root)| own_crate(root)) {
        for (end, tail) in expand(&code, start + root.len()) {
            let line = code[..end].matches('\n').count() + 1;
            if let Some(full) = resolve(&here, root, &tail) {
                named.push((line, module_from(&full)));
            }
        }
    }
    named.dedup();
    named
}

/// `src/engine/policy/arn.rs` is the module `engine::policy::arn`.
fn segments_of_file(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let parts = inside
        .split('/')
        .filter(|part| !matches!(*part, "mod" | "lib" | "main"));
    parts.map(str::to_string).collect()
}

const ROOTS: &[&str] = &["crate", "super", "iam_policy_editor"];

/// Where a path of the project begins: byte offset and its first segment.
fn roots(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for root in ROOTS {
        for (start, _) in code.match_indices(&format!("{root}::")) {
            let before = code[..start].chars().next_back();
            let continues =
                before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '$'));
            if !continues {
                found.push((start, *root));
            }
        }
    }
    found.sort_unstable();
    found
}

/// The paths that hang on the `::` at `at`, braces expanded, each with the offset of its last segment.
fn expand(code: &str, at: usize) -> Vec<(usize, Vec<String>)> {
    let Some(rest) = code[at..].strip_prefix("::") else {
        return vec![(at, Vec::new())];
    };
    let start = at + 2;
    if rest.starts_with('{') {
        return list_items(code, start + 1)
            .into_iter()
            .flat_map(|item| segment(code, item))
            .collect();
    }
    segment(code, start)
}

fn segment(code: &str, start: usize) -> Vec<(usize, Vec<String>)> {
    let name: String = code[start..]
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    if name.is_empty() {
        return vec![(start, Vec::new())];
    }
    let mut paths = expand(code, start + name.len());
    for (end, path) in &mut paths {
        if path.is_empty() {
            *end = start;
        }
        path.insert(0, name.clone());
    }
    paths
}

/// The offsets at which the items of a brace list begin.
fn list_items(code: &str, start: usize) -> Vec<usize> {
    let mut items = Vec::new();
    let (mut depth, mut expecting) = (0, true);
    for (offset, letter) in code[start..].char_indices() {
        match letter {
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            '{' => depth += 1,
            ',' if depth == 0 => expecting = true,
            letter if expecting && !letter.is_whitespace() => {
                items.push(start + offset);
                expecting = false;
            }
            _ => {}
        }
    }
    items
}

/// The path from the root of the crate.
fn resolve(here: &[String], root: &str, tail: &[String]) -> Option<Vec<String>> {
    let mut full: Vec<String> = if root == "super" {
        here.to_vec()
    } else {
        Vec::new()
    };
    if root == "super" {
        full.pop()?;
    }
    for segment in tail {
        match segment.as_str() {
            "super" => drop(full.pop()?),
            "self" => {}
            _ => full.push(segment.clone()),
        }
    }
    Some(full)
}

fn module_from(path: &[String]) -> String {
    match path {
        [folder, part, ..] if folder == "engine" || folder == "web" => match part.chars().next() {
            Some(first) if first.is_lowercase() => format!("{folder}::{part}"),
            _ => folder.clone(),
        },
        [first, ..] => first.clone(),
        [] => "crate".into(),
    }
}
