//! `((account_id))`, as Concourse and Cloud Foundry write it.

use super::{Dialect, Reading, between, is_long, is_name};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['('],
    read,
};

fn read(text: &str) -> Option<Reading<'_>> {
    let (inside, len) = between(text, "((", "))")?;
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
    fn reads_a_name_between_two_pairs_of_parentheses() {
        reads(
            &DIALECT,
            &[
                ("((account-id))¦:role", Some("account-id")),
                ("(( bucket.name ))", Some("bucket.name")),
                ("(account)", None),
                ("(())", None),
                ("((a b)", None),
            ],
        );
    }
}
