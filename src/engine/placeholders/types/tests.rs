//! What holds for every type of placeholder.

use std::collections::BTreeSet;

use super::*;

#[test]
fn the_id_of_a_type_is_the_name_of_its_file() {
    for (module, kind) in MODULES.iter().zip(PLACEHOLDER_TYPES) {
        assert_eq!(kind.id, module.replace('_', "-"));
        assert_eq!(find_type(kind.id), Some(*kind));
    }
}

#[test]
fn accepts_its_own_example_unchanged() {
    for kind in PLACEHOLDER_TYPES {
        let result = kind.accept(kind.example);
        assert_eq!(result.as_deref(), Ok(kind.example), "{kind:?}");
    }
}

#[test]
fn has_neutral_values_that_are_valid_and_distinct() {
    for kind in PLACEHOLDER_TYPES {
        let values: BTreeSet<String> = (0..200).map(kind.neutral).collect();
        assert!(values.len() == 200 || kind.id == "partition", "{kind:?}");
        for value in values {
            let result = kind.accept(&value);
            assert_eq!(result.as_deref(), Ok(value.as_str()), "{kind:?}");
            assert!(
                !["123456789012", "111122223333"]
                    .iter()
                    .any(|sample| value.contains(sample))
            );
        }
    }
}

#[test]
fn tells_the_type_from_the_end_of_a_name() {
    let cases = [
        ("account_id", "account-id"),
        ("your_aws_account_id", "account-id"),
        ("aws_account_id_without_hyphens", "account-id"),
        ("account_number", "account-id"),
        ("bucket_owner_account", "account-id"),
        ("account_id_2", "account-id"),
        ("service_account", "k8s-service-account"),
        ("storage_account", "free-text"),
        ("s3_bucket_name", "bucket-name"),
        ("hosted_zone_id", "hosted-zone-id"),
        ("terraform_lock_table", "table-name"),
        ("eks_oidc_provider_url", "oidc-issuer"),
        ("allowed_regions", "region-list"),
        ("kms_key_arn", "kms-key-arn"),
        ("service_name", "free-text"),
        ("bucket", "bucket-name"),
        ("chunk_bucket_name", "bucket-name"),
        ("your_bucket_name_here", "bucket-name"),
        ("bucket_region", "region"),
        ("bucket_prefix", "name-prefix"),
        ("arn_partition", "partition"),
        ("role_arns", "role-arn-list"),
        ("passable_role_arn_list", "role-arn-list"),
        ("role_arn", "role-arn"),
        ("source_role_arn", "role-arn"),
        ("account_role_name", "role-name"),
        ("role", "role-name"),
        ("username", "user-name"),
        ("iam_user", "user-name"),
        ("user_pool_id", "free-text"),
        ("poweruser", "free-text"),
        ("", "free-text"),
    ];
    for (name, id) in cases {
        assert_eq!(type_for_name(name).id, id, "{name}");
    }
}
