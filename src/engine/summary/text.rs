//! The summary as plain text.

use super::Summary;
use super::access::{Holder, Rest, Scope, ServiceAccess};
use super::administrators::AdministratorPath;
use super::denials::Denial;
use super::paragraph::wrapped;
use crate::engine::policy::PolicyKind;

/// The most detours of one statement that are named.
const MOST_DETOURS: usize = 4;

impl Summary {
    /// The heading of the summary, without a full stop.
    pub fn heading(&self) -> &'static str {
        match self.kind {
            PolicyKind::Identity => "What it permits",
            PolicyKind::Resource => "Who may do what",
            PolicyKind::Trust => "Who may take on the role",
            _ => "What it leaves at most",
        }
    }

    /// The summary in lines that can be copied into a chat or a review; every line ends in a line break.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", self.heading());
        for remark in self.remarks_before() {
            text.push_str(&wrapped("", &remark));
        }
        text.extend(self.administrators.iter().map(administrator));
        text.extend(self.holders.iter().map(holder));
        if self.more_holders > 0 {
            text.push_str(&format!("And {} more\n", self.more_holders));
        }
        text.push_str(&self.denied());
        for remark in self.remarks_after() {
            text.push_str(&wrapped("", &remark));
        }
        text
    }

    fn remarks_before(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.is_limit() {
            remarks
                .push("It grants nothing by itself: it limits what other policies grant.".into());
        }
        if self.holders.is_empty() {
            remarks.push(self.nothing().to_owned());
        }
        remarks
    }

    fn nothing(&self) -> &'static str {
        match (self.is_limit(), self.denials.is_empty()) {
            (false, _) => "Nothing: no statement allows anything.",
            (true, true) => "It leaves nothing: no statement allows anything.",
            (true, false) => {
                "Its statements only deny; what they leave has to be allowed by another policy of this kind."
            }
        }
    }

    fn remarks_after(&self) -> Vec<String> {
        let mut remarks: Vec<String> = Vec::new();
        if !self.knows_levels && !self.holders.is_empty() {
            remarks
                .push("Access levels are not known: AWS's list of actions is not loaded.".into());
        }
        if self.holders.iter().any(|holder| holder.names_an_account) {
            remarks.push(
                "Which account is your own is not known here; one that is named may be it.".into(),
            );
        }
        remarks
    }

    fn denied(&self) -> String {
        if self.denials.is_empty() {
            return String::new();
        }
        let mut text = match self.holders.is_empty() {
            true => "Denied, whatever else allows it:\n".to_owned(),
            false => "Except, whatever else allows it:\n".to_owned(),
        };
        text.extend(self.denials.iter().map(denial));
        if self.more_denials > 0 {
            text.push_str(&format!("- and {} more\n", self.more_denials));
        }
        text
    }
}

fn administrator(path: &AdministratorPath) -> String {
    if path.detours.is_empty() {
        let words = format!(
            "Administrator access: every action on every resource ({}).",
            path.statement
        );
        return wrapped("! ", &words);
    }
    let mut text = wrapped(
        "! ",
        &format!("Administrator access by a detour ({}):", path.statement),
    );
    let named = path.detours.iter().take(MOST_DETOURS);
    text.extend(named.map(|detour| wrapped("  - ", detour)));
    let more = path.detours.len().saturating_sub(MOST_DETOURS);
    if more > 0 {
        text.push_str(&format!("  - and {more} more ways\n"));
    }
    text
}

fn holder(holder: &Holder) -> String {
    let Some(who) = &holder.who else {
        return services("", holder);
    };
    if let [
        ServiceAccess {
            title: None,
            scopes,
            ..
        },
    ] = holder.services.as_slice()
    {
        return scopes
            .iter()
            .map(|one| scope("- ", &format!("{who}: "), one))
            .collect();
    }
    wrapped("", &format!("{who}:")) + &services("  ", holder)
}

fn services(indent: &str, holder: &Holder) -> String {
    let listed = holder
        .services
        .iter()
        .map(|service| access(indent, service));
    let rest = holder.rest.iter().map(|left| rest(indent, left));
    listed.chain(rest).collect()
}

fn rest(indent: &str, rest: &Rest) -> String {
    let services = match rest.services {
        1 => "1 more service".to_owned(),
        more => format!("{more} more services"),
    };
    wrapped(
        &format!("{indent}- "),
        &format!("and {services}: {}", rest.levels.words()),
    )
}

fn access(indent: &str, access: &ServiceAccess) -> String {
    let bullet = format!("{indent}- ");
    let title = access
        .title
        .as_ref()
        .map(|title| format!("{title}: "))
        .unwrap_or_default();
    if let [only] = access.scopes.as_slice() {
        return scope(&bullet, &title, only);
    }
    let text = wrapped(&bullet, &format!("{title}{}", access.levels.words()));
    let scopes = access
        .scopes
        .iter()
        .map(|one| scope(&format!("{indent}  - "), "", one));
    text + &scopes.collect::<String>()
}

/// What is allowed and on what, behind a bullet and a title; below it, under which conditions.
fn scope(bullet: &str, title: &str, scope: &Scope) -> String {
    let known = scope.levels.words();
    let named = scope
        .actions
        .as_ref()
        .map(|actions| format!("{known} ({actions})"));
    let parts = [Some(named.unwrap_or(known)), scope.unknown.clone()];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let on = scope
        .resources
        .as_ref()
        .map(|resources| format!(" on {resources}"));
    let what = format!("{title}{}{}", parts.join(", also "), on.unwrap_or_default());
    let mut text = wrapped(bullet, &what);
    if !scope.conditions.is_empty() {
        let conditions = format!("only if {}", scope.conditions.join(", and "));
        text.push_str(&wrapped(&" ".repeat(bullet.len()), &conditions));
    }
    text
}

fn denial(denial: &Denial) -> String {
    let who = denial.who.as_ref().map(|who| format!("{who}: "));
    let on = denial
        .resources
        .as_ref()
        .map(|resources| format!(" on {resources}"));
    let conditions = denial.conditions.join(", and ");
    let if_so = (!conditions.is_empty()).then(|| format!(", if {conditions}"));
    let words = [who, Some(denial.actions.clone()), on, if_so];
    wrapped("- ", &words.into_iter().flatten().collect::<String>())
}
