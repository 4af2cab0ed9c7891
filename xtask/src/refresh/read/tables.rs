//! The project's own tables: what no package lists, each row with its source in the file.

use std::collections::BTreeMap;

use iam_policy_editor::engine::catalog::Standing;

use super::super::model::{ConditionKey, Record};
use super::{Read, condition_key};

const GLOBAL_CONDITION_KEYS: &str = include_str!("../tables/global-condition-keys.tsv");
const ENDPOINT_KEYS: &str = include_str!("../tables/endpoint-keys.tsv");
const STANDINGS: &str = include_str!("../tables/standings.tsv");
const SERVICE_PRINCIPALS: &str = include_str!("../tables/service-principals.tsv");

/// The name of each table with its text, for the provenance.
pub const TABLES: [(&str, &str); 4] = [
    ("global-condition-keys.tsv", GLOBAL_CONDITION_KEYS),
    ("endpoint-keys.tsv", ENDPOINT_KEYS),
    ("standings.tsv", STANDINGS),
    ("service-principals.tsv", SERVICE_PRINCIPALS),
];

/// The condition keys that requests to any service may carry.
pub fn global_condition_keys() -> Read<BTreeMap<String, ConditionKey>> {
    rows::<2>(GLOBAL_CONDITION_KEYS)
        .map(|row| {
            let [name, type_name] = row?;
            let key = ConditionKey {
                global: true,
                ..condition_key(type_name)?
            };
            Ok((name.to_owned(), key))
        })
        .collect()
}

/// What a service says of the VPC endpoint that a request came through.
pub struct EndpointKeys {
    pub account: bool,
    pub organization: bool,
}

/// By service prefix.
pub fn endpoint_keys() -> Read<BTreeMap<String, EndpointKeys>> {
    rows::<2>(ENDPOINT_KEYS)
        .map(|row| {
            let [prefix, keys] = row?;
            let reported = EndpointKeys {
                account: keys.contains("account"),
                organization: keys.contains("organization"),
            };
            Ok((prefix.to_owned(), reported))
        })
        .collect()
}

/// What is known of retired names, by `service`, `action` or `key` and the name.
pub fn standings() -> Read<BTreeMap<(String, String), Record>> {
    rows::<5>(STANDINGS)
        .map(|row| {
            let [kind, name, standing, last_listed, _source] = row?;
            let record = Record {
                last_listed: last_listed.to_owned(),
                standing: read_standing(standing)?,
            };
            Ok(((kind.to_owned(), name.to_owned()), record))
        })
        .collect()
}

fn read_standing(name: &str) -> Read<Standing> {
    match name {
        "accepted" => Ok(Standing::Accepted),
        "unjudged" => Ok(Standing::Unjudged),
        "refused" => Ok(Standing::Refused),
        _ => Err(format!("unknown standing `{name}`").into()),
    }
}

/// Service principals that iam-floyd does not have.
pub fn service_principals() -> Read<Vec<String>> {
    rows::<2>(SERVICE_PRINCIPALS)
        .map(|row| row.map(|[name, _source]| name.to_owned()))
        .collect()
}

/// The rows of a table of N columns, without comments and empty lines.
fn rows<const N: usize>(table: &str) -> impl Iterator<Item = Read<[&str; N]>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let cells = <[&str; N]>::try_from(cells);
            cells.map_err(|_| format!("{N} columns were expected: {line}").into())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_can_be_read() {
        assert!(
            global_condition_keys()
                .unwrap()
                .contains_key("aws:PrincipalTag/${TagKey}")
        );
        assert!(endpoint_keys().unwrap()["s3"].account);
        let refused = ("service".to_owned(), "elastic-inference".to_owned());
        assert_eq!(standings().unwrap()[&refused].standing, Standing::Refused);
        assert!(!service_principals().unwrap().is_empty());
    }

    #[test]
    fn a_row_with_another_number_of_columns_is_refused() {
        assert!(rows::<2>("a\tb\tc\n").any(|row| row.is_err()));
    }
}
