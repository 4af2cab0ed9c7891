//! What stands at a place of the text: a stand-in, a policy variable, or what only looks like one of them.

use super::place::Place;
use super::placeholder::{Class, Placeholder};
use super::policy_variable::is_policy_variable;
use super::scan::{Atom, scan};
use super::slots::{context, slots};
use super::variable_meaning::meaning;
use crate::engine::syntax::{NodeId, NodeKind, Tree};
use crate::engine::text::Span;

/// What stands at a place, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What is explained; bytes of the template.
    pub span: Span,
    /// One to three sentences.
    pub text: String,
}

/// Explains what holds the byte at `offset` of the template; `None` where nothing there calls for it.
pub fn explain(tree: &Tree, placeholders: &[Placeholder], offset: usize) -> Option<Explanation> {
    of_placeholder(tree, placeholders, offset).or_else(|| of_look_alike(tree, offset))
}

fn of_placeholder(tree: &Tree, placeholders: &[Placeholder], offset: usize) -> Option<Explanation> {
    placeholders.iter().find_map(|placeholder| {
        let mut uses = placeholder.uses.iter().map(|one| one.span);
        let span = uses.find(|span| span.contains(offset))?;
        let written = span.text(tree.text());
        Some(Explanation {
            span,
            text: about(placeholder, written),
        })
    })
}

