//! How much of its quota a policy uses.

use super::Analysis;
use crate::engine::policy::{Attachment, Unit};

/// A size against its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How much the policy takes, in `unit`, white space counted only where the quota does.
    pub used: usize,
    /// The most that AWS takes, in `unit`.
    pub limit: usize,
    /// What is counted.
    pub unit: Unit,
    /// Whether blanks, tabs and line breaks are counted too.
    pub counts_white_space: bool,
}

impl Size {
    /// The part of the limit that is used: 1.0 is full, more is too much.
    pub fn fraction(&self) -> f64 {
        self.used as f64 / self.limit.max(1) as f64
    }

    /// Whether AWS will find the policy too large for this attachment.
    pub fn is_exceeded(&self) -> bool {
        self.used > self.limit
    }
}

impl Analysis {
    /// The size of what *copy* would copy, measured the way the attachment's quota counts.
    ///
    /// `None` where AWS names no limit.
    pub fn size(&self, attachment: Attachment) -> Option<Size> {
        let quota = attachment.quota()?;
        Some(Size {
            used: quota.size_of(self.policy_text()),
            limit: quota.limit,
            unit: quota.unit,
            counts_white_space: quota.counts_white_space,
        })
    }
}
