//! A single rule on the command line: `NAME[:KEY=VALUE,…]`.

use super::applied::AppliedRule;
use super::entry::{Entry, Place};
use crate::rules::{self, InputParameters, Rule};

/// A rule that is named on its own, with parameters.
#[derive(Clone, Debug)]
pub struct RuleArgument {
    text: String,
    name: String,
    parameters: Vec<(String, String)>,
}

impl RuleArgument {
    /// Reads `NAME[:KEY=VALUE,…]`. A comma belongs to the value unless another `KEY=` follows.
    ///
    /// # Errors
    /// A message, if what follows the colon is no list of `KEY=VALUE`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, settings) = text.split_once(':').unwrap_or((text, ""));
        let parameters = key_values(settings)
            .map_err(|found| format!("--rule {text}: expected KEY=VALUE after the colon, found `{found}`"))?;
        Ok(RuleArgument { text: text.into(), name: name.into(), parameters })
    }

    /// The input parameters that it gives, in the order written.
    pub fn parameters(&self) -> &[(String, String)] {
        &self.parameters
    }

    /// Adds the rule to `entries`, or gives the parameters to the rules of that name that are there.
    pub(super) fn apply(&self, entries: &mut Vec<Entry>) -> Result<(), String> {
        let mut found = false;
        for entry in entries.iter_mut().filter(|entry| entry.rule.is_called(&self.name)) {
            if matches!(entry.place, Place::Argument(_)) {
                return Err(format!("--rule names {} more than once", entry.rule.name));
            }
            found = true;
            self.set(entry)?;
        }
        if !found {
            let rule = find(&self.name)?;
            let applied = AppliedRule::managed(rule, InputParameters::defaults(rule));
            let mut entry = Entry::new(applied, Place::Argument(self.text.clone()));
            self.set(&mut entry)?;
            entries.push(entry);
        }
        Ok(())
    }

    fn set(&self, entry: &mut Entry) -> Result<(), String> {
        let Some(rule) = entry.rule.managed else {
            return match self.parameters.first() {
                Some((name, _)) => Err(format!(
                    "--rule {}: cfn-gate doesn't know the rule {}, so it can't give it the parameter {name}",
                    self.text, entry.rule.name
                )),
                None => Ok(()),
            };
        };
        for (name, value) in &self.parameters {
            entry
                .rule
                .parameters
                .set(rule, name, value)
                .map_err(|message| format!("--rule {}: {message}", self.text))?;
            entry.open_parameters.retain(|(open, _)| open != name);
        }
        Ok(())
    }
}

/// The managed rule that `name` names.
///
/// # Errors
/// A message that says which name was probably meant.
pub fn find(name: &str) -> Result<&'static Rule, String> {
    rules::find(name).ok_or_else(|| {
        let help = match rules::nearest(name) {
            Some(rule) if name.contains('_') => format!("did you mean `{}`?", rule.identifier),
            Some(rule) => format!("did you mean `{}`?", rule.name),
            None => "`cfn-gate rules list --all` lists the rules that there are".to_owned(),
        };
        format!("there is no rule `{name}`\n  {help}")
    })
}

/// Splits `a=1,b=2,3` into `a` = `1` and `b` = `2,3`.
fn key_values(settings: &str) -> Result<Vec<(String, String)>, &str> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    if settings.is_empty() {
        return Ok(pairs);
    }
    for piece in settings.split(',') {
        let is_key =
            |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        match (piece.split_once('='), pairs.last_mut()) {
            (Some((key, value)), _) if is_key(key.trim()) => pairs.push((key.trim().into(), value.into())),
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
        let wanted = [("one", "1"), ("two", "a,b,arn:x:y/z="), ("three", "")];
        assert_eq!(pairs, wanted.map(|(key, value)| (key.to_owned(), value.to_owned())));
        assert_eq!(key_values(""), Ok(vec![]));
        assert_eq!(key_values("1"), Err("1"));
    }
}
