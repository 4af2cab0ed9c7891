//! Whether policies do the same as another one, as text or JSON.

use iam_policy_editor::engine::matching::{
    Binding, Compared, Difference, Match, Side, match_policies,
};
use iam_policy_editor::engine::meaning::Effect;
use serde_json::{Value, json};

use crate::arguments::{Format, Request};
use crate::counterpart::{self, Counterpart};
use crate::findings_text::printable;
use crate::run::{Checked, ERRORS_FOUND, NO_ERROR, Outcome, REFERENCE};

/// Compares each document; the error is a sentence for the person who said what with.
pub fn print(request: &Request, with: &str, checked: &[Checked]) -> Result<Outcome, String> {
    let catalog = REFERENCE.as_deref();
    let counterpart = counterpart::find(with, catalog)?;
    let matches: Vec<(&Checked, Match)> = checked
        .iter()
        .map(|one| (one, matched(one, &counterpart)))
        .collect();
    let is_same = matches.iter().all(|(_, found)| found.outcome.is_same());
    Ok(Outcome {
        output: match request.format {
            Format::Json => in_json(&matches, &counterpart),
            _ => matches
                .iter()
                .map(|(one, found)| in_text(one, found, &counterpart))
                .collect(),
        },
        errors: String::new(),
        code: if is_same { NO_ERROR } else { ERRORS_FOUND },
    })
}

fn matched(one: &Checked, counterpart: &Counterpart) -> Match {
    let analysis = &one.analysis;
    let mine = Compared {
        tree: analysis.tree(),
        placeholders: analysis.placeholders(),
    };
    let theirs = Compared {
        tree: &counterpart.tree,
        placeholders: &counterpart.placeholders,
    };
    match_policies(mine, theirs, analysis.values(), REFERENCE.as_deref())
}

fn in_text(one: &Checked, found: &Match, counterpart: &Counterpart) -> String {
    let mut lines = vec![
        format!("{}: {}.", one.document.label(), found.outcome.headline()),
        format!("Compared with {}.", counterpart.described()),
        found.outcome.explanation().to_owned(),
    ];
    lines.extend(found.bindings.iter().map(bound_words));
    if !found.unbound.is_empty() {
        lines.push(format!("Without a value: {}.", found.unbound.join(", ")));
    }
    for difference in &found.differences {
        let number = difference.statement + 1;
        lines.push(format!("- statement {number}: {}", difference.sentence));
        let without = difference.without.iter();
        lines.extend(
            without.map(|condition| format!("  also when this does not hold: {condition}")),
        );
    }
    if !found.outcome.is_same() {
        lines.push("The text to copy is in the output of `--format json`.".to_owned());
    }
    let lines = lines.iter().map(|line| format!("{}\n", printable(line)));
    lines.collect::<String>() + "\n"
}

fn bound_words(binding: &Binding) -> String {
    let value = binding.value.replace('\n', ", ");
    match binding.side {
        Side::Theirs => format!("Its {} was taken to be {value}.", binding.written),
        Side::Mine => format!("Your {} was taken to be {value}.", binding.written),
    }
}

fn in_json(matches: &[(&Checked, Match)], counterpart: &Counterpart) -> String {
    let matches = matches.iter().map(|(one, found)| {
        json!({
            "file": one.document.file,
            "line": one.document.place.as_ref().map_or(1, |place| place.line),
            "name": one.document.place.as_ref().map(|place| &place.name),
            "comparedWith": {
                "kind": counterpart.kind,
                "name": counterpart.name,
                "version": counterpart.version,
            },
            "outcome": found.outcome.id(),
            "bindings": found.bindings.iter().map(binding).collect::<Value>(),
            "unbound": found.unbound,
            "differences": found.differences.iter().map(difference).collect::<Value>(),
            "textToCopy": found.text_to_copy,
        })
    });
    format!("{:#}\n", matches.collect::<Value>())
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Mine => "mine",
        Side::Theirs => "theirs",
    }
}

fn binding(binding: &Binding) -> Value {
    json!({
        "side": side(binding.side),
        "name": binding.name,
        "text": binding.written,
        "value": binding.value,
    })
}

fn difference(difference: &Difference) -> Value {
    json!({
        "side": side(difference.side),
        "effect": match difference.effect {
            Effect::Allow => "Allow",
            Effect::Deny => "Deny",
        },
        "statement": difference.statement,
        "certain": difference.is_certain,
        "details": difference.sentence,
        "alsoWithout": difference.without,
        "text": difference.text,
    })
}
