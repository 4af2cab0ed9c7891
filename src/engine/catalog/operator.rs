//! The condition operators: a table, because no source lists them.

/// What kind of values an operator compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperatorFamily {
    /// Text.
    String,
    /// Numbers.
    Numeric,
    /// Moments.
    Date,
    /// `true` and `false`.
    Bool,
    /// Bytes in Base64.
    Binary,
    /// IP addresses and ranges.
    IpAddress,
    /// ARNs, field by field.
    Arn,
    /// None: only whether the key is there.
    Null,
}

/// A condition operator without a set operator in front of it and without `IfExists` behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    /// Its name in AWS's spelling.
    pub name: &'static str,
    /// What it compares.
    pub family: OperatorFamily,
    /// Whether it holds where the comparison fails: `StringNotLike`.
    pub negated: bool,
    /// Whether `*` and `?` in its values are wildcards.
    pub wildcards: bool,
}

impl Operator {
    const fn new(name: &'static str, family: OperatorFamily) -> Self {
        Self {
            name,
            family,
            negated: false,
            wildcards: false,
        }
    }

    const fn negated(self) -> Self {
        Self {
            negated: true,
            ..self
        }
    }

    const fn with_wildcards(self) -> Self {
        Self {
            wildcards: true,
            ..self
        }
    }
}

use OperatorFamily::{Arn, Binary, Bool, Date, IpAddress, Null, Numeric, String};

/// Every condition operator, family by family.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", 2026.
/// `ArnEquals` does what `ArnLike` does, `ArnNotEquals` what `ArnNotLike` does.
pub const OPERATORS: &[Operator] = &[
    Operator::new("StringEquals", String),
    Operator::new("StringNotEquals", String).negated(),
    Operator::new("StringEqualsIgnoreCase", String),
    Operator::new("StringNotEqualsIgnoreCase", String).negated(),
    Operator::new("StringLike", String).with_wildcards(),
    Operator::new("StringNotLike", String)
        .with_wildcards()
        .negated(),
    Operator::new("NumericEquals", Numeric),
    Operator::new("NumericNotEquals", Numeric).negated(),
    Operator::new("NumericLessThan", Numeric),
    Operator::new("NumericLessThanEquals", Numeric),
    Operator::new("NumericGreaterThan", Numeric),
    Operator::new("NumericGreaterThanEquals", Numeric),
    Operator::new("DateEquals", Date),
    Operator::new("DateNotEquals", Date).negated(),
    Operator::new("DateLessThan", Date),
    Operator::new("DateLessThanEquals", Date),
    Operator::new("DateGreaterThan", Date),
    Operator::new("DateGreaterThanEquals", Date),
    Operator::new("Bool", Bool),
    Operator::new("BinaryEquals", Binary),
    Operator::new("IpAddress", IpAddress),
    Operator::new("NotIpAddress", IpAddress).negated(),
    Operator::new("ArnEquals", Arn).with_wildcards(),
    Operator::new("ArnLike", Arn).with_wildcards(),
    Operator::new("ArnNotEquals", Arn)
        .with_wildcards()
        .negated(),
    Operator::new("ArnNotLike", Arn).with_wildcards().negated(),
    Operator::new("Null", Null),
];

/// The operator of a name, compared without case.
pub fn operator(name: &str) -> Option<&'static Operator> {
    OPERATORS
        .iter()
        .find(|operator| operator.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn finds_operators_without_case() {
        assert_eq!(operator("stringlike").unwrap().name, "StringLike");
        assert_eq!(operator("StringMatches"), None);
    }

    #[test]
    fn an_operator_is_negated_exactly_where_its_name_says_not() {
        for operator in OPERATORS {
            assert_eq!(
                operator.negated,
                operator.name.contains("Not"),
                "{operator:?}"
            );
        }
    }
}
