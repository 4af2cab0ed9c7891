//! The reason why a finding is accepted.

/// The longest reason, in characters.
pub const MAX_REASON: usize = 500;

/// What is wrong with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonProblem {
    /// There is none.
    Missing,
    /// It has more than [`MAX_REASON`] characters.
    TooLong,
}

impl ReasonProblem {
    /// What to do about it, as a sentence.
    pub fn message(self) -> String {
        match self {
            Self::Missing => "Say why the finding is accepted.".to_owned(),
            Self::TooLong => {
                format!("The reason is too long: {MAX_REASON} characters are the most.")
            }
        }
    }
}

/// The reason as one line, without white space round it and with single blanks in it.
///
/// # Errors
/// A reason without a visible character, or with more than [`MAX_REASON`] characters.
pub fn tidy_reason(text: &str) -> Result<String, ReasonProblem> {
    let is_gap = |letter: char| letter.is_whitespace() || letter.is_control();
    let words: Vec<&str> = text.split(is_gap).filter(|word| !word.is_empty()).collect();
    let reason = words.join(" ");
    match reason.chars().count() {
        0 => Err(ReasonProblem::Missing),
        length if length > MAX_REASON => Err(ReasonProblem::TooLong),
        _ => Ok(reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_one_line_that_says_something() {
        let longest = "é".repeat(MAX_REASON);
        for (text, tidy) in [
            ("  Reviewed\r\n by\tthe team ", Ok("Reviewed by the team")),
            ("\u{1b}[2J", Ok("[2J")),
            (longest.as_str(), Ok(longest.as_str())),
            ("", Err(ReasonProblem::Missing)),
            (" \n\u{a0}", Err(ReasonProblem::Missing)),
            (&format!("{longest}x"), Err(ReasonProblem::TooLong)),
        ] {
            assert_eq!(
                tidy_reason(text).as_deref(),
                tidy.as_ref().copied(),
                "{text:?}"
            );
        }
    }
}
