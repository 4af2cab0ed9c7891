//! How checks are tested: texts with `«…»` round what is to be reported, and what every fix must hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{
    Access, Check, Context, Effects, Finding, FindingType, Fix, FixKind, Options, run_checks,
};
use crate::engine::catalog::{Catalog, bundled};
use crate::engine::meaning::{AccessEffect, effect_of};
use crate::engine::placeholders::{FillMode, Filled, Placeholder, Values, fill, recognise};
use crate::engine::policy::{Attachment, Policy, PolicyKind, recognise_kind};
use crate::engine::syntax::{Tree, parse};
use crate::engine::text::{Edit, Edits, Span};
use std::sync::{Arc, OnceLock};

/// A text made ready for the checks, its placeholders without values.
pub(super) struct Prepared {
    template: String,
    placeholders: Vec<Placeholder>,
    filled: Filled,
    tree: Arc<Tree>,
    kind: PolicyKind,
    attachment: Option<Attachment>,
    options: Options,
}

impl Prepared {
    /// Takes the kind that is given, or the one that is recognised.
    pub(super) fn new(template: &str, kind: Option<PolicyKind>) -> Self {
        let tree = parse(template);
        let placeholders = recognise(&tree, &[]);
        let filled = fill(&tree, &placeholders, &Values::default(), FillMode::Checked);
        let tree = Arc::new(parse(&filled.text));
        let kind = kind.unwrap_or_else(|| recognise_kind(&tree));
        Self {
            template: template.to_owned(),
            placeholders,
            filled,
            tree,
            kind,
            attachment: None,
            options: Options::default(),
        }
    }

    /// Says what the policy is attached to.
    pub(super) fn attached(self, attachment: Option<Attachment>) -> Self {
        Self { attachment, ..self }
    }

    /// Another text of the same kind and attachment.
    fn again(&self, template: &str) -> Self {
        Self {
            options: self.options,
            ..Self::new(template, Some(self.kind)).attached(self.attachment)
        }
    }

    /// Takes a kind that the check looks at: the recognised one, or the first of its own.
    ///
    /// The examples of a check are attached to what stands behind `json` at their beginning, as in "```json s3-bucket".
    pub(super) fn for_check(check: &Check, template: &str) -> Self {
        let prepared = Self::new(template, None);
        let other = check
            .kinds
            .first()
            .filter(|_| !check.looks_at(prepared.kind));
        let prepared = other.map_or(prepared, |kind| Self::new(template, Some(*kind)));
        let is_named = |attachment: &&Attachment| {
            let fence = format!("```json {}\n", attachment.id());
            check.docs.contains(&fence)
        };
        let options = Options {
            older_scp_grammar: check.code == "SCP_SYNTAX_ERROR_ACTION_WILDCARD",
            ..Options::default()
        };
        Self {
            options,
            ..prepared.attached(Attachment::ALL.iter().find(is_named).copied())
        }
    }

    fn context<'a>(&'a self, options: &'a Options) -> Context<'a> {
        Context {
            tree: &self.tree,
            policy: Policy::new(&self.tree),
            kind: self.kind,
            attachment: self.attachment,
            placeholders: &self.placeholders,
            pieces: &self.filled.pieces,
            shown: &self.template,
            options,
            catalog: Some(catalog()),
            found: Default::default(),
        }
    }

    pub(super) fn findings(&self) -> Vec<Finding> {
        run_checks(&self.context(&self.options))
    }

    /// What each fix of a check's findings does to access.
    pub(super) fn effects(&self, code: &str) -> Vec<AccessEffect> {
        let findings = self.findings();
        let effects = Effects::new(self.tree.clone(), &findings);
        let meant = findings.iter().filter(|finding| finding.code == code);
        let fixes = meant.flat_map(|finding| &finding.fixes);
        fixes.map(|fix| effects.of(fix)).collect()
    }

    fn findings_of_code(&self, code: &str) -> Vec<Finding> {
        let findings = self.findings().into_iter();
        findings.filter(|finding| finding.code == code).collect()
    }

