//! Whatever a policy is wrapped in, what comes out permits the same requests.

use iam_policy_editor::engine::meaning::{Answer, Permissions, equal};
use iam_policy_editor::engine::syntax::{Style, encode, format, parse};
use iam_policy_editor::engine::unwrapping::read;

/// Policies with everything in them that a wrapping could spoil.
const POLICIES: [&str; 5] = [
    r#"{"Version": "2012-10-17", "Statement": [{"Sid": "A", "Effect": "Allow", "Action": ["s3:Get*", "s3:PutObject"], "Resource": "arn:aws:s3:::b/${aws:username}/*"}]}"#,
    r#"{"Version": "2008-10-17", "Id": "x", "Statement": {"Effect": "Deny", "NotPrincipal": {"AWS": ["111122223333"]}, "NotAction": "*", "NotResource": ["a", "b"]}}"#,
    r#"{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringLike": {"aws:userid": ["a:b", " # c", "'d'", "{e}", "- f", "é ${*} $x"]}, "Bool": {"aws:SecureTransport": true}, "NumericLessThan": {"s3:max-keys": 10}}}], "Version": "2012-10-17"}"#,
    r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ["ec2.amazonaws.com"], "Federated": "cognito-identity.amazonaws.com"}}, {"Effect": "Deny", "Action": "*", "Resource": "arn:aws:iam::<account_id>:role/\"q\"\\n%20&amp"}]}"#,
    r#"{"Version": "2012-10-17", "Statement": []}"#,
];

/// A way to wrap a policy, which is given on several lines and on one.
type Wrapping = fn(&str, &str) -> String;

const WRAPPINGS: [(&str, Wrapping); 17] = [
    ("nothing", |policy, _| policy.to_owned()),
    ("blanks", |policy, _| format!("\n\u{A0} \t{policy}\n\n")),
    ("a page", |policy, _| {
        format!("# Title\n\ntext\n\n```json\n{policy}\n```\nmore\n")
    }),
    ("a list of a page", |policy, _| {
        let indented: String = policy.lines().map(|line| format!("   {line}\n")).collect();
        format!("1. do\n\n   ```\n{indented}   ```\n")
    }),
    ("a quotation", |policy, _| {
        policy.lines().map(|line| format!("> {line}\n")).collect()
    }),
    ("line numbers", |policy, _| {
        let numbered = policy.lines().enumerate();
        numbered
            .map(|(at, line)| format!("{:>4}  {line}\n", at + 1))
            .collect()
    }),
    ("HTML", |policy, _| {
        policy
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;")
    }),
    ("a here-document", |policy, _| {
        format!("cat > p.json <<'EOF'\n{policy}\nEOF\n")
    }),
    ("escaped quotes", |_, line| {
        format!("{{\"Policy\": {}}}", encode(line))
    }),
    ("a URL", |_, line| {
        let encoded: String = line.bytes().map(|byte| format!("%{byte:02X}")).collect();
        format!("{{\"PolicyVersion\": {{\"Document\": \"{encoded}\"}}}}")
    }),
    ("a response", |policy, _| {
        format!("{{\"RoleName\": \"r\", \"PolicyName\": \"p\", \"PolicyDocument\": {policy}}}")
    }),
    ("a template", |policy, _| {
        format!(
            "{{\"Resources\": {{\"P\": {{\"Type\": \"AWS::IAM::ManagedPolicy\", \"Properties\": {{\"PolicyDocument\": {policy}}}}}}}}}"
        )
    }),
    ("a template in YAML", |_, line| {
        format!(
            "Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: {line}\n"
        )
    }),
    ("a block of YAML", |policy, _| {
        let indented: String = policy
            .lines()
            .map(|line| format!("        {line}\n"))
            .collect();
        format!(
            "Resources:\n  P:\n    Type: AWS::Logs::ResourcePolicy\n    Properties:\n      PolicyDocument: |\n{indented}"
        )
    }),
    ("jsonencode", |policy, _| {
        format!(
            "resource \"aws_iam_policy\" \"p\" {{\n  policy = jsonencode({})\n}}\n",
            policy.replace("${", "$${")
        )
    }),
    ("a heredoc of Terraform", |policy, _| {
        format!(
            "resource \"aws_iam_policy\" \"p\" {{\n  policy = <<-X\n{}\n  X\n}}\n",
            policy.replace("${", "$${")
        )
    }),
    ("a command", |_, line| {
        format!(
            "aws iam put-user-policy --user-name u --policy-name p --policy-document '{line}'\n"
        )
    }),
];

#[test]
fn what_comes_out_permits_what_went_in() {
    for policy in POLICIES {
        let tree = parse(policy);
        let lines = format(&tree, Style::Indented(4)).unwrap_or_default();
        let line = format(&tree, Style::Minified).unwrap_or_default();
        for (what, wrap) in WRAPPINGS {
            let text = wrap(&lines, &line);
            let paste = read(&text);
            let found: Vec<&str> = paste.policies().map(|policy| policy.text.text()).collect();
            let [only] = found.as_slice() else {
                panic!("{what}: {found:?} in\n{text}");
            };
            let permissions = |text: &str| Permissions::read(&parse(text));
            assert_eq!(
                equal(&permissions(policy), &permissions(only), None),
                Answer::Yes,
                "{what}:\n{text}\n{only}"
            );
            assert!(parse(only).errors().is_empty(), "{what}: {only}");
        }
    }
}

#[test]
fn formatting_and_minifying_keep_order_and_meaning() {
    for policy in POLICIES {
        let tree = parse(policy);
        for style in [Style::Indented(2), Style::Indented(4), Style::Minified] {
            let text = format(&tree, style).unwrap_or_default();
            let names = |tree: &iam_policy_editor::engine::syntax::Tree| {
                let nodes = tree
                    .root()
                    .into_iter()
                    .flat_map(|root| tree.descendants(root));
                nodes
                    .map(|node| tree.raw(node).split_whitespace().collect::<String>())
                    .collect::<Vec<_>>()
            };
            assert_eq!(names(&parse(&text)), names(&tree));
            let permissions = |text: &str| Permissions::read(&parse(text));
            assert_eq!(
                equal(&permissions(policy), &permissions(&text), None),
                Answer::Yes
            );
        }
    }
}
