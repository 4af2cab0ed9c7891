//! Regions in the names of hosts and of service principals: `oidc.eks.REGION.amazonaws.com`.

use super::pieces::split;
use super::{Content, Slot};
use crate::engine::placeholders::place::Place;

const DOMAIN: &str = ".amazonaws.com";

/// The part before the domain is a Region where another part stands before it.
pub(super) fn read(content: Content, slots: &mut Vec<Slot>) {
    if !content.text.contains('.') {
        return;
    }
    let ends = content.text.match_indices(DOMAIN).map(|(end, _)| end);
    let mut from = 0;
    for end in ends {
        let parts = split(content, from..end, &['.', '/', ':'], usize::MAX);
        from = end + DOMAIN.len();
        let Some(last) = parts.last().filter(|last| last.start > 0) else {
            continue;
        };
        let is_behind_dot = content.get(&(last.start - 1..last.start)) == ".";
        if is_behind_dot {
            slots.push(Slot {
                place: Place::Region,
                range: last.clone(),
            });
        }
    }
}
