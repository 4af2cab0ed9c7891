//! `--fix` and `--export`: a document rather than findings.

use iam_policy_editor::engine::analysis::Analysis;
use iam_policy_editor::engine::checks::FindingType;
use iam_policy_editor::engine::export::{Refusal, StandIns};

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
    let (output, refusal) = match exported(request, result) {
        Ok(output) => (output, None),
        Err(refusal) => (String::new(), Some(refusal)),
    };
    let mut errors = left_over(request, &document.label(), result);
    if let Some(refusal) = &refusal {
        errors.push_str(&format!("iam-policy-check: {}\n", said(request, refusal)));
    }
    Outcome {
        output,
        errors,
        code: match refusal {
            Some(_) => run::ERRORS_FOUND,
            None => run::code(std::iter::once(result)),
        },
    }
}

/// The document that is printed: exported, or the text itself.
fn exported(request: &Request, analysis: &Analysis) -> Result<String, Refusal> {
    let Some(exporter) = request.export else {
        return Ok(analysis.text().to_string());
    };
    let export = analysis.export(exporter, &request.names, request.parameters)?;
    Ok(export.text + "\n")
}

/// Why nothing was exported, and which option helps.
fn said(request: &Request, refusal: &Refusal) -> String {
    let stand_ins = request.export.map(|exporter| exporter.stand_ins);
    let has_parameters = stand_ins == Some(StandIns::Parameters) && !request.parameters;
    let or_ask = if has_parameters {
        ", or `--parameters` to leave them open"
    } else {
        ""
    };
    let option = match refusal {
        Refusal::Values { .. } => format!(" Use `--set NAME=VALUE`{or_ask}."),
        Refusal::Name(_) => format!(" Use `--attach-to`{or_ask}."),
        Refusal::NoPlace(_) if request.attachment.is_none() => {
            " `--attach-as` says what a policy is attached to.".to_owned()
        }
        _ => String::new(),
    };
    findings_text::printable(&format!("{refusal}{option}"))
}

/// The errors that are left, a size above the quota and, in what is exported, the values that are missing.
fn left_over(request: &Request, file: &str, analysis: &Analysis) -> String {
    let errors = analysis
        .findings()
        .iter()
        .filter(|finding| finding.finding_type == FindingType::Error);
    let mut left = findings_text::lines(file, analysis, errors);
    let verdict = analysis.verdict();
    let is_open = request.export.is_some() && verdict.missing > 0 && !request.parameters;
    if verdict.is_rejected() || is_open {
        left.push_str(&findings_text::verdict_line(file, &verdict));
    }
    left
}
