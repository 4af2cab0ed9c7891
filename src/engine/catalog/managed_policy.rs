//! AWS managed policies: some of those that instructions tell people to attach or to copy, as they are and as they were.
//!
//! They come in a file of their own, so that a page can do without them.
//! The file is one raw deflate stream; its content is text.
//! The first line is [`HEADING`] and the date of the data; each further line is one version of one policy:
//! its name, its ARN without the partition, the version's id, its date and its document, separated by tabs.
//! The versions of a policy follow one another, the current one last.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use super::CatalogError;

/// How the first line begins, before a tab and the date.
pub const HEADING: &str = "AWS managed policies 1";

/// The policies of one date.
#[derive(Default)]
pub(super) struct ManagedPolicies {
    date: String,
    lines: Vec<String>,
    /// The [`outline`] of the actions of each line, made at the first question.
    outlines: OnceLock<Vec<u64>>,
}

/// One version of one policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ManagedPolicy<'c> {
    /// The name, such as `AWSBatchServiceRole`.
    pub name: &'c str,
    /// Behind the partition: `iam::aws:policy/service-role/AWSBatchServiceRole`.
    pub resource: &'c str,
    /// The id of the version, such as `v12`.
    pub version: &'c str,
    /// The day from which it was in force, `YYYY-MM-DD`; the source does not know it of every version.
    pub date: Option<&'c str>,
    /// The document as JSON, without white space.
    pub document: &'c str,
}

impl ManagedPolicies {
    /// Reads the unpacked content of a file.
    ///
    /// # Errors
    ///
    /// Anything but the text described above; whether a document is JSON is not looked at.
    pub fn read(content: &[u8]) -> Result<Self, CatalogError> {
        let text = str::from_utf8(content).map_err(|_| CatalogError::NotAReference)?;
        let mut lines = text.lines();
        let date = lines
            .next()
            .and_then(|first| first.strip_prefix(HEADING)?.strip_prefix('\t'))
            .ok_or(CatalogError::NotAReference)?;
        let lines: Vec<String> = lines.map(str::to_owned).collect();
        let is_sound = text.ends_with('\n') && lines.iter().all(|line| parse(line).is_some());
        is_sound
            .then(|| Self {
                date: date.to_owned(),
                lines,
                outlines: OnceLock::new(),
            })
            .ok_or(CatalogError::WrongLength)
    }

    /// The date of the data, `YYYY-MM-DD`.
    pub fn date(&self) -> &str {
        &self.date
    }

    /// The versions whose documents have this outline.
    fn with_outline(&self, wanted: u64) -> impl Iterator<Item = ManagedPolicy<'_>> {
        let of_line = |line: &String| parse(line).map_or(0, |one| outline(actions(one.document)));
        let outlines = self
            .outlines
            .get_or_init(|| self.lines.iter().map(of_line).collect());
        let pairs = self.lines.iter().zip(outlines);
        let found = pairs.filter(move |(_, outline)| **outline == wanted);
        found.filter_map(|(line, _)| parse(line))
    }

    /// Every version, in the order of the file.
    pub fn versions(&self) -> impl Iterator<Item = ManagedPolicy<'_>> {
        self.lines.iter().filter_map(|line| parse(line))
    }
}

/// A number for a set of texts: the same in whatever order and however often they are given.
fn outline<'n>(texts: impl Iterator<Item = &'n str>) -> u64 {
    let texts: BTreeSet<&str> = texts.collect();
    let mut hasher = DefaultHasher::new();
    texts.hash(&mut hasher);
    hasher.finish()
}

/// The values of `Action` in a document without white space.
fn actions(document: &str) -> impl Iterator<Item = &str> {
    let values = document.split("\"Action\":").skip(1);
    values.flat_map(|value| {
        let list = value
            .strip_prefix('[')
            .and_then(|list| list.split_once(']'));
        let text = list.map_or_else(|| value.get(..), |(list, _)| Some(list));
        let most = if list.is_some() { usize::MAX } else { 1 };
        let quoted = text.unwrap_or_default().split('"').skip(1).step_by(2);
        quoted.take(most)
    })
}

fn parse(line: &str) -> Option<ManagedPolicy<'_>> {
    let mut fields = line.splitn(5, '\t');
    Some(ManagedPolicy {
        name: fields.next()?,
        resource: fields.next()?,
        version: fields.next()?,
        date: fields
            .next()
            .map(|date| Some(date).filter(|date| !date.is_empty()))?,
        document: fields.next()?,
    })
}

impl super::Catalog {
    /// Takes in the AWS managed policies from the unpacked content of their file.
    ///
    /// # Errors
    ///
    /// [`CatalogError`] for any other content; the catalog is the same as before, without them.
    pub fn take_managed_policies(&mut self, content: &[u8]) -> Result<(), CatalogError> {
        self.managed_policies = ManagedPolicies::read(content)?;
        Ok(())
    }

    /// The date of the managed policies, `YYYY-MM-DD`; empty where there are none.
    pub fn managed_policies_date(&self) -> &str {
        self.managed_policies.date()
    }

    /// Every known version of the managed policies: those of one policy follow one another, the current one last.
    pub fn managed_policies(&self) -> impl Iterator<Item = ManagedPolicy<'_>> {
        self.managed_policies.versions()
    }

    /// The versions that name these actions and no others, in the order of [`Catalog::managed_policies`](Self::managed_policies).
    ///
    /// Rarely one with other actions may be among them.
    pub fn managed_policies_naming<'n>(
        &self,
        actions: impl Iterator<Item = &'n str>,
    ) -> impl Iterator<Item = ManagedPolicy<'_>> {
        self.managed_policies.with_outline(outline(actions))
    }

    /// The current version of the policy with this name.
    pub fn managed_policy(&self, name: &str) -> Option<ManagedPolicy<'_>> {
        self.managed_policies()
            .filter(|policy| policy.name == name)
            .last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_actions_of_a_document_as_a_list_and_alone() {
        let document = r#"{"Statement":[{"Action":["a:b","a:c"],"Sid":"x"},{"NotAction":"n:n"},{"Action":"a:d","Effect":"Allow"}]}"#;
        let found: Vec<&str> = actions(document).collect();
        assert_eq!(found, ["a:b", "a:c", "a:d"]);
        assert_eq!(
            outline(actions(document)),
            outline(["a:d", "a:c", "a:b", "a:b"].into_iter())
        );
    }

    #[test]
    fn reads_one_version_a_line() {
        let text = "AWS managed policies 1\t2026-08-26\nA\tiam::aws:policy/A\tv1\t2015-02-06\t{}\nA\tiam::aws:policy/A\tv2\t2016-02-06\t{\"a\":1}\n";
        let read = ManagedPolicies::read(text.as_bytes()).ok();
        let policies = read.unwrap_or_default();
        assert_eq!(policies.date(), "2026-08-26");
        let versions: Vec<_> = policies
            .versions()
            .map(|policy| (policy.version, policy.document))
            .collect();
        assert_eq!(versions, [("v1", "{}"), ("v2", "{\"a\":1}")]);
    }

    #[test]
    fn refuses_what_is_another_file_or_incomplete() {
        for text in [
            "",
            "AWS managed policies 2\t2026-08-26\n",
            "AWS managed policies 1\t2026-08-26",
            "AWS managed policies 1\t2026-08-26\nA\tv1\n",
        ] {
            assert!(ManagedPolicies::read(text.as_bytes()).is_err(), "{text}");
        }
    }
}
