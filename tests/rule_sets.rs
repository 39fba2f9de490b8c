//! Rule sets, through the library: what a pack says, which rules come out of it, which resources they judge.

use cfn_gate::evaluate::{Compliance, Embedded, Engine, Outcome};
use cfn_gate::gate::{Gate, Policy, Report, Score, judge};
use cfn_gate::resolve::{Environment, resolve};
use cfn_gate::rules::set::{BuiltIn, RuleArgument, RuleSet, Source, Undecided, fsbp};
use cfn_gate::rules::{self, InputParameters, Severity};
use cfn_gate::template::{SourceFile, Template};
use std::sync::Mutex;

fn file(text: &str) -> Source {
    Source::File(SourceFile { name: "pack.yaml".into(), text: text.into() })
}

/// A pack with one rule: its properties below `Properties:`, beside `Source` with this identifier.
fn rule(identifier: &str, properties: &str) -> String {
    format!(
        "Resources:\n  Rule:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      \
         Source: {{Owner: AWS, SourceIdentifier: {identifier}}}\n{properties}"
    )
}

fn choose(sources: &[Source], arguments: &[&str], skipped: &[&str]) -> Result<RuleSet, String> {
    let arguments: Result<Vec<_>, _> = arguments.iter().map(|text| RuleArgument::parse(text)).collect();
    let skipped: Vec<String> = skipped.iter().map(|name| (*name).to_owned()).collect();
    RuleSet::choose(sources, &arguments?, &skipped, &Environment::default())
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn load(text: &str) -> RuleSet {
    choose(&[file(text)], &[], &[]).unwrap()
}

fn error(text: &str) -> String {
    choose(&[file(text)], &[], &[]).unwrap_err()
}

/// The parameters of the set's only rule that gets verdicts.
fn parameters(set: &RuleSet) -> Vec<(&str, &str)> {
    let [rule] = set.rules.as_slice() else { panic!("{set:?}") };
    let mut parameters: Vec<_> = rule.parameters.iter().collect();
    parameters.sort_unstable();
    parameters
}

fn run(set: RuleSet, template: &str) -> Report {
    let stacks = vec![resolve(Template::parse("a.yaml", template), &Environment::default())];
    assert!(!stacks[0].has_errors(), "{:?}", stacks[0].diagnostics);
    let engine = Embedded::new(set.rules);
    let outcomes = Mutex::new(Vec::new());
    let keep = |outcome: Outcome| outcomes.lock().unwrap().push(outcome);
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(engine.evaluate(&stacks, &keep));
    judge(
        engine.name(),
        engine.rules(),
        set.undecided,
        stacks,
        outcomes.into_inner().unwrap(),
        &Gate::new(Policy::default()),
    )
}

/// Logical ID and verdict of every finding.
fn verdicts(report: &Report) -> Vec<(String, Compliance)> {
    let of = |finding: &cfn_gate::gate::Finding| {
        (finding.evaluation.logical_id.to_string(), finding.evaluation.compliance)
    };
    report.findings().map(|(_, finding)| of(finding)).collect()
}

#[test]
fn parameters_come_from_the_pack_and_the_rest_from_the_rule() {
    let set = load(&rule("RDS_STORAGE_ENCRYPTED", "      InputParameters: {kmsKeyId: alias/one}\n"));
    assert_eq!(parameters(&set), [("kmsKeyId", "alias/one")]);
    // As the API has them, and as YAML without quotes has them.
    let set =
        load(&rule("RDS_STORAGE_ENCRYPTED", "      InputParameters: '{\"kmsKeyId\": \"alias/two\"}'\n"));
    assert_eq!(parameters(&set), [("kmsKeyId", "alias/two")]);
    let set = load(&rule(
        "REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK",
        "      InputParameters: {allowVersionUpgrade: true, automatedSnapshotRetentionPeriod: 7}\n",
    ));
    assert_eq!(
        parameters(&set),
        [("allowVersionUpgrade", "true"), ("automatedSnapshotRetentionPeriod", "7")]
    );
}

#[test]
fn parameters_of_the_pack_choose_with_conditions() {
    let pack = |default: &str| {
        format!(
            "Parameters:\n  Key: {{Type: String, Default: '{default}'}}\n\
             Conditions:\n  HasKey: !Not [!Equals ['', !Ref Key]]\n{}",
            rule(
                "RDS_STORAGE_ENCRYPTED",
                "      InputParameters:\n        kmsKeyId: !If [HasKey, !Ref Key, !Ref AWS::NoValue]\n"
            )
        )
    };
    assert_eq!(parameters(&load(&pack("alias/one"))), [("kmsKeyId", "alias/one")]);
    assert_eq!(parameters(&load(&pack(""))), []);
}

#[test]
fn a_rule_whose_condition_is_false_is_not_in_the_set() {
    let pack = "Conditions:\n  Never: !Equals [a, b]\n".to_owned()
        + &rule("RDS_STORAGE_ENCRYPTED", "    Condition: Never\n")
        + "  Other:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      \
           Source: {Owner: AWS, SourceIdentifier: SNS_ENCRYPTED_KMS}\n";
    let set = load(&pack);
    assert_eq!(set.rules.iter().map(|rule| &*rule.identifier).collect::<Vec<_>>(), ["SNS_ENCRYPTED_KMS"]);
    let all = load(&pack.replace("SNS_ENCRYPTED_KMS}", "SNS_ENCRYPTED_KMS}\n    Condition: Never"));
    assert!(all.rules.is_empty() && all.undecided.is_empty());
    assert!(all.decides_nothing().is_some());
}

#[test]
fn a_value_that_is_not_known_leaves_the_rule_undecided_until_it_is_given() {
    let pack = "Parameters:\n  Key: {Type: String}\n".to_owned()
        + &rule("RDS_STORAGE_ENCRYPTED", "      InputParameters: {kmsKeyId: !Ref Key}\n");
    let set = load(&pack);
    assert!(set.rules.is_empty());
    assert!(
        matches!(&set.undecided[0].reason, Undecided::Unclear(why) if why.contains("kmsKeyId") && why.contains("Key")),
        "{:?}",
        set.undecided
    );
    let set = choose(&[file(&pack)], &["rds-storage-encrypted:kmsKeyId=alias/one"], &[]).unwrap();
    assert_eq!(parameters(&set), [("kmsKeyId", "alias/one")]);
}

#[test]
fn wrong_parameters_are_errors_with_their_place() {
    assert_eq!(
        error(&rule("RDS_STORAGE_ENCRYPTED", "      InputParameters:\n        kmsKeyID: a\n")),
        "pack.yaml:7:9: the rule rds-storage-encrypted has no parameter kmsKeyID: it takes kmsKeyId"
    );
    assert_eq!(
        error(&rule("ACCESS_KEYS_ROTATED", "      InputParameters:\n        maxAccessKeyAge: ninety\n")),
        "pack.yaml:7:26: the parameter maxAccessKeyAge of the rule access-keys-rotated has to be a whole number, \
         not `ninety`"
    );
    let missing = error(&rule("ACCESS_KEYS_ROTATED", ""));
    assert!(
        missing.starts_with(
            "pack.yaml:2:3: the rule ACCESS_KEYS_ROTATED needs the parameter maxAccessKeyAge in InputParameters\n"
        ),
        "{missing}"
    );
    // The command line can mend it.
    let source = [file(
        &(rule("ACCESS_KEYS_ROTATED", "") + &rule("SNS_ENCRYPTED_KMS", "")[11..].replace("Rule:", "B:")),
    )];
    assert!(choose(&source, &["access-keys-rotated:maxAccessKeyAge=30"], &[]).is_ok());
}

#[test]
fn wrong_sources_and_scopes_are_errors_with_their_place() {
    let source = |source: &str| {
        error(&format!(
            "Resources:\n  Rule:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      {source}\n"
        ))
    };
    assert_eq!(source("ConfigRuleName: a"), "pack.yaml:2:3: the rule Rule has no Source");
    assert_eq!(
        source("Source: {Owner: Amazon, SourceIdentifier: A}"),
        "pack.yaml:5:23: Owner has to be AWS, CUSTOM_LAMBDA or CUSTOM_POLICY, found `Amazon`"
    );
    assert_eq!(
        source("Source: {Owner: AWS}"),
        "pack.yaml:5:15: Source has no SourceIdentifier: a rule of AWS needs one"
    );
    assert_eq!(
        error(&rule("SNS_ENCRYPTED_KMS", "      Scope: {TagValue: production}\n")),
        "pack.yaml:6:25: TagValue needs a TagKey beside it"
    );
    assert_eq!(
        error(&rule("SNS_ENCRYPTED_KMS", "      EvaluationModes: [{Mode: EAGER}]\n")),
        "pack.yaml:6:25: Mode has to be DETECTIVE or PROACTIVE, found `EAGER`"
    );
    let bucket = "Resources: {Bucket: {Type: AWS::S3::Bucket}}\n";
    assert_eq!(error(bucket), "pack.yaml:1:1: the file is no rule set: it has no AWS::Config::ConfigRule");
    assert!(error("Resources: [").starts_with("pack.yaml:"));
}

#[test]
fn what_no_template_decides_is_kept_with_the_reason() {
    let reason = |text: &str| load(text).undecided.remove(0).reason;
    assert!(matches!(reason(&rule("ROOT_ACCOUNT_MFA_ENABLED", "")), Undecided::Account(_)));
    assert!(matches!(reason(&rule("EC2_STOPPED_INSTANCE", "")), Undecided::Runtime(_)));
    assert_eq!(reason(&rule("QUANTUM_LINK_ENTANGLED", "")), Undecided::UnknownIdentifier);
    let misspelt = reason(&rule("SNS_ENCRYPTD_KMS", "")).to_string();
    assert!(misspelt.contains("did you mean SNS_ENCRYPTED_KMS?"), "{misspelt}");
    for owner in ["CUSTOM_LAMBDA, SourceIdentifier: !GetAtt A.Arn", "CUSTOM_POLICY"] {
        let text =
            rule("X", "").replace("AWS, SourceIdentifier: X", owner) + "  A: {Type: AWS::Lambda::Function}\n";
        assert_eq!(reason(&text), Undecided::Custom);
    }
    let other =
        reason(&rule("SNS_ENCRYPTED_KMS", "      Scope: {ComplianceResourceTypes: [AWS::SQS::Queue]}\n"));
    assert!(other.to_string().contains("AWS::SQS::Queue"), "{other}");
    let one = "      Scope: {ComplianceResourceTypes: [AWS::SNS::Topic], ComplianceResourceId: orders}\n";
    assert!(reason(&rule("SNS_ENCRYPTED_KMS", one)).to_string().contains("by its ID"));
}

#[test]
fn names_that_aws_config_has_for_resource_types_are_understood() {
    for (identifier, config_type) in [
        ("ACM_CERTIFICATE_RSA_CHECK", "AWS::ACM::Certificate"),
        ("IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS", "AWS::IAM::Policy"),
        ("IAM_POLICY_DESCRIPTION", "AWS::IAM::Policy"),
        ("DOCDB_CLUSTER_ENCRYPTED", "AWS::RDS::DBCluster"),
        ("NEPTUNE_CLUSTER_ENCRYPTED", "AWS::RDS::DBCluster"),
        ("OPENSEARCH_HTTPS_REQUIRED", "AWS::OpenSearch::Domain"),
    ] {
        let scope = format!("      Scope: {{ComplianceResourceTypes: [{config_type}]}}\n");
        let set = load(&rule(identifier, &scope));
        let unclear = set.undecided.iter().find(|rule| matches!(rule.reason, Undecided::Unclear(_)));
        assert!(unclear.is_none(), "{unclear:?}");
    }
}

#[test]
fn a_scope_by_type_leaves_other_types_alone() {
    let scope = "      Scope: {ComplianceResourceTypes: [AWS::RDS::DBInstance]}\n";
    let set = load(&rule("RDS_STORAGE_ENCRYPTED", scope));
    let report = run(set, "Resources: {A: {Type: AWS::RDS::DBInstance}, B: {Type: AWS::SNS::Topic}}");
    assert_eq!(verdicts(&report), [("A".into(), Compliance::NonCompliant)]);
}

const TAGGED: &str = "\
Parameters: {Stage: {Type: String}}
Conditions: {IsProduction: !Equals [!Ref Stage, production]}
Resources:
  Same: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: stage, Value: production}]}}
  OtherValue: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: stage, Value: test}]}}
  OtherKey: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: Stage, Value: production}]}}
  None: {Type: AWS::SNS::Topic}
  Perhaps: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: stage, Value: !Ref Stage}]}}
  PerhapsThere:
    Type: AWS::SNS::Topic
    Properties: {Tags: [!If [IsProduction, {Key: stage, Value: production}, !Ref AWS::NoValue]]}
  SurelyThere:
    Type: AWS::SNS::Topic
    Properties:
      Tags: !If [IsProduction, [{Key: stage, Value: production}], [{Key: stage, Value: production}, {Key: a, Value: b}]]
  PerhapsButFine:
    Type: AWS::SNS::Topic
    Properties: {KmsMasterKeyId: alias/one, Tags: [{Key: stage, Value: !Ref Stage}]}
