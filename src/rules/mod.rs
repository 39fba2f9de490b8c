//! The catalogue of AWS Config managed rules, and the words they are written in.

mod check;
mod page;
mod parameters;
mod related;
mod rule;
mod subject;
mod tags;
mod truth;
mod verdict;
mod wanted;

mod families;
mod rds;

pub use check::{
    Check, Property, all_of, any_of, each_item, follow, function, not, property, some_item, tagged, when,
    when_parameter,
};
pub use parameters::InputParameters;
pub use related::{Related, related};
pub use rule::{Certainty, Parameter, ParameterType, Rule, Severity, Trigger};
pub use subject::{Neighbourhood, Place, Subject, refers_to};
pub use tags::TagPlace;
pub use truth::{Evidence, Found, Truth};
pub use verdict::{Compliance, Verdict};
pub use wanted::Wanted;

/// All rules, service by service.
static SERVICES: &[&[&Rule]] =
    &[rds::RULES, families::tagged::RULES, families::tagged_exceptions::RULES, families::described::RULES];

/// All rules, in the order of the services.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SERVICES.iter().flat_map(|rules| rules.iter().copied())
}

/// The rule with this identifier (`RDS_STORAGE_ENCRYPTED`) or rule name (`rds-storage-encrypted`).
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.identifier == name || rule.name == name)
}
