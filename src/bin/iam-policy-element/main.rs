//! The small WebAssembly of the element `<iam-policy-editor>`: what fills a block of a docs page in.
//!
//! Its exports are what `src/web/embed/element/` calls; what is drawn is made there, since Yew alone would
//! be a third of what such a block may load.

use iam_policy_editor::engine::placeholders::{Declaration, Values};
use iam_policy_editor::session::Block;
use iam_policy_editor::web::embed;
use wasm_bindgen::prelude::wasm_bindgen;

/// A policy with stand-ins on somebody's page, with what its author declares and its reader types.
#[wasm_bindgen]
pub struct FilledBlock {
    declared: Vec<Declaration>,
    block: Block,
}

#[wasm_bindgen]
impl FilledBlock {
    /// A block without text.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "only JavaScript makes one")]
    pub fn new() -> FilledBlock {
        FilledBlock {
            declared: Vec::new(),
            block: Block::new("", &[], Values::default()),
        }
    }

    /// Declares a stand-in for the next text; empty texts stand for what is usual.
    #[expect(clippy::too_many_arguments, reason = "an object would cost more glue")]
    pub fn declare(
        &mut self,
        name: &str,
        type_id: &str,
        label: String,
        hint: String,
        example: Vec<String>,
        choices: Vec<String>,
        spellings: Vec<String>,
        default: Option<String>,
        is_text: bool,
    ) {
        self.declared.push(Declaration {
            label,
            hint,
            example,
            default,
            choices,
            spellings,
            is_text,
            ..Declaration::marking("", name, type_id)
        });
    }

    /// Takes a text with what was declared since the last one; what was typed stays.
    pub fn open(&mut self, text: &str) {
        let declared = std::mem::take(&mut self.declared);
        self.block = Block::new(text, &declared, self.block.values().clone());
    }

    /// The partition, by its id.
    #[wasm_bindgen(js_name = setPartition)]
    pub fn set_partition(&mut self, id: String) {
        let by_name = self.block.values().by_name.clone();
        self.block = self.block.with_values(Values {
            by_name,
            partition: id,
        });
    }

    /// Takes what was typed into the field of this name, or gives the credential that it holds, in words, and keeps nothing of it.
    #[wasm_bindgen(js_name = setValue)]
    pub fn set_value(&mut self, name: &str, value: &str) -> Option<String> {
        match self.block.with_value(name, value) {
            Ok(block) => self.block = block,
            Err(found) => return Some(found),
        }
        None
    }

    /// Forgets what was typed.
    #[wasm_bindgen(js_name = forgetValues)]
    pub fn forget_values(&mut self) {
        let partition = self.block.values().partition.clone();
        self.block = self.block.with_values(Values {
            partition,
            ..Values::default()
        });
    }

    /// The policy with the values in place; what is missing stands as written.
    pub fn filled(&self) -> String {
        self.block.shown().text.to_string()
    }

    /// How the block stands, as JSON: see [`embed::state`].
    ///
    /// `places` are where something was found in the filled text: start and end in bytes, and how grave it is from 0, by turns.
    pub fn state(&self, places: &[u32]) -> String {
        embed::state(&self.block, places)
    }
}

fn main() {}
