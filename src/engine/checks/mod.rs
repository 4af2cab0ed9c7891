//! The checks: what AWS would reject, what is unsafe, what could be better.
//!
//! One file per check, its name in the list below; a test holds the list to the folder.
//! A check looks at a [`Context`] and adds [`Finding`]s, whose fixes are edits for somebody else to apply.

mod absence;
mod access;
mod arn_fault;
mod arn_shape;
mod condition_operators;
mod condition_values;
mod conditions;
mod context;
mod covering;
mod declare;
mod empty_list;
mod endpoint_keys;
mod finding;
mod fit;
mod fix;
mod granted;
mod insertion;
mod involved;
mod key_support;
mod known_keys;
mod lone_wildcard;
mod managed_copy;
mod named_action;
mod narrow_keys;
mod overlap;
mod policy_size;
mod principal_condition;
mod private_addresses;
mod reach;
mod redundancy;
#[cfg(not(target_family = "wasm"))]
mod reference;
mod resource;
mod resource_control;
mod resource_name;
mod rewrite;
mod rewrite_condition;
mod role_grant;
mod role_limit;
mod separate_statement;
mod service_source;
mod sid_name;
mod spelling;
mod split;
mod taking_on;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod unique_id;
mod unlisted_action;
mod unlisted_key;
mod unsupported_tag;
mod value_type;
mod variable_use;
mod vpc_ids;
mod web_identity;
mod without_entries;
mod wording;

pub use access::{Access, Effects};
pub use context::{Context, Found, Options};
pub use declare::Check;
pub use finding::{Finding, FindingType, Location, Source};
pub use fix::{Fix, FixKind};
#[cfg(not(target_family = "wasm"))]
pub use reference::{Examples, documentation, examples, reference, section};

macro_rules! checks {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every check, ordered by code.
        pub static CHECKS: &[Check] = &[$($module::CHECK),*];

        #[cfg(test)]
        const MODULES: &[&str] = &[$(stringify!($module)),*];
    };
}

