//! The catalogue of AWS Config managed rules, and the words they are written in.

mod check;
mod items;
mod page;
mod parameters;
mod partial;
pub mod policy;
mod property;
mod reference;
mod related;
mod rule;
mod schedule;
mod subject;
mod tags;
mod truth;
mod verdict;
mod wanted;

mod acmpca;
mod apigateway;
mod autoscaling;
mod backup;
mod certificatemanager;
mod cloudformation;
mod cloudtrail;
mod cloudwatch;
mod dynamodb;
mod ec2;
mod elasticsearch;
mod events;
mod eventschemas;
mod families;
mod iam;
mod kinesis;
mod kinesisfirehose;
mod kinesisvideo;
mod kms;
mod lambda;
mod logs;
mod rds;
mod redshift;
mod route53;
mod s3;
mod s3express;
mod secretsmanager;
mod sns;
mod sqs;
mod stepfunctions;

pub use check::{
    Check, all_of, any_of, each_item, follow, function, never, no_statement, not, parameter_contains,
    parameter_is_given, parameter_is_true, some_item, some_statement, tagged, undecided, when,
    when_parameter,
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
    acmpca::RULES,
    apigateway::RULES,
    autoscaling::RULES,
    backup::RULES,
    certificatemanager::RULES,
    cloudformation::RULES,
    cloudtrail::RULES,
    cloudwatch::RULES,
    dynamodb::RULES,
    ec2::RULES,
    elasticsearch::RULES,
    events::RULES,
    eventschemas::RULES,
    iam::RULES,
    kinesis::RULES,
    kinesisfirehose::RULES,
    kinesisvideo::RULES,
    kms::RULES,
    lambda::RULES,
    logs::RULES,
    rds::RULES,
    redshift::RULES,
    route53::RULES,
    s3::RULES,
    s3express::RULES,
    secretsmanager::RULES,
    sns::RULES,
    sqs::RULES,
    stepfunctions::RULES,
    families::tagged::RULES,
    families::tagged_exceptions::RULES,
    families::described::RULES,
    families::required_tags::RULES,
];

/// All rules, in the order of the services.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SERVICES.iter().flat_map(|rules| rules.iter().copied())
}

/// The rule with this identifier (`RDS_STORAGE_ENCRYPTED`) or rule name (`rds-storage-encrypted`).
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.identifier == name || rule.name == name)
}
