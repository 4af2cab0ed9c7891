//! Policies as the resources of a CloudFormation stack, for every format that deploys one.
//!
//! Resource types and their properties: AWS CloudFormation Template Reference, read November 2026.

use super::draft::{DraftedPolicy, Policies};
use super::input::Holder;
use super::json;
use super::parameter::capitalised;
use super::refusal::Refusal;
use super::target::queue_url;
use super::text::Text;
use super::value::Value;
use crate::engine::policy::Attachment;

/// The places for which the stack has a new resource of its own, so that no existing one is asked for.
pub(super) const CREATES: &[Attachment] = &[Attachment::KmsKeyPolicy];

/// A resource of a stack.
#[derive(Debug)]
pub(super) struct Resource {
    /// Letters and digits; unique among resources and parameters.
    pub logical_id: String,
    /// As in `AWS::IAM::Role`.
    pub type_name: &'static str,
    /// Names in capitals, with their values.
    pub properties: Vec<(&'static str, Value)>,
}

/// The resources of the policies: roles first, so that the others can name them.
pub(super) fn resources(read: &Policies) -> Result<Vec<Resource>, Refusal> {
    let mut stack = Stack::new(read);
    let (trusts, others): (Vec<&DraftedPolicy>, Vec<&DraftedPolicy>) = read
        .policies
        .iter()
        .partition(|policy| policy.place == Attachment::RoleTrust);
    for trust in trusts {
        stack.add_role(trust);
    }
    for policy in others {
        stack.add(policy)?;
    }
    Ok(stack.resources)
}

struct Stack {
    resources: Vec<Resource>,
    taken: Vec<String>,
    /// The names of the stack's own roles, with their logical IDs.
    roles: Vec<(Text, String)>,
}

type Properties = Vec<(&'static str, Value)>;

fn text(text: impl Into<String>) -> Value {
    Value::Text(Text::fixed(text))
}

fn list(text: Text) -> Value {
    Value::Array(vec![Value::Text(text)])
}

impl Stack {
    fn new(read: &Policies) -> Self {
        Stack {
            resources: Vec::new(),
            taken: read
                .parameters
                .iter()
                .map(|one| one.capitalised())
                .collect(),
            roles: Vec::new(),
        }
    }

    /// An ID made of a name; numbered where it is taken.
    fn free_id(&mut self, name: &str, otherwise: &str) -> String {
        let id = match capitalised(name) {
            id if id.is_empty() => otherwise.to_owned(),
            id => id,
        };
        let is_taken = |id: &String| self.taken.contains(id);
        let mut numbered = (2..).map(|number| format!("{id}{number}"));
        let free = match is_taken(&id) {
            true => numbered.find(|id| !is_taken(id)).unwrap_or(id),
            false => id,
        };
        self.taken.push(free.clone());
        free
    }

    fn push(&mut self, logical_id: String, type_name: &'static str, properties: Properties) {
        self.resources.push(Resource {
            logical_id,
            type_name,
            properties,
        });
    }

    fn add_role(&mut self, trust: &DraftedPolicy) {
        let name = trust.target.as_fixed().unwrap_or_default();
        let id = self.free_id(&format!("{name} Role"), "Role");
        let mut properties = vec![
            ("RoleName", Value::Text(trust.target.clone())),
            ("AssumeRolePolicyDocument", trust.document.clone()),
        ];
        if !trust.managed_policies.is_empty() {
            let arns = trust.managed_policies.iter().map(text).collect();
            properties.push(("ManagedPolicyArns", Value::Array(arns)));
        }
        self.push(id.clone(), "AWS::IAM::Role", properties);
        if trust.is_for_ec2() {
            let profile = self.free_id(&format!("{name} InstanceProfile"), "InstanceProfile");
            let properties = vec![
                ("InstanceProfileName", Value::Text(trust.target.clone())),
                ("Roles", list(Text::reference(&id))),
            ];
            self.push(profile, "AWS::IAM::InstanceProfile", properties);
        }
        self.roles.push((trust.target.clone(), id));
    }

    fn add(&mut self, policy: &DraftedPolicy) -> Result<(), Refusal> {
        if policy.place == Attachment::EventBusPolicy {
            self.add_bus_statements(policy);
            return Ok(());
        }
        let (type_name, properties) = self.resource(policy)?;
        let id = self.free_id(&policy.name, "Policy");
        self.push(id, type_name, properties);
        Ok(())
    }

    /// Whom an identity policy is attached to: the stack's own role by its ID, anybody else by name.
    fn holders(&self, policy: &DraftedPolicy) -> Option<(&'static str, Value)> {
        let own = self.roles.iter().find(|(name, _)| *name == policy.target);
        Some(match policy.holder? {
            Holder::User => ("Users", list(policy.target.clone())),
            Holder::Group => ("Groups", list(policy.target.clone())),
            Holder::Role => match own {
                Some((_, id)) => ("Roles", list(Text::reference(id))),
                None => ("Roles", list(policy.target.clone())),
            },
        })
    }

    fn resource(&self, policy: &DraftedPolicy) -> Result<(&'static str, Properties), Refusal> {
        let document = policy.document.clone();
        let one = |name, value| (name, value);
        Ok(match policy.place {
            Attachment::Managed | Attachment::Boundary => {
                let named = [
                    one("ManagedPolicyName", text(&policy.name)),
                    one("PolicyDocument", document),
                ];
                let holders = self
                    .holders(policy)
                    .filter(|_| policy.place == Attachment::Managed);
                (
                    "AWS::IAM::ManagedPolicy",
                    named.into_iter().chain(holders).collect(),
                )
            }
            Attachment::InlineUser | Attachment::InlineGroup | Attachment::InlineRole => {
                let named = [
                    one("PolicyName", text(&policy.name)),
                    one("PolicyDocument", document),
                ];
                (
                    "AWS::IAM::Policy",
                    named.into_iter().chain(self.holders(policy)).collect(),
                )
            }
            Attachment::Scp => (
                "AWS::Organizations::Policy",
                organization(policy, "SERVICE_CONTROL_POLICY"),
            ),
            Attachment::Rcp => (
                "AWS::Organizations::Policy",
                organization(policy, "RESOURCE_CONTROL_POLICY"),
            ),
            _ => return resource_policy(policy),
        })
    }

    /// A bus takes its policy statement by statement, each by its name.
    fn add_bus_statements(&mut self, policy: &DraftedPolicy) {
        for (number, statement) in policy.document.statements().iter().enumerate() {
            let sid = match statement.member("Sid") {
                Some(Value::Text(sid)) => sid.clone(),
                _ => Text::fixed(format!("Statement{}", number + 1)),
            };
            let id = self.free_id(&format!("{} Statement", policy.name), "Statement");
            let properties = vec![
                ("EventBusName", Value::Text(policy.target.clone())),
                ("StatementId", Value::Text(sid)),
                ("Statement", statement.clone()),
            ];
            self.push(id, "AWS::Events::EventBusPolicy", properties);
        }
    }
}

/// The resource that puts a policy on a queue, a bucket or the like.
fn resource_policy(policy: &DraftedPolicy) -> Result<(&'static str, Properties), Refusal> {
    let document = policy.document.clone();
    let target = || Value::Text(policy.target.clone());
    let one = |name, value| (name, value);
    Ok(match policy.place {
        Attachment::S3BucketPolicy => (
            "AWS::S3::BucketPolicy",
            vec![one("Bucket", target()), one("PolicyDocument", document)],
        ),
        Attachment::S3ObjectLambdaPolicy => (
            "AWS::S3ObjectLambda::AccessPointPolicy",
            vec![
                one("ObjectLambdaAccessPoint", target()),
                one("PolicyDocument", document),
            ],
        ),
        Attachment::SqsQueuePolicy => {
            let url = queue_url(&policy.target).ok_or_else(|| not_an_arn(policy))?;
            (
                "AWS::SQS::QueuePolicy",
                vec![one("Queues", list(url)), one("PolicyDocument", document)],
            )
        }
        Attachment::SnsTopicPolicy => (
            "AWS::SNS::TopicPolicy",
            vec![
                one("Topics", list(policy.target.clone())),
                one("PolicyDocument", document),
            ],
        ),
        Attachment::KmsKeyPolicy => ("AWS::KMS::Key", vec![one("KeyPolicy", document)]),
        Attachment::SecretPolicy => (
            "AWS::SecretsManager::ResourcePolicy",
            vec![one("SecretId", target()), one("ResourcePolicy", document)],
        ),
        Attachment::LogsResourcePolicy => (
            "AWS::Logs::ResourcePolicy",
            vec![
                one("PolicyName", text(&policy.name)),
                one(
                    "PolicyDocument",
                    Value::Text(json::in_text(&policy.document)),
                ),
            ],
        ),
        other => return Err(Refusal::NoPlace(without_resource(other))),
    })
}

fn organization(policy: &DraftedPolicy, kind: &str) -> Properties {
    vec![
        ("Name", text(&policy.name)),
        ("Type", text(kind)),
        ("Content", policy.document.clone()),
    ]
}

fn not_an_arn(policy: &DraftedPolicy) -> Refusal {
    Refusal::NoPlace(format!(
        "{} needs the ARN of its queue whole, because the queue's URL is made of it. Enter the ARN.",
        policy.place.label()
    ))
}

/// Why a stack has no resource for such a policy, and where it goes instead.
fn without_resource(place: Attachment) -> String {
    let property = match place {
        Attachment::S3AccessPointPolicy => "`Policy` of `AWS::S3::AccessPoint`",
        Attachment::EcrRepositoryPolicy => "`RepositoryPolicyText` of `AWS::ECR::Repository`",
        Attachment::DynamoDbTablePolicy => "`ResourcePolicy` of `AWS::DynamoDB::Table`",
        Attachment::RestApiPolicy => "`Policy` of `AWS::ApiGateway::RestApi`",
        Attachment::BackupVaultPolicy => "`AccessPolicy` of `AWS::Backup::BackupVault`",
        Attachment::SearchDomainPolicy => "`AccessPolicies` of `AWS::OpenSearchService::Domain`",
        Attachment::FileSystemPolicy => "`FileSystemPolicy` of `AWS::EFS::FileSystem`",
        Attachment::VpcEndpoint => "`PolicyDocument` of `AWS::EC2::VPCEndpoint`",
        Attachment::LambdaFunctionPolicy => {
            return "CloudFormation takes the policy of a Lambda function as one `AWS::Lambda::Permission` for each statement, which cannot say all that a policy can. Export JSON and attach it to the function.".to_owned();
        }
        Attachment::Session => {
            return "A session policy is passed when a role is assumed, so CloudFormation cannot hold it. Export JSON.".to_owned();
        }
        _ => {
            return format!(
                "CloudFormation has no resource for {}. Export JSON, and paste it where the steps say.",
                place.described()
            );
        }
    };
    format!(
        "CloudFormation has no resource of its own for {}: it is the property {property}. Export YAML or JSON, and put it there.",
        place.described()
    )
}
