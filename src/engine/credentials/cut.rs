//! A text without its credentials.

use super::find;

/// Taking a key out can bring two halves of another together; no text that people write needs more than two rounds.
const MOST_ROUNDS: usize = 16;

/// The text with every credential taken out and everything else left as it is; nothing is found in the result.
///
/// A text made up so that each cut uncovers another credential ends up empty.
pub fn cut(text: &str) -> String {
    let mut rest = text.to_owned();
    for _ in 0..MOST_ROUNDS {
        let credentials = find(&rest);
        if credentials.is_empty() {
            return rest;
        }
        let mut kept = String::with_capacity(rest.len());
        let mut from = 0;
        for credential in credentials {
            kept.push_str(rest.get(from..credential.span.start).unwrap_or_default());
            from = credential.span.end;
        }
        kept.push_str(rest.get(from..).unwrap_or_default());
        rest = kept;
    }
    String::new()
}
