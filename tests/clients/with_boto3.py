"""Every call of the emulator through boto3: results as boto3 hands them out for AWS, and the documented errors."""

import json
import time

import boto3
import botocore.exceptions

config = boto3.client("config")
cloudformation = boto3.client("cloudformation")
TOKEN = "0" * 64


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response["Error"]["Message"]
    raise AssertionError(f"expected {code}")


def start(resource_type, properties, token=TOKEN, **more):
    return config.start_resource_evaluation(
        ResourceDetails={
            "ResourceId": "Resource",
            "ResourceType": resource_type,
            "ResourceConfiguration": json.dumps(properties),
            "ResourceConfigurationSchemaType": "CFN_RESOURCE_SCHEMA",
        },
        EvaluationMode="PROACTIVE",
        ClientToken=token,
        **more,
    )


# Rules.
pages = config.get_paginator("describe_config_rules")
names = [r["ConfigRuleName"] for page in pages.paginate(Filters={"EvaluationMode": "PROACTIVE"}) for r in page["ConfigRules"]]
assert names == ["addresses-are-attached", "topics-are-encrypted"], names
rule = config.describe_config_rules(ConfigRuleNames=["detective-only"])["ConfigRules"][0]
assert rule["EvaluationModes"] == [{"Mode": "DETECTIVE"}] and rule["ConfigRuleState"] == "ACTIVE"
assert rule["ConfigRuleArn"].startswith("arn:aws:config:us-east-1:123456789012:config-rule/")
refused("NoSuchConfigRuleException", config.describe_config_rules, ConfigRuleNames=["missing"])
refused("InvalidNextTokenException", config.describe_config_rules, NextToken="wrong")

# A rule that is put is there, in the modes that were put.
config.put_config_rule(
    ConfigRule={
        "ConfigRuleName": "detective-only",
        "Source": {"Owner": "AWS", "SourceIdentifier": "S3_BUCKET_LOGGING_ENABLED"},
        "EvaluationModes": [{"Mode": "PROACTIVE"}],
    }
)
assert config.describe_config_rules(ConfigRuleNames=["detective-only"])["ConfigRules"][0]["EvaluationModes"] == [{"Mode": "PROACTIVE"}]
refused("AccessDeniedException", config.put_config_rule, ConfigRule={"ConfigRuleName": "securityhub-rule", "Source": {"Owner": "AWS", "SourceIdentifier": "RDS_STORAGE_ENCRYPTED"}})
message = refused("InvalidParameterValueException", config.put_config_rule, ConfigRule={"ConfigRuleName": "lambda", "Source": {"Owner": "AWS", "SourceIdentifier": "LAMBDA_FUNCTION_SETTINGS_CHECK"}})
assert "runtime" in message, message

# An evaluation: IN_PROGRESS first, then its verdict, then the details.
context = {"EvaluationContextIdentifier": "a stack"}
started = start("AWS::SNS::Topic", {}, EvaluationContext=context, EvaluationTimeout=60)["ResourceEvaluationId"]
summary = config.get_resource_evaluation_summary(ResourceEvaluationId=started)
assert summary["EvaluationStatus"] == {"Status": "IN_PROGRESS"} and "Compliance" not in summary, summary
assert config.get_compliance_details_by_resource(ResourceEvaluationId=started)["EvaluationResults"] == []
while summary["EvaluationStatus"]["Status"] == "IN_PROGRESS":
    time.sleep(0.1)
    summary = config.get_resource_evaluation_summary(ResourceEvaluationId=started)
assert (summary["EvaluationStatus"]["Status"], summary["Compliance"]) == ("SUCCEEDED", "NON_COMPLIANT")
assert summary["EvaluationContext"] == context and summary["ResourceDetails"]["ResourceId"] == "Resource"
assert abs(summary["EvaluationStartTimestamp"].timestamp() - time.time()) < 60
pages = config.get_paginator("get_compliance_details_by_resource").paginate(ResourceEvaluationId=started)
results = [result for page in pages for result in page["EvaluationResults"]]
assert len(results) == 1 and results[0]["ComplianceType"] == "NON_COMPLIANT", results
qualifier = results[0]["EvaluationResultIdentifier"]["EvaluationResultQualifier"]
assert qualifier == {
    "ConfigRuleName": "topics-are-encrypted",
    "ResourceType": "AWS::SNS::Topic",
    "ResourceId": "Resource",
    "EvaluationMode": "PROACTIVE",
}, qualifier

# The token: the same request starts nothing new, another request with it is refused.
assert start("AWS::SNS::Topic", {}, EvaluationContext=context, EvaluationTimeout=60)["ResourceEvaluationId"] == started
refused("IdempotentParameterMismatch", lambda: start("AWS::SNS::Topic", {"TopicName": "other"}))

# What is refused.
message = refused("InvalidParameterValueException", lambda: start("AWS::SQS::Queue", {}, token="1" * 64))
assert "Only the following values are permitted: [AWS::RDS::DBInstance, " in message, message
for properties in ({"MapPublicIpOnLaunch": "true", "VpcId": "vpc-1"}, {"MapPublicIpOnLaunch": True}, {"Subnet": 1, "VpcId": "vpc-1"}):
    refused("InvalidParameterValueException", lambda: start("AWS::EC2::Subnet", properties, token="2" * 64))
