//! Holds the structure of the project: who may know whom, complete lists, small files and functions, names that say something.

#[path = "architecture/imports.rs"]
mod imports;
#[path = "architecture/source.rs"]
mod source;

use imports::{module_of, modules_named_in};
use source::{SourceFile, rust_files, without_tests};

/// The layers from the bottom up: a module may know the modules of lower layers, and never one of its own layer.
const LAYERS: &[&[&str]] = &[
    &["engine::text"],
    &["engine::syntax", "engine::catalog", "engine::credentials"],
    &["engine::policy"],
    &["engine::meaning", "engine::placeholders"],
    &[
        "engine::checks",
        "engine::templates",
        "engine::export",
        "engine::assist",
        "engine::summary",
        "engine::unwrapping",
        "engine::fitting",
    ],
    &[
        "engine::acceptance",
        "engine::highlight",
        "engine::matching",
    ],
    &["engine::analysis"],
    &["session", "command"],
    &["web::boot"],
    &["web::editor", "web::platform"],
    &["web::ui"],
    &["web::embed"],
    &["web"],
    &["main"],
];

/// Edges that the layers alone would allow.
const FORBIDDEN: &[(&str, &str)] = &[("engine::credentials", "engine::syntax")];

/// The crates of the page, which `engine` and `session` must not name.
const WEB_CRATES: &[&str] = &["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"];

/// File names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "common", "manager", "misc"];

const FILE_LINES: usize = 500;
const CHECK_LINES: usize = 350;
const FUNCTION_LINES: usize = 60;

/// Files and functions that may be longer, each with its reason.
const MAY_BE_LONGER: &[(&str, &str)] = &[
    (
        "src/engine/policy/attachment.rs facts",
        "the names of every attachment: data, one arm each",
    ),
    (
        "src/engine/policy/attachment_quota.rs resource_quota",
        "the quota of every resource and its source: data, one arm each",
    ),
    (
        "src/engine/policy/console_resources.rs resource_steps",
        "the steps of every resource: data, one arm each",
    ),
];

/// The layer a module is in; an item named directly (`web::mount`) counts as its parent.
fn layer(module: &str) -> Option<usize> {
    let place = |module: &str| LAYERS.iter().position(|layer| layer.contains(&module));
    place(module).or_else(|| place(module.rsplit_once("::")?.0))
}

/// Why `from` may not name `to`; nothing where it may.
fn objection(from: &str, to: &str) -> Option<String> {
    if from == to || matches!(to, "engine" | "crate") {
        return None;
    }
    let (Some(from_layer), Some(to_layer)) = (layer(from), layer(to)) else {
        return Some(format!("{from} -> {to}: one of them is in no layer"));
    };
    let allowed = to_layer < from_layer && !FORBIDDEN.contains(&(from, to));
    (!allowed).then(|| format!("{from} -> {to}: {from} must not know {to}"))
}

fn forbidden_edges(file: &SourceFile) -> Vec<String> {
    let from = module_of(&file.path);
    if matches!(from.as_str(), "crate" | "engine" | "tests") || file.path.ends_with("/tests.rs") {
        return Vec::new();
    }
    modules_named_in(&file.path, &without_tests(&file.text))
        .into_iter()
        .filter_map(|(line, to)| Some(format!("{}:{line}: {}", file.path, objection(&from, &to)?)))
        .collect()
}

#[test]
fn each_module_knows_only_the_layers_below_it() {
    let edges: Vec<String> = rust_files("src").iter().flat_map(forbidden_edges).collect();
    assert!(edges.is_empty(), "forbidden edges:\n{}", edges.join("\n"));
}

#[test]
fn a_planted_edge_is_reported_with_file_line_and_both_ends() {
    let planted = SourceFile {
        path: "src/engine/syntax/parser.rs".into(),
        text: "//! Doc.\nuse crate::engine::{\n    text::Span,\n    checks::{Finding, Fix},\n};\n"
            .into(),
    };
    assert_eq!(
        forbidden_edges(&planted),
        [
            "src/engine/syntax/parser.rs:4: engine::syntax -> engine::checks: engine::syntax must not know engine::checks"
        ]
    );
}