";

#[test]
fn a_scope_by_tag_follows_the_tags_of_the_resource() {
    let set = load(&rule("SNS_ENCRYPTED_KMS", "      Scope: {TagKey: stage, TagValue: production}\n"));
    let report = run(set, TAGGED);
    assert_eq!(
        verdicts(&report),
        [
            ("Same".into(), Compliance::NonCompliant),
            ("Perhaps".into(), Compliance::InsufficientData),
            ("PerhapsThere".into(), Compliance::InsufficientData),
            ("SurelyThere".into(), Compliance::NonCompliant),
            ("PerhapsButFine".into(), Compliance::Compliant),
        ]
    );
    let without: Vec<_> =
        report.templates[0].not_evaluated.iter().map(|resource| &*resource.logical_id).collect();
    assert_eq!(without, ["OtherValue", "OtherKey", "None"]);
    let (_, open) = report.findings().nth(1).unwrap();
    assert!(open.evaluation.annotation.contains("the tag stage"), "{}", open.evaluation.annotation);
}

#[test]
fn a_scope_by_key_alone_takes_any_value_wherever_the_type_keeps_its_tags() {
    let set = load(&rule("SNS_ENCRYPTED_KMS", "      Scope: {TagKey: stage}\n"));
    let judged: Vec<_> = verdicts(&run(set, TAGGED)).into_iter().map(|(name, _)| name).collect();
    assert_eq!(judged, ["Same", "OtherValue", "Perhaps", "PerhapsThere", "SurelyThere", "PerhapsButFine"]);
    let template = "\
Resources:
  Map: {Type: AWS::Batch::JobQueue, Properties: {Tags: {stage: test}}}
  Bare: {Type: AWS::Batch::JobQueue, Properties: {Tags: {owner: us}}}
";
    let set = load(&rule("BATCH_JOB_QUEUE_TAGGED", "      Scope: {TagKey: stage, TagValue: test}\n"));
    assert_eq!(verdicts(&run(set, template)), [("Map".into(), Compliance::Compliant)]);
    let template = "\
Resources:
  Own:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      TagSpecifications: [{ResourceType: launch-template, Tags: [{Key: stage, Value: test}]}]
  Instances:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      TagSpecifications: [{ResourceType: instance, Tags: [{Key: stage, Value: test}]}]
";
    let set = load(&rule("EC2_LAUNCH_TEMPLATE_TAGGED", "      Scope: {TagKey: stage, TagValue: test}\n"));
    assert_eq!(verdicts(&run(set, template)), [("Own".into(), Compliance::Compliant)]);
}

