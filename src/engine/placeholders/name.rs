//! Names of placeholders.

/// The text in lower snake case: `BUCKET-NAME`, ` bucket name ` and `bucketName` are all `bucket_name`.
///
/// Letters of every script stay; the result is empty when there is no letter or digit.
pub(super) fn snake_case(text: &str) -> String {
    let is_camel = text.chars().any(char::is_lowercase);
    let mut name = String::with_capacity(text.len());
    let mut previous = ' ';
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let starts_word = is_camel && starts_camel_word(previous, c, characters.peek().copied());
        if !name.is_empty() && c.is_alphanumeric() && (starts_word || !previous.is_alphanumeric()) {
            name.push('_');
        }
        if c.is_alphanumeric() {
            name.push(small(c));
        }
        previous = c;
    }
    name
}

/// The small form of a letter of Western Europe, Greek or Cyrillic; the tables for every script would be 16 KB of a small wasm.
fn small(c: char) -> char {
    let distance = match c {
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

/// `Name` in `bucketName`, and `Account` in `AWSAccount`.
fn starts_camel_word(previous: char, c: char, next: Option<char>) -> bool {
    let after_small = previous.is_lowercase() || previous.is_numeric();
    let before_small = previous.is_uppercase() && next.is_some_and(char::is_lowercase);
    c.is_uppercase() && (after_small || before_small)
}

/// The words of a name for people: `aws_account_id` is "AWS account ID".
pub(super) fn spoken(name: &str) -> String {
    let words: Vec<String> = name.split('_').map(spoken_word).collect();
    let sentence = words.join(" ");
    let mut characters = sentence.chars();
    characters.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_uppercase())
            .chain(characters)
            .collect()
    })
}

fn spoken_word(word: &str) -> String {
    const ABBREVIATIONS: [&str; 14] = [
        "arn", "aws", "cidr", "ec2", "eks", "iam", "id", "ip", "kms", "oidc", "s3", "sns", "sqs",
        "vpc",
    ];
    match word {
        "arns" => "ARNs".into(),
        "ids" => "IDs".into(),
        _ if ABBREVIATIONS.contains(&word) => word.to_ascii_uppercase(),
        _ => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_unicode() {
        for c in "AZ0_ÀÖØÞßÿΑΡΣΩαωЀЏАЯя漢".chars() {
            assert_eq!(Some(small(c)), c.to_lowercase().next(), "{c}");
        }
    }

    #[test]
    fn gives_all_spellings_of_a_name_one_form() {
        let cases = [
            ("bucket_name", "bucket_name"),
            ("BUCKET-NAME", "bucket_name"),
            (" Bucket  Name ", "bucket_name"),
            ("bucketName", "bucket_name"),
            ("BucketName", "bucket_name"),
            ("AWSAccountID", "aws_account_id"),
            ("AWS_ACCOUNT_ID", "aws_account_id"),
            ("EC2KEY", "ec2key"),
            ("__x__y__", "x_y"),
            ("12-digit-account", "12_digit_account"),
            ("your bucket's name", "your_bucket_s_name"),
            ("버킷 명", "버킷_명"),
            ("ÉTÉ", "été"),
            ("--", ""),
            ("", ""),
        ];
        for (text, name) in cases {
            assert_eq!(snake_case(text), name, "{text}");
        }
    }

    #[test]
    fn reads_a_name_aloud() {
        let cases = [
            ("aws_account_id", "AWS account ID"),
            ("bucket_name", "Bucket name"),
            ("account_id_2", "Account ID 2"),
            ("role_arns", "Role ARNs"),
            ("", ""),
        ];
        for (name, label) in cases {
            assert_eq!(spoken(name), label);
        }
    }
}
