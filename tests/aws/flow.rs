//! What the engine says when nothing goes wrong.

use crate::harness::{Run, stack, template};
use cfn_gate::emulator::{ConfigRule, EvaluationMode, Source};
use cfn_gate::evaluate::aws::{Cache, Settings};
use cfn_gate::evaluate::{Evaluation, Outcome};
use std::time::Duration;

fn evaluation<'a>(outcomes: &'a [Outcome], logical_id: &str, rule: &str) -> &'a Evaluation {
    outcomes
        .iter()
        .find_map(|outcome| match outcome {
            Outcome::Evaluated(found) if &*found.logical_id == logical_id && found.rule.name == rule => {
                Some(found)
            }
            _ => None,
        })
        .unwrap_or_else(|| panic!("no verdict of {rule} on {logical_id}"))
}

#[test]
fn each_rule_of_the_account_gives_a_finding() {
    let done = Run::default()
        .evaluate(&[stack(
            "\
Open:
  Type: AWS::SNS::Topic
Closed:
  Type: AWS::SNS::Topic
  Properties:
    KmsMasterKeyId: alias/aws/sns
Queue:
  Type: AWS::SQS::Queue",
        )])
        .unwrap();
    assert_eq!(
        done.lines(),
        ["Closed sns-encrypted-kms COMPLIANT", "Open sns-encrypted-kms NON_COMPLIANT", "Queue no rule"]
    );
    let finding = evaluation(&done.outcomes, "Open", "sns-encrypted-kms");
    assert_eq!(finding.rule.identifier, "SNS_ENCRYPTED_KMS");
    assert_eq!(finding.span.line, 2, "{:?}", finding.span);
    assert!(finding.annotation.contains("KmsMasterKeyId"), "{}", finding.annotation);
    assert!(finding.resource_evaluation.as_ref().is_some_and(|evaluation| !evaluation.id.is_empty()));
}

#[test]
fn an_evaluation_carries_token_context_and_an_id_that_no_bucket_can_have() {
    let done = Run::default().evaluate(&[stack("Logs:\n  Type: AWS::S3::Bucket")]).unwrap();
    let details = &done.emulator.evaluations()[0];
    let id = details["ResourceId"].as_str().unwrap();
    assert!(id.starts_with("cfn-gate_") && id.ends_with("_Logs"), "{id}");
    assert_eq!(details["ResourceConfiguration"], "{}");
    assert_eq!(details["ResourceConfigurationSchemaType"], "CFN_RESOURCE_SCHEMA");
}

#[test]
fn scalars_are_sent_as_the_schema_has_them() {
    let done = Run::default()
        .evaluate(&[stack(
            "\
Group:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: 1
    MaxSize: 3
    Cooldown: 300
    HealthCheckGracePeriod: '60'
    CapacityRebalance: 'true'
    LoadBalancerNames: web",
        )])
        .unwrap();
    assert_eq!(
        done.sent(0),
        serde_json::json!({
            "MinSize": "1", "MaxSize": "3", "Cooldown": "300", "HealthCheckGracePeriod": 60, "CapacityRebalance": true,
            "LoadBalancerNames": ["web"],
        })
    );
    assert_eq!(done.lines(), ["Group autoscaling-group-elb-healthcheck-required NON_COMPLIANT"]);
}

#[test]
fn what_cannot_be_known_gets_a_placeholder_and_the_verdict_stands_if_it_does_not_matter() {
    let done = Run::default()
        .evaluate(&[stack(
            "\
Vpc:
  Type: AWS::EC2::VPC
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: !Ref Vpc
    MapPublicIpOnLaunch: true
Topic:
  Type: AWS::SNS::Topic
  Properties:
    KmsMasterKeyId: !Sub '{{resolve:ssm:/key/${AWS::Region}}}'",
        )])
        .unwrap();
    let subnet = evaluation(&done.outcomes, "Subnet", "subnet-auto-assign-public-ip-disabled");
    assert_eq!(subnet.compliance.as_str(), "NON_COMPLIANT");
    let replaced = &subnet.resource_evaluation.as_ref().unwrap().replaced;
    assert_eq!(replaced.len(), 1);
    assert_eq!((replaced[0].property.as_str(), replaced[0].placeholder), ("VpcId", true));
    // A key that is given in some way is there, whichever it is.
    let topic = evaluation(&done.outcomes, "Topic", "sns-encrypted-kms");
    assert_eq!(topic.compliance.as_str(), "COMPLIANT");
}

