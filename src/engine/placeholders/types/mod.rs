//! The types of placeholders: what a value must look like, one file each.

use std::fmt;

use super::address;

/// What a value was refused for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// What is wrong and what to do, in one or two plain sentences.
    pub message: String,
}

impl Problem {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Problem {
            message: message.into(),
        }
    }
}

/// What kind of value a placeholder asks for.
#[derive(Clone, Copy)]
pub struct PlaceholderType {
    /// As templates and the command name it: `account-id`.
    pub id: &'static str,
    /// What a field for it is called when nobody says otherwise.
    pub label: &'static str,
    /// One or two sentences: what to enter and where to find it.
    pub help: &'static str,
    /// A value that is accepted; of a list type, one entry.
    pub example: &'static str,
    /// Whether a value holds several entries, each of which becomes an element of an array.
    pub list: bool,
    /// Whether the field has several lines.
    pub multiline: bool,
    /// How the names of such placeholders end, in lower snake case, whole words: `bucket`, `bucket_name`.
    pub called: &'static [&'static str],
    /// The same as [`PlaceholderType::accept`], for the value alone.
    pub(super) validate: fn(&str) -> Result<String, Problem>,
    /// A value that `validate` leaves unchanged, another one for each number (except partitions).
    ///
    /// It stands for a missing value while a policy is checked, and is never one of AWS's sample values.
    pub neutral: fn(usize) -> String,
}

impl PlaceholderType {
    /// The normalised value, or why what was entered is none; of a list type, for one entry. Never called with blanks alone.
    ///
    /// Out of an ARN, a sign-in address or an address of the console the part that is asked for is taken.
    pub fn accept(&self, entered: &str) -> Result<String, Problem> {
        let part = address::told_by(entered)
            .into_iter()
            .find(|told| told.type_id == self.id);
        let entered = part.map_or_else(|| entered.to_string(), |told| told.value);
        (self.validate)(&entered)
    }
}

impl PartialEq for PlaceholderType {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for PlaceholderType {}

impl fmt::Debug for PlaceholderType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id)
    }
}

macro_rules! placeholder_types {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every type of placeholder.
        pub static PLACEHOLDER_TYPES: &[&PlaceholderType] = &[$(&$module::TYPE),*];

        #[cfg(test)]
        const MODULES: &[&str] = &[$(stringify!($module)),*];
    };
}

placeholder_types![
    account_id,
    arn,
    bucket_name,
    bucket_path,
    distribution_id,
    domain_name,
    eks_oidc_id,
    external_id,
    free_text,
    function_name,
    git_branch,
    github_owner,
    github_repo,
    github_repo_name,
    hosted_zone_id,
    instance_id,
    ip_range,
    job_queue_name,
    k8s_namespace,
    k8s_service_account,
    kms_key_arn,
    kms_key_id,
    log_group_name,
    name_prefix,
    object_key,
    object_prefix,
    oidc_issuer,
    org_id,
    parameter_path,
    partition,
    policy_arn,
    policy_name,
    principal_arn,
    queue_name,
    region,
    region_list,
    role_arn,
    role_arn_list,
    role_name,
    role_name_pattern,
    role_name_with_path,
    role_path,
    secret_name,
    service_principal,
    table_name,
    tag_key,
    tag_value,
    topic_name,
    trail_name,
    user_name,
    vpc_endpoint_id,
    vpc_id,
];

pub(super) use account_id::DIGITS as ACCOUNT_ID_DIGITS;
pub(super) use free_text::TYPE as FREE_TEXT;
pub(super) use partition::TYPE as PARTITION;

/// The type with this id.
pub fn find_type(id: &str) -> Option<&'static PlaceholderType> {
    PLACEHOLDER_TYPES
        .iter()
        .copied()
        .find(|placeholder_type| placeholder_type.id == id)
}

/// The type that a name in lower snake case speaks of at its end; free text where it says nothing.
///
/// Of two endings that fit, the longer one counts: `role_arns` is no `arns`.
pub(super) fn type_for_name(name: &str) -> &'static PlaceholderType {
    let name = name
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '_')
        .trim_end_matches("_here")
        .trim_end_matches("_goes");
    let ends_with_word = |ending: &str| {
        name.strip_suffix(ending)
            .is_some_and(|start| start.is_empty() || start.ends_with('_'))
    };
    PLACEHOLDER_TYPES
        .iter()
        .copied()
        .flat_map(|kind| kind.called.iter().map(move |ending| (*ending, kind)))
        .filter(|(ending, _)| ends_with_word(ending))
        .max_by_key(|(ending, _)| ending.len())
        .map_or(&FREE_TEXT, |(_, kind)| kind)
}

#[cfg(test)]
pub(super) mod table;
#[cfg(test)]
mod tests;
