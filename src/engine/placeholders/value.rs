//! What the user has entered, and what it is worth.

use std::collections::{BTreeMap, BTreeSet};

use super::pasted;
use super::placeholder::Placeholder;
use super::types::{PARTITION, Problem};
use crate::engine::catalog::partition_of_region;

/// What the user has entered, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values {
    /// By the name of the placeholder; an empty text and one of blanks only count as nothing.
    pub by_name: BTreeMap<String, String>,
    /// The one partition of the workspace, which every placeholder of the type `partition` takes.
    pub partition: String,
}

impl Default for Values {
    fn default() -> Self {
        Values {
            by_name: BTreeMap::new(),
            partition: "aws".to_string(),
        }
    }
}

impl Values {
    /// What holds for the placeholder: the partition, what was entered, or the default when nothing ever was.
    pub(super) fn typed<'v>(&'v self, placeholder: &'v Placeholder) -> &'v str {
        if placeholder.kind == &PARTITION {
            return &self.partition;
        }
        let entered = self.by_name.get(&placeholder.name);
        entered
            .or(placeholder.default.as_ref())
            .map_or("", String::as_str)
    }
}

/// Whether a placeholder can be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueState {
    /// Nothing was entered.
    Unfilled,
    /// The normalised value; of a list type, its entries in order without repetitions. Never empty.
    Valid(Vec<String>),
    /// Something was entered that cannot be used.
    Invalid(Problem),
}

/// What was entered for the placeholder, judged by its type, its choices and the places it stands in.
pub fn value_state(placeholder: &Placeholder, values: &Values) -> ValueState {
    let typed = values.typed(placeholder);
    let entries = entries(placeholder, typed);
    if entries.is_empty() {
        return ValueState::Unfilled;
    }
    let valid = validated(placeholder, &entries)
        .and_then(|valid| in_partition(placeholder, valid, &values.partition));
    match valid {
        Ok(valid) => ValueState::Valid(valid),
        Err(problem) => ValueState::Invalid(problem),
    }
}

/// The entries as typed: one, or those of a list; none when there is nothing but blanks.
pub(super) fn entries(placeholder: &Placeholder, typed: &str) -> Vec<String> {
    let is_blank = |text: &str| pasted::clean(text).is_empty();
    if !placeholder.kind.list {
        return if is_blank(typed) {
            Vec::new()
        } else {
            vec![typed.to_string()]
        };
    }
    let parts = typed.split(['\n', '\r', ';']).flat_map(split_at_commas);
    parts
        .filter(|part| !is_blank(part))
        .map(str::to_string)
        .collect()
}

/// Names of roles may hold commas, so only one before a blank, a quote, a further ARN or the end divides.
fn split_at_commas(line: &str) -> Vec<&str> {
    let divides = |rest: &str| {
        rest.is_empty()
            || rest.starts_with([' ', '\t', '"', ',', '\u{A0}'])
            || rest.starts_with("arn:")
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, comma) in line.match_indices(',') {
        let after = at + comma.len();
        if line.get(after..).is_some_and(divides) {
            parts.extend(line.get(start..at));
            start = after;
        }
    }
    parts.extend(line.get(start..));
    parts
}

fn validated(placeholder: &Placeholder, entries: &[String]) -> Result<Vec<String>, Problem> {
    let mut seen = BTreeSet::new();
    let mut valid = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let value = validated_entry(placeholder, entry)
            .map_err(|problem| in_entry(problem, index, entries.len()))?;
        if seen.insert(value.clone()) {
            valid.push(value);
        }
    }
    if valid.len() > 1 && !placeholder.can_unfold() {
        return Err(Problem::new(format!(
            "These are {} entries, and the policy has this in the middle of a text or as a name, where only one can stand. Enter one.",
            valid.len()
        )));
    }
    Ok(valid)
}

fn validated_entry(placeholder: &Placeholder, entry: &str) -> Result<String, Problem> {
    let value = placeholder.kind.accept(entry)?;
    let choices = &placeholder.choices;
    let is_free = choices.is_empty() || placeholder.kind == &PARTITION;
    if is_free || choices.contains(&value) {
        return Ok(value);
    }
    let all: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
    Err(Problem::new(format!("Choose one of {}.", all.join(", "))))
}

