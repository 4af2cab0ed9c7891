//! From a pasted text to what it is.

use super::copying;
use super::excerpt::Excerpt;
use super::json;
use super::managed_policy;
use super::markdown::{self, Stretch};
use super::paste::{Form, Paste, Source, listed, policies};
use super::shell;
use super::terraform;
use super::yaml;
use crate::engine::policy::{PolicyKind, recognise_kind};
use crate::engine::syntax::parse;
use crate::engine::text::{LineIndex, Span};

/// The longest text that is taken apart, in bytes; CloudFormation takes templates of up to 1 MB.
pub const MOST_BYTES: usize = 2 << 20;

/// Says what a pasted text is and takes the policies out of it.
///
/// The places in the result are places of `text`, which is not changed.
/// Never empty-handed: where nothing is recognised, the summary says what the editor accepts.
pub fn read(text: &str) -> Paste {
    if text.len() > MOST_BYTES {
        return Paste {
            summary: format!(
                "The text is longer than {} MB, and no policy comes near that. {ACCEPTED}",
                MOST_BYTES >> 20
            ),
            ..Paste::default()
        };
    }
    let lines = LineIndex::new(text);
    let (cleaned, done) = copying::cleaned(Excerpt::whole(text));
    let stretches = markdown::stretches(cleaned.text());
    let is_page = stretches.is_some();
    let found = match stretches {
        Some(stretches) => of_page(&cleaned, &stretches, &lines),
        None => of_code(&cleaned, &lines),
    };
    finished(text, is_page, found, done, &lines)
}

/// What the editor can do something with.
const ACCEPTED: &str = "The editor takes a policy or a statement in JSON or YAML, a page of Markdown or HTML with one in it, a CloudFormation, SAM, Serverless or Terraform file, a shell command or a response of the AWS CLI that holds one, and the name or ARN of an AWS managed policy.";

/// The sources found, and what was wrong with others.
#[derive(Debug, Default)]
struct Found {
    sources: Vec<Source>,
    problems: Vec<String>,
}

fn of_page(page: &Excerpt, stretches: &[Stretch], lines: &LineIndex) -> Found {
    let mut found = Found::default();
    for stretch in stretches {
        let mut here = match stretch.language {
            Some(_) => of_code(&markdown::code(page, stretch.span), lines),
            None => of_prose(&page.part(stretch.span)),
        };
        name_after(&mut here.sources, stretch.heading.as_deref());
        found.sources.append(&mut here.sources);
        found.problems.append(&mut here.problems);
    }
    found
}

/// Gives the unnamed policies below a heading its name; a trust policy is told from the role's other policies.
fn name_after(sources: &mut [Source], heading: Option<&str>) {
    let policies = sources.iter_mut().flat_map(|source| &mut source.policies);
    for policy in policies.filter(|policy| policy.name.is_empty()) {
        let name = heading.unwrap_or_default();
        let is_trust = recognise_kind(&parse(policy.text.text())) == PolicyKind::Trust;
        let is_said = name.is_empty() || name.to_lowercase().contains("trust");
        policy.name = match is_trust && !is_said {
            true => format!("{name}: trust policy"),
            false => name.to_owned(),
        };
    }
}

/// Text between code blocks: only JSON can be told from it.
fn of_prose(text: &Excerpt) -> Found {
    Found {
        sources: json::sources_in(text),
        problems: Vec::new(),
    }
}

/// Code of a language that is not known: each reader is asked in turn.
fn of_code(code: &Excerpt, lines: &LineIndex) -> Found {
    let of = |sources| Found {
        sources,
        problems: Vec::new(),
    };
    let mut problems = Vec::new();
    if terraform::may_be(code.text()) {
        let sources = terraform::sources_in(code);
        if !sources.is_empty() {
            return of(sources);
        }
    }
    let commands = shell::sources_in(code);
    if !commands.is_empty() {
        return of(commands);
    }
    if yaml::may_be(code.text()) {
        let read = yaml::read(code, lines);
        if !read.sources.is_empty() {
            return of(read.sources);
        }
        problems.extend(read.problem);
    }
    let sources = json::sources_in(code);
    problems.extend(json::names_only(code.text()));
    if !sources.is_empty() {
        problems.clear();
    }
    Found { sources, problems }
}

