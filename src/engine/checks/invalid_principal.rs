//! Principals that AWS cannot take for one.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{rename, replace_text};
use super::wording::quoted;
use crate::engine::policy::{
    Arn, ArnField, Element, PolicyKind, Principal, entries, has_variable, has_wildcard, principals,
};
use crate::engine::syntax::{Member, NodeKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// Each principal stands under the type that it is of, and is something that can send a request:
    /// an account by its 12 digits, a role, a user or a session by its ARN under `AWS`, a service under `Service`.
    /// Groups, policies and instance profiles are none, and neither are functions, instances or buckets.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a policy with a principal that it cannot find, and says no more than that it is invalid.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "ec2.amazonaws.com"},
    ///             "Action": "sts:AssumeRole"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:group/readers"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "ec2.amazonaws.com"},
    ///             "Action": "sts:AssumeRole"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    INVALID_PRINCIPAL {
        title: "Principal that cannot be one",
        finding_type: Warning,
        source: Editor,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_principal.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let elements = [Element::Principal, Element::NotPrincipal];
        let typed = elements
            .into_iter()
            .filter_map(|element| statement.element(element))
            .filter(|member| ctx.tree.kind(member.value) == NodeKind::Object);
        for member in typed {
            let all = principals(ctx.tree, member.value);
            let faulty = all.iter().filter_map(|one| finding(ctx, member, one));
            findings.extend(faulty);
        }
    }
}

