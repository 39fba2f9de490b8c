//! `rds-db-security-group-not-allowed`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_DB_SECURITY_GROUP_NOT_ALLOWED",
    name: "rds-db-security-group-not-allowed",
    resource_types: &["AWS::RDS::DBSecurityGroup"],
    severity: Severity::Medium,
    summary: "There should be no DB security groups of EC2-Classic besides the default one.",
    details: "\
DB security groups belong to EC2-Classic, which AWS has retired; what guards a database is a VPC security \
group. The default group is the only one that passes, and a template can't make it.",
    fix: "Delete the DB security group and use `VPCSecurityGroups`.",
    compliant_when: never("the DB security group is not the default one"),
    noncompliant_example: "\
Group:
  Type: AWS::RDS::DBSecurityGroup
  Properties:
    GroupDescription: web servers
    DBSecurityGroupIngress:
      - CIDRIP: 10.0.0.0/16
",
    ..Rule::BASE
};
