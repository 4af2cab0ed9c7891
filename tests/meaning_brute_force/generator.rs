//! Small policies at random, the same on every run.

use serde_json::{Map, Value, json};

/// A small generator of numbers (SplitMix64).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// One text or a list of up to three.
    fn entries(&mut self, from: &[&str]) -> Value {
        match self.below(6) {
            0..3 => json!(self.pick(from)),
            3..5 => json!([self.pick(from), self.pick(from)]),
            _ => json!([self.pick(from), self.pick(from), self.pick(from)]),
        }
    }
}

/// What may come in a policy.
#[derive(Clone, Copy, Default)]
pub struct Kind {
    pub principals: bool,
    pub conditions: bool,
    pub variables: bool,
}

pub const ACTIONS: &[&str] = &[
    "*", "*:*", "a:*", "A:*", "a:x", "a:X", "a:y", "b:x", "b:*", "a:x*", "a:*y", "a:?", "*:x",
    "a:xy", "a*:x", "a:*x*", "?:xy",
];

pub const RESOURCES: &[&str] = &[
    "*", "p", "q", "pq", "p*", "*q", "p?", "?", "p*q", "*p*", "??*", "pq*", "q*p", "qp", "?*", "",
];

pub const WITH_VARIABLES: &[&str] = &[
    "p${aws:username}",
    "${aws:username}",
    "${aws:username}*",
    "p${aws:username}q",
    "p*",
    "q",
    "pq",
    "*",
];

const ACCOUNT: &str = "111122223333";
const PRINCIPALS: &[&str] = &[
    ACCOUNT,
    "arn:aws:iam::111122223333:root",
    "444455556666",
    "arn:aws:iam::111122223333:role/r",
    "arn:aws:iam::111122223333:role/s",
    "arn:aws:sts::111122223333:assumed-role/r/x",
];

/// Operators and values by key.
const TESTS: [(&str, &[&str], &[&str]); 6] = [
    (
        "k:text",
        &[
            "StringEquals",
            "StringNotEquals",
            "StringLike",
            "StringNotLike",
            "StringEqualsIfExists",
            "StringNotLikeIfExists",
            "ForAllValues:StringLike",
            "Null",
        ],
        &["u", "v", "*", "u*", "*v", "?"],
    ),
    (
        "k:truth",
        &["Bool", "BoolIfExists", "Null"],
        &["true", "false"],
    ),
    (
        "k:several",
        &[
            "ForAnyValue:StringEquals",
            "ForAllValues:StringEquals",
            "ForAnyValue:StringNotEquals",
            "ForAllValues:StringLike",
            "ForAnyValue:StringLikeIfExists",
            "Null",
        ],
        &["u", "v", "u*"],
    ),
    (
        "k:number",
        &[
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEqualsIfExists",
        ],
        &["1", "2", "3", "2.0"],
    ),
    (
        "k:address",
        &["IpAddress", "NotIpAddress", "IpAddressIfExists"],
        &[
            "10.0.0.0/8",
            "10.0.0.0/24",
            "10.0.0.1",
            "10.0.0.0/31",
            "10.0.0.1/32",
        ],
    ),
    (
        "k:arn",
        &["ArnLike", "ArnEquals", "ArnNotLike", "StringLike"],
        &[
            "arn:aws:s3:::b",
            "arn:aws:s3:*:*:b",
            "arn:aws:*:*:*:*",
            "arn:aws:s3:::*",
            "arn:aws:s3*b",
        ],
    ),
];

pub fn policy(numbers: &mut Numbers, kind: Kind) -> Value {
    let count = 1 + numbers.below(3);
    let statements: Vec<Value> = (0..count).map(|_| statement(numbers, kind)).collect();
    json!({"Version": "2012-10-17", "Statement": statements})
}

fn statement(numbers: &mut Numbers, kind: Kind) -> Value {
    let mut statement = Map::new();
    let effect = if numbers.one_in(3) { "Deny" } else { "Allow" };
    statement.insert("Effect".into(), json!(effect));
    let name = if numbers.one_in(4) {
        "NotAction"
    } else {
        "Action"
    };
    statement.insert(name.into(), numbers.entries(ACTIONS));
    let name = if numbers.one_in(4) {
        "NotResource"
    } else {
        "Resource"
    };
    let resources: &[&str] = if kind.variables {
        WITH_VARIABLES
    } else {
        RESOURCES
    };
    statement.insert(name.into(), numbers.entries(resources));
    if kind.principals {
        let name = if numbers.one_in(5) {
            "NotPrincipal"
        } else {
            "Principal"
        };
        statement.insert(name.into(), principal(numbers));
    }
    if kind.conditions && !numbers.one_in(3) {
        statement.insert("Condition".into(), condition(numbers));
    }
    Value::Object(statement)
}

fn principal(numbers: &mut Numbers) -> Value {
    match numbers.below(6) {
        0 => json!("*"),
        1 => json!({"AWS": "*"}),
        2 => json!({"Service": "ec2.amazonaws.com"}),
        3 => json!({"AWS": numbers.entries(PRINCIPALS), "Service": "ec2.amazonaws.com"}),
        _ => json!({"AWS": numbers.entries(PRINCIPALS)}),
    }
}

fn condition(numbers: &mut Numbers) -> Value {
    let mut condition = Map::new();
    for _ in 0..1 + numbers.below(2) {
        let (key, operators, values) = numbers.pick(&TESTS);
        let operator = numbers.pick(operators);
        let values: &[&str] = if operator == "Null" {
            &["true", "false"]
        } else {
            values
        };
        let values = match values.contains(&"true") {
            true => json!(numbers.pick(values)),
            false => numbers.entries(values),
        };
        condition.insert(operator.into(), json!({key: values}));
    }
    Value::Object(condition)
}

/// Another policy, or this one with a change.
pub fn other(numbers: &mut Numbers, policy: &Value, kind: Kind) -> Value {
    if numbers.one_in(4) {
        return self::policy(numbers, kind);
    }
    let mut changed = policy.clone();
    let statements = changed["Statement"].as_array_mut().unwrap();
    let at = numbers.below(statements.len());
    match numbers.below(5) {
        0 => statements.push(statement(numbers, kind)),
        1 => drop(statements.remove(at)),
        2 => statements.push(statements[at].clone()),
        3 => statements.reverse(),
        _ => replace_element(numbers, &mut statements[at], kind),
    }
    changed
}

/// Takes one element from another statement.
fn replace_element(numbers: &mut Numbers, statement: &mut Value, kind: Kind) {
    let from = self::statement(numbers, kind);
    let pairs = [
        ["Action", "NotAction"],
        ["Resource", "NotResource"],
        ["Principal", "NotPrincipal"],
        ["Condition", "Condition"],
    ];
    let statement = statement.as_object_mut().unwrap();
    let names = numbers.pick(&pairs);
    for name in names {
        statement.remove(name);
    }
    for name in names {
        if let Some(value) = from.get(name) {
            statement.insert(name.into(), value.clone());
        }
    }
}
