//! The condition operators that AWS knows, with what each compares and how.

/// What an operator takes the values for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperatorFamily {
    /// Text.
    String,
    /// Numbers.
    Numeric,
    /// Points in time.
    Date,
    /// `true` or `false`.
    Bool,
    /// Bytes, written as Base64.
    Binary,
    /// Ranges of IP addresses.
    IpAddress,
    /// Amazon Resource Names, which may hold wildcards.
    Arn,
    /// Whether the key is missing from the request: `true` or `false`.
    Null,
}

/// How an operator compares; a negated one has the relation of its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same value.
    Equals,
    /// The same text, the case of letters aside.
    EqualsIgnoreCase,
    /// A text that the pattern matches.
    Like,
    /// A smaller number or an earlier time.
    LessThan,
    /// No greater number, no later time.
    LessThanEquals,
    /// A greater number or a later time.
    GreaterThan,
    /// No smaller number, no earlier time.
    GreaterThanEquals,
    /// An address in the range.
    Within,
    /// A key that is missing.
    Missing,
}

/// A condition operator of AWS, without a set operator in front and `IfExists` at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownOperator {
    /// The name as AWS writes it.
    pub name: &'static str,
    /// What it compares.
    pub family: OperatorFamily,
    /// How it compares.
    pub relation: Relation,
    /// Whether it holds where the relation does not.
    pub negated: bool,
}

impl KnownOperator {
    /// The operator of exactly this name: IAM refuses `stringEquals` as an invalid condition type.
    ///
    /// Source: IAM's answer to CreateRole as published in November 2024.
    pub fn from_name(name: &str) -> Option<&'static Self> {
        OPERATORS.iter().find(|operator| operator.name == name)
    }

    /// The operator that holds exactly where this one does not; `None` where AWS has none.
    pub fn opposite(&self) -> Option<&'static Self> {
        self.variant(self.relation, !self.negated)
    }

    /// The operator that reads the same values as patterns, or as they stand; `None` where AWS has none.
    pub fn with_relation(&self, relation: Relation) -> Option<&'static Self> {
        self.variant(relation, self.negated)
    }

    fn variant(&self, relation: Relation, negated: bool) -> Option<&'static Self> {
        OPERATORS.iter().find(|other| {
            (other.family, other.relation, other.negated) == (self.family, relation, negated)
        })
    }
}

/// Every operator, by family.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", 2025.
pub static OPERATORS: &[KnownOperator] = {
    use OperatorFamily::{Arn, Binary, Bool, Date, IpAddress, Null, Numeric, String};
    use Relation::*;
    &[
        holds("StringEquals", String, Equals),
        fails("StringNotEquals", String, Equals),
        holds("StringEqualsIgnoreCase", String, EqualsIgnoreCase),
        fails("StringNotEqualsIgnoreCase", String, EqualsIgnoreCase),
        holds("StringLike", String, Like),
        fails("StringNotLike", String, Like),
        holds("NumericEquals", Numeric, Equals),
        fails("NumericNotEquals", Numeric, Equals),
        holds("NumericLessThan", Numeric, LessThan),
        holds("NumericLessThanEquals", Numeric, LessThanEquals),
        holds("NumericGreaterThan", Numeric, GreaterThan),
        holds("NumericGreaterThanEquals", Numeric, GreaterThanEquals),
        holds("DateEquals", Date, Equals),
        fails("DateNotEquals", Date, Equals),
        holds("DateLessThan", Date, LessThan),
        holds("DateLessThanEquals", Date, LessThanEquals),
        holds("DateGreaterThan", Date, GreaterThan),
        holds("DateGreaterThanEquals", Date, GreaterThanEquals),
        holds("Bool", Bool, Equals),
        holds("BinaryEquals", Binary, Equals),
        holds("IpAddress", IpAddress, Within),
        fails("NotIpAddress", IpAddress, Within),
        holds("ArnEquals", Arn, Equals),
        fails("ArnNotEquals", Arn, Equals),
        holds("ArnLike", Arn, Like),
        fails("ArnNotLike", Arn, Like),
        holds("Null", Null, Missing),
    ]
};

const fn holds(name: &'static str, family: OperatorFamily, relation: Relation) -> KnownOperator {
    KnownOperator {
        name,
        family,
        relation,
        negated: false,
    }
}

const fn fails(name: &'static str, family: OperatorFamily, relation: Relation) -> KnownOperator {
    KnownOperator {
        name,
        family,
        relation,
        negated: true,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn finds_operators_by_their_exact_names() {
        for operator in OPERATORS {
            assert_eq!(KnownOperator::from_name(operator.name), Some(operator));
        }
        for name in [
            "",
            "String",
            "stringEquals",
            "StringMatch",
            "BinaryNotEquals",
        ] {
            assert_eq!(KnownOperator::from_name(name), None, "{name}");
        }
    }

    #[test]
    fn knows_opposites_and_the_operators_for_patterns() {
        let name = |operator: Option<&'static KnownOperator>| operator.map(|one| one.name);
        for (from, opposite, like) in [
            ("StringEquals", Some("StringNotEquals"), Some("StringLike")),
            ("StringNotLike", Some("StringLike"), Some("StringNotLike")),
            ("ArnEquals", Some("ArnNotEquals"), Some("ArnLike")),
            ("IpAddress", Some("NotIpAddress"), None),
            ("NumericLessThan", None, None),
            ("Null", None, None),
        ] {
            let operator = KnownOperator::from_name(from).unwrap();
            assert_eq!(name(operator.opposite()), opposite, "{from}");
            assert_eq!(name(operator.with_relation(Relation::Like)), like, "{from}");
        }
    }
}
