//! A paste in few lines, for tables.

use iam_policy_editor::engine::policy::Attachment;
use iam_policy_editor::engine::unwrapping::{FoundPolicy, Paste, read};

/// The summary, then for each policy a line such as `role App, inline-role: x @3 {"Statement":[]}`, then what was done and left aside.
pub fn outline(text: &str) -> String {
    let paste = read(text);
    let policies = paste.policies().map(policy);
    let sentences = sentences(&paste);
    let managed = paste
        .managed_policies
        .iter()
        .map(|one| format!("managed: {} {:?}", one.name, one.better));
    let lines = std::iter::once(paste.summary.clone())
        .chain(policies)
        .chain(managed)
        .chain(sentences);
    lines.collect::<Vec<_>>().join("\n")
}

fn policy(policy: &FoundPolicy) -> String {
    let owner = policy
        .owner
        .as_ref()
        .map(|owner| format!("{} {}, ", owner.what, owner.id));
    let place = policy.attachment.map_or("-", Attachment::id);
    let text: String = policy.text.text().split_whitespace().collect();
    format!(
        "{}{place}: {} @{} {text}",
        owner.unwrap_or_default(),
        policy.name,
        policy.line
    )
}

fn sentences(paste: &Paste) -> Vec<String> {
    let of_sources = paste.sources.iter();
    let done = paste
        .done
        .iter()
        .chain(of_sources.clone().flat_map(|source| &source.done));
    let left = of_sources
        .flat_map(|source| &source.left_aside)
        .chain(&paste.left_aside);
    let done = done.map(|sentence| format!("+ {sentence}"));
    done.chain(left.map(|sentence| format!("- {sentence}")))
        .collect()
}

/// Compares outlines, and shows the text where they differ.
#[track_caller]
pub fn expect(text: &str, expected: &[&str]) {
    assert_eq!(outline(text), expected.join("\n"), "{text}");
}