/// Why something is no principal under its type.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    /// It is one of another type.
    OfType(&'static str),
    /// The ARN is of something that sends no requests, such as a group.
    Never(&'static str),
    /// What stands for an account has this many digits.
    Digits(usize),
}

use Fault::{Digits, Never, OfType};

fn finding(ctx: &Context, element: Member, principal: &Principal) -> Option<Finding> {
    let text = &*principal.entry.text;
    let is_judged = !has_wildcard(text) && !has_variable(text);
    let fault = fault(&principal.type_name, text).filter(|_| is_judged)?;
    if !ctx.is_settled(principal.entry.node) {
        return None;
    }
    let type_name = quoted(&principal.type_name);
    let (message, help) = match &fault {
        OfType(other) => (
            format!("{} is no principal of the type {type_name}.", quoted(text)),
            format!("Put it under {}.", quoted(other)),
        ),
        Never(what) => (
            format!("{} is {what}, and that is never a principal.", quoted(text)),
            "Name a role, a user or an account.".to_owned(),
        ),
        Digits(count) => (
            format!("{} holds an account ID of {count} digits.", quoted(text)),
            "An account ID has 12 digits; look it up in the account menu of the console."
                .to_owned(),
        ),
    };
    let finding = CHECK.finding(
        [ctx.location(principal.entry.node)],
        message,
        "AWS rejects a policy with a principal that it cannot find.",
        help,
    );
    Some(finding.mended_by(mended(ctx, element, principal, &fault)))
}

fn fault(type_name: &str, text: &str) -> Option<Fault> {
    let is_arn = text.starts_with("arn:");
    match type_name {
        "AWS" if is_service(text) => Some(OfType("Service")),
        "AWS" if is_arn => fault_of_arn(text),
        "AWS" => wrong_digits(text),
        "Service" if is_arn || is_account(text) => Some(OfType("AWS")),
        _ => None,
    }
}

fn is_service(text: &str) -> bool {
    let domains = [".amazonaws.com", ".amazonaws.com.cn"];
    domains.iter().any(|domain| text.ends_with(domain))
}

fn is_account(text: &str) -> bool {
    text.len() == ACCOUNT_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

const ACCOUNT_DIGITS: usize = 12;

fn fault_of_arn(text: &str) -> Option<Fault> {
    let arn = Arn::cut(text);
    let resource = arn.field(ArnField::Resource)?;
    match arn.field(ArnField::Service)? {
        "iam" | "sts" => {
            let what = NO_PRINCIPALS
                .iter()
                .find(|(start, _)| resource.starts_with(start));
            let never = what.map(|(_, what)| Never(what));
            never.or_else(|| wrong_digits(arn.field(ArnField::Account)?))
        }
        service => {
            let known = RESOURCES.iter().find(|(known, _)| *known == service);
            known.map(|(_, what)| Never(what))
        }
    }
}

/// What the ARNs of IAM begin with that are no principals.
const NO_PRINCIPALS: [(&str, &str); 6] = [
    ("group/", "a group"),
    ("instance-profile/", "an instance profile"),
    ("mfa/", "an MFA device"),
    ("oidc-provider/", "an identity provider"),
    ("policy/", "a policy"),
    ("saml-provider/", "an identity provider"),
];

/// Services whose resources are taken for principals most often: what sends their requests is a role.
const RESOURCES: [(&str, &str); 8] = [
    ("ec2", "a resource of EC2"),
    ("ecs", "a resource of ECS"),
    ("lambda", "a function"),
    ("organizations", "a part of an organization"),
    ("s3", "a bucket"),
    ("sns", "a topic"),
    ("sqs", "a queue"),
    ("states", "a state machine"),
];

/// Whether digits, perhaps in groups, are not those of an account.
fn wrong_digits(text: &str) -> Option<Fault> {
    let digits = digits(text);
    let is_number = !digits.is_empty()
        && text
            .chars()
            .all(|one| one.is_ascii_digit() || matches!(one, '-' | ' '));
    (is_number && !is_account(text)).then_some(Digits(digits.len()))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn mended(ctx: &Context, element: Member, principal: &Principal, fault: &Fault) -> Option<Fix> {
    let (tree, node) = (ctx.tree, principal.entry.node);
    match fault {
        OfType(other) => under_type(ctx, element, principal, other),
        Never(_) => {
            let arn = Arn::cut(&principal.entry.text);
            let is_iam = arn.field(ArnField::Service) == Some("iam");
            let span = arn.field_span(tree, node, ArnField::Resource);
            let account = span.map(|span| Edit::replace(span, "root"));
            Fix::choice("Name the whole account", [account.filter(|_| is_iam)?])
        }
        Digits(ACCOUNT_DIGITS) => {
            let text = digits(&principal.entry.text);
            let edit = (text.len() == ACCOUNT_DIGITS).then(|| replace_text(tree, node, &text))?;
            Fix::choice(format!("Write {}", quoted(&text)), [edit])
        }
        Digits(_) => None,
    }
}

/// Gives the type of all these principals another name, where all of them have that fault and nothing has the name.
fn under_type(ctx: &Context, element: Member, principal: &Principal, other: &str) -> Option<Fix> {
    let tree = ctx.tree;
    let member = tree.member(element.value, &principal.type_name)?;
    let is_other =
        |text: &str| fault(&principal.type_name, text).is_some_and(|one| matches!(one, OfType(_)));
    let are_all = entries(tree, member.value).all(|entry| is_other(&entry.text));
    let is_free = tree.member(element.value, other).is_none();
    (are_all && is_free)
        .then(|| {
            Fix::choice(
                format!("Put it under {}", quoted(other)),
                [rename(tree, member, other)],
            )
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::*;

    fn trust(principal: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Principal": {principal}, "Action": "sts:AssumeRole"}}]}}"#
        )
    }

    #[test]
    fn tells_what_is_no_principal_of_its_type() {
        let table = [
            ("AWS", "ec2.amazonaws.com", Some(OfType("Service"))),
            ("AWS", "210987654321", None),
            ("AWS", "21098765432", Some(Digits(11))),
            ("AWS", "2109-8765-4321", Some(Digits(12))),
            ("AWS", "AROAEXAMPLEID", None),
            ("AWS", "arn:aws:iam::210987654321:root", None),
            (
                "AWS",
                "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
                None,
            ),
            ("AWS", "arn:aws:sts::210987654321:assumed-role/a/b", None),
            ("AWS", "arn:aws:iam::21098765432:root", Some(Digits(11))),
            (
                "AWS",
                "arn:aws:iam::210987654321:group/a",
                Some(Never("a group")),
            ),
            (
                "AWS",
                "arn:aws:lambda:us-east-1:210987654321:function:a",
                Some(Never("a function")),
            ),
            ("Service", "ec2.amazonaws.com", None),
            ("Service", "210987654321", Some(OfType("AWS"))),
            (
                "Service",
                "arn:aws:iam::210987654321:root",
                Some(OfType("AWS")),
            ),
            ("Federated", "accounts.google.com", None),
        ];
        for (type_name, text, expected) in table {
            assert_eq!(fault(type_name, text), expected, "{type_name}: {text}");
        }
    }

    #[test]
    fn is_about_each_principal() {
        check(
            &CHECK,
            &trust(r#"{"AWS": ["arn:aws:iam::210987654321:root", «"lambda.amazonaws.com"»]}"#),
        );
        check_clean(&CHECK, &trust(r#"{"AWS": "arn:aws:iam::$ACCOUNT:root"}"#));
    }

    #[test]
    fn puts_it_right() {
        for (before, after) in [
            (
                r#"{"AWS": "ec2.amazonaws.com"}"#,
                r#"{"Service": "ec2.amazonaws.com"}"#,
            ),
            (
                r#"{"Service": ["210987654321"]}"#,
                r#"{"AWS": ["210987654321"]}"#,
            ),
            (
                r#"{"AWS": "arn:aws:iam::210987654321:group/a"}"#,
                r#"{"AWS": "arn:aws:iam::210987654321:root"}"#,
            ),
            (r#"{"AWS": "2109-8765-4321"}"#, r#"{"AWS": "210987654321"}"#),
        ] {
            check_fix(&CHECK, &trust(before), &trust(after));
        }
    }
}
