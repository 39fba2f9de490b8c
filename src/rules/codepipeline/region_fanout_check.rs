//! `codepipeline-region-fanout-check`

use super::stages::{deploys, stages};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEPIPELINE_REGION_FANOUT_CHECK",
    name: "codepipeline-region-fanout-check",
    resource_types: &["AWS::CodePipeline::Pipeline"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "regionFanoutFactor",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("3"),
        description: "by how much a stage may multiply the Regions of the stages before it",
    }],
    summary: "CodePipeline should widen its deployment Regions step by step.",
    details: "\
A change that goes to all Regions at once breaks them all at once. The first stage that deploys may use one \
Region, every later one at most `regionFanoutFactor` times the sum of the Regions of the stages before it: \
with 3, that is 1, then 3, then 12.

Regions are those of actions whose `ActionTypeId.Category` is `Deploy`: our reading. An absent `Region` is \
the pipeline's own, which a template can't tell from one that is written there: where that matters the \
verdict is open. As in AWS's example a Region counts again in every stage. A pipeline that never deploys is \
not applicable: AWS doesn't say.",
    fix: "Deploy to one Region first, then to a few, then to the others, in a stage each.",
    certainty: Certainty::Known,
    applies_when: function(deploys),
    compliant_when: function(fans_out_slowly),
    compliant_example: "\
Pipeline:
  Type: AWS::CodePipeline::Pipeline
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/pipeline
    Stages:
      - Name: Build
        Actions:
          - Name: Compile
            ActionTypeId:
              Category: Build
              Owner: AWS
              Provider: CodeBuild
              Version: '1'
      - Name: First
        Actions:
          - Name: Ireland
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
            Region: eu-west-1
      - Name: Second
        Actions:
          - Name: Paris
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
            Region: eu-west-3
          - Name: Milan
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
            Region: eu-south-1
",
    noncompliant_example: "\
Pipeline:
  Type: AWS::CodePipeline::Pipeline
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/pipeline
    Stages:
      - Name: Build
        Actions:
          - Name: Compile
            ActionTypeId:
              Category: Build
              Owner: AWS
              Provider: CodeBuild
              Version: '1'
      - Name: Live
        Actions:
          - Name: Ireland
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
            Region: eu-west-1
          - Name: Paris
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
            Region: eu-west-3
",
    ..Rule::BASE
};

fn fans_out_slowly<'a>(subject: &Subject<'a>) -> Truth<'a> {
    const OPEN: &str = "which Regions the stages deploy to can't be known before deployment";
    let Some(stages) = stages(subject) else { return subject.unknown(OPEN) };
    let factor = subject.parameter("regionFanoutFactor").and_then(|factor| factor.trim().parse().ok());
    let factor = factor.unwrap_or(3_usize);
    let mut open = false;
    let (mut least_before, mut most_before) = (0_usize, 0_usize);
    for stage in stages.iter().filter(|stage| !stage.regions.is_empty()) {
        let Some((least, most)) = stage.count_regions() else { return subject.unknown(OPEN) };
        let is_first = most_before == 0;
        let limit = |before: usize| if is_first { 1 } else { factor.saturating_mul(before) };
        if least > limit(most_before) {
            let number = stage.number;
            return subject.fails_at(
                "Stages",
                if is_first {
                    format!("stage {number} is the first that deploys and uses {least} Regions, expected one")
                } else {
                    let most = limit(most_before);
                    let why = format!("{factor} times the Regions before it, parameter regionFanoutFactor");
                    format!("stage {number} uses {least} Regions, expected at most {most} ({why})")
                },
            );
        }
        open |= most > limit(least_before);
        least_before += least;
        most_before += most;
    }
    if open { subject.unknown(OPEN) } else { Truth::True }
}
