//! Texts that try to keep the reader busy or bring it down.

use iam_policy_editor::engine::unwrapping::{MOST_BYTES, read};

#[test]
fn deep_and_long_texts_come_back() {
    let deep_call = format!(
        "{{\"Statement\": [{}1{}]}}",
        "{\"Fn::Sub\": ".repeat(5_000),
        "}".repeat(5_000)
    );
    let lines: String = (0..5_000)
        .map(|line| format!("- a: b\n    c{line}: d\n"))
        .collect();
    for text in [
        "{\"Statement\": [".repeat(10_000),
        "[".repeat(20_000),
        "- ".repeat(30_000),
        format!("Statement:\n{}", "? - ".repeat(20_000)),
        "```\n".repeat(20_000),
        "<<A\n".repeat(20_000),
        "&#1".repeat(30_000),
        "{\n\"".repeat(20_000),
        "{\"Statement\":[]}".repeat(5_000),
        format!("Effect: x\n{lines}"),
        deep_call,
        "x".repeat(MOST_BYTES + 1),
        format!("Statement: {}", "\u{A0}".repeat(30_000)),
        "aws ".repeat(30_000),
    ] {
        assert!(!read(&text).summary.is_empty());
    }
}

#[test]
fn aliases_cannot_blow_up_a_text() {
    let mut text = "Effect: x\na0: &a0 [lol, lol]\n".to_owned();
    for level in 1..40 {
        text.push_str(&format!(
            "a{level}: &a{level} [*a{0}, *a{0}, *a{0}]\n",
            level - 1
        ));
    }
    let summary = read(&text).summary;
    assert!(summary.contains("aliases"), "{summary}");
    let merged = "Effect: x\na: &a {<<: *a, b: c}\nStatement: *a\n";
    assert!(!read(merged).summary.is_empty());
}

#[test]
fn every_beginning_of_a_template_is_read() {
    for whole in [
        include_str!("../fixtures/pastes/cloudformation.yaml"),
        include_str!("../fixtures/pastes/serverless.yml"),
        "# é\n```json\n{“Statement”: [&quot;a\\_b\", ...]}\n```\n$ cat <<EOF\n{\"Statement\": []}\nEOF\n",
    ] {
        for (at, _) in whole.char_indices().step_by(11) {
            let (start, end) = whole.split_at(at);
            for text in [start, end] {
                for policy in read(text).policies() {
                    assert!(
                        policy.span.end <= text.len() && text.is_char_boundary(policy.span.start)
                    );
                }
            }
        }
    }
}
