//! CloudFormation's functions as JSON has them: `{"Ref": "Bucket"}`, `{"Fn::GetAtt": ["Role", "Arn"]}`.

use crate::engine::syntax::{NodeId, NodeKind, Tree};

/// A function of CloudFormation in the place of a value.
pub(super) struct Intrinsic {
    /// What it refers to, words of it joined by blanks; empty where it only puts others together.
    pub name: String,
    /// What it is, for people.
    pub whose: &'static str,
}

/// The function that an object is; `Fn::Sub` of a text is none, because its text has stand-ins of its own.
pub(super) fn read(tree: &Tree, object: NodeId) -> Option<Intrinsic> {
    if tree.kind(object) != NodeKind::Object {
        return None;
    }
    let mut members = tree.members(object);
    let only = members.next().filter(|_| members.next().is_none())?;
    let whose = match tree.key_text(only).as_ref() {
        "Ref" => "a CloudFormation reference",
        "Fn::GetAtt" => "an attribute of a CloudFormation resource",
        "Fn::ImportValue" => "a value that another CloudFormation stack exports",
        "Fn::Sub" if tree.kind(only.value) == NodeKind::String => return None,
        function if function.starts_with("Fn::") => {
            return Some(Intrinsic {
                name: String::new(),
                whose: "a CloudFormation function",
            });
        }
        _ => return None,
    };
    let alone = Some(only.value).filter(|value| tree.kind(*value) == NodeKind::String);
    let parts = alone.into_iter().chain(tree.elements(only.value));
    let words: Vec<_> = parts.filter_map(|part| tree.string(part)).collect();
    Some(Intrinsic {
        name: words.join(" "),
        whose,
    })
}
