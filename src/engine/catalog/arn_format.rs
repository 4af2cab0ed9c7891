//! ARN formats: how the ARNs of a resource type are built.

use super::wildcard;

/// The number of fields of an ARN.
const FIELD_COUNT: usize = 6;

/// The format of a resource type's ARNs, such as `arn:${Partition}:s3:::${BucketName}`.
///
/// A `${…}` stands for one or more characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArnFormat<'c> {
    text: &'c str,
    colons: Colons,
    pattern: &'c str,
}

/// Where the first five colons of a format stand, or where it ends; no format is longer than 65,535 bytes.
pub(super) type Colons = [u16; FIELD_COUNT - 1];

/// The places of the colons, to be kept, because every look at a field needs them.
pub(super) fn colons(format: &str) -> Colons {
    let narrow = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
    let mut colons = [narrow(format.len()); FIELD_COUNT - 1];
    let found = format.match_indices(':').map(|(place, _)| narrow(place));
    for (colon, place) in colons.iter_mut().zip(found) {
        *colon = place;
    }
    colons
}

/// What a resource part of the format matches: each `${…}` is `?*`, which stands for one or more characters.
pub(super) fn resource_pattern(format: &str) -> String {
    with_wildcards(field(format, colons(format), RESOURCE))
}

/// The service field of a format.
pub(super) fn service(format: &str) -> &str {
    field(format, colons(format), SERVICE)
}

const SERVICE: usize = 2;
const REGION: usize = 3;
const ACCOUNT: usize = 4;
const RESOURCE: usize = 5;

/// No field of a format has a colon inside its `${…}`.
fn field(format: &str, colons: Colons, number: usize) -> &str {
    let colon = |number: usize| colons.get(number).map(|place| usize::from(*place));
    let start = number
        .checked_sub(1)
        .and_then(colon)
        .map_or(0, |colon| colon + 1);
    let end = colon(number).unwrap_or(format.len());
    format.get(start..end).unwrap_or_default()
}

impl<'c> ArnFormat<'c> {
    /// A format as the reference prints it, with its [`colons`] and its [`resource_pattern`].
    pub(super) fn new(text: &'c str, colons: Colons, pattern: &'c str) -> Self {
        Self {
            text,
            colons,
            pattern,
        }
    }

    /// The whole format.
    pub fn text(self) -> &'c str {
        self.text
    }

    /// The service field: nearly always the service that lists the type; in a few formats `${…}`.
    pub fn service(self) -> &'c str {
        field(self.text, self.colons, SERVICE)
    }

    /// The Region field: mostly `${Region}` or empty.
    pub fn region(self) -> &'c str {
        field(self.text, self.colons, REGION)
    }

    /// The account field: mostly `${Account}` or empty; `aws` where AWS owns the resources.
    pub fn account(self) -> &'c str {
        field(self.text, self.colons, ACCOUNT)
    }

    /// Everything after the fifth colon: `${BucketName}/${ObjectName}`.
    pub fn resource(self) -> &'c str {
        field(self.text, self.colons, RESOURCE)
    }

    /// Whether some resource of this format has a resource part that a pattern with `*` and `?` matches; case counts.
    pub fn resource_overlaps(self, pattern: &str) -> bool {
        wildcard::overlap(self.pattern, pattern)
    }
}

/// Each `${…}` replaced by `?*`, which stands for one or more characters.
pub(super) fn with_wildcards(format: &str) -> String {
    let mut pieces = format.split("${");
    let mut pattern = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let rest = piece.split_once('}').map_or("", |(_, rest)| rest);
        pattern.push_str("?*");
        pattern.push_str(rest);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_a_format_into_its_fields() {
        let text = "arn:${Partition}:lex:${Region}:${Account}:bot:${BotName}";
        let format = ArnFormat::new(text, colons(text), "");
        assert_eq!(format.service(), "lex");
        assert_eq!(
            (format.region(), format.account()),
            ("${Region}", "${Account}")
        );
        assert_eq!(format.resource(), "bot:${BotName}");
    }

    #[test]
    fn finds_out_whether_a_pattern_can_name_a_resource() {
        let table = [
            (
                "arn:${Partition}:s3:::${BucketName}/${KeyName}",
                "bucket/*",
                true,
            ),
            (
                "arn:${Partition}:s3:::${BucketName}/${KeyName}",
                "bucket",
                false,
            ),
            (
                "arn:${Partition}:s3:::${BucketName}/${KeyName}",
                "bucket/",
                false,
            ),
            (
                "arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}",
                "inst*",
                true,
            ),
            (
                "arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}",
                "Instance/*",
                false,
            ),
        ];
        for (format, pattern, expected) in table {
            let resource = resource_pattern(format);
            let format = ArnFormat::new(format, colons(format), &resource);
            let found = format.resource_overlaps(pattern);
            assert_eq!(found, expected, "{} and {pattern}", format.text());
        }
    }
}
