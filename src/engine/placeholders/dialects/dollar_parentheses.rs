//! `$(ACCOUNT_ID)`, as make, Kubernetes and Azure DevOps write it, and `$(command)` of a shell.

use super::{Dialect, Reading, between, is_long, is_name};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['$'],
    read,
};

/// `$(*)`, `$(?)` and `$($)` are AWS IoT's own escapes and have no name in them.
fn read(text: &str) -> Option<Reading<'_>> {
    let (inside, len) = between(text, "$(", ")")?;
    let name = inside.trim();
    let whose = match name.contains(' ') {
        true => "a shell command",
        false => "a build variable",
    };
    (is_name(name) && is_long(name)).then_some(Reading {
        len,
        name,
        whose: Some(whose),
    })
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_names_and_leaves_the_escapes_of_iot_alone() {
        reads(
            &DIALECT,
            &[
                ("$(ACCOUNT_ID)¦:role", Some("ACCOUNT_ID")),
                (
                    "$(terraform output bucket)¦/*",
                    Some("terraform output bucket"),
                ),
                ("$(*)", None),
                ("$(?)", None),
                ("$($)", None),
                ("$()", None),
                ("$(A", None),
            ],
        );
    }
}