#[test]
fn a_verdict_that_hangs_on_a_placeholder_is_none() {
    let done = Run::default()
        .evaluate(&[template(
            "\
Parameters:
  Public:
    Type: String
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      PubliclyAccessible: !Ref Public
",
        )])
        .unwrap();
    let finding = evaluation(&done.outcomes, "Database", "rds-instance-public-access-check");
    assert_eq!(finding.compliance.as_str(), "INSUFFICIENT_DATA");
    assert!(finding.annotation.contains("a placeholder for PubliclyAccessible"), "{}", finding.annotation);
    assert_eq!(finding.span.line, 9);
    assert_eq!(done.sent(0)["PubliclyAccessible"], false);
}

#[test]
fn secrets_never_leave_the_machine() {
    let done = Run::default()
        .evaluate(&[template(
            "\
Parameters:
  Secret:
    Type: String
    NoEcho: true
    Default: hunter2-parameter
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      StorageEncrypted: true
      MasterUsername: !Sub 'admin-${Secret}'
      MasterUserPassword: hunter2-literal
      DBName: !Ref Secret
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Role: !Ref Secret
      Runtime: python3.12
      Code: {ZipFile: 'hunter2-code'}
      Environment:
        Variables:
          TOKEN: '{{resolve:secretsmanager:token}}'
          LEVEL: info
",
        )])
        .unwrap();
    for details in done.emulator.evaluations() {
        let text = details.to_string();
        assert!(!text.contains("hunter2") && !text.contains("resolve:"), "{text}");
    }
    assert_eq!(done.emulator.evaluations().len(), 2);
    let function = done.sent(0);
    let function = if function.get("Runtime").is_some() { function } else { done.sent(1) };
    assert_eq!(function["Environment"], serde_json::json!({"Variables": {"LEVEL": "info"}}));
    assert_eq!(function["Code"], serde_json::json!({}));
    assert_eq!(
        evaluation(&done.outcomes, "Database", "rds-storage-encrypted").compliance.as_str(),
        "COMPLIANT"
    );
}

#[test]
fn identical_resources_are_evaluated_once_and_each_has_its_finding() {
    let text: String = (0..40).map(|n| format!("Topic{n}:\n  Type: AWS::SNS::Topic\n")).collect();
    let done = Run::default().evaluate(&[stack(&text), stack(&text)]).unwrap();
    assert_eq!(done.outcomes.len(), 80);
    assert_eq!(done.requests("StartResourceEvaluation"), 1);
}

#[test]
fn pages_of_one_item_are_all_read() {
    let mut run = Run::default();
    run.emulated.page_size = 1;
    let done = run
        .evaluate(&[stack("Database:\n  Type: AWS::RDS::DBInstance\n  Properties:\n    Engine: postgres")])
        .unwrap();
    assert_eq!(
        done.lines(),
        [
            "Database rds-automatic-minor-version-upgrade-enabled COMPLIANT",
            "Database rds-enhanced-monitoring-enabled NON_COMPLIANT",
            "Database rds-instance-public-access-check INSUFFICIENT_DATA",
            "Database rds-multi-az-support NON_COMPLIANT",
            "Database rds-storage-encrypted NON_COMPLIANT",
        ]
    );
    assert_eq!(done.requests("DescribeConfigRules"), 18);
    assert_eq!(done.requests("GetComplianceDetailsByResource"), 4);
}

#[test]
fn custom_rules_and_rules_without_a_result_are_not_lost() {
    let custom = |name: &str| ConfigRule {
        config_rule_name: name.into(),
        source: Source { owner: "CUSTOM_LAMBDA".into(), ..Source::default() },
        scope: Some(serde_json::json!({"ComplianceResourceTypes": ["AWS::SNS::Topic"]})),
        input_parameters: Some("{\"limit\": \"3\"}".into()),
        evaluation_modes: Some(vec![EvaluationMode { mode: "PROACTIVE".into() }]),
        ..ConfigRule::default()
    };
    let mut run = Run::default();
    run.emulated.seed.rules = vec![custom("says-no"), custom("says-nothing")];
    run.emulated.seed.custom_verdicts.insert("says-no".into(), "NON_COMPLIANT".into());
    let done = run.evaluate(&[stack("Topic:\n  Type: AWS::SNS::Topic")]).unwrap();
    assert_eq!(done.lines(), ["Topic says-no NON_COMPLIANT", "Topic says-nothing INSUFFICIENT_DATA"]);
    let finding = evaluation(&done.outcomes, "Topic", "says-no");
    assert_eq!(finding.rule.parameters.iter().collect::<Vec<_>>(), [("limit", "3")]);
}

