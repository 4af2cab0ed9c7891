//! AWS managed policies that a text names instead of giving a policy.

use crate::engine::policy::Arn;
use crate::engine::policy::ArnField;

/// A managed policy, with what to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManagedPolicy {
    /// Its name, without the path.
    pub name: String,
    /// Its ARN in the partition `aws`, or as the text gives it; `None` where only the name is known.
    pub arn: Option<String>,
    /// What it allows, in one sentence.
    pub explanation: &'static str,
    /// The ids of templates to take in its place, the best first.
    pub better: &'static [&'static str],
}

struct Known {
    /// The part of the ARN behind `policy/`.
    path: &'static str,
    explanation: &'static str,
    better: &'static [&'static str],
    /// Others of the list that allow part of it, the widest first.
    narrower: &'static [&'static str],
}

impl Known {
    fn name(&self) -> &'static str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }
}

impl ManagedPolicy {
    /// Managed policies to attach instead, which allow part of what this one does: names with what each allows, the widest first.
    pub fn narrower(&self) -> Vec<(&'static str, &'static str)> {
        let known = KNOWN.iter().find(|known| known.name() == self.name);
        let paths = known.map_or(&[][..], |known| known.narrower);
        let found = paths
            .iter()
            .filter_map(|path| KNOWN.iter().find(|known| known.path == *path));
        found
            .map(|known| (known.name(), known.explanation))
            .collect()
    }
}

