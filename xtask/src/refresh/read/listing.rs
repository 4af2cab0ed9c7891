//! AWS's Service Reference: which actions exist on which resource types, as AWS's own machine-readable list has it.
//!
//! It has no difference between required and other resources and no condition keys of single pairs;
//! it has pairs that the other sources lose. cfn-lint's copy has names in lower case only.

use std::collections::{BTreeMap, BTreeSet};

use iam_policy_editor::engine::catalog::AccessLevel;

use super::super::model::{ConditionKey, ResourceType};

/// Services by prefix.
#[derive(Debug, Default)]
pub struct Listing {
    pub services: BTreeMap<String, ListedService>,
}

#[derive(Debug, Default)]
pub struct ListedService {
    /// By name in lower case.
    pub actions: BTreeMap<String, ListedAction>,
    /// By name; empty in cfn-lint's copy, which cuts ARN formats.
    pub resource_types: BTreeMap<String, ResourceType>,
    /// By name; empty in cfn-lint's copy.
    pub condition_keys: BTreeMap<String, ConditionKey>,
}

#[derive(Debug, Default)]
pub struct ListedAction {
    /// The name with its capitals, where the list has them.
    pub spelling: Option<String>,
    /// The resource types it takes.
    pub resource_types: BTreeSet<String>,
    pub levels: BTreeSet<AccessLevel>,
    pub condition_keys: BTreeSet<String>,
    /// As `prefix:Name`.
    pub dependents: BTreeSet<String>,
}
