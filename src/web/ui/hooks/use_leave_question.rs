//! The question before leaving with a policy that was not copied.

use yew::prelude::*;

use crate::web::platform::leaving;

/// Makes the browser ask for as long as `uncopied` is true.
#[hook]
pub fn use_leave_question(uncopied: bool) {
    use_effect_with(uncopied, |&uncopied| {
        let question = uncopied.then(leaving::ask_before);
        move || drop(question)
    });
}
