//! The summary as plain text.

use super::lines::{Line, Mark};
use super::paragraph::wrapped;
use super::{Summary, lines};
use crate::engine::policy::PolicyKind;

impl Summary {
    /// The heading of the summary, without a full stop.
    pub fn heading(&self) -> &'static str {
        heading(self.kind)
    }

    /// The lines below the heading, for who lays them out otherwise than [`Summary::text`].
    pub fn lines(&self) -> Vec<Line> {
        lines::lines(self)
    }

    /// The summary in lines that can be copied into a chat or a review; every line ends in a line break.
    pub fn text(&self) -> String {
        let lines = self.lines();
        let below = lines.iter().map(written);
        format!("{}\n{}", self.heading(), below.collect::<String>())
    }
}

/// What stands above the summary of a policy of this kind.
pub fn heading(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => "What it permits",
        PolicyKind::Resource => "Who may do what",
        PolicyKind::Trust => "Who may take on the role",
        _ => "What it leaves at most",
    }
}

fn written(line: &Line) -> String {
    let mark = match line.mark {
        Mark::Remark => "",
        Mark::Entry => "- ",
        Mark::Alert => "! ",
        Mark::Condition => "  ",
    };
    wrapped(&format!("{}{mark}", "  ".repeat(line.depth)), &line.text)
}
