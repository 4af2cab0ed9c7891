//! `{{name}}`, the way of this editor's own templates.

use super::{Dialect, Reading, near};

pub(super) static DIALECT: Dialect = Dialect { name: None, read };

fn read(text: &str) -> Option<Reading<'_>> {
    let inside = text.strip_prefix("{{")?;
    let (inside, _) = near(inside).split_once("}}")?;
    let len = inside.len() + "{{}}".len();
    let name = inside.trim_matches(' ');
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    let has_letter = name.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_closed_twice = !text.get(len..)?.starts_with('}');
    (is_name && has_letter && is_closed_twice).then_some(Reading { len, name })
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::DIALECT;

    #[test]
    fn reads_a_name_between_two_pairs_of_braces() {
        let texts = [
            "{{account_id}}:role",
            "{{ACCOUNT-ID}}",
            "{{ bucket2 }}/*",
            "{{a}}{{b}}",
        ];
        let expected = [
            (14, "account_id"),
            (14, "ACCOUNT-ID"),
            (13, "bucket2"),
            (5, "a"),
        ];
        assert_eq!(names(&DIALECT, &texts), expected.map(Some));
    }

    #[test]
    fn leaves_templates_of_other_tools_alone() {
        let texts = [
            "{{< product lc >}}",
            "{{ .Values.bucket }}",
            "{{account Account1}}",
            "{{{name}}}",
            "{{name}}}",
            "{{}}",
            "{{ }}",
            "{{1}}",
            "{{name}",
            "{name}",
            "{{na\"me}}",
        ];
        assert_eq!(names(&DIALECT, &texts), texts.map(|_| None));
    }
}
