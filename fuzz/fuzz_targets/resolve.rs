//! Any template can be resolved, whatever is known of the deployment: no panic, no hang, and every message and
//! value points into the text.

#![no_main]

use cfn_gate::resolve::{Environment, ParameterValue, Stack, read_parameter_file, resolve};
use cfn_gate::template::{Span, Template};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = read_parameter_file("values.toml", text);
    let _ = read_parameter_file("values.yaml", text);
    let template = Template::parse("fuzz", text);
    check(&resolve(template.clone(), &Environment::default()));

    // Every parameter that is declared gets the same odd value.
    let value =
        ParameterValue { value: "a,0,{{resolve:ssm:x}},${A}".to_owned(), given: "--parameter".to_owned() };
    let names = template.parameters.iter().map(|parameter| parameter.name.to_string());
    let environment = Environment {
        region: Some("eu-west-1".to_owned()),
        account_id: Some("111122223333".to_owned()),
        stack_name: Some("stack".to_owned()),
        parameters: names.map(|name| (name, value.clone())).collect(),
        ..Environment::default()
    };
    check(&resolve(template, &environment));
});

fn check(stack: &Stack) {
    let _ = stack.to_json();
    let source = &stack.files[0].text;
    let check = |span: Span| {
        assert!(source.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
        assert!(span.line >= 1 && span.column >= 1, "{span:?}");
    };
    for diagnostic in &stack.diagnostics {
        check(diagnostic.span);
        diagnostic.related.iter().for_each(|(span, _)| check(*span));
    }
    stack.incomplete.iter().for_each(|incomplete| check(incomplete.span));
    for resource in &stack.resources {
        check(resource.span);
        check(resource.properties.span);
    }
}
