//! Ranges of IP addresses in CIDR notation, as `IpAddress` and `NotIpAddress` take them.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An IPv4 or IPv6 address with the number of leading bits that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IpRange {
    address: IpAddr,
    prefix: u32,
}

impl IpRange {
    /// Reads `203.0.113.0/24`, `2001:db8::/32` or a lone address; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let prefix = prefix.map_or(Some(address_width(address)), read_prefix)?;
        (prefix <= address_width(address)).then_some(Self { address, prefix })
    }

    /// The range without the bits of its address that do not count.
    pub fn network(self) -> Self {
        let address = match self.address {
            IpAddr::V4(address) => IpAddr::V4(Ipv4Addr::from_bits(
                address.to_bits() & leading_ones_32(self.prefix),
            )),
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(
                address.to_bits() & leading_ones_128(self.prefix),
            )),
        };
        Self { address, ..self }
    }

    /// Whether every address of the range is in the other one.
    pub fn is_within(self, other: Self) -> bool {
        let same_bits = Self {
            prefix: other.prefix,
            ..self
        };
        self.prefix >= other.prefix && same_bits.network() == other.network()
    }

    /// Whether every address of the range is private, so that none of them is seen on the internet.
    ///
    /// Source: RFC 1918 for IPv4 and RFC 4193 for IPv6.
    pub fn is_private(self) -> bool {
        PRIVATE.iter().any(|range| self.is_within(*range))
    }
}

impl fmt::Display for IpRange {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}/{}", self.address, self.prefix)
    }
}

/// The greatest number of bits that can count in an address of this kind.
pub fn address_width(address: IpAddr) -> u32 {
    match address {
        IpAddr::V4(_) => u32::BITS,
        IpAddr::V6(_) => u128::BITS,
    }
}

const PRIVATE: [IpRange; 4] = [
    IpRange {
        address: IpAddr::V4(Ipv4Addr::new(10, 0, 0, 0)),
        prefix: 8,
    },
    IpRange {
        address: IpAddr::V4(Ipv4Addr::new(172, 16, 0, 0)),
        prefix: 12,
    },
    IpRange {
        address: IpAddr::V4(Ipv4Addr::new(192, 168, 0, 0)),
        prefix: 16,
    },
    IpRange {
        address: IpAddr::V6(Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0)),
        prefix: 7,
    },
];

/// Digits only: `parse` alone would take `+8`.
fn read_prefix(text: &str) -> Option<u32> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

fn leading_ones_32(count: u32) -> u32 {
    u32::MAX.checked_shl(u32::BITS - count).unwrap_or(0)
}

fn leading_ones_128(count: u32) -> u128 {
    u128::MAX.checked_shl(u128::BITS - count).unwrap_or(0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn range(text: &str) -> IpRange {
        IpRange::parse(text).unwrap()
    }

    #[test]
    fn reads_addresses_with_and_without_a_prefix() {
        for text in [
            "203.0.113.7",
            "203.0.113.0/24",
            "0.0.0.0/0",
            "::/0",
            "2001:DB8::1",
            "2001:db8::/128",
        ] {
            assert!(IpRange::parse(text).is_some(), "{text}");
        }
        for text in [
            "",
            "*",
            "203.0.113.*",
            "203.0.113",
            "203.0.113.256",
            "203.0.113.0/",
            "203.0.113.0/+8",
            "203.0.113.0/33",
            "203.0.113.0/99999999999",
            "2001:db8::/129",
            "203.0.113.0/24 ",
            "203.0.113.0-203.0.113.9",
        ] {
            assert_eq!(IpRange::parse(text), None, "{text}");
        }
    }

    #[test]
    fn clears_the_bits_that_do_not_count() {
        for (text, network) in [
            ("203.0.113.77/24", "203.0.113.0/24"),
            ("203.0.113.77", "203.0.113.77/32"),
            ("203.0.113.77/31", "203.0.113.76/31"),
            ("255.255.255.255/0", "0.0.0.0/0"),
            ("2001:db8:ffff::1/33", "2001:db8:8000::/33"),
            ("2001:db8::1/0", "::/0"),
        ] {
            assert_eq!(range(text).network().to_string(), network);
        }
    }

    #[test]
    fn knows_what_is_private() {
        for text in [
            "10.0.0.0/8",
            "10.1.2.3",
            "172.16.0.0/12",
            "172.31.255.255",
            "192.168.0.0/16",
            "fd00::/8",
        ] {
            assert!(range(text).is_private(), "{text}");
        }
        for text in [
            "10.0.0.0/7",
            "172.32.0.0/16",
            "0.0.0.0/0",
            "203.0.113.0/24",
            "100.64.0.0/10",
            "2001:db8::/32",
            "::/0",
        ] {
            assert!(!range(text).is_private(), "{text}");
        }
    }
}
