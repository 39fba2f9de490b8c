//! `lambda-function-public-access-prohibited`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED",
    name: "lambda-function-public-access-prohibited",
    resource_types: &["AWS::Lambda::Function"],
    severity: Severity::Critical,
    security_hub: &["Lambda.1"],
    summary: "Lambda function policies should not allow public access.",
    details: "\
Anyone with an AWS account, or with the URL, could run such a function. Each `AWS::Lambda::Permission` of \
the template for the function is looked at. One for everyone (`Principal` `*` or none) needs \
`SourceAccount`, `PrincipalOrgID` or a `SourceArn` without wildcard; a function URL without authorization \
has none of them. One for `s3.amazonaws.com` needs `SourceAccount`, because the name of a bucket may \
belong to somebody else tomorrow.

AWS names no other service, so any other passes; AWS's rule for CloudFormation Guard wants a source for \
all of them. A permission for an alias or a version is not one for the function.",
    fix: "Name a principal in the permission, or set `SourceAccount`.",
    compliant_when: related(&["AWS::Lambda::Permission"], "FunctionName").each(&all_of(&[
        when(
            &property("Principal").default("*").is_one_of(&["*", ""]),
            &any_of(&[
                property("SourceAccount").is_present(),
                property("PrincipalOrgID").is_present(),
                function(has_fixed_source),
            ])
            .explained("the permission lets everyone in"),
            &Check::ALWAYS,
        ),
        when(
            &property("Principal").equals("s3.amazonaws.com"),
            &property("SourceAccount").is_present(),
            &Check::ALWAYS,
        ),
    ])),
    compliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
Permission:
  Type: AWS::Lambda::Permission
  Properties:
    FunctionName: !Ref Worker
    Action: lambda:InvokeFunction
    Principal: events.amazonaws.com
    SourceArn: arn:aws:events:eu-west-1:111122223333:rule/nightly
",
    noncompliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
Permission:
  Type: AWS::Lambda::Permission
  Properties:
    FunctionName: !Ref Worker
    Action: lambda:InvokeFunction
    Principal: '*'
",
    ..Rule::BASE
};

fn has_fixed_source<'a>(permission: &Subject<'a>) -> Truth<'a> {
    match permission.get("SourceArn").map(policy::is_fixed) {
        Some(Some(true)) => Truth::True,
        Some(None) => permission.unknown("the permission's SourceArn can't be known"),
        None | Some(Some(false)) => permission.fails("the permission has no SourceArn without wildcard"),
    }
}
