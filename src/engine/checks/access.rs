//! Looks at what each fix would make of the policy: the access it gives, and whether it can still be read.

use super::finding::Finding;
use super::fix::{Fix, FixKind};
use crate::engine::meaning::{AccessEffect, Original};
use crate::engine::syntax::Tree;

/// How much text is read again, in bytes, to label the fixes of one policy.
///
/// Enough for hundreds of fixes of an ordinary policy, and about as much as reading the largest text once or twice.
const MOST_TEXT: usize = 1 << 20;

/// Labels the choices in the order of the findings, and drops those that would break the JSON.
///
/// A text with errors of syntax may be read otherwise than it was meant, and an edit then falls in the wrong place.
/// Choices beyond [`MOST_TEXT`] stay, as *cannot tell*.
/// What rests on the AWS reference is *cannot tell* where the texts alone say *same*: the reference may be wrong or old.
/// Where the policy by itself permits the same, what it denies decides: other policies may allow that.
/// A repair is *same access* by what it is; the tests of every check hold it to that.
pub(super) fn label_fixes(before: &Tree, findings: &mut [Finding]) {
    let original = Original::new(before);
    let mut affordable = MOST_TEXT / before.text().len().max(1);
    for finding in findings {
        finding.fixes.retain_mut(|fix| {
            if fix.kind == FixKind::Repair || fix.template.is_some() || affordable == 0 {
                return true;
            }
            affordable -= 1;
            label(&original, fix)
        });
    }
}

/// Labels a fix; `false` where it would break the JSON.
fn label(original: &Original, fix: &mut Fix) -> bool {
    let Some(changed) = original.changed(&fix.edits) else {
        return false;
    };
    fix.access = match changed.comparison.effect() {
        AccessEffect::Same if fix.rests_on_reference => AccessEffect::Unknown,
        AccessEffect::Same => original.effect_by_denials(&fix.edits),
        effect => effect,
    };
    !changed.has_more_errors
}
