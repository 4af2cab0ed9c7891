//! Cuts the text of a string at its stand-ins and policy variables.

use std::ops::Range;

use super::dialects::{DIALECTS, LONGEST};
use super::policy_variable;

/// A stand-in or policy variable; neither is divided where the text is read as an ARN.
pub(super) struct Atom<'t> {
    /// Its bytes in the text that was scanned.
    pub range: Range<usize>,
    /// What it is, when it is a stand-in.
    pub stand_in: Option<StandIn<'t>>,
}

/// A stand-in as written.
#[derive(Clone, Copy)]
pub(super) struct StandIn<'t> {
    /// Its name without brackets; empty where it has none.
    pub name: &'t str,
    /// Whose way of writing it is, where that is worth saying.
    pub whose: Option<&'static str>,
}

/// The stand-ins and policy variables of the text between two quotes, in its order.
pub(super) fn scan(content: &str) -> Vec<Atom<'_>> {
    let mut atoms = Vec::new();
    let mut at = 0;
    while let Some(rest) = content.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(skipped) = rest.bytes().position(is_opening) else {
            break;
        };
        at += skipped;
        let rest = content.get(at..).unwrap_or_default();
        let is_in_word = || content.get(..at).is_some_and(ends_in_word);
        let (len, stand_in, is_atom) = if rest.starts_with('_') && is_in_word() {
            (plain_len(rest), None, false)
        } else {
            read(rest)
        };
        if is_atom {
            atoms.push(Atom {
                range: at..at + len,
                stand_in,
            });
        }
        at += len;
    }
    atoms
}

/// Whether a stand-in or a policy variable may begin with the sign, or an escape does.
fn is_opening(byte: u8) -> bool {
    matches!(
        byte,
        b'{' | b'<' | b'$' | b'&' | b'\\' | b'[' | b'@' | b'%' | b'#' | b'_' | b'!' | b'('
    )
}

fn ends_in_word(before: &str) -> bool {
    before.ends_with(char::is_alphanumeric)
}

/// The length of what begins here, the stand-in that it is, and whether it is to be kept together.
fn read(rest: &str) -> (usize, Option<StandIn<'_>>, bool) {
    if let Some(len) = policy_variable::len_at_start(rest) {
        return (len, None, true);
    }
    match stand_in(rest) {
        Some((len, stand_in)) => (len, Some(stand_in), true),
        None => (plain_len(rest), None, false),
    }
}

fn stand_in(rest: &str) -> Option<(usize, StandIn<'_>)> {
    let mut dialects = DIALECTS
        .iter()
        .filter(|dialect| rest.starts_with(dialect.opens_with));
    dialects.find_map(|dialect| {
        let reading = (dialect.read)(rest)?;
        let stand_in = StandIn {
            name: reading.name,
            whose: reading.whose,
        };
        Some((reading.len, stand_in))
    })
}

/// How much to pass where a sign opens nothing: an escape, another tool's `{{ .x }}`, or all signs of a run.
fn plain_len(rest: &str) -> usize {
    let mut characters = rest.chars();
    let Some(first) = characters.next() else {
        return 0;
    };
    if first == '\\' {
        return first.len_utf8() + characters.next().map_or(0, char::len_utf8);
    }
    let run = rest.len() - rest.trim_start_matches(first).len();
    let opening = if rest.starts_with("${") {
        "${".len()
    } else {
        run
    };
    foreign_braces_len(rest).unwrap_or(opening)
}

/// The length of a site's macro such as `{{< name >}}`, or of a call such as `{{ row(…) }}`.
fn foreign_braces_len(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('$').unwrap_or(rest).strip_prefix("{{")?;
    let near = inside.as_bytes().get(..LONGEST.min(inside.len()))?;
    let close = near.windows(2).position(|window| window == b"}}")?;
    Some(rest.len() - inside.len() + close + "}}".len())
}

#[cfg(test)]
mod tests {
    use super::scan;

    fn cut(content: &str) -> Vec<String> {
        let written = |atom: super::Atom| match atom.stand_in {
            Some(stand_in) => format!(
                "{}={}",
                content.get(atom.range).unwrap_or_default(),
                stand_in.name
            ),
            None => content.get(atom.range).unwrap_or_default().to_string(),
        };
        scan(content).into_iter().map(written).collect()
    }

    #[test]
    fn finds_stand_ins_and_variables_in_order() {
        let content = "arn:{{partition}}:s3:::<b>-$REGION/${aws:username}/${*}/$${aws:x}/&{aws:y}/_ACCOUNT_/[a b]%s{id}";
        let expected = [
            "{{partition}}=partition",
            "<b>=b",
            "$REGION=REGION",
            "${aws:username}",
            "${*}",
            "$${aws:x}",
            "&{aws:y}",
            "_ACCOUNT_=ACCOUNT",
            "[a b]=a b",
            "%s=",
            "{id}=id",
        ];
        assert_eq!(cut(content), expected);
    }

    #[test]
    fn takes_nothing_out_of_other_signs() {
        for content in [
            "{{{xx}}}",
            "a < b",
            "$$NAME",
            "\\\\u003cx\\u003e",
            "\\",
            "{",
            "",
            "task/*_Batch_*",
            "a_B_",
            "{{< product lc >}}",
            "{{ row(<x>) }}",
            "${}",
            "100%",
            "jo@acme.dev",
        ] {
            let stand_ins: Vec<String> = cut(content)
                .into_iter()
                .filter(|piece| piece.contains('='))
                .collect();
            assert_eq!(stand_ins, Vec::<String>::new(), "{content}");
        }
    }

    #[test]
    fn reads_on_after_an_escape() {
        assert_eq!(cut("\\\"<x>\\n{{y}}\\é<z>"), ["<x>=x", "{{y}}=y", "<z>=z"]);
    }
}
