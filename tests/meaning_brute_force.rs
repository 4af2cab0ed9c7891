//! Holds the comparison of policies to a world so small that every request in it can be tried.

#[path = "meaning_brute_force/evaluator.rs"]
mod evaluator;
#[path = "meaning_brute_force/generator.rs"]
mod generator;
#[path = "meaning_brute_force/world.rs"]
mod world;

use evaluator::Unsettled;
use generator::{Kind, Numbers, other, policy};
use iam_policy_editor::engine::meaning::{
    AccessEffect, ActionUniverse, Answer, Comparison, Condition, Difference, Effect, Grant, Names,
    Original, Part, Permissions, compare, covers, difference, effect_of, equal, grants,
};
use iam_policy_editor::engine::policy::Policy;
use iam_policy_editor::engine::syntax::parse;
use iam_policy_editor::engine::text::{Edit, Edits, Span};
use serde_json::{Value, json};
use std::ops::Range;
use std::sync::Arc;
use world::{World, action_names};

/// How many pairs of policies are tried of each kind.
const PAIRS: usize = 500;

/// Which of two policies allow a request, and which further statements match it.
struct Fate {
    before: bool,
    after: bool,
    further: u32,
}

/// What becomes of every request of the world; the further statements have a bit each, from the lowest.
fn fates(
    world: &World,
    [before, after]: [&Value; 2],
    further: &[Value],
    unsettled: Unsettled,
) -> Vec<Fate> {
    let (first, second) = (statements(before), statements(after));
    let all: Vec<&Value> = first.iter().chain(second).chain(further).collect();
    let allowed = |matched: u32, of: Range<usize>| {
        let effects = of
            .filter(|at| matched >> at & 1 == 1)
            .map(|at| &all[at]["Effect"]);
        let effects: Vec<&Value> = effects.collect();
        !effects.is_empty() && effects.iter().all(|effect| *effect == "Allow")
    };
    let policies = first.len() + second.len();
    let fate = |matched| Fate {
        before: allowed(matched, 0..first.len()),
        after: allowed(matched, first.len()..policies),
        further: matched.checked_shr(policies as u32).unwrap_or(0) & ((1 << further.len()) - 1),
    };
    let requests = world.sort(&all, unsettled).requests();
    requests.into_iter().map(fate).collect()
}

fn statements(policy: &Value) -> &Vec<Value> {
    policy["Statement"].as_array().unwrap()
}

fn permissions(policy: &Value) -> Permissions {
    Permissions::read(&parse(&policy.to_string()))
}

fn contradicts(answer: Answer, truth: bool) -> bool {
    match answer {
        Answer::Yes => !truth,
        Answer::No => truth,
        Answer::Unknown => false,
    }
}

/// Compares pairs of policies and tries every request; gives the share of answers that are not known, in percent.
fn unknown_share(name: &str, kind: Kind, world: &World, universe: Option<&ActionUniverse>) -> f64 {
    let mut numbers = Numbers(7);
    let mut unknown = 0;
    for _ in 0..PAIRS {
        let before = policy(&mut numbers, kind);
        let after = other(&mut numbers, &before, kind);
        let story = format!("{before}\n{after}");
        let (first, second) = (permissions(&before), permissions(&after));
        let comparison = compare(&first, &second, universe);
        let parts = Parts::new(difference(&first, &second, universe).unwrap());
        let comparisons = [comparison, edited(&before, &after)];
        for unsettled in settlements(kind) {
            let fates = fates(world, [&before, &after], &parts.statements, unsettled);
            let more = fates.iter().any(|fate| fate.after && !fate.before);
            let less = fates.iter().any(|fate| fate.before && !fate.after);
            for comparison in comparisons {
                assert!(
                    !contradicts(comparison.more, more) && !contradicts(comparison.less, less),
                    "{comparison:?}, but more: {more}, less: {less}, {unsettled:?}\n{story}"
                );
            }
            parts.hold(&fates, &story);
            hold_grants(world, &before, universe, unsettled);
        }
        if universe.is_none() {
            hold_other_questions(&before, &after, comparison);
        }
        unknown += usize::from(comparison.effect() == AccessEffect::Unknown);
    }
    let share = unknown as f64 * 100.0 / PAIRS as f64;
    println!("{name}: {share:.1} % of {PAIRS} comparisons cannot be told");
    share
}

