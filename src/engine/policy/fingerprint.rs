//! Short stand-ins for texts, so that many texts can be compared without looking at each twice.

/// A number that is the same for texts that are the same but for the case of ASCII letters.
///
/// Other texts have another number nearly always; who relies on it has to compare the texts as well.
/// Eight bytes are taken in at once, with the bit set that tells the cases of a letter apart.
pub fn fingerprint(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks();
    let mut last = [0; 8];
    for (place, byte) in last.iter_mut().zip(rest) {
        *place = *byte;
    }
    let start = text.len() as u64;
    let words = words.iter().chain([&last]);
    words.fold(start, |sum, word| mixed(sum, u64::from_le_bytes(*word)))
}

fn mixed(sum: u64, word: u64) -> u64 {
    const LOWER_CASE: u64 = 0x2020_2020_2020_2020;
    /// Odd and without a pattern: the golden ratio's digits.
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let product = (sum ^ (word | LOWER_CASE)).wrapping_mul(FACTOR);
    product.rotate_left(29) ^ product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_of_letters_makes_no_difference_and_everything_else_does() {
        let same = [("", ""), ("s3:GetObject", "S3:GETOBJECT"), ("é*", "é*")];
        for (one, other) in same {
            assert_eq!(fingerprint(one), fingerprint(other), "{one}");
        }
        let texts = [
            "",
            "a",
            "b",
            "aa",
            "ec2:DescribeVpcs",
            "ec2:DescribeVpc",
            "ec2:DescribeVpcsX",
        ];
        let mut numbers = texts.map(fingerprint).to_vec();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), texts.len());
    }
}