/// The values, unless one is a Region of another partition than the workspace's.
fn in_partition(
    placeholder: &Placeholder,
    valid: Vec<String>,
    partition: &str,
) -> Result<Vec<String>, Problem> {
    if !placeholder.kind.id.starts_with("region") {
        return Ok(valid);
    }
    let foreign = valid.iter().find_map(|value| {
        let rule = partition_of_region(value)?;
        (rule.id != partition).then_some((value, rule.id))
    });
    match foreign {
        None => Ok(valid),
        Some((region, other)) => Err(Problem::new(format!(
            "`{region}` is a Region of `{other}`, and the partition is set to `{partition}`. Enter a Region of `{partition}`, or change the partition."
        ))),
    }
}

fn in_entry(problem: Problem, index: usize, count: usize) -> Problem {
    match count {
        1 => problem,
        _ => Problem::new(format!("Entry {}: {}", index + 1, problem.message)),
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::engine::placeholders::{Declaration, recognise};
    use crate::engine::syntax::parse;

    fn state(text: &str, declared: &[Declaration], typed: &str) -> ValueState {
        let placeholders = recognise(&parse(text), declared);
        let by_name = BTreeMap::from([(placeholders[0].name.clone(), typed.to_string())]);
        value_state(
            &placeholders[0],
            &Values {
                by_name,
                ..Values::default()
            },
        )
    }

    fn invalid(message: &str) -> ValueState {
        ValueState::Invalid(Problem::new(message))
    }

    #[test]
    fn blanks_alone_are_no_value() {
        for blank in ["", " \n", "\u{A0}", "\u{200B}\u{FEFF}"] {
            assert_eq!(state(r#"["<x>"]"#, &[], blank), ValueState::Unfilled);
        }
        assert_eq!(
            state(r#"["{{role_arns}}"]"#, &[], ",\n , ;"),
            ValueState::Unfilled
        );
    }

    #[test]
    fn judges_by_the_type() {
        let text = r#"["arn:aws:iam::XXXX:root"]"#;
        assert_eq!(
            state(text, &[], "2109-8765-4321"),
            ValueState::Valid(vec!["210987654321".into()])
        );
        assert_eq!(
            state(text, &[], "12345"),
            invalid("These are 5 digits; an account ID has 12.")
        );
    }

    #[test]
    fn a_region_belongs_to_the_partition() {
        let placeholders = recognise(&parse(r#"["{{region}}"]"#), &[]);
        let in_partition = |region: &str, partition: &str| {
            let values = Values {
                by_name: BTreeMap::from([("region".to_string(), region.to_string())]),
                partition: partition.to_string(),
            };
            value_state(&placeholders[0], &values)
        };
        let valid = |region: &str| ValueState::Valid(vec![region.to_string()]);
        assert_eq!(in_partition("eu-west-1", "aws"), valid("eu-west-1"));
        assert_eq!(in_partition("cn-north-1", "aws-cn"), valid("cn-north-1"));
        assert_eq!(
            in_partition("eu-west-1", "aws-cn"),
            invalid(
                "`eu-west-1` is a Region of `aws`, and the partition is set to `aws-cn`. Enter a Region of `aws-cn`, or change the partition."
            )
        );
    }

    #[test]
    fn reads_a_list_however_it_is_divided() {
        let arn = |name: &str| format!("arn:aws:iam::210987654321:role/{name}");
        let (a, b, c) = (arn("a"), arn("b"), arn("c,d"));
        let all = ValueState::Valid(vec![a.clone(), b.clone(), c.clone()]);
        for typed in [
            format!("{a}\n{b}\r\n\n{c}\n"),
            format!("{a}, {b},{c},"),
            format!("\"{a}\",\n\"{b}\",\n\"{c}\""),
            format!("{a};{b}\n{a}\n{c}"),
        ] {
            assert_eq!(state(r#"["{{role_arns}}"]"#, &[], &typed), all, "{typed}");
        }
        let wrong = format!("{a}\nrole/b");
        let message = "Entry 2: A role's ARN looks like `arn:aws:iam::210987654321:role/name`.";
        assert_eq!(state(r#"["{{role_arns}}"]"#, &[], &wrong), invalid(message));
    }

    #[test]
    fn accepts_only_what_can_be_chosen() {
        let declared = [Declaration {
            name: "x".into(),
            choices: vec!["red".into(), "green".into()],
            ..Declaration::default()
        }];
        assert_eq!(
            state(r#"["<x>"]"#, &declared, " red "),
            ValueState::Valid(vec!["red".into()])
        );
        assert_eq!(
            state(r#"["<x>"]"#, &declared, "blue"),
            invalid("Choose one of `red`, `green`.")
        );
    }
}
