//! JSON documents with policies in them, whatever they are: policies, statements, responses, templates.

use super::excerpt::Excerpt;
use super::finder::{self, Place, Shape};
use super::json_documents::documents;
use super::mending::{left_open, mended};
use super::origin::{Surroundings, member_name, surroundings};
use super::paste::{Form, FoundPolicy, Notation, Source, counted, listed, policies};
use super::policy_text::{completed, decoded};
use super::template::functions::{Functions, call, unescaped};
use super::template::{is_serverless_application, is_template, policies_by_name};
use crate::engine::syntax::{NodeId, NodeKind, Tree, parse};
use crate::engine::text::Span;

/// The sources in a text: a document each, in the order of the text; documents without a policy are left out.
///
/// Statements with nothing but commas between them are one list, as when they were copied out of one.
pub(super) fn sources_in(text: &Excerpt) -> Vec<Source> {
    let parts = documents(text.text());
    let is_listed =
        |one: &Span, next: &Span| Span::new(one.end, next.start).text(text.text()).trim() == ",";
    let groups = parts.chunk_by(is_listed);
    groups
        .flat_map(|group| {
            list_of_statements(text, group).map_or_else(|| each(text, group), |list| vec![list])
        })
        .collect()
}

fn each(text: &Excerpt, parts: &[Span]) -> Vec<Source> {
    let parts = parts
        .iter()
        .filter_map(|span| source(text.part(*span), Notation::Json));
    parts.collect()
}

fn list_of_statements(text: &Excerpt, parts: &[Span]) -> Option<Source> {
    let (first, last) = (parts.first()?, parts.last().filter(|_| parts.len() > 1)?);
    let mut list = Excerpt::default();
    list.push_for("[", text.origin(Span::at(first.start)));
    list.push(text, Span::new(first.start, last.end));
    list.push_for("]", text.origin(Span::at(last.end)));
    source(list, Notation::Json).filter(|source| source.form == Form::Statements)
}

/// What to do where a response names policies and does not give their text.
pub(super) fn names_only(text: &str) -> Option<String> {
    let names_some = text.contains("\"PolicyNames\"") || text.contains("\"AttachedPolicies\"");
    names_some.then(|| {
        "This response names policies without their text. `aws iam get-role-policy` gives an inline policy of a role, and `aws iam get-policy-version` a managed one.".to_owned()
    })
}

/// What one document holds; `None` where that is no policy.
pub(super) fn source(document: Excerpt, notation: Notation) -> Option<Source> {
    let (document, mut done) = mended(document);
    let tree = parse(document.text());
    let places = finder::places(&tree);
    if places.is_empty() {
        return None;
    }
    let form = form(&tree, &places);
    let functions = Functions::read(&tree);
    let mut left_aside = left_open(&document);
    let mut found = Vec::new();
    let mut written = 0;
    for place in &places {
        let (policy, remarks) = policy_at(&document, &tree, *place, &functions);
        found.push(policy);
        written += functions.count_in(&tree, place.node);
        left_aside.extend(remarks);
    }
    left_aside.extend(by_name(&tree, form));
    done.extend(match written {
        0 => alignment(&document, form, &found),
        count => Some(written_functions(count)),
    });
    done.extend(completion(form));
    Some(Source {
        form,
        notation,
        sentence: sentence(&tree, form, notation, found.len()),
        span: document.origin(Span::new(0, document.text().len())),
        line: 0,
        policies: found,
        done,
        left_aside,
    })
}

fn form(tree: &Tree, places: &[Place]) -> Form {
    let at_root = places
        .first()
        .filter(|place| Some(place.node) == tree.root());
    let path = |place: &Place| finder::path_names(tree, place.node);
    let any_named = |wanted: &[&str]| {
        places.iter().any(|place| {
            path(place)
                .iter()
                .any(|name| wanted.contains(&name.as_str()))
        })
    };
    match at_root.map(|place| place.shape) {
        Some(Shape::Policy | Shape::Text) => Form::Policy,
        Some(Shape::Statement) => Form::Statement,
        Some(Shape::Statements) => Form::Statements,
        None if is_template(tree) => Form::Template,
        None if any_named(&["iamRoleStatements", "statements"]) => Form::Serverless,
        None if tree.root().is_some_and(|root| {
            tree.kind(root) == NodeKind::Array && is_list_of_policies(tree, root)
        }) =>
        {
            Form::Policy
        }
        None if is_response(tree) => Form::Response,
        None => Form::TemplatePart,
    }
}

/// Whether the elements of a list are policies themselves.
fn is_list_of_policies(tree: &Tree, root: NodeId) -> bool {
    let mut places = finder::places(tree).into_iter();
    places.all(|place| tree.parent(place.node) == Some(root))
}

