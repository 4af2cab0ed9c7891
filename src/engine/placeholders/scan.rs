//! Cuts the text of a string at its stand-ins and policy variables.

use std::ops::Range;

use super::dialects::{DIALECTS, Dialect, LONGEST};
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
    /// Its name without brackets.
    pub name: &'t str,
    /// How it is written.
    pub dialect: &'static Dialect,
}

/// The stand-ins and policy variables of the text between two quotes, in its order.
pub(super) fn scan(content: &str) -> Vec<Atom<'_>> {
    let mut atoms = Vec::new();
    let mut at = 0;
    while let Some(rest) = content.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(skipped) = rest.find(['{', '<', '$', '&', '\\']) else {
            break;
        };
        at += skipped;
        let rest = content.get(at..).unwrap_or_default();
        let (len, stand_in, is_atom) = match (policy_variable::len_at_start(rest), stand_in(rest)) {
            (Some(len), _) => (len, None, true),
            (None, Some((len, stand_in))) => (len, Some(stand_in), true),
            (None, None) => (plain_len(rest), None, false),
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

fn stand_in(rest: &str) -> Option<(usize, StandIn<'_>)> {
    DIALECTS.iter().find_map(|dialect| {
        let reading = (dialect.read)(rest)?;
        Some((
            reading.len,
            StandIn {
                name: reading.name,
                dialect,
            },
        ))
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
    foreign_braces_len(rest).unwrap_or(run)
}

/// The length of `{{ .Values.x }}`, `{{< name >}}` or `${{ name }}`.
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
        let content = "arn:{{partition}}:s3:::<b>-$REGION/${aws:username}/${*}/$${aws:x}/&{aws:y}";
        let expected = [
            "{{partition}}=partition",
            "<b>=b",
            "$REGION=REGION",
            "${aws:username}",
            "${*}",
            "$${aws:x}",
            "&{aws:y}",
        ];
        assert_eq!(cut(content), expected);
    }

    #[test]
    fn takes_nothing_out_of_other_signs() {
        for content in [
            "{{{x}}}",
            "${{ x }}",
            "${{x}}",
            "a < b",
            "$$NAME",
            "${Region}",
            "\\\\u003cx\\u003e",
            "\\",
            "{",
            "",
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