fn settlements(kind: Kind) -> Vec<Unsettled> {
    let either: &[bool] = if kind.principals {
        &[false, true]
    } else {
        &[false]
    };
    let pairs = either
        .iter()
        .flat_map(|one| either.iter().map(move |other| (*one, *other)));
    let settlement = |(everybody_has_services, accounts_have_roles)| Unsettled {
        everybody_has_services,
        accounts_have_roles,
    };
    pairs.map(settlement).collect()
}

/// A difference as statements, so that requests can be tried on it.
struct Parts {
    difference: Difference,
    /// What is less, then what is more.
    statements: Vec<Value>,
}

impl Parts {
    fn new(difference: Difference) -> Self {
        let parts = difference.less.iter().chain(&difference.more);
        let statement = |part: &Part| {
            let names = [&part.actions, &part.resources, &part.principals];
            statement("Allow", names, &part.conditions)
        };
        Self {
            statements: parts.map(statement).collect(),
            difference,
        }
    }

    /// Every request that differs is in a part, and there is one in every part that is certain.
    fn hold(&self, fates: &[Fate], story: &str) {
        let less = self.difference.less.len();
        let differs =
            |fate: &Fate, is_less: bool| fate.before != fate.after && fate.before == is_less;
        for fate in fates {
            let lost = fate.further & ((1 << less) - 1);
            let won = fate.further >> less;
            assert!(
                !differs(fate, true) || lost != 0,
                "{:#?}\n{story}",
                self.difference
            );
            assert!(
                !differs(fate, false) || won != 0,
                "{:#?}\n{story}",
                self.difference
            );
        }
        let parts = self.difference.less.iter().chain(&self.difference.more);
        for (at, part) in parts.enumerate().filter(|(_, part)| part.certain) {
            let mut fates = fates.iter().filter(|fate| fate.further >> at & 1 == 1);
            assert!(
                fates.any(|fate| differs(fate, at < less)),
                "{part:#?}\n{story}"
            );
        }
    }
}

/// The grants of a policy, written as a policy, allow what it allows.
fn hold_grants(
    world: &World,
    policy: &Value,
    universe: Option<&ActionUniverse>,
    unsettled: Unsettled,
) {
    let grants = grants(&permissions(policy), universe);
    let of_grant = |grant: &Grant| {
        let effect = if grant.effect == Effect::Allow {
            "Allow"
        } else {
            "Deny"
        };
        let names = [&grant.actions, &grant.resources, &grant.principals];
        statement(effect, names, &grant.conditions)
    };
    let statements: Vec<Value> = grants.iter().map(of_grant).collect();
    let rewritten = json!({"Version": "2012-10-17", "Statement": statements});
    for fate in fates(world, [policy, &rewritten], &[], unsettled) {
        assert_eq!(
            fate.before, fate.after,
            "{policy}\n{rewritten}\n{unsettled:?}"
        );
    }
}

fn statement(effect: &str, names: [&Option<Names>; 3], conditions: &[Condition]) -> Value {
    let mut statement = json!({"Effect": effect});
    for (name, names) in ["Action", "Resource", "Principal"].iter().zip(names) {
        let Some(names) = names else {
            continue;
        };
        let name = if names.except {
            format!("Not{name}")
        } else {
            name.to_string()
        };
        statement[&name] = json!({});
        for entry in &names.entries {
            match entry
                .normal
                .split_once(':')
                .filter(|_| name.ends_with("Principal"))
            {
                Some((type_name, principal)) => push(&mut statement[&name][type_name], principal),
                None => push(&mut statement[&name], &entry.written),
            }
        }
        if names.entries.is_empty() && !name.ends_with("Principal") {
            statement[&name] = json!([]);
        }
    }
    for condition in conditions {
        statement["Condition"][&condition.operator][&condition.key] = json!(condition.values);
    }
    statement
}

