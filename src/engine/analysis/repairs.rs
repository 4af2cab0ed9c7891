//! Every repair at once: what *Fix all errors* and `--fix` do.

use std::collections::{BTreeMap, BTreeSet};

use super::Analysis;
use crate::engine::checks::{Finding, Fix, FixKind};
use crate::engine::text::{Edit, Edits, Span};

/// After this many rounds whatever is left stays for a person to mend.
const ROUNDS: usize = 10;

impl Analysis {
    /// The repairs that can be made together, as edits of the template.
    ///
    /// Of two that meet, the one whose finding stands first; a later round brings the other.
    /// No repair touches a stand-in.
    pub fn repairs(&self) -> Edits {
        let stand_ins = self
            .placeholders
            .iter()
            .flat_map(|placeholder| &placeholder.uses)
            .map(|each| each.span);
        let mut taken = Taken::new(stand_ins);
        for fix in self.findings.iter().filter_map(repair_of) {
            taken.take(&fix.edits);
        }
        Edits::new(taken.edits).unwrap_or_default()
    }

    /// The template after all rounds of repairs; `None` when there is nothing to repair.
    ///
    /// A round that would leave more errors than it found is not made, and is the last.
    pub fn fix_all(&self) -> Option<String> {
        self.repaired().map(|analysis| analysis.text().to_string())
    }

    /// The analysis of what [`Analysis::fix_all`] gives.
    pub fn repaired(&self) -> Option<Analysis> {
        let mut fixed: Option<Analysis> = None;
        for _ in 0..ROUNDS {
            let Some(next) = fixed.as_ref().unwrap_or(self).repaired_once() else {
                break;
            };
            fixed = Some(next);
        }
        fixed
    }

    /// The analysis after one round, where there is something to repair and repairing it adds no error.
    fn repaired_once(&self) -> Option<Analysis> {
        let repairs = self.repairs();
        let changed = repairs.apply(self.text()).filter(|_| !repairs.is_empty())?;
        let next = self.of_changed(&changed);
        (next.verdict().errors <= self.verdict().errors).then_some(next)
    }
}

fn repair_of(finding: &Finding) -> Option<&Fix> {
    finding.fixes.iter().find(|fix| fix.kind == FixKind::Repair)
}

/// The edits taken so far, and the stretches of text that no further edit may touch.
struct Taken {
    edits: Vec<Edit>,
    stretches: BTreeMap<usize, usize>,
    insertions: BTreeSet<usize>,
}

impl Taken {
    fn new(reserved: impl Iterator<Item = Span>) -> Self {
        let stretches = reserved.map(|span| (span.start, span.end)).collect();
        Taken {
            edits: Vec::new(),
            stretches,
            insertions: BTreeSet::new(),
        }
    }

    /// Takes the edits of one fix, all or none.
    fn take(&mut self, edits: &Edits) {
        if edits.iter().any(|edit| self.collides(edit)) {
            return;
        }
        for edit in edits {
            self.edits.push(edit.clone());
            if edit.span.is_empty() {
                self.insertions.insert(edit.span.start);
            } else {
                self.stretches.insert(edit.span.start, edit.span.end);
            }
        }
    }

    /// Whether an edit overlaps what is taken; two insertions at one place collide, for their order is open.
    fn collides(&self, edit: &Edit) -> bool {
        let Span { start, end } = edit.span;
        let before = self.stretches.range(..end.max(start + 1)).next_back();
        let overlaps = before.is_some_and(|(&from, &to)| Span::new(from, to).overlaps(edit.span));
        let crowded = match edit.span.is_empty() {
            true => self.insertions.contains(&start),
            false => self.insertions.range(start + 1..end).next().is_some(),
        };
        overlaps || crowded
    }
}
