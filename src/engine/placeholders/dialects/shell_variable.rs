//! `$AWS_ACCOUNT_ID` and `${AWS_ACCOUNT_ID}`, left over from a shell script.

use super::{Dialect, LONGEST, Reading};

pub(super) static DIALECT: Dialect = Dialect {
    name: Some("shell variable"),
    read,
};

/// `$LATEST` is a version of a Lambda function, `$DEFAULT` one of an SSM document, `$SYS` a topic of a message broker.
const LITERALS: [&str; 3] = ["DEFAULT", "LATEST", "SYS"];

/// Capitals only: `$aws/things` is an IoT topic and `$default` a stage of API Gateway.
fn read(text: &str) -> Option<Reading<'_>> {
    let rest = text.strip_prefix('$')?;
    let inside = rest.strip_prefix('{').unwrap_or(rest);
    let name_len = inside
        .bytes()
        .take(LONGEST)
        .take_while(|byte| is_name_byte(*byte))
        .count();
    let name = inside.get(..name_len)?;
    let after = inside.get(name_len..)?;
    let in_braces = inside.len() < rest.len();
    let is_closed = if in_braces {
        after.starts_with('}')
    } else {
        !after.starts_with(is_word_character)
    };
    let len = name_len + if in_braces { "${}".len() } else { "$".len() };
    let is_name = name_len >= 2
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.contains(|c: char| c.is_ascii_uppercase());
    (is_closed && is_name && !LITERALS.contains(&name)).then_some(Reading { len, name })
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_'
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::DIALECT;

    #[test]
    fn reads_names_in_capitals_with_and_without_braces() {
        let texts = ["$AWS_ACCOUNT_ID:role", "${BUCKET}/*", "$_X1", "$REGION"];
        let expected = [
            (15, "AWS_ACCOUNT_ID"),
            (9, "BUCKET"),
            (4, "_X1"),
            (7, "REGION"),
        ];
        assert_eq!(names(&DIALECT, &texts), expected.map(Some));
    }

    #[test]
    fn leaves_names_that_belong_to_aws_alone() {
        let texts = [
            "$LATEST",
            "$DEFAULT",
            "$SYS/broker",
            "$aws/things",
            "$default",
            "$Latest",
            "$ENDpoint",
            "$1",
            "$(*)",
            "$",
            "${aws:username}",
            "${AWS::Region}",
            "${Region}",
            "${REGION",
            "${}",
            "${*}",
        ];
        assert_eq!(names(&DIALECT, &texts), texts.map(|_| None));
    }
}
