//! What is fixed about the partitions: enough to judge an ARN, a Region or a principal before any reference is loaded.

/// A partition, and how its Regions and its service principals are spelled.
#[derive(Debug, PartialEq, Eq)]
pub struct PartitionRule {
    /// The second field of its ARNs: `aws-cn`.
    pub id: &'static str,
    /// The domain of its endpoints: `amazonaws.com.cn`.
    pub domain: &'static str,
    /// How the codes of its Regions begin; a word and a number follow.
    pub region_starts: &'static [&'static str],
}

/// Every partition, the usual one first, then by the number of people who meet them.
///
/// Source: botocore's `partitions.json` (`id`, `dnsSuffix`, `regionRegex`), version 1.44.5 of 2026-11-17.
/// A test holds it to the reference, which is made from the same file.
pub static PARTITION_RULES: [PartitionRule; 8] = [
    rule(
        "aws",
        "amazonaws.com",
        &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
    ),
    rule("aws-cn", "amazonaws.com.cn", &["cn"]),
    rule("aws-us-gov", "amazonaws.com", &["us-gov"]),
    rule("aws-eusc", "amazonaws.eu", &["eusc-de"]),
    rule("aws-iso", "c2s.ic.gov", &["us-iso"]),
    rule("aws-iso-b", "sc2s.sgov.gov", &["us-isob"]),
    rule("aws-iso-e", "cloud.adc-e.uk", &["eu-isoe"]),
    rule("aws-iso-f", "csp.hci.ic.gov", &["us-isof"]),
];

const fn rule(
    id: &'static str,
    domain: &'static str,
    region_starts: &'static [&'static str],
) -> PartitionRule {
    PartitionRule {
        id,
        domain,
        region_starts,
    }
}

/// The partition with this id, compared with case.
pub fn partition_rule(id: &str) -> Option<&'static PartitionRule> {
    PARTITION_RULES.iter().find(|rule| rule.id == id)
}

/// The partition whose Regions are spelled like this code, whether or not there is such a Region.
pub fn partition_of_region(code: &str) -> Option<&'static PartitionRule> {
    let (words, number) = code.rsplit_once('-')?;
    let (start, place) = words.rsplit_once('-')?;
    let is_place = !place.is_empty() && place.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_number =
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    PARTITION_RULES
        .iter()
        .find(|rule| is_place && is_number && rule.region_starts.contains(&start))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::bundled;
    use super::{PARTITION_RULES, partition_of_region, partition_rule};

    #[test]
    fn tells_the_partition_of_a_region_from_its_spelling() {
        for (code, partition) in [
            ("eu-central-1", Some("aws")),
            ("mx-central-1", Some("aws")),
            ("us-east-17", Some("aws")),
            ("cn-northwest-1", Some("aws-cn")),
            ("us-gov-west-1", Some("aws-us-gov")),
            ("eusc-de-east-1", Some("aws-eusc")),
            ("us-iso-east-1", Some("aws-iso")),
            ("us-isob-east-1", Some("aws-iso-b")),
            ("eu-isoe-west-1", Some("aws-iso-e")),
            ("us-isof-south-1", Some("aws-iso-f")),
            ("eusc-fr-east-1", None),
            ("xx-central-1", None),
            ("eu-central", None),
            ("eu-central-100", None),
            ("eu-central-1a", None),
            ("eu--1", None),
            ("", None),
        ] {
            assert_eq!(
                partition_of_region(code).map(|rule| rule.id),
                partition,
                "{code}"
            );
        }
    }

    #[test]
    fn finds_a_partition_by_its_id() {
        let domain = |id| partition_rule(id).map(|rule| rule.domain);
        assert_eq!(domain("aws-eusc"), Some("amazonaws.eu"));
        assert_eq!(domain("AWS"), None);
    }

    #[test]
    fn agrees_with_the_reference() {
        let catalog = bundled().unwrap();
        assert_eq!(catalog.partitions().count(), PARTITION_RULES.len());
        for partition in catalog.partitions() {
            let domain = partition_rule(partition.id).map(|rule| rule.domain);
            assert_eq!(domain, Some(partition.domain), "{}", partition.id);
        }
        for region in catalog.regions() {
            let partition = partition_of_region(region.code).map(|rule| rule.id);
            assert_eq!(partition, Some(region.partition.id), "{}", region.code);
        }
    }
}
