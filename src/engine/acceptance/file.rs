//! The file of accepted findings: JSON that people read in a review.

use serde_json::{Map, Value, json};

use super::anchor::Fingerprint;
use super::{Acceptance, path, tidy_reason};
use crate::engine::checks::{CHECKS, FindingType};
use crate::engine::syntax;

/// The member by which a file of accepted findings is known.
pub const MARKER: &str = "acceptedFindings";

/// The only version of the format so far.
const VERSION: u64 = 1;

/// What a file of accepted findings holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AcceptedFindings {
    /// What the policy is called that they belong to; for people only, and empty where nobody said.
    pub policy: String,
    /// In the order of the file.
    pub acceptances: Vec<Acceptance>,
}

/// Whether a text means to be a file of accepted findings, be it one with mistakes; a policy never does.
pub fn is_accepted_findings(text: &str) -> bool {
    // A look at the letters spares most texts the reading.
    if !text.contains(MARKER) {
        return false;
    }
    let tree = syntax::parse(text);
    tree.root()
        .is_some_and(|root| tree.member(root, MARKER).is_some())
}

impl AcceptedFindings {
    /// The file: a member a line, entries ordered by path, then by code, so that a version control system shows what changed.
    pub fn write(&self) -> String {
        let mut sorted: Vec<&Acceptance> = self.acceptances.iter().collect();
        sorted.sort_by_key(|one| (&one.path, &one.code, &one.content, &one.reason));
        let entries: Vec<String> = sorted.into_iter().map(entry).collect();
        let list = match entries.is_empty() {
            true => "[]".to_owned(),
            false => format!("[\n{}\n  ]", entries.join(",\n")),
        };
        let policy = Value::from(self.policy.as_str());
        format!(
            "{{\n  \"version\": {VERSION},\n  \"policy\": {policy},\n  \"{MARKER}\": {list}\n}}\n"
        )
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Text that is not JSON or has another shape, another version, an entry without a reason, an entry for a check whose findings are errors.
    /// Each is a sentence or two: what is wrong, in which entry, and what to do.
    pub fn read(text: &str) -> Result<Self, String> {
        let text = text.trim_start_matches('\u{feff}');
        let file: Value = serde_json::from_str(text)
            .map_err(|error| format!("This is not valid JSON: {error}."))?;
        check_version(&file)?;
        let entries = file.get(MARKER).and_then(Value::as_array);
        let entries = entries.ok_or_else(|| format!("`{MARKER}` must be a list."))?;
        let numbered = entries.iter().enumerate();
        let acceptances = numbered.map(|(number, entry)| {
            acceptance(entry).map_err(|problem| format!("{}: {problem}", named(number, entry)))
        });
        Ok(AcceptedFindings {
            policy: file
                .get("policy")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            acceptances: acceptances.collect::<Result<_, _>>()?,
        })
    }
}

fn entry(acceptance: &Acceptance) -> String {
    let filled = acceptance
        .filled
        .as_ref()
        .map(|filled| ("filled", json!(filled.as_str())));
    let members = [
        ("code", json!(acceptance.code)),
        ("path", path::to_json(&acceptance.path)),
        ("content", json!(acceptance.content.as_str())),
    ];
    let reason = ("reason", json!(acceptance.reason));
    let members = members.into_iter().chain(filled).chain([reason]);
    let lines: Vec<String> = members
        .map(|(name, value)| format!("      \"{name}\": {value}"))
        .collect();
    format!("    {{\n{}\n    }}", lines.join(",\n"))
}

fn check_version(file: &Value) -> Result<(), String> {
    match file.get("version") {
        Some(version) if version.as_u64() == Some(VERSION) => Ok(()),
        Some(version) => Err(format!(
            "This file has the format's version `{version}`, and only version {VERSION} is known. Save the accepted findings again, or use a newer iam-policy-check."
        )),
        None => Err(format!(
            "`\"version\": {VERSION}` is missing, so this is no file of accepted findings."
        )),
    }
}

/// What errors call an entry.
fn named(number: usize, entry: &Value) -> String {
    let code = entry.get("code").and_then(Value::as_str);
    let code = code.map_or(String::new(), |code| format!(" (`{code}`)"));
    format!("Accepted finding {}{code}", number + 1)
}

fn acceptance(entry: &Value) -> Result<Acceptance, String> {
    let entry = entry.as_object().ok_or("it must be an object.")?;
    let code = text(entry, "code")?;
    if is_error(code) {
        return Err("an error cannot be accepted, because AWS rejects the policy. Take the entry out and mend the policy.".into());
    }
    let way = entry.get("path").and_then(path::from_json);
    let reason = entry
        .get("reason")
        .and_then(Value::as_str)
        .unwrap_or_default();
    Ok(Acceptance {
        code: code.to_owned(),
        path: way.ok_or("`path` must be a list of names and numbers.")?,
        content: fingerprint(entry, "content")?,
        filled: entry
            .get("filled")
            .map(|_| fingerprint(entry, "filled"))
            .transpose()?,
        reason: tidy_reason(reason)
            .map_err(|problem| format!("`reason`: {}", problem.message()))?,
    })
}

fn text<'e>(entry: &'e Map<String, Value>, name: &str) -> Result<&'e str, String> {
    let text = entry.get(name).and_then(Value::as_str);
    text.ok_or_else(|| format!("`{name}` is missing or not a text."))
}

