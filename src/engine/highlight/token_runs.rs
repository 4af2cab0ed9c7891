//! The tokens of a tree by class, in order and without a gap.

use super::TokenClass;
use crate::engine::policy;
use crate::engine::syntax::{Token, TokenKind, Tree};
use crate::engine::text::Span;

/// The runs of a tree's tokens, policy variables cut out of their strings.
pub(super) fn class_runs(tree: &Tree) -> Vec<(Span, TokenClass)> {
    let tokens: Vec<Token> = tree.tokens().collect();
    let mut runs = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        let class = class_of(token, || {
            is_key(tokens.get(index + 1..).unwrap_or_default())
        });
        if class == TokenClass::String {
            push_string(&mut runs, token.span, tree.text());
        } else {
            runs.push((token.span, class));
        }
    }
    runs
}

fn class_of(token: &Token, is_key: impl FnOnce() -> bool) -> TokenClass {
    match token.kind {
        TokenKind::OpenBrace
        | TokenKind::CloseBrace
        | TokenKind::OpenBracket
        | TokenKind::CloseBracket
        | TokenKind::Colon
        | TokenKind::Comma => TokenClass::Punctuation,
        TokenKind::String if is_key() => TokenClass::Key,
        TokenKind::String => TokenClass::String,
        TokenKind::Number => TokenClass::Number,
        TokenKind::True | TokenKind::False | TokenKind::Null => TokenClass::Literal,
        TokenKind::Bare => TokenClass::Bare,
        TokenKind::WhiteSpace | TokenKind::ForeignSpace => TokenClass::WhiteSpace,
        TokenKind::Comment | TokenKind::Elision | TokenKind::Surrounding => TokenClass::Comment,
    }
}

/// Whether a colon comes next.
fn is_key(following: &[Token]) -> bool {
    let is_space =
        |token: &&Token| matches!(token.kind, TokenKind::WhiteSpace | TokenKind::ForeignSpace);
    following
        .iter()
        .find(|token| !is_space(token))
        .is_some_and(|token| token.kind == TokenKind::Colon)
}

fn push_string(runs: &mut Vec<(Span, TokenClass)>, span: Span, text: &str) {
    let mut end = span.start;
    for variable in policy::variables(span.text(text)) {
        let variable = Span::new(span.start + variable.start, span.start + variable.end);
        push_run(runs, Span::new(end, variable.start), TokenClass::String);
        push_run(runs, variable, TokenClass::PolicyVariable);
        end = variable.end;
    }
    push_run(runs, Span::new(end, span.end), TokenClass::String);
}

pub(super) fn push_run<T>(runs: &mut Vec<(Span, T)>, span: Span, value: T) {
    if !span.is_empty() {
        runs.push((span, value));
    }
}