#[test]
fn rules_are_added_parameterised_and_taken_away() {
    let pack = || file(&rule("RDS_STORAGE_ENCRYPTED", "      ConfigRuleName: our-encryption\n"));
    let names = |set: &RuleSet| set.rules.iter().map(|rule| rule.name.clone()).collect::<Vec<_>>();
    let set = choose(&[pack()], &["sns-encrypted-kms"], &[]).unwrap();
    assert_eq!(names(&set), ["our-encryption", "sns-encrypted-kms"]);
    // By the name in the pack, AWS's name or the identifier.
    for name in ["our-encryption", "rds-storage-encrypted", "RDS_STORAGE_ENCRYPTED"] {
        let set = choose(&[pack()], &[&format!("{name}:kmsKeyId=alias/one")], &[]).unwrap();
        assert_eq!(parameters(&set), [("kmsKeyId", "alias/one")]);
        let set = choose(&[pack()], &["sns-encrypted-kms"], &[name]).unwrap();
        assert_eq!(names(&set), ["sns-encrypted-kms"]);
    }
    // The same rule twice is one rule; with other parameters it is another.
    assert_eq!(choose(&[pack(), pack()], &[], &[]).unwrap().rules.len(), 1);
    let other = file(&rule("RDS_STORAGE_ENCRYPTED", "      InputParameters: {kmsKeyId: alias/one}\n"));
    assert_eq!(choose(&[pack(), other], &[], &[]).unwrap().rules.len(), 2);
    let alone = choose(&[], &["access-keys-rotated"], &[]).unwrap_err();
    assert!(
        alone.starts_with("the only rule, access-keys-rotated, can't be decided from a template: "),
        "{alone}"
    );
}

