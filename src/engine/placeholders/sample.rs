//! Values that AWS's documentation uses for samples: well formed, and nobody's, or not the reader's.

use super::place::Place;
use crate::engine::policy::IpRange;

/// Account IDs of AWS's documentation (IAM User Guide, S3 User Guide, AWS Organizations User Guide and others, read November
/// 2026); those of one digit are LocalStack's and everybody's.
const ACCOUNTS: [&str; 17] = [
    "012345678901",
    "012345678910",
    "111122223333",
    "112233445566",
    "121212121212",
    "123123123123",
    "123456123456",
    "123456789012",
    "222233334444",
    "333344445555",
    "444455556666",
    "555566667777",
    "666677778888",
    "777788889999",
    "888899990000",
    "987654321098",
    "999900001111",
];

/// Names of buckets, without hyphens and in small letters (Amazon S3 User Guide, read November 2026).
const BUCKETS: [&str; 12] = [
    "bucket",
    "mybucket",
    "examplebucket",
    "myexamplebucket",
    "samplebucket",
    "mysamplebucket",
    "mytestbucket",
    "examplecombucket",
    "mys3bucket",
    "yourbucket",
    "awsdocexamplebucket",
    "exampleawsbucket",
];

/// How the names of further sample buckets begin, written the same way.
const BUCKET_STARTS: [&str; 4] = [
    "amzns3demo",
    "awsexamplebucket",
    "docexamplebucket",
    "examplebucket",
];

/// IDs of keys and organizations (AWS KMS Developer Guide and AWS Organizations User Guide, read November 2026).
const IDS: [&str; 8] = [
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "0987dcba-09fe-87dc-65ba-ab0987654321",
    "mrk-1234abcd12ab34cd56ef1234567890ab",
    "o-exampleorgid",
    "o-a1b2c3d4e5",
    "o-a1b2c3d4e5f6",
    "vpc-111bbb22",
    "vpce-1a2b3c4d",
];

/// The ranges that are kept for documentation (RFC 5737 and RFC 3849).
const DOCUMENTATION_RANGES: [&str; 4] = [
    "192.0.2.0/24",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "2001:db8::/32",
];

/// Whether the whole text of a place is a sample value.
pub(super) fn is_sample(place: Place, text: &str) -> bool {
    match place {
        Place::Account | Place::Principal => {
            is_account(text) || is_hidden_account(text) || is_id(text)
        }
        Place::Bucket => is_bucket(text),
        Place::Addresses => is_documentation_address(text),
        Place::Text | Place::Arn | Place::PolicyArn => false,
        _ => is_id(text),
    }
}

/// Whether the text is an account ID of a sample.
pub(super) fn is_account(text: &str) -> bool {
    let is_of_one_digit = || {
        let first = text.bytes().next();
        first.is_some_and(|first| first.is_ascii_digit())
            && text.len() == super::types::ACCOUNT_ID_DIGITS
            && text.bytes().all(|byte| Some(byte) == first)
    };
    ACCOUNTS.contains(&text) || is_of_one_digit()
}

/// An account ID whose digits were covered with stars, which IAM takes for wildcards.
pub(super) fn is_hidden_account(text: &str) -> bool {
    text == "************" || text == "****-****-****"
}

fn is_bucket(text: &str) -> bool {
    let is_in_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !text.bytes().all(is_in_word) {
        return false;
    }
    let name = text.replace('-', "").to_ascii_lowercase();
    let numberless = name.trim_end_matches(|c: char| c.is_ascii_digit());
    BUCKETS.contains(&numberless) || BUCKET_STARTS.iter().any(|start| name.starts_with(start))
}

/// One of the known IDs, or one that ends in `EXAMPLE`, as AWS writes them.
fn is_id(text: &str) -> bool {
    let word = text.strip_suffix("EXAMPLE").unwrap_or_default();
    let is_code = word
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_example = word.len() >= 4 && is_code && word.contains(|c: char| c.is_ascii_digit());
    is_example || IDS.contains(&text)
}

fn is_documentation_address(text: &str) -> bool {
    let Some(range) = IpRange::parse(text) else {
        return false;
    };
    let mut ranges = DOCUMENTATION_RANGES
        .iter()
        .filter_map(|range| IpRange::parse(range));
    ranges.any(|documentation| range.is_within(documentation))
}

#[cfg(test)]
mod tests {
    use super::{Place, is_sample};

    #[test]
    fn knows_the_samples_of_the_documentation() {
        for (place, text) in [
            (Place::Account, "123456789012"),
            (Place::Account, "000000000000"),
            (Place::Account, "555555555555"),
            (Place::Account, "************"),
            (Place::Principal, "AIDACKCEVSQ6C2EXAMPLE"),
            (Place::Bucket, "amzn-s3-demo-bucket"),
            (Place::Bucket, "amzn-s3-demo-source-bucket"),
            (Place::Bucket, "my-bucket"),
            (Place::Bucket, "mybucket2"),
            (Place::Bucket, "MyBucket"),
            (Place::Bucket, "DOC-EXAMPLE-BUCKET1"),
            (Place::Bucket, "awsexamplebucket1"),
            (Place::Instance, "i-02573cafcfEXAMPLE"),
            (Place::Distribution, "EDFDVBD632BHDS5EXAMPLE"),
            (Place::KeyId, "1234abcd-12ab-34cd-56ef-1234567890ab"),
            (Place::Organization, "o-exampleorgid"),
            (Place::Addresses, "203.0.113.0/24"),
            (Place::Addresses, "2001:db8:1::1"),
        ] {
            assert!(is_sample(place, text), "{place:?} {text}");
        }
    }

    #[test]
    fn leaves_what_may_be_somebodys() {
        for (place, text) in [
            (Place::Account, "210987654321"),
            (Place::Account, "1234567890123"),
            (Place::Account, "*"),
            (Place::Bucket, "acme-my-bucket"),
            (Place::Bucket, "bucket_name"),
            (Place::Role, "EXAMPLE"),
            (Place::Role, "MyEXAMPLE"),
            (Place::Addresses, "198.18.7.0/24"),
            (Place::Text, "123456789012"),
        ] {
            assert!(!is_sample(place, text), "{place:?} {text}");
        }
    }
}
