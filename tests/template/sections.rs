//! What the sections of a template say.

use crate::template;
use cfn_gate::template::{LoopSection, Template};

#[test]
fn parameters_say_what_they_take() {
    let template = template("valid/everything.yaml");
    let [environment, count, secret, subnets, image] = template.parameters.as_slice() else { panic!() };
    assert_eq!(&*environment.parameter_type, "String");
    assert_eq!((environment.span.line, environment.span.column), (12, 3));
    let allowed: Vec<_> =
        environment.allowed_values.as_ref().unwrap().iter().map(|(text, _)| &**text).collect();
    assert_eq!(allowed, ["dev", "prod", "1", "true"]);
    assert_eq!(&*environment.allowed_pattern.as_ref().unwrap().0, "[a-z0-9]+");
    assert_eq!((environment.min_length, environment.max_length), (Some(1), Some(20)));
    assert!(!environment.no_echo);
    assert_eq!((count.min_value, count.max_value), (Some(1.0), Some(10.5)));
    assert!(secret.no_echo);
    assert_eq!(&**secret.default.as_ref().unwrap().as_text().unwrap(), "");
    assert_eq!(&*subnets.parameter_type, "List<AWS::EC2::Subnet::Id>");
    assert_eq!(&*image.parameter_type, "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>");
}

#[test]
fn a_no_echo_that_can_not_be_read_hides_the_value() {
    let template = Template::parse(
        "t",
        "Parameters:\n  P: {Type: String, NoEcho: 'ja'}\nResources:\n  A: {Type: X::Y}\n",
    );
    assert!(template.parameters[0].no_echo);
    assert!(template.has_errors());
}

#[test]
fn resources_say_what_they_are() {
    let template = template("valid/everything.yaml");
    let [key, group, custom] = template.resources.as_slice() else { panic!() };
    assert_eq!(&*key.condition.as_ref().unwrap().0, "IsProd");
    assert_eq!(&**key.deletion_policy.as_ref().unwrap().as_text().unwrap(), "Retain");
    assert_eq!(group.depends_on.iter().map(|(id, _)| &**id).collect::<Vec<_>>(), ["Key"]);
    assert!(group.creation_policy.is_some() && group.update_policy.is_some() && group.metadata.is_some());
    assert_eq!(custom.depends_on.len(), 1);
    assert_eq!(&*custom.resource_type, "Custom::Thing");
}

#[test]
fn outputs_name_their_exports() {
    let template = template("valid/everything.yaml");
    let output = &template.outputs[0];
    assert_eq!((&*output.name, &*output.condition.as_ref().unwrap().0), ("Arn", "IsProd"));
    assert!(output.export_name.is_some());
    assert_eq!(template.description.as_deref(), Some("Every section and every function"));
    assert_eq!(template.mappings.len(), 1);
    assert_eq!(template.conditions.len(), 3);
    assert_eq!(template.rules.len(), 1);
}

#[test]
fn loops_know_their_section_and_place() {
    let template = template("valid/loops.yaml");
    let loops: Vec<_> =
        template.loops.iter().map(|entry| (&*entry.key, entry.section, entry.position)).collect();
    assert_eq!(
        loops,
        [
            ("Fn::ForEach::Tests", LoopSection::Conditions, 0),
            ("Fn::ForEach::Buckets", LoopSection::Resources, 0),
            ("Fn::ForEach::Outs", LoopSection::Outputs, 0),
        ]
    );
    assert!(template.transforms[0].is_language_extensions());
}

#[test]
fn transforms_in_all_forms() {
    let template = template("valid/macro.yaml");
    let names: Vec<_> = template.transforms.iter().map(|transform| &*transform.name).collect();
    assert_eq!(names, ["MyMacro", "AWS::Include"]);
    assert!(template.transforms[0].parameters.is_some());
    assert!(template.has_macros());
    let one = Template::parse("t", "Transform: {Name: M}\nResources:\n  A: {Type: X::Y}\n");
    assert_eq!(&*one.transforms[0].name, "M");
}

#[test]
fn transforms_of_sections_are_kept() {
    let template = Template::parse(
        "t",
        "Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://a/b}}\n\
         Resources:\n  Fn::Transform: {Name: M}\n  A: {Type: X::Y}\n\
         Mappings:\n  M:\n    Fn::Transform: {Name: M}\n",
    );
    assert!(!template.has_errors(), "{:?}", template.diagnostics);
    let sections: Vec<_> = template.section_transforms.iter().map(|transform| transform.section).collect();
    assert_eq!(sections, [None, Some("Resources")]);
}

#[test]
fn what_can_be_read_is_read_in_spite_of_errors() {
    let template = Template::parse(
        "t",
        "Resources:\n  A: {Type: 3}\n  B: {Type: X::Y, Propertys: {}}\n  C: x\nOutputs: []\n",
    );
    assert_eq!(template.resources.len(), 1);
    assert_eq!(&*template.resources[0].logical_id, "B");
    assert_eq!(template.diagnostics.len(), 4);
}
