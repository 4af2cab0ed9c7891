//! Paths that hand a role to a service and have it act under that role.

use super::{EscalationPath, Means};

const fn to(
    service: &'static str,
    actions: &'static [&'static str],
    does: &'static str,
) -> EscalationPath {
    EscalationPath::new(Means::PassedRole { to: service }, actions, does)
}

const EC2: &str = "ec2.amazonaws.com";
const LAMBDA: &str = "lambda.amazonaws.com";
const GLUE: &str = "glue.amazonaws.com";
const CLOUDFORMATION: &str = "cloudformation.amazonaws.com";
const SAGEMAKER: &str = "sagemaker.amazonaws.com";
const CODEBUILD: &str = "codebuild.amazonaws.com";
const ECS_TASKS: &str = "ecs-tasks.amazonaws.com";

const INSTANCE: &str = "starts an instance under the role and reads its credentials there";
const FUNCTION: &str = "runs any code as a function under the role";
const JOB: &str = "runs any script as a job under the role";
const STACK: &str = "has a template of one's own carried out under the role";
const BUILD: &str = "runs any command in a build under the role";
const CONTAINER: &str = "runs any container under the role";

/// Sources: Rhino Security Labs, "AWS IAM Privilege Escalation – Methods and Mitigation", parts 1 and 2, 2018 to 2020
/// (EC2, Auto Scaling, Lambda, Glue, CloudFormation, Data Pipeline, SageMaker notebooks);
/// NCC Group, Principal Mapper, 2021 (instance profiles, SageMaker jobs, CodeBuild); Bishop Fox, "IAM Vulnerable", 2021 (ECS);
/// Datadog, pathfinding.cloud, 2025 (App Runner, spot instances, function URLs, stack sets, Glue sessions);
/// Sonrai Security on AgentCore's code interpreters, 2025.
pub(super) const PATHS: &[EscalationPath] = &[
    to(EC2, &["iam:PassRole", "ec2:RunInstances"], INSTANCE),
    to(EC2, &["iam:PassRole", "ec2:RequestSpotInstances"], INSTANCE),
    to(
        EC2,
        &["iam:PassRole", "ec2:AssociateIamInstanceProfile"],
        "gives the role to an instance that runs already",
    ),
    to(
        EC2,
        &[
            "iam:PassRole",
            "autoscaling:CreateLaunchConfiguration",
            "autoscaling:CreateAutoScalingGroup",
        ],
        INSTANCE,
    ),
    to(
        EC2,
        &[
            "iam:PassRole",
            "ec2:CreateLaunchTemplate",
            "autoscaling:CreateAutoScalingGroup",
        ],
        INSTANCE,
    ),
    to(
        LAMBDA,
        &[
            "iam:PassRole",
            "lambda:CreateFunction",
            "lambda:InvokeFunction",
        ],
        FUNCTION,
    ),
    to(
        LAMBDA,
        &[
            "iam:PassRole",
            "lambda:CreateFunction",
            "lambda:AddPermission",
        ],
        FUNCTION,
    ),
    to(
        LAMBDA,
        &[
            "iam:PassRole",
            "lambda:CreateFunction",
            "lambda:CreateEventSourceMapping",
        ],
        FUNCTION,
    ),
    to(
        LAMBDA,
        &[
            "iam:PassRole",
            "lambda:CreateFunction",
            "lambda:CreateFunctionUrlConfig",
        ],
        FUNCTION,
    ),
    to(
        GLUE,
        &["iam:PassRole", "glue:CreateDevEndpoint"],
        "opens a shell under the role",
    ),
    to(
        GLUE,
        &["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"],
        JOB,
    ),
    to(
        GLUE,
        &["iam:PassRole", "glue:CreateJob", "glue:CreateTrigger"],
        JOB,
    ),
    to(
        GLUE,
        &["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"],
        JOB,
    ),
    to(
        GLUE,
        &["iam:PassRole", "glue:UpdateJob", "glue:CreateTrigger"],
        JOB,
    ),
    to(
        GLUE,
        &["iam:PassRole", "glue:CreateSession", "glue:RunStatement"],
        "runs any code in a session under the role",
    ),
    to(
        CLOUDFORMATION,
        &["iam:PassRole", "cloudformation:CreateStack"],
        STACK,
    ),
    to(
        CLOUDFORMATION,
        &["iam:PassRole", "cloudformation:UpdateStack"],
        STACK,
    ),
    to(
        CLOUDFORMATION,
        &[
            "iam:PassRole",
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet",
        ],
        STACK,
    ),
    to(
        CLOUDFORMATION,
        &[
            "iam:PassRole",
            "cloudformation:CreateStackSet",
            "cloudformation:CreateStackInstances",
        ],
        STACK,
    ),
    to(
        "datapipeline.amazonaws.com",
        &[
            "iam:PassRole",
            "datapipeline:CreatePipeline",
            "datapipeline:PutPipelineDefinition",
            "datapipeline:ActivatePipeline",
        ],
        "runs any command in a pipeline under the role",
    ),
    to(
        SAGEMAKER,
        &[
            "iam:PassRole",
            "sagemaker:CreateNotebookInstance",
            "sagemaker:CreatePresignedNotebookInstanceUrl",
        ],
        "opens a notebook under the role",
    ),
    to(
        SAGEMAKER,
        &["iam:PassRole", "sagemaker:CreateTrainingJob"],
        JOB,
    ),
    to(
        SAGEMAKER,
        &["iam:PassRole", "sagemaker:CreateProcessingJob"],
        JOB,
    ),
    to(
        CODEBUILD,
        &[
            "iam:PassRole",
            "codebuild:CreateProject",
            "codebuild:StartBuild",
        ],
        BUILD,
    ),
    to(
        CODEBUILD,
        &[
            "iam:PassRole",
            "codebuild:CreateProject",
            "codebuild:StartBuildBatch",
        ],
        BUILD,
    ),
    to(
        CODEBUILD,
        &[
            "iam:PassRole",
            "codebuild:UpdateProject",
            "codebuild:StartBuild",
        ],
        BUILD,
    ),
    to(
        ECS_TASKS,
        &["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"],
        CONTAINER,
    ),
    to(
        ECS_TASKS,
        &[
            "iam:PassRole",
            "ecs:RegisterTaskDefinition",
            "ecs:StartTask",
        ],
        CONTAINER,
    ),
    to(
        ECS_TASKS,
        &[
            "iam:PassRole",
            "ecs:RegisterTaskDefinition",
            "ecs:CreateService",
        ],
        CONTAINER,
    ),
    to(
        "tasks.apprunner.amazonaws.com",
        &["iam:PassRole", "apprunner:CreateService"],
        CONTAINER,
    ),
    to(
        "bedrock-agentcore.amazonaws.com",
        &[
            "iam:PassRole",
            "bedrock-agentcore:CreateCodeInterpreter",
            "bedrock-agentcore:StartCodeInterpreterSession",
            "bedrock-agentcore:InvokeCodeInterpreter",
        ],
        "runs any code in an interpreter under the role",
    ),
];
