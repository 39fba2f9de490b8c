//! `cfn-gate resolve`.

use super::{BROKEN, MACRO, OPEN, SECURE, folder, run};
use serde_json::{Deserializer, Value, json};

fn documents(out: &str) -> Vec<Value> {
    Deserializer::from_str(out).into_iter().map(|document| document.unwrap()).collect()
}

#[test]
fn a_template_is_one_document() {
    let folder = folder(&[("a.yaml", OPEN)]);
    let run = run(&folder, &["resolve", "a.yaml", "--parameter", "Encrypted=true"]);
    assert_eq!(run.code, 0);
    let documents = documents(&run.out);
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0]["template"], "a.yaml");
    assert_eq!(documents[0]["complete"], true);
    assert_eq!(documents[0]["errors"], json!([]));
    let database = &documents[0]["resources"]["Database"];
    assert_eq!(database["type"], "AWS::RDS::DBInstance");
    assert_eq!(database["properties"], json!({"StorageEncrypted": "true"}));
    assert_eq!((database["line"].clone(), database["column"].clone()), (json!(5), json!(3)));
}

#[test]
fn what_cant_be_known_says_why() {
    let folder = folder(&[("a.yaml", OPEN)]);
    let documents = documents(&run(&folder, &["resolve", "a.yaml"]).out);
    let value = &documents[0]["resources"]["Database"]["properties"]["StorageEncrypted"];
    assert!(value["$unknown"].as_str().unwrap().contains("Encrypted"), "{value}");
}

#[test]
fn a_template_with_errors_is_2_and_still_a_document() {
    let folder = folder(&[("a.yaml", BROKEN), ("b.yaml", SECURE)]);
    let run = run(&folder, &["resolve", "."]);
    assert_eq!(run.code, 2);
    let documents = documents(&run.out);
    assert_eq!(documents.len(), 2);
    assert_eq!(documents[0]["errors"][0]["line"], 3);
    assert_eq!(documents[1]["errors"], json!([]));
}

#[test]
fn a_macro_makes_it_incomplete() {
    let folder = folder(&[("a.yaml", MACRO)]);
    let run = run(&folder, &["resolve", "a.yaml"]);
    assert_eq!(run.code, 0);
    assert_eq!(documents(&run.out)[0]["complete"], false);
}
