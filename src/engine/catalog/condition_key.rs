//! Condition keys, the types of their values, and families such as `aws:ResourceTag/${TagKey}`.

use std::fmt;

use super::Catalog;
use super::arn_format::with_wildcards;
use super::column::Column;
use super::error::CatalogError;
use super::operator::OperatorFamily;
use super::sets::Sets;
use super::suggestion::{MOST, nearest};
use super::texts::{TextReader, Texts};
use super::wildcard;

/// What the value of a condition key is.
///
/// Source: Service Authorization Reference, "Type" of the tables of condition keys, October 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ValueType {
    /// Text.
    String = 0,
    /// An Amazon Resource Name.
    Arn = 1,
    /// `true` or `false`.
    Bool = 2,
    /// A number.
    Numeric = 3,
    /// A moment.
    Date = 4,
    /// An IP address.
    IpAddress = 5,
    /// A moment as the number of seconds since 1970, for date and for numeric operators alike: `aws:EpochTime`.
    EpochSeconds = 6,
}

impl ValueType {
    const ALL: [Self; 7] = [
        Self::String,
        Self::Arn,
        Self::Bool,
        Self::Numeric,
        Self::Date,
        Self::IpAddress,
        Self::EpochSeconds,
    ];

    /// The family of operators that is made for it.
    pub fn family(self) -> OperatorFamily {
        match self {
            Self::String => OperatorFamily::String,
            Self::Arn => OperatorFamily::Arn,
            Self::Bool => OperatorFamily::Bool,
            Self::Numeric => OperatorFamily::Numeric,
            Self::Date | Self::EpochSeconds => OperatorFamily::Date,
            Self::IpAddress => OperatorFamily::IpAddress,
        }
    }

    /// Whether operators of a family compare such values; `Null` fits every type.
    ///
    /// Nothing is said here of string operators on ARNs, which IAM computes though they are not made for them.
    pub fn fits(self, family: OperatorFamily) -> bool {
        family == self.family()
            || family == OperatorFamily::Null
            || (self == Self::EpochSeconds && family == OperatorFamily::Numeric)
    }
}

/// What the column `key_kinds` says of a key: the type's number, plus these bits.
#[derive(Clone, Copy)]
struct Kind(u8);

impl Kind {
    const TYPES: u8 = 7;
    const MULTIVALUED: u8 = 8;
    const GLOBAL: u8 = 16;

    fn read(column: &mut Column<'_>) -> Result<Self, CatalogError> {
        let kind = Self(column.small_number()?);
        let known = kind.0 & !(Self::TYPES | Self::MULTIVALUED | Self::GLOBAL) == 0;
        (known && kind.value_type().is_some())
            .then_some(kind)
            .ok_or(CatalogError::Contradictory)
    }

    fn value_type(self) -> Option<ValueType> {
        let number = self.0 & Self::TYPES;
        ValueType::ALL
            .into_iter()
            .find(|known| *known as u8 == number)
    }
}

/// All condition keys, sorted by name without case, and the sets of them that actions and resource types have.
pub(super) struct ConditionKeys {
    names: Texts,
    kinds: Vec<Kind>,
    /// The places of the keys with a `${…}`, each with the pattern of what the `${…}` makes of it.
    families: Vec<(usize, String)>,
    pub sets: Sets<usize>,
}

impl ConditionKeys {
    pub fn decode(
        texts: &mut TextReader<'_>,
        counts: &mut Column<'_>,
        kinds: &mut Column<'_>,
    ) -> Result<Self, CatalogError> {
        let names = texts.list(counts.number()?)?.ascending()?;
        let kinds = (0..names.len()).map(|_| Kind::read(kinds));
        let with_variable = |(place, name): (usize, &str)| {
            name.contains("${").then(|| (place, with_wildcards(name)))
        };
        Ok(Self {
            kinds: kinds.collect::<Result<_, _>>()?,
            families: names.iter().enumerate().filter_map(with_variable).collect(),
            names,
            sets: Sets::new(),
        })
    }

    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// The family that a key such as `aws:ResourceTag/team` belongs to; the longest where several do.
    fn family_of(&self, name: &str) -> Option<usize> {
        let families = self.families.iter();
        families
            .filter(|(_, pattern)| wildcard::matches(pattern, name))
            .max_by_key(|(_, pattern)| pattern.len())
            .map(|(place, _)| *place)
    }
}

/// One condition key, or one family of them.
#[derive(Clone, Copy)]
pub struct ConditionKey<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) place: usize,
}

