//! What holds for every rule, tried on every case: the same template in another dress gets the same verdicts, and
//! to know more never overturns a verdict.

use crate::case::{Case, CaseFile};
use crate::judge::judge;
use cfn_gate::resolve::{Environment, ParameterValue};
use cfn_gate::rules;
use cfn_gate::template::{Content, FileId, Node, read_tree};
use rayon::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

type Verdicts = BTreeMap<String, &'static str>;

/// A parameter that hides a value, and a condition that hides whether it is there.
const HIDDEN: &str = "HiddenByTheTest";

#[test]
fn a_template_in_json_gets_the_verdicts_that_it_gets_in_yaml() {
    for_each_case(|case, template| same(case, &verdicts(case, template, None)?, &expected(case)));
}

#[test]
fn the_order_of_resources_and_keys_changes_no_verdict() {
    for_each_case(|case, template| same(case, &verdicts(case, &reversed(template), None)?, &expected(case)));
}

/// Whatever a rule says while a value can't be known, other than INSUFFICIENT_DATA, it says when it is known.
#[test]
fn to_know_a_value_overturns_no_verdict() {
    for_each_case(|case, template| {
        let known = expected(case);
        for path in
            values(template).iter().filter(|path| is_scalar(at(template, path)) && !is_settled(case, path))
        {
            let value = text(at(template, path));
            let hidden = with(template, path, json!({ "Ref": HIDDEN }));
            let open = verdicts(case, &hidden, None).map_err(|error| format!("{path:?}: {error}"))?;
            holds(&open, &known).map_err(|error| format!("{path:?} hidden: {error}"))?;
            // The value comes back through the parameter.
            let given =
                verdicts(case, &hidden, Some(&value)).map_err(|error| format!("{path:?}: {error}"))?;
            same(case, &given, &known).map_err(|error| format!("{path:?} = {value} given: {error}"))?;
        }
        Ok(())
    });
}

/// Whatever a rule says while nobody knows whether a value is there, it says with and without it.
#[test]
fn to_know_whether_a_value_is_there_overturns_no_verdict() {
    for_each_case(|case, template| {
        let known = expected(case);
        for path in values(template).iter().filter(|path| !is_needed(path) && !is_settled(case, path)) {
            let value = at(template, path).clone();
            let either = json!({ "Fn::If": [HIDDEN, value, { "Ref": "AWS::NoValue" }] });
            let hidden = with(template, path, either);
            let open = verdicts(case, &hidden, None).map_err(|error| format!("{path:?}: {error}"))?;
            holds(&open, &known).map_err(|error| format!("{path:?} there or not: {error}"))?;
            for (value, known) in [("true", Some(&known)), ("false", None)] {
                let found =
                    verdicts(case, &hidden, Some(value)).map_err(|error| format!("{path:?}: {error}"))?;
                holds(&open, &found).map_err(|error| format!("{path:?} there, {value}: {error}"))?;
                if let Some(known) = known {
                    same(case, &found, known).map_err(|error| format!("{path:?} there: {error}"))?;
                }
            }
        }
        Ok(())
    });
}

/// Whatever a rule says of a resource while nobody knows whether another one is there, it says with and without it.
#[test]
fn to_know_whether_another_resource_is_there_overturns_no_verdict() {
    for_each_case(|case, template| {
        let known = expected(case);
        let resources = template["Resources"].as_object().into_iter().flatten();
        for (name, _) in resources.filter(|(_, resource)| resource.get("Condition").is_none()) {
            let hidden =
                with(template, &["Resources".into(), name.clone(), "Condition".into()], json!(HIDDEN));
            let mut open = verdicts(case, &hidden, None).map_err(|error| format!("{name}: {error}"))?;
            open.remove(name);
            holds(&open, &known).map_err(|error| format!("{name} there or not: {error}"))?;
            // Without it, what refers to it would be wrong, or leads out of the template to where a rule can't see.
            if let Ok(mut without) = verdicts(case, &hidden, Some("false")) {
                without.retain(|_, verdict| *verdict != "INSUFFICIENT_DATA");
                open.retain(|resource, _| without.contains_key(resource));
                holds(&open, &without).map_err(|error| format!("{name} not there: {error}"))?;
            }
        }
        Ok(())
    });
}

