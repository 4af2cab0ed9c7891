//! The AWS service reference: which services, actions, resource types, condition keys, Regions and principals exist.
//!
//! A [`Catalog`] is read once from a generated file and never changes.
//! Where there is none yet, or none can be read, whoever asks gets along with syntax and grammar: it travels as `Option<&Catalog>`.
//! Every name is compared without case, as IAM does.
//! What is not in the catalog is unknown on its date, see [`Catalog::date`], which is not the same as wrong:
//! names that AWS once listed are told apart, see [`Retired`].
//!
//! The facts come from the sources in `data/provenance.json`, each with its version, date and licence;
//! `cargo xtask refresh` writes the file and what changed since the last one (`data/CHANGES.md`).
//! Condition operators and the names of API operations are tables of this module, because no source lists them;
//! the partitions are one as well, because an ARN has to be judged before a reference is there.
//! Knows nothing of policies.

mod access_level;
mod action;
mod action_index;
mod action_set;
mod api_operation;
mod arn_format;
mod arn_shorthand;
mod bundled;
mod column;
mod condition_key;
mod decode;
mod error;
pub mod format;
mod managed_policy;
mod operator;
mod partition;
mod partition_table;
mod principal;
mod principal_domain;
mod resource_type;
mod retired;
mod service;
mod service_name;
mod sets;
mod suggestion;
mod texts;
pub mod wildcard;

pub use access_level::{AccessLevel, AccessLevels};
pub use action::{Action, Target};
pub use action_set::ActionSet;
pub use api_operation::{OPERATIONS, action_of_operation};
pub use arn_format::ArnFormat;
pub use arn_shorthand::ArnShorthand;
#[cfg(not(target_arch = "wasm32"))]
pub use bundled::{bundled, unpack};
pub use bundled::{bundled_file, bundled_managed_policies};
pub use condition_key::{ConditionKey, ValueType};
pub use error::CatalogError;
pub use managed_policy::{HEADING as MANAGED_POLICIES_HEADING, ManagedPolicy};
pub use operator::{OPERATORS, Operator, OperatorFamily, operator};
pub use partition::{Partition, Region};
pub use partition_table::{PARTITION_RULES, PartitionRule, partition_of_region, partition_rule};
pub use principal_domain::principal_domain;
pub use resource_type::ResourceType;
pub use retired::{Retired, Standing};
pub use service::Service;
pub use suggestion::nearest;

use action::Actions;
use condition_key::ConditionKeys;
use managed_policy::ManagedPolicies;
use partition::Partitions;
use resource_type::ResourceTypes;
use retired::RetiredNames;
use service::Services;
use texts::Texts;

/// The AWS service reference of one date, with some AWS managed policies where they were taken in.
///
/// Reading one takes milliseconds, a look-up by name less than some microseconds, the nearest names less than a millisecond.
pub struct Catalog {
    date: String,
    services: Services,
    condition_keys: ConditionKeys,
    resource_types: ResourceTypes,
    actions: Actions,
    principals: Texts,
    partitions: Partitions,
    retired: RetiredNames,
    managed_policies: ManagedPolicies,
}

impl Catalog {
    /// Reads the unpacked content of a reference file.
    ///
    /// # Errors
    ///
    /// Any content that is not exactly one that was written in this version of the format, see [`CatalogError`].
    pub fn read(content: &[u8]) -> Result<Self, CatalogError> {
        let (date, columns) = format::open(content)?;
        decode::catalog(date, columns)
    }

    /// The date of the data, `YYYY-MM-DD`: the day on which AWS's list of actions was taken.
    pub fn date(&self) -> &str {
        &self.date
    }
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Catalog of {}", self.date)
    }
}
