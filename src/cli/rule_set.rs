//! Which rules are applied, and with which input parameters: `--rules`, `--rule`, `--skip-rule`, `--severity`.

use super::problem::Problem;
#[cfg(feature = "aws")]
use cfn_gate::evaluate::aws::RuleFilter;
use cfn_gate::resolve::Environment;
use cfn_gate::rules::set::{BuiltIn, RuleArgument, RuleSet, Source};
use cfn_gate::rules::{self, Rule, Severity};
use cfn_gate::source;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

/// The rules to apply.
#[derive(Args, Clone, Debug)]
pub struct Choice {
    /// Apply the rules of this set; repeat it for more [default: proactive]
    ///
    /// A set is proactive (the rules that AWS Config has offered in proactive mode), fsbp (those behind AWS
    /// Foundational Security Best Practices in Security Hub, with the parameters that Security Hub passes), all, or a
    /// file in the format of AWS Config's conformance packs; of a directory, every file in it.
    #[arg(long, value_name = "SET|FILE", help_heading = RULES)]
    pub(super) rules: Vec<PathBuf>,

    /// Apply this rule; repeat it for more
    ///
    /// Alone, exactly these rules apply. Beside --rules they are added to the set; one that the set holds already gets
    /// the parameters. NAME is AWS's rule name (s3-bucket-logging-enabled) or identifier (S3_BUCKET_LOGGING_ENABLED). Input
    /// parameters follow a colon: lambda-concurrency-check:ConcurrencyLimitLow=10,ConcurrencyLimitHigh=100.
    #[arg(long, value_name = "NAME[:KEY=VALUE,…]", help_heading = RULES)]
    pub(super) rule: Vec<String>,

    /// Leave this rule out; repeat it for more
    #[arg(long, value_name = "NAME", help_heading = RULES)]
    pub(super) skip_rule: Vec<String>,

    /// Apply only rules of this severity or worse
    #[arg(long, value_name = "LEVEL", value_parser = severity(), help_heading = RULES)]
    pub(super) severity: Option<Severity>,

    /// Rules to leave out that need not be among those that apply.
    #[arg(skip)]
    pub(super) absent: Vec<String>,
}

const RULES: &str = "Rules";

impl Choice {
    /// Whether the arguments choose rules.
    #[cfg(feature = "aws")]
    pub fn is_given(&self) -> bool {
        let lists = [self.rules.is_empty(), self.rule.is_empty(), self.skip_rule.is_empty()];
        lists.contains(&false) || self.severity.is_some()
    }

    /// Which of an account's rules count.
    ///
    /// # Errors
    /// If the arguments choose other rules than the account's, or other parameters than theirs.
    #[cfg(feature = "aws")]
    pub fn of_account(&self) -> Result<RuleFilter, Problem> {
        if !self.rules.is_empty() {
            return Err(Problem::new(
                "--rules chooses rules for the embedded engine; the AWS engine applies those that are in proactive mode in the \
                 account: choose among them with --rule, --skip-rule and --severity",
            ));
        }
        if let Some(rule) = self.rule.iter().find(|rule| rule.contains(':')) {
            return Err(Problem::new(format!(
                "--rule {rule}: with --engine aws a rule has the parameters that it has in the account; name the rule alone"
            )));
        }
        Ok(RuleFilter { only: self.rule.clone(), skip: self.skip_rule.clone(), severity: self.severity })
    }

    /// The rules chosen, in the order of the sets and of the arguments.
    pub fn set(&self, environment: &Environment) -> Result<RuleSet, Problem> {
        let mut sources = Vec::new();
        for name in &self.rules {
            match name.to_str().and_then(BuiltIn::named) {
                Some(set) => sources.push(Source::BuiltIn(set)),
                None => sources.extend(files(name)?),
            }
        }
        if sources.is_empty() && self.rule.is_empty() {
            sources.push(Source::BuiltIn(BuiltIn::Proactive));
        }
        let rules: Result<Vec<_>, _> = self.rule.iter().map(|text| RuleArgument::parse(text)).collect();
        let rules = rules.map_err(Problem::new)?;
        let set = RuleSet::choose_where(&sources, &rules, &self.skip_rule, &self.absent, environment)
            .map_err(|errors| Problem::all(&errors))?;
        match self.severity {
            Some(severity) => set.at_least(severity).map_err(Problem::new),
            None => Ok(set),
        }
    }

    /// Adds a rule as `--rule` takes it, in the place of one that is there already.
    pub(super) fn add(&mut self, text: &str) {
        let identity = |text: &str| {
            let name = text.split(':').next().unwrap_or(text);
            rules::find(name).map_or_else(|| name.to_owned(), |rule| rule.identifier.to_owned())
        };
        self.rule.retain(|other| identity(other) != identity(text));
        self.rule.push(text.to_owned());
    }

    /// Whether the built-in set is among those that are applied.
    pub fn names(&self, set: BuiltIn) -> bool {
        self.rules.iter().any(|name| name.as_os_str() == set.as_str())
    }
}

/// Reads the file, or the files of the directory.
fn files(path: &PathBuf) -> Result<Vec<Source>, Problem> {
    let read = source::read(std::slice::from_ref(path)).map_err(|_| {
        let sets = BuiltIn::ALL.map(BuiltIn::as_str).join(", ");
        Problem::new(format!("--rules {}: there is no such file, nor such a set: {sets}", path.display()))
    })?;
    if read.is_empty() {
        return Err(Problem::new(format!("--rules {}: no rule set is in it", path.display())));
    }
    read.into_iter()
        .map(|source| match source.text {
            Ok(file) => Ok(Source::File(file)),
            Err(reason) => Err(Problem::new(format!("--rules {}: {reason}", source.name))),
        })
        .collect()
}

/// Reads a severity.
pub fn severity() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(["low", "medium", "high", "critical"])
        .try_map(|name| Severity::named(&name).ok_or("no such severity"))
}

/// The rule that `name` names.
pub fn find(name: &str) -> Result<&'static Rule, Problem> {
    rules::set::find(name).map_err(Problem::new)
}
