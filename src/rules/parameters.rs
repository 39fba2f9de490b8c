//! The input parameters that a rule is evaluated with.

use super::rule::{ParameterType, Rule};
use std::borrow::Cow;

/// A rule's input parameters, as AWS Config holds them: names and texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputParameters {
    values: Vec<(Cow<'static, str>, String)>,
}

impl InputParameters {
    /// The parameters that `rule` goes by when none is given: its defaults.
    pub fn defaults(rule: &Rule) -> Self {
        let values = rule
            .parameters
            .iter()
            .filter_map(|parameter| Some((parameter.name.into(), parameter.default?.to_owned())))
            .collect();
        Self { values }
    }

    /// Sets a parameter of `rule`.
    ///
    /// # Errors
    /// A message that says what was found and what was expected, if the rule has no such parameter or the
    /// value is not of the parameter's type.
    pub fn set(&mut self, rule: &Rule, name: &str, value: &str) -> Result<(), String> {
        let Some(parameter) = rule.parameter(name) else {
            let known: Vec<_> = rule.parameters.iter().map(|parameter| parameter.name).collect();
            return Err(match known.as_slice() {
                [] => format!("the rule {} has no parameter {name}: it takes none", rule.name),
                _ => format!("the rule {} has no parameter {name}: it takes {}", rule.name, known.join(", ")),
            });
        };
        let wanted = match parameter.parameter_type {
            ParameterType::Int if value.trim().parse::<i64>().is_err() => Some("a whole number"),
            ParameterType::Double if value.trim().parse::<f64>().is_err() => Some("a number"),
            ParameterType::Boolean
                if !matches!(value.trim().to_ascii_lowercase().as_str(), "true" | "false") =>
            {
                Some("true or false")
            }
            _ => None,
        };
        if let Some(wanted) = wanted {
            return Err(format!(
                "the parameter {name} of the rule {} has to be {wanted}, not `{value}`",
                rule.name
            ));
        }
        self.values.retain(|(existing, _)| *existing != parameter.name);
        self.values.push((parameter.name.into(), value.to_owned()));
        Ok(())
    }

    /// Parameters as an account holds them, whatever their names: nothing is checked.
    pub fn of_account(values: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { values: values.into_iter().map(|(name, value)| (name.into(), value)).collect() }
    }

    /// The value of a parameter; blank text counts as not given.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(existing, _)| *existing == name).map(|(_, value)| value)
    }

    /// The parameters that are given.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(name, value)| (&**name, value.as_str()))
    }
}
