//! An address of the web in its parts.

use super::percent::decode;

/// The parts of an address, with its percent codes as they are.
pub(super) struct Url<'t> {
    /// In lower case.
    pub host: String,
    /// Without the slash in front, query and fragment excluded.
    pub path: &'t str,
    query: &'t str,
    /// What stands behind `#`.
    pub fragment: &'t str,
}

impl<'t> Url<'t> {
    /// Reads `https://host/path?query#fragment`; the scheme may be missing where the host has a dot and no blank stands anywhere.
    pub fn new(address: &'t str) -> Option<Self> {
        let rest = match address.split_once("://") {
            Some(("https" | "http", rest)) => rest,
            Some(_) => return None,
            None => address,
        };
        if rest.contains(char::is_whitespace) {
            return None;
        }
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        host.contains('.').then(|| Url {
            host: host.to_ascii_lowercase(),
            path,
            query,
            fragment,
        })
    }

    /// The value of a name in the query, or in the one that pages of the console carry in their fragment.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let in_fragment = self.fragment.split_once('?').map_or("", |(_, query)| query);
        let pairs = self.query.split('&').chain(in_fragment.split('&'));
        let mut values = pairs.filter_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        values.next().map(decode)
    }
}
