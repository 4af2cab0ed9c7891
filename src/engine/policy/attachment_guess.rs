//! Which resource a resource policy belongs to, told from the policy itself.

use super::action::ActionPattern;
use super::arn::{Arn, ArnField};
use super::attachment::Attachment;
use super::document::Policy;
use super::element::Element;
use super::kind::PolicyKind;
use super::statement::{Entry, Statement};

impl Attachment {
    /// What a resource policy must be attached to: as the ARNs of its resources tell, or else as its actions do.
    ///
    /// `None` where they differ, or where they tell nothing.
    pub fn guess(policy: &Policy) -> Option<Self> {
        let resources = || entries(policy, [Element::Resource, Element::NotResource]);
        if resources().any(|resource| resource.text != "*") {
            return in_common(resources().map(|resource| Self::of_resource(&resource.text)));
        }
        let actions = entries(policy, [Element::Action, Element::NotAction]);
        in_common(actions.map(|action| Self::of_action(&action.text)))
    }

    /// What takes a policy about the resource of this ARN, where it can be told.
    fn of_resource(text: &str) -> Option<Self> {
        let arn = Arn::cut(text);
        let resource = arn.field(ArnField::Resource)?;
        match arn.field(ArnField::Service)? {
            "s3" if resource.starts_with("accesspoint/") => {
                let is_of_several = arn.field(ArnField::Region) == Some("");
                Some(match is_of_several {
                    true => Self::S3MultiRegionAccessPointPolicy,
                    false => Self::S3AccessPointPolicy,
                })
            }
            "s3" => is_without_place(&arn).then_some(Self::S3BucketPolicy),
            service => Self::of_service(service),
        }
    }

    /// What takes a policy about this action; nothing for S3, whose buckets and access points share their actions.
    fn of_action(text: &str) -> Option<Self> {
        let service = ActionPattern::new(text).service()?.to_ascii_lowercase();
        Self::of_service(&service).filter(|_| service != "s3")
    }

    fn of_service(service: &str) -> Option<Self> {
        Self::for_kind(PolicyKind::Resource)
            .iter()
            .copied()
            .find(|attachment| attachment.service() == Some(service))
    }
}

fn entries<'p>(policy: &'p Policy, elements: [Element; 2]) -> impl Iterator<Item = Entry<'p>> {
    let of = move |statement: &'p Statement<'p>| {
        elements
            .into_iter()
            .flat_map(move |element| statement.entries(element))
    };
    policy.statements().iter().flat_map(of)
}

fn is_without_place(arn: &Arn) -> bool {
    arn.field(ArnField::Region) == Some("") && arn.field(ArnField::Account) == Some("")
}

/// What all of them are, if they are all the same.
fn in_common(mut guesses: impl Iterator<Item = Option<Attachment>>) -> Option<Attachment> {
    let first = guesses.next()??;
    guesses.all(|other| other == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    fn guess(actions: &str, resources: &str) -> Option<Attachment> {
        let tree = parse(&format!(
            r#"{{"Statement": {{"Principal": "*", "Action": {actions}, "Resource": {resources}}}}}"#
        ));
        Attachment::guess(&Policy::new(&tree))
    }

    #[test]
    fn the_arns_of_the_resources_tell_first() {
        for (resources, attachment) in [
            (
                r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*"]"#,
                Some(Attachment::S3BucketPolicy),
            ),
            (
                r#""arn:aws:s3:eu-west-1:111122223333:accesspoint/a""#,
                Some(Attachment::S3AccessPointPolicy),
            ),
            (
                r#""arn:aws:s3::111122223333:accesspoint/m1.mrap""#,
                Some(Attachment::S3MultiRegionAccessPointPolicy),
            ),
            (
                r#""arn:aws:sqs:eu-west-1:111122223333:a""#,
                Some(Attachment::SqsQueuePolicy),
            ),
            (
                r#""arn:aws:execute-api:*:*:*""#,
                Some(Attachment::RestApiPolicy),
            ),
            (
                r#""arn:aws:es:eu-west-1:111122223333:domain/a/*""#,
                Some(Attachment::SearchDomainPolicy),
            ),
            (
                r#"["arn:aws:s3:::a", "arn:aws:sqs:eu-west-1:111122223333:a"]"#,
                None,
            ),
            (r#""arn:aws:iam::111122223333:role/a""#, None),
            (r#""arn:aws:s3""#, None),
        ] {
            assert_eq!(
                guess(r#""kms:Decrypt""#, resources),
                attachment,
                "{resources}"
            );
        }
    }

    #[test]
    fn the_actions_tell_where_the_resource_is_a_star() {
        for (actions, attachment) in [
            (
                r#"["kms:*", "KMS:Decrypt"]"#,
                Some(Attachment::KmsKeyPolicy),
            ),
            (
                r#""backup:CopyIntoBackupVault""#,
                Some(Attachment::BackupVaultPolicy),
            ),
            (r#"["kms:*", "sqs:*"]"#, None),
            (r#""s3:*""#, None),
            (r#""*""#, None),
        ] {
            assert_eq!(guess(actions, r#""*""#), attachment, "{actions}");
        }
    }
}
