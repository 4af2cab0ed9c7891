//! The key of an object in a bucket.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{object_path, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "object-key",
    label: "Object key",
    help: "The key of the object: what follows the bucket and its slash, as in `network/terraform.tfstate`.",
    example: "network/terraform.tfstate",
    list: false,
    multiline: false,
    called: &[
        "object_key",
        "objectkey",
        "state_key",
        "s3_key",
        "file_key",
        "key_path",
        "object_name",
        "file_name",
        "filename",
    ],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let key = cleaned.trim_start_matches('/');
    match key.ends_with('/') {
        true => Err(Problem::new(
            "This is a folder. Enter the whole key of the object, to the last part.",
        )),
        false => object_path::check("object key", key),
    }
}

fn neutral(number: usize) -> String {
    format!("neutral/object-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_key_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("network/terraform.tfstate", "network/terraform.tfstate"),
                ("/a/b_(1).txt", "a/b_(1).txt"),
                ("s3://acme-prod-data/a/b", "a/b"),
                ("arn:aws:s3:::acme-prod-data/a/b", "a/b"),
                (
                    "https://acme-prod-data.s3.eu-central-1.amazonaws.com/a/b?versionId=1",
                    "a/b",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_key() {
        refuses(
            &TYPE,
            &[
                (
                    "a/",
                    "This is a folder. Enter the whole key of the object, to the last part.",
                ),
                (
                    "a//b",
                    "An object key has no empty part between two slashes.",
                ),
                (
                    "a/*",
                    "An object key has letters A to Z, digits and `!_.()=@:+,-/` only; this has `*`.",
                ),
            ],
        );
    }
}
