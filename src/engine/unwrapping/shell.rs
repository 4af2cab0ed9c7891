//! Shell commands with a policy in them: here-documents, and the arguments of `aws iam`.

use super::excerpt::Excerpt;
use super::here_document::{HereDocument, here_documents};
use super::json;
use super::paste::{Form, FoundPolicy, Owner, Source, quoted};
use crate::engine::policy::{Attachment, PolicyKind};
use crate::engine::text::{Edit, Edits, Span};

/// The sources in the here-documents of a text.
pub(super) fn sources_in(text: &Excerpt) -> Vec<Source> {
    let documents = here_documents(text.text());
    documents
        .iter()
        .flat_map(|document| in_document(text, document))
        .collect()
}

fn in_document(text: &Excerpt, document: &HereDocument) -> Vec<Source> {
    let body = text.part(document.body);
    let body = if document.quoted {
        body
    } else {
        without_escapes(&body)
    };
    let mut sources = json::sources_in(&body);
    let file = file_name(document, text.text());
    for source in &mut sources {
        source.form = Form::Shell;
        source.sentence = match &file {
            Some(file) => format!("A shell command that writes {}.", quoted(file)),
            None => "A shell command with a policy in a here-document.".to_owned(),
        };
        let unnamed = source
            .policies
            .iter_mut()
            .filter(|policy| policy.name.is_empty());
        unnamed.for_each(|policy| policy.name = file.as_deref().map_or_else(String::new, stem));
    }
    sources
}

/// The text as the shell writes it: a backslash before `$`, a backtick or another backslash is taken away.
///
/// Source: POSIX.1-2017, Shell Command Language, section 2.7.4.
fn without_escapes(body: &Excerpt) -> Excerpt {
    let mut escapes = Vec::new();
    let mut letters = body.text().char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_escape = |(_, next): &(usize, char)| matches!(next, '$' | '`' | '\\');
        if letter == '\\' && letters.next_if(is_escape).is_some() {
            escapes.push(Edit::delete(Span::new(at, at + 1)));
        }
    }
    body.edited(&Edits::new(escapes).unwrap_or_default())
}

/// The file that the document is written to: what stands behind `>` or `tee`.
fn file_name(document: &HereDocument, text: &str) -> Option<String> {
    let words = |span: Span| span.text(text).replace('>', " > ");
    let line = format!("{} {}", words(document.opening), words(document.rest));
    let mut words = line.split_whitespace();
    words.find(|word| matches!(*word, ">" | "tee"))?;
    let file = words.find(|word| !word.starts_with('-') && *word != ">")?;
    Some(file.trim_matches(['"', '\'']).to_owned())
}

/// The name of a file without its folders and its ending.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.strip_suffix(".json").unwrap_or(name).to_owned()
}

/// The furthest that a command may begin before the document that it is given, in bytes.
const LONGEST_COMMAND: usize = 600;

/// Options of `aws iam` that name the owner.
const OWNER_OPTIONS: [(&str, &str, Attachment); 3] = [
    ("--role-name", "role", Attachment::InlineRole),
    ("--user-name", "user", Attachment::InlineUser),
    ("--group-name", "group", Attachment::InlineGroup),
];

/// Says of a policy that is an argument of an `aws iam` command what the command says.
pub(super) fn note_command(source: &mut Source, text: &str) {
    for policy in &mut source.policies {
        let Some(command) = command_around(text, policy.span) else {
            continue;
        };
        source.form = Form::Shell;
        source.sentence = "A command of the AWS CLI with a policy in it.".to_owned();
        note_owner(policy, &command);
    }
}

fn note_owner(policy: &mut FoundPolicy, command: &str) {
    let option = |name: &str| {
        let mut words = command
            .split([' ', '=', '\n', '\\', '\t'])
            .filter(|word| !word.is_empty());
        words.find(|word| *word == name)?;
        words
            .next()
            .map(|value| value.trim_matches(['"', '\'']).to_owned())
    };
    let is_trust = command.contains("assume-role-policy");
    let owner = OWNER_OPTIONS
        .iter()
        .find_map(|(name, what, attachment)| Some((option(name)?, *what, *attachment)));
    if let Some((id, what, attachment)) = owner {
        policy.name = if is_trust {
            format!("{id} trust policy")
        } else {
            policy.name.clone()
        };
        policy.kind = Some(if is_trust {
            PolicyKind::Trust
        } else {
            PolicyKind::Identity
        });
        policy.attachment = Some(if is_trust {
            Attachment::RoleTrust
        } else {
            attachment
        });
        policy.owner = Some(Owner { what, id });
    }
    if let Some(name) = option("--policy-name") {
        policy.name = name;
    }
}

/// The command before and behind a document, without the document.
fn command_around(text: &str, document: Span) -> Option<String> {
    let before = text.get(..document.start)?;
    let from = before.len().saturating_sub(LONGEST_COMMAND);
    let start = before.rfind("aws ").filter(|start| *start >= from)?;
    let begun = before.get(start..)?;
    let is_one_command = begun
        .lines()
        .rev()
        .skip(1)
        .all(|line| line.trim_end().ends_with('\\'));
    let after = text.get(document.end..)?;
    let line_end = after.find('\n').unwrap_or(after.len()).min(LONGEST_COMMAND);
    let rest = after.get(..line_end).unwrap_or_default();
    is_one_command.then(|| format!("{begun} {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_here_document_writes() {
        for (text, name, policy) in [
            (
                "cat > /tmp/trust.json <<EOF\n{\"Statement\": [], \"Id\": \"\\${x}\"}\nEOF\n",
                "trust",
                "{\"Statement\": [], \"Id\": \"${x}\"}",
            ),
            (
                "cat <<'EOF' | sudo tee -a 'b.json'\n{\"Statement\": []}\nEOF",
                "b",
                "{\"Statement\": []}",
            ),
            (
                "cat << EOF\n  {\"Statement\": []}",
                "",
                "{\"Statement\": []}",
            ),
        ] {
            let sources = sources_in(&Excerpt::whole(text));
            let found = sources.iter().flat_map(|source| &source.policies);
            let found: Vec<(&str, &str)> = found
                .map(|policy| (policy.name.as_str(), policy.text.text()))
                .collect();
            assert_eq!(found, [(name, policy)], "{text}");
        }
    }

    #[test]
    fn reads_what_a_command_says_of_its_argument() {
        let text = "aws iam put-role-policy \\\n  --role-name app --policy-name logs \\\n  --policy-document '{\"Statement\": []}'\n";
        let mut sources = json::sources_in(&Excerpt::whole(text));
        sources
            .iter_mut()
            .for_each(|source| note_command(source, text));
        let policy = sources.first().and_then(|source| source.policies.first());
        assert_eq!(policy.map(|policy| policy.name.as_str()), Some("logs"));
        assert_eq!(
            policy.and_then(|policy| policy.attachment),
            Some(Attachment::InlineRole)
        );
        assert_eq!(
            policy
                .and_then(|policy| policy.owner.as_ref())
                .map(|owner| owner.id.as_str()),
            Some("app")
        );
    }

    #[test]
    fn takes_away_the_escapes_of_the_shell_only() {
        let text = |text: &str| without_escapes(&Excerpt::whole(text)).text().to_owned();
        assert_eq!(text(r#"\${a} \\n \` \" \"#), r#"${a} \n ` \" \"#);
    }
}