/// Members at the top of what `aws` prints about policies.
///
/// Source: AWS CLI Command Reference, outputs of the commands that get a policy, 2025.
const RESPONSE_MEMBERS: [&str; 16] = [
    "PolicyVersion",
    "Role",
    "RoleName",
    "UserName",
    "GroupName",
    "Roles",
    "UserDetailList",
    "GroupDetailList",
    "RoleDetailList",
    "Policies",
    "Policy",
    "Attributes",
    "ResourcePolicy",
    "policyText",
    "ResponseMetadata",
    "RepositoryPolicyText",
];

fn is_response(tree: &Tree) -> bool {
    let mut members = tree.root().into_iter().flat_map(|root| tree.members(root));
    members.any(|member| RESPONSE_MEMBERS.contains(&&*tree.key_text(member)))
}

fn policy_at(
    document: &Excerpt,
    tree: &Tree,
    place: Place,
    functions: &Functions,
) -> (FoundPolicy, Vec<String>) {
    let (part, remarks) = match place.shape {
        Shape::Text => (text_at(document, tree, place.node), Vec::new()),
        _ => functions.written_out(document, tree, place.node),
    };
    let Surroundings {
        name,
        owner,
        kind,
        attachment,
    } = surroundings(tree, place.node, functions);
    let named = name.or_else(|| member_name(tree, place.node));
    let policy = FoundPolicy {
        name: named.unwrap_or_default(),
        owner,
        kind,
        attachment,
        span: document.origin(tree.span(place.node)),
        line: 0,
        text: completed(&part, place.shape),
    };
    (policy, remarks)
}

/// The policy in a string; one that `Fn::Sub` works on as it comes out of that.
fn text_at(document: &Excerpt, tree: &Tree, string: NodeId) -> Excerpt {
    let text = decoded(document, tree, string);
    let around = tree.parent(string).and_then(|member| tree.parent(member));
    match around.and_then(|object| call(tree, object)) {
        Some((name, _)) if name == "Fn::Sub" => with_text(&text, &unescaped(text.text())),
        _ => text,
    }
}

fn with_text(excerpt: &Excerpt, text: &str) -> Excerpt {
    let mut changed = Excerpt::default();
    changed.push_for(text, excerpt.origin(Span::new(0, excerpt.text().len())));
    changed
}

fn sentence(tree: &Tree, form: Form, notation: Notation, count: usize) -> String {
    let in_yaml = if notation == Notation::Yaml {
        " in YAML"
    } else {
        ""
    };
    match form {
        Form::Policy if count == 1 => format!("A policy{in_yaml}."),
        Form::Policy => format!("A list of {}{in_yaml}.", policies(count)),
        Form::Statement => format!("One statement{in_yaml}, without the policy around it."),
        Form::Statements => {
            format!("A list of statements{in_yaml}, without the policy around them.")
        }
        Form::Template if is_serverless_application(tree) => {
            format!("A SAM template{in_yaml} with {}.", policies(count))
        }
        Form::Template => format!(
            "A CloudFormation template{in_yaml} with {}.",
            policies(count)
        ),
        Form::Serverless => format!("A Serverless Framework file with {}.", policies(count)),
        Form::Response => format!("A response of the AWS CLI with {}.", policies(count)),
        _ => format!(
            "Part of a CloudFormation template{in_yaml} with {}.",
            policies(count)
        ),
    }
}

fn completion(form: Form) -> Option<String> {
    let what = match form {
        Form::Statement => "the statement",
        Form::Statements | Form::Serverless => "the statements",
        _ => return None,
    };
    Some(format!(
        "Put {what} into a policy with `Version` `2012-10-17`."
    ))
}

/// Whether a document that is a policy itself stood further right in the text.
fn alignment(document: &Excerpt, form: Form, found: &[FoundPolicy]) -> Option<String> {
    let [policy] = found else {
        return None;
    };
    let is_shorter = policy.text.text().len() < document.text().len();
    (form == Form::Policy && is_shorter).then(|| "Moved the policy to the left margin.".to_owned())
}

fn written_functions(count: usize) -> String {
    let functions = counted(
        count,
        "function of the template",
        "functions of the template",
    );
    format!("Wrote {functions} as stand-ins or text.")
}

