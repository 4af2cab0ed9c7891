//! Policies copied from pages, documents and terminals.

use super::outline::{expect, outline};
use iam_policy_editor::engine::templates::TEMPLATE_IDS;
use iam_policy_editor::engine::unwrapping::read;

const POLICY: &str = r#"{"Statement":[]}"#;

fn policy_on(line: usize) -> String {
    format!("-: Pasted policy @{line} {POLICY}")
}

#[test]
fn a_policy_alone_is_opened_as_it_is() {
    expect(POLICY, &["A policy.", &policy_on(1)]);
    expect(
        "{\"Statement\": [], \"Version\": \"2012-10-17\"}\n",
        &[
            "A policy.",
            "-: Pasted policy @1 {\"Statement\":[],\"Version\":\"2012-10-17\"}",
        ],
    );
}

#[test]
fn what_came_along_is_taken_away_and_said() {
    for (text, done) in [
        (
            "\n  {\"Statement\": []}",
            "Removed the blanks before the first brace.",
        ),
        (
            "\u{FEFF}{\"Statement\": []}",
            "Removed an invisible byte order mark.",
        ),
        (
            "{\u{A0}\"Statement\": []}",
            "Replaced or removed 1 space that JSON does not allow.",
        ),
        (
            "{“Statement”: []}",
            "Wrote straight quotes round 1 string that had typographic ones.",
        ),
        (
            "{&quot;Statement&quot;: []}",
            "Read 2 HTML entities, such as `&quot;`.",
        ),
        (
            "1 {\n2   \"Statement\": []\n3 }",
            "Removed the line numbers.",
        ),
        (
            "> {\n>   \"Statement\": []\n> }",
            "Removed the `>` before each line.",
        ),
        (
            "{ // remove before use\n\"Statement\": []}",
            "Removed 1 comment: `remove before use`.",
        ),
    ] {
        let found = outline(text);
        assert!(found.starts_with("A policy.\n"), "{text}: {found}");
        assert!(
            found.contains(POLICY) && found.contains(&format!("+ {done}")),
            "{text}: {found}"
        );
    }
}

#[test]
fn a_page_names_its_policies_after_its_headings() {
    let page = "# Role for *jobs*\nCreate it\\.\n\n```json\n{\"Statement\": []}\n```\n\n## Steps\n1. Trust:\n\n   ```\n   {\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"sts:AssumeRole\"}]}\n   ```\n```sh\nls\n```\n";
    expect(
        page,
        &[
            "A Markdown page with 2 policies.",
            "-: Role for jobs @5 {\"Statement\":[]}",
            "-: Steps: trust policy @12 {\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}]}",
        ],
    );
}

