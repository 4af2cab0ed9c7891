//! Decides requests one by one, straight from the JSON, and knows nothing of the code under test.

use serde_json::Value;

/// What nobody has written down, and may be one way or the other.
#[derive(Clone, Copy, Debug)]
pub struct Unsettled {
    /// Whether `"*"` is about services too.
    pub everybody_has_services: bool,
    /// Whether naming an account is naming its roles.
    pub accounts_have_roles: bool,
}

pub fn matches_action(statement: &Value, action: &str) -> bool {
    let fits = |pattern: &str| glob(&pattern.to_lowercase(), &action.to_lowercase());
    element(statement, "Action", "NotAction", |entry| {
        fits(entry.as_str().unwrap())
    })
}

/// `user` is the value of `${aws:username}`.
pub fn matches_resource(statement: &Value, resource: &str, user: &str) -> bool {
    element(statement, "Resource", "NotResource", |entry| {
        with_username(entry.as_str().unwrap(), user, resource, glob)
    })
}

pub fn matches_principal(statement: &Value, person: (&str, &str), unsettled: Unsettled) -> bool {
    element(statement, "Principal", "NotPrincipal", |value| {
        let Some(types) = value.as_object() else {
            return is_about("AWS", "*", person, unsettled);
        };
        types.iter().any(|(type_name, names)| {
            let mut names = entries(names).iter();
            names.any(|name| is_about(type_name, name.as_str().unwrap(), person, unsettled))
        })
    })
}

fn is_about(type_name: &str, name: &str, person: (&str, &str), unsettled: Unsettled) -> bool {
    let prefixes = ["arn:aws:iam::", "arn:aws:sts::"];
    let stripped = prefixes.iter().find_map(|prefix| name.strip_prefix(prefix));
    let name = stripped.unwrap_or(name);
    let name = name.strip_suffix(":root").unwrap_or(name);
    let (person_type, person) = person;
    if person_type != type_name {
        return name == "*" && unsettled.everybody_has_services;
    }
    let is_in_account = person.starts_with(name) && name.len() == 12;
    let is_session = name.split_once(":role/").is_some_and(|(account, role)| {
        let (other, session) = person.split_once(":assumed-role/").unwrap_or_default();
        other == account && session.split('/').next() == Some(role)
    });
    name == "*" || name == person || is_session || is_in_account && unsettled.accounts_have_roles
}

/// Whether a statement's condition holds for one key, which the request has with these values or not at all.
pub fn holds(statement: &Value, key: &str, context: Option<&[&str]>) -> bool {
    let Some(operators) = statement.get("Condition").and_then(Value::as_object) else {
        return true;
    };
    operators.iter().all(|(operator, keys)| {
        let of_key = keys.as_object().unwrap().iter();
        let mut of_key = of_key.filter(|(name, _)| name.eq_ignore_ascii_case(key));
        of_key.all(|(_, values)| passes(operator, entries(values), context))
    })
}

fn passes(operator: &str, values: &[Value], context: Option<&[&str]>) -> bool {
    let values: Vec<String> = values.iter().map(text).collect();
    if operator == "Null" {
        return values.contains(&context.is_none().to_string());
    }
    let (quantifier, rest) = operator.split_once(':').unwrap_or(("", operator));
    let (name, if_exists) = match rest.strip_suffix("IfExists") {
        Some(name) => (name, true),
        None => (rest, false),
    };
    let negated = name.contains("Not");
    let Some(context) = context else {
        return match quantifier {
            "ForAllValues" => true,
            "ForAnyValue" => if_exists,
            _ => if_exists || negated,
        };
    };
    let one = |value: &&str| values.iter().any(|wanted| fits(name, wanted, value)) != negated;
    match quantifier {
        "ForAnyValue" => context.iter().any(one),
        _ => context.iter().all(one),
    }
}

/// Whether a value of the request fits one of the policy, the negation of the operator aside.
fn fits(name: &str, wanted: &str, value: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().unwrap();
    match name.replace("Not", "").as_str() {
        "StringEquals" | "Bool" => {
            wanted.eq(value) || name == "Bool" && wanted.eq_ignore_ascii_case(value)
        }
        "StringEqualsIgnoreCase" => wanted.eq_ignore_ascii_case(value),
        "StringLike" => glob(wanted, value),
        "ArnLike" | "ArnEquals" => arn_like(wanted, value),
        "NumericEquals" => number(value) == number(wanted),
        "NumericLessThan" => number(value) < number(wanted),
        "NumericLessThanEquals" => number(value) <= number(wanted),
        "NumericGreaterThan" => number(value) > number(wanted),
        "NumericGreaterThanEquals" => number(value) >= number(wanted),
        "IpAddress" => in_range(wanted, value),
        // Dates stand for all that is not looked into: the test's own name says whether it holds.
        "DateLessThan" => value.contains(wanted),
        other => panic!("{other}"),
    }
}

fn arn_like(pattern: &str, value: &str) -> bool {
    let fields = |text: &str| text.splitn(6, ':').map(str::to_owned).collect::<Vec<_>>();
    let (patterns, values) = (fields(pattern), fields(value));
    patterns.len() == values.len()
        && patterns
            .iter()
            .zip(&values)
            .all(|(pattern, value)| glob(pattern, value))
}

fn in_range(range: &str, address: &str) -> bool {
    let number = |text: &str| u32::from(text.parse::<std::net::Ipv4Addr>().unwrap());
    let (network, length) = range.split_once('/').unwrap_or((range, "32"));
    let free = 32 - length.parse::<u32>().unwrap();
    u64::from(number(network)) >> free == u64::from(number(address)) >> free
}

fn element(statement: &Value, name: &str, opposite: &str, fits: impl Fn(&Value) -> bool) -> bool {
    let any = |value: &Value| entries(value).iter().any(&fits);
    match (statement.get(name), statement.get(opposite)) {
        (Some(value), _) => any(value),
        (None, Some(value)) => !any(value),
        (None, None) => true,
    }
}

fn entries(value: &Value) -> &[Value] {
    value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Matches with the variable's value as plain text.
fn with_username(
    pattern: &str,
    username: &str,
    text: &str,
    matches: fn(&str, &str) -> bool,
) -> bool {
    let Some((before, after)) = pattern.split_once("${aws:username}") else {
        return matches(pattern, text);
    };
    let ends = (0..=text.len()).filter(|at| text[*at..].starts_with(username));
    ends.into_iter().any(|at| {
        matches(before, &text[..at])
            && with_username(after, username, &text[at + username.len()..], matches)
    })
}

/// `*` and `?`, by trying.
pub fn glob(pattern: &str, text: &str) -> bool {
    match (pattern.chars().next(), text.chars().next()) {
        (None, None) => true,
        (Some('*'), _) if glob(&pattern[1..], text) => true,
        (Some('*'), Some(_)) => glob(pattern, &text[1..]),
        (Some('?'), Some(_)) => glob(&pattern[1..], &text[1..]),
        (Some(wanted), Some(found)) => wanted == found && glob(&pattern[1..], &text[1..]),
        _ => false,
    }
}
