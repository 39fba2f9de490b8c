//! `elb-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELB_LOGGING_ENABLED",
    name: "elb-logging-enabled",
    resource_types: &["AWS::ElasticLoadBalancing::LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.5"],
    parameters: &[Parameter {
        name: "s3BucketNames",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names of the buckets that may receive the logs",
    }],
    summary: "Application and Classic Load Balancers should write access logs.",
    details: "\
Access logs say who asked for what when something went wrong. A Classic Load Balancer needs \
`AccessLoggingPolicy.Enabled`, an Application Load Balancer the attribute `access_logs.s3.enabled`; both are \
off by default. With `s3BucketNames` the bucket has to be in the list; one of the template without a \
`BucketName` has no name yet. Network and gateway load balancers are not applicable.",
    fix: "Switch access logs on and name a bucket for them.",
    remediation_document: Some("AWSConfigRemediation-EnableLoggingForALBAndCLB"),
    applies_when: any_of(&[IS_CLASSIC, property("Type").default("application").equals("application")])
        .explained("network and gateway load balancers are not judged"),
    compliant_when: when(&IS_CLASSIC, &CLASSIC, &APPLICATION),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '443'
        InstancePort: '80'
        Protocol: HTTPS
        SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
    AccessLoggingPolicy:
      Enabled: true
      S3BucketName: logs
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '443'
        InstancePort: '80'
        Protocol: HTTPS
        SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
",
    ..Rule::BASE
};

const IS_CLASSIC: Check = has_type(&["AWS::ElasticLoadBalancing::LoadBalancer"]);
const CLASSIC: Check = all_of(&[
    property("AccessLoggingPolicy.Enabled").default("false").is_true(),
    when_parameter(
        "s3BucketNames",
        &property("AccessLoggingPolicy.S3BucketName").is_one_of_parameter("s3BucketNames"),
    ),
]);
const APPLICATION: Check = all_of(&[
    setting(
        "LoadBalancerAttributes",
        "Key",
        "access_logs.s3.enabled",
        &property("Value").default("false").is_true(),
    ),
    when_parameter(
        "s3BucketNames",
        &setting(
            "LoadBalancerAttributes",
            "Key",
            "access_logs.s3.bucket",
            &property("Value").is_one_of_parameter("s3BucketNames"),
        ),
    ),
]);
