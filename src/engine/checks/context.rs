//! What a check may look at.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::arn_fault::{FaultyArn, faulty_arns};
use super::finding::Location;
use super::fit::{Fit, fits};
use super::known_keys::known_keys;
use super::managed_copy::{Copied, copied};
use super::named_action::{NamedAction, named_actions};
use super::overlap::{Overlapped, overlaps};
use super::role_grant::{RoleGrant, role_grants};
use super::unlisted_action::{UnlistedAction, unlisted_actions};
use crate::engine::catalog::{Catalog, ConditionKey};
use crate::engine::placeholders::{Class, Piece, PieceState, Placeholder};
use crate::engine::policy::{Attachment, Policy, PolicyKind};
use crate::engine::syntax::{NodeId, Path, SyntaxErrorKind, Tree};
use crate::engine::text::Span;

/// What the person has asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether a placeholder without a value is an error.
    pub require_filled: bool,
    /// Whether service control policies are held to the grammar of before September 2025.
    pub older_scp_grammar: bool,
}

/// A policy to be checked: the text with its placeholders filled, and what is known about it.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The tree of the checked text.
    pub tree: &'a Tree,
    /// The policy in that tree.
    pub policy: Policy<'a>,
    /// The kind of policy, recognised or said.
    pub kind: PolicyKind,
    /// What the policy is attached to, where it has been said.
    pub attachment: Option<Attachment>,
    /// The placeholders of the template.
    pub placeholders: &'a [Placeholder],
    /// Where their values, or neutral ones, stand in the checked text; in the order of the text.
    pub pieces: &'a [Piece],
    /// The text as the person sees it, with the typed values and the stand-ins that have none.
    pub shown: &'a str,
    /// What the person has asked for.
    pub options: &'a Options,
    /// The AWS service reference; checks that need it find nothing while there is none.
    pub catalog: Option<&'a Catalog>,
    /// What several checks look for in the policy, found when the first of them asks.
    pub found: Found<'a>,
}

/// What is found once for several checks.
#[derive(Clone, Debug, Default)]
pub struct Found<'t> {
    unlisted_actions: OnceCell<Vec<UnlistedAction>>,
    faulty_arns: OnceCell<Vec<FaultyArn>>,
    overlaps: OnceCell<Vec<Overlapped<'t>>>,
    role_grants: OnceCell<Vec<RoleGrant<'t>>>,
    known_keys: OnceCell<Vec<Option<ConditionKey<'t>>>>,
    fits: OnceCell<Vec<Fit<'t>>>,
    named_actions: OnceCell<Vec<NamedAction<'t>>>,
    managed_copy: OnceCell<Option<Copied<'t>>>,
}

impl<'t> Context<'t> {
    /// The actions that a statement allows although another one does so already, as [`overlaps`] finds them.
    pub(super) fn overlaps(&self) -> &[Overlapped<'t>] {
        self.found.overlaps.get_or_init(|| overlaps(self))
    }

    /// The statements that hand out any role, as [`role_grants`] finds them.
    pub(super) fn role_grants(&self) -> &[RoleGrant<'t>] {
        self.found.role_grants.get_or_init(|| role_grants(self))
    }

    /// What can be used on what, as [`fits`] finds it.
    pub(super) fn fits(&self) -> &[Fit<'t>] {
        self.found.fits.get_or_init(|| fits(self))
    }

    /// The entries of `Action` and `NotAction`, as [`named_actions`] finds them.
    pub(super) fn named_actions(&self) -> &[NamedAction<'t>] {
        self.found.named_actions.get_or_init(|| named_actions(self))
    }

    /// What the policy is a copy of, as [`copied`] finds it.
    pub(super) fn managed_copy(&self) -> Option<&Copied<'t>> {
        let found = self.found.managed_copy.get_or_init(|| copied(self));
        found.as_ref()
    }

    /// The condition key of each test, as [`known_keys`] finds it.
    pub(super) fn known_keys(&self) -> &[Option<ConditionKey<'t>>] {
        self.found.known_keys.get_or_init(|| known_keys(self))
    }
}

