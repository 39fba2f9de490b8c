//! The scalar rules of YAML 1.1, as CloudFormation has them.

use crate::tree;
use serde_json::{Value, json};

fn scalar(text: &str) -> Value {
    let (tree, messages) = tree(&format!("key: {text}\n"));
    assert!(messages.is_empty(), "{text}: {messages:?}");
    tree["key"].clone()
}

fn key(text: &str) -> String {
    let (tree, _) = tree(&format!("{text}: value\n"));
    tree.as_object().unwrap().keys().next().unwrap().clone()
}

#[test]
fn booleans_are_the_six_words_in_three_cases_each() {
    for text in ["yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"] {
        assert_eq!(scalar(text), json!(true), "{text}");
    }
    for text in ["no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"] {
        assert_eq!(scalar(text), json!(false), "{text}");
    }
    for text in ["y", "n", "Y", "N", "yEs", "tRUE", "oN", "nope", "'yes'", "\"no\""] {
        assert_eq!(scalar(text), json!(text.trim_matches(['\'', '"'])), "{text}");
    }
}

#[test]
fn whole_numbers_have_five_notations() {
    for (text, number) in [
        ("0", 0),
        ("12", 12),
        ("+12", 12),
        ("-12", -12),
        ("0755", 493),
        ("-017", -15),
        ("00", 0),
        ("0x1F", 31),
        ("-0x1f", -31),
        ("0b11", 3),
        ("1_000", 1000),
        ("1:30", 90),
        ("190:20:30", 685_230),
        ("065115117704", 7_133_765_572),
        ("-9223372036854775808", i64::MIN),
    ] {
        assert_eq!(scalar(text), json!(number), "{text}");
    }
}

#[test]
fn what_only_looks_like_a_number_stays_text() {
    for text in [
        "012345678901",
        "08",
        "0o17",
        "1e3",
        "12e03",
        "1.5e3",
        "-.5",
        "1:60",
        "0:30",
        "0x",
        "0x_",
        "_1",
        "1.2.3",
        "10.0.0.1",
        "99999999999999999999",
        "2012-10-17",
        "2001-12-14t21:59:43.10-05:00",
        "=",
        "-",
        "+",
        ".",
        "1:30.5e+3",
        ".inf",
        ".nan",
        "1-2",
    ] {
        if text != "-" {
            assert_eq!(scalar(text), json!(text), "{text}");
        }
    }
}

#[test]
fn numbers_with_a_fraction() {
    for (text, number) in [
        ("1.10", 1.1),
        ("-1.5", -1.5),
        ("+1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("0.0", 0.0),
        ("1.5e+3", 1500.0),
        ("1.5E-1", 0.15),
        ("1_000.5", 1000.5),
        ("1:30.5", 90.5),
    ] {
        assert_eq!(scalar(text), json!(number), "{text}");
    }
}

#[test]
fn null_has_five_spellings() {
    for text in ["~", "null", "Null", "NULL", ""] {
        assert_eq!(scalar(text), Value::Null, "{text}");
    }
    assert_eq!(scalar("''"), json!(""));
    assert_eq!(scalar("nULL"), json!("nULL"));
}

#[test]
fn keys_are_text_after_the_scalar_rules() {
    for (written, read) in [
        ("On", "true"),
        ("no", "false"),
        ("'On'", "On"),
        ("0x10", "16"),
        ("012", "10"),
        ("012345678901", "012345678901"),
        ("065115117704", "7133765572"),
        ("1.10", "1.10"),
        ("8.0", "8.0"),
        ("2012-10-17", "2012-10-17"),
        ("~", "null"),
        ("y", "y"),
    ] {
        assert_eq!(key(written), read, "{written}");
    }
}

#[test]
fn quoted_and_block_scalars_and_arguments_of_short_forms_are_text() {
    let (tree, _) =
        tree("a: '12'\nb: \"true\"\nc: |-\n  0755\nd: >-\n  yes\ne: !Ref 12\nf: !Sub 1.10\ng: !GetAZs\n");
    assert_eq!(
        tree,
        json!({"a": "12", "b": "true", "c": "0755", "d": "yes", "e": {"Ref": "12"}, "f": {"Fn::Sub": "1.10"},
            "g": {"Fn::GetAZs": ""}})
    );
}

#[test]
fn standard_tags_are_honoured() {
    let (tree, messages) =
        tree("[!!str 12, !!int 0x10, !!float 3, !!bool yes, !!null ~, !!seq [a], !!map {a: b}]");
    assert_eq!(tree, json!(["12", 16, 3.0, true, null, ["a"], {"a": "b"}]));
    assert_eq!(messages, Vec::<String>::new());
}

#[test]
fn json_numbers_follow_json() {
    let (tree, _) =
        tree(r#"{"a": 1e3, "b": -0.5, "c": 12, "d": 99999999999999999999, "e": "0755", "f": 1e999}"#);
    assert_eq!(
        tree,
        json!({"a": 1000.0, "b": -0.5, "c": 12, "d": "99999999999999999999", "e": "0755", "f": "1e999"})
    );
}
