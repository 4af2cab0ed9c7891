//! The folder that objects of a bucket are in.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{object_path, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "object-prefix",
    label: "Folder",
    help: "The folder in the bucket, such as `home` or `logs/alb`, without a slash at its ends.",
    example: "home",
    list: false,
    multiline: false,
    called: &[
        "object_prefix",
        "s3_prefix",
        "key_prefix",
        "home_prefix",
        "log_prefix",
        "logs_prefix",
        "path_prefix",
        "folder",
        "folder_name",
        "subfolder",
        "s3_path",
        "s3_folder",
    ],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let folder = cleaned.strip_suffix("/*").unwrap_or(&cleaned);
    object_path::check("folder", folder.trim_matches('/'))
}

fn neutral(number: usize) -> String {
    format!("neutral-folder-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_folder_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("home", "home"),
                ("/logs/alb/", "logs/alb"),
                ("logs/*", "logs"),
                ("s3://acme-prod-data/logs/alb/", "logs/alb"),
                (
                    "https://eu-central-1.console.aws.amazon.com/s3/buckets/acme-prod-data?region=eu-central-1&prefix=logs/alb/&showversions=false",
                    "logs/alb",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_folder() {
        refuses(
            &TYPE,
            &[
                ("/", "Enter a folder."),
                ("a//b", "A folder has no empty part between two slashes."),
                (
                    "a b",
                    "A folder has letters A to Z, digits and `!_.()=@:+,-/` only; this has a blank.",
                ),
            ],
        );
    }
}
