//! `!Ref BucketName` and `!GetAtt Role.Arn`: short forms of CloudFormation's functions, without quotes.

use super::{Dialect, Reading, near};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['!'],
    read,
};

const FUNCTIONS: [(&str, &str); 3] = [
    ("!Ref", "a CloudFormation reference"),
    ("!GetAtt", "an attribute of a CloudFormation resource"),
    (
        "!ImportValue",
        "a value that another CloudFormation stack exports",
    ),
];

fn read(text: &str) -> Option<Reading<'_>> {
    let text = near(text);
    FUNCTIONS.iter().find_map(|(function, whose)| {
        let rest = text.strip_prefix(function)?;
        let name_start = rest.trim_start_matches(' ');
        let blanks = rest.len() - name_start.len();
        let is_in_name = |byte: &u8| byte.is_ascii_alphanumeric() || b".:-_".contains(byte);
        let name_len = name_start
            .bytes()
            .take_while(|byte| is_in_name(byte))
            .count();
        let name = name_start.get(..name_len)?;
        let is_named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        (blanks > 0 && is_named).then_some(Reading {
            len: function.len() + blanks + name_len,
            name,
            whose: Some(whose),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_the_function_with_its_name() {
        reads(
            &DIALECT,
            &[
                ("!Ref BucketName¦, x", Some("BucketName")),
                ("!Ref AWS::AccountId", Some("AWS::AccountId")),
                ("!GetAtt WorkerRole.Arn¦]", Some("WorkerRole.Arn")),
                ("!ImportValue shared-bucket", Some("shared-bucket")),
                ("!Ref", None),
                ("!Reference x", None),
                ("!Sub x", None),
                ("!", None),
            ],
        );
    }
}
