//! A limit on the work of one comparison, so that no text can keep the page waiting.

/// Steps of work that are left; a step is about one look at one position of one pattern.
#[derive(Debug)]
pub(super) struct Budget(usize);

/// Some milliseconds; an ordinary comparison takes a hundredth of it.
const MOST_STEPS: usize = 1 << 15;

impl Budget {
    /// The budget of one comparison.
    pub(super) fn new() -> Self {
        Self(MOST_STEPS)
    }

    /// Takes steps away; `None` once there are not enough left.
    pub(super) fn spend(&mut self, steps: usize) -> Option<()> {
        self.0 = self.0.checked_sub(steps)?;
        Some(())
    }
}