#[test]
fn only_rules_in_proactive_mode_count() {
    let mut run = Run::default();
    for rule in &mut run.emulated.seed.rules {
        rule.evaluation_modes = Some(vec![EvaluationMode { mode: "DETECTIVE".into() }]);
    }
    let done = run.evaluate(&[stack("Topic:\n  Type: AWS::SNS::Topic")]).unwrap();
    assert_eq!(
        done.lines(),
        [
            "Topic not evaluated: no rule is in proactive mode in this account in us-east-1: switch rules on with \
             `cfn-gate rules enable NAME`"
        ]
    );
    assert_eq!(done.requests("StartResourceEvaluation"), 0);
}

#[test]
fn a_refused_type_is_sent_once_and_the_others_learn_from_it() {
    let mut run = Run::default();
    run.emulated.permitted_types = vec!["AWS::EC2::EIP".into(), "AWS::EC2::Subnet".into()];
    let mut text: String = (0..20)
        .map(|n| format!("Topic{n}:\n  Type: AWS::SNS::Topic\n  Properties:\n    DisplayName: topic {n}\n"))
        .collect();
    text.push_str("Address:\n  Type: AWS::EC2::EIP");
    let done = run.evaluate(&[stack(&text)]).unwrap();
    let lines = done.lines();
    assert_eq!(lines[0], "Address eip-attached NON_COMPLIANT");
    assert_eq!(lines.len(), 21);
    for line in &lines[1..] {
        assert!(
            line.ends_with(
                "not evaluated: AWS Config does not take its type in proactive mode in this Region, only \
                 AWS::EC2::EIP, AWS::EC2::Subnet"
            ),
            "{line}"
        );
    }
    assert_eq!(done.requests("StartResourceEvaluation"), 2);
}

#[test]
fn a_configuration_that_is_too_long_is_not_sent() {
    let text =
        format!("Topic:\n  Type: AWS::SNS::Topic\n  Properties:\n    DisplayName: {}", "é".repeat(51_200));
    let done = Run::default().evaluate(&[stack(&text)]).unwrap();
    assert_eq!(
        done.lines(),
        [
            "Topic not evaluated: its properties are 51218 characters of JSON, more than the 51200 that AWS Config \
             takes"
        ]
    );
}

#[test]
fn what_the_schema_does_not_allow_is_refused_by_the_service() {
    let done = Run::default()
        .evaluate(&[stack("Topic:\n  Type: AWS::SNS::Topic\n  Properties:\n    KmsMasterKey: alias/aws/sns")])
        .unwrap();
    assert_eq!(
        done.lines(),
        [
            "Topic not evaluated: StartResourceEvaluation was refused: The resource configuration does not match the \
             schema of AWS::SNS::Topic: #: extraneous key [KmsMasterKey] is not permitted \
             (InvalidParameterValueException)"
        ]
    );
}

#[test]
fn verdicts_are_kept_and_used_again_until_they_are_too_old() {
    let folder = tempfile::tempdir().unwrap();
    let topic = stack("Topic:\n  Type: AWS::SNS::Topic\n  Properties:\n    TopicName: not-in-the-cache");
    let evaluate = |longest_age| {
        let cache = Cache { folder: folder.path().to_owned(), longest_age };
        let settings = Settings { cache: Some(cache), ..Settings::default() };
        Run { settings, ..Run::default() }.evaluate(std::slice::from_ref(&topic)).unwrap()
    };
    let day = Duration::from_secs(86_400);
    let (first, second) = (evaluate(day), evaluate(day));
    assert_eq!(
        (first.requests("StartResourceEvaluation"), second.requests("StartResourceEvaluation")),
        (1, 0)
    );
    assert_eq!(first.lines(), second.lines());
    let files: Vec<_> = walk(folder.path());
    assert_eq!(files.len(), 1);
    let text = std::fs::read_to_string(&files[0]).unwrap();
    assert!(text.contains("NON_COMPLIANT") && !text.contains("not-in-the-cache"), "{text}");
    // A file from the year 1970, and one that is broken, are as good as none.
    std::fs::write(&files[0], text.replace("\"written\":1", "\"written\":0")).unwrap();
    assert_eq!(evaluate(day).requests("StartResourceEvaluation"), 1);
    std::fs::write(&files[0], "{").unwrap();
    assert_eq!(evaluate(day).requests("StartResourceEvaluation"), 1);
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}
