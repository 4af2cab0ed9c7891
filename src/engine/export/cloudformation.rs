//! A CloudFormation template in YAML.

mod functions;
mod template;

use super::draft::Draft;
use super::refusal::Refusal;
use super::yaml::{self, scalar};
use super::{Exporter, Holds, StandIns};
pub(super) use functions::{Function, function_of};
pub(super) use template::template;

pub(super) const EXPORTER: Exporter = Exporter {
    id: "cloudformation",
    label: "CloudFormation (YAML)",
    purpose: "A template that creates the policy and attaches it.",
    media_type: "application/yaml",
    extension: "yaml",
    stand_ins: StandIns::Parameters,
    holds: Holds::Several,
    attaches: true,
    creates: super::stack::CREATES,
    render,
};

fn render(draft: &Draft<'_>) -> Result<String, Refusal> {
    let read = draft.policies()?;
    let template = template(&read)?;
    let name = |number: usize| read.parameter(number).capitalised();
    let layout = yaml::Layout {
        text: &|text| match function_of(text, &name) {
            Function::None(text) => scalar(&text),
            Function::Ref(name) => format!("!Ref {name}"),
            Function::Sub(text) => format!("!Sub {}", yaml::quoted(&text)),
            Function::Join(parts) => format!("!Join [\"\", [{}]]", flow(&parts)),
        },
        list: &|number| format!("!Ref {}", name(number)),
    };
    Ok(layout.block(&template, 0).trim_end().to_owned())
}

fn flow(parts: &[Function]) -> String {
    let parts = parts.iter().map(|part| match part {
        Function::Ref(name) => format!("!Ref {name}"),
        Function::None(text) | Function::Sub(text) => yaml::quoted(text),
        Function::Join(_) => String::new(),
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
