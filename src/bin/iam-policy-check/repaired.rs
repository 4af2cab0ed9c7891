//! `--fix` and `--export`: a document rather than findings.

use iam_policy_editor::engine::analysis::Analysis;
use iam_policy_editor::engine::checks::FindingType;

use crate::arguments::Request;
use crate::findings_text;
use crate::run::{self, Checked, Outcome};

/// Prints the one document that was given; what is left to mend goes to standard error.
pub fn print(request: &Request, checked: &[Checked]) -> Outcome {
    let Some(Checked { document, analysis }) = checked.first() else {
        return Outcome {
            output: String::new(),
            errors: String::new(),
            code: run::WRONG_USE,
        };
    };
    let fixed = request.fix.then(|| analysis.repaired()).flatten();
    let result = fixed.as_ref().unwrap_or(analysis);
    let output = match request
        .export
        .and_then(|exporter| result.export(exporter.id))
    {
        Some(export) => export.text + "\n",
        None => result.text().to_string(),
    };
    Outcome {
        output,
        errors: left_over(request, &document.label(), result),
        code: run::code(std::iter::once(result)),
    }
}

/// The errors that are left, a size above the quota and, in what is exported, the values that are missing.
fn left_over(request: &Request, file: &str, analysis: &Analysis) -> String {
    let errors = analysis
        .findings()
        .iter()
        .filter(|finding| finding.finding_type == FindingType::Error);
    let mut left = findings_text::lines(file, analysis, errors);
    let verdict = analysis.verdict();
    let is_open = request.export.is_some() && verdict.missing > 0;
    if verdict.is_rejected() || is_open {
        left.push_str(&findings_text::verdict_line(file, &verdict));
    }
    left
}
