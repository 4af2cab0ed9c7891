//! One spelling for families of condition keys, which AWS's pages spell in four ways.

/// `s3:ExistingObjectTag/<key>`, `sagemaker:ResourceTag/` and `ssm:resourceTag/tag-key` with `${TagKey}` at the end.
pub fn spell(name: &str) -> String {
    let stem = name
        .strip_suffix("<key>")
        .or_else(|| name.strip_suffix("tag-key"))
        .filter(|stem| stem.ends_with('/'));
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
            "kms:EncryptionContext:${EncryptionContextKey}",
        ] {
            assert_eq!(spell(name), name);
        }
    }
}
