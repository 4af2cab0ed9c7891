//! What has to hold, in words.

mod subjects;

use super::principals::LONGEST_NAME;
use crate::engine::meaning::{Condition, Grant};
use crate::engine::policy::{
    ConditionOperator, Element, KnownOperator, OperatorFamily, Policy, Qualifier, Relation,
};
use crate::engine::syntax::NodeKind;
use crate::engine::text::{joined, quoted, quoted_within};
use subjects::{Truth, subject, truth};

/// The most values that are named.
const MOST_VALUES: usize = 4;

/// The most conditions of one statement that are put into words.
const MOST_CONDITIONS: usize = 12;

/// The places of the statements with a condition that is there and says nothing that can be read, ascending.
pub(super) fn unreadable_conditions(policy: &Policy) -> Vec<usize> {
    let tree = policy.tree();
    let statements = policy.statements().iter().enumerate();
    let unreadable = statements.filter(|(_, statement)| {
        let member = statement.element(Element::Condition);
        let is_empty =
            |value| tree.kind(value) == NodeKind::Object && tree.members(value).next().is_none();
        member.is_some_and(|member| !is_empty(member.value)) && statement.tests().next().is_none()
    });
    unreadable.map(|(place, _)| place).collect()
}

/// The conditions of a statement in words, each to follow "only if"; all of them have to hold.
pub(super) fn limits(grant: &Grant, unreadable: &[usize]) -> Vec<String> {
    let mut places = grant.statements.iter();
    if places.any(|place| unreadable.binary_search(place).is_ok()) {
        return vec!["a condition holds that cannot be read".into()];
    }
    let more = grant.conditions.len().saturating_sub(MOST_CONDITIONS);
    let named = grant.conditions.iter().take(MOST_CONDITIONS).map(words);
    let rest = (more > 0).then(|| format!("{more} more conditions hold"));
    named.chain(rest).collect()
}

/// One condition in words, to follow "only if".
pub fn words(condition: &Condition) -> String {
    let operator = ConditionOperator::new(&condition.operator);
    let Some(known) = KnownOperator::from_name(operator.name) else {
        let values = values(condition, "or");
        let (operator, key) = (quoted(&condition.operator), quoted(&condition.key));
        return format!("{operator} holds of {key} and {values}");
    };
    let is_missing_enough = operator.if_exists && known.family != OperatorFamily::Null;
    let sentence =
        of_truth(condition, known).unwrap_or_else(|| compared(condition, &operator, known));
    match is_missing_enough {
        true => format!("{sentence}, or the request does not say"),
        false => sentence,
    }
}

/// The sentence for a key that is true or false; `None` for any other test.
fn of_truth(condition: &Condition, known: &KnownOperator) -> Option<String> {
    let [value] = condition.values.as_slice() else {
        return None;
    };
    let is_true = value.eq_ignore_ascii_case("true");
    if !is_true && !value.eq_ignore_ascii_case("false") {
        return None;
    }
    match known.family {
        OperatorFamily::Bool => Some(match truth(&condition.key) {
            Some(Truth { holds, fails }) => if is_true { holds } else { fails }.to_owned(),
            None => format!(
                "{} is {}",
                quoted(&condition.key),
                value.to_ascii_lowercase()
            ),
        }),
        OperatorFamily::Null => {
            let subject = subject(&condition.key);
            let given = if is_true { "is not given" } else { "is given" };
            Some(format!("{subject} {given}"))
        }
        _ => None,
    }
}

fn compared(condition: &Condition, operator: &ConditionOperator, known: &KnownOperator) -> String {
    let subject = match operator.qualifier {
        None => subject(&condition.key),
        Some(Qualifier::ForAllValues) => format!("each of {}", subject(&condition.key)),
        Some(Qualifier::ForAnyValue) => format!("one of {}", subject(&condition.key)),
    };
    if condition.values.is_empty() {
        let relation = if known.negated {
            "is anything"
        } else {
            "is one of none"
        };
        return format!("{subject} {relation}");
    }
    let word = if known.negated { "nor" } else { "or" };
    let values = values(condition, word);
    let relation = match (known.negated, condition.values.len()) {
        (false, _) => relation(known),
        (true, 1) => not(known),
        (true, _) => neither(known),
    };
    format!("{subject} {relation} {values}")
}

fn relation(known: &KnownOperator) -> &'static str {
    use OperatorFamily::Date;
    match (known.relation, known.family) {
        (Relation::Equals | Relation::EqualsIgnoreCase | Relation::Missing, _) => "is",
        (Relation::Like, _) => "is like",
        (Relation::LessThan, Date) => "is before",
        (Relation::LessThanEquals, Date) => "is no later than",
        (Relation::GreaterThan, Date) => "is after",
        (Relation::GreaterThanEquals, Date) => "is no earlier than",
        (Relation::LessThan, _) => "is below",
        (Relation::LessThanEquals, _) => "is at most",
        (Relation::GreaterThan, _) => "is above",
        (Relation::GreaterThanEquals, _) => "is at least",
        (Relation::Within, _) => "is in",
    }
}

fn not(known: &KnownOperator) -> &'static str {
    match known.relation {
        Relation::Like => "is not like",
        Relation::Within => "is not in",
        _ => "is not",
    }
}

fn neither(known: &KnownOperator) -> &'static str {
    match known.relation {
        Relation::Like => "is neither like",
        Relation::Within => "is neither in",
        _ => "is neither",
    }
}

fn values(condition: &Condition, word: &str) -> String {
    let more = condition.values.len().saturating_sub(MOST_VALUES);
    let named = condition.values.iter().take(MOST_VALUES);
    let named = named.map(|value| match value.as_str() {
        "" => "an empty text".into(),
        _ => quoted_within(value, LONGEST_NAME),
    });
    joined(named.collect(), more, word)
}
