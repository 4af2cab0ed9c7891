//! The four groups of findings, as the console has them.

use super::icon::Glyph;
use crate::engine::checks::{Finding, FindingType};

/// The groups in the order of the page.
pub const SEVERITIES: [FindingType; 4] = [
    FindingType::Error,
    FindingType::SecurityWarning,
    FindingType::Warning,
    FindingType::Suggestion,
];

/// The numbers of the findings that wait, in the order of the page: group by group, and within a group as they stand.
pub fn page_order(findings: &[Finding]) -> Vec<usize> {
    let members = |severity| {
        let numbered = findings.iter().enumerate();
        numbered
            .filter(move |(_, finding)| is_open(finding, severity))
            .map(|(number, _)| number)
    };
    SEVERITIES.into_iter().flat_map(members).collect()
}

/// Whether a finding belongs in the group, and nobody has accepted it.
pub fn is_open(finding: &Finding, severity: FindingType) -> bool {
    finding.finding_type == severity && finding.accepted.is_none()
}

/// The group's heading.
pub fn title(severity: FindingType) -> &'static str {
    match severity {
        FindingType::Error => "Errors",
        FindingType::SecurityWarning => "Security",
        FindingType::Warning => "Warnings",
        FindingType::Suggestion => "Suggestions",
    }
}

/// The class that brings the group's colours.
pub fn class(severity: FindingType) -> &'static str {
    match severity {
        FindingType::Error => "severity-error",
        FindingType::SecurityWarning => "severity-security",
        FindingType::Warning => "severity-warning",
        FindingType::Suggestion => "severity-suggestion",
    }
}

/// The group's drawing.
pub fn glyph(severity: FindingType) -> Glyph {
    match severity {
        FindingType::Error => Glyph::Alert,
        FindingType::SecurityWarning => Glyph::Guard,
        FindingType::Warning => Glyph::Triangle,
        FindingType::Suggestion => Glyph::Bulb,
    }
}
