//! How a block stands, as JSON for the script that draws it.

use crate::engine::checks::FindingType;
use crate::engine::placeholders::{Class, Placeholder, ValueState};
use crate::engine::syntax::encode;
use crate::engine::text::Span;
use crate::session::Block;
use crate::web::editor::Look;

/// A text of more bytes is drawn without colours, since so many elements at every key would be slow.
const DRAWN_IN_COLOURS: usize = 50_000;

/// `{"status", "gap", "fields": [...], "runs": [class, text, ...]}`.
///
/// `gap` is the name of the first field that stops a copy, or null.
/// A field is `{"name", "type", "label", "help", "example", "remarks", "written", "choices", "multiline", "optional", "uses", "value", "problem", "isGood"}`.
/// The runs are the filled text without a gap, by turns the classes that a run is drawn in and its words.
pub fn state(block: &Block, places: &[u32]) -> String {
    let gap = block.first_gap();
    let gap = gap.map_or_else(|| "null".to_owned(), |gap| encode(&gap.name));
    object(&[
        ("status", encode(block.status().id())),
        ("gap", gap),
        ("fields", array(fields(block))),
        ("runs", array(runs(block, places))),
    ])
}

fn fields(block: &Block) -> impl Iterator<Item = String> + '_ {
    let pairs = block.placeholders().iter().zip(block.states());
    let asked = pairs.filter(|(one, _)| one.class != Class::Vendor && one.kind.id != "partition");
    asked.map(|(placeholder, state)| field(block, placeholder, state))
}

fn field(block: &Block, placeholder: &Placeholder, state: &ValueState) -> String {
    let problem = match state {
        ValueState::Invalid(problem) => &*problem.message,
        ValueState::Unfilled | ValueState::Valid(_) => "",
    };
    let typed = block.values().by_name.get(&placeholder.name);
    let value = typed.or(placeholder.default.as_ref());
    object(&[
        ("name", encode(&placeholder.name)),
        ("type", encode(placeholder.kind.id)),
        ("label", encode(&placeholder.label)),
        ("help", encode(&placeholder.help)),
        ("example", encode(&placeholder.example)),
        ("remarks", texts(&placeholder.remarks)),
        ("written", texts(&placeholder.written)),
        ("choices", texts(&placeholder.choices)),
        ("multiline", placeholder.kind.multiline.to_string()),
        ("optional", (placeholder.class == Class::Sample).to_string()),
        ("uses", placeholder.uses.len().to_string()),
        ("value", encode(value.map_or("", String::as_str))),
        ("problem", encode(problem)),
        ("isGood", matches!(state, ValueState::Valid(_)).to_string()),
    ])
}

fn runs(block: &Block, places: &[u32]) -> Vec<String> {
    let text = &block.shown().text;
    if text.len() > DRAWN_IN_COLOURS {
        return vec![encode(""), encode(text)];
    }
    let look = Look::of_runs(block.highlights(found(places)), block.placeholders());
    let runs = look.runs.iter().flat_map(|(span, index)| {
        let class = look.names.get(*index).map_or("", String::as_str);
        [encode(class), encode(span.text(text))]
    });
    runs.collect()
}

fn found(places: &[u32]) -> Vec<(Span, FindingType)> {
    let place = |triple: &[u32]| match triple {
        [start, end, grade] => {
            let kind = FindingType::ALL.get(*grade as usize)?;
            Some((Span::new(*start as usize, *end as usize), *kind))
        }
        _ => None,
    };
    places.chunks(3).filter_map(place).collect()
}

fn object(members: &[(&str, String)]) -> String {
    let members = members
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn array(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(","))
}

fn texts(texts: &[String]) -> String {
    array(texts.iter().map(|text| encode(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::placeholders::Values;

    const POLICY: &str = r#"{"Resource": "arn:aws:s3:::<BUCKET>/*"}"#;

    #[test]
    fn is_json_that_covers_the_filled_text() {
        let block = Block::new(POLICY, &[], Values::default());
        let block = block.with_value("bucket", "my\"bucket").unwrap_or(block);
        let state: serde_json::Value = serde_json::from_str(&state(&block, &[0, 1, 0])).unwrap();
        assert_eq!(state["status"], "error");
        assert_eq!(state["gap"], "bucket");
        assert_eq!(state["fields"][0]["value"], "my\"bucket");
        let runs = state["runs"].as_array().unwrap();
        let words: String = runs.chunks(2).map(|run| run[1].as_str().unwrap()).collect();
        assert_eq!(words, *block.shown().text);
        assert!(runs[0].as_str().unwrap().contains("finding-error"));
    }
}
