//! Several documents beside each other, with the values they share.

use super::*;
use iam_policy_editor::session::{
    CopyKind, DocumentStatus, Owner, OwnerKind, RefusalTarget, Screen,
};
use std::rc::Rc;

const BUCKET: &str = r#"{"Version": "2012-10-17", "Statement": [{"Sid": "{{sid}}", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{bucket_name}}/*"}]}"#;
const FOLDER: &str = r#"{"Version": "2012-10-17", "Statement": [{"Sid": "{{title}}", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{{bucket_name}}"}]}"#;

/// Three documents, the last one on display: ids 1, 2 and 3.
fn three() -> Page {
    Page::new().then_all([paste(BUCKET), paste(FOLDER), paste(TRUST)])
}

fn ids(page: &Page) -> Vec<u32> {
    let documents = page.state.workspace.documents.iter();
    documents.map(|document| document.id).collect()
}

fn active(page: &Page) -> u32 {
    page.state.document().unwrap().id
}

/// The list as the page shows it: `owner: name (status), …`, the active one with a star.
fn listed(page: &Page) -> Vec<String> {
    let owners = page.state.listed();
    let line = |owner: Option<&Owner>| owner.map_or("-".to_owned(), Owner::label);
    owners
        .iter()
        .map(|listed| {
            let documents = listed.documents.iter().map(|document| {
                let star = if document.is_active { "*" } else { "" };
                format!("{star}{} ({})", document.name, document.status.words())
            });
            let documents: Vec<String> = documents.collect();
            format!("{}: {}", line(listed.owner.as_ref()), documents.join(", "))
        })
        .collect()
}

#[test]
fn one_after_the_other_goes_on_display_without_a_step_of_the_history() {
    let page = three().then(Action::ShowDocument(1));
    assert_eq!((ids(&page), active(&page)), (vec![1, 2, 3], 1));
    assert_eq!(page.effects, [Effect::RememberText(BUCKET.into())]);
    assert_eq!(&**page.state.displayed(), BUCKET);
    assert_eq!(page.steps(), 3, "one for each paste");
    let page = page.then(Action::ShowDocument(9));
    assert_eq!(active(&page), 1, "there is no ninth");
}

#[test]
fn a_step_is_taken_back_where_it_was_made() {
    let page = three().then_all([Action::ShowDocument(1), insert(0, " ")]);
    let page = page.then_all([Action::ShowDocument(3), Action::Undo]);
    assert_eq!((active(&page), page.text()), (1, BUCKET));
}

#[test]
fn a_closed_document_comes_back() {
    for (shown, closed, then_shown) in [(3, 3, 2), (1, 1, 2), (2, 2, 3), (3, 1, 3), (1, 3, 1)] {
        let before = three().then(Action::ShowDocument(shown));
        let workspace = before.state.workspace.clone();
        let page = before.then(Action::CloseDocument(closed));
        assert_eq!(ids(&page).len(), 2);
        assert_eq!(active(&page), then_shown, "{closed} closed, {shown} shown");
        assert_eq!(
            page.notice(),
            "`Pasted policy` is closed. Undo brings it back."
        );
        assert_eq!(page.then(Action::Undo).state.workspace, workspace);
    }
}

#[test]
fn without_the_last_document_the_start_page_is_back() {
    let page = Page::with(BUCKET).then(Action::CloseDocument(1));
    assert_eq!(
        (page.state.screen, page.state.is_uncopied()),
        (Screen::Start, false)
    );
    assert_eq!(&**page.state.displayed(), "");
    let page = page.then(Action::Undo);
    assert_eq!((page.state.screen, page.text()), (Screen::Editor, BUCKET));
}

#[test]
fn a_document_gets_another_name() {
    let rename = |name: &str| Action::RenameDocument {
        id: 2,
        name: name.into(),
    };
    let name = |page: &Page| page.state.workspace.find(2).unwrap().name.clone();
    let page = three().then(rename("  Folder "));
    assert_eq!((name(&page).as_str(), active(&page)), ("Folder", 3));
    let page = page.then(rename(" "));
    assert_eq!(name(&page), "Folder", "a blank is no name");
    let page = page.then(rename("AKIAQ3EGRTV7LK2WNB5X"));
    assert_eq!(
        page.state.refusal.as_ref().map(|refusal| &refusal.target),
        Some(&RefusalTarget::Name { document: 2 })
    );
    assert_eq!(name(&page), "Folder");
}

