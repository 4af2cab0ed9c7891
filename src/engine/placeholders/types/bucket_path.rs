//! A bucket, or a bucket and a folder in it.

use super::{PlaceholderType, Problem, bucket_name};
use crate::engine::placeholders::{object_path, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "bucket-path",
    label: "Bucket or folder",
    help: "The name of the bucket, with a folder behind it where only that is meant: `acme-prod-data/logs`.",
    example: "acme-prod-data/logs",
    list: false,
    multiline: false,
    called: &[
        "bucket_path",
        "bucket_and_path",
        "bucket_and_prefix",
        "location",
        "location_base",
        "s3_location",
        "s3_uri",
        "s3_url",
        "bucket_location",
        "log_location",
        "data_location",
        "bucket_with_prefix",
    ],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let path = cleaned.strip_suffix("/*").unwrap_or(&cleaned);
    match path.trim_end_matches('/').split_once('/') {
        None => bucket_name::validate(path),
        Some((bucket, folder)) => {
            let folder = object_path::check("folder", folder)?;
            Ok(format!("{}/{folder}", bucket_name::validate(bucket)?))
        }
    }
}

fn neutral(number: usize) -> String {
    format!("neutral-bucket-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_bucket_with_or_without_a_folder() {
        accepts(
            &TYPE,
            &[
                ("acme-prod-data", "acme-prod-data"),
                ("acme-prod-data/logs/", "acme-prod-data/logs"),
                ("s3://acme-prod-data/logs/alb/", "acme-prod-data/logs/alb"),
                ("arn:aws:s3:::acme-prod-data/logs/*", "acme-prod-data/logs"),
            ],
        );
    }

    #[test]
    fn says_what_is_wrong_with_bucket_or_folder() {
        refuses(
            &TYPE,
            &[
                (
                    "Acme/logs",
                    "A bucket's name has no capital letters. Enter it in lower case.",
                ),
                (
                    "acme/a b",
                    "A folder has letters A to Z, digits and `!_.()=@:+,-/` only; this has a blank.",
                ),
            ],
        );
    }
}