fn fingerprint(entry: &Map<String, Value>, name: &str) -> Result<Fingerprint, String> {
    let refused = || format!("`{name}` must be 32 hexadecimal digits, as the editor writes them.");
    Fingerprint::read(text(entry, name)?).ok_or_else(refused)
}

fn is_error(code: &str) -> bool {
    let check = CHECKS.iter().find(|check| check.code == code);
    check.is_some_and(|check| check.finding_type == FindingType::Error)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const FILE: &str = r#"{
  "version": 1,
  "policy": "Say \"hello\"",
  "acceptedFindings": [
    {
      "code": "MISSING_VERSION",
      "path": [],
      "content": "00112233445566778899aabbccddeeff",
      "reason": "Old tools"
    },
    {
      "code": "PASS_ROLE_WITH_STAR_IN_RESOURCE",
      "path": ["Statement",0,"Resource"],
      "content": "00112233445566778899aabbccddeeff",
      "filled": "ffeeddccbbaa99887766554433221100",
      "reason": "Reviewed"
    }
  ]
}
"#;

    #[test]
    fn a_file_is_written_as_it_was_read_and_in_one_order() {
        let mut read = AcceptedFindings::read(FILE).unwrap();
        assert_eq!(read.write(), FILE);
        read.acceptances.reverse();
        assert_eq!(read.write(), FILE);
        assert_eq!(
            AcceptedFindings::read(&format!("\u{feff}{FILE}"))
                .unwrap()
                .write(),
            FILE
        );
    }

    #[test]
    fn an_empty_file_is_one_too() {
        let written = AcceptedFindings::default().write();
        assert_eq!(
            AcceptedFindings::read(&written),
            Ok(AcceptedFindings::default())
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_entry() {
        for (from, to, said) in [
            ("{", "", "not valid JSON"),
            ("\"version\": 1,", "", "`\"version\": 1` is missing"),
            (
                "\"version\": 1",
                "\"version\": 2",
                "version `2`, and only version 1",
            ),
            ("\"version\": 1", "\"version\": \"1\"", "version `\"1\"`"),
            (
                "acceptedFindings",
                "accepted",
                "`acceptedFindings` must be a list",
            ),
            (
                "\"Old tools\"",
                "\" \"",
                "finding 1 (`MISSING_VERSION`): `reason`: Say why",
            ),
            (
                "\"reason\": \"Reviewed\"",
                "\"because\": \"Reviewed\"",
                "finding 2 (`PASS_ROLE_WITH_STAR_IN_RESOURCE`): `reason`: Say why",
            ),
            (
                "MISSING_VERSION",
                "INVALID_EFFECT",
                "finding 1 (`INVALID_EFFECT`): an error cannot be accepted",
            ),
            ("\"MISSING_VERSION\"", "7", "finding 1: `code` is missing"),
            (
                "\"path\": []",
                "\"path\": [[]]",
                "finding 1 (`MISSING_VERSION`): `path` must be",
            ),
            (
                "00112233",
                "0011223",
                "finding 1 (`MISSING_VERSION`): `content` must be 32",
            ),
            (
                "ffeeddcc",
                "FFEEDDCC",
                "finding 2 (`PASS_ROLE_WITH_STAR_IN_RESOURCE`): `filled` must be 32",
            ),
        ] {
            let error = AcceptedFindings::read(&FILE.replacen(from, to, 1)).unwrap_err();
            assert!(error.contains(said), "{from} -> {to}: {error}");
        }
    }

    #[test]
    fn a_file_is_known_by_its_shape_even_with_mistakes() {
        for (text, is_one) in [
            (FILE, true),
            (&FILE.replace("\"Old tools\"", "\"Old tools"), true),
            (&FILE.replace(": 1", ": 9"), true),
            (r#"{"Statement": [], "Id": "acceptedFindings"}"#, false),
            (r#"["acceptedFindings"]"#, false),
            ("", false),
        ] {
            assert_eq!(is_accepted_findings(text), is_one, "{text}");
        }
    }
}