#[test]
fn relative_paths_and_neighbours_of_one_layer_are_seen_too() {
    for (path, text, edges) in [
        (
            "src/engine/export/json.rs",
            "use super::super::checks::Fix;",
            1,
        ),
        ("src/engine/export/json.rs", "use super::Exporter;", 0),
        ("src/engine/export/mod.rs", "use super::text::Span;", 0),
        (
            "src/engine/credentials/mod.rs",
            "fn f() { crate::engine::syntax::parse(\"\"); }",
            1,
        ),
        (
            "src/engine/text/mod.rs",
            "// crate::engine::syntax is above",
            0,
        ),
        ("src/session/mod.rs", "use crate::web::ui::App;", 1),
        ("src/web/editor/mod.rs", "use crate::session::State;", 0),
        (
            "src/engine/policy/mod.rs",
            "#[cfg(test)]\n#[allow(unused)]\nmod tests {\n    use crate::engine::checks::CHECKS;\n}\n",
            0,
        ),
    ] {
        let file = SourceFile {
            path: path.into(),
            text: text.into(),
        };
        assert_eq!(forbidden_edges(&file).len(), edges, "{path}: {text}");
    }
}

#[test]
fn every_folder_of_the_engine_and_the_page_has_its_layer() {
    for file in rust_files("src") {
        let module = module_of(&file.path);
        let placed = matches!(module.as_str(), "crate" | "engine")
            || LAYERS.concat().contains(&module.as_str());
        assert!(
            placed,
            "{}: `{module}` is in no layer of the table",
            file.path
        );
    }
}

#[test]
fn the_engine_and_the_session_name_nothing_of_the_web() {
    let pure = rust_files("src").into_iter().filter(|file| {
        file.path.starts_with("src/engine/") || file.path.starts_with("src/session/")
    });
    let named: Vec<String> = pure.flat_map(|file| web_crates_named(&file)).collect();
    assert!(
        named.is_empty(),
        "pure code names the web:\n{}",
        named.join("\n")
    );
}

fn web_crates_named(file: &SourceFile) -> Vec<String> {
    let code = source::without_comments(&file.text);
    let words = code.lines().enumerate().flat_map(|(number, line)| {
        source::words(line)
            .map(move |word| (number + 1, word))
            .collect::<Vec<_>>()
    });
    words
        .filter(|(_, word)| WEB_CRATES.contains(word))
        .map(|(line, word)| format!("{}:{line}: {word}", file.path))
        .collect()
}

#[test]
fn files_and_functions_stay_small() {
    let long: Vec<String> = ["src", "tests", "benches", "xtask"]
        .iter()
        .flat_map(|folder| rust_files(folder))
        .flat_map(|file| too_long(&file))
        .filter(|(place, _)| !MAY_BE_LONGER.iter().any(|(allowed, _)| place == allowed))
        .map(|(place, lines)| format!("{place}: {lines} lines"))
        .collect();
    assert!(
        long.is_empty(),
        "too long, split by idea:\n{}",
        long.join("\n")
    );
}

fn too_long(file: &SourceFile) -> Vec<(String, usize)> {
    let lines = file.text.lines().count();
    let limit = if file.path.starts_with("src/engine/checks/") {
        CHECK_LINES
    } else {
        FILE_LINES
    };
    let functions = source::functions(&untabled(file))
        .into_iter()
        .filter(|(_, lines)| *lines > FUNCTION_LINES)
        .map(|(name, lines)| (format!("{} {name}", file.path), lines));
    (lines > limit)
        .then(|| (file.path.clone(), lines))
        .into_iter()
        .chain(functions)
        .collect()
}

/// The text without tests, for a test's table of cases may be as long as it has to be.
fn untabled(file: &SourceFile) -> String {
    let is_test = file.path.starts_with("tests/") || file.path.ends_with("/tests.rs");
    if is_test {
        String::new()
    } else {
        without_tests(&file.text)
    }
}