/// The managed policies that published pages name most, those first that allow most.
///
/// Source: AWS Managed Policy Reference Guide, 2025.
const KNOWN: &[Known] = &[
    Known {
        path: "AdministratorAccess",
        explanation: "It allows every action on every resource: whoever has it owns the account.",
        better: &["administrator-with-mfa"],
        narrower: &[
            "PowerUserAccess",
            "ReadOnlyAccess",
            "job-function/ViewOnlyAccess",
        ],
    },
    Known {
        path: "PowerUserAccess",
        explanation: "It allows everything but managing users, groups, roles and the organization.",
        better: &[],
        narrower: &["ReadOnlyAccess", "job-function/ViewOnlyAccess"],
    },
    Known {
        path: "IAMFullAccess",
        explanation: "It allows changing every permission, and by that everything else: it is as good as `AdministratorAccess`.",
        better: &["administrator-with-mfa"],
        narrower: &["IAMReadOnlyAccess"],
    },
    Known {
        path: "ReadOnlyAccess",
        explanation: "It allows reading everything, the contents of buckets and tables included.",
        better: &[],
        narrower: &["SecurityAudit", "job-function/ViewOnlyAccess"],
    },
    Known {
        path: "SecurityAudit",
        explanation: "It allows reading how services are configured, for audits.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "job-function/ViewOnlyAccess",
        explanation: "It allows listing resources, and not reading what they hold.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonS3FullAccess",
        explanation: "It allows everything in every bucket, deleting them included.",
        better: &["genomics-workflow-bucket"],
        narrower: &["AmazonS3ReadOnlyAccess"],
    },
    Known {
        path: "AmazonS3ReadOnlyAccess",
        explanation: "It allows reading every object of every bucket.",
        better: &["genomics-workflow-bucket"],
        narrower: &[],
    },
    Known {
        path: "AmazonEC2FullAccess",
        explanation: "It allows everything in EC2, and much in load balancing, CloudWatch and Auto Scaling.",
        better: &[],
        narrower: &["AmazonEC2ReadOnlyAccess"],
    },
    Known {
        path: "AWSBatchFullAccess",
        explanation: "It allows everything in AWS Batch, and passing roles with the default names only.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "service-role/AWSBatchServiceRole",
        explanation: "It lets AWS Batch run instances and containers; Batch's own service-linked role has taken its place.",
        better: &["aws-batch-service-role"],
        narrower: &[],
    },
    Known {
        path: "service-role/AmazonEC2ContainerServiceforEC2Role",
        explanation: "It lets an instance join a container cluster and fetch images.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "service-role/AmazonEC2SpotFleetTaggingRole",
        explanation: "It lets Spot Fleet request, tag and end instances.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "service-role/AmazonECSTaskExecutionRolePolicy",
        explanation: "It lets a task fetch its image and write its log.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "service-role/AWSLambdaBasicExecutionRole",
        explanation: "It lets a function write its log, to every log group.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonSSMManagedInstanceCore",
        explanation: "It lets Systems Manager manage an instance.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "CloudWatchAgentServerPolicy",
        explanation: "It lets the CloudWatch agent write metrics and logs.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonDynamoDBFullAccess",
        explanation: "It allows everything in every table of DynamoDB.",
        better: &[],
        narrower: &["AmazonDynamoDBReadOnlyAccess"],
    },
    Known {
        path: "AWSLambda_FullAccess",
        explanation: "It allows everything in Lambda, and passing any role to a function.",
        better: &[],
        narrower: &["AWSLambda_ReadOnlyAccess"],
    },
    Known {
        path: "AmazonSQSFullAccess",
        explanation: "It allows everything in every queue.",
        better: &[],
        narrower: &["AmazonSQSReadOnlyAccess"],
    },
    Known {
        path: "AmazonSNSFullAccess",
        explanation: "It allows everything in every topic.",
        better: &[],
        narrower: &["AmazonSNSReadOnlyAccess"],
    },
    Known {
        path: "CloudWatchFullAccess",
        explanation: "It allows everything in CloudWatch.",
        better: &[],
        narrower: &["CloudWatchReadOnlyAccess"],
    },
    Known {
        path: "AmazonRDSFullAccess",
        explanation: "It allows everything in every database of RDS.",
        better: &[],
        narrower: &["AmazonRDSReadOnlyAccess"],
    },
    Known {
        path: "AmazonVPCFullAccess",
        explanation: "It allows everything in every network.",
        better: &[],
        narrower: &["AmazonVPCReadOnlyAccess"],
    },
    Known {
        path: "IAMReadOnlyAccess",
        explanation: "It allows reading who may do what, and changing none of it.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonEC2ReadOnlyAccess",
        explanation: "It allows listing what there is in EC2, load balancing, CloudWatch and Auto Scaling.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonDynamoDBReadOnlyAccess",
        explanation: "It allows reading every table of DynamoDB.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AWSLambda_ReadOnlyAccess",
        explanation: "It allows looking at every function, and running none.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonSQSReadOnlyAccess",
        explanation: "It allows looking at every queue, and not receiving from it.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonSNSReadOnlyAccess",
        explanation: "It allows looking at every topic, and not publishing to it.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "CloudWatchReadOnlyAccess",
        explanation: "It allows reading everything in CloudWatch.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonRDSReadOnlyAccess",
        explanation: "It allows looking at every database of RDS.",
        better: &[],
        narrower: &[],
    },
    Known {
        path: "AmazonVPCReadOnlyAccess",
        explanation: "It allows looking at every network.",
        better: &[],
        narrower: &[],
    },
];

/// What is said of a managed policy that is not in the list.
const UNKNOWN: &str = "It is kept by AWS, which changes it from time to time; its text is on the policy's page in the console.";

/// The policies in the list have names of one word, of at least so many bytes.
const SHORTEST: usize = 12;

/// The managed policies that a text names by ARN or name, those that allow most first, others in the order of the text.
pub(super) fn named_in(text: &str) -> Vec<ManagedPolicy> {
    let mut found: Vec<(usize, ManagedPolicy)> = Vec::new();
    for word in words(text) {
        let Some((rank, policy)) = of_arn(word).or_else(|| of_name(word)) else {
            continue;
        };
        if found.iter().all(|(_, known)| known.name != policy.name) {
            found.push((rank, policy));
        }
        if found.len() == MOST {
            break;
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, policy)| policy).collect()
}

/// As many as a page can show.
const MOST: usize = 50;

fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, ':' | '/' | '-' | '_' | '+' | '=' | '.' | '@')
    };
    let words = text.split(move |letter| !is_part(letter));
    words
        .map(|word| word.trim_matches(['.', ':', '/', '-', '=']))
        .filter(|word| word.len() >= SHORTEST)
}

