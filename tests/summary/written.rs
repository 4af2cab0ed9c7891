//! The summary of a policy, with the figures that change with AWS's lists made steady.

use std::sync::{Arc, LazyLock};

use iam_policy_editor::engine::analysis::{Analysis, Request};
use iam_policy_editor::engine::catalog::{Catalog, bundled};
use iam_policy_editor::engine::checks::Options;
use iam_policy_editor::engine::placeholders::Values;
use iam_policy_editor::engine::policy::{KindChoice, PolicyKind};

static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| Arc::new(bundled().unwrap()));

/// What is known of a text with AWS's lists at hand.
pub fn analysis(text: &str, kind: KindChoice) -> Analysis {
    analysis_with(text, kind, Some(&CATALOG))
}

fn analysis_with(text: &str, kind: KindChoice, catalog: Option<&Arc<Catalog>>) -> Analysis {
    Analysis::new(Request {
        text,
        declared: &[],
        values: &Values::default(),
        kind,
        attachment: None,
        options: Options::default(),
        accepted: &[],
        catalog,
    })
}

/// The lines below the heading for an identity policy of these statements.
pub fn identity(statements: &str) -> String {
    of_kind(PolicyKind::Identity, statements)
}

/// The same for a policy of any kind.
pub fn of_kind(kind: PolicyKind, statements: &str) -> String {
    steady(&told(kind, statements, Some(&CATALOG)))
}

/// The same without AWS's lists.
pub fn bare(statements: &str) -> String {
    told(PolicyKind::Identity, statements, None)
}

fn told(kind: PolicyKind, statements: &str, catalog: Option<&Arc<Catalog>>) -> String {
    let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#);
    let summary = analysis_with(&text, KindChoice::Set(kind), catalog).summary();
    let text = summary.expect("there are statements").text();
    text.split_once('\n')
        .expect("there is a heading")
        .1
        .to_owned()
}

/// The text with `n` for the numbers of actions, but for a single one that is reached.
pub fn steady(text: &str) -> String {
    let words: Vec<&str> = text.split_inclusive([' ', '\n']).collect();
    let is_word = |word: &&&str| !word.trim().is_empty();
    let before = |at: usize| words.iter().take(at).rfind(is_word);
    let after = |at: usize| words.iter().skip(at + 1).find(is_word);
    let bare = |word: Option<&&str>| word.map_or(String::new(), |word| word.trim().to_owned());
    let steadied = words.iter().enumerate().map(|(at, word)| {
        let number = word.trim().trim_matches(['(', ')', ',', ':']);
        let is_total = ["of", "all", "action"].contains(&bare(before(at)).as_str());
        let is_part = bare(after(at)) == "of" && number != "1";
        match number.parse::<usize>() {
            Ok(_) if is_total || is_part => word.replace(number, "n"),
            _ => (*word).to_owned(),
        }
    });
    steadied.collect()
}
