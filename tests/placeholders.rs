//! Stand-ins as vendors and AWS publish them, what only looks like one, and the rules that hold for spellings nobody has seen yet.

use iam_policy_editor::engine::analysis::{Analysis, Request};
use iam_policy_editor::engine::checks::Options;
use iam_policy_editor::engine::placeholders::{
    Class, Declaration, FillMode, Placeholder, Values, fill, recognise,
};
use iam_policy_editor::engine::policy::KindChoice;
use iam_policy_editor::engine::syntax::parse;

/// One row for each stand-in or look-alike: the document it stands in, how it is written, its class, its name and its type.
///
/// A document that is no object is the value of `Resource`.
/// The class `none` is that of a look-alike; no placeholder may touch it.
const ROWS: &str = include_str!("fixtures/placeholders/rows.tsv");

struct Row {
    document: String,
    written: &'static str,
    class: &'static str,
    name: &'static str,
    type_id: &'static str,
}

fn rows() -> Vec<Row> {
    let read = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [document, written, class, name, type_id] = cells[..] else {
            panic!("five columns: {line}");
        };
        let document = match document.starts_with('{') {
            true => document.to_string(),
            false => format!("{{\"Resource\": {document}}}"),
        };
        Row {
            document,
            written,
            class,
            name,
            type_id,
        }
    };
    ROWS.lines().skip(1).map(read).collect()
}

/// The placeholders of a document that stand somewhere in the given text of it.
fn at<'p>(document: &str, written: &str, placeholders: &'p [Placeholder]) -> Vec<&'p Placeholder> {
    let places: Vec<_> = document.match_indices(written).collect();
    assert!(!places.is_empty(), "`{written}` is not in {document}");
    let touches = |one: &&Placeholder| {
        one.uses.iter().any(|place| {
            let (start, end) = (place.span.start, place.span.end);
            places
                .iter()
                .any(|(at, _)| *at < end && start < at + written.len())
        })
    };
    placeholders.iter().filter(touches).collect()
}

/// What is wrong with a row, if something is.
fn objection(row: &Row) -> Option<String> {
    let placeholders = recognise(&parse(&row.document), &[]);
    let touching = at(&row.document, row.written, &placeholders);
    if row.class == "none" {
        let taken = touching
            .iter()
            .find(|one| one.class == Class::Placeholder)?;
        return Some(format!("taken for {}: {}", taken.name, row.document));
    }
    let is_it = |one: &&&Placeholder| one.written.iter().any(|text| text == row.written);
    let Some(found) = touching.iter().find(is_it) else {
        return Some(format!("`{}` not found in {}", row.written, row.document));
    };
    let is = (found.class.id(), found.name.as_str(), found.kind.id);
    let expected = (row.class, row.name, row.type_id);
    (is != expected).then(|| format!("{is:?} for {expected:?} in {}", row.document))
}

