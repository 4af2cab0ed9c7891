//! What every format writes: the policies with their places and names, and the parameters they leave open.

use super::input::{ExportInput, Holder};
use super::need::{self, Need};
use super::parameter::Parameter;
use super::reading::{self, Gap};
use super::refusal::Refusal;
use super::target;
use super::text::Text;
use super::value::Value;
use super::{Exporter, Holds, StandIns};
use crate::engine::placeholders::{Class, Piece, PieceState, find_type};
use crate::engine::policy::Attachment;

/// What is to be exported, checked for what may not be missing.
pub(super) struct Draft<'a> {
    /// At least one.
    pub inputs: &'a [ExportInput<'a>],
    exporter: &'a Exporter,
}

/// The policies of a draft, read.
#[derive(Default)]
pub(super) struct Policies {
    pub policies: Vec<DraftedPolicy>,
    pub parameters: Vec<Parameter>,
}

/// A policy with its place.
#[derive(Debug, Clone)]
pub(super) struct DraftedPolicy {
    pub place: Attachment,
    pub holder: Option<Holder>,
    /// The name of the policy; unique among those of the draft.
    pub name: String,
    /// What it is attached to; empty where that has no name.
    pub target: Text,
    pub document: Value,
    /// ARNs of managed policies that the role gets as well.
    pub managed_policies: Vec<String>,
}

impl<'a> Draft<'a> {
    /// Refuses what the format cannot take because values are missing.
    pub fn new(exporter: &'a Exporter, inputs: &'a [ExportInput<'a>]) -> Result<Self, Refusal> {
        if inputs.is_empty() || (inputs.len() > 1 && exporter.holds == Holds::One) {
            return Err(Refusal::NoPlace(format!(
                "{} holds one policy at a time.",
                exporter.label
            )));
        }
        let draft = Draft { exporter, inputs };
        let names = draft.names_without_value();
        match names.is_empty() || exporter.stand_ins == StandIns::Kept {
            true => Ok(draft),
            false => Err(Refusal::Values { names, why: "" }),
        }
    }

    /// The name of the saved file, without its extension.
    pub fn file_stem(&self) -> String {
        match self.inputs {
            [one] => format!("{}-policy", one.kind.id()),
            _ => "policies".to_owned(),
        }
    }

    fn asks(&self, input: &ExportInput<'_>) -> bool {
        input.parameters && self.exporter.stand_ins == StandIns::Parameters
    }

    fn names_without_value(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for input in self.inputs {
            let asks = self.asks(input);
            for piece in input
                .pieces
                .iter()
                .filter(|piece| stops(input, piece, asks))
            {
                let placeholder = input.placeholders.get(piece.placeholder);
                let name = placeholder.map(|one| one.name.clone());
                names.extend(name.filter(|name| !names.contains(name)));
            }
        }
        names
    }

    /// The documents alone, for formats without places and parameters.
    pub fn documents(&self) -> Result<Vec<Value>, Refusal> {
        let mut read = Policies::default();
        let inputs = self.inputs.iter();
        inputs.map(|input| read.document(input)).collect()
    }

    /// Reads the policies.
    pub fn policies(&self) -> Result<Policies, Refusal> {
        let mut read = Policies::default();
        for input in self.inputs {
            read.add(input, self.asks(input), self.exporter.creates)?;
        }
        Ok(read)
    }
}

fn is_left(input: &ExportInput<'_>, piece: &Piece) -> bool {
    let placeholder = input.placeholders.get(piece.placeholder);
    piece.state == PieceState::Unfilled
        && placeholder.is_some_and(|one| one.class == Class::Placeholder)
}

fn stops(input: &ExportInput<'_>, piece: &Piece, asks: bool) -> bool {
    piece.state == PieceState::Invalid || (!asks && is_left(input, piece))
}

impl Policies {
    /// The parameter with this number.
    pub fn parameter(&self, number: usize) -> &Parameter {
        self.parameters.get(number).unwrap_or(&NO_PARAMETER)
    }

