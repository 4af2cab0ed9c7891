//! The name of a domain.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{dns_label, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "domain-name",
    label: "Domain",
    help: "The name of the domain, such as `shop.acme.dev`, without `https://` and without a path.",
    example: "shop.acme.dev",
    list: false,
    multiline: false,
    called: &[
        "domain",
        "domain_name",
        "domainname",
        "dns_zone",
        "zone_name",
        "hostname",
        "fqdn",
    ],
    validate,
    neutral,
};

/// How many characters a name has at most (RFC 1035).
const MOST: usize = 253;

fn validate(typed: &str) -> Result<String, Problem> {
    let lower = pasted::clean(typed).to_ascii_lowercase();
    let name = without_address(&lower);
    match problem(name) {
        Some(message) => Err(Problem::new(message)),
        None => Ok(name.to_string()),
    }
}

/// The host out of a URL, without the dot that may end a full name.
fn without_address(value: &str) -> &str {
    let rest = value.split_once("://").map_or(value, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.trim_end_matches('.')
}

fn problem(name: &str) -> Option<String> {
    if name.starts_with("*.") {
        return Some(
            "Enter the domain without `*.`; the policy says which names below it count.".into(),
        );
    }
    if !name.is_ascii() {
        return Some("Enter the domain the way DNS has it, beginning with `xn--`.".into());
    }
    if !name.contains('.') {
        return Some("A domain has a dot in it, as in `acme.dev`.".into());
    }
    let last = name.rsplit('.').next().unwrap_or_default();
    if last.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("A domain does not end in a number.".into());
    }
    (name.len() > MOST)
        .then(|| {
            format!(
                "These are {} characters; a domain has at most {MOST}.",
                name.len()
            )
        })
        .or_else(|| {
            name.split('.')
                .find_map(|label| dns_label::objection("part of a domain", label))
        })
}

fn neutral(number: usize) -> String {
    format!("neutral-{number}.dev")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_domain_and_takes_it_out_of_a_url() {
        accepts(
            &TYPE,
            &[
                ("shop.acme.dev", "shop.acme.dev"),
                ("Shop.ACME.dev.", "shop.acme.dev"),
                ("https://shop.acme.dev:8443/path?x#y", "shop.acme.dev"),
                ("xn--bcher-kva.example.org", "xn--bcher-kva.example.org"),
            ],
        );
    }

    #[test]
    fn says_what_is_no_domain() {
        refuses(
            &TYPE,
            &[
                ("acme", "A domain has a dot in it, as in `acme.dev`."),
                (
                    "*.acme.dev",
                    "Enter the domain without `*.`; the policy says which names below it count.",
                ),
                (
                    "bücher.example.org",
                    "Enter the domain the way DNS has it, beginning with `xn--`.",
                ),
                ("192.168.5.4", "A domain does not end in a number."),
                (
                    "a_b.dev",
                    "A part of a domain has lower-case letters a to z, digits and hyphens only; this has `_`.",
                ),
                ("a..dev", "Enter a part of a domain."),
            ],
        );
    }
}