#[test]
fn a_value_typed_once_fills_every_document() {
    let page = three().then_all([Action::ShowDocument(1), value("bucket_name", "acme-data")]);
    let page = page.then(Action::ShowDocument(2));
    assert!(page.state.displayed().contains("arn:aws:s3:::acme-data\""));
}

#[test]
fn what_only_others_ask_for_can_be_reached_and_typed() {
    let page = three().then_all([Action::ShowDocument(1), value("title", "Listing")]);
    let elsewhere = page.state.asked_elsewhere();
    let asked: Vec<_> = elsewhere
        .iter()
        .map(|one| (one.document, one.name.as_str(), one.is_missing))
        .collect();
    assert_eq!(asked, [(2, "title", false)], "the bucket is asked for here");
    let page = page.then(Action::ShowField {
        document: 2,
        name: "title".into(),
    });
    assert_eq!(active(&page), 2);
    assert_eq!(
        page.effects.last(),
        Some(&Effect::FocusField("title".into()))
    );
}

#[test]
fn a_document_is_read_again_only_when_something_in_it_changed() {
    let page = three();
    let reading = |page: &Page, id| {
        let shown = Page {
            state: page.state.clone(),
            effects: Vec::new(),
        };
        shown.then(Action::ShowDocument(id)).state.analysis
    };
    let typed = three().then(Action::SetView(
        iam_policy_editor::engine::analysis::View::Filled,
    ));
    let before: Vec<_> = [1, 2, 3].map(|id| reading(&typed, id)).into();
    let typed = typed.then_all([Action::ShowDocument(1), value("sid", "Reading")]);
    let kept: Vec<bool> = [1, 2, 3]
        .map(|id| Rc::ptr_eq(&reading(&typed, id), &before[id as usize - 1]))
        .into();
    assert_eq!(kept, [false, true, true], "only the first one asks for it");
    let typed = typed.then(value("bucket_name", "acme-data"));
    let kept: Vec<bool> = [1, 2, 3]
        .map(|id| Rc::ptr_eq(&reading(&typed, id), &before[id as usize - 1]))
        .into();
    assert_eq!(kept, [false, false, true], "two ask for the bucket");
    assert!(Rc::ptr_eq(&reading(&page, 3), &page.state.analysis));
}

#[test]
fn each_document_has_a_status() {
    let page = Page::with(BROKEN)
        .then_all([paste(BUCKET), paste(TRUST), Action::NewDocument])
        .then_all([value("bucket_name", "acme-data")]);
    let statuses: Vec<DocumentStatus> = page.state.listed()[0]
        .documents
        .iter()
        .map(|document| document.status)
        .collect();
    assert_eq!(
        statuses,
        [
            DocumentStatus::Errors(2),
            DocumentStatus::Missing(1),
            DocumentStatus::Ready,
            DocumentStatus::Empty
        ]
    );
}

#[test]
fn leaving_asks_for_every_document_that_was_not_copied() {
    let copy = || [Action::CopyTemplate, Action::CopyDone(CopyKind::Template)];
    let page = Page::with(BUCKET).then_all(copy()).then(paste(FOLDER));
    let page = page.then_all(copy());
    assert!(!page.state.is_uncopied());
    let page = page
        .then(value("bucket_name", "acme-data"))
        .then_all(copy());
    assert!(
        page.state.is_uncopied(),
        "the value changed the first one too"
    );
    let page = page.then(Action::ShowDocument(1)).then_all(copy());
    assert!(!page.state.is_uncopied());
    let page = page.then_all([Action::ShowDocument(2), Action::NewDocument]);
    assert!(
        !page.state.is_uncopied(),
        "looking and a blank one are no work"
    );
}

#[test]
fn a_partner_joins_the_role_it_belongs_to() {
    let page = Page::with_gallery().then(choose("aws-batch-service-role"));
    let partners = page.state.partners();
    let [partner] = partners.as_slice() else {
        panic!("{partners:?}")
    };
    assert_eq!(partner.label, "Add its trust policy");
    let page = page.then(Action::AddPartner(partner.id.clone()));
    assert_eq!(page.state.partners(), [], "it is open");
    assert_eq!(
        listed(&page),
        [
            "Role AWSBatchServiceRole: AWS Batch service role, permissions (1 value missing), *AWS Batch service role, trust policy (2 values missing)"
        ]
    );
    assert_eq!(
        page.effects.last(),
        Some(&Effect::FocusField("account_id".into()))
    );
    assert_eq!(page.then(Action::Undo).state.workspace.documents.len(), 1);
}

