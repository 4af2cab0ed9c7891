//! The lines of a summary, before they are laid out.

use super::Summary;
use super::access::{Holder, Rest, Scope, ServiceAccess};
use super::administrators::AdministratorPath;
use super::denials::Denial;

/// One line; what stands in backticks is text of the policy or a name of AWS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How far it is indented: 0, 1 or 2.
    pub depth: usize,
    /// What it is.
    pub mark: Mark,
    /// A phrase or a sentence.
    pub text: String,
}

/// What a line of a summary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A sentence, or a title over entries.
    Remark,
    /// An entry of a list.
    Entry,
    /// An entry that tells how to be an administrator.
    Alert,
    /// What has to hold for the entry above it.
    Condition,
}

impl Line {
    fn new(depth: usize, mark: Mark, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { depth, mark, text }
    }
}

/// The most detours of one statement that are named.
const MOST_DETOURS: usize = 4;

/// The lines below the heading.
pub(super) fn lines(summary: &Summary) -> Vec<Line> {
    let remark = |text: &str| Line::new(0, Mark::Remark, text);
    let mut lines: Vec<Line> = remarks_before(summary).into_iter().map(remark).collect();
    lines.extend(summary.administrators.iter().flat_map(administrator));
    lines.extend(summary.holders.iter().flat_map(holder));
    if summary.more_holders > 0 {
        lines.push(remark(&format!("And {} more", summary.more_holders)));
    }
    lines.extend(denied(summary));
    lines.extend(remarks_after(summary).into_iter().map(remark));
    lines
}

fn remarks_before(summary: &Summary) -> Vec<&'static str> {
    let limit = "It grants nothing by itself: it limits what other policies grant.";
    let nothing = match (summary.is_limit(), summary.denials.is_empty()) {
        (false, _) => "Nothing: no statement allows anything.",
        (true, true) => "It leaves nothing: no statement allows anything.",
        (true, false) => {
            "Its statements only deny; what they leave has to be allowed by another policy of this kind."
        }
    };
    let limit = Some(limit).filter(|_| summary.is_limit());
    let nothing = Some(nothing).filter(|_| summary.holders.is_empty());
    limit.into_iter().chain(nothing).collect()
}

fn remarks_after(summary: &Summary) -> Vec<&'static str> {
    let levels = "Access levels are not known: AWS's list of actions is not loaded.";
    let account = "Which account is your own is not known here; one that is named may be it.";
    let lacks_levels = !summary.knows_levels && !summary.holders.is_empty();
    let names_an_account = summary.holders.iter().any(|holder| holder.names_an_account);
    let levels = Some(levels).filter(|_| lacks_levels);
    let account = Some(account).filter(|_| names_an_account);
    levels.into_iter().chain(account).collect()
}

fn denied(summary: &Summary) -> Vec<Line> {
    let title = match summary.holders.is_empty() {
        true => "Denied, whatever else allows it:",
        false => "Except, whatever else allows it:",
    };
    let title = Line::new(0, Mark::Remark, title);
    let mut lines: Vec<Line> = summary.denials.iter().map(denial).collect();
    if summary.more_denials > 0 {
        let more = format!("and {} more", summary.more_denials);
        lines.push(Line::new(0, Mark::Entry, more));
    }
    let title = Some(title).filter(|_| !lines.is_empty());
    title.into_iter().chain(lines).collect()
}

fn denial(denial: &Denial) -> Line {
    let who = denial.who.as_ref().map(|who| format!("{who}: "));
    let on = denial
        .resources
        .as_ref()
        .map(|resources| format!(" on {resources}"));
    let conditions = denial.conditions.join(", and ");
    let if_so = (!conditions.is_empty()).then(|| format!(", if {conditions}"));
    let words = [who, Some(denial.actions.clone()), on, if_so];
    Line::new(
        0,
        Mark::Entry,
        words.into_iter().flatten().collect::<String>(),
    )
}

fn administrator(path: &AdministratorPath) -> Vec<Line> {
    let statement = &path.statement;
    if path.detours.is_empty() {
        let words = format!("Administrator access: every action on every resource ({statement}).");
        return vec![Line::new(0, Mark::Alert, words)];
    }
    let title = format!("Administrator access by a detour ({statement}):");
    let named = path.detours.iter().take(MOST_DETOURS).cloned();
    let more = path.detours.len().saturating_sub(MOST_DETOURS);
    let rest = (more > 0).then(|| format!("and {more} more ways"));
    let detours = named
        .chain(rest)
        .map(|words| Line::new(1, Mark::Entry, words));
    let title = Line::new(0, Mark::Alert, title);
    std::iter::once(title).chain(detours).collect()
}

fn holder(holder: &Holder) -> Vec<Line> {
    let Some(who) = &holder.who else {
        return services(0, holder);
    };
    if let [only] = holder.services.as_slice()
        && only.title.is_none()
    {
        let title = format!("{who}: ");
        let scopes = only.scopes.iter();
        let scopes = scopes.flat_map(|one| scope(0, &title, one));
        return scopes.chain(more_scopes(0, only)).collect();
    }
    let title = Line::new(0, Mark::Remark, format!("{who}:"));
    std::iter::once(title).chain(services(1, holder)).collect()
}

fn services(depth: usize, holder: &Holder) -> Vec<Line> {
    let listed = holder.services.iter();
    let rest = holder.rest.iter().map(|left| rest(depth, left));
    listed
        .flat_map(|service| access(depth, service))
        .chain(rest)
        .collect()
}

fn rest(depth: usize, rest: &Rest) -> Line {
    let services = match rest.services {
        1 => "1 more service".to_owned(),
        more => format!("{more} more services"),
    };
    let words = format!("and {services}: {}", rest.levels.words());
    Line::new(depth, Mark::Entry, words)
}

fn access(depth: usize, access: &ServiceAccess) -> Vec<Line> {
    let title = access.title.as_ref().map(|title| format!("{title}: "));
    let title = title.unwrap_or_default();
    if let [only] = access.scopes.as_slice() {
        return scope(depth, &title, only);
    }
    let words = format!("{title}{}", access.levels.words());
    let title = Line::new(depth, Mark::Entry, words);
    let scopes = access.scopes.iter();
    let scopes = scopes.flat_map(|one| scope(depth + 1, "", one));
    let more = more_scopes(depth + 1, access);
    std::iter::once(title).chain(scopes).chain(more).collect()
}

fn more_scopes(depth: usize, access: &ServiceAccess) -> Option<Line> {
    let more = access.more_scopes;
    (more > 0).then(|| Line::new(depth, Mark::Entry, format!("and {more} more")))
}

/// What is allowed and on what, behind a title; below it, under which conditions.
fn scope(depth: usize, title: &str, scope: &Scope) -> Vec<Line> {
    let resources = scope.resources.as_ref();
    let on = resources.map(|resources| format!(" on {resources}"));
    let what = format!("{title}{}{}", actions(scope), on.unwrap_or_default());
    let conditions = scope.conditions.join(", and ");
    let condition = (!conditions.is_empty()).then(|| {
        let words = format!("only if {conditions}");
        Line::new(depth, Mark::Condition, words)
    });
    let what = Line::new(depth, Mark::Entry, what);
    std::iter::once(what).chain(condition).collect()
}

/// How many actions of which level, and by name where that is to be told.
fn actions(scope: &Scope) -> String {
    let levels = scope.levels.words();
    let known = match &scope.actions {
        Some(actions) => format!("{levels} ({actions})"),
        None => levels,
    };
    let parts = [Some(known), scope.unknown.clone()];
    let parts = parts.into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(", also ")
}
