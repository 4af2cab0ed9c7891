//! `cargo xtask wasm [--dev]`: cargo, then wasm-bindgen, then (in release) wasm-opt, into `target/web/`.

use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::{Outcome, workspace};

const BINARY: &str = "iam-policy-editor";
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

/// Builds what the page loads; does nothing after cargo when cargo's output is the one of last time.
pub fn run(arguments: &[String]) -> Outcome {
    let build = Build::from_arguments(arguments)?;
    let compiled = fs::read(compile(build)?)?;
    let folder = build.folder();
    let stamp = folder.join("made-from");
    let made_from = fingerprint(&compiled)?;
    if fs::read_to_string(&stamp).is_ok_and(|last| last == made_from) {
        return Ok(());
    }
    // Without its stamp, a folder that is only half written is made again the next time.
    let _ = fs::remove_file(&stamp);
    generate_glue(compiled, &folder, build)?;
    if build == Build::Release {
        shrink(&folder.join(format!("{BINARY}_bg.wasm")))?;
    }
    fs::write(stamp, made_from)?;
    Ok(())
}

/// Compiles the page's binary and returns the path of the `.wasm` file.
fn compile(build: Build) -> Result<PathBuf, Box<dyn Error>> {
    let mut cargo = workspace::cargo();
    cargo.args([
        "build",
        "--features",
        "web",
        "--bin",
        BINARY,
        "--target",
        TARGET,
    ]);
    cargo.args([
        "--profile",
        build.profile(),
        "--message-format",
        "json-render-diagnostics",
    ]);
    let messages = workspace::output_of(&mut cargo)?;
    serde_json::Deserializer::from_slice(&messages)
        .into_iter::<Value>()
        .filter_map(Result::ok)
        .filter(|message| {
            message["reason"] == "compiler-artifact" && message["target"]["name"] == BINARY
        })
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .find(|path| {
            path.extension()
                .is_some_and(|extension| extension == "wasm")
        })
        .ok_or_else(|| "cargo named no .wasm file".into())
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

fn generate_glue(compiled: Vec<u8>, folder: &Path, build: Build) -> Outcome {
    println!("wasm-bindgen: writing the glue");
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(BINARY, compiled).web(true)?;
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
