//! Text with gaps: what stands fixed, and what a parameter fills in.

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Text as it is, nothing quoted.
    Fixed(String),
    /// The value of the parameter with this number.
    Parameter(usize),
    /// What another resource of the same template is called, or a word of the stack's own such as `AWS::Region`.
    Reference(String),
}

/// A text in parts; no two fixed parts stand side by side, and none is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text(Vec<Part>);

impl Text {
    pub fn fixed(text: impl Into<String>) -> Self {
        let mut whole = Text::default();
        whole.push_fixed(&text.into());
        whole
    }

    pub fn parameter(number: usize) -> Self {
        Text(vec![Part::Parameter(number)])
    }

    pub fn reference(name: impl Into<String>) -> Self {
        Text(vec![Part::Reference(name.into())])
    }

    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    pub fn push_fixed(&mut self, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(Part::Fixed(before)) => before.push_str(text),
            _ => self.0.push(Part::Fixed(text.to_owned())),
        }
    }

    pub fn push_parameter(&mut self, number: usize) {
        self.0.push(Part::Parameter(number));
    }

    pub fn push(&mut self, other: &Text) {
        for part in &other.0 {
            match part {
                Part::Fixed(text) => self.push_fixed(text),
                other => self.0.push(other.clone()),
            }
        }
    }

    /// The text where nothing in it is a parameter.
    pub fn as_fixed(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Part::Fixed(text)] => Some(text),
            _ => None,
        }
    }

    /// The number of the parameter that the whole text is.
    pub fn as_parameter(&self) -> Option<usize> {
        match self.0.as_slice() {
            [Part::Parameter(number)] => Some(*number),
            _ => None,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What follows this start; `None` for a text that begins otherwise.
    pub fn without_start(&self, start: &str) -> Option<Text> {
        let Some((Part::Fixed(first), rest)) = self.0.split_first() else {
            return start.is_empty().then(|| self.clone());
        };
        let mut text = Text::fixed(first.strip_prefix(start)?);
        text.0.extend(rest.iter().cloned());
        Some(text)
    }

    /// Whether the fixed parts have one of the characters.
    pub fn has(&self, characters: &[char]) -> bool {
        let mut parts = self.0.iter();
        parts.any(|part| matches!(part, Part::Fixed(text) if text.contains(characters)))
    }

    /// The text cut at its first `most - 1` separators, those of its fixed parts alone.
    pub fn cut(&self, separator: char, most: usize) -> Vec<Text> {
        let mut fields = Vec::new();
        let mut field = Text::default();
        for part in &self.0 {
            let Part::Fixed(text) = part else {
                field.0.push(part.clone());
                continue;
            };
            let mut rest = text.as_str();
            while fields.len() + 1 < most
                && let Some((before, after)) = rest.split_once(separator)
            {
                field.push_fixed(before);
                fields.push(std::mem::take(&mut field));
                rest = after;
            }
            field.push_fixed(rest);
        }
        fields.push(field);
        fields
    }

    /// The text written out, each part by the function.
    pub fn written(&self, part: impl Fn(&Part) -> String) -> String {
        self.0.iter().map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_cut_in_its_fixed_parts_alone() {
        let mut text = Text::fixed("arn:aws:s3:::");
        text.push_parameter(0);
        text.push_fixed("/logs:x");
        let fields = text.cut(':', 6);
        let written: Vec<String> = fields
            .iter()
            .map(|field| {
                field.written(|part| match part {
                    Part::Fixed(text) => text.clone(),
                    _ => "<>".to_owned(),
                })
            })
            .collect();
        assert_eq!(written, ["arn", "aws", "s3", "", "", "<>/logs:x"]);
    }

    #[test]
    fn fixed_parts_that_meet_become_one() {
        let mut text = Text::fixed("a");
        text.push(&Text::fixed("b"));
        text.push_fixed("");
        assert_eq!(text.as_fixed(), Some("ab"));
        assert_eq!(Text::default().as_fixed(), Some(""));
        assert_eq!(Text::parameter(3).as_parameter(), Some(3));
    }
}
