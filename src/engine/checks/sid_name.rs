//! Names for statements that have none worth keeping.

use std::collections::{HashMap, HashSet};

use super::context::Context;
use crate::engine::policy::{ActionPattern, Element, Statement};

/// Gives names that no statement of the policy has yet.
pub(super) struct SidNames {
    taken: HashSet<String>,
    /// How often each name has been asked for.
    asked: HashMap<String, usize>,
}

impl SidNames {
    pub fn new(ctx: &Context) -> Self {
        let sids = ctx.policy.statements().iter();
        let taken = sids.filter_map(|statement| statement.text(Element::Sid));
        Self {
            taken: taken.map(|sid| sid.into_owned()).collect(),
            asked: HashMap::new(),
        }
    }

    /// A name made of the statement's effect and services, such as `AllowS3`; with a number where it is taken.
    pub fn name(&mut self, statement: &Statement) -> String {
        let name = described(statement);
        let asked = self.asked.entry(name.clone()).or_default();
        loop {
            *asked += 1;
            let numbered = match *asked {
                1 => name.clone(),
                number => format!("{name}{number}"),
            };
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// More services than this are too many for a name.
const MOST_SERVICES: usize = 2;

fn described(statement: &Statement) -> String {
    let mut services: Vec<String> = Vec::new();
    for entry in statement.entries(Element::Action) {
        let service = ActionPattern::new(&entry.text)
            .service()
            .unwrap_or_default();
        let service = capitalised(service);
        if services.last() != Some(&service) && !services.contains(&service) {
            services.push(service);
        }
        if services.len() > MOST_SERVICES {
            break;
        }
    }
    if services.len() > MOST_SERVICES {
        services = vec!["SeveralServices".to_owned()];
    }
    let effect = statement.text(Element::Effect).unwrap_or_default();
    format!("{}{}", capitalised(&effect), services.concat())
}

/// The letters and digits of a text, the first of them in upper case.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars().filter(char::is_ascii_alphanumeric);
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::policy::Policy;
    use crate::engine::syntax::parse;

    #[test]
    fn a_name_tells_the_effect_and_the_services() {
        for (elements, name) in [
            (r#""Effect": "Allow", "Action": "s3:Get*""#, "AllowS3"),
            (
                r#""Effect": "Deny", "Action": ["ec2:A", "iam:B", "ec2:C"]"#,
                "DenyEc2Iam",
            ),
            (
                r#""Effect": "Allow", "Action": ["a:1", "b:2", "c:3"]"#,
                "AllowSeveralServices",
            ),
            (r#""Effect": "Allow", "Action": "*""#, "Allow"),
        ] {
            let tree = parse(&format!(r#"{{"Statement": {{{elements}}}}}"#));
            let policy = Policy::new(&tree);
            assert_eq!(described(policy.statements().first().unwrap()), name);
        }
    }
}
