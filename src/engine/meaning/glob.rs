//! Patterns: text with wildcards and policy variables, taken apart into tokens.

use crate::engine::policy::variables;

/// One character of a request, or what stands for many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Symbol {
    Char(char),
    /// The value of a policy variable, whatever it is.
    Variable(u32),
    /// Every character that no pattern in question names.
    Other,
}

/// One part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Token {
    Literal(Symbol),
    /// `?`
    One,
    /// `*`
    Run,
    /// `?` inside a field of an ARN, which ends at a colon.
    OneOfField,
    /// `*` inside a field of an ARN.
    RunOfField,
}

impl Token {
    /// Whether the token can stand for this symbol.
    ///
    /// The value of a variable may have any length and hold colons, so only `*` is sure to take it in.
    pub(super) fn takes(self, symbol: Symbol) -> bool {
        match self {
            Self::Literal(literal) => literal == symbol,
            Self::Run => true,
            Self::One => !matches!(symbol, Symbol::Variable(_)),
            Self::OneOfField | Self::RunOfField => {
                !matches!(symbol, Symbol::Variable(_) | Symbol::Char(':'))
            }
        }
    }

    /// Whether the token can stand for nothing and for more than one symbol.
    pub(super) fn repeats(self) -> bool {
        matches!(self, Self::Run | Self::RunOfField)
    }
}

/// Which characters of a text are wildcards, and how far they reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wildcards {
    /// None: an exact text, which may still hold policy variables.
    None,
    /// `*` and `?` reach over everything.
    Anywhere,
    /// In the first five fields of an ARN a wildcard ends at the colon.
    WithinArnFields,
}

/// A pattern over texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Glob {
    pub(super) tokens: Vec<Token>,
}

/// The policy variables that were met, by number.
#[derive(Debug, Default)]
pub(super) struct Variables(Vec<String>);

impl Variables {
    /// The number of a variable by what stands between its braces; the case of its name does not matter.
    fn number(&mut self, inside: &str) -> u32 {
        let (name, default) = inside.split_at(inside.find(',').unwrap_or(inside.len()));
        let normal = name.trim().to_ascii_lowercase() + default;
        let known = self.0.iter().position(|other| *other == normal);
        let number = known.unwrap_or_else(|| {
            self.0.push(normal);
            self.0.len() - 1
        });
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// The condition key a variable takes its value from, in lower case.
    pub(super) fn key(&self, number: u32) -> &str {
        let inside = usize::try_from(number).ok().and_then(|at| self.0.get(at));
        let inside = inside.map_or("", String::as_str);
        inside.split_once(',').map_or(inside, |(key, _)| key).trim()
    }
}

impl Glob {
    /// A pattern without policy variables.
    pub(super) fn plain(text: &str) -> Self {
        let mut glob = Self { tokens: Vec::new() };
        glob.push(text, Wildcards::Anywhere, &mut 0);
        glob
    }

    /// A text with policy variables, in the language of 2012.
    ///
    /// `${*}`, `${?}` and `${$}` stand for the character itself.
    /// Source: IAM User Guide, "IAM policy elements: Variables and tags", 2025.
    pub(super) fn new(text: &str, wildcards: Wildcards, known: &mut Variables) -> Self {
        let mut glob = Self { tokens: Vec::new() };
        let (mut from, mut colons) = (0, 0);
        for range in variables(text) {
            glob.push(
                text.get(from..range.start).unwrap_or_default(),
                wildcards,
                &mut colons,
            );
            let inside = text.get(range.start + 2..range.end - 1).unwrap_or_default();
            glob.tokens.push(Token::Literal(match inside {
                "*" => Symbol::Char('*'),
                "?" => Symbol::Char('?'),
                "$" => Symbol::Char('$'),
                name => Symbol::Variable(known.number(name)),
            }));
            from = range.end;
        }
        glob.push(text.get(from..).unwrap_or_default(), wildcards, &mut colons);
        glob
    }

    fn push(&mut self, text: &str, wildcards: Wildcards, colons: &mut usize) {
        for character in text.chars() {
            *colons += usize::from(character == ':');
            let in_field = wildcards == Wildcards::WithinArnFields && *colons < LAST_FIELD;
            self.tokens.push(match character {
                '*' | '?' if wildcards == Wildcards::None => {
                    Token::Literal(Symbol::Char(character))
                }
                '*' if in_field => Token::RunOfField,
                '?' if in_field => Token::OneOfField,
                '*' => Token::Run,
                '?' => Token::One,
                _ => Token::Literal(Symbol::Char(character)),
            });
        }
    }

    /// The variables in it, one number for each place.
    pub(super) fn variables(&self) -> impl Iterator<Item = u32> {
        self.tokens.iter().filter_map(|token| match token {
            Token::Literal(Symbol::Variable(number)) => Some(*number),
            _ => None,
        })
    }

    /// The pattern with `*` for each variable: everything it may match, whatever the values are.
    pub(super) fn with_any_values(&self) -> Self {
        let widened = self.tokens.iter().map(|token| match token {
            Token::Literal(Symbol::Variable(_)) => Token::Run,
            other => *other,
        });
        Self {
            tokens: widened.collect(),
        }
    }

    /// Whether the pattern matches the text, which holds no variables.
    pub(super) fn matches(&self, text: &str) -> bool {
        let mut reached = vec![false; self.tokens.len() + 1];
        if let Some(first) = reached.first_mut() {
            *first = true;
        }
        self.pass_over_runs(&mut reached);
        for character in text.chars() {
            reached = self.step(&reached, Symbol::Char(character));
        }
        reached.last().copied().unwrap_or(false)
    }

    fn step(&self, reached: &[bool], symbol: Symbol) -> Vec<bool> {
        let mut next = vec![false; reached.len()];
        for ((at, token), is_reached) in self.tokens.iter().enumerate().zip(reached) {
            let target = if token.repeats() { at } else { at + 1 };
            if let Some(place) = next.get_mut(target) {
                *place |= *is_reached && token.takes(symbol);
            }
        }
        self.pass_over_runs(&mut next);
        next
    }

    fn pass_over_runs(&self, reached: &mut [bool]) {
        let mut before = false;
        for (at, token) in self.tokens.iter().enumerate() {
            let here = reached.get(at) == Some(&true) || before;
            if let Some(place) = reached.get_mut(at) {
                *place = here;
            }
            before = here && token.repeats();
        }
        if let Some(last) = reached.last_mut() {
            *last |= before;
        }
    }
}

/// The sixth field of an ARN begins after five colons.
const LAST_FIELD: usize = 5;

/// Whether a text has the fields of an ARN, or is a lone `*`.
pub(super) fn has_arn_fields(text: &str) -> bool {
    text == "*" || text.bytes().filter(|byte| *byte == b':').count() >= LAST_FIELD
}
