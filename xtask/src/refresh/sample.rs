//! A small reference that has one of everything, for tests.

use iam_policy_editor::engine::catalog::{AccessLevel, Standing, ValueType};

use super::model::{
    Action, ConditionKey, Partition, Record, Reference, ResourceType, RetiredNames, Service, Target,
};

/// Two services: `shelf` with books on boards, and `shelf-index`, which depends on it.
pub fn reference() -> Reference {
    let services = [
        ("shelf".to_owned(), shelf()),
        ("shelf-index".to_owned(), index()),
    ];
    Reference {
        date: "2026-10-27".to_owned(),
        services: services.into(),
        condition_keys: condition_keys(),
        service_principals: names(&["shelf.amazonaws.com", "index.amazonaws.com"]),
        partitions: partitions(),
        retired: retired(),
    }
}

fn names<T: FromIterator<String>>(names: &[&str]) -> T {
    names.iter().map(ToString::to_string).collect()
}

fn shelf() -> Service {
    let target = Target {
        required: true,
        condition_keys: names(&["shelf:Width"]),
    };
    let put_book = Action {
        levels: [AccessLevel::Write, AccessLevel::PermissionsManagement].into(),
        condition_keys: names(&["aws:TagKeys", "shelf:ResourceTag/${TagKey}"]),
        targets: [("board".to_owned(), target)].into(),
        dependents: names(&["shelf:ReadBook"]),
    };
    let read_book = Action {
        levels: [AccessLevel::Read].into(),
        ..Action::default()
    };
    let board = ResourceType {
        arn_formats: names(&[
            "arn:${Partition}:shelf:${Region}:${Account}:board/${BoardId}",
            "arn:${Partition}:old-shelf:::plank/${PlankId}",
        ]),
        condition_keys: names(&["shelf:ResourceTag/${TagKey}"]),
    };
    Service {
        title: "Sample Shelf".to_owned(),
        honours_resource_control_policies: true,
        actions: [
            ("PutBook".to_owned(), put_book),
            ("ReadBook".to_owned(), read_book),
        ]
        .into(),
        resource_types: [("board".to_owned(), board)].into(),
        condition_keys: names(&["aws:TagKeys", "shelf:ResourceTag/${TagKey}", "shelf:Width"]),
        ..Service::default()
    }
}

fn index() -> Service {
    let search = Action {
        levels: [AccessLevel::List].into(),
        dependents: names(&["shelf:ReadBook"]),
        ..Action::default()
    };
    Service {
        title: "Sample Index".to_owned(),
        reports_endpoint_account: true,
        reports_endpoint_organization: true,
        actions: [("Search".to_owned(), search)].into(),
        ..Service::default()
    }
}

fn condition_keys() -> std::collections::BTreeMap<String, ConditionKey> {
    let key = |value_type, multivalued, global| ConditionKey {
        value_type,
        multivalued,
        global,
    };
    [
        ("aws:TagKeys", key(ValueType::String, true, true)),
        ("aws:EpochTime", key(ValueType::EpochSeconds, false, true)),
        (
            "shelf:ResourceTag/${TagKey}",
            key(ValueType::String, false, false),
        ),
        ("shelf:Width", key(ValueType::Numeric, false, false)),
    ]
    .map(|(name, key)| (name.to_owned(), key))
    .into()
}

fn partitions() -> std::collections::BTreeMap<String, Partition> {
    let region = ("eu-central-1".to_owned(), "Europe (Frankfurt)".to_owned());
    let partition = |domain: &str, regions: Vec<(String, String)>| Partition {
        domain: domain.to_owned(),
        regions: regions.into_iter().collect(),
    };
    [
        ("aws".to_owned(), partition("amazonaws.com", vec![region])),
        ("aws-cn".to_owned(), partition("amazonaws.com.cn", vec![])),
    ]
    .into()
}

fn retired() -> RetiredNames {
    let record = |date: &str, standing| Record {
        last_listed: date.to_owned(),
        standing,
    };
    let accepted = record("2026-07-08", Standing::Accepted);
    let refused = record("2025-04", Standing::Refused);
    RetiredNames {
        services: [("old-shelf".to_owned(), refused.clone())].into(),
        actions: [
            ("shelf:BurnBook".to_owned(), accepted.clone()),
            ("shelf:LendBook".to_owned(), refused),
        ]
        .into(),
        condition_keys: [("shelf:Depth".to_owned(), accepted)].into(),
    }
}