#[test]
fn a_partner_of_another_role_or_resource_keeps_to_itself() {
    for (first, partner, owners) in [
        (
            "aws-batch-spot-fleet-trust",
            "aws-batch-service-role",
            [
                "Role AmazonEC2SpotFleetTaggingRole",
                "Role AWSBatchServiceRole",
            ]
            .as_slice(),
        ),
        (
            "ec2-instance-role-trust",
            "ecs-task-role-trust",
            &["Role ecsInstanceRole", "Role"],
        ),
        (
            "ec2-instance-role-trust",
            "genomics-workflow-bucket",
            &["Role ecsInstanceRole"],
        ),
        (
            "iguazio-node-private-ip",
            "ec2-instance-role-trust",
            &["Role IguazioDataScienceNode"],
        ),
        (
            "kms-key-for-cloudwatch-logs",
            "sqs-from-s3-events",
            &["KMS key", "SQS queue"],
        ),
    ] {
        let page =
            Page::with_gallery().then_all([choose(first), Action::AddPartner(partner.into())]);
        let labels: Vec<String> = page
            .state
            .listed()
            .iter()
            .filter_map(|listed| listed.owner.as_ref().map(Owner::label))
            .collect();
        assert_eq!(labels, owners, "{first} with {partner}");
    }
}

#[test]
fn a_policy_of_an_owner_stands_behind_its_others() {
    let page = Page::with_gallery().then_all([
        choose("aws-batch-service-role"),
        Action::AddPartner("batchly-onboarding-user".into()),
        Action::ShowDocument(1),
        Action::AddPartner("aws-batch-service-trust".into()),
    ]);
    assert_eq!(ids(&page), [1, 3, 2]);
    assert_eq!(
        page.state.workspace.documents[2]
            .owner
            .as_ref()
            .map(|owner| owner.what),
        Some(OwnerKind::User)
    );
}

#[test]
fn of_a_key_that_was_typed_across_a_visit_elsewhere_nothing_stays() {
    let key = "AKIAQ3EGRTV7LK2WNB5X";
    let page = Page::with("{}").then_all([paste(TRUST), Action::ShowDocument(1)]);
    let page = page
        .typing(1, &key[..12])
        .then_all([
            Action::ShowDocument(2),
            insert(0, " "),
            Action::ShowDocument(1),
        ])
        .typing(13, &key[12..]);
    assert!(page.state.refusal.is_some());
    let page = page.then(Action::DismissRefusal);
    assert_eq!(page.text(), "{}");
    let everything = format!("{:?}{:?}", page.state, page.effects);
    assert!(!everything.contains(&key[..10]));
}

#[test]
fn a_set_opens_every_policy_by_owner_in_one_step() {
    let page = Page::with_gallery().then(Action::ChooseSet("genomics-on-batch".into()));
    assert_eq!(
        listed(&page),
        [
            "Role ecsInstanceRole: *EC2 instance role, trust policy (Ready to copy), Genomics workflow bucket (1 value missing), EBS autoscaling for genomics (2 values missing)",
            "Role BatchJobRole: ECS task role, trust policy (2 values missing), Genomics workflows, Batch job role (4 values missing)",
            "Role AWSBatchServiceRole: AWS Batch service role, trust policy (2 values missing), AWS Batch service role, permissions (1 value missing)",
            "Role AmazonEC2SpotFleetTaggingRole: Spot Fleet role, trust policy (Ready to copy)",
        ]
    );
    assert!(!page.state.is_uncopied());
    assert_eq!(page.steps(), 1);
    let page = page.then_all([
        Action::ShowDocument(3),
        value("account_id", "210987654321"),
        value("region", "eu-central-1"),
    ]);
    let ready = |page: &Page| -> usize {
        let owners = page.state.listed();
        let documents = owners.iter().flat_map(|owner| &owner.documents);
        documents
            .filter(|document| document.status == DocumentStatus::Ready)
            .count()
    };
    assert_eq!(ready(&page), 5, "two values were typed once");
}

#[test]
fn a_set_stands_beside_what_holds_work_and_takes_the_place_of_what_does_not() {
    for (before, count) in [
        (paste(BROKEN), 9),
        (paste(" "), 8),
        (choose("velero-backup"), 8),
    ] {
        let page =
            Page::with_gallery().then_all([before, Action::ChooseSet("genomics-on-batch".into())]);
        assert_eq!(page.state.workspace.documents.len(), count);
    }
    let page = Page::with_gallery().then(Action::ChooseSet("no-such-set".into()));
    assert_eq!(page.state.document(), None);
}
