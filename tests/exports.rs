//! Three policies in every format, as their files in `fixtures/exports` show them.

#[allow(dead_code)]
#[path = "command/run.rs"]
mod run;

use std::path::Path;

use iam_policy_editor::engine::export::{EXPORTERS, Exporter, StandIns};
use run::run;

/// A folder with a policy, and what is said about it.
struct Shown {
    folder: &'static str,
    options: &'static [&'static str],
    /// Said to a format that has no parameters.
    values: &'static [&'static str],
}

const SHOWN: [Shown; 3] = [
    Shown {
        folder: "home-folder",
        options: &[
            "--attach-as",
            "inline-user",
            "--attach-to",
            "jo",
            "--policy-name",
            "HomeFolder",
        ],
        values: &[
            "--set",
            "bucket_name=acme-prod-data",
            "--set",
            "office_ip_range=198.18.7.0/24",
        ],
    },
    Shown {
        folder: "queue",
        options: &["--attach-as", "sqs-queue"],
        values: &[],
    },
    Shown {
        folder: "instance-role",
        options: &["--attach-as", "role-trust", "--attach-to", "batch-node"],
        values: &[],
    },
];

fn exported(shown: &Shown, exporter: &Exporter, policy: &str) -> String {
    let open: &[&str] = match exporter.stand_ins {
        StandIns::Parameters => &["--parameters"],
        StandIns::Refused => shown.values,
        StandIns::Kept => &[],
    };
    let ended = run(&[&["--export", exporter.id], shown.options, open, &[policy]].concat());
    assert_eq!(
        (ended.code, ended.errors.as_str()),
        (0, ""),
        "{}",
        exporter.id
    );
    ended.output
}

/// `UPDATE_EXPORTS=1 cargo test --test exports` writes the files anew; read what changed before you commit it.
#[test]
fn three_policies_are_exported_as_in_their_files() {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports");
    for shown in &SHOWN {
        let folder = folders.join(shown.folder);
        let policy = folder.join("policy.json");
        for exporter in EXPORTERS {
            let output = exported(shown, exporter, policy.to_str().unwrap());
            let path = folder.join(format!("{}.{}", exporter.id, exporter.extension));
            if std::env::var_os("UPDATE_EXPORTS").is_some() {
                std::fs::write(&path, &output).unwrap();
            }
            let stored = std::fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(output, stored, "{}", path.display());
        }
    }
}

#[test]
fn the_list_of_formats_is_what_export_takes() {
    let listed = run(&["--export", "list"]);
    let ids: Vec<&str> = listed.output.lines().collect();
    let known: Vec<&str> = EXPORTERS.iter().map(|exporter| exporter.id).collect();
    assert_eq!(ids, known);
}