fn about(placeholder: &Placeholder, written: &str) -> String {
    let sentences = match placeholder.class {
        Class::Sample => return placeholder.remarks.join(" "),
        Class::Vendor => return placeholder.help.clone(),
        Class::Placeholder => [
            Some(match placeholder.dialect {
                Some(whose) => {
                    format!("`{written}` is {whose} and stands for a value: {}.", placeholder.label)
                }
                None => format!("`{written}` stands for a value: {}.", placeholder.label),
            }),
            is_like_variable(written).then(|| {
                "It has the shape of a policy variable, but AWS knows none of this name and would take it as it is written."
                    .to_string()
            }),
        ],
    };
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    let remarks = placeholder.remarks.iter().cloned();
    sentences
        .into_iter()
        .chain(remarks)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether IAM would try to read it as a variable.
fn is_like_variable(written: &str) -> bool {
    written.starts_with("${") && !written.starts_with("${{")
}

fn of_look_alike(tree: &Tree, offset: usize) -> Option<Explanation> {
    let node = tree
        .node_at(offset)
        .filter(|node| tree.kind(*node) == NodeKind::String)?;
    let content = tree.content_span(node);
    let text = content.text(tree.text());
    let at = offset.checked_sub(content.start)?;
    let atoms = scan(text);
    let atom = atoms.iter().find(|atom| atom.range.contains(&at));
    let (range, text) = match atom {
        Some(atom) => (
            atom.range.clone(),
            of_variable(text.get(atom.range.clone())?)?,
        ),
        None => of_plain_text(tree, node, text, &atoms, at)?,
    };
    Some(Explanation {
        span: Span::new(content.start + range.start, content.start + range.end),
        text,
    })
}

/// A policy variable in any spelling.
fn of_variable(written: &str) -> Option<String> {
    if written == "$$" {
        return Some("`$$` is how some tools write one `$`.".into());
    }
    let (inside, other) = match written.strip_prefix("${") {
        Some(inside) => (inside, None),
        None => {
            let inside = written.strip_prefix("&{").or(written.strip_prefix("$${"))?;
            (inside, Some(inside))
        }
    };
    let inside = inside.strip_suffix('}')?;
    let (name, default) = inside.split_once(',').unwrap_or((inside, ""));
    let mut text = match name.trim() {
        sign @ ("*" | "?" | "$") => {
            format!("`{written}` means the sign `{sign}` itself and no wildcard.")
        }
        name => format!(
            "`{written}` is a policy variable: at each request AWS fills in {}. It is nothing to fill in here.",
            meaning(name)
        ),
    };
    let default = default.trim().trim_matches('\'');
    if !default.is_empty() {
        text.push_str(&format!(
            " Where the request says nothing about it, `{default}` stands there."
        ));
    }
    if let Some(inside) = other.filter(|_| is_policy_variable(inside)) {
        text.push_str(&format!(
            " Terraform writes it so; in a policy it is `${{{inside}`."
        ));
    }
    Some(text)
}

/// Wildcards, AWS IoT's escapes, and the words that stand in the place of an account.
fn of_plain_text(
    tree: &Tree,
    node: NodeId,
    text: &str,
    atoms: &[Atom],
    at: usize,
) -> Option<(std::ops::Range<usize>, String)> {
    for escape in ["$(*)", "$(?)", "$($)"] {
        let mut places = text
            .match_indices(escape)
            .map(|(start, _)| start..start + escape.len());
        if let Some(range) = places.find(|range| range.contains(&at)) {
            let text = format!("`{escape}` is how AWS IoT policies write the sign itself.");
            return Some((range, text));
        }
    }
    let slots = slots(context(tree, node), text, atoms).slots;
    let account = slots
        .into_iter()
        .find(|slot| slot.place == Place::Account && slot.range.contains(&at));
    if let Some(slot) = account.filter(|slot| text.get(slot.range.clone()) == Some("aws")) {
        let text = "`aws` in the place of the account means what belongs to AWS itself, such as its managed policies.";
        return Some((slot.range, text.into()));
    }
    let text = match text.get(at..)?.chars().next()? {
        '*' => "`*` is a wildcard: it fits any characters, and none.",
        '?' => "`?` is a wildcard: it fits any one character.",
        _ => return None,
    };
    Some((at..at + 1, text.into()))
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::engine::placeholders::recognise;
    use crate::engine::syntax::parse;

    /// What is said about the place of `«…»`, which must be what is explained.
    fn said(marked: &str) -> Option<String> {
        let text = marked.replace(['«', '»'], "");
        let start = marked.find('«').unwrap_or_default();
        let end = marked.find('»').unwrap_or_default() - '«'.len_utf8();
        let tree = parse(&text);
        let placeholders = recognise(&tree, &[]);
        let explanation = explain(&tree, &placeholders, (start + end) / 2)?;
        assert_eq!(
            (explanation.span.start, explanation.span.end),
            (start, end),
            "{marked}"
        );
        Some(explanation.text)
    }

    #[test]
    fn explains_stand_ins_and_what_looks_like_one() {
        for (marked, words) in [
            (
                r#"["arn:aws:iam::«<account-id>»:root"]"#,
                "`<account-id>` stands for a value: Account ID.",
            ),
            (
                r#"["arn:aws:iam::«$ACCOUNT_ID»:root"]"#,
                "`$ACCOUNT_ID` is a shell variable and stands for a value: Account ID.",
            ),
            (
                r#"["arn:aws:iam::«${Account}»:root"]"#,
                "`${Account}` is a CloudFormation parameter and stands for a value: Account. It has the shape of a policy variable, but AWS knows none of this name and would take it as it is written.",
            ),
            (
                r#"["arn:aws:iam::«XXXX»:root"]"#,
                "`XXXX` stands for a value: Account ID. `XXXX` has 4 characters, where an account ID has 12 digits.",
            ),
            (
                r#"["arn:aws:iam::«123456789012»:root"]"#,
                "`123456789012` is a sample value of AWS's documentation. Enter yours, or leave it if it is meant.",
            ),
            (
                r#"["arn:aws:s3:::acme/«${aws:username}»/*"]"#,
                "`${aws:username}` is a policy variable: at each request AWS fills in the name of the IAM user who makes it. It is nothing to fill in here.",
            ),
            (
                r#"["arn:aws:s3:::acme/«${aws:userid, 'anonymous'}»/*"]"#,
                "`${aws:userid, 'anonymous'}` is a policy variable: at each request AWS fills in the unique ID of whoever makes it. It is nothing to fill in here. Where the request says nothing about it, `anonymous` stands there.",
            ),
            (
                r#"["home/«&{aws:username}»"]"#,
                "`&{aws:username}` is a policy variable: at each request AWS fills in the name of the IAM user who makes it. It is nothing to fill in here. Terraform writes it so; in a policy it is `${aws:username}`.",
            ),
            (
                r#"["a/«${*}»"]"#,
                "`${*}` means the sign `*` itself and no wildcard.",
            ),
            (
                r#"["a/«$(*)»"]"#,
                "`$(*)` is how AWS IoT policies write the sign itself.",
            ),
            (
                r#"["arn:aws:iam::«aws»:policy/x"]"#,
                "`aws` in the place of the account means what belongs to AWS itself, such as its managed policies.",
            ),
            (
                r#"["arn:aws:s3:::acme/«*»"]"#,
                "`*` is a wildcard: it fits any characters, and none.",
            ),
        ] {
            assert_eq!(said(marked).as_deref(), Some(words), "{marked}");
        }
    }

    #[test]
    fn names_the_vendor_of_an_account() {
        let text = said(r#"["arn:aws:iam::«464622532012»:root"]"#).unwrap_or_default();
        assert!(
            text.starts_with("This account belongs to Datadog and stays as it is."),
            "{text}"
        );
    }

    #[test]
    fn says_nothing_of_the_rest() {
        for marked in [
            r#"["arn:aws:s3:::«acme»"]"#,
            r#"{"«Resource»": 1}"#,
            "«»",
            "[«1»]",
        ] {
            assert_eq!(said(marked), None, "{marked}");
        }
    }
}
