//! `secretsmanager-using-cmk`

use crate::resolve::{Content, Part};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SECRETSMANAGER_USING_CMK",
    name: "secretsmanager-using-cmk",
    resource_types: &["AWS::SecretsManager::Secret"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "KMS key ARNs of which one must be used",
    }],
    summary: "Secrets should be encrypted with a customer managed KMS key.",
    details: "\
With a KMS key of your own you decide who may read the secret, in other accounts too. `KmsKeyId` has to \
name a customer managed key, and one of the parameter's if it is given. Absent, and \
`alias/aws/secretsmanager`, mean the AWS managed key.

AWS also reports keys of other accounts, because it can't read them: a literal ARN of another account is \
reported only if the account of the deployment is known.",
    fix: "Set `KmsKeyId` to a customer managed KMS key.",
    compliant_when: all_of(&[
        property("KmsKeyId").is_present(),
        function(is_own_key),
        when_parameter("kmsKeyArns", &property("KmsKeyId").is_named_by_parameter("kmsKeyArns")),
    ]),
    compliant_example: "\
Password:
  Type: AWS::SecretsManager::Secret
  Properties:
    KmsKeyId: alias/secrets
",
    noncompliant_example: "\
Password:
  Type: AWS::SecretsManager::Secret
",
    ..Rule::BASE
};

fn is_own_key<'a>(secret: &Subject<'a>) -> Truth<'a> {
    secret.look("KmsKeyId", &mut |place| {
        let Some(key) = place.value else { return Truth::True };
        let (start, text) = match &key.content {
            Content::Partial(parts) => match parts.last() {
                Some(Part::Text(end)) => ("", end.to_string()),
                _ => return Truth::True,
            },
            Content::Unknown(unknown) if unknown.reason.is_never_empty() => return Truth::True,
            Content::Unknown(_) => return place.unknown(Found::of(key), Wanted::Present),
            _ => ("arn:", key.as_text().unwrap_or_default().into_owned()),
        };
        if text.ends_with("alias/aws/secretsmanager") {
            return place.fails(Found::Statement("the key is the AWS managed one".into()), Wanted::Present);
        }
        let account = text.split(':').nth(4).filter(|_| !start.is_empty() && text.starts_with(start));
        match (account, secret.neighbourhood.stack.provenance.account_id.as_deref()) {
            (Some(account), Some(own)) if account != own => {
                place.fails(Found::Statement("the key belongs to another account".into()), Wanted::Present)
            }
            _ => Truth::True,
        }
    })
}
