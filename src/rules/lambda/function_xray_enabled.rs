//! `lambda-function-xray-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_FUNCTION_XRAY_ENABLED",
    name: "lambda-function-xray-enabled",
    resource_types: &["AWS::Lambda::Function"],
    severity: Severity::Low,
    security_hub: &["Lambda.7"],
    summary: "Lambda functions should use active X-Ray tracing.",
    details: "\
Traces show where the time of a request went. `TracingConfig.Mode` has to be `Active`; absent means \
`PassThrough`.",
    fix: "Set `TracingConfig.Mode` to `Active`.",
    certainty: Certainty::Known,
    compliant_when: property("TracingConfig.Mode").default("PassThrough").equals("Active"),
    compliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    TracingConfig:
      Mode: Active
",
    noncompliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
",
    ..Rule::BASE
};