#[test]
fn controls_beside_a_rule_and_remediations_are_read_over_and_kept() {
    let pack = rule("RDS_STORAGE_ENCRYPTED", "    Controls: ['1', '2']\n")
        + "  Fix:\n    Type: AWS::Config::RemediationConfiguration\n    Properties:\n      \
           ConfigRuleName: !Ref Rule\n      TargetId: Our-EncryptDatabase\n      TargetType: SSM_DOCUMENT\n";
    let set = load(&pack);
    assert_eq!(set.rules[0].remediation.as_deref(), Some("Our-EncryptDatabase"));
    let named = pack.replace("!Ref Rule", "encryption").replace(
        "    Properties:\n      Source",
        "    Properties:\n      ConfigRuleName: encryption\n      Source",
    );
    assert_eq!(load(&named).rules[0].remediation.as_deref(), Some("Our-EncryptDatabase"));
}

#[test]
fn the_built_in_sets_hold_what_they_are_called() {
    assert_eq!(BuiltIn::Proactive.rules().count(), 18);
    assert_eq!(BuiltIn::All.rules().count(), rules::all().count());
    let in_fsbp = |name: &str| BuiltIn::Fsbp.contains(rules::find(name).unwrap());
    for name in
        ["RDS_STORAGE_ENCRYPTED", "S3_BUCKET_LOGGING_ENABLED", "IAM_PASSWORD_POLICY", "ALB_DESYNC_MODE_CHECK"]
    {
        assert!(in_fsbp(name), "{name}");
    }
    // Rules of controls that belong to other standards only, or of none.
    for name in [
        "EIP_ATTACHED",
        "LAMBDA_INSIDE_VPC",
        "SNS_ENCRYPTED_KMS",
        "INCOMING_SSH_DISABLED",
        "IAM_USER_MFA_ENABLED",
        "EC2_SECURITY_GROUP_ATTACHED_TO_ENI_PERIODIC",
        "FRAUDDETECTOR_LABEL_TAGGED",
        "APPCONFIG_APPLICATION_TAGGED",
        "S3_BUCKET_TAGGED",
    ] {
        assert!(!in_fsbp(name), "{name}");
    }
    let password = rules::find("IAM_PASSWORD_POLICY").unwrap();
    assert_eq!(fsbp::controls(password).collect::<Vec<_>>(), ["IAM.7"]);
}

