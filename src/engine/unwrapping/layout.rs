//! Sets JSON on several lines, with the places of its texts kept.

use super::excerpt::Excerpt;
use crate::engine::syntax::{TokenKind, parse};
use crate::engine::text::{Edit, Edits};

/// The deepest level that gets an indent of its own: without a limit, a deep nest would grow with its square.
const MOST_LEVELS: usize = 32;

/// A JSON text without white space, indented by two blanks a level; empty objects and lists stay on their line.
pub(super) fn laid_out(json: &Excerpt) -> Excerpt {
    let tree = parse(json.text());
    let tokens: Vec<_> = tree.tokens().collect();
    let mut edits = Vec::new();
    let mut level = 0usize;
    for (at, token) in tokens.iter().enumerate() {
        let before = at
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .map(|token| token.kind);
        let after_open = matches!(before, Some(TokenKind::OpenBrace | TokenKind::OpenBracket));
        let closes = matches!(token.kind, TokenKind::CloseBrace | TokenKind::CloseBracket);
        level = level.saturating_sub(usize::from(closes));
        let begins_line = (after_open != closes) || before == Some(TokenKind::Comma);
        if begins_line && at > 0 {
            edits.push(Edit::insert(
                token.span.start,
                format!("\n{}", "  ".repeat(level.min(MOST_LEVELS))),
            ));
        }
        if before == Some(TokenKind::Colon) {
            edits.push(Edit::insert(token.span.start, " "));
        }
        level += usize::from(matches!(
            token.kind,
            TokenKind::OpenBrace | TokenKind::OpenBracket
        ));
    }
    json.edited(&Edits::new(edits).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_each_item_on_its_line() {
        let json = Excerpt::whole(r#"{"a":[1,{"b":"c"}],"d":{},"e":[]}"#);
        let expected = "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"c\"\n    }\n  ],\n  \"d\": {},\n  \"e\": []\n}";
        assert_eq!(laid_out(&json).text(), expected);
    }
}