/// The policy of an ARN whose account is `aws`, with its rank.
fn of_arn(word: &str) -> Option<(usize, ManagedPolicy)> {
    let arn = Arn::cut(word);
    let is_managed =
        arn.field(ArnField::Service) == Some("iam") && arn.field(ArnField::Account) == Some("aws");
    let path = arn
        .field(ArnField::Resource)
        .filter(|_| is_managed)?
        .strip_prefix("policy/")?;
    let known = KNOWN
        .iter()
        .enumerate()
        .find(|(_, known)| known.path == path);
    let policy = ManagedPolicy {
        name: path.rsplit('/').next()?.to_owned(),
        arn: Some(word.to_owned()),
        explanation: known.map_or(UNKNOWN, |(_, known)| known.explanation),
        better: known.map_or(&[], |(_, known)| known.better),
    };
    Some((known.map_or(KNOWN.len(), |(rank, _)| rank), policy))
}

fn of_name(word: &str) -> Option<(usize, ManagedPolicy)> {
    let (rank, known) = KNOWN
        .iter()
        .enumerate()
        .find(|(_, known)| known.name() == word)?;
    let policy = ManagedPolicy {
        name: word.to_owned(),
        arn: Some(format!("arn:aws:iam::aws:policy/{}", known.path)),
        explanation: known.explanation,
        better: known.better,
    };
    Some((rank, policy))
}

/// A lone word that has the shape of such a name, and is not in the list.
pub(super) fn looks_like_name(text: &str) -> Option<ManagedPolicy> {
    let word = text.trim();
    let is_word = word
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        && word.len() <= 128;
    let begins = word.starts_with("Amazon") || word.starts_with("AWS");
    let ends = ["Access", "FullAccess", "Policy", "Role"]
        .iter()
        .any(|end| word.ends_with(end));
    (is_word && begins && ends).then(|| ManagedPolicy {
        name: word.to_owned(),
        arn: None,
        explanation: UNKNOWN,
        better: &[],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_narrower_is_in_the_list() {
        for known in KNOWN {
            let [policy] = &named_in(known.name())[..] else {
                continue;
            };
            assert_eq!(
                policy.narrower().len(),
                known.narrower.len(),
                "{}",
                known.path
            );
        }
        let names = |name| -> Vec<&str> {
            let policies = named_in(name);
            policies
                .iter()
                .flat_map(ManagedPolicy::narrower)
                .map(|(name, _)| name)
                .collect()
        };
        assert_eq!(
            names("AdministratorAccess"),
            ["PowerUserAccess", "ReadOnlyAccess", "ViewOnlyAccess"]
        );
    }

    fn names(text: &str) -> Vec<(String, Option<String>)> {
        named_in(text)
            .into_iter()
            .map(|policy| (policy.name, policy.arn))
            .collect()
    }

    #[test]
    fn finds_policies_by_arn_and_name_the_widest_first() {
        let text = "Attach `AmazonSQSFullAccess`, ```AdministratorAccess``` and arn:aws-cn:iam::aws:policy/service-role/Some. AdministratorAccess again.";
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            names(text),
            [
                (
                    "AdministratorAccess".to_owned(),
                    some("arn:aws:iam::aws:policy/AdministratorAccess")
                ),
                (
                    "AmazonSQSFullAccess".to_owned(),
                    some("arn:aws:iam::aws:policy/AmazonSQSFullAccess")
                ),
                (
                    "Some".to_owned(),
                    some("arn:aws-cn:iam::aws:policy/service-role/Some")
                ),
            ]
        );
    }

    #[test]
    fn takes_no_other_name_for_one() {
        for text in [
            "",
            "Administrator access",
            "arn:aws:iam::123456789012:policy/AdministratorAccessX",
            "AdministratorAccessPolicy",
        ] {
            assert_eq!(names(text), [], "{text}");
        }
        assert!(looks_like_name("AmazonMQFullAccess").is_some());
        assert!(looks_like_name("Amazon policy").is_none());
    }
}
