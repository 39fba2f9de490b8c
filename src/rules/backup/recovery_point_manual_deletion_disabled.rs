//! `backup-recovery-point-manual-deletion-disabled`

use crate::resolve::Value;
use crate::rules::items::split;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED",
    name: "backup-recovery-point-manual-deletion-disabled",
    resource_types: &["AWS::Backup::BackupVault"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "principalArnList",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of IAM principals that need not be denied",
    }],
    summary: "Backup vaults should deny the deletion of recovery points.",
    details: "\
Whoever can delete backups can hold you to ransom. The vault's `AccessPolicy` needs a statement that \
denies everyone `backup:DeleteRecoveryPoint`, `backup:UpdateRecoveryPointLifecycle` and \
`backup:PutBackupVaultAccessPolicy`; wildcards that include them will do. A vault lock doesn't count.

Principals of the parameter may be excepted, by `NotPrincipal` or by a condition on `aws:PrincipalArn`. \
AWS doesn't say whether other conditions and exceptions, or several statements together, are accepted: \
they leave the verdict open.",
    fix: "Set `AccessPolicy` to a policy that denies everyone the three actions.",
    certainty: Certainty::Known,
    compliant_when: some_statement(
        "AccessPolicy",
        denies_deletion,
        "no statement of the AccessPolicy denies everyone to delete recovery points",
    ),
    compliant_example: "\
Vault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: vault
    AccessPolicy:
      Version: '2012-10-17'
      Statement:
        - Effect: Deny
          Principal: '*'
          Action:
            - backup:DeleteRecoveryPoint
            - backup:UpdateRecoveryPointLifecycle
            - backup:PutBackupVaultAccessPolicy
          Resource: '*'
",
    noncompliant_example: "\
Vault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: vault
",
    ..Rule::BASE
};

const ACTIONS: [&str; 3] = [
    "backup:DeleteRecoveryPoint",
    "backup:UpdateRecoveryPointLifecycle",
    "backup:PutBackupVaultAccessPolicy",
];

/// `None` also for a statement that denies only some of it.
fn denies_deletion(statement: policy::Statement<'_>, subject: &Subject<'_>) -> Option<bool> {
    let covers = |wanted: &str| statement.some("Action", |action| policy::covers(action, wanted));
    let some = policy::all([statement.denies(), policy::any(ACTIONS.into_iter().map(covers))]);
    if some != Some(true) {
        return some;
    }
    let is_listed = |value: &Value| {
        let listed = subject.parameter("principalArnList")?;
        let principal = value.as_text()?;
        split(listed).any(|arn| arn == principal).then_some(true)
    };
    let everyone = policy::any([policy::is_for_everyone(statement), Some(statement.has("NotPrincipal"))]);
    let exceptions_are_listed = policy::all(
        [
            statement
                .some_principal("NotPrincipal", |_, principal| is_listed(principal).map(|listed| !listed)),
            statement.some_condition(|operator, key, values| {
                let is_exception = ["ArnNotEquals", "ArnNotLike", "StringNotEquals", "StringNotLike"]
                    .contains(&operator)
                    && key.eq_ignore_ascii_case("aws:PrincipalArn");
                if is_exception {
                    policy::some_item(values, &|value| is_listed(value).map(|listed| !listed))
                } else {
                    None
                }
            }),
        ]
        .map(|other| other.map(|other| !other)),
    );
    policy::all([policy::all(ACTIONS.into_iter().map(covers)), everyone, exceptions_are_listed])
        .filter(|all| *all)
}
