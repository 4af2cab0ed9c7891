//! What a policy is attached to: what it is known by, and how the policy itself names it.

use super::input::{ExportInput, Holder};
use super::need::Need;
use super::text::Text;
use super::value::Value;
use crate::engine::policy::Attachment;

/// How the resource of a policy is known.
struct Rule {
    need: Need,
    /// Where the policy's own resources name it; `None` where they never do.
    named: Option<Named>,
}

/// Where the ARN of a policy's resource names what the policy is attached to.
struct Named {
    service: &'static str,
    /// What stands before the name in the last field of the ARN.
    before: &'static str,
    /// What ends the name there.
    end: char,
    form: Form,
}

/// What is asked for: the name alone, or the ARN up to the name's end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Name,
    Arn,
}

const fn rule(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    type_id: &'static str,
) -> Rule {
    Rule {
        need: Need {
            id,
            label,
            help,
            type_id,
        },
        named: None,
    }
}

impl Rule {
    const fn named(
        self,
        form: Form,
        service: &'static str,
        before: &'static str,
        end: char,
    ) -> Self {
        Rule {
            need: self.need,
            named: Some(Named {
                service,
                before,
                end,
                form,
            }),
        }
    }
}

static USER: Rule = rule(
    "user_name",
    "User name",
    "Enter the name of the IAM user.",
    "user-name",
);
static GROUP: Rule = rule(
    "group_name",
    "Group name",
    "Enter the name of the IAM user group.",
    "user-name",
);
static ROLE: Rule = rule(
    "role_name",
    "Role name",
    "Enter the name of the IAM role.",
    "role-name",
);
static BUCKET: Rule = rule(
    "bucket",
    "Bucket",
    "Enter the name of the bucket.",
    "bucket-name",
)
.named(Form::Name, "s3", "", '/');
static ACCESS_POINT: Rule = rule(
    "access_point_arn",
    "Access point",
    "Enter the ARN of the access point.",
    "arn",
)
.named(Form::Arn, "s3", "accesspoint/", '/');
static LAMBDA_ACCESS_POINT: Rule = rule(
    "access_point_arn",
    "Access point",
    "Enter the ARN of the Object Lambda access point.",
    "arn",
)
.named(Form::Arn, "s3-object-lambda", "accesspoint/", '/');
static QUEUE: Rule = rule("queue_arn", "Queue", "Enter the ARN of the queue.", "arn").named(
    Form::Arn,
    "sqs",
    "",
    '/',
);
static TOPIC: Rule = rule("topic_arn", "Topic", "Enter the ARN of the topic.", "arn").named(
    Form::Arn,
    "sns",
    "",
    '/',
);
static KEY: Rule = rule(
    "key_id",
    "Key",
    "Enter the ID or ARN of the KMS key.",
    "free-text",
)
.named(Form::Arn, "kms", "key/", '/');
static SECRET: Rule = rule(
    "secret_arn",
    "Secret",
    "Enter the ARN of the secret.",
    "arn",
)
.named(Form::Arn, "secretsmanager", "secret:", '/');
static REPOSITORY: Rule = rule(
    "repository_name",
    "Repository",
    "Enter the name of the repository.",
    "free-text",
);
static TABLE: Rule = rule("table_arn", "Table", "Enter the ARN of the table.", "arn").named(
    Form::Arn,
    "dynamodb",
    "table/",
    '/',
);
static REST_API: Rule = rule(
    "rest_api_id",
    "REST API",
    "Enter the ID of the API.",
    "free-text",
)
.named(Form::Name, "execute-api", "", '/');
static EVENT_BUS: Rule = rule(
    "event_bus_name",
    "Event bus",
    "Enter the name of the event bus.",
    "free-text",
)
.named(Form::Name, "events", "event-bus/", '/');
static VAULT: Rule = rule(
    "backup_vault_name",
    "Backup vault",
    "Enter the name of the vault.",
    "free-text",
)
.named(Form::Name, "backup", "backup-vault:", '/');
static SEARCH_DOMAIN: Rule = rule(
    "search_domain",
    "Domain",
    "Enter the name of the OpenSearch domain.",
    "free-text",
)
.named(Form::Name, "es", "domain/", '/');
static FILE_SYSTEM: Rule = rule(
    "file_system_id",
    "File system",
    "Enter the ID of the file system, `fs-…`.",
    "free-text",
)
.named(Form::Name, "elasticfilesystem", "file-system/", '/');
static SES_IDENTITY: Rule = rule(
    "ses_identity",
    "Identity",
    "Enter the address or domain that mail is sent from.",
    "free-text",
)
.named(Form::Name, "ses", "identity/", '/');
static ENDPOINT: Rule = rule(
    "vpc_endpoint_id",
    "VPC endpoint",
    "Enter the ID of the endpoint, `vpce-…`.",
    "vpc-endpoint-id",
);

