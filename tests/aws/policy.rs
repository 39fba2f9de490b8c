//! `docs/iam-policy.json` allows what is called, and nothing else.

use crate::harness::{Run, stack};
use cfn_gate::aws::Connection;
use std::collections::BTreeSet;
use std::path::Path;

/// The actions of the policy's statement with this name, or of all statements.
fn actions(sid: Option<&str>) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/iam-policy.json");
    let policy: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let statements = policy["Statement"].as_array().unwrap();
    statements
        .iter()
        .filter(|statement| sid.is_none_or(|sid| statement["Sid"] == sid))
        .flat_map(|statement| match &statement["Action"] {
            serde_json::Value::String(action) => vec![action.clone()],
            actions => serde_json::from_value(actions.clone()).unwrap(),
        })
        .collect()
}

#[test]
fn the_policy_allows_every_call_that_the_program_has_and_no_other() {
    assert_eq!(actions(None), Connection::actions().collect());
}

#[test]
fn a_run_makes_the_calls_of_its_statement() {
    let done = Run::default().evaluate(&[stack("Topic:\n  Type: AWS::SNS::Topic")]).unwrap();
    let called: BTreeSet<String> = done
        .emulator
        .calls()
        .keys()
        .map(|call| match *call {
            "DescribeType" => format!("cloudformation:{call}"),
            call => format!("config:{call}"),
        })
        .collect();
    assert_eq!(called, actions(Some("EvaluateResources")));
}
