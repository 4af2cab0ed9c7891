//! The values of `--set`, brought to the stand-ins of the documents.

use iam_policy_editor::engine::analysis::Analysis;
use iam_policy_editor::engine::catalog::partition_of_region;
use iam_policy_editor::engine::credentials;
use iam_policy_editor::engine::placeholders::{ValueState, Values};

/// The values as the engine takes them, for documents analysed without any.
///
/// The error, for a name that no document has or a value its type refuses, is a sentence for the person who gave it.
pub fn for_documents(
    given: &[(String, String)],
    documents: &[&Analysis],
) -> Result<Values, String> {
    let mut values = Values {
        partition: partition_of(given, documents),
        ..Values::default()
    };
    for (name, value) in given {
        if !credentials::find(value).is_empty() {
            return Err(format!(
                "`--set {name}=…`: the value is a credential, which no policy needs."
            ));
        }
        match kind_of(name, documents) {
            None => return Err(unknown_name(name, documents)),
            Some("partition") => {}
            Some(_) => drop(values.by_name.insert(name.clone(), value.clone())),
        }
    }
    Ok(values)
}

/// The partition: as given, or else that of the first Region given, or else the usual one.
fn partition_of(given: &[(String, String)], documents: &[&Analysis]) -> String {
    let of_kind = |kind: &'static str| {
        let given = given.iter();
        given
            .filter(move |(name, _)| kind_of(name, documents) == Some(kind))
            .map(|(_, value)| value.as_str())
    };
    let of_region = || {
        let mut rules = of_kind("region").filter_map(|code| partition_of_region(code.trim()));
        rules.next().map(|rule| rule.id)
    };
    match of_kind("partition").next_back().or_else(of_region) {
        Some(partition) => partition.to_owned(),
        None => Values::default().partition,
    }
}

/// The id of the type of the placeholder with this name.
fn kind_of(name: &str, documents: &[&Analysis]) -> Option<&'static str> {
    let mut placeholders = documents
        .iter()
        .flat_map(|document| document.placeholders());
    placeholders
        .find(|placeholder| placeholder.name == name)
        .map(|placeholder| placeholder.kind.id)
}

fn unknown_name(name: &str, documents: &[&Analysis]) -> String {
    let mut found: Vec<&str> = Vec::new();
    for placeholder in documents
        .iter()
        .flat_map(|document| document.placeholders())
    {
        if !found.contains(&placeholder.name.as_str()) {
            found.push(&placeholder.name);
        }
    }
    match found.is_empty() {
        true => format!("`--set {name}=…`: nothing was found that stands for a value."),
        false => format!(
            "`--set {name}=…`: there is no `{name}`; found: {}.",
            found.join(", ")
        ),
    }
}

/// What is wrong with the first value that its type refuses, in a document analysed with the values.
pub fn refused(given: &[(String, String)], document: &Analysis) -> Option<String> {
    let placeholders = document.placeholders().iter().enumerate();
    let mut set = placeholders.filter(|(_, one)| given.iter().any(|(name, _)| *name == one.name));
    set.find_map(|(index, placeholder)| match document.value_state(index) {
        ValueState::Invalid(problem) => Some(format!(
            "`--set {}=…`: {}",
            placeholder.name, problem.message
        )),
        _ => None,
    })
}
