//! Service principals: the names by which services appear as principals.

use super::Catalog;
use super::suggestion::nearest;

/// The end of every service principal of the data.
const DOMAIN: &str = ".amazonaws.com";

/// How service principals end, or what is taken for it.
const ENDS: [&str; 6] = [
    DOMAIN,
    ".amazonaws.com.cn",
    ".amazonaws",
    ".amazon.com",
    ".aws.amazon.com",
    ".aws.com",
];

impl Catalog {
    /// Every known service principal as in the partition `aws`, in the order of their names.
    ///
    /// Source: iam-floyd, whose list only grows, and a few from policies that AWS publishes.
    pub fn service_principals(&self) -> impl Iterator<Item = &str> {
        self.principals.iter()
    }

    /// Whether a name is a service principal; those of a Region (`logs.eu-west-1.amazonaws.com`) and of China (`….amazonaws.com.cn`) count.
    ///
    /// AWS publishes no list, so a name that is not known may exist.
    pub fn knows_service_principal(&self, name: &str) -> bool {
        let name = name.strip_suffix(".cn").unwrap_or(name);
        let known = |name: &str| self.principals.find_ignoring_case(name).is_some();
        known(name) || self.without_region(name).is_some_and(|name| known(&name))
    }

    /// The service principals nearest to a name that is none: at most three, the nearest first.
    ///
    /// What stands before the domain is compared, and the domain may be missing or another one of AWS's;
    /// where that alone is wrong, there is one such name.
    pub fn nearest_service_principals(&self, name: &str) -> Vec<String> {
        let labels = ENDS.iter().find_map(|end| name.strip_suffix(end));
        let labels = labels.unwrap_or(name);
        let known = self.service_principals();
        let known: Vec<&str> = known.filter_map(|name| name.strip_suffix(DOMAIN)).collect();
        let near = match known.iter().find(|known| **known == labels) {
            Some(same) => vec![*same],
            None => nearest(labels, known.into_iter()),
        };
        near.into_iter()
            .map(|labels| format!("{labels}{DOMAIN}"))
            .collect()
    }

    fn without_region(&self, name: &str) -> Option<String> {
        let (service, region) = name.strip_suffix(DOMAIN)?.rsplit_once('.')?;
        self.region(region)?;
        Some(format!("{service}{DOMAIN}"))
    }
}
