//! `#{AWS::AccountId}`, as plug-ins of the Serverless Framework and Ruby write it.

use super::{Dialect, Reading, between, is_name};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['#'],
    read,
};

fn read(text: &str) -> Option<Reading<'_>> {
    let (inside, len) = between(text, "#{", "}")?;
    let name = inside.trim();
    let pseudo = name.strip_prefix("AWS::");
    is_name(pseudo.unwrap_or(name)).then_some(Reading {
        len,
        name,
        whose: pseudo.map(|_| "a pseudo parameter of the Serverless Framework"),
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
                ("#{}", None),
                ("#{aws:username}", None),
                ("#name", None),
            ],
        );
    }
}
