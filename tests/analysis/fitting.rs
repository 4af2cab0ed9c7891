//! Making a text with stand-ins fit: every stand-in keeps its value, and none is taken for a wildcard.

use super::texts::analysis;
use iam_policy_editor::engine::fitting::{Fitted, Sids};
use iam_policy_editor::engine::policy::Attachment;

/// Makes a list of resources fit where a user's inline policies go, beside so many actions that it is too large.
fn fitted(resources: &[&str], values: &[(&str, &str)]) -> Fitted {
    let actions: Vec<String> = (0..200)
        .map(|number| format!("\"a:Get{number}\""))
        .collect();
    let text = format!(
        r#"{{"Version": "2012-10-17", "Statement": [{{"Effect": "Allow", "Action": [{}], "Resource": ["{}"]}}]}}"#,
        actions.join(", "),
        resources.join("\", \"")
    );
    analysis(&text, values)
        .made_to_fit(Attachment::InlineUser, Sids::Keep)
        .expect("it can be read")
}

fn steps(fitted: &Fitted) -> Vec<&str> {
    let steps = fitted.steps.iter();
    steps.map(|step| step.what.as_str()).collect()
}

#[test]
fn a_stand_in_of_question_marks_or_stars_is_no_wildcard() {
    for account in ["????????????", "************", "XXXXXXXXXXXX"] {
        let resource = format!("arn:aws:iam::{account}:role/a");
        let other = "arn:aws:iam::210987654321:role/a";
        for resources in [[resource.as_str(), other], [other, resource.as_str()]] {
            let fitted = fitted(&resources, &[]);
            assert_eq!(steps(&fitted), [""; 0], "{resources:?}");
            assert!(fitted.text.contains(&resource) && fitted.text.contains(other));
        }
    }
}

#[test]
fn what_a_wildcard_takes_in_goes_although_stand_ins_are_in_it() {
    let fitted = fitted(
        &[
            "arn:aws:s3:::<bucket>/*",
            "arn:aws:s3:::<bucket>/<folder>/x",
        ],
        &[],
    );
    let left_out =
        "Left out `arn:aws:s3:::<bucket>/<folder>/x`, which another entry of `Resource` takes in.";
    assert_eq!(steps(&fitted).first(), Some(&left_out));
    assert!(
        fitted.text.contains("arn:aws:s3:::<bucket>/*"),
        "{}",
        fitted.text
    );
}

#[test]
fn two_stand_ins_with_one_value_are_not_one_while_they_can_get_two() {
    let values = [("one", "acme"), ("other", "acme")];
    let fitted = fitted(&["arn:aws:s3:::<one>", "arn:aws:s3:::<other>"], &values);
    assert_eq!(steps(&fitted), [""; 0]);
}

#[test]
fn it_is_the_filled_policy_that_has_to_fit() {
    let text = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:Get*", "s3:GetObject"], "Resource": "arn:aws:s3:::acme/{{object_key}}"}]}"#;
    let long = "k".repeat(1_000) + "/" + &"k".repeat(1_000);
    let made = |key: &str| {
        analysis(text, &[("object_key", key)])
            .made_to_fit(Attachment::InlineUser, Sids::Keep)
            .expect("it can be read")
    };
    assert_eq!(steps(&made("short")), [""; 0]);
    let left_out = "Left out `s3:GetObject`, which another entry of `Action` takes in.";
    assert_eq!(steps(&made(&long)).first(), Some(&left_out));
}

#[test]
fn a_text_with_errors_is_left_alone() {
    for text in ["", "{", r#"{"Statement": [<statement>]}"#] {
        let made = analysis(text, &[]).made_to_fit(Attachment::InlineUser, Sids::Keep);
        assert_eq!(made, None, "{text}");
    }
}
