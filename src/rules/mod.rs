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
mod wanted;

#[cfg(test)]
mod tests;

mod amazonmq;
mod amplify;
mod apigateway;
mod appconfig;
mod appflow;
mod appintegrations;
mod apprunner;
mod appstream;
mod autoscaling;
mod batch;
mod bedrockagentcore;
mod codebuild;
mod codedeploy;
mod codepipeline;
mod cognito;
mod connect;
mod customerprofiles;
mod datasync;
mod ec2;
mod elasticbeanstalk;
mod elasticsearch;
mod families;
mod fis;
mod guardduty;
mod imagebuilder;
mod iot;
mod ivs;
mod lambda;
mod lightsail;
mod rds;
mod redshift;
mod rum;
mod s3;
mod sagemaker;
mod servicecatalog;
mod ses;
mod sns;
mod transfer;
mod workspaces;

pub use check::{
    Check, all_of, any_of, each_item, follow, function, never, not, parameter_contains, parameter_is_given,
    parameter_is_true, some_item, tagged, undecided, when, when_parameter,
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
    amazonmq::RULES,
    amplify::RULES,
    apigateway::RULES,
    appconfig::RULES,
    appflow::RULES,
    appintegrations::RULES,
    apprunner::RULES,
    appstream::RULES,
    autoscaling::RULES,
    batch::RULES,
    bedrockagentcore::RULES,
    codebuild::RULES,
    codedeploy::RULES,
    codepipeline::RULES,
    cognito::RULES,
    connect::RULES,
    customerprofiles::RULES,
    datasync::RULES,
    ec2::RULES,
    elasticbeanstalk::RULES,
    elasticsearch::RULES,
    fis::RULES,
    guardduty::RULES,
    imagebuilder::RULES,
    iot::RULES,
    ivs::RULES,
    lambda::RULES,
    lightsail::RULES,
    rds::RULES,
    redshift::RULES,
    rum::RULES,
    s3::RULES,
    sagemaker::RULES,
    servicecatalog::RULES,
    ses::RULES,
    sns::RULES,
    transfer::RULES,
    workspaces::RULES,
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
