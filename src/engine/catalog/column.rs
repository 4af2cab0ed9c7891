//! One column of a reference file: numbers, read in their order.

use super::error::CatalogError;

/// The longest a number may be, in bytes: five times seven bits hold 32.
const NUMBER_LENGTH: usize = 5;

/// What of a column is still to be read.
#[derive(Default)]
pub(super) struct Column<'a> {
    rest: &'a [u8],
}

impl<'a> Column<'a> {
    /// A column at its start.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next number, below 2³².
    pub fn number(&mut self) -> Result<usize, CatalogError> {
        let mut number = 0u64;
        for place in 0..NUMBER_LENGTH {
            let (byte, rest) = self.rest.split_first().ok_or(CatalogError::Contradictory)?;
            self.rest = rest;
            number |= u64::from(byte & 0x7F) << (7 * place);
            if *byte < 0x80 {
                return u32::try_from(number)
                    .map(|number| number as usize)
                    .map_err(|_| CatalogError::Contradictory);
            }
        }
        Err(CatalogError::Contradictory)
    }

    /// The next number, which the file's writer kept below 256.
    pub fn small_number(&mut self) -> Result<u8, CatalogError> {
        u8::try_from(self.number()?).map_err(|_| CatalogError::Contradictory)
    }

    /// Everything that is left, as text.
    pub fn text(&mut self) -> Result<&'a str, CatalogError> {
        str::from_utf8(std::mem::take(&mut self.rest)).map_err(|_| CatalogError::Contradictory)
    }

    /// Whether nothing is left.
    pub fn is_used_up(&self) -> bool {
        self.rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(bytes: &[u8]) -> Result<Vec<usize>, CatalogError> {
        let mut column = Column::new(bytes);
        let mut numbers = Vec::new();
        while !column.is_used_up() {
            numbers.push(column.number()?);
        }
        Ok(numbers)
    }

    #[test]
    fn reads_numbers_of_one_byte_and_more() {
        assert_eq!(
            numbers(&[0, 127, 0x80, 1, 0xFF, 0x7F]),
            Ok(vec![0, 127, 128, 16_383])
        );
        assert_eq!(
            numbers(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
            Ok(vec![u32::MAX as usize])
        );
    }

    #[test]
    fn refuses_a_number_that_is_cut_off_or_too_large() {
        for bytes in [&[0x80][..], &[0xFF; 5], &[0xFF, 0xFF, 0xFF, 0xFF, 0x1F]] {
            assert_eq!(
                numbers(bytes),
                Err(CatalogError::Contradictory),
                "{bytes:?}"
            );
        }
    }
}