checks![
    account_left_open,
    action_allowed_twice,
    action_needs_every_resource,
    action_spelling,
    action_without_matching_resource,
    administrator_access,
    allow_notaction_with_unsupported_tag_condition_key_for_service,
    allow_with_not_principal,
    allow_with_unsupported_tag_condition_key_for_service,
    arn_account_not_allowed,
    arn_ends_in_slash,
    arn_region_not_allowed,
    condition_without_effect,
    confirm_audience_claim_type,
    copy_of_managed_policy,
    create_slr_with_not_action_and_not_resource,
    create_slr_with_not_resource,
    create_slr_with_star_in_action_and_not_resource,
    create_slr_with_star_in_action_and_resource,
    create_slr_with_star_in_resource,
    create_slr_with_star_in_resource_and_not_action,
    data_type_mismatch,
    deny_misses_objects,
    deny_notaction_with_unsupported_tag_condition_key_for_service,
    deny_with_unsupported_tag_condition_key_for_service,
    deprecated_global_condition_key,
    destruction_of_everything,
    duplicate_keys_with_different_case,
    dynamodb_attributes_without_select,
    empty_array_action,
    empty_array_condition,
    empty_array_condition_forallvalues,
    empty_array_condition_foranyvalue,
    empty_array_condition_ifexists,
    empty_array_principal,
    empty_array_resource,
    empty_object_condition,
    empty_object_principal,
    empty_sid_value,
    empty_variable,
    equivalent_to_null_false,
    equivalent_to_null_true,
    escalation_by_passed_role,
    every_name_in_iam,
    every_region,
    every_role_assumable,
    federated_principal_not_supported,
    forallvalues_with_single_valued_key,
    foranyvalue_with_audience_claim_type,
    full_access_to_bucket,
    generated_sid,
    improve_ip_range,
    invalid_account_value,
    invalid_action,
    invalid_arn_account,
    invalid_arn_prefix,
    invalid_arn_region,
    invalid_arn_resource,
    invalid_arn_service_case,
    invalid_character,
    invalid_condition_data_type,
    invalid_condition_key_format,
    invalid_condition_multiple_boolean,
    invalid_condition_operator,
    invalid_date_value,
    invalid_effect,
    invalid_federated_principal_syntax_in_role_trust_policy,
    invalid_global_condition_key,
    invalid_kms_key_value,
    invalid_partition,
    invalid_policy_element,
    invalid_principal,
    invalid_principal_format,
    invalid_principal_key,
    invalid_region,
    invalid_role_reference,
    invalid_service,
    invalid_service_condition_key,
    invalid_service_in_action,
    invalid_service_principal_format,
    invalid_user_reference,
    invalid_variable_for_operator,
    invalid_version,
    invalid_vpc_format,
    invalid_vpce_format,
    irrelevant_condition_key_in_policy,
    json_syntax_error,
    kms_grant_to_anyone,
    mismatched_action_for_principal,
    missing_action,
    missing_action_for_condition_key,
    missing_action_for_roles_anywhere_trust_policy,
    missing_arn_account,
    missing_arn_field,
    missing_arn_region,
    missing_brace_in_variable,
    missing_condition_key_for_oidc_principal,
    missing_effect,
    missing_github_repo_condition_key,
    missing_paired_condition_keys,
    missing_principal,
    missing_qualifier,
    missing_quote_in_variable,
    missing_resource,
    missing_statement,
    missing_tag_key_in_condition,
    missing_version,
    null_with_if_exists,
    null_with_qualifier,
    older_than_its_origin,
    outdated_managed_policy,
    pass_role_to_any_service,
    pass_role_with_not_action_and_not_resource,
    pass_role_with_not_resource,
    pass_role_with_star_in_action_and_not_resource,
    pass_role_with_star_in_action_and_resource,
    pass_role_with_star_in_resource,
    pass_role_with_star_in_resource_and_not_action,
    policy_of_every_resource,
    policy_size_exceeds_identity_policy_quota,
    policy_size_exceeds_rcp_quota,
    policy_size_exceeds_resource_policy_quota,
    policy_size_exceeds_role_trust_policy_quota,
    policy_size_exceeds_scp_quota,
    prefix_names_bucket,
    private_ip_address,
    private_ip_address_subset,
    private_not_ip_address,
    private_not_ip_address_subset,
    privilege_escalation,
    public_access,
    rcp_missing_related_principal_condition_key,
    rcp_missing_related_service_principal_condition_key,
    rcp_missing_service_condition_key_null_check,
    rcp_syntax_error_action,
    rcp_syntax_error_allow,
    rcp_syntax_error_notaction,
    rcp_syntax_error_principal,
    recommended_condition_key_for_service_principal,
    redundant_action,
    redundant_condition_value_num,
    redundant_key_due_to_wildcard_in_condition,
    redundant_principal_in_role_trust_policy,
    redundant_resource,
    redundant_statement,
    redundant_statement_due_to_wildcard_in_condition,
    reserved_parameter_name,
    resource_without_matching_action,
    restrict_access_to_service_principal,
    retired_name,
    role_trust_policy_syntax_error_notprincipal,
    role_trust_policy_syntax_error_resource,
    role_trust_policy_unsupported_wildcard_in_principal,
    s3_prefix_in_negative_context,
    sample_value,
    scp_syntax_error_action_wildcard,
    scp_syntax_error_principal,
    service_linked_role_without_path,
    several_resource_types,
    specific_github_repo_and_branch_recommended,
    statement_without_sid,
    string_like_operator_with_arn_condition_keys,
    surrounding_space,
    templating_left_over,
    type_mismatch,
    type_mismatch_boolean,
    type_mismatch_date,
    type_mismatch_ip_range,
    type_mismatch_number,
    type_mismatch_string,
    unfilled_placeholder,
    unique_sids_recommended,
    unique_sids_required,
    unknown_policy_variable,
    unknown_service_principal,
    unsupported_action_for_condition_key,
    unsupported_action_in_policy,
    unsupported_condition_key_for_service_principal,
    unsupported_element_combination,
    unsupported_global_condition_key,
    unsupported_principal,
    unsupported_resource_arn_in_policy,
    unsupported_sid,
    unsupported_space_in_variable,
    unsupported_wildcard_in_principal,
    untrustworthy_condition_key,
    use_condition_key_only_with_supported_services,
    use_of_running_roles,
    variable_unsupported_in_element,
    variable_unsupported_in_version,
    variable_usage_too_permissive,
    wildcard_in_service_name,
    wildcard_usage_too_permissive,
    wildcard_without_like_operator,
];

/// What all checks for this kind of policy find, ordered by the span of the first location, then by code.
///
/// Every span and edit refers to the checked text; [`Effects`] tells what the fixes do to access.
pub fn run_checks(ctx: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS.iter().filter(|check| check.looks_at(ctx.kind)) {
        (check.run)(ctx, &mut findings);
    }
    findings.sort_by_key(|finding| (finding.span(), finding.code));
    access::number_fixes(ctx.tree, &mut findings);
    findings
}
