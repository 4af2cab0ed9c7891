//! What the page says beside the policy: notices, a refusal, and what to do after a copy.

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// What was asked for is done.
    Success,
    /// It is not, or with a reservation.
    Warning,
}

/// One line about what just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// A sentence or two.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// Different for every notice, so that the same sentence twice is said twice.
    pub id: u64,
}

/// Text that held a credential and was kept out; the credential itself is in none of the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What was found and what happened, in sentences.
    pub reason: String,
    /// The text with the secret cut out; `None` where no cut makes it harmless.
    pub cut: Option<String>,
    /// What the text was meant for.
    pub target: RefusalTarget,
}

/// What a refused text was meant for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusalTarget {
    /// A document of its own.
    Document {
        /// What the document was to be called; `None` derives a name.
        name: Option<String>,
    },
    /// The text of the active document, whole.
    Text,
    /// The value of the placeholder with this name.
    Value {
        /// The placeholder's name.
        name: String,
    },
    /// The name of a document.
    Name {
        /// The document's id.
        document: u32,
    },
    /// The text that the active policy is compared with.
    Compared,
    /// The search for templates.
    Search,
    /// The reason why a finding is accepted.
    Reason,
}

/// Where the active policy is to be pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastingSteps {
    /// The steps in the console, in order.
    pub steps: Vec<String>,
    /// The page of the partition's console where they begin.
    pub console_url: Option<String>,
    /// What the link to the console says.
    pub console_label: String,
}
