//! Paths that take over what runs under a role already.

use super::{EscalationPath, Means};

const fn path(actions: &'static [&'static str], does: &'static str) -> EscalationPath {
    EscalationPath::new(Means::RunningRole, actions, does)
}

/// Sources: Rhino Security Labs, "AWS IAM Privilege Escalation – Methods and Mitigation", parts 1 and 2, 2018 to 2020
/// (Lambda, Glue, SageMaker); NCC Group, Principal Mapper, 2021 (CloudFormation, Systems Manager);
/// Datadog, pathfinding.cloud, 2025 (user data, EC2 Instance Connect, CodeBuild, ECS, App Runner);
/// Sonrai Security on AgentCore's code interpreters, 2025.
pub(super) const PATHS: &[EscalationPath] = &[
    path(
        &["lambda:UpdateFunctionCode"],
        "puts any code into functions, which runs under their roles",
    ),
    path(
        &["lambda:UpdateFunctionConfiguration"],
        "adds a layer of code to functions, which runs under their roles",
    ),
    path(
        &["glue:UpdateDevEndpoint"],
        "adds a key to development endpoints and so opens a shell under their roles",
    ),
    path(
        &["cloudformation:UpdateStack"],
        "has another template carried out under the roles of stacks",
    ),
    path(
        &[
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet",
        ],
        "has another template carried out under the roles of stacks",
    ),
    path(
        &["ssm:SendCommand"],
        "runs commands on instances, with the credentials of their roles at hand",
    ),
    path(
        &["ssm:StartSession"],
        "opens a shell on instances, with the credentials of their roles at hand",
    ),
    path(
        &["ec2-instance-connect:SendSSHPublicKey"],
        "lets one log in to instances, with the credentials of their roles at hand",
    ),
    path(
        &[
            "ec2:ModifyInstanceAttribute",
            "ec2:StopInstances",
            "ec2:StartInstances",
        ],
        "changes what instances run when they start, with the credentials of their roles at hand",
    ),
    path(
        &["sagemaker:CreatePresignedNotebookInstanceUrl"],
        "opens notebooks, which run under their roles",
    ),
    path(
        &["codebuild:StartBuild"],
        "starts builds with other commands, which run under their projects' roles",
    ),
    path(
        &["ecs:ExecuteCommand"],
        "runs commands in containers, with the credentials of their tasks' roles at hand",
    ),
    path(
        &["apprunner:UpdateService"],
        "puts another container into services, which runs under their roles",
    ),
    path(
        &[
            "bedrock-agentcore:StartCodeInterpreterSession",
            "bedrock-agentcore:InvokeCodeInterpreter",
        ],
        "runs any code in interpreters, which have roles of their own",
    ),
];
