//! The policy as JSON on one line, for places that count white space.

use super::draft::Draft;
use super::refusal::Refusal;
use super::{Exporter, Holds, StandIns, json};

pub(super) const EXPORTER: Exporter = Exporter {
    id: "json-minified",
    label: "JSON on one line",
    purpose: "The same without white space, which some quotas count.",
    media_type: "application/json",
    extension: "json",
    stand_ins: StandIns::Refused,
    holds: Holds::One,
    attaches: false,
    creates: &[],
    render,
};

/// The document with the quoting of JSON, and no blank outside its strings.
fn render(draft: &Draft<'_>) -> Result<String, Refusal> {
    let documents = draft.documents()?;
    Ok(documents.first().map(json::minified).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::engine::export::Refusal;
    use crate::engine::export::tests::{export, refusal};

    #[test]
    fn has_no_blank_outside_its_strings() {
        assert_eq!(
            export(
                "json-minified",
                "{ \"Sid\" : \"a b\\n\",\n \"List\": [ 1, true , null, {}, [ ] ] }"
            ),
            r#"{"Sid":"a b\n","List":[1,true,null,{},[]]}"#
        );
    }

    #[test]
    fn refuses_a_text_that_is_not_json() {
        assert_eq!(
            refusal("json-minified", r#"{"Sid": "a" "b"}"#),
            Refusal::NotJson(11)
        );
        assert_eq!(refusal("json-minified", "[]"), Refusal::NotJson(0));
        let deep = format!("{{\"a\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(matches!(
            refusal("json-minified", &deep),
            Refusal::NotJson(_)
        ));
    }
}
