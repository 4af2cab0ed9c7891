//! The types of condition keys, which the reference knows, beside the operators and values of a policy.

use super::type_mismatch_boolean::is_boolean;
use super::{type_mismatch_date, type_mismatch_number};
use crate::engine::catalog::{self, ValueType};
use crate::engine::policy::{Arn, FIELD_COUNT, IpRange, KnownOperator, OperatorFamily, is_date};

/// What the operator compares, in the reference's terms.
pub(super) fn family_of(operator: &KnownOperator) -> catalog::OperatorFamily {
    match operator.family {
        OperatorFamily::String => catalog::OperatorFamily::String,
        OperatorFamily::Numeric => catalog::OperatorFamily::Numeric,
        OperatorFamily::Date => catalog::OperatorFamily::Date,
        OperatorFamily::Bool => catalog::OperatorFamily::Bool,
        OperatorFamily::Binary => catalog::OperatorFamily::Binary,
        OperatorFamily::IpAddress => catalog::OperatorFamily::IpAddress,
        OperatorFamily::Arn => catalog::OperatorFamily::Arn,
        OperatorFamily::Null => catalog::OperatorFamily::Null,
    }
}

/// The family of operators that is made for values of the type.
pub(super) fn family_for(value_type: ValueType) -> OperatorFamily {
    match value_type {
        ValueType::String => OperatorFamily::String,
        ValueType::Arn => OperatorFamily::Arn,
        ValueType::Bool => OperatorFamily::Bool,
        ValueType::Numeric => OperatorFamily::Numeric,
        ValueType::Date | ValueType::EpochSeconds => OperatorFamily::Date,
        ValueType::IpAddress => OperatorFamily::IpAddress,
    }
}

/// Whether the text is a value that operators of the type's family can compare.
pub(super) fn is_value(value_type: ValueType, text: &str) -> bool {
    match value_type {
        ValueType::String => true,
        ValueType::Arn => Arn::cut(text).field_count() == FIELD_COUNT,
        ValueType::Bool => is_boolean(text),
        ValueType::Numeric => type_mismatch_number::is_number(text),
        ValueType::Date | ValueType::EpochSeconds => {
            is_date(text) || type_mismatch_date::is_number(text)
        }
        ValueType::IpAddress => IpRange::parse(text).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operators_made_for_a_type_fit_it() {
        for operator in crate::engine::policy::OPERATORS {
            for value_type in [
                ValueType::String,
                ValueType::Arn,
                ValueType::Bool,
                ValueType::Numeric,
                ValueType::Date,
                ValueType::EpochSeconds,
                ValueType::IpAddress,
            ] {
                if operator.family == family_for(value_type) {
                    assert!(
                        value_type.fits(family_of(operator)),
                        "{operator:?} {value_type:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn knows_the_values_of_each_type() {
        for (value_type, good, bad) in [
            (ValueType::Arn, "arn:aws:iam::111122223333:role/a", "role/a"),
            (ValueType::Bool, "true", "yes"),
            (ValueType::Numeric, "0.5", "many"),
            (ValueType::Date, "2027-01-01", "tomorrow"),
            (ValueType::EpochSeconds, "1790000000", "-"),
            (ValueType::IpAddress, "203.0.113.0/24", "203.0.113"),
        ] {
            assert!(
                is_value(value_type, good) && !is_value(value_type, bad),
                "{value_type:?}"
            );
            assert!(is_value(ValueType::String, bad));
        }
    }
}
