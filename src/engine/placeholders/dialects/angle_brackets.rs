//! `<bucket_name>`, `< BUCKET NAME >`, `<<BUCKET-NAME>>` and `<your account ID (12 digits)>`.

use super::{Dialect, Reading, between, is_wording};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['<', '\\', '&'],
    read,
};

/// A pair of brackets as written; some encoders of JSON and every one of HTML escape them.
const BRACKETS: [(&str, &str); 5] = [
    ("<<", ">>"),
    ("<", ">"),
    ("\\u003c", "\\u003e"),
    ("\\u003C", "\\u003E"),
    ("&lt;", "&gt;"),
];

fn read(text: &str) -> Option<Reading<'_>> {
    if text.starts_with("<%") {
        return read_page_template(text);
    }
    BRACKETS.iter().find_map(|(open, close)| {
        let (inside, len) = between(text, open, close)?;
        let name = inside.trim();
        let more = text.get(len..)?.starts_with('>');
        (is_wording(name) && !more).then_some(Reading {
            len,
            name,
            whose: None,
        })
    })
}

/// `<%= account_id %>` of ERB, EJS and their like.
fn read_page_template(text: &str) -> Option<Reading<'_>> {
    let (inside, len) = between(text, "<%", "%>")?;
    let name = inside
        .trim_start_matches(['=', '-'])
        .trim_end_matches('-')
        .trim();
    let name = name.trim_start_matches('@');
    is_wording(name).then_some(Reading {
        len,
        name,
        whose: Some("an expression of a page template"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_names_and_words_about_one() {
        reads(
            &DIALECT,
            &[
                ("<bucket_name>¦/*", Some("bucket_name")),
                ("<BUCKET-NAME>", Some("BUCKET-NAME")),
                ("< CHUNK BUCKET NAME >", Some("CHUNK BUCKET NAME")),
                ("<<BUCKET>>", Some("BUCKET")),
                ("<12-digit-account-id>", Some("12-digit-account-id")),
                ("<your bucket's name>", Some("your bucket's name")),
                ("<account (12 digits)>", Some("account (12 digits)")),
                ("<bucket>¦/<prefix>", Some("bucket")),
                ("<dev|prod>", Some("dev|prod")),
                ("<버킷명>", Some("버킷명")),
                ("\\u003cbucket\\u003e", Some("bucket")),
                ("<%= account_id %>¦:x", Some("account_id")),
                ("<%= @bucket -%>", Some("bucket")),
                ("&lt;bucket&gt;¦;", Some("bucket")),
            ],
        );
    }

    #[test]
    fn leaves_everything_else_between_such_signs_alone() {
        let texts = [
            "<>",
            "< >",
            "<-",
            "<aws:username>",
            "<a",
            "<a\"b>",
            "<1>",
            "<<<a>>>",
            "<<a>",
            "<a>>",
            "a<b>",
            "</a>",
            "<--SNS Arn",
        ];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
