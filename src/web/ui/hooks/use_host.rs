//! What the boot script brings to the session: the templates and the seal.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

use crate::session::Action;
use crate::web::boot::Host;

/// Takes in the templates at once, and the seal when it comes.
#[hook]
pub fn use_host(host: &Host, dispatch: &Callback<Action>) {
    let (host, dispatch) = (host.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        dispatch.emit(Action::GalleryLoaded(host.templates()));
        let on_sealed = Closure::once_into_js(move || dispatch.emit(Action::Sealed));
        host.on_sealed(on_sealed.unchecked_ref());
    });
}
