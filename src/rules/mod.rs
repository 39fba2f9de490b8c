//! The catalogue of AWS Config managed rules, and the words they are written in.

mod catalogue;
mod certificate;
mod check;
pub mod docs;
mod explain;
mod ingress;
mod items;
mod json;
mod page;
mod parameter_group;
mod parameters;
mod partial;
pub mod policy;
mod property;
mod reference;
mod related;
mod rule;
mod schedule;
pub mod set;
mod setting;
mod subject;
mod tags;
pub mod three_valued;
mod truth;
mod verdict;
mod version;
mod wanted;
mod zones;

#[cfg(test)]
mod tests;

mod acmpca;
mod amazonmq;
mod amplify;
mod apigateway;
mod apigatewayv2;
mod appconfig;
mod appflow;
mod appintegrations;
mod appmesh;
mod apprunner;
mod appstream;
mod appsync;
mod athena;
mod autoscaling;
mod backup;
mod batch;
mod bedrockagentcore;
mod certificatemanager;
mod cloudformation;
mod cloudfront;
mod cloudtrail;
mod cloudwatch;
mod codebuild;
mod codedeploy;
mod codepipeline;
mod cognito;
mod connect;
mod customerprofiles;
mod datasync;
mod dax;
mod dms;
mod docdb;
mod dynamodb;
mod ec2;
mod ecr;
mod ecs;
mod efs;
mod eks;
mod elasticache;
mod elasticbeanstalk;
mod elasticloadbalancing;
mod elasticloadbalancingv2;
mod elasticsearch;
mod emr;
mod events;
mod eventschemas;
mod families;
mod fis;
mod fsx;
mod glue;
mod guardduty;
mod iam;
mod imagebuilder;
mod iot;
mod ivs;
mod kafkaconnect;
mod kinesis;
mod kinesisfirehose;
mod kinesisvideo;
mod kms;
mod lambda;
mod lightsail;
mod logs;
mod msk;
mod neptune;
mod networkfirewall;
mod opensearchserverless;
mod opensearchservice;
mod rds;
mod redshift;
mod redshiftserverless;
mod route53;
mod rum;
mod s3;
mod s3express;
mod sagemaker;
mod secretsmanager;
mod servicecatalog;
mod ses;
mod sns;
mod sqs;
mod stepfunctions;
mod transfer;
mod waf;
mod wafregional;
mod wafv2;
mod workspaces;

pub use check::{
    Check, all_of, any_of, each_item, follow, follow_first, function, has_type, in_json, never, no_statement,
    not, parameter_contains, parameter_is_given, parameter_is_true, setting, some_item, some_statement,
    tagged, undecided, when, when_parameter,
};
pub use items::Quantifier;
pub use parameters::InputParameters;
pub use property::{Property, property};
pub use reference::refers_to;
pub use related::{Related, related};
pub use rule::{Certainty, DecidedBy, Parameter, ParameterType, Rule, Severity, Trigger};
pub use subject::{Mention, Neighbourhood, Place, Subject};
pub use tags::TagPlace;
pub use truth::{Evidence, Found, Truth};
pub use verdict::{Compliance, Verdict};
pub use wanted::Wanted;

use std::collections::HashMap;
use std::sync::LazyLock;

/// The rules that cfn-gate decides, service by service.
static SERVICES: &[&[&Rule]] = &[
    acmpca::RULES,
    amazonmq::RULES,
    amplify::RULES,
    apigateway::RULES,
    apigatewayv2::RULES,
    appconfig::RULES,
    appflow::RULES,
    appintegrations::RULES,
    appmesh::RULES,
    apprunner::RULES,
    appstream::RULES,
    appsync::RULES,
    athena::RULES,
    autoscaling::RULES,
    backup::RULES,
    batch::RULES,
    bedrockagentcore::RULES,
    certificatemanager::RULES,
    cloudformation::RULES,
    cloudfront::RULES,
    cloudtrail::RULES,
    cloudwatch::RULES,
    codebuild::RULES,
    codedeploy::RULES,
    codepipeline::RULES,
    cognito::RULES,
    connect::RULES,
    customerprofiles::RULES,
    datasync::RULES,
    dax::RULES,
    dms::RULES,
    docdb::RULES,
    dynamodb::RULES,
    ec2::RULES,
    ecr::RULES,
    ecs::RULES,
    efs::RULES,
    eks::RULES,
    elasticache::RULES,
    elasticbeanstalk::RULES,
    elasticloadbalancing::RULES,
    elasticloadbalancingv2::RULES,
    elasticsearch::RULES,
    emr::RULES,
    events::RULES,
    eventschemas::RULES,
    fis::RULES,
    fsx::RULES,
    glue::RULES,
    guardduty::RULES,
    iam::RULES,
    imagebuilder::RULES,
    iot::RULES,
    ivs::RULES,
    kafkaconnect::RULES,
    kinesis::RULES,
    kinesisfirehose::RULES,
    kinesisvideo::RULES,
    kms::RULES,
    lambda::RULES,
    lightsail::RULES,
    logs::RULES,
    msk::RULES,
    neptune::RULES,
    networkfirewall::RULES,
    opensearchserverless::RULES,
    opensearchservice::RULES,
    rds::RULES,
    redshift::RULES,
    redshiftserverless::RULES,
    route53::RULES,
    rum::RULES,
    s3::RULES,
    s3express::RULES,
    sagemaker::RULES,
    secretsmanager::RULES,
    servicecatalog::RULES,
    ses::RULES,
    sns::RULES,
    sqs::RULES,
    stepfunctions::RULES,
    transfer::RULES,
    waf::RULES,
    wafregional::RULES,
    wafv2::RULES,
    workspaces::RULES,
    families::required_tags::RULES,
    families::tagged::RULES,
    families::tagged_exceptions::RULES,
    families::described::RULES,
];

/// The rules that it only knows of.
static OTHERS: &[&[&Rule]] = &[catalogue::RUNTIME, catalogue::ACCOUNT];

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
