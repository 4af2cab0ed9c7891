//! The partition: one setting for every document and value.

use super::*;
use iam_policy_editor::engine::placeholders::ValueState;
use iam_policy_editor::session::Tone;

const EC2: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}"#;
const QUEUE: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:{{region}}:210987654321:orders"}]}"#;

fn to(partition: &str) -> Action {
    Action::SetPartition(partition.into())
}

#[test]
fn switching_changes_every_document_says_so_and_is_one_step() {
    let before = Page::with(EC2).then_all([paste(QUEUE), value("region", "eu-central-1")]);
    let (workspace, steps) = (before.state.workspace.clone(), before.steps());
    let page = before.then(to("aws-cn"));
    let texts: Vec<&str> = page
        .state
        .workspace
        .documents
        .iter()
        .map(|document| &*document.text)
        .collect();
    assert!(texts[0].contains(r#"["ec2.amazonaws.com.cn", "ecs-tasks.amazonaws.com"]"#));
    assert!(texts[1].contains("arn:aws-cn:sqs:{{region}}"));
    assert_eq!(
        page.notice(),
        "The partition is `aws-cn` now: 1 ARN and 1 service principal changed in 2 policies. Enter a Region of `aws-cn` in the place of `eu-central-1`."
    );
    assert!(matches!(
        page.state.analysis.value_state(0),
        ValueState::Invalid(_)
    ));
    assert_eq!(page.steps(), steps + 1);
    assert_eq!(page.then(Action::Undo).state.workspace, workspace);
}

#[test]
fn back_again_is_where_it_was() {
    let page = Page::with(EC2).then_all([paste(QUEUE), to("aws-cn"), to("aws")]);
    assert_eq!(page.text(), QUEUE);
    assert_eq!(page.then(Action::ShowDocument(1)).text(), EC2);
}

#[test]
fn with_nothing_to_change_only_the_setting_is_named() {
    let page = Page::with("{}").then(to("aws-us-gov"));
    let notice = page.state.notice.as_ref().unwrap();
    assert_eq!(
        (notice.text.as_str(), notice.tone),
        ("The partition is `aws-us-gov` now.", Tone::Success)
    );
    let page = page.then(to("aws-us-gov"));
    assert_eq!(page.notice(), "", "that is no change");
}

#[test]
fn an_arn_that_was_typed_is_carried_over_too() {
    let page = Page::with(r#"{"Resource": "{{role_arn}}"}"#).then_all([
        value("role_arn", "arn:aws:iam::210987654321:role/x"),
        to("aws-cn"),
    ]);
    assert_eq!(
        page.value("role_arn"),
        "arn:aws-cn:iam::210987654321:role/x"
    );
    assert_eq!(
        page.notice(),
        "The partition is `aws-cn` now: 1 ARN changed in the values."
    );
}

#[test]
fn what_is_opened_from_the_gallery_is_of_the_partition() {
    let page = Page::with_gallery().then_all([
        paste(QUEUE),
        to("aws-cn"),
        choose("ec2-instance-role-trust"),
    ]);
    assert!(
        page.text().contains("\"ec2.amazonaws.com.cn\""),
        "{}",
        page.text()
    );
}

#[test]
fn the_console_is_that_of_the_partition() {
    let page = Page::with(EC2).then(to("aws-cn"));
    let url = page.state.pasting_steps().unwrap().console_url.unwrap();
    assert!(url.starts_with("https://console.amazonaws.cn/"), "{url}");
}

#[test]
fn a_published_policy_is_opened_as_it_was_published() {
    for id in TEMPLATE_IDS
        .iter()
        .filter(|id| id.ends_with("-as-published"))
    {
        let page = Page::with_gallery().then(choose(id));
        let published = page.state.template().unwrap().text.clone();
        assert_eq!(page.text(), published, "{id}");
    }
}
