//! Wildcards inside the actions of a service control policy.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::policy::{ActionPattern, Element, Entry, PolicyKind, has_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// In the grammar of before September 2025, `*` and `?` stand only at the end of an action of a service control policy.
    /// AWS has taken them anywhere since, so that this check is off unless it is asked for: it helps where a policy has to pass older tools.
    ///
    /// ## Why it matters
    ///
    /// Tools that know the older grammar reject the policy.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": "iam:*Role",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": ["iam:CreateRole", "iam:DeleteRole"],
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// AWS Organizations User Guide, "SCP syntax", of before September 2025.
    SCP_SYNTAX_ERROR_ACTION_WILDCARD {
        title: "Wildcard inside an action",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Scp],
        has_fix: false,
        learn_more: analyzer_reference!("error-scp-syntax-error-action-wildcard"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    if !ctx.options.older_scp_grammar {
        return;
    }
    for statement in ctx.policy.statements() {
        for element in [Element::Action, Element::NotAction] {
            let entries = statement.entries(element);
            let inner = entries.filter(|entry| has_inner_wildcard(&entry.text));
            let settled = inner.filter(|entry| ctx.is_settled(entry.node));
            findings.extend(settled.map(|entry| finding(ctx, &entry)));
        }
    }
}

fn has_inner_wildcard(action: &str) -> bool {
    let is_everything = ActionPattern::new(action).is_everything();
    !is_everything && has_wildcard(action.trim_end_matches(['*', '?']))
}

fn finding(ctx: &Context, entry: &Entry) -> Finding {
    CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} has a wildcard before its end.", quoted(&entry.text)),
        "The grammar of before September 2025 takes wildcards at the end of an action only.",
        "Name the actions that the pattern matches.",
    )
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::findings_as;
    use super::{CHECK, PolicyKind};

    #[test]
    fn reports_inner_wildcards_only_where_the_older_grammar_is_asked_for() {
        let text = r#"{"Statement": {"Effect": "Deny", "Action": ["iam:*Role", "iam:Create*", "*", "*:*", "i?m:Get*"], "Resource": "*"}}"#;
        for (older_scp_grammar, expected) in
            [(true, vec!["iam:*Role", "i?m:Get*"]), (false, vec![])]
        {
            let options = Options {
                older_scp_grammar,
                ..Options::default()
            };
            let findings = findings_as(PolicyKind::Scp, &CHECK, text, &options);
            let found: Vec<&str> = findings
                .iter()
                .map(|finding| finding.span().text(text).trim_matches('"'))
                .collect();
            assert_eq!(found, expected);
        }
    }
}
