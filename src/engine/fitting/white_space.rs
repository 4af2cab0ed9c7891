//! Leaving out the white space between the parts of a policy.

use super::{Attempts, Proposal};
use crate::engine::syntax::{Style, Tree, format};

pub(super) fn remove(tree: &Tree, attempts: &mut Attempts) -> Option<Proposal> {
    let text = format(tree, Style::Minified)
        .filter(|text| attempts.refused == 0 && **text != **tree.text())?;
    Some(Proposal {
        text,
        what: "Left out the white space, which counts here.".to_owned(),
    })
}
