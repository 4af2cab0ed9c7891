//! A finding on its way to be accepted: the field for the reason is open.

use crate::engine::acceptance::ReasonProblem;
use crate::engine::analysis::Analysis;
use crate::engine::checks::Finding;

/// A finding on its way to be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepting {
    /// The finding's place among the findings, from 0.
    pub finding: usize,
    /// The reason as typed so far.
    pub reason: String,
    /// What is wrong with the reason, once it was sent off.
    pub problem: Option<ReasonProblem>,
}

impl Accepting {
    /// The same in another analysis; `None` where the finding is gone or accepted.
    pub(super) fn carried_over(self, from: &Analysis, to: &Analysis) -> Option<Self> {
        let former = from.findings().get(self.finding)?;
        let (finding, _) = to
            .open_findings()
            .find(|(_, finding)| is_same(finding, former))?;
        Some(Accepting { finding, ..self })
    }
}

fn is_same(one: &Finding, other: &Finding) -> bool {
    let paths = |finding: &Finding| -> Vec<_> {
        let places = finding.locations.iter();
        places.map(|place| place.path.clone()).collect()
    };
    one.code == other.code && one.message == other.message && paths(one) == paths(other)
}
