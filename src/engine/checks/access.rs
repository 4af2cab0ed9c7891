//! Says of each fix what it does to the access the policy gives.

use super::finding::Finding;
use super::fix::{Fix, FixKind};
use crate::engine::meaning::{AccessEffect, effect_of};
use crate::engine::syntax::{Tree, parse};

/// How much text is read again, in bytes, to label the fixes of one policy.
///
/// Enough for hundreds of fixes of an ordinary policy, and about as much as reading the largest text once or twice.
const MOST_TEXT: usize = 1 << 20;

/// Labels the choices in the order of the findings; those beyond [`MOST_TEXT`] stay [`AccessEffect::Unknown`].
///
/// A repair is *same access* by what it is; the tests of every check hold it to that.
pub(super) fn label_fixes(before: &Tree, findings: &mut [Finding]) {
    let affordable = MOST_TEXT / before.text().len().max(1);
    let fixes = findings.iter_mut().flat_map(|finding| &mut finding.fixes);
    for fix in fixes
        .filter(|fix| fix.kind == FixKind::Choice && fix.template.is_none())
        .take(affordable)
    {
        fix.access = effect(before, fix);
    }
}

fn effect(before: &Tree, fix: &Fix) -> AccessEffect {
    let after = fix.edits.apply(before.text());
    after.map_or(AccessEffect::Unknown, |after| {
        effect_of(before, &parse(&after))
    })
}
