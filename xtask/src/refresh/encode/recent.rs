//! Sets by how recently a service used them, the counterpart of `catalog::sets`.

pub struct Recent<T> {
    /// The last one at the end.
    used: Vec<T>,
}

impl<T: Default> Default for Recent<T> {
    /// Every service begins as if it had used the empty set.
    fn default() -> Self {
        Self {
            used: vec![T::default()],
        }
    }
}

impl<T: Clone + PartialEq> Recent<T> {
    /// 1 for the set used last, 2 for the one before, and so on; 0 for a new one. It is the last one afterwards.
    pub fn rank(&mut self, set: &T) -> usize {
        let known = self.used.iter().rposition(|used| used == set);
        let rank = known.map_or(0, |place| self.used.len() - place);
        if let Some(place) = known {
            self.used.remove(place);
        }
        self.used.push(set.clone());
        rank
    }
}

#[cfg(test)]
mod tests {
    use super::Recent;

    #[test]
    fn ranks_sets_by_how_recently_they_were_used() {
        let mut recent: Recent<Vec<u8>> = Recent::default();
        let sets = [vec![], vec![1], vec![2], vec![1], vec![1], vec![]];
        assert_eq!(sets.map(|set| recent.rank(&set)), [1, 0, 0, 2, 1, 3]);
    }
}
