//! How a reference file shortens ARN formats: what repeats from type to type is one control character.

/// Stands for the name of the resource type.
const TYPE_NAME: char = '\u{1}';

/// Stands for `${` and the name of the resource type in camel case.
const TYPE_VARIABLE: char = '\u{2}';

/// Openings with the service's prefix, by what follows it.
const OPENINGS: [(char, &str); 4] = [
    ('\u{3}', ":${Region}:${Account}:"),
    ('\u{4}', "::${Account}:"),
    ('\u{5}', ":${Region}::"),
    ('\u{6}', ":::"),
];

const BEFORE_SERVICE: &str = "arn:${Partition}:";

/// What the shorthand stands for in the formats of one resource type.
#[derive(Debug)]
pub struct ArnShorthand<'a> {
    prefix: &'a str,
    type_name: &'a str,
    variable: String,
}

impl<'a> ArnShorthand<'a> {
    /// For a type of the service with this prefix.
    pub fn new(prefix: &'a str, type_name: &'a str) -> Self {
        Self {
            prefix,
            type_name,
            variable: camel_case(type_name),
        }
    }

    /// A format as it stands in the file.
    pub fn shorten(&self, format: &str) -> String {
        let mut short = format.to_owned();
        for (mark, after) in OPENINGS {
            let opening = format!("{BEFORE_SERVICE}{}{after}", self.prefix);
            if let Some(rest) = format.strip_prefix(&opening) {
                short = format!("{mark}{rest}");
            }
        }
        let variable = format!("${{{}", self.variable);
        short
            .replace(&variable, TYPE_VARIABLE.encode_utf8(&mut [0; 4]))
            .replacen(self.type_name, TYPE_NAME.encode_utf8(&mut [0; 4]), 1)
    }

    /// The parts that, one after another, are the whole format.
    pub(super) fn expand<'s>(&'s self, short: &'s str) -> impl Iterator<Item = &'s str> {
        short
            .split_inclusive(|c: char| c.is_control())
            .flat_map(|piece| {
                let text = piece.trim_end_matches(|c: char| c.is_control());
                let mark = piece.chars().next_back().filter(|c| c.is_control());
                [text].into_iter().chain(self.meaning(mark))
            })
    }

    fn meaning(&self, mark: Option<char>) -> [&str; 3] {
        let opening = |mark: char| OPENINGS.iter().find(|(known, _)| *known == mark);
        match mark {
            Some(TYPE_NAME) => [self.type_name, "", ""],
            Some(TYPE_VARIABLE) => ["${", &self.variable, ""],
            Some(mark) => {
                opening(mark).map_or([""; 3], |(_, after)| [BEFORE_SERVICE, self.prefix, after])
            }
            None => [""; 3],
        }
    }
}

/// `capacity-reservation` as it mostly stands in a variable: `CapacityReservation`.
fn camel_case(name: &str) -> String {
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_shortened_expands_to_the_same() {
        let table = [
            (
                "ec2",
                "capacity-reservation",
                "arn:${Partition}:ec2:${Region}:${Account}:capacity-reservation/${CapacityReservationId}",
                "\u{3}\u{1}/\u{2}Id}",
            ),
            (
                "s3",
                "bucket",
                "arn:${Partition}:s3:::${BucketName}",
                "\u{6}\u{2}Name}",
            ),
            (
                "backup",
                "recoveryPoint",
                "arn:${Partition}:${Vendor}:${Region}:*:${ResourceType}:${RecoveryPointId}",
                "arn:${Partition}:${Vendor}:${Region}:*:${ResourceType}:\u{2}Id}",
            ),
        ];
        for (prefix, type_name, format, short) in table {
            let shorthand = ArnShorthand::new(prefix, type_name);
            assert_eq!(shorthand.shorten(format), short);
            assert_eq!(shorthand.expand(short).collect::<String>(), format);
        }
    }
}
