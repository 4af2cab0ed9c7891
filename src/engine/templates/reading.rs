//! Reads a template from JSON: strictly, so that a misspelt field is found before a reader misses what it said.

use super::error::TemplateError;
use super::fields::Fields;
use super::policy_text::{joined, pretty, services};
use super::template::{
    AttachAs, DeclaredPlaceholder, KnownFinding, PublishedName, Source, Template, TemplateKind,
    Variant,
};
use serde_json::Value;

/// What errors call a template whose id is not known yet.
const UNNAMED: &str = "template";

impl Template {
    /// Reads the content of one template file, in the form that the documentation of this module describes.
    ///
    /// # Errors
    /// Text that is not JSON, a field that is missing, unknown or of the wrong form, a placeholder declared twice.
    /// The error names the template, the place in it and the field.
    pub fn read(json: &str) -> Result<Self, TemplateError> {
        Self::from_value(parse(UNNAMED, json)?)
    }

    pub(super) fn from_value(value: Value) -> Result<Self, TemplateError> {
        Fields::read(UNNAMED, value, template)
    }
}

/// Parses `json`; `place` is what the error calls it.
pub(super) fn parse(place: &str, json: &str) -> Result<Value, TemplateError> {
    serde_json::from_str(json)
        .map_err(|error| TemplateError::new(place, format!("Not valid JSON: {error}.")))
}

fn template(fields: &mut Fields) -> Result<Template, TemplateError> {
    let id = fields.text("id")?;
    fields.rename(&id);
    let variant = one_of(fields, "variant", &Variant::ALL, Variant::name)?;
    let (text, services) = policy(fields, variant)?;
    Ok(Template {
        id,
        title: fields.text("title")?,
        provider: fields.text("provider")?,
        kind: one_of(fields, "kind", &TemplateKind::ALL, TemplateKind::name)?,
        variant,
        variant_of: fields.optional_text("variant_of")?,
        summary: fields.text("summary")?,
        keywords: fields.texts("keywords")?,
        attach_as: fields.object("attach_as", attach_as)?,
        placeholders: placeholders(fields, variant)?,
        text,
        services,
        where_to_paste: fields.texts("where_to_paste")?,
        notes: fields.texts("notes")?,
        known_findings: fields.objects("known_findings", known_finding)?,
        pairs_with: fields.texts("pairs_with")?,
        managed_policies: fields.texts("managed_policies")?,
        published_names: fields.objects("published_names", published_name)?,
        sources: fields.objects("source", source)?,
    })
}

