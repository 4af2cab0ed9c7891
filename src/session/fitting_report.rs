//! What the page says of a policy that was made to fit.

use crate::engine::fitting::{Fitted, Sids, Step};
use crate::engine::policy::Quota;

/// What was done to make a policy fit its quota, or why nothing could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FittingReport {
    /// What came of it, in one sentence.
    pub summary: String,
    /// The size before it against the limit, in one sentence.
    pub before: String,
    /// What was done, in order; empty where nothing was.
    pub steps: Vec<Step>,
    /// Whether it is worth a try to leave out the names of all statements as well.
    pub may_drop_names: bool,
}

impl FittingReport {
    /// What came of a policy that took `before` of its quota.
    pub(super) fn new(before: usize, fitted: &Fitted, quota: &Quota, sids: Sids) -> Self {
        FittingReport {
            summary: fitted.sentence(quota.limit),
            before: format!("It took {} before.", quota.figures(before)),
            steps: fitted.steps.clone(),
            may_drop_names: !fitted.fits
                && sids != Sids::DropAll
                && fitted.text.contains("\"Sid\""),
        }
    }
}
