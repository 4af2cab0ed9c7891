//! `iam-policy-check`: the engine as a native command, for docs authors' CI.

mod accepted;
mod arguments;
mod compared;
mod contents;
mod counterpart;
mod documents;
mod findings_json;
mod findings_sarif;
mod findings_text;
mod placeholders_json;
mod repaired;
mod run;
mod usage;
mod values;

use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = run::run(std::env::args_os().skip(1));
    let printed =
        print(io::stderr(), &outcome.errors).and_then(|()| print(io::stdout(), &outcome.output));
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(run::WRONG_USE),
        _ => ExitCode::from(outcome.code),
    }
}

fn print(mut stream: impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
