//! What the boot script brings to the session: the templates, the AWS reference and the seal.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::session::Action;
use crate::web::boot::{Host, LoadedReference};

/// Takes in the templates at once, the reference and the seal when they come.
#[hook]
pub fn use_host(host: &Host, dispatch: &Callback<Action>) {
    let (host, dispatch) = (host.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        dispatch.emit(Action::GalleryLoaded(host.templates()));
        spawn_local(take_reference(host.clone(), dispatch.clone()));
        let on_sealed = Closure::once_into_js(move || dispatch.emit(Action::Sealed));
        host.on_sealed(on_sealed.unchecked_ref());
    });
}

async fn take_reference(host: Host, dispatch: Callback<Action>) {
    let loaded: LoadedReference = host.load_reference().await.unchecked_into();
    dispatch.emit(match loaded.content() {
        Some(content) => Action::ReferenceLoaded {
            content: content.to_vec(),
            managed_policies: loaded.managed_policies().map(|content| content.to_vec()),
        },
        None => Action::ReferenceFailed(loaded.failure().unwrap_or_default()),
    });
}
