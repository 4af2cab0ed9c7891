//! The AWS reference in the project: facts that must be in it.

use std::sync::LazyLock;

use iam_policy_editor::engine::catalog::{
    AccessLevel, Action, Catalog, ConditionKey, OPERATIONS, OPERATORS, OperatorFamily, Retired,
    Service, Standing, ValueType, action_of_operation, bundled, operator,
};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| bundled().unwrap());

fn service(prefix: &str) -> Service<'static> {
    CATALOG
        .service(prefix)
        .unwrap_or_else(|| panic!("no service {prefix}"))
}

/// The action that is written `prefix:Name`.
fn action(name: &str) -> Action<'static> {
    let (prefix, of_service) = name.split_once(':').unwrap();
    let found = CATALOG.action(prefix, of_service);
    found.unwrap_or_else(|| panic!("no action {name}"))
}

fn key(name: &str) -> ConditionKey<'static> {
    CATALOG
        .condition_key(name)
        .unwrap_or_else(|| panic!("no condition key {name}"))
}

fn target_names(action: Action<'static>) -> Vec<&'static str> {
    action
        .targets()
        .map(|target| target.resource_type().name())
        .collect()
}

fn arns(prefix: &str, resource_type: &str) -> Vec<&'static str> {
    let found = service(prefix).resource_type(resource_type);
    let found = found.unwrap_or_else(|| panic!("no resource type {prefix} {resource_type}"));
    found.arn_formats().map(|format| format.text()).collect()
}

