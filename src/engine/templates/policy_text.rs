//! The text of a template's policy, and the services it speaks of.

use serde_json::Value;

/// The policy with its keys in order, four blanks a level, a line break at the end.
pub(super) fn pretty(policy: &Value) -> String {
    // The alternate form has two blanks a level and no line break inside a string.
    joined(format!("{policy:#}").lines().map(twice_as_deep))
}

fn twice_as_deep(line: &str) -> String {
    let content = line.trim_start_matches(' ');
    let depth = line.len() - content.len();
    format!("{}{line}", " ".repeat(depth))
}

/// The lines as one text, each ended by a line feed.
pub(super) fn joined(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

/// The service prefixes of the actions, in lower case, in the order they first occur.
pub(super) fn services(policy: &Value) -> Vec<String> {
    let mut services = Vec::new();
    for statement in one_or_many(policy.get("Statement")) {
        for name in ["Action", "NotAction"] {
            let actions = one_or_many(statement.get(name)).iter();
            for service in actions.filter_map(Value::as_str).filter_map(service) {
                if !services.contains(&service) {
                    services.push(service);
                }
            }
        }
    }
    services
}

fn service(action: &str) -> Option<String> {
    let (service, _) = action.split_once(':')?;
    Some(service.to_ascii_lowercase())
}

fn one_or_many(value: Option<&Value>) -> &[Value] {
    match value {
        None => &[],
        Some(Value::Array(many)) => many,
        Some(one) => std::slice::from_ref(one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn prints_four_blanks_a_level_and_keeps_the_order_of_keys() {
        let policy =
            json!({"Version": "2012-10-17", "Statement": [{"Sid": "  a\nb", "Action": []}]});
        let expected = "{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": [\n        {\n            \"Sid\": \"  a\\nb\",\n            \"Action\": []\n        }\n    ]\n}\n";
        assert_eq!(pretty(&policy), expected);
    }

    #[test]
    fn finds_the_services_of_single_and_listed_actions() {
        let cases = [
            (json!({"Statement": {"Action": "S3:GetObject"}}), vec!["s3"]),
            (
                json!({"Statement": [{"Action": ["ec2:Run*", "iam:GetRole"]}, {"NotAction": "ec2:*"}]}),
                vec!["ec2", "iam"],
            ),
            (json!({"Statement": [{"Action": "*"}]}), vec![]),
            (json!([1]), vec![]),
        ];
        for (policy, expected) in cases {
            assert_eq!(services(&policy), expected, "{policy}");
        }
    }
}
