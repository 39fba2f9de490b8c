//! Templates to measure with: of any number of resources, made of ten types in turn, with the functions that
//! people use, and half of them not as the rules want them.

use std::fmt::Write;

const HEAD: &str = r#"AWSTemplateFormatVersion: "2010-09-09"
Description: Made by a generator, to measure with
Parameters:
  Environment:
    Type: String
    Default: production
    AllowedValues: [production, staging]
  Subnets:
    Type: List<AWS::EC2::Subnet::Id>
    Default: subnet-11111111,subnet-22222222
Mappings:
  Sizes:
    production: {Instance: db.r6g.large, Memory: "1024"}
    staging: {Instance: db.t4g.small, Memory: "256"}
Conditions:
  IsProduction: !Equals [!Ref Environment, production]
Resources:
"#;

/// The ten types. `@` is the resource's number, `?` whether it is as the rules want it.
const RESOURCES: [&str; 10] = [
    r#"  Bucket@:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "logs-${AWS::AccountId}-${Environment}-@"
      VersioningConfiguration: {Status: !If [IsProduction, Enabled, Suspended]}
      PublicAccessBlockConfiguration:
        BlockPublicAcls: ?
        BlockPublicPolicy: ?
        IgnorePublicAcls: ?
        RestrictPublicBuckets: ?
      Tags:
        - {Key: Environment, Value: !Ref Environment}
"#,
    r#"  Database@:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties:
      DBInstanceClass: !FindInMap [Sizes, !Ref Environment, Instance]
      Engine: postgres
      AllocatedStorage: "100"
      MultiAZ: !If [IsProduction, ?, false]
      StorageEncrypted: ?
      MasterUsername: !Sub "{{resolve:secretsmanager:database-@:SecretString:username}}"
      MasterUserPassword: !Sub "{{resolve:secretsmanager:database-@:SecretString:password}}"
      CopyTagsToSnapshot: true
"#,
    r#"  Function@:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Role: !GetAtt Role@.Arn
      MemorySize: !FindInMap [Sizes, !Ref Environment, Memory]
      DeadLetterConfig: {TargetArn: !GetAtt Queue@.Arn}
      VpcConfig: {SubnetIds: !Ref Subnets, SecurityGroupIds: [!GetAtt Group@.GroupId]}
      Code:
        ZipFile: |
          def handler(event, context):
              return {"statusCode": 200}
"#,
    r#"  Role@:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}
      ManagedPolicyArns:
        - !Sub "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
      Policies:
        - PolicyName: write
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:PutObject"], Resource: !Sub "${Bucket@.Arn}/*"}
"#,
    r#"  Queue@:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Join ["-", [queue, !Ref Environment, "@"]]
      SqsManagedSseEnabled: ?
      VisibilityTimeout: 60
"#,
    r#"  Topic@:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: !If [IsProduction, alias/aws/sns, !Ref "AWS::NoValue"]
      Subscription:
        - {Endpoint: !GetAtt Queue@.Arn, Protocol: sqs}
"#,
    r#"  Group@:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: What may talk to the function
      VpcId: !ImportValue network-vpc
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}
        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
"#,
    r#"  Volume@:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: !Select [0, !GetAZs ""]
      Size: 100
      Encrypted: ?
"#,
    r#"  Table@:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: ?}
"#,
    r#"  Balancer@:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Scheme: internal
      Subnets: !Ref Subnets
      SecurityGroups: [!GetAtt Group@.GroupId]
      LoadBalancerAttributes:
        - {Key: deletion_protection.enabled, Value: "?"}
        - {Key: access_logs.s3.enabled, Value: "?"}
"#,
];

/// A YAML template of `count` resources (in tens).
pub fn yaml(count: usize) -> String {
    let mut template = HEAD.to_owned();
    for index in 0..count {
        template.push_str(&resource(index));
    }
    template
}

/// A YAML template of 500 resources and just under a megabyte: the most that CloudFormation takes. The
/// size comes from what makes templates large, inline code and deeply nested documents.
pub fn largest() -> String {
    let mut template = yaml(490);
    let left = 1_000_000 - template.len();
    for index in 0..10 {
        let end = template.len() + left / 10 - 200;
        let _ = write!(
            template,
            "  Document{index}:\n    Type: AWS::SSM::Document\n    Properties:\n      Content:\n"
        );
        let mut depth = 8;
        while template.len() < end {
            let _ = writeln!(template, "{:depth$}Key{depth}: !Sub \"some text, and ${{AWS::Region}}\"", "");
            if depth < 100 {
                let _ = writeln!(template, "{:depth$}Below:", "");
                depth += 2;
            } else {
                depth = 8;
                let _ = writeln!(template, "        Next{}:", template.len());
                depth += 2;
            }
        }
    }
    template
}

fn resource(index: usize) -> String {
    let number = (index / RESOURCES.len()).to_string();
    let good = if (index / RESOURCES.len()).is_multiple_of(2) { "true" } else { "false" };
    RESOURCES[index % RESOURCES.len()].replace('@', &number).replace('?', good)
}