fn push(list: &mut Value, text: &str) {
    if !list.is_array() {
        *list = json!([]);
    }
    list.as_array_mut().unwrap().push(json!(text));
}

/// How a policy compares with itself after edits that make the other one of it, statement by statement.
fn edited(before: &Value, after: &Value) -> Comparison {
    let tree = parse(&before.to_string());
    let policy = Policy::new(&tree);
    let spans = policy.statements().iter().map(|one| tree.span(one.node));
    let spans: Vec<Span> = spans.collect();
    let (first, second) = (statements(before), statements(after));
    let shared = first.len().min(second.len());
    let replaced = (0..shared)
        .filter(|at| first[*at] != second[*at])
        .map(|at| Edit::replace(spans[at], second[at].to_string()));
    let from = |at: usize| match at.checked_sub(1) {
        Some(previous) => spans[previous].end,
        None => spans[at].start,
    };
    let removed = (shared..first.len()).map(|at| Edit::delete(Span::new(from(at), spans[at].end)));
    let end = spans.last().unwrap().end;
    let added = second[shared..]
        .iter()
        .map(|statement| Edit::insert(end, format!(", {statement}")));
    let edits = Edits::new(replaced.chain(removed).chain(added).collect()).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&edits.apply(tree.text()).unwrap()).unwrap(),
        *after
    );
    Original::new(Arc::new(tree.clone()))
        .changed(&edits)
        .unwrap()
}

/// The other ways to ask say the same.
fn hold_other_questions(before: &Value, after: &Value, comparison: Comparison) {
    let (first, second) = (permissions(before), permissions(after));
    let story = format!("{before}\n{after}");
    let back = compare(&second, &first, None);
    assert_eq!(
        (back.more, back.less),
        (comparison.less, comparison.more),
        "{story}"
    );
    let effect = effect_of(&parse(&before.to_string()), &parse(&after.to_string()));
    assert_eq!(effect, comparison.effect(), "{story}");
    let edited = edited(before, after);
    for (one, other) in [
        (comparison.more, edited.more),
        (comparison.less, edited.less),
    ] {
        assert!(
            one == other || one == Answer::Unknown,
            "{edited:?}, not {comparison:?}\n{story}"
        );
    }
    let same = equal(&first, &second, None) == Answer::Yes;
    assert_eq!(same, effect == AccessEffect::Same, "{story}");
    let covered = covers(&first, &second, None) == Answer::Yes;
    assert_eq!(covered, comparison.more == Answer::No, "{story}");
}

#[test]
fn policies_of_actions_and_resources_are_compared_rightly() {
    let share = unknown_share(
        "actions and resources",
        Kind::default(),
        &World::new(&[]),
        None,
    );
    assert!(share == 0.0, "{share} %");
}

#[test]
fn policies_are_compared_rightly_by_the_actions_that_exist() {
    let names = action_names();
    let matching = |pattern: &str| {
        let reached = names
            .iter()
            .filter(|name| evaluator::glob(&pattern.to_lowercase(), name));
        Some(reached.cloned().collect())
    };
    let universe = ActionUniverse {
        matching: &matching,
    };
    let share = unknown_share(
        "existing actions",
        Kind::default(),
        &World::new(&[]),
        Some(&universe),
    );
    assert!(share == 0.0, "{share} %");
}

#[test]
fn policies_with_principals_are_compared_rightly() {
    let kind = Kind {
        principals: true,
        ..Kind::default()
    };
    let share = unknown_share("principals", kind, &World::new(&[]), None);
    assert!(share < 20.0, "{share} %");
}

#[test]
fn policies_with_conditions_are_compared_rightly() {
    let kind = Kind {
        conditions: true,
        ..Kind::default()
    };
    let share = unknown_share("conditions", kind, &World::new(&[]), None);
    assert!(share < 5.0, "{share} %");
}

#[test]
fn policies_with_policy_variables_are_compared_rightly() {
    let kind = Kind {
        variables: true,
        ..Kind::default()
    };
    let world = World::new(&["", "p", "q", "r", "pq", "rr", "qp"]);
    let share = unknown_share("policy variables", kind, &world, None);
    assert!(share < 15.0, "{share} %");
}
