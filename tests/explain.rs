//! The fix of a rule in JSON and in CDK, made from its example in YAML.

use cfn_gate::resolve::{Environment, Stack, resolve};
use cfn_gate::rules::{self, Rule};
use cfn_gate::template::Template;

fn rule(example: &'static str) -> Rule {
    Rule { compliant_example: example, ..Rule::BASE }
}

fn stack(text: String) -> Stack {
    let stack = resolve(Template::parse("example", text), &Environment::default());
    assert!(!stack.has_errors(), "{:?}", stack.diagnostics);
    stack
}

#[test]
fn json_says_the_same_as_yaml() {
    for rule in rules::implemented().filter(|rule| !rule.compliant_example.is_empty()) {
        let yaml = stack(rule.example_in_yaml());
        let json = stack(rule.example_in_json().unwrap());
        let plain = |stack: &Stack| {
            let mut resources = stack.to_json()["resources"].take();
            for (_, resource) in resources.as_object_mut().unwrap() {
                let resource = resource.as_object_mut().unwrap();
                resource.retain(|key, _| key != "line" && key != "column");
            }
            resources
        };
        assert_eq!(plain(&yaml), plain(&json), "{}", rule.name);
    }
}

#[test]
fn functions_have_their_long_form_in_json() {
    let json = rule("A:\n  Type: AWS::SNS::Topic\n  Properties:\n    KmsMasterKeyId: !GetAtt Key.Arn\n")
        .example_in_json()
        .unwrap();
    assert!(json.contains("\"Fn::GetAtt\": [\n            \"Key\",\n            \"Arn\"\n"), "{json}");
}

#[test]
fn cdk_has_the_names_that_aws_cdk_lib_generates() {
    let code = rule(
        "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    DBInstanceIdentifier: it's
    MultiAZ: true
    EnableIAMDatabaseAuthentication: true
    KmsKeyId: !GetAtt Key.Arn
    VPCSecurityGroups: [!Ref Private, !Sub 'sg-${AWS::Region}']
    AvailabilityZone: !Select [0, !GetAZs '']
    SourceRegion: !Ref AWS::Region
Key:
  Type: AWS::KMS::Key
  Properties:
    EnableKeyRotation: true
    KeyPolicy:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Condition: {Bool: {'aws:SecureTransport': 'true'}}}]
Private: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a}}
",
    )
    .example_in_cdk()
    .unwrap();
    assert_eq!(
        code,
        "\
import * as cdk from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';

const key = new kms.CfnKey(this, 'Key', {
  enableKeyRotation: true,
  keyPolicy: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Condition: {
          Bool: {
            'aws:SecureTransport': 'true',
          },
        },
      },
    ],
  },
});
const privateResource = new ec2.CfnSecurityGroup(this, 'Private', {
  groupDescription: 'a',
});
new rds.CfnDBInstance(this, 'Database', {
  dbInstanceIdentifier: 'it\\'s',
  multiAz: true,
  enableIamDatabaseAuthentication: true,
  kmsKeyId: key.attrArn,
  vpcSecurityGroups: [
    privateResource.ref,
    cdk.Fn.sub('sg-${AWS::Region}'),
  ],
  availabilityZone: cdk.Fn.select(0, cdk.Fn.getAzs('')),
  sourceRegion: cdk.Aws.REGION,
});
"
    );
}

#[test]
fn every_implemented_rule_has_its_fix_in_cdk() {
    for rule in rules::implemented().filter(|rule| !rule.compliant_example.is_empty()) {
        let code = rule.example_in_cdk().unwrap();
        assert!(code.contains("new ") && code.contains(".Cfn"), "{}: {code}", rule.name);
    }
}
