//! Which suppressions are heeded: `--no-template-suppressions`, `--suppressions-of`, `--today`.

use cfn_gate::gate::{Date, Gate, Tool};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// Which suppressions are heeded.
#[derive(Args, Debug)]
pub struct Suppressions {
    /// Don't heed what templates and CDK programs suppress
    ///
    /// Whoever may change a template may write a suppression into it. With this, only the configuration decides.
    #[arg(long, help_heading = SUPPRESSIONS)]
    no_template_suppressions: bool,

    /// Heed what templates suppress for these tools, too; separate several by commas
    ///
    /// Their keys in a resource's Metadata: guard.SuppressedRules, cfn_nag.rules_to_suppress, checkov.skip,
    /// cdk_nag.rules_to_suppress. What they name counts where one of the rules here checks the same.
    #[arg(
        long,
        value_name = "TOOL",
        value_delimiter = ',',
        value_parser = tools(),
        conflicts_with = "no_template_suppressions",
        help_heading = SUPPRESSIONS
    )]
    suppressions_of: Vec<Tool>,

    /// The day on which suppressions are looked at, in place of today in UTC: 2027-03-31
    #[arg(long, value_name = "DAY", hide_short_help = true, help_heading = SUPPRESSIONS)]
    today: Option<Date>,
}

const SUPPRESSIONS: &str = "Suppressions";

impl Suppressions {
    /// `gate`, as the arguments say.
    pub fn apply(&self, gate: Gate) -> Gate {
        Gate {
            template_suppressions: !self.no_template_suppressions,
            tools: self.suppressions_of.clone(),
            today: self.today.unwrap_or(gate.today),
            ..gate
        }
    }
}

/// Reads the name of a tool; the help lists them.
fn tools() -> impl TypedValueParser<Value = Tool> {
    PossibleValuesParser::new(Tool::ALL.map(Tool::as_str)).try_map(|name| name.parse::<Tool>())
}
