//! The columns of a file while they are written.

use std::collections::HashMap;

use iam_policy_editor::engine::catalog::format::COLUMN_NAMES;

#[derive(Default)]
pub struct Columns {
    bytes: HashMap<&'static str, Vec<u8>>,
}

impl Columns {
    /// Adds a number to a column: seven bits a byte, lowest first, the highest bit saying that more follow.
    pub fn number(&mut self, column: &str, mut number: usize) {
        let bytes = self.column(column);
        while number >= 0x80 {
            bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        bytes.push(number as u8);
    }

    /// Adds ascending numbers, each as its distance from the one after its predecessor.
    pub fn ascending(&mut self, column: &str, numbers: &[usize]) {
        let mut least = 0;
        for number in numbers {
            self.number(column, number - least);
            least = number + 1;
        }
    }

    /// Adds text to a column of text.
    pub fn text(&mut self, column: &str, text: &str) {
        self.column(column).extend(text.as_bytes());
    }

    /// What a column holds.
    pub fn bytes(&self, column: &str) -> Vec<u8> {
        self.bytes.get(column).cloned().unwrap_or_default()
    }

    fn column(&mut self, name: &str) -> &mut Vec<u8> {
        let name = COLUMN_NAMES.iter().find(|known| **known == name);
        self.bytes
            .entry(name.expect("the format has this column"))
            .or_default()
    }
}
