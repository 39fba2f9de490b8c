//! Which rules are applied, and with which input parameters: `--rule` and `--skip-rule`.

use super::problem::Problem;
use cfn_gate::evaluate::AppliedRule;
use cfn_gate::rules::{self, InputParameters, Rule};
use clap::Args;

/// The rules to apply.
#[derive(Args, Debug)]
pub struct RuleSet {
    /// Apply exactly this rule; repeat it for more
    ///
    /// NAME is AWS's rule name (s3-bucket-logging-enabled) or identifier (S3_BUCKET_LOGGING_ENABLED). Input parameters follow
    /// a colon: lambda-concurrency-check:ConcurrencyLimitLow=10,ConcurrencyLimitHigh=100. Without --rule, all rules
    /// of AWS Config's proactive mode apply: see `cfn-gate rules list`.
    #[arg(long, value_name = "NAME[:KEY=VALUE,…]", help_heading = RULES)]
    rule: Vec<String>,

    /// Leave this rule out; repeat it for more
    #[arg(long, value_name = "NAME", help_heading = RULES)]
    skip_rule: Vec<String>,
}

const RULES: &str = "Rules";

impl RuleSet {
    /// The rules chosen, in the order of the catalogue or of the arguments.
    pub fn rules(&self) -> Result<Vec<AppliedRule>, Problem> {
        let mut chosen: Vec<AppliedRule> = Vec::new();
        if self.rule.is_empty() {
            chosen.extend(
                default_rules().map(|rule| AppliedRule::managed(rule, InputParameters::defaults(rule))),
            );
        }
        for argument in &self.rule {
            let rule = parse(argument)?;
            if chosen.iter().any(|other| other.identifier == rule.identifier) {
                return Err(Problem::new(format!("--rule names {} more than once", rule.name)));
            }
            chosen.push(rule);
        }
        for name in &self.skip_rule {
            let skipped = find(name)?;
            let before = chosen.len();
            chosen.retain(|rule| rule.identifier != skipped.identifier);
            if chosen.len() == before {
                return Err(Problem::new(format!(
                    "--skip-rule {name}: the rule is not among those that would be applied"
                )));
            }
        }
        if chosen.is_empty() {
            return Err(Problem::new("--skip-rule leaves no rule to apply"));
        }
        Ok(chosen)
    }
}

/// The rules that apply when none is named: those that AWS Config has offered in proactive mode.
pub fn default_rules() -> impl Iterator<Item = &'static Rule> {
    rules::all().filter(|rule| rule.proactive)
}

/// The rule that `name` names.
pub fn find(name: &str) -> Result<&'static Rule, Problem> {
    rules::find(name).ok_or_else(|| {
        let help = match nearest(name) {
            Some(rule) if name.contains('_') => format!("did you mean `{}`?", rule.identifier),
            Some(rule) => format!("did you mean `{}`?", rule.name),
            None => "`cfn-gate rules list --all` lists the rules that there are".to_owned(),
        };
        Problem::new(format!("there is no rule `{name}`\n  {help}"))
    })
}

/// The rule that `name` is most likely a misspelling of.
fn nearest(name: &str) -> Option<&'static Rule> {
    const LIKELY: f64 = 0.85;
    let name = name.to_ascii_lowercase().replace('_', "-");
    rules::all()
        .map(|rule| {
            let identifier = rule.identifier.to_ascii_lowercase().replace('_', "-");
            let likeness =
                [rule.name, &identifier].map(|known| strsim::normalized_damerau_levenshtein(&name, known));
            (likeness[0].max(likeness[1]), rule)
        })
        .filter(|(likeness, _)| *likeness >= LIKELY)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, rule)| rule)
}

/// Reads `NAME[:KEY=VALUE,…]`.
fn parse(argument: &str) -> Result<AppliedRule, Problem> {
    let (name, settings) = argument.split_once(':').unwrap_or((argument, ""));
    let rule = find(name)?;
    let mut parameters = InputParameters::defaults(rule);
    for (key, value) in key_values(settings).map_err(|found| {
        Problem::new(format!("--rule {argument}: expected KEY=VALUE after the colon, found `{found}`"))
    })? {
        parameters
            .set(rule, key, &value)
            .map_err(|message| Problem::new(format!("--rule {argument}: {message}")))?;
    }
    if let Some(missing) = rule
        .parameters
        .iter()
        .find(|parameter| parameter.required && parameters.get(parameter.name).is_none())
    {
        return Err(Problem::new(format!(
            "--rule {argument}: the rule needs the parameter {}\n  For example: --rule {}:{}=VALUE",
            missing.name, rule.name, missing.name
        )));
    }
    Ok(AppliedRule::managed(rule, parameters))
}

/// Splits `a=1,b=2,3` into `a` = `1` and `b` = `2,3`: a comma belongs to the value unless another `KEY=`
/// follows.
fn key_values(settings: &str) -> Result<Vec<(&str, String)>, &str> {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    if settings.is_empty() {
        return Ok(pairs);
    }
    for piece in settings.split(',') {
        let is_key =
            |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        match (piece.split_once('='), pairs.last_mut()) {
            (Some((key, value)), _) if is_key(key.trim()) => pairs.push((key.trim(), value.to_owned())),
            (_, Some((_, value))) => {
                value.push(',');
                value.push_str(piece);
            }
            (_, None) => return Err(piece),
        }
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::key_values;

    #[test]
    fn a_comma_belongs_to_the_value_unless_another_key_follows() {
        let pairs = key_values("one=1,two=a,b,arn:x:y/z=,three=").unwrap();
        assert_eq!(pairs, [("one", "1".into()), ("two", "a,b,arn:x:y/z=".into()), ("three", String::new())]);
        assert_eq!(key_values(""), Ok(vec![]));
        assert_eq!(key_values("1"), Err("1"));
    }
}
