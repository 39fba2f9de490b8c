//! `rds-global-cluster-aurora-mysql-supported-version`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_GLOBAL_CLUSTER_AURORA_MYSQL_SUPPORTED_VERSION",
    name: "rds-global-cluster-aurora-mysql-supported-version",
    resource_types: &["AWS::RDS::GlobalCluster"],
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "minSupportedEngineVersion",
            parameter_type: ParameterType::String,
            required: true,
            default: Some("8.0.mysql_aurora.3.04.1"),
            description: "lowest version that is accepted; AWS sets no default, this one is our choice",
        },
        Parameter {
            name: "longTermSupportVersion",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "older versions that are accepted all the same",
        },
    ],
    summary: "Aurora MySQL global databases should run a supported engine version.",
    details: "\
Versions that AWS no longer maintains get no security patches. AWS demands `minSupportedEngineVersion` and \
sets no default; the default here is our choice: set your own. Versions are compared part by part, first \
MySQL's and then Aurora's; AWS doesn't say how it compares. One that leaves the deciding part to the service \
(`8.0`), and an absent one, stay open; with `SourceDBClusterIdentifier` the version of that cluster counts.",
    fix: "Set `EngineVersion` to a version that AWS still maintains.",
    applies_when: ENGINE.equals("aurora-mysql").explained("the engine is not Aurora MySQL"),
    compliant_when: when(
        &property("EngineVersion").is_present(),
        &SUPPORTED,
        &when(
            &property("SourceDBClusterIdentifier").is_present(),
            &follow("SourceDBClusterIdentifier", &["AWS::RDS::DBCluster"], &SUPPORTED),
            &SUPPORTED,
        ),
    ),
    compliant_example: "\
Global:
  Type: AWS::RDS::GlobalCluster
  Properties:
    Engine: aurora-mysql
    EngineVersion: 8.0.mysql_aurora.3.08.0
",
    noncompliant_example: "\
Global:
  Type: AWS::RDS::GlobalCluster
  Properties:
    Engine: aurora-mysql
    EngineVersion: 5.7.mysql_aurora.2.11.2
",
    ..Rule::BASE
};

const SUPPORTED: Check = when(
    &parameter_is_given("longTermSupportVersion"),
    &any_of(&[VERSION.is_one_of_parameter("longTermSupportVersion"), NEW_ENOUGH]),
    &NEW_ENOUGH,
);
const NEW_ENOUGH: Check = VERSION.version_at_least_parameter("minSupportedEngineVersion");
const VERSION: Property = property("EngineVersion")
    .unknown_when_absent("EngineVersion is not set, so the service or the source chooses");
