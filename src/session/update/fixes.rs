//! Applying fixes, one by one or every repair at once.

use super::turn::Turn;
use crate::engine::checks::Fix;
use crate::session::message::Tone;

impl Turn {
    /// Applies one fix, or opens the template it offers; numbers that name no fix are ignored.
    pub(super) fn apply_fix(&mut self, finding: usize, fix: usize) {
        let finding = self.state.analysis.findings().get(finding);
        let Some(Fix {
            title,
            edits,
            template,
            ..
        }) = finding.and_then(|finding| finding.fixes.get(fix)).cloned()
        else {
            return;
        };
        match template {
            Some(id) => self.choose_template(id),
            None if self.apply(&edits, None) => self.notify(
                Tone::Success,
                format!("Done: {}.", title.trim_end_matches('.')),
            ),
            None => {}
        }
    }

    pub(super) fn fix_all(&mut self) {
        let before = self.state.analysis.verdict().errors;
        let Some(text) = self.state.analysis.fix_all() else {
            self.notify(
                Tone::Info,
                "Nothing here can be repaired without a decision of yours.",
            );
            return;
        };
        if self.set_text(text, None) {
            let left = self.state.analysis.verdict().errors;
            self.notify(Tone::Success, repaired(before.saturating_sub(left), left));
        }
    }
}

fn repaired(mended: usize, left: usize) -> String {
    let remaining = match left {
        0 => "no error is left".to_owned(),
        1 => "1 error is left for you to decide".to_owned(),
        _ => format!("{left} errors are left for you to decide"),
    };
    match mended {
        1 => format!("1 error repaired; {remaining}."),
        _ => format!("{mended} errors repaired; {remaining}."),
    }
}
