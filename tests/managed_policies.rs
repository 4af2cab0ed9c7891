//! The AWS managed policies that come with the editor.

use iam_policy_editor::engine::catalog::bundled;
use iam_policy_editor::engine::policy::Policy;
use iam_policy_editor::engine::syntax::parse;

#[test]
fn each_managed_policy_is_a_policy_and_has_a_current_version() {
    let catalog = bundled().unwrap();
    assert!(catalog.managed_policies_date() >= "2026-08-26");
    for policy in catalog.managed_policies() {
        let tree = parse(policy.document);
        assert!(
            tree.errors().is_empty(),
            "{} {}",
            policy.name,
            policy.version
        );
        assert!(!Policy::new(&tree).statements().is_empty());
        let current = catalog.managed_policy(policy.name).unwrap();
        assert!(
            current.date.is_some_and(|date| Some(date) >= policy.date),
            "{}",
            policy.name
        );
    }
    let batch = catalog.managed_policy("AWSBatchServiceRole").unwrap();
    assert_eq!(
        batch.resource,
        "iam::aws:policy/service-role/AWSBatchServiceRole"
    );
}
