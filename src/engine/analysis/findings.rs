//! What the checks found in the checked text, told in places of the template.

use std::sync::Arc;

use crate::engine::checks::{self, Context, Effects, Finding, Fix, Location};
use crate::engine::syntax::Tree;
use crate::engine::text::{Edit, Edits, OffsetMap};

/// Runs the checks and takes their findings back to the template, ordered by place, then by code; with what their fixes do to access.
///
/// A place inside a filled-in value becomes the whole stand-in.
/// A fix that would write into such a value is left out; its finding stays.
pub(super) fn in_template(
    context: &Context<'_>,
    checked: &Arc<Tree>,
    map: &OffsetMap,
    template: &str,
) -> (Vec<Finding>, Effects) {
    let mut findings = checks::run_checks(context);
    let mut effects = Effects::new(checked.clone(), &findings);
    if !map.replacements().is_empty() {
        let fixes = findings.iter().flat_map(|finding| &finding.fixes);
        fixes.for_each(|fix| effects.keep(fix));
        for finding in &mut findings {
            take_back(finding, context, map, template);
        }
        findings.sort_by_key(|finding| (finding.span(), finding.code));
    }
    (findings, effects)
}

fn take_back(finding: &mut Finding, context: &Context<'_>, map: &OffsetMap, template: &str) {
    for Location { span, .. } in &mut finding.locations {
        *span = map.back_span(*span);
    }
    let checked = context.tree.text();
    let fixes = std::mem::take(&mut finding.fixes);
    finding.fixes = fixes
        .into_iter()
        .filter_map(|fix| fix_taken_back(fix, map, template, checked))
        .collect();
}

fn fix_taken_back(fix: Fix, map: &OffsetMap, template: &str, checked: &str) -> Option<Fix> {
    let edits: Option<Vec<Edit>> = fix
        .edits
        .iter()
        .map(|edit| map.back_edit(edit, template, checked))
        .collect();
    Some(Fix {
        edits: Edits::new(edits?)?,
        ..fix
    })
}
