//! `api-gw-associated-with-waf`

use crate::resolve::{Content, Part, Reason, Value};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GW_ASSOCIATED_WITH_WAF",
    name: "api-gw-associated-with-waf",
    resource_types: &["AWS::ApiGateway::Stage"],
    severity: Severity::Medium,
    security_hub: &["APIGateway.4"],
    parameters: &[Parameter {
        name: "WebAclArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the web ACLs that are allowed",
    }],
    summary: "API Gateway REST API stages should be associated with a WAF web ACL.",
    details: "\
A web application firewall keeps the common attacks away before they reach the application. A \
`WebACLAssociation` (of WAFv2 or WAF Classic Regional) has to name the stage in `ResourceArn`, which is put \
together from the IDs of the API and the stage: here it has to contain a reference to the stage, or end in \
the API's reference or ID and the stage's name. With `WebAclArns` the web ACL's ARN has to be in the list.

An association that another stack makes is not seen: suppress the finding there.",
    fix: "Add an `AWS::WAFv2::WebACLAssociation` with the stage's ARN.",
    compliant_when: function(associated),
    compliant_example: "\
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    StageName: production
Firewall:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !Sub arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/${Stage}
    WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/web/11111111-2222-3333-4444-555555555555
",
    noncompliant_example: "\
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    DeploymentId: d1e2f3
    StageName: production
",
    ..Rule::BASE
};

fn associated<'a>(stage: &Subject<'a>) -> Truth<'a> {
    let types = ["AWS::WAFv2::WebACLAssociation", "AWS::WAFRegional::WebACLAssociation"];
    let associations = types.iter().flat_map(|name| stage.neighbourhood.resources_of_type(name));
    let nothing = stage.fails("no WebACLAssociation in the template names the stage");
    associations.fold(nothing, |truth, association| {
        let neighbour = stage.neighbour(association);
        let certain =
            association.condition.is_none() || association.condition_name == stage.resource.condition_name;
        truth.or(|| match neighbour.get("ResourceArn").map(|arn| names(arn, stage)) {
            Some(Some(true)) if certain => ALLOWED.evaluate(&neighbour),
            Some(Some(true)) => neighbour.unknown("whether the association will be there is not known"),
            Some(None) => neighbour.unknown("whether the association names the stage is not known"),
            _ => stage.fails("no WebACLAssociation in the template names the stage"),
        })
    })
}
const ALLOWED: Check = when_parameter(
    "WebAclArns",
    &any_of(&[
        property("WebACLArn").is_one_of_parameter("WebAclArns"),
        property("WebACLId").is_one_of_parameter("WebAclArns"),
    ]),
);

/// Whether an ARN (`…/restapis/<API>/stages/<stage>`) is the stage's.
fn names(arn: &Value, stage: &Subject<'_>) -> Option<bool> {
    if refers_to(arn, stage.resource) == Some(true) {
        return Some(true);
    }
    let arn = match &arn.content {
        Content::Unknown(_) => return None,
        _ => written(arn)?,
    };
    let api = written(stage.get("RestApiId")?)?;
    // Without a name CloudFormation makes one up, which only a reference can tell.
    let Some(name) = stage.get("StageName") else { return Some(false) };
    let name = written(name)?;
    if arn.ends_with(&format!("/restapis/{api}/stages/{name}")) && !name.contains(ANYTHING) {
        Some(true)
    } else if [arn, api, name].iter().any(|text| text.contains([GIVEN, ANYTHING])) {
        None
    } else {
        Some(false)
    }
}

/// Stands before the name of a value that is given from outside, and may turn out to be any text.
const GIVEN: char = '\u{1}';
/// Stands for a value of which not even a name is known.
const ANYTHING: char = '\u{fffd}';

/// A text with its unknown parts in a form that is the same for the same thing; `None` if that can't be told.
fn written(value: &Value) -> Option<String> {
    match &value.content {
        Content::Partial(parts) => Some(parts.iter().map(written_part).collect()),
        Content::Unknown(unknown) => Some(written_reason(&unknown.reason)),
        _ => value.as_text().map(|text| text.into_owned()),
    }
}

fn written_part(part: &Part) -> String {
    match part {
        Part::Text(text) => text.to_string(),
        Part::Unknown(unknown) => written_reason(&unknown.reason),
    }
}

fn written_reason(reason: &Reason) -> String {
    match reason {
        Reason::PhysicalId { logical_id } => format!("${{{logical_id}}}"),
        Reason::Attribute { logical_id, attribute } => format!("${{{logical_id}.{attribute}}}"),
        Reason::PseudoParameter { name } => format!("${{{name}}}"),
        Reason::Parameter { name } => format!("{GIVEN}${{{name}}}"),
        _ => ANYTHING.into(),
    }
}
