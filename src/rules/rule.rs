//! What a rule is: AWS's own words for it, and the checks that decide it.

use super::Check;

/// A managed rule of AWS Config.
///
/// A rule is a value: everything that is said of it (the verdict, the annotation, its page in the
/// documentation) comes from these fields.
#[derive(Debug)]
pub struct Rule {
    /// AWS's identifier: `S3_BUCKET_LOGGING_ENABLED`.
    pub identifier: &'static str,
    /// AWS's rule name: `s3-bucket-logging-enabled`. Not always the identifier in lower case.
    pub name: &'static str,
    /// What its verdict comes from; only [`DecidedBy::Template`] has checks and examples.
    pub decided_by: DecidedBy,
    /// The CloudFormation resource types that it judges, or AWS Config's name for a type that CloudFormation
    /// doesn't have. Empty for a rule about the account.
    pub resource_types: &'static [&'static str],
    /// When AWS Config runs it after deployment.
    pub trigger: Trigger,
    /// AWS has at some time offered it in proactive mode (`StartResourceEvaluation`).
    pub proactive: bool,
    /// How bad a violation is; Security Hub's severity where the rule has a control there.
    pub severity: Severity,
    /// The Security Hub controls that use it: `S3.9`.
    pub security_hub: &'static [&'static str],
    /// Its input parameters.
    pub parameters: &'static [Parameter],
    /// What should be so, in one sentence: "Server access logging should be on for S3 buckets."
    pub summary: &'static str,
    /// Why it matters, how absent properties are read and why, what stays open. Markdown.
    pub details: &'static str,
    /// How to mend a violation, as an imperative sentence: "Set `StorageEncrypted` to true."
    pub fix: &'static str,
    /// The Systems Manager runbook that AWS offers for it.
    pub remediation_document: Option<&'static str>,
    /// How sure the logic is.
    pub certainty: Certainty,
    /// Where this is false, the rule says NOT_APPLICABLE.
    pub applies_when: Check,
    /// Where this is true, the rule says COMPLIANT.
    pub compliant_when: Check,
    /// Resources (the part below `Resources:`, in YAML) that comply. A test judges them.
    pub compliant_example: &'static str,
    /// Resources (the part below `Resources:`, in YAML) that do not. A test judges them.
    pub noncompliant_example: &'static str,
    /// The parameters that the examples are judged with: a required parameter may have no default.
    pub example_parameters: &'static [(&'static str, &'static str)],
}

impl Rule {
    /// What most rules have in common, for `..Rule::BASE`.
    pub const BASE: Rule = Rule {
        identifier: "",
        name: "",
        decided_by: DecidedBy::Template,
        resource_types: &[],
        trigger: Trigger::ConfigurationChange,
        proactive: false,
        severity: Severity::Medium,
        security_hub: &[],
        parameters: &[],
        summary: "",
        details: "",
        fix: "",
        remediation_document: None,
        certainty: Certainty::Documented,
        applies_when: Check::ALWAYS,
        compliant_when: Check::ALWAYS,
        compliant_example: "",
        noncompliant_example: "",
        example_parameters: &[],
    };

    /// The rule's page in the AWS Config Developer Guide.
    pub fn documentation_url(&self) -> String {
        format!("https://docs.aws.amazon.com/config/latest/developerguide/{}.html", self.name)
    }

    /// Whether cfn-gate gives verdicts on it.
    pub fn is_implemented(&self) -> bool {
        self.decided_by == DecidedBy::Template
    }

    /// The services that it is about, as CloudFormation names them in its types: `S3`. For a rule about the
    /// account, the first word of its name.
    pub fn services(&self) -> impl Iterator<Item = &'static str> + use<> {
        let of_account =
            self.resource_types.is_empty().then(|| self.name.split('-').next().unwrap_or_default());
        self.resource_types.iter().filter_map(|name| name.split("::").nth(1)).chain(of_account)
    }

    /// The parameter with this name, as AWS spells it.
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }
}

/// What the verdict of a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// The template, before deployment.
    Template,
    /// What exists only after deployment: time, use, live state. Why a template can't tell, in one sentence
    /// without a full stop.
    Runtime(&'static str),
    /// The account as a whole. Why a template can't tell, in one sentence without a full stop.
    Account(&'static str),
}

impl DecidedBy {
    /// In a word or two.
    pub const fn as_str(self) -> &'static str {
        match self {
            DecidedBy::Template => "template",
            DecidedBy::Runtime(_) => "runtime",
            DecidedBy::Account(_) => "account",
        }
    }

    /// Why no template can decide it, if so, in one sentence without a full stop.
    pub const fn reason(self) -> Option<&'static str> {
        match self {
            DecidedBy::Runtime(why) | DecidedBy::Account(why) => Some(why),
            DecidedBy::Template => None,
        }
    }
}

/// An input parameter of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// AWS's name for it: `kmsKeyIds`.
    pub name: &'static str,
    /// What its text has to look like.
    pub parameter_type: ParameterType,
    /// AWS refuses the rule without it.
    pub required: bool,
    /// The value that the rule goes by when none is given. For a required parameter this is the value
    /// that Security Hub passes, or the console's suggestion; the description says which.
    pub default: Option<&'static str>,
    /// What it means.
    pub description: &'static str,
}

/// The type of a rule's input parameter, in AWS's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterType {
    /// Text.
    String,
    /// A whole number.
    Int,
    /// A number.
    Double,
    /// `true` or `false`, in any case.
    Boolean,
    /// A comma-separated list.
    Csv,
    /// Keys and texts, written as the rule's page says.
    StringMap,
}

/// When AWS Config evaluates a rule in detective mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// When a resource in scope changes.
    ConfigurationChange,
    /// At intervals.
    Periodic,
    /// Both.
    Hybrid,
}

/// How bad a violation is, as Security Hub grades controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// LOW
    Low,
    /// MEDIUM
    Medium,
    /// HIGH
    High,
    /// CRITICAL
    Critical,
}

impl Severity {
    /// All of them, the mildest first.
    pub const ALL: [Severity; 4] = [Severity::Low, Severity::Medium, Severity::High, Severity::Critical];

    /// The severity with this name, in any case.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.as_str().eq_ignore_ascii_case(name))
    }

    /// Security Hub's word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Low => "LOW",
            Severity::Medium => "MEDIUM",
            Severity::High => "HIGH",
            Severity::Critical => "CRITICAL",
        }
    }
}

/// How sure the logic of a rule is. AWS publishes what its rules check, never how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// AWS's page on the rule says so.
    Documented,
    /// Common knowledge of the field.
    Known,
    /// Our reading; the details say what is uncertain.
    Guess,
}
