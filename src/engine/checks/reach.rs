//! How an `Allow` statement reaches one action, and on which resources it leaves it unlimited.

use super::context::Context;
pub(super) use crate::engine::policy::action_covers;
use crate::engine::policy::{
    Arn, ArnField, ConditionOperator, Element, Entry, Listed, Policy, Statement, condition_tests,
    covers, entries, fingerprint,
};
use crate::engine::syntax::NodeId;

/// How a statement comes to name an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Through {
    /// By its own name.
    Name,
    /// By a pattern.
    Wildcard,
    /// By a `NotAction` that does not leave it out.
    NotAction,
}

/// The action as a statement reaches it.
#[derive(Clone, Debug)]
pub(super) struct Reach<'t> {
    pub through: Through,
    /// The entry, or the value of `NotAction`.
    pub node: NodeId,
    /// The text of the entry; empty for `NotAction`.
    pub text: std::borrow::Cow<'t, str>,
}

/// How the statement reaches the action, if it does; its own name counts before a pattern.
pub(super) fn reach<'t>(
    policy: &Policy<'t>,
    statement: &Statement,
    action: &str,
) -> Option<Reach<'t>> {
    if let Some(member) = statement.element(Element::NotAction) {
        let mut excluded = policy.listed(statement, Element::NotAction).iter();
        let is_left_in = !excluded.any(|listed| action_covers(&listed.entry.text, action));
        return is_left_in.then_some(Reach {
            through: Through::NotAction,
            node: member.value,
            text: "".into(),
        });
    }
    let listed = policy.listed(statement, Element::Action);
    let wanted = fingerprint(action);
    let is_name =
        |one: &&Listed| one.fingerprint == wanted && one.entry.text.eq_ignore_ascii_case(action);
    let covers = |one: &&Listed| one.is_pattern && action_covers(&one.entry.text, action);
    let by_name = || Some(Reach::by(Through::Name, listed.iter().find(is_name)?));
    let by_pattern = || Some(Reach::by(Through::Wildcard, listed.iter().find(covers)?));
    by_name().or_else(by_pattern)
}

impl<'t> Reach<'t> {
    fn by(through: Through, listed: &Listed<'t>) -> Self {
        let entry = &listed.entry;
        Self {
            through,
            node: entry.node,
            text: entry.text.clone(),
        }
    }
}

/// Which resources a statement is about.
#[derive(Clone, Debug)]
pub(super) enum Scope<'t> {
    /// Every role: the entry that says so.
    Every(Entry<'t>),
    /// All but those named: the value of `NotResource`.
    AllBut(NodeId),
}

impl Scope<'_> {
    pub fn node(&self) -> NodeId {
        match self {
            Self::Every(entry) => entry.node,
            Self::AllBut(node) => *node,
        }
    }
}

/// The statement's resources, where they leave out no role or only those named.
pub(super) fn role_scope<'t>(ctx: &Context, statement: &Statement<'t>) -> Option<Scope<'t>> {
    if let Some(member) = statement.element(Element::NotResource) {
        return Some(Scope::AllBut(member.value));
    }
    let mut resources = statement.entries(Element::Resource);
    let every = resources.find(|entry| is_every_role(&entry.text) && !ctx.is_open(entry.node))?;
    Some(Scope::Every(every))
}

/// Whether a resource stands for every role of an account: `*`, or an ARN like `arn:aws:iam::*:role/*`.
fn is_every_role(text: &str) -> bool {
    let arn = Arn::cut(text);
    let in_iam = arn
        .field(ArnField::Service)
        .is_some_and(|service| covers(service, "iam"));
    let all_roles = arn.field(ArnField::Resource).is_some_and(|resource| {
        resource
            .strip_suffix('*')
            .is_some_and(|prefix| "role/".starts_with(prefix))
    });
    text == "*" || in_iam && all_roles
}

/// Whether a condition of the statement holds the key to given values.
///
/// A test holds it when it is positive, fails where the key is missing, and accepts no value that `is_open` finds too wide.
pub(super) fn is_limited_by(
    ctx: &Context,
    statement: &Statement,
    key: &str,
    is_open: fn(&str) -> bool,
) -> bool {
    let Some(condition) = statement.element(Element::Condition) else {
        return false;
    };
    condition_tests(ctx.tree, condition.value).any(|test| {
        let operator = ctx.tree.key_text(test.operator);
        let mut values = entries(ctx.tree, test.key.value);
        ctx.tree.key_text(test.key).eq_ignore_ascii_case(key)
            && demands_a_value(&ConditionOperator::new(&operator))
            && !values.any(|value| is_open(&value.text))
    })
}

/// Whether an operator holds only where the key is there and has one of the values.
fn demands_a_value(operator: &ConditionOperator) -> bool {
    use crate::engine::policy::Qualifier;
    const POSITIVE: [&str; 5] = [
        "StringEquals",
        "StringEqualsIgnoreCase",
        "StringLike",
        "ArnEquals",
        "ArnLike",
    ];
    let is_positive = POSITIVE
        .iter()
        .any(|name| name.eq_ignore_ascii_case(operator.name));
    is_positive && !operator.if_exists && operator.qualifier != Some(Qualifier::ForAllValues)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::policy::Policy;
    use crate::engine::syntax::parse;

    #[test]
    fn finds_how_an_action_is_reached() {
        for (elements, expected) in [
            (r#""Action": "iam:passrole""#, Some(Through::Name)),
            (
                r#""Action": ["iam:*", "iam:PassRole"]"#,
                Some(Through::Name),
            ),
            (
                r#""Action": ["s3:*", "IAM:Pass*"]"#,
                Some(Through::Wildcard),
            ),
            (r#""Action": "*""#, Some(Through::Wildcard)),
            (r#""Action": "iam:Get*""#, None),
            (r#""NotAction": "s3:*""#, Some(Through::NotAction)),
            (r#""NotAction": ["s3:*", "iam:*"]"#, None),
            (r#""Resource": "*""#, None),
        ] {
            let tree = parse(&format!(r#"{{"Statement": {{{elements}}}}}"#));
            let policy = Policy::new(&tree);
            let reached = reach(
                &policy,
                policy.statements().first().unwrap(),
                "iam:PassRole",
            );
            assert_eq!(reached.map(|one| one.through), expected, "{elements}");
        }
    }

    #[test]
    fn tells_every_role_from_some() {
        for (text, expected) in [
            ("*", true),
            ("arn:aws:iam::*:role/*", true),
            ("arn:aws:iam::111122223333:*", true),
            ("arn:aws:iam::111122223333:role*", true),
            ("arn:aws:*::111122223333:*", true),
            ("arn:aws:iam::*:role/a*", false),
            ("arn:aws:iam::*:role/*a", false),
            ("arn:aws:iam::*:user/*", false),
            ("arn:aws:s3:::*", false),
            ("", false),
        ] {
            assert_eq!(is_every_role(text), expected, "{text}");
        }
    }
}
