//! Values that many components look at and none of them copies.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value that equals only itself, so that comparing properties costs nothing.
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_only_itself() {
        let one = Shared(Rc::new(1));
        assert!(one == one.clone());
        assert!(one != Shared(Rc::new(1)));
    }
}
