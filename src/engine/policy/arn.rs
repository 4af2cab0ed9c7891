//! The six fields of an Amazon Resource Name.

use std::ops::Range;

use super::variable::variables;
use crate::engine::syntax::{NodeId, Tree};
use crate::engine::text::Span;

/// The number of fields of a whole ARN.
///
/// Source: IAM User Guide, "Identify AWS resources with Amazon Resource Names", 2025.
pub const FIELD_COUNT: usize = 6;

/// One field of an ARN, in the order they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArnField {
    /// The word `arn`.
    Prefix,
    /// `aws`, `aws-cn`, …
    Partition,
    /// The service prefix, such as `s3`.
    Service,
    /// The Region; empty for global services.
    Region,
    /// The account ID; empty where the service leaves it out.
    Account,
    /// Everything after the fifth colon.
    Resource,
}

/// A decoded string cut at its first five colons.
///
/// A colon inside a policy variable such as `${aws:username}` does not separate fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arn<'a> {
    text: &'a str,
    fields: Vec<Range<usize>>,
}

impl<'a> Arn<'a> {
    /// Cuts any text; one that is no ARN has fewer than [`FIELD_COUNT`] fields or another prefix.
    pub fn cut(text: &'a str) -> Self {
        let mut fields = Vec::with_capacity(FIELD_COUNT);
        let mut start = 0;
        for colon in separators(text).take(FIELD_COUNT - 1) {
            fields.push(start..colon);
            start = colon + 1;
        }
        fields.push(start..text.len());
        Self { text, fields }
    }

    /// How many fields there are, from 1 to [`FIELD_COUNT`].
    pub fn field_count(&self) -> usize {
        self.fields.len()
    }

    /// The byte range of a field in the decoded text; `None` where the text ends before it.
    pub fn range(&self, field: ArnField) -> Option<Range<usize>> {
        self.fields.get(field as usize).cloned()
    }

    /// The text of a field; `None` where the text ends before it.
    pub fn field(&self, field: ArnField) -> Option<&'a str> {
        self.text.get(self.range(field)?)
    }

    /// Where a field stands in the text of `tree`, for an ARN that is the value of the string `node`.
    pub fn field_span(&self, tree: &Tree, node: NodeId, field: ArnField) -> Option<Span> {
        tree.decoded_range_to_span(node, self.range(field)?)
    }
}

/// The places of the colons outside policy variables.
fn separators(text: &str) -> impl Iterator<Item = usize> {
    let mut variables = variables(text).into_iter().peekable();
    let colons = text.match_indices(':').map(|(at, _)| at);
    colons.filter(move |at| {
        while variables.next_if(|variable| variable.end <= *at).is_some() {}
        variables
            .peek()
            .is_none_or(|variable| !variable.contains(at))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    #[test]
    fn cuts_at_the_first_five_colons() {
        let table: [(&str, &[&str]); 5] = [
            (
                "arn:aws:s3:::bucket/*",
                &["arn", "aws", "s3", "", "", "bucket/*"],
            ),
            (
                "arn:aws:logs:*:1:log-group:a:*",
                &["arn", "aws", "logs", "*", "1", "log-group:a:*"],
            ),
            (
                "arn:aws:iam::${aws:PrincipalAccount}:role/x",
                &["arn", "aws", "iam", "", "${aws:PrincipalAccount}", "role/x"],
            ),
            ("*", &["*"]),
            ("", &[""]),
        ];
        for (text, expected) in table {
            let arn = Arn::cut(text);
            let fields: Vec<&str> = arn
                .fields
                .iter()
                .map(|range| &text[range.clone()])
                .collect();
            assert_eq!(fields, expected, "{text}");
        }
    }

    #[test]
    fn finds_a_field_in_a_text_with_escapes() {
        let tree = parse(r#""arn:aws\u003as3:::b\/*""#);
        let root = tree.root().unwrap();
        let text = tree.string(root).unwrap();
        let arn = Arn::cut(&text);
        let span = |field| {
            arn.field_span(&tree, root, field)
                .unwrap()
                .text(tree.text())
        };
        assert_eq!(
            (span(ArnField::Service), span(ArnField::Resource)),
            ("s3", r"b\/*")
        );
    }

    #[test]
    fn a_missing_field_is_none_and_an_empty_one_is_not() {
        let arn = Arn::cut("arn:aws:s3::");
        assert_eq!(arn.field(ArnField::Account), Some(""));
        assert_eq!(arn.field(ArnField::Resource), None);
    }
}
