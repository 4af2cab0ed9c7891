//! `{{name}}`: this editor's own templates, Mustache, Jinja, Ansible, Helm.

use super::{Dialect, Reading, between, is_name};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['{'],
    read,
};

/// Site macros (`{{< x >}}`, `{{% x %}}`) and calls (`{{ row(…) }}`) belong to a page, not to a policy.
fn read(text: &str) -> Option<Reading<'_>> {
    let (inside, len) = between(text, "{{", "}}")?;
    let name = inside.trim();
    if let Some(reference) = name.strip_prefix("resolve:") {
        return Some(dynamic_reference(reference, len));
    }
    let is_helm = name.starts_with('.');
    let name = name.strip_prefix(".Values.").unwrap_or(name);
    let name = name.trim_start_matches('.');
    let is_closed_twice = !text.get(len..)?.starts_with('}');
    (is_name(name) && is_closed_twice).then_some(Reading {
        len,
        name,
        whose: is_helm.then_some("a value of a Helm chart"),
    })
}

/// `{{resolve:ssm:/orders/bucket}}`, whose last part is its name.
fn dynamic_reference(reference: &str, len: usize) -> Reading<'_> {
    let mut parts = reference.rsplit([':', '/']);
    let name = parts.find(|part| part.contains(char::is_alphabetic));
    Reading {
        len,
        name: name.unwrap_or(reference),
        whose: Some("a dynamic reference of CloudFormation"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_a_name_between_two_pairs_of_braces() {
        reads(
            &DIALECT,
            &[
                ("{{account_id}}¦:role", Some("account_id")),
                ("{{ACCOUNT-ID}}", Some("ACCOUNT-ID")),
                ("{{ bucket2 }}¦/*", Some("bucket2")),
                ("{{aa}}¦{{b}}", Some("aa")),
                ("{{account Account1}}", Some("account Account1")),
                ("{{ .Values.bucket }}", Some("bucket")),
                ("{{ inputs.region }}", Some("inputs.region")),
                ("{{버킷}}", Some("버킷")),
                ("{{resolve:ssm:/orders/bucket:1}}¦/*", Some("bucket")),
            ],
        );
    }

    #[test]
    fn leaves_the_macros_of_sites_alone() {
        let texts = [
            "{{< product lc >}}",
            "{{% x %}}",
            "{{ row('a') }}",
            "{{{name}}}",
            "{{name}}}",
            "{{}}",
            "{{ }}",
            "{{1}}",
            "{{name}",
            "{name}",
            "{{na\"me}}",
        ];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
