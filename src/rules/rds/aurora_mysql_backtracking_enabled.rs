//! `aurora-mysql-backtracking-enabled`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AURORA_MYSQL_BACKTRACKING_ENABLED",
    name: "aurora-mysql-backtracking-enabled",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.14"],
    parameters: &[Parameter {
        name: "BacktrackWindowInHours",
        parameter_type: ParameterType::Double,
        required: false,
        default: None,
        description: "hours that it has to be possible to go back, at most 72",
    }],
    summary: "Aurora MySQL clusters should be able to backtrack.",
    details: "\
Backtracking undoes a mistake in minutes, without a restore. `BacktrackWindow` is in seconds; absent means \
0, which is off. Aurora Serverless v1 and clusters that already exist without it can't have it: suppress the \
finding there.

AWS doesn't say whether a longer window than `BacktrackWindowInHours` will do. Here it will.",
    fix: "Set `BacktrackWindow` to the seconds that you may want to go back, at most 259200.",
    applies_when: ENGINE.is_one_of(&["aurora-mysql", "aurora"]).explained("the engine is not Aurora MySQL"),
    compliant_when: all_of(&[
        property("BacktrackWindow").default("0").at_least(1),
        function(reaches_back_far_enough),
    ]),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql
    BacktrackWindow: 86400
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql
",
    ..Rule::BASE
};

/// The window, in seconds, is at least the parameter, in hours.
fn reaches_back_far_enough<'a>(subject: &Subject<'a>) -> Truth<'a> {
    let hours =
        subject.parameter("BacktrackWindowInHours").and_then(|hours| hours.trim().parse::<f64>().ok());
    let Some(hours) = hours else { return Truth::True };
    subject.look("BacktrackWindow", &mut |place| {
        let seconds = match place.value.map(|value| (value, value.as_text())) {
            None => Some(0.0),
            Some((_, Some(text))) => text.trim().parse::<f64>().ok(),
            Some((value, None)) => return place.unknown(Found::of(value), Wanted::Present),
        };
        if seconds.is_some_and(|seconds| seconds >= hours * 3600.0) {
            Truth::True
        } else {
            let statement = format!("BacktrackWindow is shorter than {hours} hours");
            place.fails(Found::Statement(statement.into()), Wanted::Present)
        }
    })
}