#[test]
fn text_from_raw_markdown_loses_its_backslashes_and_its_indent() {
    let text = "   {\n       \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:Get\\*\", \"Resource\": \"arn:aws:s3:::my\\_bucket/\\*\"}]\n   }\n";
    expect(
        text,
        &[
            "A policy.",
            "-: Pasted policy @1 {\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"arn:aws:s3:::my_bucket/*\"}]}",
            "+ Removed the blanks before the first brace.",
            "+ Took away the backslashes before 3 characters that Markdown escapes, such as `\\*`.",
            "+ Moved the policy to the left margin.",
        ],
    );
}

#[test]
fn errors_of_the_policy_itself_stay_for_the_editor() {
    let broken = "{\n  \"Statement\": [{\n    \"Action\": [\"a\" \"b\"],\n    ...\n  }]\n}";
    let found = outline(broken);
    assert!(found.contains("[\"a\"\"b\"],...}]}"), "{found}");
    assert!(
        found.contains("- 1 part is left out of the text"),
        "{found}"
    );
}

#[test]
fn several_documents_come_apart() {
    expect(
        "{\"Statement\": []}\n\n{\"Statement\": {}}",
        &[
            "2 documents with 2 policies in one text.",
            "-: Policy 1 @1 {\"Statement\":[]}",
            "-: Policy 2 @3 {\"Statement\":{}}",
        ],
    );
    expect(
        "First this: {\"Statement\": []}",
        &[
            "A policy.",
            &policy_on(1),
            "- The text around it was left out.",
        ],
    );
}

#[test]
fn statements_become_policies() {
    expect(
        "{\n  \"Effect\": \"Deny\",\n  \"Action\": \"*\"\n},",
        &[
            "One statement, without the policy around it.",
            "-: Pasted policy @1 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\"}]}",
            "+ Put the statement into a policy with `Version` `2012-10-17`.",
        ],
    );
}

#[test]
fn commands_name_the_file_or_the_owner() {
    expect(
        "$ cat > trust.json <<EOF\n> {\n>   \"Statement\": []\n> }\n> EOF\n",
        &[
            "A shell command that writes `trust.json`.",
            "-: trust @2 {\"Statement\":[]}",
            "+ Removed the shell's prompts.",
            "- The text around it was left out.",
        ],
    );
    expect(
        "aws iam create-role --role-name app --assume-role-policy-document '{\"Statement\": []}'",
        &[
            "A command of the AWS CLI with a policy in it.",
            "role app, role-trust: app trust policy @1 {\"Statement\":[]}",
            "- The text around it was left out.",
        ],
    );
}

#[test]
fn responses_of_the_aws_cli_are_read() {
    expect(
        "{\n \"RoleName\": \"app\",\n \"PolicyName\": \"logs\",\n \"PolicyDocument\": \"%7B%22Statement%22%3A%5B%5D%7D\"\n}",
        &[
            "A response of the AWS CLI with 1 policy.",
            "role app, inline-role: logs @4 {\"Statement\":[]}",
        ],
    );
}

#[test]
fn managed_policies_are_named_with_something_better() {
    for text in [
        "AdministratorAccess",
        "arn:aws:iam::aws:policy/AdministratorAccess",
        "Attach `AdministratorAccess` to it.",
    ] {
        expect(
            text,
            &[
                "This names `AdministratorAccess`, a policy that AWS manages, and holds no policy itself.",
                "managed: AdministratorAccess [\"administrator-with-mfa\"]",
            ],
        );
    }
}

#[test]
fn what_is_not_recognised_says_what_is() {
    for text in [
        "",
        "hello",
        "# A page\n\n```sh\nls\n```\n",
        "[1, 2]",
        "{\"a\": 1}",
    ] {
        let found = outline(text);
        assert!(
            found.starts_with("There is no policy in this text. The editor takes a policy"),
            "{text}: {found}"
        );
    }
    let broken = outline("Statement:\n  - Effect: Allow\n Action: x\n");
    assert!(
        broken.starts_with("This looks like YAML, and cannot be read: on line 3, "),
        "{broken}"
    );
}

#[test]
fn statements_copied_out_of_a_list_become_one_policy() {
    let statements = "{\"Effect\": \"Allow\", \"Action\": \"a:b\"},\n{\"Effect\": \"Deny\", \"Action\": \"c:d\"}";
    let policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a:b\"},{\"Effect\":\"Deny\",\"Action\":\"c:d\"}]}";
    for text in [
        statements.to_owned(),
        format!("\"Statement\": [\n{statements}\n],"),
        format!("[{statements}]"),
    ] {
        expect(
            &text,
            &[
                "A list of statements, without the policy around them.",
                &format!("-: Pasted policy @1 {policy}"),
                "+ Put the statements into a policy with `Version` `2012-10-17`.",
            ],
        );
    }
}

#[test]
fn a_string_of_a_program_is_read() {
    let text = r#"{\n  \"Statement\": []\n}"#;
    expect(
        text,
        &[
            "A policy.",
            &policy_on(1),
            "+ Read the text as the string that it was copied out of.",
        ],
    );
}

#[test]
fn a_response_with_names_alone_says_how_to_get_the_text() {
    let found = outline("{\"PolicyNames\": [\"logs\"]}");
    assert!(
        found.starts_with("This response names policies without their text."),
        "{found}"
    );
}

#[test]
fn what_is_offered_in_place_of_a_managed_policy_exists() {
    let names = "AdministratorAccess IAMFullAccess AmazonS3FullAccess AmazonS3ReadOnlyAccess AWSBatchServiceRole";
    let managed = read(names).managed_policies;
    assert_eq!(managed.len(), names.split(' ').count());
    for policy in managed {
        assert!(!policy.better.is_empty(), "{}", policy.name);
        assert!(
            policy.better.iter().all(|id| TEMPLATE_IDS.contains(id)),
            "{}",
            policy.name
        );
    }
}
