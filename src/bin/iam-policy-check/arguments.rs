//! The command line, read into what is asked for.

use std::ffi::OsString;

use iam_policy_editor::engine::export::{self, EXPORTERS, Exporter, Holder, Names};
use iam_policy_editor::engine::policy::{Attachment, KindChoice, PolicyKind};

/// What one run of the command is for.
pub enum Task {
    Help,
    Version,
    ListExporters,
    Check(Request),
}

/// What to do with which files.
#[derive(Default)]
pub struct Request {
    pub files: Vec<OsString>,
    pub kind: Option<PolicyKind>,
    pub attachment: Option<Attachment>,
    pub format: Format,
    /// Placeholder names with the values given for them, in order.
    pub values: Vec<(String, String)>,
    /// Files of accepted findings, in order.
    pub accept: Vec<OsString>,
    pub require_filled: bool,
    pub placeholders: bool,
    pub fix: bool,
    pub export: Option<&'static Exporter>,
    /// What the files are compared with: a template, a managed policy or a file.
    pub compare_with: Option<String>,
    /// What the exported policy and what it is attached to are called.
    pub names: Names,
    /// Whether stand-ins become parameters of the exported text.
    pub parameters: bool,
    list_exporters: bool,
}

/// How findings are printed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Text,
    Json,
    Sarif,
}

impl Request {
    /// Naming the resource that a policy is attached to says its kind, too.
    pub fn kind_choice(&self) -> KindChoice {
        let implied = self.attachment.and_then(kind_of);
        self.kind
            .or(implied)
            .map_or(KindChoice::Auto, KindChoice::Set)
    }

    fn contradicts_its_place(&self) -> bool {
        let (kind, place) = (self.kind, self.attachment);
        let fits = |kind, place| Attachment::for_kind(kind).contains(&place);
        kind.zip(place)
            .is_some_and(|(kind, place)| !fits(kind, place))
    }

    fn names_without_export(&self) -> bool {
        self.export.is_none() && (self.parameters || self.names != Names::default())
    }

    /// Whether findings are printed rather than stand-ins or a document.
    pub fn prints_findings(&self) -> bool {
        !self.placeholders && !self.prints_document() && self.compare_with.is_none()
    }

    /// Whether a document is printed rather than findings.
    pub fn prints_document(&self) -> bool {
        self.fix || self.export.is_some()
    }
}

/// Reads the arguments after the command's own name; the error is a sentence for the person who typed them.
pub fn read(arguments: impl Iterator<Item = OsString>) -> Result<Task, String> {
    let mut request = Request::default();
    let mut rest = arguments;
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--") => request.files.extend(rest.by_ref()),
            Some("-h" | "--help") => return Ok(Task::Help),
            Some("-V" | "--version") => return Ok(Task::Version),
            Some(option) if option.starts_with('-') && option != "-" => {
                read_option(&mut request, option, &mut rest)?;
            }
            _ => request.files.push(argument),
        }
    }
    if request.list_exporters {
        return Ok(Task::ListExporters);
    }
    contradiction(&request).map_or(Ok(Task::Check(request)), Err)
}

fn read_option(
    request: &mut Request,
    option: &str,
    rest: &mut impl Iterator<Item = OsString>,
) -> Result<(), String> {
    let (name, attached) = match option.split_once('=') {
        Some((name, value)) => (name, Some(value.to_string())),
        None => (option, None),
    };
    if let Some(switch) = switch(request, name) {
        *switch = true;
        return match attached {
            Some(_) => Err(format!("`{name}` takes no value.")),
            None => Ok(()),
        };
    }
    let next = || rest.next().and_then(|value| value.into_string().ok());
    let value = || {
        attached
            .or_else(next)
            .ok_or_else(|| format!("`{name}` needs a value."))
    };
    read_valued_option(request, name, value)
}

fn switch<'a>(request: &'a mut Request, name: &str) -> Option<&'a mut bool> {
    match name {
        "--require-filled" => Some(&mut request.require_filled),
        "--placeholders" => Some(&mut request.placeholders),
        "--fix" => Some(&mut request.fix),
        "--parameters" => Some(&mut request.parameters),
        _ => None,
    }
}

