//! `#{AWS::AccountId}`, as plug-ins of the Serverless Framework and Ruby write it, and `#ACCOUNT_ID#`.

use super::{Dialect, Reading, between, is_long, is_name};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['#'],
    read,
};

fn read(text: &str) -> Option<Reading<'_>> {
    let Some((inside, len)) = between(text, "#{", "}") else {
        return loud_name(text);
    };
    let name = inside.trim();
    let pseudo = name.strip_prefix("AWS::");
    is_name(pseudo.unwrap_or(name)).then_some(Reading {
        len,
        name,
        whose: pseudo.map(|_| "a pseudo parameter of the Serverless Framework"),
    })
}

/// Between single signs only capitals count: a fragment of an address begins with one, too.
fn loud_name(text: &str) -> Option<Reading<'_>> {
    let (name, len) = between(text, "#", "#")?;
    let is_loud = !name.contains(|c: char| c.is_lowercase() || c == ' ');
    (is_name(name) && is_long(name) && is_loud).then_some(Reading {
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
    fn reads_pseudo_parameters_and_names() {
        reads(
            &DIALECT,
            &[
                ("#{AWS::AccountId}¦:parameter", Some("AWS::AccountId")),
                ("#{account_id}", Some("account_id")),
                ("#{octopus.bucket}", Some("octopus.bucket")),
                ("#ACCOUNT_ID#¦:x", Some("ACCOUNT_ID")),
                ("#section#x", None),
                ("#{}", None),
                ("#{aws:username}", None),
                ("#name", None),
            ],
        );
    }
}
