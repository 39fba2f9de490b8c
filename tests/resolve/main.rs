//! What `resolve` makes of templates, through the library's public surface.
//!
//! Expected values come from AWS's documentation and from answers recorded of the service.

mod conditions;
mod document;
mod functions;
mod include;
mod limits;
mod loops;
mod parameter_files;
mod parameters;
mod references;
mod refusals;
mod secrets;
mod transforms;

use cfn_gate::resolve::{Environment, ParameterValue, Stack, resolve};
use cfn_gate::template::Template;
use serde_json::Value as Json;

/// The stack that a template makes where nothing is given.
fn stack(text: &str) -> Stack {
    stack_in(text, &Environment::default())
}

/// The stack that a template makes in an environment.
fn stack_in(text: &str, environment: &Environment) -> Stack {
    resolve(Template::parse("template.yaml", text), environment)
}

/// An environment with values for parameters, as if given on the command line.
fn given(parameters: &[(&str, &str)]) -> Environment {
    let parameters = parameters.iter().map(|(name, value)| {
        let value = ParameterValue { value: (*value).to_owned(), given: "--parameter".to_owned() };
        ((*name).to_owned(), value)
    });
    Environment { parameters: parameters.collect(), ..Environment::default() }
}

/// An environment in us-east-1 and an account.
fn in_region() -> Environment {
    Environment {
        region: Some("us-east-1".to_owned()),
        account_id: Some("111122223333".to_owned()),
        stack_name: Some("shop".to_owned()),
        ..Environment::default()
    }
}

/// Parameters, mappings, conditions and a resource that expressions under test can use.
const SURROUNDINGS: &str = "
Transform: AWS::LanguageExtensions
Parameters:
  Text: {Type: String, Default: dev}
  Number: {Type: Number, Default: 3}
  List: {Type: CommaDelimitedList, Default: 'a, b ,c'}
  Unknown: {Type: String}
  Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /name/in/store}
Mappings:
  Map:
    us-east-1: {Name: virginia, Sizes: [1, two]}
    eu-west-1: {Name: dublin, Sizes: []}
    '1': {'2': one-two, Nothing: null}
Conditions:
  Holds: !Equals [!Ref Text, dev]
  Fails: !Equals [!Ref Text, prod]
  Open: !Equals [!Ref Unknown, x]
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Subject:
    Type: AWS::S3::Bucket
    Properties:
      P: ";

/// The value of an expression, as JSON; `null` if it is absent. Errors fail the test.
#[track_caller]
fn value(expression: &str) -> Json {
    value_in(expression, &in_region())
}

#[track_caller]
fn value_in(expression: &str, environment: &Environment) -> Json {
    let stack = stack_in(&format!("{SURROUNDINGS}{expression}\n"), environment);
    assert!(!stack.has_errors(), "{expression}: {:?}", errors(&stack));
    stack.to_json()["resources"]["Subject"]["properties"]["P"].take()
}

/// The errors that an expression leads to: line below the expression's first, and message.
#[track_caller]
fn refusal(expression: &str) -> String {
    let stack = stack_in(&format!("{SURROUNDINGS}{expression}\n"), &in_region());
    let errors = errors(&stack);
    assert_eq!(errors.len(), 1, "{expression}: {errors:?}");
    let first = SURROUNDINGS.lines().count();
    let (line, message) = errors[0].split_once(": ").unwrap();
    format!("{}: {message}", line.parse::<usize>().unwrap() - first)
}

/// The errors of a stack: `line: message`.
fn errors(stack: &Stack) -> Vec<String> {
    messages(stack, true)
}

/// The warnings of a stack: `line: message`.
fn warnings(stack: &Stack) -> Vec<String> {
    messages(stack, false)
}

fn messages(stack: &Stack, are_errors: bool) -> Vec<String> {
    let messages = stack.diagnostics.iter().filter(|diagnostic| diagnostic.is_error() == are_errors);
    messages.map(|diagnostic| format!("{}: {}", diagnostic.span.line, diagnostic.message)).collect()
}