#[test]
fn the_parameters_of_security_hub_fit_their_rules() {
    for (identifier, name, value) in fsbp::all_parameters() {
        let rule = rules::find(identifier).unwrap_or_else(|| panic!("{identifier}"));
        assert!(BuiltIn::Fsbp.contains(rule), "{identifier} has no control in the standard");
        assert_eq!(InputParameters::default().set(rule, name, value), Ok(()));
    }
    let set = choose(&[Source::BuiltIn(BuiltIn::Fsbp)], &[], &[]).unwrap();
    let unclear: Vec<_> = set
        .undecided
        .iter()
        .filter(|rule| matches!(rule.reason, Undecided::Unclear(_)))
        .map(|rule| &*rule.rule.identifier)
        .collect();
    // Security Hub moves the oldest version of Kubernetes with every release.
    let moving = ["EKS_CLUSTER_SUPPORTED_VERSION", "EKS_NODEGROUP_SUPPORTED_VERSION_CHECK"];
    assert!(unclear.iter().all(|identifier| moving.contains(identifier)), "{unclear:?}");
}

#[test]
fn a_severity_leaves_out_what_is_milder() {
    let set = || choose(&[], &["rds-storage-encrypted", "rds-instance-public-access-check"], &[]).unwrap();
    assert_eq!(set().at_least(Severity::Low).unwrap().rules.len(), 2);
    let critical = set().at_least(Severity::Critical).unwrap();
    assert_eq!(critical.rules[0].identifier, "RDS_INSTANCE_PUBLIC_ACCESS_CHECK");
    let mild = choose(&[], &["rds-storage-encrypted"], &[]).unwrap().at_least(Severity::High);
    assert_eq!(mild.unwrap_err(), "no rule has the severity HIGH or more");
}