    fn add(
        &mut self,
        input: &ExportInput<'_>,
        asks: bool,
        created: &[Attachment],
    ) -> Result<(), Refusal> {
        let document = self.document(input)?;
        if !input.knows_its_place() {
            return Err(Refusal::NoPlace(
                "It cannot be told which resource this policy is for. Say what it is attached to."
                    .to_owned(),
            ));
        }
        let policy = DraftedPolicy {
            place: input.place(),
            holder: input.holder(),
            name: self.name(input)?,
            target: match created.contains(&input.place()) {
                true => Text::default(),
                false => self.target(input, &document, asks)?,
            },
            document,
            managed_policies: input.names.managed_policies.clone(),
        };
        self.policies.push(policy);
        Ok(())
    }

    fn document(&mut self, input: &ExportInput<'_>) -> Result<Value, Refusal> {
        let tree = reading::tree(input.shown);
        let mut gaps: Vec<Gap> = Vec::new();
        for (number, placeholder) in input.placeholders.iter().enumerate() {
            let left = |piece: &&Piece| piece.placeholder == number && is_left(input, piece);
            let pieces: Vec<Piece> = input.pieces.iter().filter(left).copied().collect();
            if pieces.is_empty() {
                continue;
            }
            let is_list = reading::takes_a_list(placeholder, &tree, &pieces);
            let parameter = self.number(Parameter::of_placeholder(placeholder, is_list));
            let is_list = self
                .parameters
                .get(parameter)
                .is_some_and(|one| one.is_list);
            gaps.extend(pieces.iter().map(|piece| Gap {
                span: piece.to,
                parameter,
                is_list,
            }));
        }
        gaps.sort_by_key(|gap| gap.span);
        reading::read(&tree, &gaps)
    }

    /// The number of the parameter, which policies share by its name.
    fn number(&mut self, parameter: Parameter) -> usize {
        let known = self
            .parameters
            .iter()
            .position(|one| one.name == parameter.name);
        known.unwrap_or_else(|| {
            self.parameters.push(parameter);
            self.parameters.len() - 1
        })
    }

    fn name(&self, input: &ExportInput<'_>) -> Result<String, Refusal> {
        let given = accepted(&need::POLICY_NAME, input.names.policy.as_deref())?;
        let name = given.unwrap_or_else(|| format!("{}-policy", input.kind.id()));
        let is_taken = |name: &str| self.policies.iter().any(|other| other.name == name);
        let mut numbered = (2..).map(|number| format!("{name}-{number}"));
        match is_taken(&name) {
            false => Ok(name),
            true => Ok(numbered.find(|name| !is_taken(name)).unwrap_or(name)),
        }
    }

    /// What the policy is attached to: as said, as its resources say, or a parameter.
    fn target(
        &mut self,
        input: &ExportInput<'_>,
        document: &Value,
        asks: bool,
    ) -> Result<Text, Refusal> {
        let Some(need) = target::need(input) else {
            return Ok(Text::default());
        };
        if let Some(given) = accepted(need, input.names.target.as_deref())? {
            return Ok(Text::fixed(given));
        }
        if let Some(named) = target::named_by(input, document) {
            return Ok(named);
        }
        match asks {
            true => Ok(Text::parameter(self.number(Parameter::of_need(need)))),
            false => Err(Refusal::Name(need)),
        }
    }
}

/// Never met: the numbers of parameters come from the list itself.
static NO_PARAMETER: Parameter = Parameter {
    name: String::new(),
    label: String::new(),
    help: String::new(),
    type_id: "",
    choices: Vec::new(),
    is_list: false,
};

impl DraftedPolicy {
    /// Whether it lets EC2 take on the role, which then needs an instance profile.
    pub fn is_for_ec2(&self) -> bool {
        let statements = self.document.statements().iter();
        let services = statements
            .filter_map(|statement| statement.member("Principal")?.member("Service"))
            .flat_map(Value::texts);
        let mut named = services.filter_map(Text::as_fixed);
        self.place == Attachment::RoleTrust
            && named.any(|service| service.starts_with("ec2.amazonaws.com"))
    }
}

/// The name as its type takes it; `None` where there is none.
fn accepted(need: &'static Need, given: Option<&str>) -> Result<Option<String>, Refusal> {
    let given = given.map(str::trim).filter(|given| !given.is_empty());
    let (Some(given), Some(kind)) = (given, find_type(need.type_id)) else {
        return Ok(given.map(str::to_owned));
    };
    let accepted = kind.accept(given).map(Some);
    accepted.map_err(|problem| Refusal::WrongName(need, problem.message))
}
