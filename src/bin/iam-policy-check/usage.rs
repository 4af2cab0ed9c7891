//! What the command says about itself.

use iam_policy_editor::engine::analysis::NOT_LOOKED_AT;
use iam_policy_editor::engine::export::EXPORTERS;
use iam_policy_editor::engine::policy::{Attachment, PolicyKind};

/// The name and version, as `--version` prints them.
pub fn version() -> String {
    format!("iam-policy-check {}\n", env!("CARGO_PKG_VERSION"))
}

/// The text of `--help`.
pub fn help() -> String {
    let kinds: Vec<&str> = PolicyKind::ALL.iter().map(|kind| kind.id()).collect();
    let resources: Vec<&str> = Attachment::for_kind(PolicyKind::Resource)
        .iter()
        .map(|one| one.id())
        .collect();
    format!(
        "\
Finds what AWS will reject in IAM policies, fills in their stand-ins and repairs them.

usage: iam-policy-check [OPTIONS] FILE...      `-` reads standard input

A FILE is a policy, or something that holds policies, each of which is checked: a page of Markdown,
a CloudFormation, SAM, Serverless or Terraform file, YAML, a shell command, a response of the AWS CLI.

  --type KIND            auto (the default) or one of {kinds}
  --resource-type TYPE   what a resource policy is attached to: {resources}
  --format FORMAT        text (the default): findings, verdict, and who may do what; json or sarif (SARIF 2.1.0): findings
  --set NAME=VALUE       fill in a stand-in by its name; can be given several times
  --require-filled       a stand-in without a value counts as an ERROR
  --accept FILE          findings that were accepted, as the editor saves them: printed as accepted, with their reasons;
                         can be given several times, for instance once for each policy
  --placeholders         print the stand-ins that were found, as JSON
  --fix                  print the document with every repair made; with --export, repair before exporting
  --export FORMAT        print the policy with its values filled in: {formats}; `list` names the formats;
                         nothing is printed while a value or a name is missing
  --parameters           with --export: values and names that are missing become parameters, in a format that has some
  --attach-as PLACE      where the policy goes: {places}
  --attach-to NAME       with --export: the name, ID or ARN of the user, role, bucket, … that the policy is attached to
  --policy-name NAME     with --export: what the policy is called
  --holder HOLDER        with --export: a managed policy is attached to the user, group or role of --attach-to
  --managed-policy ARN   with --export of a trust policy: the role gets this managed policy, too; can be given several times
  --compare-with WHAT    say whether each FILE allows and denies the same as WHAT: the id of a template of the editor,
                         the name or ARN of an AWS managed policy, or a file; as text or JSON
  -h, --help             print this text
  -V, --version          print the version

exit: 0 no finding of type ERROR (after --fix: none left)
      1 at least one; with --compare-with: a FILE differs, or it cannot be told whether it does
      2 wrong use, or a file that cannot be read or that holds a credential
An accepted finding is known by its code and by what its statement says; when the statement changes, it counts again.
One that applies to none of the files is named on standard error. An ERROR cannot be accepted.
A policy above the quota of its attachment is no ERROR: the verdict says so, the exit code does not.

Text findings are `file:line:column`, both counted from 1. Offsets and columns in JSON are counted from 0, in code points;
lines and columns in SARIF from 1, in code points;
the places of edits and stand-ins are byte offsets. All of them refer to the file as given, also with --set.

{NOT_LOOKED_AT}
",
        kinds = kinds.join(", "),
        resources = resources.join(", "),
        places = Attachment::ALL.iter().map(|one| one.id()).collect::<Vec<_>>().join(", "),
        formats = exporters().replace('\n', " ").trim(),
    )
}

/// The formats that `--export` takes, one a line.
pub fn exporters() -> String {
    EXPORTERS
        .iter()
        .map(|exporter| format!("{}\n", exporter.id))
        .collect()
}
