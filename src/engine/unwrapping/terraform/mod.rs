//! Terraform code: `jsonencode`, heredocs and `aws_iam_policy_document` blocks.

mod expression;
mod owners;
mod policy_document;
mod structure;
mod tokens;

use super::excerpt::Excerpt;
use super::json;
use super::layout::laid_out;
use super::margin::unindented;
use super::paste::{Form, FoundPolicy, Notation, Owner, Source, policies};
use crate::engine::policy::{Attachment, PolicyKind};
use crate::engine::text::{Edit, Edits, Span};
use expression::Code;
use owners::{Holder, holder_of};
use structure::{Attribute, Structure};
use tokens::{Kind, tokens};

/// Whether a text may be Terraform code with a policy in it.
pub(super) fn may_be(text: &str) -> bool {
    let names_a_function = text.contains("jsonencode(") || text.contains("aws_iam_policy_document");
    let mut lines = text.lines().map(str::trim_start);
    names_a_function
        || lines
            .any(|line| STARTS.iter().any(|start| line.starts_with(start)) || opens_heredoc(line))
}

/// Beginnings of lines in Terraform code.
const STARTS: [&str; 4] = ["resource \"aws_", "data \"aws_", "statement {", "module \""];

fn opens_heredoc(line: &str) -> bool {
    line.split_once("<<")
        .is_some_and(|(before, _)| before.trim_end().ends_with('=') && !before.contains('"'))
}

/// The policies of a Terraform text, as one source; nothing where there is none.
pub(super) fn sources_in(text: &Excerpt) -> Vec<Source> {
    let tokens = tokens(text.text());
    let structure = Structure::read(text.text(), &tokens);
    let code = Code {
        text,
        tokens: &tokens,
    };
    let mut source = Source {
        form: Form::Terraform,
        notation: Notation::Terraform,
        sentence: String::new(),
        span: text.origin(Span::new(0, text.text().len())),
        line: 0,
        policies: Vec::new(),
        done: Vec::new(),
        left_aside: Vec::new(),
    };
    for (number, block) in structure.blocks.iter().enumerate() {
        if block.kind == "data"
            && block
                .labels
                .first()
                .is_some_and(|label| label == "aws_iam_policy_document")
        {
            of_data_block(code, &structure, number, &mut source);
        }
    }
    let has_policy_documents = !source.policies.is_empty();
    of_loose_statements(code, &structure, &mut source);
    for attribute in &structure.attributes {
        of_attribute(code, &structure, attribute, &mut source);
    }
    if has_policy_documents {
        source.done.push(
            "Wrote each `aws_iam_policy_document` as the policy that Terraform makes of it."
                .to_owned(),
        );
    }
    source.policies.sort_by_key(|policy| policy.span);
    source.sentence = format!("Terraform code with {}.", policies(source.policies.len()));
    let is_found = !source.policies.is_empty();
    is_found.then_some(source).into_iter().collect()
}

fn of_data_block(code: Code, structure: &Structure, block: usize, source: &mut Source) {
    let label = structure
        .blocks
        .get(block)
        .and_then(|block| block.labels.get(1))
        .cloned()
        .unwrap_or_default();
    let reference = format!("data.aws_iam_policy_document.{label}.json");
    let mut users = structure.attributes.iter();
    let user = users.find(|one| code.written(one.value.clone()).contains(&reference));
    let (document, left_aside) = policy_document::document(code, structure, block);
    let before = source.policies.len();
    add(
        document,
        user.and_then(|user| owner_of(code, structure, user)),
        source,
    );
    for policy in source.policies.iter_mut().skip(before) {
        policy.name = label.clone();
    }
    source.left_aside.extend(left_aside);
}

/// `statement` blocks without the data block around them.
fn of_loose_statements(code: Code, structure: &Structure, source: &mut Source) {
    let is_loose = |block: &structure::Block| block.kind == "statement" && block.parent.is_none();
    if !structure.blocks.iter().any(is_loose) {
        return;
    }
    let mut whole = Structure::default();
    whole.blocks.push(structure::Block {
        kind: "data".to_owned(),
        labels: Vec::new(),
        parent: None,
        span: Span::at(0),
    });
    whole
        .blocks
        .extend(structure.blocks.iter().cloned().map(|mut block| {
            block.parent = Some(block.parent.map_or(0, |parent| parent + 1));
            block
        }));
    whole
        .attributes
        .extend(structure.attributes.iter().cloned().map(|mut attribute| {
            attribute.block = attribute.block.map(|block| block + 1);
            attribute
        }));
    let (document, left_aside) = policy_document::document(code, &whole, 0);
    add(document, None, source);
    source.left_aside.extend(left_aside);
}