fn finished(
    text: &str,
    is_page: bool,
    found: Found,
    done: Vec<String>,
    lines: &LineIndex,
) -> Paste {
    let mut sources = found.sources;
    for source in &mut sources {
        shell::note_command(source, text);
        source.line = lines.position(source.span.start).line;
        for policy in &mut source.policies {
            policy.line = lines.position(policy.span.start).line;
        }
    }
    name_the_unnamed(&mut sources);
    let managed_policies = match sources.is_empty() {
        true => managed_policies(text),
        false => Vec::new(),
    };
    let mut paste = Paste {
        is_page,
        managed_policies,
        sources,
        done,
        left_aside: found.problems,
        ..Paste::default()
    };
    paste.done.extend(blanks_before(text, &paste.sources));
    paste
        .left_aside
        .extend(text_around(text, is_page, &paste.sources));
    paste.summary = summary(is_page, &paste);
    paste
}

/// The managed policies named, or the one that the whole text seems to be the name of.
fn managed_policies(text: &str) -> Vec<managed_policy::ManagedPolicy> {
    let named = managed_policy::named_in(text);
    match named.is_empty() {
        true => managed_policy::looks_like_name(text).into_iter().collect(),
        false => named,
    }
}

/// What the only policy of a text is called that says no name.
pub const UNNAMED: &str = "Pasted policy";

fn name_the_unnamed(sources: &mut [Source]) {
    let count: usize = sources.iter().map(|source| source.policies.len()).sum();
    let policies = sources.iter_mut().flat_map(|source| &mut source.policies);
    for (place, policy) in policies.enumerate() {
        if policy.name.trim().is_empty() {
            policy.name = match count {
                1 => UNNAMED.to_owned(),
                _ => format!("Policy {}", place + 1),
            };
        }
    }
}

/// AWS refuses a policy with a blank before its first brace.
fn blanks_before(text: &str, sources: &[Source]) -> Option<String> {
    let first = sources
        .first()
        .filter(|source| source.form == Form::Policy)?;
    let before = Span::new(0, first.span.start).text(text);
    let before = before.trim_start_matches('\u{FEFF}');
    let is_blank = !before.is_empty() && before.trim().is_empty();
    is_blank.then(|| "Removed the blanks before the first brace.".to_owned())
}

/// Whether words stand before, behind or between the sources of a text that is no page.
fn text_around(text: &str, is_page: bool, sources: &[Source]) -> Option<String> {
    let mut at = 0;
    let mut has_words = false;
    let end = Span::at(text.len());
    for span in sources.iter().map(|source| source.span).chain([end]) {
        let between = Span::new(at, span.start).text(text);
        has_words |= between
            .replace("\"Statement\"", "")
            .chars()
            .any(char::is_alphanumeric);
        at = at.max(span.end);
    }
    let is_said = is_page || sources.is_empty();
    (has_words && !is_said).then(|| "The text around it was left out.".to_owned())
}

fn summary(is_page: bool, paste: &Paste) -> String {
    let count = paste.policies().count();
    match paste.sources.as_slice() {
        [] => of_nothing(paste),
        _ if is_page => format!("A Markdown page with {}.", policies(count)),
        [source] => source.sentence.clone(),
        sources => format!(
            "{} documents with {} in one text.",
            sources.len(),
            policies(count)
        ),
    }
}

fn of_nothing(paste: &Paste) -> String {
    let names: Vec<String> = paste
        .managed_policies
        .iter()
        .map(|policy| policy.name.clone())
        .collect();
    match (names.as_slice(), paste.left_aside.first()) {
        ([], Some(problem)) => problem.clone(),
        ([], None) => format!("There is no policy in this text. {ACCEPTED}"),
        ([_], _) => format!(
            "This names {}, a policy that AWS manages, and holds no policy itself.",
            listed(&names)
        ),
        _ => format!(
            "This names policies that AWS manages, {}, and holds no policy itself.",
            listed(&names)
        ),
    }
}
