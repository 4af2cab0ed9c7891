//! What the value of a parameter must look like, as a regular expression for the tools that ask for it.

/// The expression that a whole value of the placeholder type matches; anything but nothing where the type has no rule of its own.
///
/// Written for Java (CloudFormation) and RE2 (Terraform): no look-around, no backslashes.
/// The tools check less than the editor does; the rules and their sources are those of `placeholders/types`.
pub(super) fn of_type(type_id: &str) -> &'static str {
    match type_id {
        "account-id" => "[0-9]{12}",
        "arn" => "arn:[a-z-]+:[a-z0-9-]+:[a-z0-9*-]*:[0-9*]*:.+",
        "bucket-name" => "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
        "distribution-id" => "[A-Z0-9]{8,32}",
        "domain-name" => "[a-z0-9.*-]+",
        "eks-oidc-id" => "[A-Fa-f0-9]{32}",
        "external-id" => "[A-Za-z0-9_+=,.@:/-]{2,1224}",
        "hosted-zone-id" => "[A-Z0-9]{1,32}",
        "instance-id" => "i-[0-9a-f]{8,17}",
        "ip-range" => "[0-9A-Fa-f.:]+(/[0-9]{1,3})?",
        "kms-key-arn" => "arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+",
        "kms-key-id" => "[A-Za-z0-9-]+",
        "oidc-issuer" => "[A-Za-z0-9._/-]+",
        "org-id" => "o-[a-z0-9]{10,32}",
        "policy-arn" => "arn:[a-z-]+:iam::([0-9]{12}|aws):policy/.+",
        "principal-arn" => "(arn:[a-z-]+:(iam|sts)::[0-9]{12}:.+|[0-9]{12}|[A-Z0-9]{16,128})",
        "region" | "region-list" => "[a-z]{2,4}(-[a-z]+)+-[0-9]+",
        "role-arn" | "role-arn-list" => "arn:[a-z-]+:iam::[0-9]{12}:role/.+",
        "policy-name" => "[A-Za-z0-9+=,.@_-]{1,128}",
        "role-name" => "[A-Za-z0-9+=,.@_-]{1,64}",
        "user-name" => "[A-Za-z0-9+=,.@_-]{1,64}",
        "service-principal" => "[a-z0-9.-]+",
        "vpc-endpoint-id" => "vpce-[0-9a-f]{8,17}",
        "vpc-id" => "vpc-[0-9a-f]{8,17}",
        _ => ".+",
    }
}