fn key_names(keys: impl Iterator<Item = ConditionKey<'static>>) -> Vec<&'static str> {
    keys.map(ConditionKey::name).collect()
}

#[test]
fn names_are_found_without_case_and_in_awss_spelling() {
    assert_eq!(service("S3").prefix(), "s3");
    assert_eq!(service("s3").title(), "Amazon S3");
    assert_eq!(action("S3:getobject").to_string(), "s3:GetObject");
    assert_eq!(action("apigateway:delete").name(), "DELETE");
    assert_eq!(key("AWS:sourceip").name(), "aws:SourceIp");
    assert!(CATALOG.action("s3", "ListBuckets").is_none());
    assert!(CATALOG.service("s33").is_none() && CATALOG.service("").is_none());
}

#[test]
fn actions_have_their_access_levels() {
    let table: [(&str, &[AccessLevel]); 7] = [
        ("s3:GetObject", &[AccessLevel::Read]),
        ("s3:ListBucket", &[AccessLevel::List]),
        ("s3:PutObject", &[AccessLevel::Write]),
        (
            "ec2:CreateTags",
            &[AccessLevel::Write, AccessLevel::Tagging],
        ),
        (
            "iam:PutRolePolicy",
            &[AccessLevel::Write, AccessLevel::PermissionsManagement],
        ),
        (
            "sqs:AddPermission",
            &[AccessLevel::Write, AccessLevel::PermissionsManagement],
        ),
        ("kms:Decrypt", &[AccessLevel::Write]),
    ];
    for (name, levels) in table {
        assert_eq!(
            action(name).levels().iter().collect::<Vec<_>>(),
            levels,
            "{name}"
        );
    }
}

#[test]
fn actions_take_their_resource_types() {
    let table: [(&str, &[&str]); 4] = [
        ("s3:GetObject", &["accesspointobject", "object"]),
        ("s3:ListAllMyBuckets", &[]),
        ("sqs:SendMessage", &["queue"]),
        ("iam:PassRole", &["role"]),
    ];
    for (name, types) in table {
        assert_eq!(target_names(action(name)), types, "{name}");
    }
    assert_eq!(action("ec2:DeleteTags").targets().count(), 106);
    let required = |name: &str| {
        action("ec2:RunInstances")
            .targets()
            .any(|target| target.resource_type().name() == name && target.is_required())
    };
    assert!(required("instance") && !required("key-pair"));
}

#[test]
fn pairs_that_one_source_loses_are_there() {
    // Version 1 and version 2 of the API share the prefix, on two pages.
    let delete = target_names(action("apigateway:DELETE"));
    assert!(
        delete.contains(&"RestApi") && delete.contains(&"Api"),
        "{delete:?}"
    );
    let send = target_names(action("ses:SendEmail"));
    assert!(
        send.contains(&"identity") && send.contains(&"configuration-set"),
        "{send:?}"
    );
    assert!(key_names(action("ses:SendEmail").condition_keys()).contains(&"ses:FromAddress"));
}

#[test]
fn resource_types_have_their_arn_formats() {
    assert_eq!(
        arns("s3", "object"),
        ["arn:${Partition}:s3:::${BucketName}/${ObjectName}"]
    );
    assert_eq!(
        arns("lex", "bot"),
        [
            "arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}",
            "arn:${Partition}:lex:${Region}:${Account}:bot:${BotName}",
        ]
    );
    assert_eq!(
        arns("iam", "role"),
        ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"]
    );
}

#[test]
fn arn_formats_are_found_by_the_service_they_name() {
    let of = |service| {
        let formats = CATALOG.arn_formats_of(service);
        formats.map(|(of, _)| format!("{of:?}")).collect::<Vec<_>>()
    };
    assert!(of("s3").contains(&"s3/bucket".to_owned()));
    // Listed by another service than the ARN names.
    assert!(
        of("iam").contains(&"sts/context-provider".to_owned()),
        "{:?}",
        of("iam")
    );
    assert!(of("nothing").is_empty());
    assert!(CATALOG.is_arn_service("S3") && CATALOG.is_arn_service("execute-api"));
    // EC2 still lists a resource type of it, and AWS refuses it.
    assert!(!CATALOG.is_arn_service("elastic-inference"));
}

#[test]
fn condition_keys_have_their_types() {
    let table = [
        ("events:detail-type", ValueType::String, true),
        ("aws:TagKeys", ValueType::String, true),
        ("aws:ViaAWSService", ValueType::Bool, false),
        ("aws:PrincipalArn", ValueType::Arn, false),
        ("aws:SourceVpcArn", ValueType::Arn, false),
        ("aws:MultiFactorAuthAge", ValueType::Numeric, false),
        ("aws:CurrentTime", ValueType::Date, false),
        ("aws:EpochTime", ValueType::EpochSeconds, false),
        ("aws:SourceIp", ValueType::IpAddress, false),
        ("aws:PrincipalOrgPaths", ValueType::String, true),
        ("iam:PolicyARN", ValueType::Arn, false),
        ("s3:max-keys", ValueType::Numeric, false),
        // Two services differ; the one it is named after says that there is one.
        ("identitystore:UserId", ValueType::String, false),
        // Used by actions of kms and defined nowhere.
        (
            "kms:RecipientAttestation:PCR8:ServiceName",
            ValueType::String,
            false,
        ),
    ];
    for (name, value_type, multivalued) in table {
        let found = key(name);
        assert_eq!(
            (found.value_type(), found.is_multivalued()),
            (value_type, multivalued),
            "{name}"
        );
    }
}

#[test]
fn families_of_condition_keys_are_found_by_their_members_and_by_name() {
    let table = [
        ("aws:ResourceTag/team", "aws:ResourceTag/${TagKey}"),
        ("AWS:requesttag/Team", "aws:RequestTag/${TagKey}"),
        (
            "s3:ExistingObjectTag/class",
            "s3:ExistingObjectTag/${TagKey}",
        ),
        ("ssm:resourceTag/env", "ssm:resourceTag/${TagKey}"),
        (
            "elasticloadbalancing:ResourceTag/x",
            "elasticloadbalancing:ResourceTag/${TagKey}",
        ),
        (
            "kms:EncryptionContext:app",
            "kms:EncryptionContext:${EncryptionContextKey}",
        ),
        (
            "events:Metadata/a/Matcher",
            "events:Metadata/${MetadataKey}/Matcher",
        ),
    ];
    for (name, family) in table {
        assert_eq!(key(name).name(), family);
        assert!(key(name).is_family());
    }
    for stem in ["aws:ResourceTag", "aws:resourcetag/"] {
        assert_eq!(
            CATALOG.condition_key_family(stem).unwrap().name(),
            "aws:ResourceTag/${TagKey}"
        );
        assert!(CATALOG.condition_key(stem).is_none(), "{stem} is no key");
    }
    assert!(CATALOG.condition_key_family("aws:SourceIp").is_none());
}

#[test]
fn global_condition_keys_are_marked() {
    for name in [
        "aws:PrincipalTag/x",
        "aws:VpceOrgID",
        "aws:IsMcpServiceAction",
        "ec2:SourceInstanceArn",
    ] {
        assert!(key(name).is_global(), "{name}");
    }
    assert!(!key("s3:prefix").is_global());
    assert!(CATALOG.condition_key("aws:SourceIdentityX").is_none());
    assert!(CATALOG.condition_key("lakeformation:GlueARN").is_none());
}

#[test]
fn an_action_lists_keys_of_its_own_and_of_its_resources() {
    let lists = |action_name: &str, key_name: &str| action(action_name).lists(key(key_name));
    assert!(lists("ec2:StartInstances", "aws:ResourceTag/x"));
    assert!(lists("s3:ListBucket", "s3:prefix"));
    assert!(!lists("s3:ListBucketMultipartUploads", "s3:prefix"));
    assert!(!lists("logs:DescribeLogGroups", "aws:ResourceTag/x"));
}

#[test]
fn dependent_actions_are_there_although_the_pages_dropped_them() {
    let names = |name: &str| {
        action(name)
            .dependents()
            .map(|of| of.to_string())
            .collect::<Vec<_>>()
    };
    assert!(names("lambda:CreateFunction").contains(&"iam:PassRole".to_owned()));
    assert!(names("s3:GetObject").is_empty());
}

#[test]
fn patterns_match_the_actions_that_aws_would_match() {
    let count = |pattern: &str| CATALOG.actions_matching(pattern).count();
    let everything: usize = CATALOG
        .services()
        .map(|service| service.actions().count())
        .sum();
    assert_eq!(count("*"), everything);
    assert_eq!(count("*:*"), everything);
    assert_eq!(count("s3:*"), service("s3").actions().count());
    assert_eq!(count("S3:getobject"), 1);
    assert_eq!(count("s?:GetObject"), 1);
    for nothing in ["", "s3", "s3:Frobnicate*", "nothing:*", ":"] {
        assert_eq!(count(nothing), 0, "{nothing}");
    }
    let mut reading = CATALOG.actions_matching("ec2:describe*");
    assert!(reading.all(|action| action.name().starts_with("Describe")));
}

#[test]
fn partitions_and_regions_are_known() {
    assert_eq!(CATALOG.partitions().count(), 8);
    assert_eq!(
        CATALOG.partition("aws-cn").unwrap().domain,
        "amazonaws.com.cn"
    );
    assert_eq!(
        CATALOG.region("eu-central-1").unwrap().title,
        "Europe (Frankfurt)"
    );
    assert_eq!(
        CATALOG.region("us-gov-west-1").unwrap().partition.id,
        "aws-us-gov"
    );
    assert!(CATALOG.region("aws-global").is_none() && CATALOG.region("eu-central-9").is_none());
    assert!(
        CATALOG
            .nearest_regions("eu-central1")
            .contains(&"eu-central-1")
    );
}

#[test]
fn service_principals_are_known_in_every_form() {
    for name in [
        "lambda.amazonaws.com",
        "ec2.amazonaws.com.cn",
        "logs.eu-west-1.amazonaws.com",
        "cognito-identity.amazonaws.com",
        "edgelambda.amazonaws.com",
    ] {
        assert!(CATALOG.knows_service_principal(name), "{name}");
    }
    for name in [
        "lamda.amazonaws.com",
        "lambda.eu-west-9.amazonaws.com",
        "lambda",
        "",
    ] {
        assert!(!CATALOG.knows_service_principal(name), "{name}");
    }
    let nearest = CATALOG.nearest_service_principals("lamda.amazonaws.com");
    assert_eq!(nearest[0], "lambda.amazonaws.com");
}

#[test]
fn services_say_what_they_support() {
    assert!(service("s3").honours_resource_control_policies());
    assert!(!service("ec2").honours_resource_control_policies());
    let reports = |prefix| {
        (
            service(prefix).reports_endpoint_account(),
            service(prefix).reports_endpoint_organization(),
        )
    };
    assert_eq!(reports("s3"), (true, true));
    assert_eq!(reports("sqs"), (false, true));
    assert_eq!(reports("ec2"), (false, false));
}

#[test]
fn retired_names_are_told_apart_from_unknown_ones() {
    let standing = |name: &str| {
        let (prefix, of_service) = name.split_once(':').unwrap();
        assert!(
            CATALOG.action(prefix, of_service).is_none(),
            "{name} is current"
        );
        CATALOG
            .retired_action(prefix, of_service)
            .map(|retired| retired.standing)
    };
    let table = [
        ("codestar:CreateProject", Some(Standing::Accepted)),
        ("evidently:GetFeature", Some(Standing::Accepted)),
        ("DeepRacer:ListModels", Some(Standing::Accepted)),
        (
            "sagemaker-unified-studio-mcp:InvokeMcp",
            Some(Standing::Accepted),
        ),
        ("gamesparks:GetGame", Some(Standing::Unjudged)),
        ("cloud9:ValidateEnvironmentName", Some(Standing::Refused)),
        ("elastic-inference:Connect", Some(Standing::Refused)),
        ("s3:Frobnicate", None),
    ];
    for (name, expected) in table {
        assert_eq!(standing(name), expected, "{name}");
    }
    let key = CATALOG
        .retired_condition_key("aws:PrincipalOrgMasterAccountId")
        .unwrap();
    assert_eq!(key.standing, Standing::Accepted);
    assert_eq!(
        CATALOG.retired_service("codestar").unwrap().last_listed,
        "2026-07-08"
    );
}

#[test]
fn nothing_is_current_and_retired_at_once() {
    for retired in CATALOG.retired_services() {
        assert!(CATALOG.service(retired.name).is_none(), "{retired:?}");
    }
    for retired in CATALOG.retired_actions() {
        let (prefix, name) = retired.name.split_once(':').unwrap();
        assert!(
            CATALOG.service(prefix).is_some(),
            "{retired:?} belongs to a retired service"
        );
        assert!(CATALOG.action(prefix, name).is_none(), "{retired:?}");
    }
    for retired in CATALOG.retired_condition_keys() {
        assert!(CATALOG.condition_key(retired.name).is_none(), "{retired:?}");
    }
}

#[test]
fn what_was_meant_is_found() {
    let actions = |prefix: &str, name: &str| service(prefix).nearest_actions(name);
    assert_eq!(
        actions("s3", "ListBuckets").first(),
        Some(&"ListAllMyBuckets")
    );
    assert_eq!(
        actions("s3", "PutBucketEncryption").first(),
        Some(&"PutEncryptionConfiguration")
    );
    assert_eq!(actions("s3", "GetObjct").first(), Some(&"GetObject"));
    assert_eq!(
        actions("ec2", "ListInstances").first(),
        Some(&"DescribeInstances")
    );
    assert!(actions("s3", "Frobnicate").is_empty());
    for (typed, meant) in [
        ("aws:SourceIP4", "aws:SourceIp"),
        ("aws:ResourcTag/team", "aws:ResourceTag/team"),
        ("s3:prefx", "s3:prefix"),
    ] {
        let near = CATALOG.nearest_condition_keys(typed);
        assert_eq!(near.first().map(String::as_str), Some(meant), "{near:?}");
    }
    assert!(CATALOG.nearest_services("lamda").contains(&"lambda"));
}

/// An operation that is an action needs no entry, and an entry that leads nowhere is worse than none.
#[test]
fn every_operation_of_the_table_leads_to_an_action_and_is_none() {
    for service in CATALOG.services() {
        for action in service.actions() {
            assert_eq!(
                action_of_operation(service.prefix(), action.name()),
                None,
                "{action}"
            );
        }
    }
    for (prefix, operation, action) in OPERATIONS {
        assert_eq!(action_of_operation(prefix, operation), Some(*action));
        assert!(
            CATALOG.action(prefix, action).is_some(),
            "{prefix}:{action}"
        );
    }
}

#[test]
fn every_key_has_operators_that_are_made_for_it() {
    for key in CATALOG.condition_keys() {
        let family = key.value_type().family();
        assert!(
            OPERATORS.iter().any(|operator| operator.family == family),
            "{key:?}"
        );
    }
    assert!(ValueType::EpochSeconds.fits(OperatorFamily::Numeric));
    assert!(!ValueType::Bool.fits(operator("StringEquals").unwrap().family));
}

#[test]
fn lists_are_in_the_order_that_is_promised() {
    let prefixes: Vec<&str> = CATALOG.services().map(Service::prefix).collect();
    assert!(prefixes.is_sorted() && prefixes.len() > 400);
    assert!(
        CATALOG
            .condition_keys()
            .map(|key| key.name().to_ascii_lowercase())
            .is_sorted()
    );
    for service in CATALOG.services() {
        assert!(
            service.resource_types().map(|of| of.name()).is_sorted(),
            "{service:?}"
        );
    }
}

#[test]
fn names_of_awss_own_older_policies_are_retired_and_not_judged() {
    let standing = |retired: Option<Retired>| retired.map(|one| one.standing);
    assert_eq!(
        standing(CATALOG.retired_service("macie")),
        Some(Standing::Unjudged)
    );
    assert_eq!(
        standing(CATALOG.retired_action("cloudhsm", "ListHsms")),
        Some(Standing::Unjudged)
    );
}