/// Policies that a template names without giving their text.
fn by_name(tree: &Tree, form: Form) -> Option<String> {
    let names = match form {
        Form::Template | Form::TemplatePart => policies_by_name(tree),
        _ => Vec::new(),
    };
    (!names.is_empty()).then(|| format!("Named only, without their text: {}.", listed(&names)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// For each policy its name, its owner, its attachment and its text without white space.
    fn read(text: &str) -> (String, Vec<[String; 4]>) {
        let source = source(Excerpt::whole(text), Notation::Json).unwrap();
        let row = |policy: FoundPolicy| {
            [
                policy.name,
                policy
                    .owner
                    .map_or_else(String::new, |owner| format!("{} {}", owner.what, owner.id)),
                policy
                    .attachment
                    .map_or_else(String::new, |attachment| attachment.id().to_owned()),
                policy.text.text().split_whitespace().collect(),
            ]
        };
        (
            source.sentence,
            source.policies.into_iter().map(row).collect(),
        )
    }

    fn expect(text: &str, sentence: &str, rows: &[[&str; 4]]) {
        let (found, policies) = read(text);
        assert_eq!(found, sentence, "{text}");
        assert_eq!(policies, rows, "{text}");
    }

    #[test]
    fn reads_policies_and_statements() {
        expect(
            r#"{"Statement":[]}"#,
            "A policy.",
            &[["", "", "", r#"{"Statement":[]}"#]],
        );
        expect(
            r#"[{"Statement":[]},{"Statement":{}}]"#,
            "A list of 2 policies.",
            &[
                ["", "", "", r#"{"Statement":[]}"#],
                ["", "", "", r#"{"Statement":{}}"#],
            ],
        );
        let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*"}]}"#;
        expect(
            r#"{"Effect":"Deny","Action":"*"}"#,
            "One statement, without the policy around it.",
            &[["", "", "", policy]],
        );
        expect(
            r#"[{"Effect":"Deny","Action":"*"}]"#,
            "A list of statements, without the policy around them.",
            &[["", "", "", policy]],
        );
    }

    #[test]
    fn reads_what_the_aws_cli_prints() {
        let policy = r#"{"Statement":[]}"#;
        for (text, row) in [
            (
                r#"{"PolicyVersion": {"Document": {"Statement": []}, "VersionId": "v3"}}"#,
                ["", "", "managed", policy],
            ),
            (
                r#"{"Role": {"RoleName": "app", "AssumeRolePolicyDocument": "%7B%22Statement%22%3A%5B%5D%7D"}}"#,
                ["app trust policy", "role app", "role-trust", policy],
            ),
            (
                r#"{"RoleName": "app", "PolicyName": "logs", "PolicyDocument": {"Statement": []}}"#,
                ["logs", "role app", "inline-role", policy],
            ),
            (
                r#"{"UserName": "ann", "PolicyName": "own", "PolicyDocument": {"Statement": []}}"#,
                ["own", "user ann", "inline-user", policy],
            ),
            (r#"{"Policy": "{\"Statement\":[]}"}"#, ["", "", "", policy]),
        ] {
            expect(text, "A response of the AWS CLI with 1 policy.", &[row]);
        }
    }

    #[test]
    fn reads_the_details_of_an_account() {
        let text = r#"{"RoleDetailList": [{"RoleName": "app", "AssumeRolePolicyDocument": {"Statement": []},
            "RolePolicyList": [{"PolicyName": "logs", "PolicyDocument": {"Statement": {}}}]}],
            "Policies": [{"PolicyName": "wide", "PolicyVersionList": [{"Document": {"Statement": [""]}}]}]}"#;
        expect(
            text,
            "A response of the AWS CLI with 3 policies.",
            &[
                [
                    "app trust policy",
                    "role app",
                    "role-trust",
                    r#"{"Statement":[]}"#,
                ],
                ["logs", "role app", "inline-role", r#"{"Statement":{}}"#],
                [
                    "wide",
                    "managed policy wide",
                    "managed",
                    r#"{"Statement":[""]}"#,
                ],
            ],
        );
    }

    #[test]
    fn reads_a_template() {
        let text = r#"{"Resources": {
            "App": {"Type": "AWS::IAM::Role", "Properties": {
                "AssumeRolePolicyDocument": {"Statement": []},
                "Policies": [{"PolicyName": {"Fn::Sub": "${Env}-x"}, "PolicyDocument": {"Statement": {"Resource": {"Fn::Sub": "arn:${AWS::Partition}:s3:::${B}/${!aws:username}"}}}}]}},
            "Files": {"Type": "AWS::S3::BucketPolicy", "Properties": {"PolicyDocument": {"Statement": {"Resource": {"Fn::Join": ["", [{"Fn::GetAtt": ["B", "Arn"]}, "/*"]]}}}}}}}"#;
        expect(
            text,
            "A CloudFormation template with 3 policies.",
            &[
                [
                    "App trust policy",
                    "role App",
                    "role-trust",
                    r#"{"Statement":[]}"#,
                ],
                [
                    "${Env}-x",
                    "role App",
                    "inline-role",
                    r#"{"Statement":{"Resource":"arn:${AWS::Partition}:s3:::${B}/${aws:username}"}}"#,
                ],
                [
                    "Files",
                    "bucket Files",
                    "s3-bucket",
                    r#"{"Statement":{"Resource":"${B.Arn}/*"}}"#,
                ],
            ],
        );
    }
}
