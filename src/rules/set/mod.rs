//! Rule sets: which rules are applied, with which parameters, to which resources.
//!
//! A rule set is put together from sources (built-in sets, files in the format of AWS Config's conformance packs)
//! and single rules. What a template can't decide stays in the set, with the reason: nothing passes in silence.

mod applied;
mod argument;
mod built_in;
mod entry;
mod file;
pub mod fsbp;
mod scope;

pub use applied::AppliedRule;
pub use argument::{RuleArgument, find};
pub use built_in::BuiltIn;
pub use scope::{Scope, Tag};

use super::Severity;
use crate::resolve::Environment;
use crate::template::{Diagnostic, SourceFile};
use entry::Entry;
use std::fmt;
use std::sync::Arc;

/// A rule set.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    /// The rules that get verdicts, in the order of the sources.
    pub rules: Vec<AppliedRule>,
    /// The rules that don't, and why.
    pub undecided: Vec<UndecidedRule>,
}

/// A rule of a set that gets no verdict.
#[derive(Clone, Debug)]
pub struct UndecidedRule {
    /// The rule.
    pub rule: AppliedRule,
    /// Why.
    pub reason: Undecided,
}

/// Why a rule of a set gets no verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// It needs what exists only after deployment. Why, in one sentence without a full stop.
    Runtime(&'static str),
    /// It judges the account as a whole. Why, in one sentence without a full stop.
    Account(&'static str),
    /// cfn-gate knows no managed rule with this identifier.
    UnknownIdentifier,
    /// A custom rule: its logic is a Lambda function or a Guard policy in the account.
    Custom,
    /// The rule set doesn't say enough: in one sentence without a full stop.
    Unclear(String),
}

impl Undecided {
    /// The kinds of reasons, as [`Undecided::kind`] names them.
    pub const KINDS: [&str; 5] = [
        "decided after deployment only",
        "about the account",
        "unknown to cfn-gate",
        "custom",
        "for want of a known parameter",
    ];

    /// The kind of reason, in few words that can follow a number.
    pub fn kind(&self) -> &'static str {
        let index = match self {
            Undecided::Runtime(_) => 0,
            Undecided::Account(_) => 1,
            Undecided::UnknownIdentifier => 2,
            Undecided::Custom => 3,
            Undecided::Unclear(_) => 4,
        };
        Self::KINDS[index]
    }
}

impl fmt::Display for Undecided {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Undecided::Runtime(why) | Undecided::Account(why) => why,
            Undecided::UnknownIdentifier => "cfn-gate knows no managed rule with this identifier",
            Undecided::Custom => "the logic of a custom rule is in the account",
            Undecided::Unclear(why) => why,
        })
    }
}

/// What rules are taken from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A rule set that cfn-gate brings along.
    BuiltIn(BuiltIn),
    /// A file in the format of a conformance pack.
    File(SourceFile),
}

/// What is wrong with a rule set.
#[derive(Clone, Debug)]
pub enum Error {
    /// With how it was put together: a message.
    Selection(String),
    /// With a file: the files that the diagnostics point into.
    File {
        /// The files: the rule set first, then what it includes.
        files: Vec<Arc<SourceFile>>,
        /// What is wrong.
        diagnostic: Diagnostic,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Selection(message) => formatter.write_str(message),
            Error::File { files, diagnostic } => {
                let name = files.get(usize::from(diagnostic.span.file.0)).map_or("", |file| &file.name);
                write!(formatter, "{name}:{}: {}", diagnostic.span, diagnostic.message)?;
                match &diagnostic.help {
                    Some(help) => write!(formatter, "\n  {help}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl RuleSet {
    /// Puts a rule set together.
    ///
    /// `rules` are added to the sources; a rule that they hold already gets the parameters instead. Without a
    /// source they are the whole set. `skipped` are names of rules that are taken away again. `environment`
    /// says what is known of the account; its parameters play no part.
    ///
    /// # Errors
    /// All that is wrong with the files, or the first thing that is wrong with the rest.
    pub fn choose(
        sources: &[Source],
        rules: &[RuleArgument],
        skipped: &[String],
        environment: &Environment,
    ) -> Result<RuleSet, Vec<Error>> {
        Self::choose_where(sources, rules, skipped, &[], environment)
    }

    /// The same, without the rules that are called one of `absent` as well: no error if there are none.
    ///
    /// # Errors
    /// As [`RuleSet::choose`] has them.
    pub fn choose_where(
        sources: &[Source],
        rules: &[RuleArgument],
        skipped: &[String],
        absent: &[String],
        environment: &Environment,
    ) -> Result<RuleSet, Vec<Error>> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut errors = Vec::new();
        for source in sources {
            match source {
                Source::BuiltIn(set) => entry::add_all(&mut entries, Entry::all_of(*set)),
                Source::File(file) => match file::read(file, environment) {
                    Ok(read) => entry::add_all(&mut entries, read),
                    Err(mut found) => errors.append(&mut found),
                },
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let select = |message: String| vec![Error::Selection(message)];
        for rule in rules {
            rule.apply(&mut entries).map_err(select)?;
        }
        for name in skipped {
            skip(&mut entries, name).map_err(select)?;
        }
        entries.retain(|entry| !absent.iter().any(|name| entry.rule.is_called(name)));
        errors.extend(entries.iter().filter_map(Entry::missing_parameter));
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut set = RuleSet::default();
        for entry in entries {
            match entry.undecided() {
                Some(reason) => set.undecided.push(UndecidedRule { rule: entry.rule, reason }),
                None => set.rules.push(entry.rule),
            }
        }
        match set.decides_nothing() {
            Some(_) if set.undecided.is_empty() && !skipped.is_empty() => {
                Err(select("--skip-rule leaves no rule to apply".into()))
            }
            // Who names a rule wants its verdict; a pack may hold whatever it holds.
            Some(why) if sources.is_empty() => Err(select(why)),
            _ => Ok(set),
        }
    }

    /// Keeps the rules whose violations are at least this bad.
    ///
    /// # Errors
    /// A message, if no rule is left.
    pub fn at_least(mut self, severity: Severity) -> Result<RuleSet, String> {
        self.rules.retain(|rule| rule.severity() >= severity);
        self.undecided.retain(|undecided| undecided.rule.severity() >= severity);
        match (self.rules.is_empty(), self.undecided.is_empty()) {
            (true, true) => Err(format!("no rule has the severity {} or more", severity.as_str())),
            _ => Ok(self),
        }
    }

    /// What to warn of if no rule of the set gets a verdict, so that nothing can fail the gate.
    pub fn decides_nothing(&self) -> Option<String> {
        match (self.rules.as_slice(), self.undecided.as_slice()) {
            ([], []) => Some("the rule set is empty: the conditions of all of its rules are false".into()),
            ([], [only]) => Some(format!(
                "the only rule, {}, can't be decided from a template: {}",
                only.rule.name, only.reason
            )),
            ([], undecided) => Some(format!(
                "none of the {} rules of the set can be decided from a template",
                undecided.len()
            )),
            _ => None,
        }
    }
}

/// Takes a rule away.
fn skip(entries: &mut Vec<Entry>, name: &str) -> Result<(), String> {
    let before = entries.len();
    entries.retain(|entry| !entry.rule.is_called(name));
    if entries.len() < before {
        return Ok(());
    }
    find(name)?;
    Err(format!("--skip-rule {name}: the rule is not among those that would be applied"))
}
