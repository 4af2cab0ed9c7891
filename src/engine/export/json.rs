//! The policy as JSON, the form that the AWS console and the AWS CLI take.

use super::{ExportInput, Exporter};

pub(super) const EXPORTER: Exporter = Exporter {
    id: "json",
    label: "JSON",
    media_type: "application/json",
    extension: "json",
    render,
};

/// The text as displayed, without a byte order mark and without white space round it.
///
/// The text is JSON already and its strings were escaped when their values were filled in, so nothing inside is quoted again.
fn render(input: &ExportInput<'_>) -> String {
    let outside = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    input.text.trim_matches(outside).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::policy::PolicyKind;

    fn json(text: &str) -> String {
        render(&ExportInput {
            text,
            kind: PolicyKind::Identity,
        })
    }

    #[test]
    fn drops_the_byte_order_mark_and_the_white_space_round_the_document() {
        assert_eq!(
            json("\u{feff}\r\n {\n  \"Version\": \"2012-10-17\"\n}\n\n"),
            "{\n  \"Version\": \"2012-10-17\"\n}"
        );
    }

    #[test]
    fn leaves_every_hostile_string_as_it_stands() {
        for string in [
            "${aws:username}",
            "%{if true}",
            "{{ 7 * 7 }}",
            "<script>alert(1)</script>",
            "$(id)",
            "`id`",
            "' OR 1=1 --",
            "\\\"\\\\\\n\\u0000",
            "\u{feff} \u{2028}",
            "EOF\\nEOF",
        ] {
            let policy = format!("{{\"Sid\": \"{string}\"}}");
            assert_eq!(json(&policy), policy);
        }
    }
}
