//! Whether an analysis is still true, so that nothing is read twice.

use super::{Analysis, Request};
use crate::engine::placeholders::Values;
use std::sync::Arc;

impl Analysis {
    /// Whether the text was checked, and not taken as it is for its size.
    pub fn is_checked(&self) -> bool {
        self.is_checked
    }

    /// Whether the request, made anew, would say the same; values that fill nothing in this text are not looked at.
    pub fn holds_for(&self, request: &Request<'_>) -> bool {
        let asked = &self.again;
        **self.text() == *request.text
            && self.attachment == request.attachment
            && asked.kind == request.kind
            && asked.options == request.options
            && asked.declared == request.declared
            && asked.accepted == request.accepted
            && asked.catalog.as_ref().map(Arc::as_ptr) == request.catalog.map(Arc::as_ptr)
            && self.is_filled_alike(request.values)
    }

    fn is_filled_alike(&self, values: &Values) -> bool {
        let former = &self.again.values;
        let same = |name: &String| former.by_name.get(name) == values.by_name.get(name);
        former.partition == values.partition && self.placeholders.iter().all(|one| same(&one.name))
    }
}
