//! The template as a value, whatever notation it is written in.

use crate::engine::export::draft::Policies;
use crate::engine::export::parameter::Parameter;
use crate::engine::export::refusal::Refusal;
use crate::engine::export::stack::{self, Resource};
use crate::engine::export::text::{Part, Text};
use crate::engine::export::value::Value;

/// The template with its parameters and resources.
pub fn template(read: &Policies) -> Result<Value, Refusal> {
    refuse_open_names(read)?;
    let resources = stack::resources(read)?;
    let mut sections = vec![
        member("AWSTemplateFormatVersion", text("2010-09-09")),
        member("Description", text(&description(read, &resources))),
    ];
    if !read.parameters.is_empty() {
        let parameters = read.parameters.iter();
        let parameters = parameters.map(|one| member(&one.capitalised(), parameter(one)));
        sections.push(member("Parameters", Value::Object(parameters.collect())));
    }
    let resources = resources.into_iter().map(resource).collect();
    sections.push(member("Resources", Value::Object(resources)));
    Ok(Value::Object(sections))
}

fn member(name: &str, value: Value) -> (Text, Value) {
    (Text::fixed(name), value)
}

fn text(text: &str) -> Value {
    Value::Text(Text::fixed(text))
}

fn description(read: &Policies, resources: &[Resource]) -> String {
    let names: Vec<&str> = read.policies.iter().map(|one| one.name.as_str()).collect();
    let is_named = |one: &Resource| one.type_name.starts_with("AWS::IAM::");
    let capability = match resources.iter().any(is_named) {
        true => " Needs the capability CAPABILITY_NAMED_IAM.",
        false => "",
    };
    let key = match resources.iter().any(|one| one.type_name == "AWS::KMS::Key") {
        true => {
            " Creates a new KMS key. The policy of a key that exists is changed where that key is defined."
        }
        false => "",
    };
    format!("Policies: {}.{capability}{key}", names.join(", "))
}

fn parameter(parameter: &Parameter) -> Value {
    let type_name = match parameter.is_list {
        true => "CommaDelimitedList",
        false => "String",
    };
    let mut members = vec![
        member("Type", text(type_name)),
        member("Description", text(&parameter.description())),
    ];
    match parameter.choices.is_empty() {
        true => members.extend([
            member(
                "AllowedPattern",
                text(&format!("^{}$", grouped(parameter.pattern()))),
            ),
            member(
                "ConstraintDescription",
                text(&format!("Expected is: {}.", parameter.label)),
            ),
        ]),
        false => {
            let choices = parameter
                .choices
                .iter()
                .map(|choice| text(choice))
                .collect();
            members.push(member("AllowedValues", Value::Array(choices)));
        }
    }
    Value::Object(members)
}

/// The expression so that `^` and `$` hold for all its branches.
fn grouped(pattern: &str) -> String {
    match pattern.contains('|') {
        true => format!("({pattern})"),
        false => pattern.to_owned(),
    }
}

fn resource(resource: Resource) -> (Text, Value) {
    let properties = resource.properties.into_iter();
    let properties = properties
        .map(|(name, value)| member(name, value))
        .collect();
    let value = vec![
        member("Type", text(resource.type_name)),
        member("Properties", Value::Object(properties)),
    ];
    member(&resource.logical_id, Value::Object(value))
}

/// Refuses parameters in the name of a member, which no function can yield.
fn refuse_open_names(read: &Policies) -> Result<(), Refusal> {
    let mut open = Vec::new();
    for policy in &read.policies {
        collect_open(&policy.document, read, &mut open);
    }
    match open.is_empty() {
        true => Ok(()),
        false => Err(Refusal::Values {
            names: open,
            why: "They stand in the name of a condition key, where CloudFormation takes no parameter: fill them in first.",
        }),
    }
}

fn collect_open(value: &Value, read: &Policies, open: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                for part in key.parts() {
                    let Part::Parameter(number) = part else {
                        continue;
                    };
                    let name = read.parameter(*number).name.clone();
                    if !open.contains(&name) {
                        open.push(name);
                    }
                }
                collect_open(value, read, open);
            }
        }
        Value::Array(elements) => {
            for element in elements {
                collect_open(element, read, open);
            }
        }
        Value::Text(_) | Value::List(_) | Value::Word(_) => {}
    }
}