#[test]
fn tells_stand_ins_samples_and_vendors_accounts_from_look_alikes() {
    let wrong: Vec<String> = rows().iter().filter_map(objection).collect();
    assert!(
        wrong.is_empty(),
        "{} rows:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Every style that a name can be written in, with a gap for the name.
const STYLES: [(&str, &str); 26] = [
    ("<", ">"),
    ("< ", " >"),
    ("<<", ">>"),
    ("{", "}"),
    ("{{", "}}"),
    ("{{ ", " }}"),
    ("[", "]"),
    ("[[", "]]"),
    ("((", "))"),
    ("@@@", "@@@"),
    ("@@", "@@"),
    ("%%", "%%"),
    ("%(", ")s"),
    ("%{", "}"),
    ("#{", "}"),
    ("$(", ")"),
    ("${", "}"),
    ("${var.", "}"),
    ("${local.", "}"),
    ("${self:custom.", "}"),
    ("${self:provider.", "}"),
    ("${env:", "}"),
    ("${opt:", "}"),
    ("${{ vars.", " }}"),
    ("{{ .Values.", " }}"),
    ("<%= ", " %>"),
];

/// Styles that only show in capitals.
const LOUD_STYLES: [(&str, &str); 7] = [
    ("%", "%"),
    ("@", "@"),
    ("_", "_"),
    ("__", "__"),
    ("#", "#"),
    ("$", ""),
    ("${", "}"),
];

/// Documents with a gap, and the type of what stands there.
const PLACES: [(&str, &str); 16] = [
    (
        r#"{"Resource": "arn:¦:sqs:eu-west-1:210987654321:orders"}"#,
        "partition",
    ),
    (
        r#"{"Resource": ["arn:aws:sqs:¦:210987654321:orders"]}"#,
        "region",
    ),
    (r#"{"Resource": "arn:aws:iam::¦:role/jo"}"#, "account-id"),
    (
        r#"{"Resource": "arn:aws:iam::210987654321:role/team/¦"}"#,
        "role-name",
    ),
    (
        r#"{"Resource": "arn:aws:iam::210987654321:user/¦"}"#,
        "user-name",
    ),
    (r#"{"Resource": "arn:aws:s3:::¦/*"}"#, "bucket-name"),
    (
        r#"{"Resource": "arn:aws:sqs:eu-west-1:210987654321:¦"}"#,
        "queue-name",
    ),
    (
        r#"{"Resource": "arn:aws:dynamodb:eu-west-1:*:table/¦/index/*"}"#,
        "table-name",
    ),
    (
        r#"{"Resource": "arn:aws:route53:::hostedzone/¦"}"#,
        "hosted-zone-id",
    ),
    (
        r#"{"Resource": "arn:aws:logs:eu-west-1:*:log-group:¦:*"}"#,
        "log-group-name",
    ),
    (
        r#"{"Principal": {"AWS": "arn:aws:iam::¦:root"}}"#,
        "account-id",
    ),
    (
        r#"{"Condition": {"StringEquals": {"aws:SourceAccount": ["¦"]}}}"#,
        "account-id",
    ),
    (
        r#"{"Condition": {"StringEquals": {"aws:RequestedRegion": "¦"}}}"#,
        "region",
    ),
    (
        r#"{"Condition": {"StringEquals": {"sts:ExternalId": "¦"}}}"#,
        "external-id",
    ),
    (
        r#"{"Condition": {"StringEquals": {"¦:aud": "x"}}}"#,
        "oidc-issuer",
    ),
    (
        r#"{"Condition": {"StringEquals": {"aws:RequestTag/¦": "x"}}}"#,
        "tag-key",
    ),
];

/// Small steps of a generator of our own, so that every run tries the same names.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).unwrap() % limit
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }

    /// Two to four words that say nothing about a type.
    fn words(&mut self) -> Vec<&'static str> {
        const WORDS: [&str; 8] = [
            "blue", "acme", "north", "alpha", "orders", "tier", "gamma", "main",
        ];
        (0..2 + self.below(3)).map(|_| self.pick(&WORDS)).collect()
    }
}

#[test]
fn a_name_in_any_style_and_place_gets_the_type_of_the_place_and_its_own_name() {
    let mut random = Random(0x5DEE_CE66);
    for round in 0..4000 {
        let words = random.words();
        let (document, type_id) = PLACES[random.below(PLACES.len())];
        let is_loud = random.below(3) == 0;
        let name = words.join("_");
        let (open, close) = match is_loud {
            true => LOUD_STYLES[random.below(LOUD_STYLES.len())],
            false => STYLES[random.below(STYLES.len())],
        };
        let inside = match is_loud {
            true => name.to_uppercase(),
            false => name.clone(),
        };
        let written = format!("{open}{inside}{close}");
        let text = document.replace('¦', &written);
        let found = recognise(&parse(&text), &[]);
        let is = found
            .iter()
            .map(|one| (one.name.as_str(), one.kind.id, one.written.as_slice()));
        let expected = (name.as_str(), type_id, [written.clone()]);
        assert_eq!(
            is.collect::<Vec<_>>(),
            [(expected.0, expected.1, expected.2.as_slice())],
            "round {round}: {text}"
        );
    }
}

#[test]
fn all_spellings_of_a_name_are_one_field() {
    let mut random = Random(77);
    for _ in 0..300 {
        let words = random.words();
        let spellings = [
            format!("<{}>", words.join("-")),
            format!("[{}]", words.join(" ")),
            format!("{{{{{}}}}}", words.join("_")),
            format!("${{{}}}", words.join("_").to_uppercase()),
            format!("@@@{}@@@", words.join("-").to_uppercase()),
        ];
        let values: Vec<String> = spellings.iter().map(|one| format!("\"x/{one}\"")).collect();
        let found = recognise(&parse(&format!("[{}]", values.join(", "))), &[]);
        assert_eq!(found.len(), 1, "{spellings:?}");
        assert_eq!(
            (found[0].name.as_str(), found[0].written.as_slice()),
            (words.join("_").as_str(), spellings.as_slice())
        );
    }
}

#[test]
fn filling_in_makes_json_of_every_row_whatever_is_typed() {
    let hostile = [
        "\"",
        "\\",
        "a\n\"}],",
        "{{x}}",
        "\u{0}\u{2028}",
        "</script>",
        "${aws:username}",
        "210987654321",
    ];
    for row in rows() {
        let tree = parse(&row.document);
        let placeholders = recognise(&tree, &[]);
        for typed in hostile {
            let by_name = placeholders
                .iter()
                .map(|one| (one.name.clone(), typed.to_string()));
            let values = Values {
                by_name: by_name.collect(),
                ..Values::default()
            };
            for mode in [FillMode::Shown, FillMode::Checked] {
                let filled = fill(&tree, &placeholders, &values, mode);
                let read: Result<serde_json::Value, _> = serde_json::from_str(&filled.text);
                assert!(
                    read.is_ok(),
                    "{} with {typed:?} became {}",
                    row.document,
                    filled.text
                );
            }
        }
    }
}

/// The name, type and number of uses of each placeholder.
fn summary(text: &str, declared: &[Declaration]) -> Vec<String> {
    let found = recognise(&parse(text), declared).into_iter();
    found
        .map(|one| format!("{}: {}, {}", one.name, one.kind.id, one.uses.len()))
        .collect()
}

#[test]
fn what_a_person_says_about_a_text_holds() {
    let text = r#"{"Resource": ["arn:aws:s3:::acme-prod/*", "arn:aws:iam::XXXX:role/ADMIN_ROLE", "arn:aws:s3:::acme-prod-2"]}"#;
    let plain = ["account_id: account-id, 1", "role_name: role-name, 1"];
    assert_eq!(summary(text, &[]), plain);
    let found = recognise(&parse(text), &[]);
    let (account, role) = (&found[0], &found[1]);

    let marked = Declaration::marking("acme-prod", "Data Bucket", "bucket-name");
    let marking = ["data_bucket: bucket-name, 2", plain[0], plain[1]];
    assert_eq!(summary(text, std::slice::from_ref(&marked)), marking);

    let renamed = Declaration::renaming(account, "vendor account", "free-text");
    assert_eq!(
        summary(text, &[renamed]),
        ["vendor_account: free-text, 1", plain[1]]
    );

    let kept = Declaration::keeping(role);
    assert_eq!(
        summary(text, &[marked, kept]),
        ["data_bucket: bucket-name, 2", plain[0]]
    );
}

#[test]
fn a_marked_text_stands_wherever_it_is_a_whole_word_and_is_filled_in() {
    let text = r#"{"Sid": "blue", "Action": "s3:blueprint", "Resource": "arn:aws:s3:::x/blue/*"}"#;
    let declared = [Declaration::marking("blue", "team", "free-text")];
    let tree = parse(text);
    let placeholders = recognise(&tree, &declared);
    let values = Values {
        by_name: [("team".to_string(), "green".to_string())].into(),
        ..Values::default()
    };
    let filled = fill(&tree, &placeholders, &values, FillMode::Shown);
    let expected =
        r#"{"Sid": "green", "Action": "s3:blueprint", "Resource": "arn:aws:s3:::x/green/*"}"#;
    assert_eq!(&*filled.text, expected);
}

#[test]
fn an_analysis_explains_a_place_and_spreads_a_pasted_arn_over_the_fields() {
    let values = Values::default();
    let text = r#"{"Resource": "arn:aws:sqs:<region>:<account>:${aws:username}"}"#;
    let analysis = Analysis::new(Request {
        text,
        declared: &[],
        values: &values,
        kind: KindChoice::Auto,
        attachment: None,
        catalog: None,
        accepted: &[],
        options: Options::default(),
    });
    let at = |sign: &str| text.find(sign).and_then(|at| analysis.explanation(at));
    let explained = at("<account>").unwrap().text;
    assert_eq!(explained, "`<account>` stands for a value: Account.");
    assert!(at("${").unwrap().text.contains("is a policy variable"));
    assert_eq!(at("sqs"), None);
    let arn = "arn:aws:sqs:eu-west-1:210987654321:orders";
    let answers = analysis.answers(1, arn).unwrap().values;
    let expected = [("account", "210987654321"), ("region", "eu-west-1")];
    assert_eq!(
        answers,
        expected.map(|(name, value)| (name.to_string(), value.to_string()))
    );
    assert_eq!(analysis.answers(2, arn), None);
}
