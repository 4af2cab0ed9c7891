//! One spelling for families of condition keys, which AWS spells in five ways.

/// What stands for the key of a tag, at the end of a name.
const TAG_KEYS: [&str; 3] = ["/<key>", "/tag-key", "Tag/key"];

/// `s3:ExistingObjectTag/<key>`, `s3:ExistingObjectTag/key`, `sagemaker:ResourceTag/` and `ssm:resourceTag/tag-key`
/// with `${TagKey}` at the end.
pub fn spell(name: &str) -> String {
    let is_tag = TAG_KEYS.iter().any(|end| name.ends_with(end));
    let stem = name
        .rfind('/')
        .filter(|_| is_tag)
        .map(|slash| &name[..=slash]);
    match stem {
        Some(stem) => format!("{stem}${{TagKey}}"),
        None if name.ends_with('/') => format!("{name}${{TagKey}}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::spell;

    #[test]
    fn spells_every_family_of_tags_alike() {
        for name in [
            "a:ResourceTag/key",
            "a:ResourceTag/<key>",
            "a:ResourceTag/",
            "a:ResourceTag/tag-key",
            "a:ResourceTag/${TagKey}",
        ] {
            assert_eq!(spell(name), "a:ResourceTag/${TagKey}");
        }
    }

    #[test]
    fn leaves_other_keys_alone() {
        for name in [
            "aws:TagKeys",
            "a:my-tag-key",
            "a:part/key",
            "kms:EncryptionContext:${EncryptionContextKey}",
        ] {
            assert_eq!(spell(name), name);
        }
    }
}