impl Catalog {
    /// Every condition key and family of any service, global ones among them, in the order of their names without case.
    pub fn condition_keys(&self) -> impl Iterator<Item = ConditionKey<'_>> {
        (0..self.condition_keys.count()).map(|place| ConditionKey {
            catalog: self,
            place,
        })
    }

    /// The condition key of a name, compared without case; for a name such as `aws:ResourceTag/team` its family.
    pub fn condition_key(&self, name: &str) -> Option<ConditionKey<'_>> {
        let keys = &self.condition_keys;
        let place = keys.names.find_ignoring_case(name);
        Some(ConditionKey {
            catalog: self,
            place: place.or_else(|| keys.family_of(name))?,
        })
    }

    /// The family that is meant by its name alone: `aws:ResourceTag` or `aws:ResourceTag/`, compared without case.
    pub fn condition_key_family(&self, stem: &str) -> Option<ConditionKey<'_>> {
        let stem = stem.trim_end_matches(['/', ':']);
        let mut families = self.condition_keys.families.iter();
        let key = |place: usize| ConditionKey {
            catalog: self,
            place,
        };
        families
            .find(|(place, _)| {
                let (before, after) = key(*place).name().split_once("${").unwrap_or_default();
                after.ends_with('}')
                    && before
                        .trim_end_matches(['/', ':'])
                        .eq_ignore_ascii_case(stem)
            })
            .map(|(place, _)| key(*place))
    }

    /// Whether some condition key has a prefix, compared without case, or a service has it: `aws`, `s3`, `saml`.
    pub fn is_key_prefix(&self, prefix: &str) -> bool {
        let names = &self.condition_keys.names;
        let is_used = || {
            let start = format!("{prefix}:");
            let first = names.get(names.first_not_below(&start)).get(..start.len());
            first.is_some_and(|first| first.eq_ignore_ascii_case(&start))
        };
        self.service(prefix).is_some() || is_used()
    }

    /// The condition keys whose names begin with a prefix and a colon, in the order of their names.
    ///
    /// They are what a service defines; [`super::Service::condition_keys`] is what it lists.
    pub fn condition_keys_of<'c>(&'c self, prefix: &str) -> impl Iterator<Item = ConditionKey<'c>> {
        self.condition_keys()
            .filter(move |key| key.prefix().eq_ignore_ascii_case(prefix))
    }

    /// The names nearest to one that is no condition key, among those with the same prefix: at most three.
    ///
    /// A family is compared by what stands before its variable, and suggested with the tag key that was typed:
    /// `aws:ResourceTag/team` for `aws:ResourcTag/team`.
    /// Members of families stand before other keys, and nearer names before others.
    pub fn nearest_condition_keys(&self, name: &str) -> Vec<String> {
        let prefix = name.split_once(':').map_or(name, |(prefix, _)| prefix);
        let same_prefix = || self.condition_keys_of(prefix).map(ConditionKey::name);
        let stems = same_prefix().filter_map(|known| known.strip_suffix('}')?.split_once("${"));
        let (stem, tag_key) = name.split_once('/').unwrap_or_default();
        let members = nearest(stem, stems.filter_map(|(stem, _)| stem.strip_suffix('/')));
        let members = members.into_iter().map(|stem| format!("{stem}/{tag_key}"));
        let others = nearest(name, same_prefix().filter(|known| !known.contains("${")));
        let mut names: Vec<String> = members.collect();
        names.extend(others.into_iter().map(str::to_owned));
        names.truncate(MOST);
        names
    }

    pub(super) fn key_set(&self, set: u32) -> impl Iterator<Item = ConditionKey<'_>> {
        let places = self.condition_keys.sets.get(set).iter();
        places.map(|place| ConditionKey {
            catalog: self,
            place: *place,
        })
    }
}

impl<'c> ConditionKey<'c> {
    /// Its name in AWS's spelling; a family has one `${…}` or more in it: `aws:ResourceTag/${TagKey}`.
    pub fn name(self) -> &'c str {
        self.catalog.condition_keys.names.get(self.place)
    }

    /// What stands before the first colon: `aws`, a service's prefix, `saml`, the host of an identity provider.
    pub fn prefix(self) -> &'c str {
        self.name().split_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// The type of its value, or of each of its values.
    pub fn value_type(self) -> ValueType {
        self.kind().value_type().unwrap_or(ValueType::String)
    }

    /// Whether a request may carry several values of it.
    pub fn is_multivalued(self) -> bool {
        self.kind().0 & Kind::MULTIVALUED != 0
    }

    /// Whether requests to any service may carry it: all `aws:` keys, and a few of single services such as `ec2:SourceInstanceArn`.
    pub fn is_global(self) -> bool {
        self.kind().0 & Kind::GLOBAL != 0
    }

    /// Whether it stands for a family of keys.
    pub fn is_family(self) -> bool {
        self.name().contains("${")
    }

    fn kind(self) -> Kind {
        let kinds = &self.catalog.condition_keys.kinds;
        kinds.get(self.place).copied().unwrap_or(Kind(0))
    }
}

impl PartialEq for ConditionKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for ConditionKey<'_> {}

impl fmt::Debug for ConditionKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