#[test]
fn what_may_be_longer_still_is_and_has_a_reason() {
    let long: Vec<String> = ["src", "tests", "benches", "xtask"]
        .iter()
        .flat_map(|folder| rust_files(folder))
        .flat_map(|file| too_long(&file))
        .map(|(place, _)| place)
        .collect();
    for (place, reason) in MAY_BE_LONGER {
        assert!(
            long.iter().any(|found| found == place),
            "{place} is short again: delete its entry"
        );
        assert!(reason.len() > 20, "{place}: say why");
    }
}

#[test]
fn a_function_is_measured_from_its_signature_to_its_closing_brace() {
    let text = "impl X {\n    pub fn two(\n        &self,\n    ) {\n        if a {\n        }\n    }\n\n    fn one() {}\n}\nfn last() -> u8 {\n    1\n}\n";
    let expected = [
        ("two".to_string(), 6),
        ("one".to_string(), 1),
        ("last".to_string(), 3),
    ];
    assert_eq!(source::functions(text), expected);
}

#[test]
fn file_names_say_what_is_inside() {
    for folder in ["src", "tests", "benches", "xtask", "styles"] {
        for path in source::paths(folder) {
            let empty = path.split('/').any(|part| {
                let stem = part.split('.').next().unwrap_or(part);
                EMPTY_NAMES.contains(&stem)
            });
            assert!(!empty, "{path}: name what is in it");
        }
    }
}

#[test]
fn every_rust_file_begins_with_one_sentence_about_itself() {
    for folder in ["src", "tests", "benches", "xtask"] {
        for file in rust_files(folder) {
            let first = file.text.lines().next().unwrap_or_default();
            assert!(
                first.starts_with("//! "),
                "{}: begins with `{first}`",
                file.path
            );
        }
    }
}

/// A list of one-file entries: where it stands, by which macro, in which folder the files are, and what marks one.
struct List {
    file: &'static str,
    list_macro: &'static str,
    folder: &'static str,
    marker: &'static str,
}

const LISTS: &[List] = &[
    List {
        file: "src/engine/checks/mod.rs",
        list_macro: "checks!",
        folder: "src/engine/checks",
        marker: "\ndeclare_check! {",
    },
    List {
        file: "src/engine/export/mod.rs",
        list_macro: "exporters!",
        folder: "src/engine/export",
        marker: "const EXPORTER: Exporter",
    },
    List {
        file: "src/engine/placeholders/dialects/mod.rs",
        list_macro: "dialects!",
        folder: "src/engine/placeholders/dialects",
        marker: "static DIALECT: Dialect",
    },
    List {
        file: "src/engine/placeholders/types/mod.rs",
        list_macro: "placeholder_types!",
        folder: "src/engine/placeholders/types",
        marker: "static TYPE: PlaceholderType",
    },
    List {
        file: "src/engine/templates/mod.rs",
        list_macro: "templates!",
        folder: "src/engine/templates/library",
        marker: "\"id\":",
    },
];

#[test]
fn every_file_that_belongs_in_a_list_is_listed_once() {
    for list in LISTS {
        let mut listed = source::listed(&source::read(list.file), list.list_macro);
        listed.sort();
        let members = source::paths(list.folder)
            .into_iter()
            .filter(|path| source::read(path).contains(list.marker));
        let mut names: Vec<String> = members.map(|path| source::stem(&path)).collect();
        names.sort();
        assert!(
            !names.is_empty(),
            "{}: nothing in it is marked `{}`",
            list.folder,
            list.marker
        );
        assert_eq!(
            listed, names,
            "{} and the files of {}",
            list.file, list.folder
        );
    }
}

#[test]
fn a_list_is_read_with_and_without_quotes_and_past_comments() {
    let text = "macro_rules! items { () => {} }\nitems![\n    // \"no\",\n    one,\n    \"two-b\",\n];\nother![x];";
    assert_eq!(source::listed(text, "items!"), ["one", "two-b"]);
}
