//! The catalogue of AWS Config managed rules, and the words they are written in.

mod check;
mod items;
mod page;
mod parameters;
mod partial;
mod property;
mod reference;
mod related;
mod rule;
mod subject;
mod tags;
mod truth;
mod verdict;
mod version;
mod wanted;

#[cfg(test)]
mod tests;

mod apigateway;
mod athena;
mod autoscaling;
mod dax;
mod dms;
mod docdb;
mod ec2;
mod efs;
mod elasticache;
mod elasticsearch;
mod emr;
mod families;
mod fsx;
mod glue;
mod kafkaconnect;
mod lambda;
mod msk;
mod neptune;
mod opensearchserverless;
mod opensearchservice;
mod rds;
mod redshift;
mod redshiftserverless;
mod s3;
mod sns;

pub use check::{
    Check, all_of, any_of, each_item, follow, function, has_type, never, not, parameter_contains,
    parameter_is_given, some_item, tagged, undecided, when, when_parameter,
};
pub use items::Quantifier;
pub use parameters::InputParameters;
pub use property::{Property, property};
pub use reference::refers_to;
pub use related::{Related, related};
pub use rule::{Certainty, Parameter, ParameterType, Rule, Severity, Trigger};
pub use subject::{Neighbourhood, Place, Subject};
pub use tags::TagPlace;
pub use truth::{Evidence, Found, Truth};
pub use verdict::{Compliance, Verdict};
pub use wanted::Wanted;

/// All rules, service by service.
static SERVICES: &[&[&Rule]] = &[
    apigateway::RULES,
    athena::RULES,
    autoscaling::RULES,
    dax::RULES,
    dms::RULES,
    docdb::RULES,
    ec2::RULES,
    efs::RULES,
    elasticache::RULES,
    elasticsearch::RULES,
    emr::RULES,
    fsx::RULES,
    glue::RULES,
    kafkaconnect::RULES,
    lambda::RULES,
    msk::RULES,
    neptune::RULES,
    opensearchserverless::RULES,
    opensearchservice::RULES,
    rds::RULES,
    redshift::RULES,
    redshiftserverless::RULES,
    s3::RULES,
    sns::RULES,
    families::tagged::RULES,
    families::tagged_exceptions::RULES,
    families::described::RULES,
];

/// All rules, in the order of the services.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SERVICES.iter().flat_map(|rules| rules.iter().copied())
}

/// The rule with this identifier (`RDS_STORAGE_ENCRYPTED`) or rule name (`rds-storage-encrypted`).
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.identifier == name || rule.name == name)
}
