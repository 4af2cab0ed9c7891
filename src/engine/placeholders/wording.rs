//! Words that people write in the place of a value: "your account", `BUCKET_NAME`, `account-id`.

use super::name::snake_case;

/// Words that no real name has, and that ask for one.
const ASKING: &[&str] = &[
    "your",
    "insert",
    "replace",
    "enter",
    "placeholder",
    "changeme",
    "fixme",
    "todo",
    "tbd",
    "redacted",
    "fill",
    "specify",
    "yours",
    "customer",
];

/// What a name may be said to be: one of these among generic words makes it a stand-in.
const KINDS: &[&str] = &[
    "name", "names", "id", "ids", "arn", "arns", "number", "num", "username", "value", "code",
    "hash", "here", "uuid",
];

/// Words that are about kinds of things and name none, with blanks between them.
const GENERIC: &[&str] = &[
    "a account acct action alarm alias an and api app application aws backup boundary branch",
    "bucket bus canonical catalog certificate cloudfront cloudtrail cluster cmk company container",
    "crawler customer dashboard dashes data database db ddb delivery deployment destination digit",
    "digits distribution domain dynamodb ec2 ecr ecs eks endpoint env environment event execution",
    "external file firehose folder for from function gateway github group hosted hyphens iam",
    "image instance interface job key kinesis kms lambda log logging logs managed master metric",
    "model my namespace network object of oidc org organization owner policy pool profile project",
    "provider queue rds region remote repo repository resource role rule s3 secret security",
    "service session snapshot sns source sqs ssm stack stage state statement stream subnet table",
    "tag target task the topic trail user vault volume vpc workgroup zone",
];

/// The words of a text in any style, in small letters.
pub(super) struct Wording<'t> {
    text: &'t str,
    /// The words with `_` between them.
    name: String,
    is_loud: bool,
}

impl<'t> Wording<'t> {
    pub fn new(text: &'t str) -> Self {
        let has = |is_case: fn(char) -> bool| text.contains(is_case);
        Wording {
            text,
            name: snake_case(text),
            is_loud: has(char::is_uppercase) && !has(char::is_lowercase),
        }
    }

    fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.name.split('_')
    }

    /// Whether one of its words asks for a value, or it ends in "here".
    pub fn asks(&self) -> bool {
        let mut pairs = self.words().zip(self.words().skip(1));
        let change_me = pairs.any(|pair| pair == ("change", "me"));
        self.name.ends_with("_here") || change_me || self.words().any(|word| ASKING.contains(&word))
    }

    /// Whether it is in capitals.
    pub fn is_loud(&self) -> bool {
        self.is_loud
    }

    /// Whether it is in capitals and begins with `MY`.
    pub fn is_mine(&self) -> bool {
        self.is_loud && self.name.starts_with("my_")
    }

    /// Whether it only says what kind of thing is meant, as `account-id`, `QueueName` and "name of the bucket" do.
    pub fn names_a_kind(&self) -> bool {
        let is_alone = self.len() == 1;
        let is_kind = |word: &str| match is_alone {
            true => is_joined(word) || word == "username",
            false => KINDS.contains(&word) || is_joined(word),
        };
        self.words().any(is_kind) && self.is_generic() && !is_mixed(self.text)
    }

    /// Whether one of its words is about a kind of thing.
    pub fn mentions_a_kind(&self) -> bool {
        self.words().any(|word| word.len() > 2 && is_generic(word))
    }

    /// Whether all of its words are about kinds of things.
    pub fn is_generic(&self) -> bool {
        self.words().all(is_generic)
    }

    pub fn has(&self, word: &str) -> bool {
        self.words().any(|one| one == word)
    }

    pub fn len(&self) -> usize {
        self.words().count()
    }
}

/// Whether a word in capitals, longer than an abbreviation, stands beside one in small letters: each may be a stand-in of its own.
fn is_mixed(text: &str) -> bool {
    let parts = || text.split(|c: char| !c.is_alphanumeric());
    let is_loud = |part: &str| part.len() > 4 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_quiet = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    parts().any(is_loud) && parts().any(|part| !part.is_empty() && is_quiet(part))
}

fn is_generic(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
    word.is_empty()
        || is_of_kinds(word)
        || KINDS.contains(&word)
        || ASKING.contains(&word)
        || is_joined(word)
}

fn is_of_kinds(word: &str) -> bool {
    GENERIC
        .iter()
        .any(|line| line.split(' ').any(|one| one == word))
}

/// `bucketname`, `accountid`
fn is_joined(word: &str) -> bool {
    ["name", "id", "arn", "number"]
        .iter()
        .any(|end| word.strip_suffix(end).is_some_and(is_of_kinds))
}

#[cfg(test)]
mod tests {
    use super::Wording;

    #[test]
    fn knows_words_that_ask_for_a_value() {
        for text in [
            "YOUR_BUCKET",
            "your bucket",
            "InsertRoleHere",
            "REPLACE_ME",
            "ROLE_GOES_HERE",
            "Placeholder",
            "change-me",
        ] {
            assert!(Wording::new(text).asks(), "{text}");
        }
        for text in ["orders", "here", "BUCKET_NAME", "exchange"] {
            assert!(!Wording::new(text).asks(), "{text}");
        }
    }

    #[test]
    fn knows_words_that_only_say_what_is_meant() {
        for text in [
            "account-id",
            "BUCKET_NAME",
            "QueueName",
            "name of the bucket",
            "tablename",
            "key-id",
            "instance-id-1",
        ] {
            assert!(Wording::new(text).names_a_kind(), "{text}");
        }
        for text in [
            "orders",
            "bucket",
            "acme-bucket-name",
            "service-role",
            "TABLE",
            "arn",
            "id-card",
            "APPNAME-SERVICE-bucket",
        ] {
            assert!(!Wording::new(text).names_a_kind(), "{text}");
        }
    }
}
