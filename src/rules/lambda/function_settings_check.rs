//! `lambda-function-settings-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_FUNCTION_SETTINGS_CHECK",
    name: "lambda-function-settings-check",
    resource_types: &["AWS::Lambda::Function"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["Lambda.2"],
    parameters: &[
        Parameter {
            name: "runtime",
            parameter_type: ParameterType::Csv,
            required: true,
            default: Some(
                "dotnet10,dotnet8,java25,java21,java17,java11,java8.al2,java17.al2023,java11.al2023,\
java8.al2023,nodejs24.x,nodejs22.x,python3.14,python3.13,python3.12,python3.11,python3.10,ruby4.0,ruby3.4,\
ruby3.3",
            ),
            description: "runtimes that are allowed; the default is what Security Hub passed in September 2026",
        },
        Parameter {
            name: "role",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "name or ARN of the execution role",
        },
        Parameter {
            name: "memorySize",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "memory in MB; the console suggests 128",
        },
        Parameter {
            name: "timeout",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "timeout in seconds; the console suggests 3",
        },
    ],
    summary: "Lambda functions should have the expected runtime, role, memory and timeout.",
    details: "\
A runtime that AWS no longer maintains gets no security patches. AWS demands the parameter `runtime` and sets \
no default; the default here is the list that Security Hub passes for Lambda.2. The other settings are compared, \
for equality, only where their parameter is given. An absent `MemorySize` means 128, an absent `Timeout` 3.

Functions that are container images have no runtime, and functions on an OS-only runtime (`provided`, \
`provided.al2`, `provided.al2023`) bring their own: both are not applicable.",
    fix: "Set `Runtime` to a runtime that is still maintained, and the other settings to the rule's parameters.",
    certainty: Certainty::Known,
    applies_when: all_of(&[
        all_of(&[property("PackageType").differs_from("Image"), property("Code.ImageUri").is_absent()])
            .explained("a container image has no Lambda runtime"),
        property("Runtime")
            .is_none_of(&["provided", "provided.al2", "provided.al2023"])
            .explained("the runtime is OS-only"),
    ]),
    compliant_when: all_of(&[
        property("Runtime").is_one_of_parameter("runtime"),
        when_parameter("role", &property("Role").is_named_by_parameter("role")),
        when_parameter("memorySize", &property("MemorySize").default("128").equals_parameter("memorySize")),
        when_parameter("timeout", &property("Timeout").default("3").equals_parameter("timeout")),
    ]),
    compliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Runtime: python3.13
    Handler: index.handler
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ZipFile: 'def handler(event, context): pass'
",
    noncompliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Runtime: python3.7
    Handler: index.handler
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ZipFile: 'def handler(event, context): pass'
",
    ..Rule::BASE
};