fn for_each_case(holds: impl Fn(&Case, &Value) -> Result<(), String> + Sync) {
    let files = CaseFile::all();
    let cases: Vec<(&str, &Case)> =
        files.iter().flat_map(|file| file.cases.iter().map(|case| (&*file.name, case))).collect();
    let failures: Vec<String> = cases
        .par_iter()
        .filter_map(|(file, case)| {
            let tree = read_tree(FileId::TEMPLATE, &case.template);
            let template = to_json(&tree.root.expect("the template of a case can be read"));
            let error = holds(case, &template).err()?;
            Some(format!("{file}:{}: {}: {}: {error}", case.line, case.rule, case.name))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} cases:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

fn verdicts(case: &Case, template: &Value, hidden: Option<&str>) -> Result<Verdicts, String> {
    let mut template = template.clone();
    template["Parameters"][HIDDEN] = json!({ "Type": "String" });
    template["Conditions"][HIDDEN] = json!({ "Fn::Equals": [{ "Ref": HIDDEN }, "true"] });
    let mut environment: Environment = case.environment.clone();
    if let Some(value) = hidden {
        let value = ParameterValue { value: value.into(), given: "the test".into() };
        environment.parameters.insert(HIDDEN.into(), value);
    }
    let rule = rules::find(&case.rule).expect("cases are of rules");
    let evaluations = judge(rule, &template.to_string(), &environment, &case.parameters)?;
    Ok(evaluations.iter().map(|found| (found.logical_id.to_string(), found.compliance.as_str())).collect())
}

fn expected(case: &Case) -> Verdicts {
    case.expect.iter().map(|(resource, compliance)| (resource.clone(), compliance.as_str())).collect()
}

fn same(case: &Case, found: &Verdicts, expected: &Verdicts) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("found {found:?}, line {} says {expected:?}", case.line))
    }
}

/// Every verdict of `open` is open, or says what that of `known` says. COMPLIANT and NOT_APPLICABLE say the same: no
/// objection, whichever it is.
fn holds(open: &Verdicts, known: &Verdicts) -> Result<(), String> {
    let word = |verdict: &'static str| if verdict == "NOT_APPLICABLE" { "COMPLIANT" } else { verdict };
    let overturned = open.iter().find(|(resource, verdict)| {
        **verdict != "INSUFFICIENT_DATA"
            && known.get(*resource).map(|known| word(known)) != Some(word(verdict))
    });
    match overturned {
        Some((resource, verdict)) => {
            let then = known.get(resource).copied().unwrap_or("nothing");
            Err(format!("{resource} is {verdict}, and {then} when it is known"))
        }
        None => Ok(()),
    }
}

/// The places of all values below `Properties` that aren't within a function.
fn values(template: &Value) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (name, resource) in template["Resources"].as_object().into_iter().flatten() {
        if let Some(properties) = resource.get("Properties") {
            below(properties, &mut vec!["Resources".into(), name.clone(), "Properties".into()], &mut found);
        }
    }
    found
}

fn below(value: &Value, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let mut visit = |key: String, value: &Value| {
        path.push(key);
        found.push(path.clone());
        below(value, path, found);
        path.pop();
    };
    match value {
        Value::Object(map) if !is_function(map) => {
            map.iter().for_each(|(key, value)| visit(key.clone(), value));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| visit(index.to_string(), item));
        }
        _ => {}
    }
}

fn is_function(map: &Map<String, Value>) -> bool {
    map.len() == 1 && map.keys().all(|key| key.starts_with("Fn::") || key == "Ref" || key == "Condition")
}

/// Whether nothing that AWS takes can be without it: what a rule says of the rest has no meaning.
fn is_needed(path: &[String]) -> bool {
    let elements = ["Action", "NotAction", "NotPrincipal", "Principal"];
    path.last().is_some_and(|key| elements.contains(&&**key))
}

/// Whether a value is one that AWS would refuse, so that a rule need not reckon with it.
fn is_settled(case: &Case, path: &[String]) -> bool {
    let refused = match &*case.rule {
        // The same Availability Zone twice.
        "CLB_MULTIPLE_AZ" => "AvailabilityZones",
        // A tag of one's own that begins with `aws:`.
        "CODEBUILD_PROJECT_TAGGED" => "Own",
        _ => return false,
    };
    path.iter().any(|key| key == refused)
}

fn is_scalar(value: &Value) -> bool {
    // A number with a fraction has lost its text: 1.30 is no version.
    value.is_string() || value.is_i64() || value.is_boolean()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn at<'t>(template: &'t Value, path: &[String]) -> &'t Value {
    path.iter().fold(template, |value, key| match value {
        Value::Array(items) => &items[key.parse::<usize>().expect("an index")],
        value => &value[key],
    })
}

fn with(template: &Value, path: &[String], value: Value) -> Value {
    let mut changed = template.clone();
    let place = path.iter().fold(&mut changed, |place, key| match place {
        Value::Array(items) => &mut items[key.parse::<usize>().expect("an index")],
        place => &mut place[key.as_str()],
    });
    *place = value;
    changed
}

/// The template with the entries of every map in the opposite order.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            Value::Object(map.iter().rev().map(|(key, value)| (key.clone(), reversed(value))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(reversed).collect()),
        value => value.clone(),
    }
}

fn to_json(node: &Node) -> Value {
    match &node.content {
        Content::Null => Value::Null,
        Content::Boolean(boolean) => json!(boolean),
        Content::Integer(integer) => json!(integer),
        Content::Float(float) => json!(float),
        Content::Text(text) => json!(&**text),
        Content::List(items) => Value::Array(items.iter().map(to_json).collect()),
        Content::Map(map) => {
            Value::Object(map.iter().map(|entry| (entry.key.to_string(), to_json(&entry.value))).collect())
        }
    }
}
