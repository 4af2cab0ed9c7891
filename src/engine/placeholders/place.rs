//! Kinds of places in a policy: what must stand there, and how freely its values are named.

use super::types::{self, PlaceholderType};

/// A kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Partition,
    Region,
    Account,
    User,
    Role,
    Group,
    InstanceProfile,
    Policy,
    Bucket,
    Queue,
    Topic,
    Table,
    Function,
    LogGroup,
    HostedZone,
    Distribution,
    KeyId,
    Secret,
    Parameter,
    Trail,
    JobQueue,
    Vpc,
    VpcEndpoint,
    Instance,
    Organization,
    Issuer,
    IssuerId,
    Namespace,
    ServiceAccount,
    GithubOwner,
    GithubRepository,
    Branch,
    ExternalId,
    TagKey,
    TagValue,
    Service,
    Addresses,
    ObjectPrefix,
    PolicyArn,
    /// Whoever may stand under `AWS` in a principal.
    Principal,
    /// A whole value that has to be an ARN.
    Arn,
    /// A part of a resource of which nothing more is known.
    Resource,
    /// The value of a condition key that may hold anything.
    Text,
}

/// How free the values of a place are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Freedom {
    /// They have one shape, and a word of another is none of them.
    Fixed,
    /// They have no capital letters.
    SmallLetters,
    /// They may be nearly any word.
    Free,
    /// They may be anything at all.
    Open,
}

impl Place {
    /// What a stand-in without a name of its own is called here.
    pub fn name(self) -> &'static str {
        self.facts().0
    }

    /// What must stand here.
    pub fn kind(self) -> &'static PlaceholderType {
        types::find_type(self.facts().1).unwrap_or(&types::FREE_TEXT)
    }

    /// What a stand-in of this name asks for here: what the name says, where that can stand here, and else what must.
    pub fn kind_of(self, name: &str) -> &'static PlaceholderType {
        let by_name = types::type_for_name(name);
        let others: &[&str] = match self {
            Place::Role => &["role-name-with-path", "role-name-pattern", "role-path"],
            Place::Bucket => &["bucket-path"],
            Place::Principal => &["account-id", "role-arn"],
            Place::Arn => &[
                "role-arn",
                "kms-key-arn",
                "policy-arn",
                "principal-arn",
                "role-arn-list",
            ],
            Place::Account => &["account-id"],
            Place::Region => &["region-list"],
            Place::Resource | Place::Text => return by_name,
            Place::ObjectPrefix if by_name != &types::FREE_TEXT => return by_name,
            _ => &[],
        };
        if self == Place::Principal && by_name.id == "role-name" {
            return types::find_type("role-arn").unwrap_or(by_name);
        }
        match others.contains(&by_name.id) {
            true => by_name,
            false => self.kind(),
        }
    }

    pub fn freedom(self) -> Freedom {
        match self {
            Place::Partition | Place::Region | Place::Account => Freedom::Fixed,
            Place::Bucket
            | Place::Namespace
            | Place::ServiceAccount
            | Place::Vpc
            | Place::VpcEndpoint
            | Place::Instance
            | Place::Organization
            | Place::Addresses
            | Place::Service
            | Place::Issuer => Freedom::SmallLetters,
            Place::Text => Freedom::Open,
            _ => Freedom::Free,
        }
    }

    /// The name of a nameless stand-in, and the id of the type.
    const fn facts(self) -> (&'static str, &'static str) {
        match self {
            Place::Partition => ("partition", "partition"),
            Place::Region => ("region", "region"),
            Place::Account => ("account_id", "account-id"),
            Place::User => ("user_name", "user-name"),
            Place::Role => ("role_name", "role-name"),
            Place::Group => ("group_name", "free-text"),
            Place::InstanceProfile => ("instance_profile", "role-name"),
            Place::Policy => ("policy_name", "policy-name"),
            Place::Bucket => ("bucket_name", "bucket-name"),
            Place::Queue => ("queue_name", "queue-name"),
            Place::Topic => ("topic_name", "topic-name"),
            Place::Table => ("table_name", "table-name"),
            Place::Function => ("function_name", "function-name"),
            Place::LogGroup => ("log_group_name", "log-group-name"),
            Place::HostedZone => ("hosted_zone_id", "hosted-zone-id"),
            Place::Distribution => ("distribution_id", "distribution-id"),
            Place::KeyId => ("key_id", "kms-key-id"),
            Place::Secret => ("secret_name", "secret-name"),
            Place::Parameter => ("parameter_path", "parameter-path"),
            Place::Trail => ("trail_name", "trail-name"),
            Place::JobQueue => ("job_queue", "job-queue-name"),
            Place::Vpc => ("vpc_id", "vpc-id"),
            Place::VpcEndpoint => ("vpc_endpoint_id", "vpc-endpoint-id"),
            Place::Instance => ("instance_id", "instance-id"),
            Place::Organization => ("organization_id", "org-id"),
            Place::Issuer => ("oidc_issuer", "oidc-issuer"),
            Place::IssuerId => ("oidc_id", "eks-oidc-id"),
            Place::Namespace => ("namespace", "k8s-namespace"),
            Place::ServiceAccount => ("service_account", "k8s-service-account"),
            Place::GithubOwner => ("github_owner", "github-owner"),
            Place::GithubRepository => ("repo_name", "github-repo-name"),
            Place::Branch => ("branch", "git-branch"),
            Place::ExternalId => ("external_id", "external-id"),
            Place::TagKey => ("tag_key", "tag-key"),
            Place::TagValue => ("tag_value", "tag-value"),
            Place::Service => ("service_principal", "service-principal"),
            Place::Addresses => ("ip_range", "ip-range"),
            Place::ObjectPrefix => ("prefix", "object-prefix"),
            Place::PolicyArn => ("policy_arn", "policy-arn"),
            Place::Principal => ("principal_arn", "principal-arn"),
            Place::Arn => ("resource_arn", "arn"),
            Place::Resource => ("resource_id", "free-text"),
            Place::Text => ("value", "free-text"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_name_may_narrow_what_a_place_asks_for_and_never_contradicts_it() {
        for (place, name, type_id) in [
            (Place::Account, "anything", "account-id"),
            (Place::Region, "bucket_name", "region"),
            (Place::Role, "exempt_role", "role-name-pattern"),
            (Place::Role, "who", "role-name"),
            (Place::Bucket, "logs_location_base", "bucket-path"),
            (Place::Bucket, "region", "bucket-name"),
            (Place::Principal, "iam_role", "role-arn"),
            (Place::Principal, "vendor_account_id", "account-id"),
            (Place::Principal, "who", "principal-arn"),
            (Place::Arn, "kms_key_arn", "kms-key-arn"),
            (Place::Arn, "topic", "arn"),
            (Place::Resource, "cluster_name", "free-text"),
            (Place::Text, "external_id", "external-id"),
        ] {
            assert_eq!(place.kind_of(name).id, type_id, "{place:?} {name}");
        }
    }
}