fn one_of<T: Copy>(
    fields: &mut Fields,
    field: &str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<T, TemplateError> {
    let text = fields.text(field)?;
    all.iter()
        .copied()
        .find(|&one| name(one) == text)
        .ok_or_else(|| {
            let names: Vec<_> = all.iter().map(|&one| format!("`{}`", name(one))).collect();
            let names = names.join(", ");
            fields.error(format!(
                "The field `{field}` is `{text}`; known are {names}."
            ))
        })
}

/// The policy's text and its services: a published text is kept as it is, ours is laid out here.
fn policy(fields: &mut Fields, variant: Variant) -> Result<(String, Vec<String>), TemplateError> {
    match variant {
        Variant::Tightened => {
            let policy = fields.value("policy")?;
            Ok((pretty(&policy), services(&policy)))
        }
        Variant::AsPublished => {
            let text = joined(fields.texts("policy_text")?);
            let policy = serde_json::from_str(&text).map_err(|error| {
                fields.error(format!(
                    "The field `policy_text` is not valid JSON: {error}."
                ))
            })?;
            Ok((text, services(&policy)))
        }
    }
}

fn placeholders(
    fields: &mut Fields,
    variant: Variant,
) -> Result<Vec<DeclaredPlaceholder>, TemplateError> {
    let declared = fields.objects("placeholders", |fields| placeholder(fields, variant))?;
    let names = || declared.iter().map(|placeholder| &placeholder.name);
    match names()
        .enumerate()
        .find(|(at, name)| names().take(*at).any(|earlier| earlier == *name))
    {
        None => Ok(declared),
        Some((_, name)) => {
            Err(fields.error(format!("The placeholder `{name}` is declared twice.")))
        }
    }
}

fn placeholder(
    fields: &mut Fields,
    variant: Variant,
) -> Result<DeclaredPlaceholder, TemplateError> {
    Ok(DeclaredPlaceholder {
        name: fields.text("name")?,
        stand_in: match variant {
            Variant::AsPublished => Some(fields.text("stand_in")?),
            Variant::Tightened => None,
        },
        placeholder_type: fields.text("type")?,
        label: fields.text("label")?,
        hint: fields.text("hint")?,
        example: fields.text("example")?,
        default: fields.optional_text("default")?,
        choices: fields.optional_texts("choices")?,
    })
}

fn attach_as(fields: &mut Fields) -> Result<AttachAs, TemplateError> {
    Ok(AttachAs {
        target: fields.text("target")?,
        how: fields.text("how")?,
    })
}

fn known_finding(fields: &mut Fields) -> Result<KnownFinding, TemplateError> {
    Ok(KnownFinding {
        code: fields.text("code")?,
        why: fields.text("why")?,
    })
}

fn published_name(fields: &mut Fields) -> Result<PublishedName, TemplateError> {
    Ok(PublishedName {
        what: fields.text("what")?,
        name: fields.text("name")?,
    })
}

fn source(fields: &mut Fields) -> Result<Source, TemplateError> {
    Ok(Source {
        reference: fields.text("ref")?,
        date: fields.text("date")?,
        used_for: fields.text("used_for")?,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tightened() -> Value {
        json!({
            "id": "read-one-bucket",
            "title": "Read one bucket",
            "provider": "Amazon S3",
            "kind": "identity",
            "variant": "tightened",
            "summary": "Reads the objects of one bucket.",
            "keywords": ["download"],
            "attach_as": {"target": "inline-role", "how": "Inline policy of the role."},
            "placeholders": [{
                "name": "bucket_name", "type": "bucket-name", "label": "Bucket",
                "hint": "The name alone.", "example": "acme-data"
            }],
            "policy": {"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{bucket_name}}/*"
            }]},
            "where_to_paste": ["Open the role."],
            "notes": [],
            "known_findings": [{"code": "ADMINISTRATOR_ACCESS", "why": "On purpose."}],
            "pairs_with": [],
            "managed_policies": [],
            "published_names": [{"what": "role", "name": "Reader"}],
            "source": [{"ref": "A page", "date": "2026-11", "used_for": "the action"}]
        })
    }

    /// The template above with the value at `pointer` replaced.
    fn with(pointer: &str, value: Value) -> Value {
        let mut template = tightened();
        *template.pointer_mut(pointer).unwrap() = value;
        template
    }

    fn refusal(template: &Value) -> String {
        Template::read(&template.to_string())
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn reads_every_field_of_a_tightened_template() {
        let template = Template::read(&tightened().to_string()).unwrap();
        assert_eq!(template.id, "read-one-bucket");
        assert_eq!(template.kind, TemplateKind::Identity);
        assert_eq!(template.attach_as.target, "inline-role");
        assert_eq!(template.placeholders[0].placeholder_type, "bucket-name");
        assert_eq!(template.placeholders[0].choices, Vec::<String>::new());
        assert_eq!(template.services, ["s3"]);
        assert_eq!(template.text.lines().nth(2), Some("    \"Statement\": ["));
        assert_eq!(template.sources[0].date, "2026-11");
    }

    #[test]
    fn keeps_the_bytes_of_a_published_text() {
        let mut published = tightened();
        let fields = published.as_object_mut().unwrap();
        fields.shift_remove("policy");
        fields.insert("variant".into(), json!("as-published"));
        fields.insert("placeholders".into(), json!([]));
        fields.insert(
            "policy_text".into(),
            json!(["\t{ \"Statement\" :", " []}  "]),
        );
        let template = Template::read(&published.to_string()).unwrap();
        assert_eq!(template.text, "\t{ \"Statement\" :\n []}  \n");
    }

    #[test]
    fn names_the_field_that_is_missing() {
        let whole = tightened();
        for name in whole.as_object().unwrap().keys() {
            let mut template = whole.clone();
            template.as_object_mut().unwrap().shift_remove(name);
            let expected = format!("The field `{name}` is missing.");
            assert!(refusal(&template).ends_with(&expected), "{name}");
        }
    }

    #[test]
    fn says_where_a_field_is_wrong_and_why() {
        let policy = json!({"colour": "red"});
        let placeholder = tightened()["placeholders"][0].clone();
        let cases = [
            (json!([]), "template: Should be an object."),
            (
                with("/id", json!(1)),
                "template: The field `id` should be a text.",
            ),
            (
                with("/title", json!("")),
                "read-one-bucket: The field `title` should be a text.",
            ),
            (
                with("/notes", json!("x")),
                "read-one-bucket: The field `notes` should be a list.",
            ),
            (
                with("/notes", json!([1])),
                "read-one-bucket: The field `notes` should hold texts only.",
            ),
            (
                with("/kind", json!("both")),
                "read-one-bucket: The field `kind` is `both`; known are `identity`, `trust`, `resource`, `scp`.",
            ),
            (
                with("/attach_as", policy),
                "read-one-bucket, attach_as: The field `target` is missing.",
            ),
            (
                with(
                    "/source/0",
                    json!({"ref": "a", "date": "2026", "used_for": "b", "page": "c"}),
                ),
                "read-one-bucket, source 1: There is no field `page` in templates.",
            ),
            (
                with("/placeholders", json!([placeholder, placeholder])),
                "read-one-bucket: The placeholder `bucket_name` is declared twice.",
            ),
            (
                with("/variant", json!("as-published")),
                "read-one-bucket: The field `policy_text` is missing.",
            ),
        ];
        for (template, expected) in cases {
            assert_eq!(refusal(&template), expected);
        }
    }

    #[test]
    fn refuses_a_field_it_does_not_know_and_text_that_is_not_json() {
        let mut template = tightened();
        template["colour"] = json!("red");
        assert_eq!(
            refusal(&template),
            "read-one-bucket: There is no field `colour` in templates."
        );
        let error = Template::read("{").unwrap_err();
        assert!(error.reason.starts_with("Not valid JSON"), "{error}");
    }
}
