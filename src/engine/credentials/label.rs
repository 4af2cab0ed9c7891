//! What the text before a word calls it.

/// How far before a word its label may begin, in bytes.
const REACH: usize = 120;

const SECRET_KEY_LABELS: [&str; 2] = ["secretaccesskey", "secretkey"];
const DIRECT_SECRET_KEY_LABELS: [&str; 3] = ["secretaccesskey", "secretkey", "awssecret"];
const SESSION_TOKEN_LABELS: [&str; 2] = ["sessiontoken", "securitytoken"];

/// The text before a word, reduced to its letters and digits in lower case.
pub(super) struct Label {
    /// On the line of the word.
    same_line: String,
    /// On the last line before it with anything on it.
    line_before: String,
}

impl Label {
    /// Reads what stands before `offset`.
    pub fn before(text: &str, offset: usize) -> Self {
        let start = (offset.saturating_sub(REACH)..=offset)
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(offset);
        let mut lines = text
            .get(start..offset)
            .unwrap_or_default()
            .rsplit(['\n', '\r'])
            .map(reduced);
        let same_line = lines.next().unwrap_or_default();
        let line_before = lines.find(|line| !line.is_empty()).unwrap_or_default();
        Label {
            same_line,
            line_before,
        }
    }

    /// Whether the word is called a secret key: somewhere before it on its line, or at the end of the line before.
    pub fn says_secret_key(&self) -> bool {
        SECRET_KEY_LABELS
            .iter()
            .any(|label| self.same_line.contains(label))
            || self.ends_with_one_of(&DIRECT_SECRET_KEY_LABELS)
    }

    /// Whether the word is called a session token, directly before it.
    pub fn says_session_token(&self) -> bool {
        self.ends_with_one_of(&SESSION_TOKEN_LABELS)
    }

    fn ends_with_one_of(&self, labels: &[&str]) -> bool {
        let nearest = if self.same_line.is_empty() {
            &self.line_before
        } else {
            &self.same_line
        };
        // `aws configure` prints the current value, `[None]`, between label and word.
        let nearest = nearest.strip_suffix("none").unwrap_or(nearest);
        labels.iter().any(|label| nearest.ends_with(label))
    }
}

fn reduced(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}
