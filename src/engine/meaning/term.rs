//! One test of a condition, with its spelling laid aside.

use std::collections::BTreeSet;

/// An operator, a condition key and the values it is compared with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term {
    /// In lower case, for keys are compared without case.
    pub(super) key: String,
    pub(super) operator: Operator,
    pub(super) values: BTreeSet<String>,
}

/// A condition operator, its name in any case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Operator {
    pub(super) quantifier: Quantifier,
    pub(super) comparison: Comparing,
    /// Whether the values are those that must *not* match.
    pub(super) negated: bool,
    pub(super) if_exists: bool,
}

/// How many values of a key with several have to pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quantifier {
    /// Nothing is said: the key has one value.
    Single,
    All,
    Any,
}

/// How a value of the request is compared with one of the policy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Comparing {
    /// `Null`: only whether the key is there.
    Presence,
    Truth,
    Text,
    TextInAnyCase,
    TextLike,
    Arn,
    Number(Relation),
    Address,
    /// An operator whose values are not looked into.
    Opaque(String),
    /// An operator that AWS does not have.
    Unknown(String),
}

/// How a number relates to that of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Operator {
    /// Reads a member name of `Condition`.
    ///
    /// `Null` looks at nothing but whether the key is there, so a qualifier or `IfExists` changes nothing on it.
    /// `ArnEquals` and `ArnLike` behave alike.
    /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", 2025.
    pub(super) fn read(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let (quantifier, rest) = match name.split_once(':') {
            Some(("forallvalues", rest)) => (Quantifier::All, rest),
            Some(("foranyvalue", rest)) => (Quantifier::Any, rest),
            _ => (Quantifier::Single, name.as_str()),
        };
        let stem = rest.strip_suffix("ifexists");
        let (comparison, negated) = comparing(stem.unwrap_or(rest));
        let is_presence = comparison == Comparing::Presence;
        Self {
            quantifier: if is_presence {
                Quantifier::Single
            } else {
                quantifier
            },
            comparison,
            negated,
            if_exists: stem.is_some() && !is_presence,
        }
    }
}

/// What an operator without qualifier and suffix compares, and whether it is negated.
fn comparing(name: &str) -> (Comparing, bool) {
    let number = |relation| (Comparing::Number(relation), false);
    match name {
        "null" => (Comparing::Presence, false),
        "bool" => (Comparing::Truth, false),
        "stringequals" => (Comparing::Text, false),
        "stringnotequals" => (Comparing::Text, true),
        "stringequalsignorecase" => (Comparing::TextInAnyCase, false),
        "stringnotequalsignorecase" => (Comparing::TextInAnyCase, true),
        "stringlike" => (Comparing::TextLike, false),
        "stringnotlike" => (Comparing::TextLike, true),
        "arnequals" | "arnlike" => (Comparing::Arn, false),
        "arnnotequals" | "arnnotlike" => (Comparing::Arn, true),
        "ipaddress" => (Comparing::Address, false),
        "notipaddress" => (Comparing::Address, true),
        "numericequals" => number(Relation::Equal),
        "numericnotequals" => (Comparing::Number(Relation::Equal), true),
        "numericlessthan" => number(Relation::Less),
        "numericlessthanequals" => number(Relation::LessOrEqual),
        "numericgreaterthan" => number(Relation::Greater),
        "numericgreaterthanequals" => number(Relation::GreaterOrEqual),
        "datenotequals" => (Comparing::Opaque("dateequals".to_owned()), true),
        other if OPAQUE.contains(&other) => (Comparing::Opaque(other.to_owned()), false),
        other => (Comparing::Unknown(other.to_owned()), false),
    }
}

const OPAQUE: [&str; 6] = [
    "binaryequals",
    "dateequals",
    "datelessthan",
    "datelessthanequals",
    "dategreaterthan",
    "dategreaterthanequals",
];

impl Term {
    /// Whether nothing can be said about the test, because AWS has no such operator.
    pub(super) fn is_unknown(&self) -> bool {
        matches!(self.operator.comparison, Comparing::Unknown(_))
    }

    /// Whether the test is passed by a request that does not have the key.
    ///
    /// Source: IAM User Guide, "Condition operators" and "Set operators for multivalued context keys", 2025.
    pub(super) fn holds_without_key(&self) -> bool {
        let Operator {
            quantifier,
            comparison,
            negated,
            if_exists,
        } = &self.operator;
        match (comparison, quantifier) {
            (Comparing::Presence, _) => self.values.contains("true"),
            (_, Quantifier::All) => true,
            (_, Quantifier::Any) => *if_exists,
            (_, Quantifier::Single) => *if_exists || *negated,
        }
    }

    /// Whether the test is passed by a request with one value, given whether one of the policy's values fits it.
    pub(super) fn holds_with(&self, fits: bool) -> bool {
        match self.operator.comparison {
            Comparing::Presence => self.values.contains("false"),
            _ => fits != self.operator.negated,
        }
    }

    /// Whether the test is passed by the values of two requests together, given what it makes of each.
    ///
    /// A test that says nothing about several values is read as one about all of them when `strict`, else about any.
    pub(super) fn joined(&self, one: bool, other: bool, strict: bool) -> bool {
        match self.operator.quantifier {
            Quantifier::Any => one || other,
            Quantifier::Single if !strict => one || other,
            Quantifier::All | Quantifier::Single => one && other,
        }
    }
}

impl Term {
    /// The term with values that are spelled in one way.
    pub(super) fn with_plain_values(mut self) -> Self {
        if matches!(
            self.operator.comparison,
            Comparing::Presence | Comparing::Truth | Comparing::TextInAnyCase
        ) {
            self.values = self
                .values
                .iter()
                .map(|value| value.to_lowercase())
                .collect();
        }
        self
    }
}