fn of_attribute(code: Code, structure: &Structure, attribute: &Attribute, source: &mut Source) {
    let owner = || owner_of(code, structure, attribute);
    let first = code.tokens.get(attribute.value.start);
    if let Some(Kind::HereDocument { flush }) = first.map(|token| token.kind) {
        let body = first.map_or(Span::at(0), |token| token.span);
        add_heredoc(&code.text.part(body), flush, owner(), source);
        return;
    }
    for call in calls(code, attribute) {
        add(code.json(call), owner(), source);
    }
    if first.is_some_and(|token| token.is(b'{')) {
        add(code.json(attribute.value.clone()), owner(), source);
    }
}

/// The arguments of the calls of `jsonencode` in a value.
fn calls(code: Code, attribute: &Attribute) -> Vec<std::ops::Range<usize>> {
    let mut calls = Vec::new();
    let mut at = attribute.value.start;
    while at < attribute.value.end {
        let is_call = code.written(at..at + 1) == "jsonencode"
            && code.tokens.get(at + 1).is_some_and(|token| token.is(b'('));
        at += 1;
        if is_call {
            let end = structure::value_end(code.tokens, at + 1).min(attribute.value.end);
            calls.push(at + 1..closing(code, at + 1, end));
            at = end;
        }
    }
    calls
}

/// The token that closes a call, behind line breaks within it.
fn closing(code: Code, start: usize, end: usize) -> usize {
    let mut depth = 0;
    for at in start..code.tokens.len() {
        depth += code.tokens.get(at).map_or(0, tokens::Token::nesting);
        if depth < 0 {
            return at;
        }
    }
    end
}

/// A heredoc holds JSON in which `$${` is written for `${`.
fn add_heredoc(body: &Excerpt, flush: bool, owner: Option<(Owner, Holder)>, source: &mut Source) {
    let body = if flush {
        unindented(body)
    } else {
        body.clone()
    };
    let escapes = body
        .text()
        .match_indices("$${")
        .chain(body.text().match_indices("%%{"));
    let edits = escapes.map(|(at, _)| Edit::delete(Span::new(at, at + 1)));
    let body = body.edited(&Edits::new(edits.collect()).unwrap_or_default());
    for found in json::sources_in(&body) {
        take(found, owner.clone(), source);
    }
}

fn add(json: Excerpt, owner: Option<(Owner, Holder)>, source: &mut Source) {
    if let Some(found) = json::source(laid_out(&json), Notation::Json) {
        take(found, owner, source);
    }
}

fn take(found: Source, owner: Option<(Owner, Holder)>, source: &mut Source) {
    for mut policy in found.policies {
        if let Some((owner, holder)) = &owner {
            name(&mut policy, owner, holder);
        }
        source.policies.push(policy);
    }
    source.done.extend(found.done);
    source.left_aside.extend(found.left_aside);
}

fn name(policy: &mut FoundPolicy, owner: &Owner, holder: &Holder) {
    policy.name = match holder.attachment {
        Some(Attachment::RoleTrust) => format!("{} trust policy", owner.id),
        _ => owner.id.clone(),
    };
    policy.kind = holder.kind;
    policy.attachment = holder.attachment;
    policy.owner = Some(owner.clone());
}

/// The resource that an attribute belongs to.
fn owner_of(code: Code, structure: &Structure, attribute: &Attribute) -> Option<(Owner, Holder)> {
    let resource = structure
        .around(attribute)
        .find(|block| block.kind == "resource")?;
    let mut labels = resource.labels.iter();
    let (resource_type, label) = (labels.next()?, labels.next()?);
    let mut holder = holder_of(resource_type, &attribute.name);
    if resource_type == "aws_organizations_policy" {
        holder = organization_policy(code, structure, attribute);
    }
    let owner = Owner {
        what: holder.what,
        id: label.clone(),
    };
    Some((owner, holder))
}

fn organization_policy(code: Code, structure: &Structure, attribute: &Attribute) -> Holder {
    let value = attribute
        .block
        .and_then(|block| structure.value(block, "type"));
    let name = value.and_then(|value| code.plain_text(value));
    let (kind, attachment) = match name.as_deref() {
        Some("RESOURCE_CONTROL_POLICY") => (PolicyKind::Rcp, Attachment::Rcp),
        _ => (PolicyKind::Scp, Attachment::Scp),
    };
    Holder {
        what: "organization policy",
        kind: Some(kind),
        attachment: Some(attachment),
    }
}
