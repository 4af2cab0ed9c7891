//! `cargo xtask wasm [--dev]`: cargo, then wasm-bindgen, then (in release) wasm-opt, into `target/web/`.

use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::{Outcome, workspace};

/// The page's, and the small one of the element for docs pages.
const BINARIES: &[&str] = &["iam-policy-editor", "iam-policy-element"];
const TARGET: &str = "wasm32-unknown-unknown";
const WASM_OPT: &str = "node_modules/binaryen/bin/wasm-opt";
const WASM_OPT_OPTIONS: &[&str] = &["-Oz"];

/// Which of the two builds is wanted: small and fast to run, or fast to build.
#[derive(Clone, Copy, PartialEq)]
enum Build {
    Release,
    Development,
}

impl Build {
    fn from_arguments(arguments: &[String]) -> Result<Self, Box<dyn Error>> {
        match arguments {
            [] => Ok(Self::Release),
            [only] if only == "--dev" => Ok(Self::Development),
            _ => Err("usage: cargo xtask wasm [--dev]".into()),
        }
    }

    /// Each build has a folder of its own, so that switching between them costs nothing.
    fn folder(self) -> PathBuf {
        workspace::root().join(match self {
            Self::Release => "target/web/release",
            Self::Development => "target/web/dev",
        })
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Release => "page",
            Self::Development => "dev",
        }
    }
}

/// Builds what the page and the element load; does nothing after cargo for what cargo gave the last time as well.
pub fn run(arguments: &[String]) -> Outcome {
    let build = Build::from_arguments(arguments)?;
    let artifacts = compile(build)?;
    for binary in BINARIES {
        let artifact = artifacts.iter().find(|(name, _)| name == binary);
        let (_, path) = artifact.ok_or_else(|| format!("cargo named no .wasm file of {binary}"))?;
        finish(binary, fs::read(path)?, build)?;
    }
    Ok(())
}

fn finish(binary: &str, compiled: Vec<u8>, build: Build) -> Outcome {
    let folder = build.folder();
    let stamp = folder.join(format!("{binary}.made-from"));
    let made_from = fingerprint(&compiled)?;
    if fs::read_to_string(&stamp).is_ok_and(|last| last == made_from) {
        return Ok(());
    }
    // Without its stamp, a file that is only half written is made again the next time.
    let _ = fs::remove_file(&stamp);
    generate_glue(binary, compiled, &folder, build)?;
    if build == Build::Release {
        shrink(&folder.join(format!("{binary}_bg.wasm")))?;
    }
    fs::write(stamp, made_from)?;
    Ok(())
}

/// Compiles the binaries and returns the name and the `.wasm` file of each.
fn compile(build: Build) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--features", "web", "--target", TARGET]);
    cargo.args(BINARIES.iter().flat_map(|binary| ["--bin", binary]));
    cargo.args([
        "--profile",
        build.profile(),
        "--message-format",
        "json-render-diagnostics",
    ]);
    let messages = workspace::output_of(&mut cargo)?;
    let messages = serde_json::Deserializer::from_slice(&messages).into_iter::<Value>();
    Ok(messages
        .filter_map(Result::ok)
        .filter_map(artifact)
        .collect())
}

/// The name and the `.wasm` file of what a message of cargo tells the making of.
fn artifact(message: Value) -> Option<(String, PathBuf)> {
    if message["reason"] != "compiler-artifact" {
        return None;
    }
    let files = message["filenames"].as_array()?.iter();
    let mut paths = files.filter_map(Value::as_str).map(PathBuf::from);
    let wasm = paths.find(|path| {
        path.extension()
            .is_some_and(|extension| extension == "wasm")
    })?;
    Some((message["target"]["name"].as_str()?.to_owned(), wasm))
}

/// Names everything that the result depends on: the compiled code, this command, the optimiser.
fn fingerprint(compiled: &[u8]) -> Result<String, Box<dyn Error>> {
    let mut hasher = DefaultHasher::new();
    compiled.hash(&mut hasher);
    include_str!("wasm.rs").hash(&mut hasher);
    fs::read(workspace::root().join("Cargo.lock"))?.hash(&mut hasher);
    fs::read(workspace::root().join("package-lock.json"))?.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

fn generate_glue(binary: &str, compiled: Vec<u8>, folder: &Path, build: Build) -> Outcome {
    println!("wasm-bindgen: writing the glue of {binary}");
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(binary, compiled).web(true)?;
    bindgen.typescript(false).omit_default_module_path(true);
    bindgen.debug(build == Build::Development);
    Ok(bindgen.generate(folder)?)
}

fn shrink(wasm: &Path) -> Outcome {
    println!("wasm-opt: shrinking the WebAssembly");
    let mut node = Command::new("node");
    node.current_dir(workspace::root());
    node.arg(WASM_OPT)
        .args(WASM_OPT_OPTIONS)
        .arg(wasm)
        .arg("-o")
        .arg(wasm);
    workspace::output_of(&mut node)?;
    Ok(())
}
