//! Paths as the file has them: `["Statement", 0, "Condition", "StringLike", {"key": "aws:PrincipalArn"}]`.

use serde_json::{Value, json};

use crate::engine::syntax::{Path, PathStep};

/// A name for a step into a member's value, a number for one into an array, an object for a member's name.
pub(super) fn to_json(Path(steps): &Path) -> Value {
    let step = |step: &PathStep| match step {
        PathStep::Value(name) => json!(name),
        PathStep::Index(index) => json!(index),
        PathStep::Key(name) => json!({ "key": name }),
    };
    steps.iter().map(step).collect()
}

/// Reads what [`to_json`] writes; `None` for anything else.
pub(super) fn from_json(value: &Value) -> Option<Path> {
    let step = |step: &Value| match step {
        Value::String(name) => Some(PathStep::Value(name.clone())),
        Value::Number(index) => Some(PathStep::Index(usize::try_from(index.as_u64()?).ok()?)),
        Value::Object(object) => Some(PathStep::Key(object.get("key")?.as_str()?.to_owned())),
        _ => None,
    };
    value
        .as_array()?
        .iter()
        .map(step)
        .collect::<Option<Vec<PathStep>>>()
        .map(Path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_comes_back_as_it_was_written() {
        for (path, written) in [
            (Path::default(), "[]"),
            (
                Path(vec![
                    PathStep::Value("Statement".into()),
                    PathStep::Index(2),
                    PathStep::Key("aws:\"x\"".into()),
                ]),
                r#"["Statement",2,{"key":"aws:\"x\""}]"#,
            ),
        ] {
            let json = to_json(&path);
            assert_eq!(
                (json.to_string().as_str(), from_json(&json)),
                (written, Some(path))
            );
        }
    }

    #[test]
    fn anything_else_is_no_path() {
        for text in [
            "null",
            "{}",
            r#""Statement""#,
            "[true]",
            "[-1]",
            "[1.5]",
            r#"[{"value": "x"}]"#,
        ] {
            let value: Value = serde_json::from_str(text).unwrap_or_default();
            assert_eq!(from_json(&value), None, "{text}");
        }
    }
}
