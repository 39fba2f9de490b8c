//! `codepipeline-deployment-count-check`

use super::stages::{Stage, deploys, stages};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEPIPELINE_DEPLOYMENT_COUNT_CHECK",
    name: "codepipeline-deployment-count-check",
    resource_types: &["AWS::CodePipeline::Pipeline"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "deploymentLimit",
        parameter_type: ParameterType::Int,
        required: false,
        default: None,
        description: "how often a stage after the first that deploys may deploy",
    }],
    summary: "CodePipeline stages should limit the number of deployments.",
    details: "\
A stage that deploys to many places at once brings a mistake to all of them. The first stage that deploys \
has to do so once. With `deploymentLimit` every later stage may deploy so often; without it, as often as it \
likes.

That a deployment is an action whose `ActionTypeId.Category` is `Deploy` is our reading; actions of category \
`Invoke` or `Build` that deploy don't show. A pipeline that never deploys is not applicable: AWS doesn't \
say.",
    fix: "Leave the first deploying stage one deploy action, and move the others to later stages.",
    certainty: Certainty::Known,
    applies_when: function(deploys),
    compliant_when: function(deploys_with_care),
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
      - Name: Test
        Actions:
          - Name: Deploy
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
      - Name: Live
        Actions:
          - Name: First
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
          - Name: Second
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
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
          - Name: First
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
          - Name: Second
            ActionTypeId:
              Category: Deploy
              Owner: AWS
              Provider: CloudFormation
              Version: '1'
",
    ..Rule::BASE
};

fn deploys_with_care<'a>(subject: &Subject<'a>) -> Truth<'a> {
    let Some(stages) = stages(subject) else {
        return subject.unknown("which deployments the stages make can't be known before deployment");
    };
    let limit = subject.parameter("deploymentLimit").and_then(|limit| limit.trim().parse::<usize>().ok());
    let mut deploying = stages.iter().filter(|stage| !stage.regions.is_empty());
    let count = |stage: &Stage| stage.regions.len();
    if let Some(first) = deploying.next().filter(|stage| count(stage) > 1) {
        let (number, count) = (first.number, count(first));
        let what =
            format!("stage {number} is the first that deploys and does so {count} times, expected once");
        return subject.fails_at("Stages", what);
    }
    match limit.and_then(|limit| Some((limit, deploying.find(|stage| count(stage) > limit)?))) {
        Some((limit, stage)) => {
            let (number, count) = (stage.number, count(stage));
            let wanted = format!("expected at most {limit} (parameter deploymentLimit)");
            subject.fails_at("Stages", format!("stage {number} deploys {count} times, {wanted}"))
        }
        None => Truth::True,
    }
}
