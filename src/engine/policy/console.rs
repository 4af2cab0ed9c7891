//! Where in the AWS console a policy is pasted: the steps in words, and the link to the page.

use super::attachment::Attachment;

impl Attachment {
    /// What to do in the console, one step an entry, in order.
    pub fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Managed => &[
                "Open IAM, choose Policies, then Create policy.",
                "Switch the policy editor to JSON and replace what is there with this policy.",
                "Choose Next, give the policy a name and create it.",
                "Open the user, group or role that needs it and attach the new policy on its Permissions tab.",
            ],
            Self::InlineUser => &[
                "Open IAM, choose Users and then the user.",
                "On the Permissions tab open Add permissions and choose Create inline policy.",
                "Switch to JSON, replace what is there with this policy, choose Next.",
                "Give the policy a name and create it.",
            ],
            Self::InlineGroup => &[
                "Open IAM, choose User groups and then the group.",
                "On the Permissions tab open Add permissions and choose Create inline policy.",
                "Switch to JSON, replace what is there with this policy, choose Next.",
                "Give the policy a name and create it.",
            ],
            Self::InlineRole => &[
                "Open IAM, choose Roles and then the role.",
                "On the Permissions tab open Add permissions and choose Create inline policy.",
                "Switch to JSON, replace what is there with this policy, choose Next.",
                "Give the policy a name and create it.",
            ],
            Self::RoleTrust => &[
                "For a new role: open IAM, choose Roles, Create role, then Custom trust policy, and paste this policy.",
                "For a role that exists: open it, choose the Trust relationships tab, then Edit trust policy.",
                "Replace everything in the box with this policy and save it.",
                "This text belongs nowhere else: what the role may do stands in its permission policies.",
            ],
            Self::Boundary => &[
                "Open IAM, choose Policies, then Create policy, switch to JSON and paste this policy.",
                "Choose Next, give the policy a name and create it.",
                "Open the user or role, go to Permissions boundary on its Permissions tab and set the new policy there.",
            ],
            Self::Session => &[
                "A session policy is not stored: it goes along with the call that starts the session.",
                "Pass this text as the Policy parameter of AssumeRole or of its relatives.",
            ],
            Self::Scp => &[
                "Sign in to the management account and open AWS Organizations.",
                "Choose Policies, Service control policies, then Create policy, and paste this policy over the sample.",
                "Attach it to a test account or unit first and move it up once nothing breaks.",
            ],
            Self::Rcp => &[
                "Sign in to the management account and open AWS Organizations.",
                "Choose Policies, Resource control policies, then Create policy, and paste this policy over the sample.",
                "Attach it to a test account or unit first and move it up once nothing breaks.",
            ],
            Self::VpcEndpoint => &[
                "Open VPC, choose Endpoints and then the endpoint.",
                "Open the Policy tab, choose Edit policy, then Custom.",
                "Replace what is there with this policy and save it.",
            ],
            _ => self.resource_steps(),
        }
    }

    /// The address of the console page the steps begin at.
    ///
    /// `None` for session policies and resource policies of CloudWatch Logs, which have no page, and for a partition whose console is not known here.
    pub fn console_url(self, partition: &str) -> Option<String> {
        Some(format!(
            "https://{}/{}",
            console_host(partition)?,
            self.console_page()?
        ))
    }

    fn console_page(self) -> Option<&'static str> {
        Some(match self {
            Self::Managed | Self::Boundary => "iam/home#/policies/create",
            Self::InlineUser => "iam/home#/users",
            Self::InlineGroup => "iam/home#/groups",
            Self::InlineRole | Self::RoleTrust => "iam/home#/roles",
            Self::Scp => "organizations/v2/home/policies/service-control-policy",
            Self::Rcp => "organizations/v2/home/policies/resource-control-policy",
            Self::VpcEndpoint => "vpcconsole/home#Endpoints:",
            Self::Session => return None,
            _ => return self.resource_page(),
        })
    }
}

/// The host of a partition's console.
///
/// Source: AWS General Reference and the sign-in pages of the partitions, 2026.
fn console_host(partition: &str) -> Option<&'static str> {
    match partition {
        "aws" => Some("console.aws.amazon.com"),
        "aws-cn" => Some("console.amazonaws.cn"),
        "aws-us-gov" => Some("console.amazonaws-us-gov.com"),
        "aws-eusc" => Some("console.amazonaws-eusc.eu"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_partition_has_its_own_console() {
        let url = |partition| Attachment::RoleTrust.console_url(partition);
        assert_eq!(
            url("aws").as_deref(),
            Some("https://console.aws.amazon.com/iam/home#/roles")
        );
        assert_eq!(
            url("aws-cn").as_deref(),
            Some("https://console.amazonaws.cn/iam/home#/roles")
        );
        assert_eq!(
            url("aws-us-gov").as_deref(),
            Some("https://console.amazonaws-us-gov.com/iam/home#/roles")
        );
        assert_eq!(
            url("aws-eusc").as_deref(),
            Some("https://console.amazonaws-eusc.eu/iam/home#/roles")
        );
        assert_eq!(url("aws-iso"), None);
    }

    #[test]
    fn every_attachment_has_steps_and_all_but_two_a_page() {
        for attachment in Attachment::ALL {
            assert!(attachment.steps().len() >= 2, "{attachment:?}");
            assert!(
                attachment.steps().iter().all(|step| step.ends_with('.')),
                "{attachment:?}"
            );
            assert_eq!(
                attachment.console_url("aws").is_none(),
                matches!(
                    attachment,
                    Attachment::Session | Attachment::LogsResourcePolicy
                )
            );
        }
    }
}
