//! The template library: published policies and tightened ones, each with typed placeholders and where to paste it.
//!
//! One file a template, `library/<id>.json`, and its id in the list below.
//! Templates that are opened together are a set: one file a set, `sets/<id>.json`, and its id in the list of sets.
//! The files are data that the page fetches as one gallery, `{"templates": [...], "sets": [...]}`, in the order of the lists; none of them is part of the wasm.
//!
//! A template file is an object with these fields, and with no others.
//! A field marked *optional* may be left out; a list that has nothing to say is `[]`.
//!
//! | field | value |
//! |---|---|
//! | `id` | the name of the file without `.json` |
//! | `title` | what the gallery card says, unlike every other title |
//! | `provider` | whose product or service the policy is for |
//! | `kind` | `identity`, `trust`, `resource` or `scp` |
//! | `variant` | `as-published`: what a document prints, repaired if need be; `tightened`: ours, with less access |
//! | `variant_of` | *optional*: the id of the template that is the other variant; each names the other, the published one stands first |
//! | `summary` | one sentence: what the policy is for |
//! | `keywords` | words people search for that stand nowhere else |
//! | `attach_as` | `target`: the id of an attachment, such as `inline-user`, `role-trust` or `s3-bucket`, or `managed-policy`; `how`: the same as a sentence, with whom it is for |
//! | `placeholders` | in the order of the fields on the page, see below |
//! | `policy` | tightened: the policy as JSON, with `{{name}}` for a placeholder inside a string |
//! | `policy_text` | as published: the lines of the text, byte for byte but for the repair, each without its line break |
//! | `where_to_paste` | the steps in the console, in order |
//! | `notes` | what to know before using it, one sentence or two each |
//! | `known_findings` | `code` of a finding that stays and `why` it does |
//! | `pairs_with` | ids of templates that complete this one |
//! | `managed_policies` | ARNs of AWS managed policies to attach with it or in its place |
//! | `published_names` | names the documents give: `what` is `user`, `role` or `policy`, `name` is the name |
//! | `source` | `ref`: the document; `date`: its date, or the day it was read where it has none, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `used_for`: which facts came from it |
//!
//! A placeholder has a `name` (lower snake case, unique in the template), a `type` (one of the placeholder types), a `label`, a `hint` and an `example` of its type.
//! *Optional* are a `default` and the `choices` it has.
//! A published policy keeps its own stand-ins: there `stand_in` says how the placeholder is written, and `name` is the one the editor derives from it.
//!
//! A set has an `id`, a `title`, a `summary`, `keywords`, and its `owners`: `what` is `role`, `user`, `group` or `resource`, `name` is what the documents call it, `templates` are the ids of its policies.
//!
//! In sentences, names, values and actions stand in backticks; labels of the console do not.

mod error;
mod fields;
mod gallery;
mod policy_text;
mod reading;
mod set;
mod template;

pub use error::TemplateError;
pub use gallery::Gallery;
pub use set::{SetOwner, TemplateSet};
pub use template::{
    AttachAs, DeclaredPlaceholder, KnownFinding, PublishedName, Source, Template, TemplateKind,
    Variant,
};

macro_rules! templates {
    ($($id:literal,)*) => {
        /// The id of every template, in the order of the gallery.
        pub const TEMPLATE_IDS: &[&str] = &[$($id),*];

        /// The file of the template with this id; a page fetches the files instead.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn bundled_template(id: &str) -> Option<&'static str> {
            match id {
                $($id => Some(include_str!(concat!("library/", $id, ".json"))),)*
                _ => None,
            }
        }
    };
}

macro_rules! sets {
    ($($id:literal,)*) => {
        /// The id of every set, in the order of the gallery.
        pub const SET_IDS: &[&str] = &[$($id),*];
    };
}

// One id a line: the site build reads both lists too.
sets! {
    "genomics-on-batch",
}

templates! {
    "batchly-onboarding-user-as-published",
    "batchly-onboarding-user",
    "batchly-managed-role",
    "iguazio-install-vanilla",
    "iguazio-install-eks",
    "iguazio-node-private-ip",
    "aws-batch-service-role-as-published",
    "aws-batch-service-role",
    "aws-batch-service-trust-as-published",
    "aws-batch-service-trust",
    "aws-batch-spot-fleet-trust",
    "ec2-instance-role-trust",
    "ecs-task-role-trust",
    "genomics-workflow-bucket-as-published",
    "genomics-workflow-bucket",
    "genomics-ebs-autoscale-as-published",
    "genomics-ebs-autoscale",
    "genomics-batch-job-role",
    "nextflow-aws-batch",
    "administrator-access-as-published",
    "administrator-with-mfa",
    "self-manage-mfa",
    "pass-one-role",
    "assume-role-in-account",
    "delegate-role-creation-with-boundary",
    "trust-account-with-mfa",
    "trust-vendor-external-id",
    "trust-github-actions",
    "trust-eks-irsa",
    "ec2-start-stop-by-tag",
    "s3-bucket-read-write",
    "s3-user-home-folder",
    "s3-require-tls",
    "s3-cloudfront-oac",
    "s3-cloudtrail-delivery",
    "s3-alb-access-logs",
    "sqs-from-s3-events",
    "kms-key-for-cloudwatch-logs",
    "dynamodb-table-read-write",
    "app-secrets-read",
    "terraform-s3-backend",
    "route53-acme-dns01",
    "velero-backup",
    "grafana-cloudwatch-read",
    "scp-region-allow-list",
    "scp-protect-trail-and-membership",
}