fn rule_of(input: &ExportInput<'_>) -> Option<&'static Rule> {
    if let Some(holder) = input.holder() {
        return Some(match holder {
            Holder::User => &USER,
            Holder::Group => &GROUP,
            Holder::Role => &ROLE,
        });
    }
    Some(match input.place() {
        Attachment::S3BucketPolicy => &BUCKET,
        Attachment::S3AccessPointPolicy => &ACCESS_POINT,
        Attachment::S3ObjectLambdaPolicy => &LAMBDA_ACCESS_POINT,
        Attachment::SqsQueuePolicy => &QUEUE,
        Attachment::SnsTopicPolicy => &TOPIC,
        Attachment::KmsKeyPolicy => &KEY,
        Attachment::SecretPolicy => &SECRET,
        Attachment::EcrRepositoryPolicy => &REPOSITORY,
        Attachment::DynamoDbTablePolicy => &TABLE,
        Attachment::RestApiPolicy => &REST_API,
        Attachment::EventBusPolicy => &EVENT_BUS,
        Attachment::BackupVaultPolicy => &VAULT,
        Attachment::SearchDomainPolicy => &SEARCH_DOMAIN,
        Attachment::FileSystemPolicy => &FILE_SYSTEM,
        Attachment::SesIdentityPolicy => &SES_IDENTITY,
        Attachment::VpcEndpoint => &ENDPOINT,
        _ => return None,
    })
}

/// The name that is asked for; `None` for a policy that is attached to nothing by name.
pub(super) fn need(input: &ExportInput<'_>) -> Option<&'static Need> {
    rule_of(input).map(|rule| &rule.need)
}

/// What the policy's own resources say it is attached to, where they name one thing without a wildcard.
pub(super) fn named_by(input: &ExportInput<'_>, policy: &Value) -> Option<Text> {
    let named = rule_of(input)?.named.as_ref()?;
    let statements = policy.statements().iter();
    let resources = statements.filter_map(|statement| statement.member("Resource"));
    let mut found = resources
        .flat_map(Value::texts)
        .filter_map(|resource| named.cut_out(resource));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

impl Named {
    fn cut_out(&self, resource: &Text) -> Option<Text> {
        let fields = resource.cut(':', 6);
        let [arn, partition, service, region, account, rest] = fields.as_slice() else {
            return None;
        };
        if service.as_fixed() != Some(self.service) {
            return None;
        }
        let behind = rest.without_start(self.before)?;
        let name = behind.cut(self.end, 2).into_iter().next()?;
        let whole = match self.form {
            Form::Name => name,
            Form::Arn => {
                let mut end = Text::fixed(self.before);
                end.push(&name);
                joined([arn, partition, service, region, account, &end])
            }
        };
        let is_definite = !whole.is_empty() && !whole.has(&['*', '?', '$', '{']);
        is_definite.then_some(whole)
    }
}

fn joined(fields: [&Text; 6]) -> Text {
    let mut whole = Text::default();
    for (number, field) in fields.into_iter().enumerate() {
        whole.push_fixed(if number > 0 { ":" } else { "" });
        whole.push(field);
    }
    whole
}

/// The URL of the queue with this ARN (SQS Developer Guide, "Queue and message identifiers", read November 2026).
pub(super) fn queue_url(arn: &Text) -> Option<Text> {
    let fields = arn.cut(':', 6);
    let [_, partition, _, region, account, name] = fields.as_slice() else {
        return None;
    };
    let suffix = match partition.as_fixed() {
        Some("aws-cn") => ".amazonaws.com.cn/",
        _ => ".amazonaws.com/",
    };
    let mut url = Text::fixed("https://sqs.");
    for part in [
        region,
        &Text::fixed(suffix),
        account,
        &Text::fixed("/"),
        name,
    ] {
        url.push(part);
    }
    Some(url)
}