impl Context<'_> {
    /// The entries of `Action` and `NotAction` that name nothing in the AWS reference, in the order of the text.
    pub(super) fn unlisted_actions(&self) -> &[UnlistedAction] {
        let found = &self.found.unlisted_actions;
        found.get_or_init(|| unlisted_actions(self))
    }

    /// What is wrong with the ARNs of resources by the AWS reference, in the order of the text.
    pub(super) fn faulty_arns(&self) -> &[FaultyArn] {
        self.found.faulty_arns.get_or_init(|| faulty_arns(self))
    }

    /// What the policy is attached to: as it has been said, or as the ARNs of its resources tell.
    pub fn attachment_or_guess(&self) -> Option<Attachment> {
        self.attachment.or_else(|| Attachment::guess(&self.policy))
    }

    /// The place of a node, for a finding about it.
    ///
    /// A node deeper than any in a policy has an empty path, so that hostile nests cost no more than others.
    pub fn location(&self, node: NodeId) -> Location {
        let path = if self.is_deep(node) {
            Path::default()
        } else {
            self.tree.path(node)
        };
        Location {
            path,
            span: self.tree.span(node),
        }
    }

    /// A place inside a node: the path of the node, and the span as given.
    pub fn place(&self, span: Span) -> Location {
        let node = self.tree.node_at(span.start);
        let path = node
            .map(|node| self.location(node).path)
            .unwrap_or_default();
        Location { path, span }
    }

    /// The place of the whole document.
    pub fn document(&self) -> Location {
        Location {
            path: Path::default(),
            span: Span::new(0, self.tree.text().len()),
        }
    }

    /// Whether an error of syntax at the object may have hidden some of its members.
    ///
    /// What seems to be missing from such an object may only be cut off, or still be typed.
    pub fn may_hide_members(&self, object: NodeId) -> bool {
        self.has_error(self.tree.span(object), hides_members)
    }

    /// Whether the text of a string can be judged: its quotes are there, and no placeholder in it lacks a value.
    pub fn is_settled(&self, string: NodeId) -> bool {
        self.is_closed(string) && !self.is_unfilled(self.tree.span(string))
    }

    /// Whether a string has both of its quotes; one that has not may still be being typed.
    pub fn is_closed(&self, string: NodeId) -> bool {
        !self.has_error(self.tree.span(string), |kind| {
            matches!(
                kind,
                SyntaxErrorKind::UnterminatedString | SyntaxErrorKind::MissingOpeningQuote
            )
        })
    }

    fn has_error(&self, span: Span, is_meant: impl Fn(SyntaxErrorKind) -> bool) -> bool {
        let errors = self.tree.errors();
        let first = errors.partition_point(|error| error.span.start < span.start);
        let mut within = errors
            .iter()
            .skip(first)
            .take_while(|error| error.span.start <= span.end);
        within.any(|error| is_meant(error.kind))
    }

    /// Whether a placeholder without a usable value stands at the span.
    ///
    /// Its neutral value is well-formed, but another one may stand there once it is filled in.
    pub fn is_unfilled(&self, span: Span) -> bool {
        self.unfilled_at(span).next().is_some()
    }

    /// Whether a string's text says nothing yet: it is all one placeholder without a value, or one for any text is in it.
    pub fn is_open(&self, string: NodeId) -> bool {
        let content = self.tree.content_span(string);
        let is_free = |placeholder: &Placeholder| placeholder.kind.id == FREE_TEXT;
        let mut unfilled = self.unfilled_at(content);
        unfilled.any(|piece| {
            piece.to.covers(content)
                || self
                    .placeholders
                    .get(piece.placeholder)
                    .is_some_and(is_free)
        })
    }

    /// The text at the span as the person sees it: with the stand-ins that have no value yet.
    pub fn written(&self, span: Span) -> Cow<'_, str> {
        self.with_stand_ins(span, self.unfilled_at(span))
    }

    /// The text at the span as an edit has to write it elsewhere: with every stand-in, also those that have a value.
    pub fn template(&self, span: Span) -> Cow<'_, str> {
        self.with_stand_ins(span, self.pieces_at(span))
    }

    fn with_stand_ins<'p>(
        &'p self,
        span: Span,
        pieces: impl Iterator<Item = &'p Piece>,
    ) -> Cow<'p, str> {
        let checked = self.tree.text();
        let mut written = String::new();
        let mut copied = span.start;
        for piece in pieces.filter(|piece| span.covers(piece.to)) {
            let spelling = self
                .placeholders
                .get(piece.placeholder)
                .and_then(|placeholder| placeholder.written.first());
            written.push_str(Span::new(copied, piece.to.start).text(checked));
            written.push_str(spelling.map(String::as_str).unwrap_or_default());
            copied = piece.to.end;
        }
        let rest = Span::new(copied, span.end).text(checked);
        if written.is_empty() {
            Cow::Borrowed(rest)
        } else {
            Cow::Owned(written + rest)
        }
    }

    /// The pieces without a usable value that touch the span.
    fn unfilled_at(&self, span: Span) -> impl Iterator<Item = &Piece> {
        let near = self.pieces_at(span);
        near.filter(|piece| !self.is_settled_piece(piece))
    }

    /// The pieces that touch the span.
    fn pieces_at(&self, span: Span) -> impl Iterator<Item = &Piece> {
        let first = self
            .pieces
            .partition_point(|piece| piece.to.end < span.start);
        let near = self.pieces.iter().skip(first);
        near.take_while(move |piece| piece.to.start <= span.end)
    }

    /// Whether what stands there is a value: one that was entered, or a sample value as it is.
    fn is_settled_piece(&self, piece: &Piece) -> bool {
        let placeholder = self.placeholders.get(piece.placeholder);
        let may_stay = placeholder.is_some_and(|one| one.class != Class::Placeholder);
        match piece.state {
            PieceState::Filled => true,
            PieceState::Unfilled => may_stay,
            PieceState::Invalid => false,
        }
    }

    fn is_deep(&self, node: NodeId) -> bool {
        std::iter::successors(Some(node), |node| self.tree.parent(*node))
            .nth(DEEPEST_PATH)
            .is_some()
    }
}

/// The id of the type of placeholder that accepts any text.
const FREE_TEXT: &str = "free-text";

/// Twice the depth of a condition value in a list, counted in nodes.
const DEEPEST_PATH: usize = 32;

fn hides_members(kind: SyntaxErrorKind) -> bool {
    use SyntaxErrorKind as Kind;
    matches!(
        kind,
        Kind::MissingColon
            | Kind::ExtraColon
            | Kind::MissingKey
            | Kind::MissingValue
            | Kind::MissingOpeningBracket
            | Kind::MissingClosingBracket
            | Kind::SurplusClosingBracket
            | Kind::MismatchedClosingBracket
            | Kind::MissingOpeningQuote
            | Kind::UnterminatedString
            | Kind::Elision
    )
}
