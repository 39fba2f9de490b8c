//! The vocabulary of checks: every word, against values that are there, absent, unknown, and undecided.

use super::*;
use crate::resolve::{Environment, resolve};
use crate::template::Template;

/// A check as a constant, as rules have it.
macro_rules! check {
    ($check:expr) => {{
        static CHECK: Check = $check;
        CHECK
    }};
}

/// What a check says of the resource `Judged`: "true", "false" or "unknown".
fn decide_for(check: &Check, rule: &Rule, given: &[(&str, &str)], resources: &str) -> &'static str {
    let template = format!(
        "Parameters: {{Later: {{Type: String}}, LaterList: {{Type: CommaDelimitedList}}}}\n\
Conditions: {{Perhaps: !Equals [!Ref Later, yes], Other: !Equals [!Ref Later, no]}}\n\
Resources:\n{resources}\n"
    );
    let stack = resolve(Template::parse("test.yaml", template), &Environment::default());
    assert!(!stack.has_errors(), "{:?}", stack.diagnostics);
    let mut parameters = InputParameters::defaults(rule);
    for (name, value) in given {
        parameters.set(rule, name, value).expect("a parameter of the rule");
    }
    let neighbourhood = Neighbourhood::new(&stack);
    let judged = stack.resource("Judged").expect("a resource to judge");
    match check.evaluate(&Subject::new(&neighbourhood, judged, &parameters)) {
        Truth::True => "true",
        Truth::False(_) => "false",
        Truth::Unknown(_) => "unknown",
    }
}

/// What a check says of a resource whose property `A` is `value`, for each of `values`; `-` is absent.
#[track_caller]
fn table(check: Check, values: &[(&str, &str)]) {
    table_with(check, &[], values);
}

#[track_caller]
fn table_with(check: Check, given: &[(&str, &str)], values: &[(&str, &str)]) {
    const RULE: Rule = Rule {
        parameters: &[
            Parameter {
                name: "text",
                parameter_type: ParameterType::String,
                required: false,
                default: None,
                description: "",
            },
            Parameter {
                name: "list",
                parameter_type: ParameterType::Csv,
                required: false,
                default: None,
                description: "",
            },
        ],
        ..Rule::BASE
    };
    for (value, expected) in values {
        let property = if *value == "-" { String::new() } else { format!("A: {value}") };
        let resources = format!("  Judged: {{Type: 'My::Own::Type', Properties: {{ {property} }}}}");
        assert_eq!(decide_for(&check, &RULE, given, &resources), *expected, "{value} for {check:?}");
    }
}

const A: Property = property("A");

#[test]
fn booleans() {
    let values = [
        ("true", "true"),
        ("'True'", "true"),
        ("yes", "true"),
        ("false", "false"),
        ("1", "false"),
        ("[true]", "false"),
        ("-", "false"),
        ("!Ref Later", "unknown"),
        ("!Sub '${Later}e'", "unknown"),
        ("!Sub '${Later}s'", "false"),
        ("!If [Perhaps, true, 'true']", "true"),
        ("!If [Perhaps, true, false]", "unknown"),
        ("!If [Perhaps, false, !Ref 'AWS::NoValue']", "false"),
        ("!If [Perhaps, !If [Other, true, true], true]", "true"),
        ("!If [Perhaps, true, !Ref Later]", "unknown"),
    ];
    table(A.is_true(), &values);
    table(A.is_false(), &[("false", "true"), ("'FALSE'", "true"), ("no", "true"), ("-", "false")]);
    table(A.default("true").is_true(), &[("-", "true"), ("false", "false")]);
    table(A.unknown_when_absent("why").is_true(), &[("-", "unknown"), ("true", "true"), ("false", "false")]);
}

#[test]
fn presence_and_absence() {
    let values = [
        ("x", "true"),
        ("0", "true"),
        ("''", "false"),
        ("{}", "false"),
        ("[]", "false"),
        ("['']", "false"),
        ("-", "false"),
        ("!Ref Later", "unknown"),
        ("!Sub '${Later}'", "unknown"),
        ("!Sub '${Later}${AWS::Region}'", "true"),
        ("!Sub '${Later}.'", "true"),
        ("!Ref Judged2", "true"),
        ("!ImportValue x", "true"),
        ("[!Ref Later]", "true"),
        ("!Ref LaterList", "unknown"),
        ("[!If [Perhaps, x, !Ref 'AWS::NoValue']]", "unknown"),
        ("[!If [Perhaps, x, !Ref 'AWS::NoValue'], y]", "true"),
        ("'{{resolve:secretsmanager:x}}'", "true"),
    ];
    let opposite = |verdict: &str| match verdict {
        "true" => "false",
        "false" => "true",
        _ => "unknown",
    };
    for (value, expected) in values {
        let resources = format!(
            "  Judged2: {{Type: 'My::Own::Type'}}\n  Judged: {{Type: 'My::Own::Type', Properties: {{ {} }}}}",
            if value == "-" { String::new() } else { format!("A: {value}") }
        );
        let is = |check: Check| decide_for(&check, &Rule::BASE, &[], &resources);
        assert_eq!(is(A.is_present()), expected, "{value}");
        assert_eq!(is(A.is_absent()), opposite(expected), "{value}");
        assert_eq!(is(check!(not(&A.is_present(), "it is there"))), opposite(expected), "{value}");
    }
}