    /// The template with edits that were made for the checked text.
    fn edited(&self, edits: &Edits) -> Option<Self> {
        let back = |edit: &Edit| {
            self.filled
                .map
                .back_edit(edit, &self.template, &self.filled.text)
        };
        let edits = Edits::new(edits.iter().map(back).collect::<Option<_>>()?)?;
        Some(self.again(&edits.apply(&self.template)?))
    }

    fn errors(&self) -> Vec<&'static str> {
        let errors = self
            .findings()
            .into_iter()
            .filter(|finding| finding.finding_type == FindingType::Error);
        errors.map(|finding| finding.code).collect()
    }
}

/// The AWS service reference, read once for all tests.
pub(super) fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| bundled().expect("the bundled reference"))
}

/// What a check finds in a text of the kind that is recognised.
pub(super) fn findings_with(check: &Check, text: &str, options: &Options) -> Vec<Finding> {
    findings_in(Prepared::new(text, None), check, options)
}

/// [`findings_with`] for a kind that cannot be recognised.
pub(super) fn findings_as(
    kind: PolicyKind,
    check: &Check,
    text: &str,
    options: &Options,
) -> Vec<Finding> {
    findings_in(Prepared::new(text, Some(kind)), check, options)
}

fn findings_in(prepared: Prepared, check: &Check, options: &Options) -> Vec<Finding> {
    let mut findings = run_checks(&prepared.context(options));
    findings.retain(|finding| finding.code == check.code);
    findings
}

/// Holds a check to the marked places, and its fixes to [`hold_fixes`].
pub(super) fn check(check: &Check, marked: &str) {
    check_prepared(check, marked, |text| Prepared::new(text, None));
}

/// [`check`] for a kind that cannot be recognised.
pub(super) fn check_as(kind: PolicyKind, check: &Check, marked: &str) {
    check_prepared(check, marked, |text| Prepared::new(text, Some(kind)));
}

/// [`check`] for a policy of which it is said what it is attached to.
pub(super) fn check_attached(attachment: Attachment, check: &Check, marked: &str) {
    check_prepared(check, marked, |text| {
        Prepared::new(text, None).attached(Some(attachment))
    });
}

/// Holds a check to finding nothing.
pub(super) fn check_clean(check: &Check, text: &str) {
    let found = Prepared::new(text, None).findings_of_code(check.code);
    assert!(found.is_empty(), "{text}: {found:#?}");
}

/// Applies the first fix of the first finding.
pub(super) fn check_fix(check: &Check, before: &str, after: &str) {
    check_fix_prepared(check, Prepared::new(before, None), after);
}

/// [`check_fix`] for a kind that cannot be recognised.
pub(super) fn check_fix_as(kind: PolicyKind, check: &Check, before: &str, after: &str) {
    check_fix_prepared(check, Prepared::new(before, Some(kind)), after);
}

fn check_fix_prepared(check: &Check, prepared: Prepared, after: &str) {
    let findings = prepared.findings_of_code(check.code);
    let fix = findings
        .first()
        .expect("a finding")
        .fixes
        .first()
        .expect("a fix");
    assert_eq!(prepared.edited(&fix.edits).unwrap().template, after);
    hold_fixes(&prepared);
}

/// Applies all repairs until there are none.
pub(super) fn check_fixed_by_repairs(before: &str, after: &str) {
    assert_eq!(repaired(Prepared::new(before, None)).template, after);
}

fn check_prepared(check: &Check, marked: &str, prepare: impl Fn(&str) -> Prepared) {
    let (text, marks) = unmark(marked);
    let prepared = prepare(&text);
    let found = prepared
        .findings_of_code(check.code)
        .into_iter()
        .flat_map(|finding| finding.locations);
    let mut found: Vec<Span> = found.map(|location| location.span).collect();
    found.sort();
    let expected: Vec<Span> = marks
        .into_iter()
        .map(|mark| prepared.filled.map.forward_span(mark))
        .collect();
    assert_eq!(
        marked_text(&prepared.filled.text, &found),
        marked_text(&prepared.filled.text, &expected)
    );
    hold_fixes(&prepared);
}

