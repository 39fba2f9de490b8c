//! Calls of functions: what is one, and what the text of `Fn::Sub` holds.

use cfn_gate::template::{
    Attribute, Context, FileId, Function, Node, SubPart, Template, locate, read_tree, split_sub,
};

fn node(text: &str) -> Node {
    read_tree(FileId::TEMPLATE, text).root.unwrap()
}

#[test]
fn plain_data_is_no_call() {
    for text in
        ["a", "[!Ref a]", "{a: b}", "{Fn: x}", "{}", "{Condition: {StringEquals: x}}", "{Fn::ForEach::X: []}"]
    {
        assert!(Function::of(&node(text), Context::Value).is_none(), "{text}");
    }
}

#[test]
fn condition_is_a_reference_only_among_conditions() {
    let node = node("{Condition: IsProd}");
    assert!(Function::of(&node, Context::Value).is_none());
    for context in [Context::Condition, Context::Rule] {
        let Some(Ok(Function::Condition { name, .. })) = Function::of(&node, context) else { panic!() };
        assert_eq!(&**name, "IsProd");
    }
}

#[test]
fn get_att_is_split_at_the_first_dot() {
    for text in [
        "!GetAtt Nested.Outputs.Name",
        "{Fn::GetAtt: [Nested, Outputs.Name]}",
        "{Fn::GetAtt: Nested.Outputs.Name}",
    ] {
        let node = node(text);
        let Some(Ok(Function::GetAtt { resource, attribute, .. })) = Function::of(&node, Context::Value)
        else {
            panic!("{text}")
        };
        assert_eq!((resource, attribute), ("Nested", Attribute::Name("Outputs.Name")), "{text}");
    }
}

#[test]
fn a_macro_that_brings_the_arguments_hides_the_call() {
    let node = node("{Fn::Sub: {Fn::Transform: {Name: M}}}");
    assert!(matches!(Function::of(&node, Context::Value), Some(Ok(Function::Transform { .. }))));
}

#[test]
fn rule_functions_stand_in_rules() {
    let node = node("!Contains [[a], a]");
    assert!(matches!(
        Function::of(&node, Context::Rule),
        Some(Ok(Function::RuleFunction { name: "Fn::Contains", .. }))
    ));
    assert!(matches!(Function::of(&node, Context::Value), Some(Err(_))));
}

#[test]
fn sub_is_split_into_text_and_names() {
    let literal = SubPart::Literal;
    for (text, parts) in [
        ("", vec![]),
        ("plain $ {x} $$", vec![literal("plain $ {x} $$")]),
        ("${A}", vec![SubPart::Name { name: "A", offset: 0 }]),
        (
            "é${A.b.c}-${AWS::Region}!",
            vec![
                literal("é"),
                SubPart::Name { name: "A.b.c", offset: 2 },
                literal("-"),
                SubPart::Name { name: "AWS::Region", offset: 11 },
                literal("!"),
            ],
        ),
        ("a${!b}c", vec![literal("a"), literal("${"), literal("b}c")]),
        ("${!A}${B}", vec![literal("${"), literal("A}"), SubPart::Name { name: "B", offset: 5 }]),
        ("$${A}", vec![literal("$"), SubPart::Name { name: "A", offset: 1 }]),
        ("${ A }", vec![SubPart::Invalid { piece: "${ A }", offset: 0 }]),
        ("${}", vec![SubPart::Invalid { piece: "${}", offset: 0 }]),
        ("${A:-b}c", vec![SubPart::Invalid { piece: "${A:-b}", offset: 0 }, literal("c")]),
        ("a ${open", vec![literal("a ${open")]),
    ] {
        assert_eq!(split_sub(text), parts, "{text}");
    }
}

#[test]
fn pieces_of_sub_are_found_in_the_file() {
    let source = "a: !Sub |\n    one ${X}\n    two ${X} ${Y}\n";
    let tree = node(source);
    let call = tree.as_map().unwrap().get("a").unwrap();
    let Some(Ok(Function::Sub { text, text_span, .. })) = Function::of(call, Context::Value) else {
        panic!()
    };
    let places: Vec<_> = split_sub(text)
        .into_iter()
        .filter_map(|part| match part {
            SubPart::Name { name, offset } => {
                let span = locate(source, text_span, text, &format!("${{{name}}}"), offset);
                Some((name, span.line, span.column, &source[span.start as usize..span.end as usize]))
            }
            _ => None,
        })
        .collect();
    assert_eq!(places, [("X", 2, 9, "${X}"), ("X", 3, 9, "${X}"), ("Y", 3, 14, "${Y}")]);
}

#[test]
fn functions_are_checked_in_every_place_that_is_evaluated() {
    let bad = "!Join [a]";
    for text in [
        format!("Resources:\n  A: {{Type: X::Y, Properties: {{a: [{{b: {bad}}}]}}}}\n"),
        format!("Resources:\n  A: {{Type: X::Y, Metadata: {{a: {bad}}}}}\n"),
        format!("Resources:\n  A: {{Type: X::Y, UpdatePolicy: {{a: {bad}}}}}\n"),
        format!("Resources:\n  A: {{Type: X::Y, CreationPolicy: {{a: {bad}}}}}\n"),
        format!("Resources:\n  A: {{Type: X::Y}}\nOutputs:\n  O: {{Value: {bad}}}\n"),
        format!("Resources:\n  A: {{Type: X::Y}}\nOutputs:\n  O: {{Value: x, Export: {{Name: {bad}}}}}\n"),
        format!("Resources:\n  A: {{Type: X::Y}}\nConditions:\n  C: !Equals [{bad}, x]\n"),
        format!(
            "Resources:\n  A: {{Type: X::Y}}\nRules:\n  R: {{Assertions: [{{Assert: !Equals [{bad}, x]}}]}}\n"
        ),
        format!(
            "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::L: [X, [a], {{'A${{X}}': {{Type: X::Y, Properties: {{a: {bad}}}}}}}]\n"
        ),
        format!(
            "Resources:\n  A: {{Type: X::Y, Properties: {{a: !If [C, !Sub ['${{x}}', {{x: {bad}}}], y]}}}}\n"
        ),
    ] {
        let messages: Vec<_> =
            Template::parse("t", text.as_str()).diagnostics.into_iter().map(|found| found.message).collect();
        assert_eq!(
            messages,
            ["`Fn::Join` needs exactly two arguments (delimiter, list of values), found 1"],
            "{text}"
        );
    }
}

#[test]
fn functions_are_not_looked_for_where_nothing_is_evaluated() {
    let text = "Metadata: {a: {Fn::Foo: b}}\nResources:\n  A: {Type: X::Y}\n";
    assert_eq!(Template::parse("t", text).diagnostics, []);
}