#[test]
fn texts() {
    table(
        A.is_one_of(&["aws:kms", "aws:kms:dsse"]),
        &[
            ("'aws:kms'", "true"),
            ("AES256", "false"),
            ("-", "false"),
            ("!Sub 'aws:${Later}'", "unknown"),
            ("!Sub 'own:${Later}'", "false"),
        ],
    );
    table(
        A.is_none_of(&["a", "b"]),
        &[
            ("c", "true"),
            ("a", "false"),
            ("-", "true"),
            ("!Ref Later", "unknown"),
            ("!Sub 'c${Later}'", "true"),
        ],
    );
    table(
        A.starts_with(&["TLS-1-2", "TLS-1-3"]),
        &[
            ("TLS-1-2-2017", "true"),
            ("tls-1-2", "false"),
            ("!Sub 'TLS-1-${Later}'", "unknown"),
            ("!Sub 'TLS-1-2${Later}'", "true"),
            ("!Sub 'SSL${Later}'", "false"),
        ],
    );
    table(
        A.ignoring_case().starts_with_none_of(&["aurora"]),
        &[
            ("MySQL", "true"),
            ("Aurora-MySQL", "false"),
            ("-", "true"),
            ("!Sub 'AURORA-${Later}'", "false"),
            ("!Sub 'My${Later}'", "true"),
        ],
    );
    table(A.equals("x"), &[("x", "true"), ("X", "false"), ("-", "false")]);
    table(A.differs_from("x"), &[("x", "false"), ("X", "true"), ("-", "true")]);
}

#[test]
fn numbers_and_lists() {
    table(
        A.at_least(7),
        &[
            ("7", "true"),
            ("'7.0'", "true"),
            ("6", "false"),
            ("x", "false"),
            ("-", "false"),
            ("!Ref Later", "unknown"),
            ("!If [Perhaps, 7, 30]", "true"),
        ],
    );
    table(A.default("0").at_most(7), &[("-", "true"), ("8", "false"), ("'7'", "true")]);
    table(
        A.has_at_most(1),
        &[
            ("[]", "true"),
            ("[x]", "true"),
            ("[x, y]", "false"),
            ("-", "true"),
            ("!Ref LaterList", "unknown"),
            ("[x, !If [Perhaps, y, !Ref 'AWS::NoValue']]", "unknown"),
            ("[!If [Perhaps, x, y]]", "true"),
            ("[x, y, !If [Perhaps, z, !Ref 'AWS::NoValue']]", "false"),
        ],
    );
    table(
        A.contains("ELB"),
        &[
            ("'EC2, ELB'", "true"),
            ("[EC2, ELB]", "true"),
            ("ELBS", "false"),
            ("!Sub '${Later},ELB'", "true"),
            ("!Sub '${Later}ELB'", "unknown"),
            ("[EC2, !Ref Later]", "unknown"),
            ("[ELB, !Ref Later]", "true"),
            ("-", "false"),
        ],
    );
}

#[test]
fn parameters_of_the_rule() {
    let given = [("text", "60"), ("list", "a, b")];
    table_with(
        A.equals_parameter("text"),
        &given,
        &[("60", "true"), ("'60.0'", "true"), ("6", "false"), ("!Sub '7${Later}'", "false")],
    );
    table_with(
        A.is_one_of_parameter("list"),
        &given,
        &[("b", "true"), ("c", "false"), ("-", "false"), ("!Ref Later", "unknown")],
    );
    table_with(A.at_least_parameter("text"), &given, &[("60", "true"), ("59", "false")]);
    table_with(A.at_most_parameter("text"), &given, &[("60", "true"), ("61", "false")]);
    table_with(check!(when_parameter("text", &A.is_true())), &given, &[("true", "true"), ("false", "false")]);
    table(check!(when_parameter("text", &A.is_true())), &[("true", "true"), ("false", "true")]);
    table_with(parameter_contains("list", "b"), &given, &[("-", "true")]);
    table_with(parameter_contains("list", "c"), &given, &[("-", "false")]);
    table_with(check!(when_parameter("text", &A.is_true())), &[("text", " ")], &[("false", "true")]);
}

