//! Files that hold policies in something else: every one is checked, in the places of the file.

use super::run::{file, run};
use serde_json::{Value, json};

const PAGE: &str = "# Access for jobs\n\n```json\n{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::<bucket_name>/*\"}]\n}\n```\n\n## Broken\n\n1. Paste:\n\n   ```\n   {\n     \"Version\": \"2012-10-17\",\n     \"Statement\": [{\"Effect\": \"Alow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}]\n   }\n   ```\n";

/// The documents of a JSON output as `[line, name, type, codes of the errors]`.
fn rows(documents: &Value) -> Vec<Value> {
    let errors = |document: &Value| {
        let findings = document["findings"].as_array().into_iter().flatten();
        let errors = findings.filter(|finding| finding["findingType"] == "ERROR");
        errors
            .map(|finding| finding["issueCode"].clone())
            .collect::<Vec<_>>()
    };
    let documents = documents.as_array().into_iter().flatten();
    documents
        .map(|one| json!([one["line"], one["name"], one["policyType"], errors(one)]))
        .collect()
}

#[test]
fn each_policy_of_a_page_is_checked_where_it_stands() {
    let page = file("page.md", PAGE);
    let ran = run(&["--format", "json", &page]);
    assert_eq!(ran.code, 1);
    let documents = ran.json();
    assert_eq!(
        rows(&documents),
        [
            json!([4, "Access for jobs", "identity", []]),
            json!([15, "Broken", "identity", ["INVALID_EFFECT"]]),
        ]
    );
    let findings = documents[1]["findings"].as_array().into_iter().flatten();
    let finding = findings
        .into_iter()
        .find(|one| one["issueCode"] == "INVALID_EFFECT")
        .expect("a finding");
    let offset = PAGE.find("\"Alow\"").expect("the value");
    let place = &finding["locations"][0]["span"]["start"];
    assert_eq!(
        (&place["line"], &place["offset"]),
        (&json!(17), &json!(offset))
    );
    let edit = &finding["fixes"][0]["edits"][0];
    let (start, end) = (edit["start"].as_u64(), edit["end"].as_u64());
    let within = offset as u64..=(offset + "\"Alow\"".len()) as u64;
    assert!(
        start.is_some_and(|at| within.contains(&at)) && end.is_some_and(|at| within.contains(&at)),
        "{edit}"
    );
}

#[test]
fn stand_ins_of_a_page_are_told_in_its_places() {
    let page = file("stand-ins.md", PAGE);
    let found = run(&["--placeholders", &page]).json();
    let start = PAGE.find("<bucket_name>").expect("the stand-in");
    assert_eq!(
        found[0]["placeholders"][0]["spans"],
        json!([{"start": start, "end": start + "<bucket_name>".len()}])
    );
}

#[test]
fn a_template_tells_kind_and_place_and_offers_no_edit_of_what_it_does_not_hold() {
    let ran = run(&[
        "--format",
        "json",
        "tests/fixtures/pastes/cloudformation.yaml",
    ]);
    let documents = ran.json();
    let kinds: Vec<Value> = rows(&documents)
        .iter()
        .map(|row| json!([row[0], row[1], row[2]]))
        .collect();
    assert_eq!(
        kinds,
        [
            json!([11, "JobRole trust policy", "trust"]),
            json!([19, "${AWS::StackName}-data", "identity"]),
            json!([35, "DataBucketPolicy", "resource"]),
            json!([50, "Key", "resource"]),
            json!([62, "QueuePolicy", "resource"]),
        ]
    );
    let documents = documents.as_array().into_iter().flatten();
    let findings = documents.flat_map(|one| one["findings"].as_array().into_iter().flatten());
    assert!(findings.clone().count() > 0);
    assert!(
        findings
            .into_iter()
            .all(|finding| finding["fixes"] == json!([]))
    );
}

#[test]
fn text_names_the_policy_with_its_line() {
    let page = file("text.md", PAGE);
    let ran = run(&[&page]);
    assert!(
        ran.output.contains(&format!("{page}:17:")),
        "{}",
        ran.output
    );
    assert!(
        ran.output
            .contains(&format!("{page}:15 (Broken): AWS will reject this")),
        "{}",
        ran.output
    );
}

#[test]
fn one_document_is_printed_and_not_several() {
    let page = file("several.md", PAGE);
    let several = run(&["--fix", &page]);
    assert_eq!(several.code, 2);
    assert!(several.errors.contains("holds 2"), "{}", several.errors);
    let (first, _) = PAGE.split_once("## Broken").expect("two parts");
    let one = run(&[
        "--export",
        "json",
        "--set",
        "bucket_name=records",
        &file("one.md", first),
    ]);
    assert_eq!(one.code, 0, "{}", one.errors);
    assert_eq!(
        one.json()["Statement"][0]["Resource"],
        "arn:aws:s3:::records/*"
    );
}

#[test]
fn a_credential_that_only_shows_once_it_is_taken_out_is_refused() {
    let policy = "{\"Statement\": [], \"Id\": \"AKIAQ3EGRZLMDIVUTQ2X wJalrXUtnFEMIK7MDENGbPxRfiCYzzQQ11223344\"}";
    let encoded: String = policy.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let ran = run(&[&file(
        "response.json",
        format!("{{\"PolicyVersion\": {{\"Document\": \"{encoded}\"}}}}"),
    )]);
    assert_eq!(ran.code, 2, "{}", ran.output);
    assert!(
        !ran.errors.contains("AKIA") && !ran.output.contains("AKIA"),
        "{}",
        ran.errors
    );
}