fn read_valued_option(
    request: &mut Request,
    name: &str,
    value: impl FnOnce() -> Result<String, String>,
) -> Result<(), String> {
    match name {
        "--type" => request.kind = kind(&value()?)?,
        "--resource-type" => request.attachment = Some(resource_type(&value()?)?),
        "--format" => request.format = format(&value()?)?,
        "--set" => request.values.push(assignment(&value()?)?),
        "--export" => match value()?.as_str() {
            "list" => request.list_exporters = true,
            id => request.export = Some(exporter(id)?),
        },
        "--compare-with" => request.compare_with = Some(value()?),
        "--attach-as" => request.attachment = Some(attachment(&value()?)?),
        "--policy-name" => request.names.policy = Some(value()?),
        "--attach-to" => request.names.target = Some(value()?),
        "--holder" => request.names.holder = Some(holder(&value()?)?),
        "--managed-policy" => request.names.managed_policies.push(value()?),
        "--accept" => request.accept.push(value()?.into()),
        _ => return Err(format!("`{name}` is not an option of this command.")),
    }
    Ok(())
}

fn kind(id: &str) -> Result<Option<PolicyKind>, String> {
    if id == "auto" {
        return Ok(None);
    }
    let known = PolicyKind::ALL.iter().map(|kind| kind.id());
    PolicyKind::from_id(id)
        .map(Some)
        .ok_or_else(|| refused("--type", id, std::iter::once("auto").chain(known)))
}

fn resource_type(id: &str) -> Result<Attachment, String> {
    let known = Attachment::for_kind(PolicyKind::Resource);
    known
        .iter()
        .find(|attachment| attachment.id() == id)
        .copied()
        .ok_or_else(|| {
            refused(
                "--resource-type",
                id,
                known.iter().map(|attachment| attachment.id()),
            )
        })
}

fn attachment(id: &str) -> Result<Attachment, String> {
    let known = Attachment::ALL.iter().map(|attachment| attachment.id());
    Attachment::from_id(id).ok_or_else(|| refused("--attach-as", id, known))
}

/// The kind of the policies that go to such a place.
fn kind_of(attachment: Attachment) -> Option<PolicyKind> {
    let takes = |kind: &PolicyKind| Attachment::for_kind(*kind).contains(&attachment);
    PolicyKind::ALL.iter().copied().find(takes)
}

fn holder(id: &str) -> Result<Holder, String> {
    let known = Holder::ALL.iter().map(|holder| holder.id());
    let mut holders = Holder::ALL.into_iter();
    holders
        .find(|holder| holder.id() == id)
        .ok_or_else(|| refused("--holder", id, known))
}

fn format(id: &str) -> Result<Format, String> {
    match id {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "sarif" => Ok(Format::Sarif),
        _ => Err(refused(
            "--format",
            id,
            ["text", "json", "sarif"].into_iter(),
        )),
    }
}

fn exporter(id: &str) -> Result<&'static Exporter, String> {
    export::find(id)
        .ok_or_else(|| refused("--export", id, EXPORTERS.iter().map(|exporter| exporter.id)))
}

fn assignment(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_string(), value.to_string())),
        _ => Err(format!("`--set {text}`: write it as `--set NAME=VALUE`.")),
    }
}

fn refused<'a>(option: &str, given: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    format!("`{option} {given}`: it takes one of {}.", known.join(", "))
}

fn contradiction(request: &Request) -> Option<String> {
    let many = request.files.len() > 1;
    let message = match request {
        _ if request.files.is_empty() => "no file given; `-` reads standard input.",
        _ if many && request.prints_document() => {
            "`--fix` and `--export` print one document: give one file."
        }
        _ if request
            .files
            .iter()
            .chain(&request.accept)
            .filter(|file| *file == "-")
            .count()
            > 1 =>
        {
            "standard input, `-`, can be read only once."
        }
        _ if request.placeholders && request.prints_document() => {
            "`--placeholders` prints the placeholders, `--fix` and `--export` a document: choose one of them."
        }
        _ if request.compare_with.is_some()
            && (request.placeholders
                || request.prints_document()
                || request.format == Format::Sarif) =>
        {
            "`--compare-with` prints a comparison as text or JSON: leave out `--placeholders`, `--fix`, `--export` and SARIF."
        }
        _ if request.contradicts_its_place() => {
            "`--type` and where the policy goes do not fit; `--resource-type` goes with `--type resource` only."
        }
        _ if request.names_without_export() => {
            "names, `--holder`, `--managed-policy` and `--parameters` go with `--export` only."
        }
        _ => return None,
    };
    Some(message.to_string())
}
