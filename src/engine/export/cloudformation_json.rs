//! A CloudFormation template in JSON.

use super::cloudformation::{Function, function_of, template};
use super::draft::Draft;
use super::output::Layout;
use super::refusal::Refusal;
use super::text::{Part, Text};
use super::{Exporter, Holds, StandIns};
use crate::engine::syntax::encode;

pub(super) const EXPORTER: Exporter = Exporter {
    id: "cloudformation-json",
    label: "CloudFormation (JSON)",
    purpose: "The same template in JSON.",
    media_type: "application/json",
    extension: "json",
    stand_ins: StandIns::Parameters,
    holds: Holds::Several,
    attaches: true,
    creates: super::stack::CREATES,
    render,
};

fn render(draft: &Draft<'_>) -> Result<String, Refusal> {
    let read = draft.policies()?;
    let name = |number: usize| read.parameter(number).capitalised();
    let layout = Layout {
        colon: ": ",
        comma: ",",
        closes_lists: false,
        key: &|text| encode(&fixed(text)),
        text: &|text| written(&function_of(text, &name)),
        list: &|number| written(&Function::Ref(name(number))),
    };
    Ok(layout.write(&template(&read)?, 0))
}

/// The text or function as JSON; in `Fn::Sub` the escapes of JSON come on top of its own.
fn written(function: &Function) -> String {
    match function {
        Function::None(text) => encode(text),
        Function::Ref(name) => format!("{{ \"Ref\": {} }}", encode(name)),
        Function::Sub(text) => format!("{{ \"Fn::Sub\": {} }}", encode(text)),
        Function::Join(parts) => {
            let parts: Vec<String> = parts.iter().map(written).collect();
            format!("{{ \"Fn::Join\": [\"\", [{}]] }}", parts.join(", "))
        }
    }
}

fn fixed(text: &Text) -> String {
    text.written(|part| match part {
        Part::Fixed(text) => text.clone(),
        Part::Parameter(_) | Part::Reference(_) => String::new(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::engine::export::tests::{Case, exported};
    use crate::engine::policy::Attachment;

    #[test]
    fn parameters_become_functions() {
        let case = Case {
            place: Some(Attachment::Managed),
            parameters: true,
            ..Case::default()
        };
        let policy = r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::<BUCKET_NAME>/${aws:username}", "<BUCKET_NAME>"]}}"#;
        let text = exported("cloudformation-json", &[(policy, case)])
            .unwrap()
            .text;
        assert!(
            text.contains(r#"{ "Fn::Sub": "arn:aws:s3:::${BucketName}/${!aws:username}" }"#),
            "{text}"
        );
        assert!(text.contains(r#"{ "Ref": "BucketName" }"#), "{text}");
    }
}
