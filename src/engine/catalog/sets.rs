//! Sets of things that many actions share, each kept once, and how a reference file names them.
//!
//! The file names a set by how recently the service used it: 1 is the set used last, 2 the one before that, and so on.
//! 0 announces a new set, which is given on the spot.
//! Every service begins as if it had used the empty set.

use super::column::Column;
use super::error::CatalogError;

/// Sets in the order of their first use; each is a list in the order that the file gives.
#[derive(Debug)]
pub(super) struct Sets<T> {
    members: Vec<T>,
    ends: Vec<u32>,
}

/// The place of the empty set.
pub(super) const EMPTY: u32 = 0;

impl<T> Sets<T> {
    /// The empty set alone.
    pub fn new() -> Self {
        Self {
            members: Vec::new(),
            ends: vec![0],
        }
    }

    /// The members of a set; none where there is no such set.
    pub fn get(&self, set: u32) -> &[T] {
        let end = self.ends.get(set as usize).copied().unwrap_or_default();
        let start = (set as usize)
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |end| *end);
        self.members
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// Adds a set and returns its place.
    pub fn add(&mut self, members: impl IntoIterator<Item = T>) -> Result<u32, CatalogError> {
        self.members.extend(members);
        let end = u32::try_from(self.members.len()).map_err(|_| CatalogError::Contradictory)?;
        let place = u32::try_from(self.ends.len()).map_err(|_| CatalogError::Contradictory)?;
        self.ends.push(end);
        Ok(place)
    }
}

/// The sets that one service has used for one purpose, the last one at the end.
pub(super) struct Recent {
    sets: Vec<u32>,
}

impl Recent {
    /// As every service begins.
    pub fn new() -> Self {
        Self { sets: vec![EMPTY] }
    }

    /// The next set that a column names; `define` reads and adds a new one.
    pub fn next(
        &mut self,
        column: &mut Column<'_>,
        define: impl FnOnce() -> Result<u32, CatalogError>,
    ) -> Result<u32, CatalogError> {
        match column.number()? {
            0 => self.sets.push(define()?),
            rank => self.recall(rank)?,
        }
        self.sets.last().copied().ok_or(CatalogError::Contradictory)
    }

    fn recall(&mut self, rank: usize) -> Result<(), CatalogError> {
        let place = self
            .sets
            .len()
            .checked_sub(rank)
            .ok_or(CatalogError::Contradictory)?;
        if let Some(since) = self.sets.get_mut(place..) {
            since.rotate_left(1);
        }
        Ok(())
    }
}

/// Reads `count` numbers below `limit`, each given as the distance from the one after its predecessor.
pub(super) fn ascending(
    column: &mut Column<'_>,
    count: usize,
    limit: usize,
) -> Result<Vec<usize>, CatalogError> {
    let mut numbers = Vec::new();
    let mut least = 0;
    for _ in 0..count {
        let number = column.number()?.saturating_add(least);
        if number >= limit {
            return Err(CatalogError::Contradictory);
        }
        numbers.push(number);
        least = number + 1;
    }
    Ok(numbers)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn names_sets_by_how_recently_they_were_used() {
        let mut sets = Sets::new();
        let mut recent = Recent::new();
        let mut column = Column::new(&[1, 0, 0, 2, 2, 3]);
        let mut used = Vec::new();
        while !column.is_used_up() {
            let define = || sets.add([7, 8]);
            used.push(recent.next(&mut column, define).unwrap());
        }
        assert_eq!(used, [0, 1, 2, 1, 2, 0]);
        assert_eq!((sets.get(0), sets.get(1)), (&[][..], &[7, 8][..]));
    }

    #[test]
    fn refuses_a_rank_beyond_the_sets_in_use() {
        let mut column = Column::new(&[2]);
        let next = Recent::new().next(&mut column, || Ok(1));
        assert_eq!(next, Err(CatalogError::Contradictory));
    }

    #[test]
    fn reads_ascending_numbers_from_their_distances() {
        let read = |bytes: &[u8]| ascending(&mut Column::new(bytes), 3, 10);
        assert_eq!(read(&[0, 0, 5]), Ok(vec![0, 1, 7]));
        assert_eq!(read(&[0, 0, 8]), Err(CatalogError::Contradictory));
    }
}
