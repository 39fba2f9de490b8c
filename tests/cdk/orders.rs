//! The example app: every resource with its construct and line, every finding in the right place, every value.

use super::{Run, run};
use serde_json::Value;
use std::path::Path;

/// In the repository, so that source lines are those of `examples/cdk`.
fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn resolved() -> Vec<Value> {
    run(here(), &["resolve", "tests/cdk/orders"]).documents()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("-")
}

#[test]
fn every_resource_has_its_stack_construct_and_line() {
    let mut lines = Vec::new();
    for stack in resolved() {
        let environment = &stack["environment"];
        lines.push(format!(
            "{} = {} in {}/{} from {}",
            text(&stack["stack"]),
            text(&stack["stack_name"]),
            text(&environment["account"]),
            text(&environment["region"]),
            text(&stack["template"])
        ));
        for (logical_id, resource) in stack["resources"].as_object().unwrap() {
            let library = if resource["library_code"] == true { " (library)" } else { "" };
            lines.push(format!(
                "  {logical_id} {}\n    {}{library}\n    {}",
                text(&resource["type"]),
                text(&resource["construct_path"]),
                text(&resource["source"])
            ));
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn findings_point_at_the_line_of_the_program() {
    let rules = [
        "s3-bucket-logging-enabled",
        "rds-instance-public-access-check",
        "sns-encrypted-kms",
        "lambda-inside-vpc",
    ];
    let rules: Vec<&str> = rules.iter().flat_map(|rule| ["--rule", rule]).collect();
    let run = run(here(), &[&["check", "--format", "json", "tests/cdk/orders"], &*rules].concat());
    assert_eq!(run.code, 1, "{run:?}");
    let report = run.document();
    let mut lines = Vec::new();
    for template in report["templates"].as_array().unwrap() {
        for finding in template["findings"].as_array().unwrap() {
            let construct = &finding["construct"];
            let source = &construct["source"];
            lines.push(format!(
                "{} {}: {} {}:{}",
                text(&finding["compliance"]),
                text(&finding["rule"]["name"]),
                text(&construct["path"]),
                text(&source["file"]),
                source["line"]
            ));
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_source_line_comes_before_the_template() {
    let arguments =
        ["--rule", "rds-instance-public-access-check", "--stack", "Prod/Database", "tests/cdk/orders"];
    let text = run(here(), &[&["check"], &arguments[..]].concat());
    insta::assert_snapshot!("text", text.stdout);
    let junit = run(here(), &[&["check", "--format", "junit"], &arguments[..]].concat());
    insta::assert_snapshot!("junit", junit.stdout.replace("><", ">\n<"));
    let cdk = run(here(), &[&["check", "--format", "cdk"], &arguments[..]].concat());
    insta::assert_snapshot!("cdk", serde_json::to_string_pretty(&cdk.document()).unwrap());
}

#[test]
fn values_cross_from_stack_to_stack() {
    let stacks = resolved();
    let stack = |name: &str| stacks.iter().find(|stack| stack["stack"] == name).unwrap();
    // A parameter goes into the nested stack, and an output comes out of it.
    let queues = &stack("Prod/Orders/Queues")["resources"];
    assert_eq!(queues["WaitingC1D29F8D"]["properties"]["MessageRetentionPeriod"], "345600");
    let orders = &stack("Prod/Orders")["resources"]["InvoiceD30D3468"]["properties"];
    let variables = &orders["Environment"]["Variables"];
    assert_eq!(
        text(&variables["QUEUE"]["$unknown"]),
        "in the stack Prod/Orders/Queues, the physical ID of WaitingC1D29F8D is known only after deployment"
    );
    // An import leads to the exporting stack's resource, in nested stacks as well.
    let bucket =
        "in the stack Prod/Storage, the physical ID of InvoicesF0222E8D is known only after deployment";
    assert_eq!(text(&variables["BUCKET"]["$unknown"]), bucket);
    assert_eq!(text(&queues["Arrived89E2F266"]["properties"]["DisplayName"]["$unknown"]), bucket);
    // The manifest tells the account and the Region.
    assert_eq!(orders["Code"]["S3Bucket"], "cdk-hnb659fds-assets-111122223333-eu-west-1");
}

#[test]
fn books_that_cdk_keeps_are_not_missed() {
    let Run { stdout, .. } = run(here(), &["check", "tests/cdk/orders"]);
    assert!(!stdout.contains("AWS::CDK::Metadata"), "{stdout}");
}
