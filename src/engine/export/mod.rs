//! Formats in which a policy leaves the editor: one file per format, listed here.

use crate::engine::policy::PolicyKind;

/// What an exporter is given.
#[derive(Debug, Clone, Copy)]
pub struct ExportInput<'a> {
    /// The policy with its values filled in, as the reader sees it.
    pub text: &'a str,
    /// What kind of policy it is.
    pub kind: PolicyKind,
}

/// A policy in one format, ready to be copied or saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// A name for the saved file, with its extension.
    pub file_name: String,
    /// The media type of the saved file.
    pub media_type: &'static str,
    /// The policy in the format.
    pub text: String,
}

/// A format a policy can be exported to.
///
/// Whatever an exporter writes passes the quoting of its own format, because a policy variable such as `${aws:username}` means something else in most of them.
#[derive(Debug, Clone, Copy)]
pub struct Exporter {
    /// The name in the command's options and in links: lower case, hyphens.
    pub id: &'static str,
    /// The name for people.
    pub label: &'static str,
    /// The media type of what it writes.
    pub media_type: &'static str,
    /// The extension of a saved file, without its dot.
    pub extension: &'static str,
    /// Writes the policy in the format.
    pub render: fn(&ExportInput<'_>) -> String,
}

impl Exporter {
    /// The policy in this format, with a file name after its kind: `trust-policy.json`.
    pub fn export(&self, input: &ExportInput<'_>) -> Export {
        Export {
            file_name: format!("{}-policy.{}", input.kind.id(), self.extension),
            media_type: self.media_type,
            text: (self.render)(input),
        }
    }
}

/// Makes the modules of the formats and their table, in the order of the page's menu.
macro_rules! exporters {
    ($($format:ident),+ $(,)?) => {
        $(mod $format;)+

        /// Every format, in the order of the page's menu.
        pub static EXPORTERS: &[Exporter] = &[$($format::EXPORTER),+];
    };
}

exporters![json];

/// The format with this [`Exporter::id`].
pub fn find(id: &str) -> Option<&'static Exporter> {
    EXPORTERS.iter().find(|exporter| exporter.id == id)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_id_which_the_command_line_can_take() {
        for exporter in EXPORTERS {
            assert!(
                std::ptr::eq(find(exporter.id).unwrap(), exporter),
                "{} twice",
                exporter.id
            );
            assert!(
                exporter
                    .id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-'),
                "{}",
                exporter.id
            );
            assert!(exporter.id != "list", "`--export list` names the formats");
        }
    }

    #[test]
    fn a_saved_file_is_named_after_the_kind_of_policy() {
        let input = ExportInput {
            text: "{}",
            kind: PolicyKind::Trust,
        };
        assert_eq!(
            find("json").unwrap().export(&input).file_name,
            "trust-policy.json"
        );
    }
}
