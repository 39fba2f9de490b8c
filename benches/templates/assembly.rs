//! A cloud assembly to measure with, as large apps have them: each stack with a nested stack, imports from the stack before,
//! construct metadata with stack traces beside it.

use serde_json::{Map, Value, json};
use std::path::Path;
use std::{fs, io};

/// Writes an assembly of `stacks` stacks with `resources` resources each, a tenth of them in a nested stack.
pub fn write(folder: &Path, stacks: usize, resources: usize) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut artifacts = Map::new();
    for number in 0..stacks {
        let name = format!("Stack{number}");
        let nested = resources / 10;
        let mut metadata = Map::new();
        let mut parent = template(&name, &name, resources - nested, number, &mut metadata);
        parent["Resources"]["Inner"] = json!({
            "Type": "AWS::CloudFormation::Stack",
            "Properties": {
                "Parameters": { "Key": { "Fn::GetAtt": ["Thing0", "Arn"] } },
                "TemplateURL": { "Fn::Sub": "https://s3.${AWS::Region}.${AWS::URLSuffix}/assets/x.json" },
            },
            "Metadata": {
                "aws:cdk:path": format!("{name}/Inner.NestedStack/Inner.NestedStackResource"),
                "aws:asset:path": format!("{name}Inner.nested.template.json"),
                "aws:asset:property": "TemplateURL",
            },
        });
        let mut child = template(&name, &format!("{name}/Inner"), nested, number, &mut metadata);
        child["Parameters"] = json!({ "Key": { "Type": "String" } });
        put(folder, &format!("{name}.template.json"), &parent)?;
        put(folder, &format!("{name}Inner.nested.template.json"), &child)?;
        put(folder, &format!("{name}.metadata.json"), &Value::Object(metadata))?;
        artifacts.insert(
            name.clone(),
            json!({
                "type": "aws:cloudformation:stack",
                "environment": "aws://111122223333/eu-west-1",
                "properties": { "templateFile": format!("{name}.template.json") },
                "dependencies": number.checked_sub(1).map(|before| format!("Stack{before}")),
                "additionalMetadataFile": format!("{name}.metadata.json"),
                "displayName": name,
            }),
        );
    }
    let dependencies = |artifact: &mut Value| {
        let before = artifact["dependencies"].take();
        artifact["dependencies"] = if before.is_null() { json!([]) } else { json!([before]) };
    };
    artifacts.values_mut().for_each(dependencies);
    put(folder, "manifest.json", &json!({ "version": "55.0.0", "artifacts": artifacts }))?;
    put(folder, "cdk.out", &json!({ "version": "55.0.0" }))
}

fn put(folder: &Path, name: &str, document: &Value) -> io::Result<()> {
    fs::write(folder.join(name), format!("{document:#}"))
}

/// A template of `count` resources; what is known of its constructs goes to `metadata`.
fn template(
    stack: &str,
    path: &str,
    count: usize,
    number: usize,
    metadata: &mut Map<String, Value>,
) -> Value {
    let mut resources = Map::new();
    for index in 0..count {
        let path = format!("{path}/Thing{index}/Resource");
        let mut resource = resource(index, number);
        resource["Metadata"] = json!({ "aws:cdk:path": path });
        resources.insert(format!("Thing{index}"), resource);
        metadata.insert(
            format!("/{path}"),
            json!([
                { "type": "aws:cdk:logicalId", "data": format!("Thing{index}") },
                { "type": "aws:cdk:creationStack", "data": [
                    "...new Thing2 in aws-cdk-lib...",
                    format!("new {stack} (/home/someone/app/lib/{stack}.ts:{}:5)", index + 10),
                    "new Everything (/home/someone/app/lib/everything.ts:20:21)",
                    "<anonymous> (/home/someone/app/bin/app.ts:11:1)",
                    "...node internals, ts-node, ts-node...",
                ] },
            ]),
        );
    }
    let export = json!({
        "Value": { "Fn::GetAtt": ["Thing0", "Arn"] },
        "Export": { "Name": format!("Stack{number}:Arn") },
    });
    let outputs = if path == stack { json!({ "Arn": export }) } else { json!({}) };
    json!({ "Resources": resources, "Outputs": outputs })
}

fn resource(index: usize, number: usize) -> Value {
    let good = index % 20 < 10;
    match index % 5 {
        0 => json!({ "Type": "AWS::S3::Bucket", "Properties": {
            "VersioningConfiguration": { "Status": if good { "Enabled" } else { "Suspended" } },
            "PublicAccessBlockConfiguration": {
                "BlockPublicAcls": good, "BlockPublicPolicy": good,
                "IgnorePublicAcls": good, "RestrictPublicBuckets": good,
            },
        } }),
        1 => json!({ "Type": "AWS::RDS::DBInstance", "Properties": {
            "DBInstanceClass": "db.t4g.medium", "Engine": "postgres", "AllocatedStorage": "100",
            "StorageEncrypted": good, "MultiAZ": good, "PubliclyAccessible": !good,
        } }),
        2 => json!({ "Type": "AWS::Lambda::Function", "Properties": {
            "Runtime": "nodejs22.x", "Handler": "index.handler",
            "Role": { "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/thing" },
            "Environment": { "Variables": {
                "THERE": { "Fn::ImportValue": format!("Stack{}:Arn", number.saturating_sub(1)) },
            } },
            "Code": {
                "S3Bucket": { "Fn::Sub": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}" },
                "S3Key": "3f5f3b289e128748a9b36d001360a9690c985912e0952b27db706723259822b3.zip",
            },
        } }),
        3 => json!({ "Type": "AWS::IAM::Role", "Properties": {
            "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [{
                "Action": "sts:AssumeRole", "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" },
            }] },
            "ManagedPolicyArns": [{ "Fn::Join": ["", [
                "arn:", { "Ref": "AWS::Partition" }, ":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
            ]] }],
        } }),
        _ => json!({ "Type": "AWS::SNS::Topic", "Properties": { "DisplayName": format!("Thing {index}") } }),
    }
}
