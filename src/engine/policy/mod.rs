//! Typed views over the syntax tree of a policy: kind, statement, action, ARN, principal, condition, policy variable.
//!
//! A view never refuses a tree: what is missing or has another shape is absent from the view.
//! Beside them stand tables of what policies can come to, such as [`escalation_paths`].
//! Knows `text` and `syntax`, of the catalog the partitions, and nothing of findings.

mod action;
mod arn;
mod attachment;
mod attachment_guess;
mod attachment_quota;
mod base64;
mod condition;
mod console;
mod console_resources;
mod date;
mod document;
mod element;
mod escalation;
mod federation;
mod fingerprint;
mod ip_range;
mod key_test;
mod kind;
mod operator;
mod partition_change;
mod principal;
mod quota;
mod statement;
mod unique_id;
mod value_part;
mod variable;
mod wildcard;

pub use action::{ActionPattern, action_covers};
pub use arn::{Arn, ArnField, FIELD_COUNT};
pub use attachment::Attachment;
pub use base64::{is_base64, to_base64};
pub use condition::{ConditionOperator, ConditionTest, Qualifier, condition_tests};
pub use date::{is_calendar_day, is_date, utc_time};
pub use document::Policy;
pub use element::{DocumentElement, Element};
pub use escalation::{EscalationPath, Means, escalation_paths};
pub use federation::IdentityProvider;
pub use fingerprint::fingerprint;
pub use ip_range::{IpRange, address_width};
pub use key_test::{KeyTest, values_of};
pub use kind::{KindChoice, PolicyKind, kind_of, recognise_kind};
pub use operator::{KnownOperator, OPERATORS, OperatorFamily, Relation};
pub use partition_change::{PartitionChange, partition_change};
pub use principal::{PRINCIPAL_TYPES, Principal, principals};
pub use quota::{Quota, Unit, with_commas};
pub use statement::{Entry, Listed, Statement, entries};
pub use unique_id::is_unique_id;
pub use value_part::{ValuePart, has_free_wildcard, value_parts};
pub use variable::{PolicyVariable, has_variable, policy_variables, variables};
pub use wildcard::{covers, covers_in_any_case, has_wildcard};
