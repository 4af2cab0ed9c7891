//! Carries the text of a policy over to another partition: its ARNs and its service principals.

use crate::engine::catalog::{PARTITION_RULES, PartitionRule, partition_rule, principal_domain};
use crate::engine::text::{Edit, Edits, Span};

/// What has to change in a text so that it fits another partition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartitionChange {
    /// Edits of the text, one for each ARN and each principal.
    pub edits: Edits,
    /// The number of ARNs that name another partition.
    pub arns: usize,
    /// The number of service principals that stand in another domain.
    pub principals: usize,
}

/// What has to change in `text`, well formed or not, so that its ARNs and service principals are those of a partition.
///
/// Left alone are partitions that are placeholders, wildcards or unknown, the Regions and accounts in the ARNs, and principals that the text also has in the right domain: it is made for both.
pub fn partition_change(text: &str, to: &PartitionRule) -> PartitionChange {
    let (arns, principals) = (arn_edits(text, to), principal_edits(text, to));
    let counts = (arns.len(), principals.len());
    let edits = arns.into_iter().chain(principals).collect();
    PartitionChange {
        edits: Edits::new(edits).unwrap_or_default(),
        arns: counts.0,
        principals: counts.1,
    }
}

fn arn_edits(text: &str, to: &PartitionRule) -> Vec<Edit> {
    let arns = text.match_indices("arn:");
    arns.filter_map(|(at, start)| {
        let is_word = text.get(..at)?.ends_with(|c: char| c.is_alphanumeric());
        let place = at + start.len();
        let (id, _) = text.get(place..)?.split_once(':')?;
        let is_foreign = !is_word && id != to.id && partition_rule(id).is_some();
        is_foreign.then(|| Edit::replace(Span::new(place, place + id.len()), to.id))
    })
    .collect()
}

fn principal_edits(text: &str, to: &PartitionRule) -> Vec<Edit> {
    let mut domains: Vec<&str> = PARTITION_RULES.iter().map(|rule| rule.domain).collect();
    domains.sort_unstable();
    domains.dedup();
    let edits_of = |domain: &'static str| {
        let places = text.match_indices(domain);
        places.filter_map(move |(at, _)| principal_edit(text, at, domain, to))
    };
    domains.into_iter().flat_map(edits_of).collect()
}

/// The edit of the domain at `at`, where it ends a string that is a service principal.
fn principal_edit(text: &str, at: usize, domain: &str, to: &PartitionRule) -> Option<Edit> {
    let end = at + domain.len();
    let (_, labels) = text.get(..at)?.rsplit_once('"')?;
    let labels = labels.strip_suffix('.')?;
    let is_name = !labels.is_empty()
        && !labels.contains(|c: char| c.is_whitespace() || matches!(c, ':' | '/' | '@' | '\\'));
    let right = principal_domain(labels, to);
    let is_foreign = is_name && text.get(end..)?.starts_with('"') && right != domain;
    let is_for_both = || text.contains(&format!("\"{labels}.{right}\""));
    (is_foreign && !is_for_both()).then(|| Edit::replace(Span::new(at, end), right))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn carried_over(text: &str, to: &str) -> (String, usize, usize) {
        let change = partition_change(text, partition_rule(to).unwrap());
        let text = change.edits.apply(text).unwrap();
        (text, change.arns, change.principals)
    }

    #[test]
    fn changes_arns_and_principals_and_nothing_else() {
        for (text, to, expected, arns, principals) in [
            (
                r#"["arn:aws:s3:::a", "arn:aws:iam::aws:policy/X"]"#,
                "aws-cn",
                r#"["arn:aws-cn:s3:::a", "arn:aws-cn:iam::aws:policy/X"]"#,
                2,
                0,
            ),
            (
                r#"["arn:aws-cn:s3:::arn:aws:x"]"#,
                "aws",
                r#"["arn:aws:s3:::arn:aws:x"]"#,
                1,
                0,
            ),
            (
                r#"["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"]"#,
                "aws-cn",
                r#"["ec2.amazonaws.com.cn", "ecs-tasks.amazonaws.com"]"#,
                0,
                1,
            ),
            (
                r#"["ec2.amazonaws.com.cn", "lambda.amazonaws.com.cn"]"#,
                "aws",
                r#"["ec2.amazonaws.com", "lambda.amazonaws.com"]"#,
                0,
                2,
            ),
            (
                r#"["ec2.amazonaws.com", "ec2.amazonaws.com.cn"]"#,
                "aws-cn",
                r#"["ec2.amazonaws.com", "ec2.amazonaws.com.cn"]"#,
                0,
                0,
            ),
            (
                r#"["ec2.amazonaws.com.cn"]"#,
                "aws-us-gov",
                r#"["ec2.amazonaws.com"]"#,
                0,
                1,
            ),
            (
                r#"["logs.{{region}}.amazonaws.com"]"#,
                "aws-cn",
                r#"["logs.{{region}}.amazonaws.com.cn"]"#,
                0,
                1,
            ),
            (
                r#"{"Service": "ec2.amazonaws.com", "#,
                "aws-cn",
                r#"{"Service": "ec2.amazonaws.com.cn", "#,
                0,
                1,
            ),
            (
                r#"["arn:{{partition}}:s3:::a", "arn:*:s3:::a", "arn:mars:s3:::a"]"#,
                "aws-cn",
                r#"["arn:{{partition}}:s3:::a", "arn:*:s3:::a", "arn:mars:s3:::a"]"#,
                0,
                0,
            ),
            (
                r#"["https://ec2.amazonaws.com", "a b.amazonaws.com", ".amazonaws.com", "barn:aws:x"]"#,
                "aws-cn",
                r#"["https://ec2.amazonaws.com", "a b.amazonaws.com", ".amazonaws.com", "barn:aws:x"]"#,
                0,
                0,
            ),
        ] {
            let expected = (expected.to_owned(), arns, principals);
            assert_eq!(carried_over(text, to), expected, "{text} to {to}");
        }
    }

    #[test]
    fn what_was_carried_over_stays() {
        let text = r#"["arn:aws:s3:::a", "ec2.amazonaws.com", "logs.eu-west-1.amazonaws.com"]"#;
        for rule in &PARTITION_RULES {
            let (once, _, _) = carried_over(text, rule.id);
            assert_eq!(carried_over(&once, rule.id), (once.clone(), 0, 0));
            assert_eq!(carried_over(&once, "aws").0, text, "{}", rule.id);
        }
    }
}