#[test]
fn combinations() {
    let unknown = ("!Ref Later", "unknown");
    table(check!(all_of(&[A.is_true(), never("no")])), &[("true", "false"), ("!Ref Later", "false")]);
    table(check!(all_of(&[A.is_true(), Check::ALWAYS])), &[("true", "true"), unknown]);
    table(check!(any_of(&[A.is_true(), Check::ALWAYS])), &[("false", "true"), ("!Ref Later", "true")]);
    table(check!(any_of(&[A.is_true(), never("no")])), &[("false", "false"), unknown]);
    table(check!(not(&A.is_true(), "it is on")), &[("true", "false"), ("false", "true"), unknown]);
    table(
        check!(when(&A.is_true(), &Check::ALWAYS, &never("no"))),
        &[("true", "true"), ("false", "false"), unknown],
    );
    table(check!(when(&A.is_true(), &never("one"), &never("other"))), &[("!Ref Later", "false")]);
    table(check!(when(&A.is_true(), &Check::ALWAYS, &A.is_true())), &[unknown]);
}

#[test]
fn items() {
    table(
        check!(each_item("A", &property("Flag").is_true())),
        &[
            ("[{Flag: true}, {Flag: true}]", "true"),
            ("[{Flag: true}, {Flag: false}]", "false"),
            ("[{Flag: !Ref Later}, {Flag: false}]", "false"),
            ("[{Flag: !Ref Later}, {Flag: true}]", "unknown"),
            ("[{Flag: true}, !If [Perhaps, {Flag: false}, !Ref 'AWS::NoValue']]", "unknown"),
            ("[{Flag: true}, !If [Perhaps, {Flag: true}, !Ref 'AWS::NoValue']]", "true"),
            ("{x: {Flag: true}, y: {Flag: false}}", "false"),
            ("[]", "true"),
            ("-", "true"),
            ("!Ref LaterList", "unknown"),
        ],
    );
    table(
        check!(some_item("A", &property("Flag").is_true())),
        &[
            ("[{Flag: false}, {Flag: true}]", "true"),
            ("[{Flag: false}, {}]", "false"),
            ("[{Flag: !Ref Later}, {Flag: true}]", "true"),
            ("[{Flag: !Ref Later}, {Flag: false}]", "unknown"),
            ("[!If [Perhaps, {Flag: true}, !Ref 'AWS::NoValue']]", "unknown"),
            ("[!If [Perhaps, {Flag: true}, {Flag: 'true'}]]", "true"),
            ("[]", "false"),
            ("-", "false"),
        ],
    );
    table(
        check!(each_item("A", &property("").is_one_of(&["x"]))),
        &[("[x, x]", "true"), ("[x, y]", "false"), ("x", "true")],
    );
}

#[test]
fn other_resources() {
    const POLICY: Related = related(&["AWS::S3::BucketPolicy"], "Bucket");
    let bucket = |name: &str, rest: &str| {
        format!("  Judged: {{Type: 'AWS::S3::Bucket', Properties: {{ {name} }}}}\n{rest}")
    };
    let policy = |bucket: &str, condition: &str| {
        format!("  Policy: {{Type: 'AWS::S3::BucketPolicy', {condition} Properties: {{Bucket: {bucket}}}}}")
    };
    let is = |check: &Check, resources: &str| decide_for(check, &Rule::BASE, &[], resources);
    let exists = &POLICY.exists();
    let none = &check!(POLICY.each(&never("there is one")));
    let named = "BucketName: logs";
    for (name, reference, condition, found) in [
        ("", "!Ref Judged", "", "true"),
        ("", "!Ref Later", "", "false"),
        ("", "logs", "", "false"),
        (named, "logs", "", "true"),
        (named, "my-logs", "", "false"),
        (named, "!Ref Later", "", "unknown"),
        (named, "!Sub 'my-${Later}'", "", "false"),
        (named, "!Sub '${Later}s'", "", "unknown"),
        ("BucketName: !Ref Later", "!Ref Later", "", "true"),
        ("BucketName: !Sub 'x-${Later}'", "!Sub 'x-${Later}'", "", "true"),
        ("BucketName: !Sub 'x-${Later}'", "!Sub 'y-${Later}'", "", "unknown"),
        ("", "!Sub '${Judged}-logs'", "", "false"),
        ("", "!If [Perhaps, !Ref Judged, other]", "", "unknown"),
        ("", "!If [Perhaps, !Ref Judged, !Ref Judged]", "", "true"),
        ("", "!Ref Judged", "Condition: Perhaps,", "unknown"),
    ] {
        let resources = bucket(name, &policy(reference, condition));
        assert_eq!(is(exists, &resources), found, "{resources}");
        let absent = match found {
            "true" => "false",
            "false" => "true",
            _ => "unknown",
        };
        assert_eq!(is(none, &resources), absent, "{resources}");
    }
    assert_eq!(is(exists, &bucket("", "")), "false");
}
