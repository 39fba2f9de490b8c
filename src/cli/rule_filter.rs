//! Which rules `cfn-gate rules list` shows.

use super::rule_set;
use cfn_gate::rules::set::BuiltIn;
use cfn_gate::rules::{Rule, Severity};
use clap::Args;
use clap::builder::PossibleValuesParser;

/// Which rules to list; all that is given has to hold.
#[derive(Args, Debug)]
pub struct Filter {
    /// Rules that judge resources of this type, for example AWS::S3::Bucket
    #[arg(long = "type", value_name = "TYPE")]
    resource_type: Option<String>,

    /// Rules about this service, for example s3
    #[arg(long, value_name = "SERVICE")]
    service: Option<String>,

    /// Rules that a template can decide, or that it can't
    #[arg(long, value_name = "YES|NO", value_parser = PossibleValuesParser::new(["yes", "no"]))]
    decidable: Option<String>,

    /// Rules of this evaluation mode of AWS Config: proactive, or detective (all of them)
    #[arg(long, value_name = "MODE", value_parser = PossibleValuesParser::new(["proactive", "detective"]))]
    mode: Option<String>,

    /// Rules of this severity or worse
    #[arg(long, value_name = "LEVEL", value_parser = rule_set::severity())]
    severity: Option<Severity>,

    /// Rules behind this control of Security Hub, for example S3.9; `fsbp` for those of the standard
    #[arg(long, value_name = "CONTROL")]
    control: Option<String>,
}

impl Filter {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        let Filter { resource_type, service, decidable, mode, severity, control } = self;
        [resource_type, service, decidable, mode, control].into_iter().all(Option::is_none)
            && severity.is_none()
    }

    /// Whether `rule` is what was asked for.
    pub fn lets_through(&self, rule: &Rule) -> bool {
        let Filter { resource_type, service, decidable, mode, severity, control } = self;
        let is_same = |wanted: &str, found: &str| wanted.eq_ignore_ascii_case(found);
        let is_behind = |wanted: &str| match wanted {
            "fsbp" => BuiltIn::Fsbp.contains(rule),
            _ => rule.security_hub.iter().any(|found| is_same(wanted, found)),
        };
        let judges = |wanted: &str| rule.resource_types.iter().any(|found| is_same(wanted, found));
        resource_type.as_deref().is_none_or(judges)
            && service.as_ref().is_none_or(|wanted| rule.services().any(|found| is_same(wanted, found)))
            && decidable.as_ref().is_none_or(|wanted| (wanted == "yes") == rule.is_implemented())
            && mode.as_ref().is_none_or(|wanted| wanted == "detective" || rule.proactive)
            && severity.is_none_or(|wanted| rule.severity >= wanted)
            && control.as_deref().is_none_or(is_behind)
    }
}
