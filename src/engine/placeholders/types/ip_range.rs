//! A range of IP addresses.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::pasted;
use crate::engine::policy::IpRange;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "ip-range",
    label: "IP address or range",
    help: "An address, or a range in CIDR notation such as `198.18.7.0/24`. A network administrator knows the ranges of an office.",
    example: "198.18.7.0/24",
    list: false,
    multiline: false,
    called: &[
        "ip",
        "ip_address",
        "ipaddress",
        "ip_range",
        "cidr",
        "cidr_block",
        "ip_cidr",
        "source_ip",
        "sourceip",
        "your_ip",
        "office_ip",
        "cidr_range",
        "ip_addr",
    ],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    let range = pasted::clean(typed);
    match IpRange::parse(&range) {
        Some(_) => Ok(range),
        None => Err(Problem::new(
            "An address looks like `198.18.7.1`, a range like `198.18.7.0/24`; IPv6 does as well.",
        )),
    }
}

fn neutral(number: usize) -> String {
    format!("8.{}.{}.0/24", number / 250 % 250, number % 250)
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_addresses_and_ranges_of_both_versions() {
        accepts(
            &TYPE,
            &[
                ("198.18.7.0/24", "198.18.7.0/24"),
                (" 198.18.7.1 ", "198.18.7.1"),
                ("2a00:1450::/32", "2a00:1450::/32"),
            ],
        );
    }

    #[test]
    fn says_what_an_address_looks_like() {
        refuses(
            &TYPE,
            &[
                (
                    "198.18.7",
                    "An address looks like `198.18.7.1`, a range like `198.18.7.0/24`; IPv6 does as well.",
                ),
                (
                    "198.18.7.0/33",
                    "An address looks like `198.18.7.1`, a range like `198.18.7.0/24`; IPv6 does as well.",
                ),
            ],
        );
    }
}
