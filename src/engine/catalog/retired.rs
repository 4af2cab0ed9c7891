//! Names that AWS listed once and lists no longer.

use super::Catalog;
use super::column::Column;
use super::error::CatalogError;
use super::texts::{TextReader, Texts};

/// What AWS does with a retired name, as far as it is known.
///
/// A list of 2026, a managed policy that AWS changed in 2026, and AWS's own validation in March 2026 are taken as evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Standing {
    /// There is evidence that AWS takes it: it does not make a policy wrong.
    Accepted = 0,
    /// Nothing is known but that it was listed once.
    Unjudged = 1,
    /// There is evidence that AWS refuses it.
    Refused = 2,
}

impl Standing {
    fn read(column: &mut Column<'_>) -> Result<Self, CatalogError> {
        match column.number()? {
            0 => Ok(Self::Accepted),
            1 => Ok(Self::Unjudged),
            2 => Ok(Self::Refused),
            _ => Err(CatalogError::Contradictory),
        }
    }
}

/// A service, action or condition key that AWS lists no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retired<'c> {
    /// Its name in AWS's last spelling: a prefix, `prefix:Action` or `prefix:Key`.
    pub name: &'c str,
    /// The date of the last list, or of the last of AWS's own policies, known to have it: `YYYY-MM-DD` or `YYYY-MM`.
    pub last_listed: &'c str,
    /// What AWS does with it.
    pub standing: Standing,
}

impl Retired<'_> {
    /// Whether there is evidence that AWS refuses it.
    pub fn is_refused(self) -> bool {
        self.standing == Standing::Refused
    }
}

/// The retired names of one kind, sorted without case, each with the number of its record.
struct Names {
    names: Texts,
    records: Vec<usize>,
}

impl Names {
    fn decode(
        texts: &mut TextReader<'_>,
        counts: &mut Column<'_>,
        records: &mut Column<'_>,
    ) -> Result<Self, CatalogError> {
        let names = texts.list(counts.number()?)?.ascending()?;
        let records = (0..names.len()).map(|_| records.number());
        Ok(Self {
            records: records.collect::<Result<_, _>>()?,
            names,
        })
    }
}

/// All retired names.
pub(super) struct RetiredNames {
    /// The date and the standing that many names have in common.
    dates: Texts,
    standings: Vec<Standing>,
    services: Names,
    actions: Names,
    condition_keys: Names,
}

impl RetiredNames {
    pub fn decode(
        texts: &mut TextReader<'_>,
        counts: &mut Column<'_>,
        records: &mut Column<'_>,
        standings: &mut Column<'_>,
    ) -> Result<Self, CatalogError> {
        let dates = texts.list(counts.number()?)?;
        let standings = (0..dates.len()).map(|_| Standing::read(standings));
        Ok(Self {
            standings: standings.collect::<Result<_, _>>()?,
            dates,
            services: Names::decode(texts, counts, records)?,
            actions: Names::decode(texts, counts, records)?,
            condition_keys: Names::decode(texts, counts, records)?,
        })
    }

    fn find<'c>(&'c self, among: &'c Names, name: &str) -> Option<Retired<'c>> {
        self.at(among, among.names.find_ignoring_case(name)?)
    }

    fn at<'c>(&'c self, among: &'c Names, place: usize) -> Option<Retired<'c>> {
        let record = *among.records.get(place)?;
        Some(Retired {
            name: among.names.get(place),
            last_listed: self.dates.get(record),
            standing: *self.standings.get(record)?,
        })
    }

    fn all<'c>(&'c self, among: &'c Names) -> impl Iterator<Item = Retired<'c>> {
        (0..among.names.len()).filter_map(|place| self.at(among, place))
    }
}

impl Catalog {
    /// The retired service with a prefix, compared without case.
    ///
    /// Of such a service not every action may be known; its standing holds for all of them.
    pub fn retired_service(&self, prefix: &str) -> Option<Retired<'_>> {
        self.retired.find(&self.retired.services, prefix)
    }

    /// The retired action of a name, compared without case; any name of a retired service is one, under the name of the service.
    pub fn retired_action(&self, prefix: &str, name: &str) -> Option<Retired<'_>> {
        let own = format!("{prefix}:{name}");
        self.retired
            .find(&self.retired.actions, &own)
            .or_else(|| self.retired_service(prefix))
    }

    /// The retired condition key of a name, compared without case.
    pub fn retired_condition_key(&self, name: &str) -> Option<Retired<'_>> {
        self.retired.find(&self.retired.condition_keys, name)
    }

    /// Every retired service, in the order of their prefixes.
    pub fn retired_services(&self) -> impl Iterator<Item = Retired<'_>> {
        self.retired.all(&self.retired.services)
    }

    /// Every retired action, in the order of their names.
    pub fn retired_actions(&self) -> impl Iterator<Item = Retired<'_>> {
        self.retired.all(&self.retired.actions)
    }

    /// Every retired condition key, in the order of their names.
    pub fn retired_condition_keys(&self) -> impl Iterator<Item = Retired<'_>> {
        self.retired.all(&self.retired.condition_keys)
    }
}