refused("ResourceNotFoundException", config.get_resource_evaluation_summary, ResourceEvaluationId="missing")
refused("InvalidParameterValueException", config.get_compliance_details_by_resource, ResourceEvaluationId=started, ResourceType="AWS::SNS::Topic", ResourceId="Resource")
refused("InvalidParameterValueException", config.get_compliance_details_by_resource, ResourceEvaluationId=started, ComplianceTypes=["INSUFFICIENT_DATA"])
without_checks = boto3.client("config", config=boto3.session.Config(parameter_validation=False))
short = dict(ResourceDetails={"ResourceId": "a", "ResourceType": "AWS::SNS::Topic", "ResourceConfiguration": "{}"}, EvaluationMode="PROACTIVE")
refused("ValidationException", without_checks.start_resource_evaluation, ClientToken="short", **short)
long = dict(short, ResourceDetails=dict(short["ResourceDetails"], ResourceConfiguration="x" * 51201))
refused("ValidationException", without_checks.start_resource_evaluation, **long)
refused("InvalidParameterValueException", config.start_resource_evaluation, **dict(short, EvaluationMode="DETECTIVE"))

# The list of evaluations.
start("AWS::EC2::EIP", {}, token="3" * 64)
listed = [item for page in config.get_paginator("list_resource_evaluations").paginate() for item in page["ResourceEvaluations"]]
assert len(listed) == 2 and listed[0]["ResourceEvaluationId"] == started, listed
filtered = config.list_resource_evaluations(Filters=context)["ResourceEvaluations"]
assert [item["ResourceEvaluationId"] for item in filtered] == [started]

# CloudFormation.
schema = cloudformation.describe_type(Type="RESOURCE", TypeName="AWS::SNS::Topic")
assert json.loads(schema["Schema"])["typeName"] == "AWS::SNS::Topic" and schema["Visibility"] == "PUBLIC"
refused("TypeNotFoundException", cloudformation.describe_type, Type="RESOURCE", TypeName="AWS::No::Type")
exports = [e for page in cloudformation.get_paginator("list_exports").paginate() for e in page["Exports"]]
assert [(e["Name"], e["Value"]) for e in exports] == [
    ("network-vpc", "vpc-1 <&>"),
    ("network-subnet-a", "subnet-a"),
    ("network-subnet-b", "subnet-b"),
], exports
stack = cloudformation.describe_stacks(StackName="network")["Stacks"][0]
assert stack["StackStatus"] == "CREATE_COMPLETE" and stack["CreationTime"].year == 2024
assert stack["Parameters"] == [{"ParameterKey": "Image", "ParameterValue": "/images/base", "ResolvedValue": "ami-00000000000000001"}]
assert "does not exist" in refused("ValidationError", cloudformation.describe_stacks, StackName="missing")
assert cloudformation.get_template(StackName="network")["TemplateBody"]["Transform"] == "Macro"
processed = cloudformation.get_template(StackName="network", TemplateStage="Processed")
assert processed["TemplateBody"]["Resources"]["Vpc"]["Type"] == "AWS::EC2::VPC", processed
changes = []
arguments = dict(ChangeSetName="next", StackName="network")
while True:
    page = cloudformation.describe_change_set(**arguments)
    changes += [change["ResourceChange"]["LogicalResourceId"] for change in page["Changes"]]
    if "NextToken" not in page:
        break
    arguments["NextToken"] = page["NextToken"]
assert changes == ["Topic", "Queue", "Vpc"], changes
assert cloudformation.describe_change_set(ChangeSetName=page["ChangeSetId"])["Status"] == "CREATE_COMPLETE"
refused("ChangeSetNotFound", cloudformation.describe_change_set, ChangeSetName="missing", StackName="network")

# Other accounts, through a role.
sts = boto3.client("sts")
assert sts.get_caller_identity()["Account"] == "123456789012"
ROLE = "arn:aws:iam::222233334444:role/gate"
refused("AccessDenied", sts.assume_role, RoleArn=ROLE, RoleSessionName="test")
assumed = sts.assume_role(RoleArn=ROLE, RoleSessionName="test", ExternalId="gate-1")
assert assumed["AssumedRoleUser"]["Arn"] == "arn:aws:sts::222233334444:assumed-role/gate/test", assumed
keys = assumed["Credentials"]
assert keys["Expiration"].year > 2000
other = dict(
    aws_access_key_id=keys["AccessKeyId"],
    aws_secret_access_key=keys["SecretAccessKey"],
    aws_session_token=keys["SessionToken"],
)
identity = boto3.client("sts", **other).get_caller_identity()
assert identity["Arn"] == assumed["AssumedRoleUser"]["Arn"], identity
rules = boto3.client("config", **other).describe_config_rules()["ConfigRules"]
assert [rule["ConfigRuleName"] for rule in rules] == ["of-the-other-account"], rules
assert rules[0]["ConfigRuleArn"].startswith("arn:aws:config:us-east-1:222233334444:config-rule/"), rules
federated = sts.assume_role_with_web_identity(
    RoleArn="arn:aws:iam::123456789012:role/ci", RoleSessionName="test", WebIdentityToken="header.claims.signature"
)
assert federated["AssumedRoleUser"]["Arn"] == "arn:aws:sts::123456789012:assumed-role/ci/test", federated

# A request without a signature is none.
anonymous = boto3.client("config", config=boto3.session.Config(signature_version=__import__("botocore").UNSIGNED))
refused("MissingAuthenticationTokenException", anonymous.describe_config_rules)
print("  every call answered as expected")