#[test]
fn the_score_is_the_share_of_passed_controls_among_those_decided() {
    let rules = [
        "rds-storage-encrypted",                      // RDS.3
        "rds-multi-az-support",                       // RDS.5
        "s3-bucket-logging-enabled",                  // S3.9
        "autoscaling-group-elb-healthcheck-required", // AutoScaling.1
        "sns-encrypted-kms",                          // SNS.1, not in the standard
        "access-keys-rotated",                        // IAM.3
    ];
    let template = "\
Parameters: {Key: {Type: String}, MultiAz: {Type: String}}
Resources:
  Good: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, StorageEncrypted: true, MultiAZ: !Ref MultiAz}}
  Bad: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, MultiAZ: true}}
  Bucket: {Type: AWS::S3::Bucket, Properties: {LoggingConfiguration: {DestinationBucketName: logs}}}
  Topic: {Type: AWS::SNS::Topic}
";
    let report = run(choose(&[], &rules, &[]).unwrap(), template);
    let score = Score::of(&report);
    assert_eq!(score, Score { passed: 1, failed: 1, open: 1, without_resources: 1, undecided: 1 });
    assert_eq!(score.percent(), Some(50));
    assert_eq!(Score::default().percent(), None);
    assert_eq!(Score { passed: 2, failed: 1, ..score }.percent(), Some(67));
    assert_eq!(Score { passed: 1, failed: 2, ..score }.percent(), Some(33));
}