/// What every fix of a text must hold: its finding goes, and no error comes; and all that [`hold_edits`] says.
pub(super) fn hold_fixes(before: &Prepared) {
    hold_edits(before);
    for (finding, fix, after) in fixed(before) {
        let story = format!(
            "{} {:?}\n{}\n{}",
            finding.code, fix.title, before.template, after.template
        );
        let count = |prepared: &Prepared| prepared.findings_of_code(finding.code).len();
        assert!(count(&after) < count(before), "the finding stays: {story}");
        let mut known = before.errors();
        for error in after.errors() {
            let place = known.iter().position(|code| *code == error);
            known.remove(place.unwrap_or_else(|| panic!("a new error {error}: {story}")));
        }
    }
}

/// What the edits of a text must hold, whatever else is wrong with it.
///
/// They can be applied and do not break the JSON; a repair mends an error and leaves the access as it is;
/// repairs, applied again and again, come to an end.
pub(super) fn hold_edits(before: &Prepared) {
    for (finding, fix, after) in fixed(before) {
        let story = format!(
            "{} {:?}\n{}\n{}",
            finding.code, fix.title, before.template, after.template
        );
        assert!(
            after.tree.errors().len() <= before.tree.errors().len(),
            "breaks the JSON: {story}"
        );
        if fix.kind == FixKind::Repair {
            assert_eq!(
                finding.finding_type,
                FindingType::Error,
                "a repair mends errors only: {story}"
            );
            assert_eq!(fix.access, Access::Known(AccessEffect::Same), "{story}");
            assert_eq!(
                effect_of(&before.tree, &after.tree),
                AccessEffect::Same,
                "changes the access: {story}"
            );
        }
    }
    repaired(before.again(&before.template));
}

/// Every fix of every finding that has edits, with the text it makes.
fn fixed(before: &Prepared) -> Vec<(Finding, Fix, Prepared)> {
    let mut all = Vec::new();
    for finding in before.findings() {
        for fix in finding.fixes.iter().filter(|fix| fix.template.is_none()) {
            let after = before
                .edited(&fix.edits)
                .unwrap_or_else(|| panic!("cannot apply {fix:#?} to {}", before.template));
            all.push((finding.clone(), fix.clone(), after));
        }
    }
    all
}

const MOST_ROUNDS: usize = 10;

/// The text with every repair applied, as many as go together at a time.
fn repaired(mut prepared: Prepared) -> Prepared {
    for _ in 0..MOST_ROUNDS {
        let edits = repairs(&prepared);
        if edits.is_empty() {
            return prepared;
        }
        prepared = prepared.edited(&edits).unwrap();
    }
    panic!("repairs do not come to an end: {}", prepared.template);
}

fn repairs(prepared: &Prepared) -> Edits {
    let mut together = Edits::default();
    for fix in prepared
        .findings()
        .into_iter()
        .flat_map(|finding| finding.fixes)
    {
        let joined = together
            .iter()
            .cloned()
            .chain(fix.edits.iter().cloned())
            .collect();
        if fix.kind == FixKind::Repair {
            together = Edits::new(joined).unwrap_or(together);
        }
    }
    together
}

/// The text without its marks, and what stood between them, in the order of the text.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut marks = Vec::new();
    for character in marked.chars() {
        match character {
            '«' => open.push(text.len()),
            '»' => marks.push(Span::new(open.pop().expect("an opening mark"), text.len())),
            _ => text.push(character),
        }
    }
    marks.sort();
    (text, marks)
}

fn marked_text(text: &str, spans: &[Span]) -> String {
    let marks = spans
        .iter()
        .flat_map(|span| [Edit::insert(span.start, "«"), Edit::insert(span.end, "»")]);
    Edits::new(marks.collect()).unwrap().apply(text).unwrap()
}
