//! `{account_id}`, as Python's `str.format` and many a wiki write it.

use super::{Dialect, Reading, between, is_long, is_name};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['{'],
    read,
};

fn read(text: &str) -> Option<Reading<'_>> {
    let (inside, len) = between(text, "{", "}")?;
    let name = inside.trim();
    (is_name(name) && is_long(name)).then_some(Reading {
        len,
        name,
        whose: None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_a_name_between_two_braces() {
        reads(
            &DIALECT,
            &[
                ("{account_id}¦:role", Some("account_id")),
                ("{AWS_ACCOUNT_NUMBER}", Some("AWS_ACCOUNT_NUMBER")),
                ("{queueName}¦}", Some("queueName")),
                ("{your bucket}", Some("your bucket")),
                ("{ region }", Some("region")),
                ("{0a}", None),
            ],
        );
    }

    #[test]
    fn leaves_other_braces_alone() {
        let texts = [
            "{}",
            "{ }",
            "{x}",
            "{12}",
            "{proxy+}",
            "{\\\"a\\\": 1}",
            "{a:b}",
            "{a",
            "{{a}}",
        ];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
