//! The text of a found policy: cut out, moved to the left margin, completed to a policy.

use super::excerpt::Excerpt;
use super::finder::{Shape, policy_text};
use super::margin::{at_margin, line_starts};
use crate::engine::syntax::{NodeId, Style, Tree, format, parse};
use crate::engine::text::{Edit, Edits, Span};

/// What stands at a place, moved to the margin and completed to a policy.
pub(super) fn completed(part: &Excerpt, shape: Shape) -> Excerpt {
    match shape {
        Shape::Policy | Shape::Text => at_margin(part),
        Shape::Statements => around(&at_margin(part), "\n  \"Statement\": ", "\n}", "  "),
        Shape::Statement => around(
            &at_margin(part),
            "\n  \"Statement\": [\n    ",
            "\n  ]\n}",
            "    ",
        ),
    }
}

/// The policy in a string, as a document of its own.
pub(super) fn decoded(excerpt: &Excerpt, tree: &Tree, string: NodeId) -> Excerpt {
    let text = policy_text(tree, string).unwrap_or_default();
    let mut decoded = Excerpt::default();
    decoded.push_for(&laid_out(text), excerpt.origin(tree.content_span(string)));
    decoded
}

/// A text on one line, set on several lines; any other text as it is.
fn laid_out(text: String) -> String {
    let trimmed = text.trim();
    if trimmed.contains('\n') {
        return trimmed.to_owned();
    }
    format(&parse(trimmed), Style::Indented(2)).unwrap_or_else(|| trimmed.to_owned())
}

/// The statements with what makes them a policy, indented to their level.
fn around(statements: &Excerpt, before: &str, after: &str, indent: &str) -> Excerpt {
    let breaks = line_starts(statements.text());
    let edits = Edits::new(breaks.map(|at| Edit::insert(at, indent)).collect());
    let indented = statements.edited(&edits.unwrap_or_default());
    let end = indented.text().len();
    let mut policy = Excerpt::default();
    let first = indented.origin(Span::at(0)).start;
    policy.push_for(
        &format!("{{\n  \"Version\": \"2012-10-17\",{before}"),
        Span::at(first),
    );
    policy.push(&indented, Span::new(0, end));
    policy.push_for(after, Span::at(indented.origin(Span::new(0, end)).end));
    policy
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::unwrapping::finder::places;

    fn cut(text: &str) -> String {
        let tree = parse(text);
        let excerpt = Excerpt::whole(text);
        let place = *places(&tree).first().unwrap();
        let part = match place.shape {
            Shape::Text => decoded(&excerpt, &tree, place.node),
            _ => excerpt.part(tree.span(place.node)),
        };
        completed(&part, place.shape).text().to_owned()
    }

    #[test]
    fn moves_a_policy_to_the_margin() {
        for (text, policy) in [
            (
                "[\n  {\n    \"Statement\": []\n  }\n]",
                "{\n  \"Statement\": []\n}",
            ),
            (
                "[\n\t{\n\n\t\t\"Statement\": []\n\t}\n]",
                "{\n\n\t\"Statement\": []\n}",
            ),
            (
                "  {\n  \"Statement\": [\n\"\"]}",
                "{\n  \"Statement\": [\n\"\"]}",
            ),
            (
                "[{\n  \"Statement\": [],\n  \"Id\": \"a\n  b\"}]",
                "{\n  \"Statement\": [],\n  \"Id\": \"a\n  b\"}",
            ),
        ] {
            assert_eq!(cut(text), policy);
        }
    }

    #[test]
    fn completes_statements_to_a_policy() {
        let statement = "{\n \"Effect\": \"Deny\",\n \"Action\": \"*\"\n}";
        assert_eq!(
            cut(statement),
            "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\n     \"Effect\": \"Deny\",\n     \"Action\": \"*\"\n    }\n  ]\n}"
        );
        assert_eq!(
            cut(&format!("[{statement}]")),
            "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\n   \"Effect\": \"Deny\",\n   \"Action\": \"*\"\n  }]\n}"
        );
    }

    #[test]
    fn lays_out_what_stood_in_a_string() {
        assert_eq!(
            cut(r#"["%7B%22Statement%22%3A[]%7D"]"#),
            "{\n  \"Statement\": []\n}"
        );
        assert_eq!(cut(r#"["{\n\"Statement\":[]}"]"#), "{\n\"Statement\":[]}");
    }
}
