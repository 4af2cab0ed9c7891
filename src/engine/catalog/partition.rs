//! Partitions and their Regions.

use super::Catalog;
use super::column::Column;
use super::error::CatalogError;
use super::service::range;
use super::suggestion::nearest;
use super::texts::{TextReader, Texts};

/// All partitions, and all Regions partition by partition.
pub(super) struct Partitions {
    ids: Texts,
    domains: Texts,
    codes: Texts,
    titles: Texts,
    region_ends: Vec<usize>,
}

impl Partitions {
    pub fn decode(
        texts: &mut TextReader<'_>,
        counts: &mut Column<'_>,
        region_counts: &mut Column<'_>,
    ) -> Result<Self, CatalogError> {
        let count = counts.number()?;
        let ids = texts.list(count)?;
        let domains = texts.list(count)?;
        let mut region_ends = Vec::new();
        let mut regions = 0usize;
        for _ in 0..count {
            regions = regions.saturating_add(region_counts.number()?);
            region_ends.push(regions);
        }
        Ok(Self {
            ids,
            domains,
            codes: texts.list(regions)?,
            titles: texts.list(regions)?,
            region_ends,
        })
    }
}

/// A partition: a group of Regions that share one set of accounts.
///
/// Source: botocore's `partitions.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partition<'c> {
    /// The second field of its ARNs: `aws-cn`.
    pub id: &'c str,
    /// The domain of its endpoints and service principals: `amazonaws.com.cn`.
    pub domain: &'c str,
}

/// A Region.
///
/// Source: botocore's `partitions.json`, without the pseudo Regions such as `aws-global`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region<'c> {
    /// Its code: `eu-central-1`.
    pub code: &'c str,
    /// Its name for people: `Europe (Frankfurt)`.
    pub title: &'c str,
    /// The partition it belongs to.
    pub partition: Partition<'c>,
}

impl Catalog {
    /// Every partition, in the order of the ids.
    pub fn partitions(&self) -> impl Iterator<Item = Partition<'_>> {
        (0..self.partitions.ids.len()).map(|place| self.partition_at(place))
    }

    /// The partition of an id, compared with case.
    pub fn partition(&self, id: &str) -> Option<Partition<'_>> {
        self.partitions().find(|partition| partition.id == id)
    }

    /// Every Region, partition by partition, in the order of the codes.
    pub fn regions(&self) -> impl Iterator<Item = Region<'_>> {
        let partitions = &self.partitions;
        (0..partitions.ids.len()).flat_map(move |partition| {
            range(&partitions.region_ends, partition).map(move |place| Region {
                code: partitions.codes.get(place),
                title: partitions.titles.get(place),
                partition: self.partition_at(partition),
            })
        })
    }

    /// The Region of a code, compared with case.
    pub fn region(&self, code: &str) -> Option<Region<'_>> {
        self.regions().find(|region| region.code == code)
    }

    /// The codes nearest to one that is no Region: at most three, the nearest first.
    pub fn nearest_regions<'c>(&'c self, code: &str) -> Vec<&'c str> {
        nearest(code, self.regions().map(|region| region.code))
    }

    /// The ids nearest to one that is no partition: at most three, the nearest first.
    pub fn nearest_partitions<'c>(&'c self, id: &str) -> Vec<&'c str> {
        nearest(id, self.partitions().map(|partition| partition.id))
    }

    fn partition_at(&self, place: usize) -> Partition<'_> {
        Partition {
            id: self.partitions.ids.get(place),
            domain: self.partitions.domains.get(place),
        }
    }
}
