//! The catalogue of AWS Config managed rules, and the words they are written in.

mod catalogue;
mod check;
mod items;
mod page;
mod parameters;
mod partial;
mod property;
mod reference;
mod related;
mod rule;
pub mod set;
mod subject;
mod tags;
mod truth;
mod verdict;
mod wanted;

#[cfg(test)]
mod tests;

mod apigateway;
mod autoscaling;
mod ec2;
mod elasticsearch;
mod families;
mod lambda;
mod rds;
mod redshift;
mod s3;
mod sns;

pub use check::{
    Check, all_of, any_of, each_item, follow, function, never, not, parameter_contains, parameter_is_given,
    some_item, tagged, when, when_parameter,
};
pub use items::Quantifier;
pub use parameters::InputParameters;
pub use property::{Property, property};
pub use reference::refers_to;
pub use related::{Related, related};
pub use rule::{Certainty, DecidedBy, Parameter, ParameterType, Rule, Severity, Trigger};
pub use subject::{Neighbourhood, Place, Subject};
pub use tags::TagPlace;
pub use truth::{Evidence, Found, Truth};
pub use verdict::{Compliance, Verdict};
pub use wanted::Wanted;

use std::collections::HashMap;
use std::sync::LazyLock;

/// The rules that cfn-gate decides, service by service.
static SERVICES: &[&[&Rule]] = &[
    apigateway::RULES,
    autoscaling::RULES,
    ec2::RULES,
    elasticsearch::RULES,
    lambda::RULES,
    rds::RULES,
    redshift::RULES,
    s3::RULES,
    sns::RULES,
    families::tagged::RULES,
    families::tagged_exceptions::RULES,
    families::described::RULES,
];

/// The rules that it only knows of.
static OTHERS: &[&[&Rule]] = &[catalogue::RUNTIME, catalogue::ACCOUNT, catalogue::PENDING];

/// Every rule that AWS documents, the implemented ones first.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SERVICES.iter().chain(OTHERS).flat_map(|rules| rules.iter().copied())
}

/// The rules that cfn-gate gives verdicts on, in the order of the services.
pub fn implemented() -> impl Iterator<Item = &'static Rule> {
    SERVICES.iter().flat_map(|rules| rules.iter().copied())
}

/// The rule with this identifier (`RDS_STORAGE_ENCRYPTED`) or rule name (`rds-storage-encrypted`).
pub fn find(name: &str) -> Option<&'static Rule> {
    static BY_NAME: LazyLock<HashMap<&str, &Rule>> =
        LazyLock::new(|| all().flat_map(|rule| [(rule.identifier, rule), (rule.name, rule)]).collect());
    BY_NAME.get(name).copied()
}

/// The rule whose identifier or name `name` is most likely a misspelling of.
pub fn nearest(name: &str) -> Option<&'static Rule> {
    /// Longer ones are no slip of the fingers, and comparing takes time that grows with the length.
    const LONGEST: usize = 100;
    const LIKELY: f64 = 0.85;
    if name.len() > LONGEST {
        return None;
    }
    let name = name.to_ascii_lowercase().replace('_', "-");
    all()
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
