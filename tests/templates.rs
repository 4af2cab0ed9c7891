//! The template library: every file is sound, the list is complete, and published texts are what the documents print.

use iam_policy_editor::engine::placeholders::find_type;
use iam_policy_editor::engine::policy::{Attachment, PolicyKind};
use iam_policy_editor::engine::templates::{Gallery, SET_IDS, TEMPLATE_IDS, Template, Variant};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn library() -> PathBuf {
    Path::new(ROOT).join("src/engine/templates/library")
}

fn file(id: &str) -> String {
    let path = library().join(format!("{id}.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn templates() -> Vec<Template> {
    let read = |id: &&str| Template::read(&file(id)).unwrap_or_else(|error| panic!("{error}"));
    TEMPLATE_IDS.iter().map(read).collect()
}

/// The gallery as the site build bundles it.
fn gallery() -> Gallery {
    let files: Vec<_> = TEMPLATE_IDS.iter().map(|id| file(id)).collect();
    let sets = Path::new(ROOT).join("src/engine/templates/sets");
    let sets: Vec<_> = SET_IDS
        .iter()
        .map(|id| fs::read_to_string(sets.join(format!("{id}.json"))).unwrap())
        .collect();
    Gallery::read(&format!(
        "{{\"templates\":[{}],\"sets\":[{}]}}",
        files.join(","),
        sets.join(",")
    ))
    .unwrap()
}

fn ids(templates: &[&Template]) -> Vec<String> {
    templates
        .iter()
        .map(|template| template.id.clone())
        .collect()
}

#[test]
fn the_list_names_every_file_of_the_folder() {
    let in_folder: BTreeSet<String> = fs::read_dir(library())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let in_list: BTreeSet<String> = TEMPLATE_IDS.iter().map(|id| format!("{id}.json")).collect();
    assert_eq!(in_folder, in_list);
    assert_eq!(
        in_list.len(),
        TEMPLATE_IDS.len(),
        "an id stands in the list twice"
    );
}

#[test]
fn the_list_of_sets_names_every_file_and_each_set_is_sound() {
    let folder = Path::new(ROOT).join("src/engine/templates/sets");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let listed: Vec<String> = SET_IDS.iter().map(|id| format!("{id}.json")).collect();
    assert_eq!(names, listed);
    let gallery = gallery();
    for id in SET_IDS {
        let set = gallery
            .find_set(id)
            .unwrap_or_else(|| panic!("{id} is no set"));
        assert!(set.template_ids().count() > 1, "{id}");
        let kinds: BTreeSet<&str> = set.owners.iter().map(|owner| owner.what.as_str()).collect();
        assert!(
            kinds.is_subset(&["role", "user", "group", "resource"].into()),
            "{id}: {kinds:?}"
        );
    }
    assert_eq!(gallery.search_sets("spot GENOMICS").len(), 1);
    assert_eq!(gallery.search_sets("velero").len(), 0);
}

#[test]
fn the_gallery_refuses_a_set_with_a_template_that_is_not_there() {
    let set = r#"{"id": "x", "title": "X", "summary": "X.", "keywords": [], "owners": [{"what": "role", "name": "x", "templates": ["y"]}]}"#;
    let error = Gallery::read(&format!(r#"{{"templates": [], "sets": [{set}]}}"#)).unwrap_err();
    assert_eq!(error.to_string(), "x: There is no template `y`.");
}

#[test]
fn the_id_in_a_file_is_the_name_of_the_file() {
    assert_eq!(ids(&templates().iter().collect::<Vec<_>>()), TEMPLATE_IDS);
}

#[test]
fn every_policy_is_a_json_object_with_version_and_statement() {
    for template in templates() {
        let policy: serde_json::Value = serde_json::from_str(&template.text).unwrap();
        assert_eq!(policy["Version"], "2012-10-17", "{}", template.id);
        assert!(
            policy["Statement"].is_object() || policy["Statement"].is_array(),
            "{}",
            template.id
        );
    }
}

/// The names in `{{name}}` tokens.
fn tokens(text: &str) -> BTreeSet<String> {
    text.split("{{")
        .skip(1)
        .map(|rest| {
            rest.split_once("}}")
                .expect("every {{ has its }}")
                .0
                .to_owned()
        })
        .collect()
}

#[test]
fn a_tightened_template_declares_the_placeholders_it_uses_and_no_others() {
    for template in templates() {
        let declared: BTreeSet<String> = template
            .placeholders
            .iter()
            .map(|placeholder| placeholder.name.clone())
            .collect();
        let used = tokens(&template.text);
        match template.variant {
            Variant::Tightened => assert_eq!(used, declared, "{}", template.id),
            Variant::AsPublished => assert!(used.is_empty(), "{}", template.id),
        }
    }
}

#[test]
fn a_published_template_writes_every_stand_in_it_declares() {
    for template in templates() {
        for placeholder in &template.placeholders {
            let is_published = template.variant == Variant::AsPublished;
            assert_eq!(
                placeholder.stand_in.is_some(),
                is_published,
                "{}",
                template.id
            );
            if let Some(stand_in) = &placeholder.stand_in {
                assert!(
                    template.text.contains(stand_in),
                    "{}: {stand_in}",
                    template.id
                );
            }
        }
    }
}

#[test]
fn placeholders_have_a_known_type_a_plain_name_and_a_default_among_their_choices() {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    for template in templates() {
        for placeholder in &template.placeholders {
            let place = format!("{}, {}", template.id, placeholder.name);
            let kind = find_type(&placeholder.placeholder_type).expect(&place);
            for entry in placeholder.example.lines() {
                let accepted = kind.accept(entry);
                assert_eq!(accepted.as_deref(), Ok(entry), "{place}");
            }
            assert!(placeholder.name.chars().all(is_plain), "{place}");
            if !placeholder.choices.is_empty() {
                assert!(
                    placeholder.choices.contains(&placeholder.example),
                    "{place}"
                );
                assert!(
                    placeholder
                        .default
                        .iter()
                        .all(|it| placeholder.choices.contains(it)),
                    "{place}"
                );
            }
        }
    }
}

#[test]
fn partners_are_in_the_library() {
    let gallery = gallery();
    for template in templates() {
        for partner in template.pairs_with.iter().chain(&template.variant_of) {
            assert!(
                gallery.find(partner).is_some(),
                "{}: {partner}",
                template.id
            );
            assert_ne!(partner, &template.id);
        }
    }
}

#[test]
fn the_published_variant_stands_right_before_ours_and_each_names_the_other() {
    let templates = templates();
    for (at, template) in templates.iter().enumerate() {
        let Some(other) = &template.variant_of else {
            assert_eq!(template.variant, Variant::Tightened, "{}", template.id);
            continue;
        };
        let other_at = match template.variant {
            Variant::AsPublished => at + 1,
            Variant::Tightened => at - 1,
        };
        let partner = &templates[other_at];
        assert_eq!(&partner.id, other);
        assert_eq!(partner.variant_of.as_ref(), Some(&template.id));
        assert_ne!(partner.variant, template.variant);
        assert_eq!(partner.kind, template.kind);
    }
}

/// Where a template goes; files say `managed-policy` where the attachment is `managed`.
fn attachment(template: &Template) -> Attachment {
    let target = template.attach_as.target.as_str();
    Attachment::from_id(target.strip_suffix("-policy").unwrap_or(target)).expect(target)
}

#[test]
fn every_policy_fits_where_it_goes_when_filled_with_its_examples() {
    for template in templates() {
        let filled =
            template
                .placeholders
                .iter()
                .fold(template.text.clone(), |text, placeholder| {
                    let token = format!("{{{{{}}}}}", placeholder.name);
                    text.replace(
                        placeholder.stand_in.as_ref().unwrap_or(&token),
                        &placeholder.example,
                    )
                });
        assert!(tokens(&filled).is_empty(), "{}", template.id);
        let attachment = attachment(&template);
        let size = attachment.size_of(&filled);
        let limit = attachment.quota().unwrap().limit;
        assert!(
            size > 50 && size <= limit,
            "{}: {size} of {limit}",
            template.id
        );
        let kind = PolicyKind::from_id(template.kind.name()).unwrap();
        assert!(
            Attachment::for_kind(kind).contains(&attachment),
            "{}",
            template.id
        );
    }
}

#[test]
fn every_template_says_what_it_is_where_it_goes_and_where_it_comes_from() {
    let mut titles = BTreeSet::new();
    for template in templates() {
        assert!(
            titles.insert(template.title.clone()),
            "{} has the title of another",
            template.id
        );
        let is_one_sentence = template.summary.ends_with('.') && !template.summary.contains(". ");
        assert!(is_one_sentence, "{}: {}", template.id, template.summary);
        for list in [
            &template.keywords,
            &template.where_to_paste,
            &template.notes,
        ] {
            assert!(
                !list.is_empty() && list.iter().all(|text| !text.is_empty()),
                "{}",
                template.id
            );
        }
        assert!(!template.sources.is_empty(), "{}", template.id);
        for source in &template.sources {
            let is_date = |c: char| c.is_ascii_digit() || c == '-';
            let whole = [4, 7, 10].contains(&source.date.len()) && source.date.chars().all(is_date);
            assert!(whole, "{}: {}", template.id, source.date);
        }
        for name in &template.published_names {
            assert!(
                ["user", "role", "policy"].contains(&name.what.as_str()),
                "{}",
                template.id
            );
        }
    }
}

#[test]
fn known_findings_are_issue_codes_other_than_an_unfilled_placeholder() {
    for template in templates() {
        for finding in &template.known_findings {
            let is_code = finding
                .code
                .chars()
                .all(|c| c.is_ascii_uppercase() || c == '_');
            assert!(
                is_code && finding.code != "UNFILLED_PLACEHOLDER",
                "{}: {}",
                template.id,
                finding.code
            );
        }
    }
}

#[test]
fn search_wants_every_word_and_looks_at_all_that_describes_a_template() {
    let gallery = gallery();
    assert_eq!(ids(&gallery.search("  ")), TEMPLATE_IDS);
    let cases: [(&str, &[&str]); 7] = [
        (
            "BATCH service role trust",
            &[
                "aws-batch-service-trust-as-published",
                "aws-batch-service-trust",
            ],
        ),
        ("passrole", &["pass-one-role"]),
        ("eksctl", &["iguazio-install-eks"]),
        (
            "elasticloadbalancing",
            &["batchly-managed-role", "iguazio-install-eks"],
        ),
        (
            "cmpute published",
            &["batchly-onboarding-user-as-published"],
        ),
        ("two-factor", &["administrator-with-mfa", "self-manage-mfa"]),
        ("bucket mainframe", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(ids(&gallery.search(query)), expected, "{query}");
    }
}

#[test]
fn the_gallery_refuses_an_id_that_occurs_twice() {
    let one = file("administrator-with-mfa");
    let error = Gallery::read(&format!("{{\"templates\":[{one},{one}]}}")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "administrator-with-mfa: This id occurs twice."
    );
}

/// What a document prints, byte for byte.
fn document(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join("tests/fixtures/published").join(name)).unwrap()
}

/// Adds a comma at the end of the lines with these numbers, counted from one.
fn with_commas(text: &str, numbers: &[usize]) -> String {
    let comma = |number| if numbers.contains(&number) { "," } else { "" };
    (1..)
        .zip(text.lines())
        .map(|(number, line)| format!("{line}{}\n", comma(number)))
        .collect()
}

#[test]
fn published_texts_are_the_documents_but_for_the_repair_that_the_notes_tell() {
    let cases: [(&str, &[usize]); 3] = [
        ("batchly-onboarding-user", &[22, 24]),
        ("aws-batch-service-role", &[]),
        ("aws-batch-service-trust", &[]),
    ];
    let gallery = gallery();
    for (name, repaired_lines) in cases {
        let template = gallery.find(&format!("{name}-as-published")).unwrap();
        let repaired = with_commas(&document(&format!("{name}.json.txt")), repaired_lines);
        assert_eq!(template.text, repaired, "{name}");
        for line in repaired_lines {
            assert!(
                template
                    .notes
                    .iter()
                    .any(|note| note.contains(&line.to_string())),
                "{name}"
            );
        }
    }
}

/// Keys and values of a YAML block in their order, from the line after `PolicyDocument:` on.
fn yaml_words(block: &str) -> Vec<String> {
    block
        .lines()
        .skip_while(|line| !line.contains("PolicyDocument:"))
        .skip(1)
        .flat_map(|line| {
            let line = line.trim().trim_start_matches("- ");
            match line.split_once(':') {
                Some((key, value)) if !line.starts_with('"') => vec![key, value.trim()],
                _ => vec![line],
            }
        })
        .map(|word| word.trim_matches('"').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn published_yaml_has_the_same_words_in_the_same_order_as_json() {
    let gallery = gallery();
    for name in ["genomics-workflow-bucket", "genomics-ebs-autoscale"] {
        let template = gallery.find(&format!("{name}-as-published")).unwrap();
        let words: Vec<_> = template.text.split('"').skip(1).step_by(2).collect();
        assert_eq!(
            words,
            yaml_words(&document(&format!("{name}.yaml.txt"))),
            "{name}"
        );
    }
}

#[test]
fn the_fixtures_are_the_cuts_from_the_documents_where_those_are_at_hand() {
    let cuts = [
        (
            "batchly-onboarding-user.json.txt",
            "batchly-iam-user.inline-policy.broken.json.txt",
        ),
        (
            "aws-batch-service-role.json.txt",
            "aws-batch-AWSBatchServiceRole.policy.json",
        ),
        (
            "aws-batch-service-trust.json.txt",
            "aws-batch-AWSBatchServiceRole.trust-policy.json",
        ),
        (
            "genomics-workflow-bucket.yaml.txt",
            "genomics-workflows-s3-bucket-access.yaml",
        ),
        (
            "genomics-ebs-autoscale.yaml.txt",
            "genomics-workflows-autoscale-ebs.yaml",
        ),
    ];
    let folder = Path::new(ROOT).join("../shared/seeds");
    if !folder.is_dir() {
        println!("skipped: the cuts are not at hand");
        return;
    }
    for (fixture, cut) in cuts {
        assert_eq!(
            document(fixture),
            fs::read_to_string(folder.join(cut)).unwrap(),
            "{cut}"
        );
    }
}
