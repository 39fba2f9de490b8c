# shellcheck shell=bash
# Every call of the emulator through the AWS CLI; run.sh sets the environment.
set -euo pipefail

expect() { # expected, found
    [[ $2 == "$1" ]] || { printf '  expected: %s\n  found:    %s\n' "$1" "$2"; exit 1; }
}
refused() { # code, command…
    local code=$1 message
    shift
    if message=$("$@" 2>&1); then
        echo "  expected $code of: $*"
        exit 1
    fi
    [[ $message == *"An error occurred ($code)"* ]] || { echo "  expected $code: $message"; exit 1; }
}
text() { aws "$@" --output text; }

expect "addresses-are-attached detective-only topics-are-encrypted" \
    "$(text configservice describe-config-rules --filters EvaluationMode=PROACTIVE --query 'ConfigRules[].ConfigRuleName' | tr '\n\t' '  ' | sed 's/ *$//')"
refused NoSuchConfigRuleException aws configservice describe-config-rules --config-rule-names missing

aws configservice put-config-rule --config-rule \
    '{"ConfigRuleName": "subnets", "Source": {"Owner": "AWS", "SourceIdentifier": "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED"}, "EvaluationModes": [{"Mode": "PROACTIVE"}]}'

id=$(text configservice start-resource-evaluation --evaluation-mode PROACTIVE \
    --evaluation-context EvaluationContextIdentifier=cli --query ResourceEvaluationId --resource-details \
    '{"ResourceId": "Subnet", "ResourceType": "AWS::EC2::Subnet", "ResourceConfiguration": "{\"VpcId\": \"vpc-1\", \"MapPublicIpOnLaunch\": true}", "ResourceConfigurationSchemaType": "CFN_RESOURCE_SCHEMA"}')
for _ in $(seq 50); do
    status=$(text configservice get-resource-evaluation-summary --resource-evaluation-id "$id" --query EvaluationStatus.Status)
    [[ $status == IN_PROGRESS ]] || break
done
expect SUCCEEDED "$status"
expect NON_COMPLIANT "$(text configservice get-resource-evaluation-summary --resource-evaluation-id "$id" --query Compliance)"
expect "subnets	NON_COMPLIANT" "$(text configservice get-compliance-details-by-resource --resource-evaluation-id "$id" \
    --query 'EvaluationResults[].[EvaluationResultIdentifier.EvaluationResultQualifier.ConfigRuleName, ComplianceType]')"
expect "$id" "$(text configservice list-resource-evaluations --filters EvaluationContextIdentifier=cli --query 'ResourceEvaluations[].ResourceEvaluationId')"
refused InvalidParameterValueException aws configservice start-resource-evaluation --evaluation-mode PROACTIVE --resource-details \
    '{"ResourceId": "Queue", "ResourceType": "AWS::SQS::Queue", "ResourceConfiguration": "{}"}'
refused ResourceNotFoundException aws configservice get-resource-evaluation-summary --resource-evaluation-id missing

expect AWS::SNS::Topic "$(text cloudformation describe-type --type RESOURCE --type-name AWS::SNS::Topic --query TypeName)"
refused TypeNotFoundException aws cloudformation describe-type --type RESOURCE --type-name AWS::No::Type
expect 3 "$(aws cloudformation list-exports --query 'length(Exports)')"
expect ami-00000000000000001 "$(text cloudformation describe-stacks --stack-name network --query 'Stacks[0].Parameters[0].ResolvedValue')"
refused ValidationError aws cloudformation describe-stacks --stack-name missing
expect AWS::EC2::VPC "$(text cloudformation get-template --stack-name network --template-stage Processed --query 'TemplateBody.Resources.Vpc.Type')"
expect next "$(text cloudformation describe-change-set --stack-name network --change-set-name next --no-paginate --query ChangeSetName)"
refused ChangeSetNotFound aws cloudformation describe-change-set --stack-name network --change-set-name missing

expect 123456789012 "$(text sts get-caller-identity --query Account)"
refused AccessDenied aws sts assume-role --role-arn arn:aws:iam::222233334444:role/gate --role-session-name test
expect arn:aws:sts::222233334444:assumed-role/gate/test "$(text sts assume-role --external-id gate-1 \
    --role-arn arn:aws:iam::222233334444:role/gate --role-session-name test --query AssumedRoleUser.Arn)"
expect arn:aws:sts::123456789012:assumed-role/ci/test "$(text sts assume-role-with-web-identity \
    --role-arn arn:aws:iam::123456789012:role/ci --role-session-name test --web-identity-token a.b.c --query AssumedRoleUser.Arn)"
echo "  every call answered as expected"
