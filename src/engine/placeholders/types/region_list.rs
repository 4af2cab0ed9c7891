//! Regions, one or more.

use super::PlaceholderType;
use super::region::{neutral, validate};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "region-list",
    label: "Regions",
    help: "Codes of Regions such as `eu-central-1`, one per line or separated by commas.",
    example: "eu-central-1",
    list: true,
    multiline: true,
    called: &[
        "regions",
        "region_list",
        "allowed_regions",
        "region_names",
        "region_codes",
    ],
    validate,
    neutral,
};

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn every_entry_is_a_region() {
        accepts(&TYPE, &[("eu-central-1", "eu-central-1")]);
        refuses(
            &TYPE,
            &[(
                "eu-central-1a",
                "This is an Availability Zone. Its Region is `eu-central-1`.",
            )],
        );
    }
}
