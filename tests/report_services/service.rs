//! What reports say of AWS Config's own evaluations, and which of two places comes first.

use crate::common::{Made, Run, storage_encrypted, written};
use crate::{json, text};
use cfn_gate::evaluate::{Compliance, ReplacedProperty, ResourceEvaluation};
use cfn_gate::gate::Report;
use cfn_gate::report::Format;
use cfn_gate::source::{CodeLine, Construct};

const ID: &str = "1f0c7a52-0000-4000-8000-000000000001";

fn replaced(property: &str, placeholder: bool) -> ReplacedProperty {
    let reason = if placeholder {
        "the physical ID of Key is known only after deployment"
    } else {
        "it may be a secret"
    };
    ReplacedProperty { property: property.into(), placeholder, reason: reason.into() }
}

/// A finding of the AWS engine on a resource that CDK made.
fn report(compliance: Compliance) -> Report {
    let rule = storage_encrypted(&[]);
    let mut run = Run::new(&[&rule]);
    run.template(
        "cdk.out/app.template.json",
        "{\"Resources\": {\n  \"Only\": {\n    \"StorageEncrypted\": false}}}",
    )
    .resource("Only", "AWS::RDS::DBInstance");
    let construct = Construct {
        path: "App/Only/Resource".into(),
        source: Some(CodeLine { file: "lib/app.ts".into(), line: 7, column: Some(5), is_local: true }),
        properties: Vec::new(),
        is_library_code: false,
        acknowledged: Vec::new(),
    };
    run.stack().provenance.constructs.insert("Only".into(), construct);
    let made = Made {
        rule: &rule,
        logical_id: "Only",
        resource_type: "AWS::RDS::DBInstance",
        compliance,
        annotation: "not encrypted",
        property: "StorageEncrypted",
        at: "false",
    };
    run.finding(made, |evaluation| {
        evaluation.resource_evaluation = Some(ResourceEvaluation {
            id: ID.into(),
            replaced: vec![replaced("KmsKeyId", true), replaced("MasterUserPassword", false)],
        });
    });
    run.report()
}

#[test]
fn what_aws_config_judged_is_in_every_report() {
    let report = report(Compliance::NonCompliant);
    for format in Format::ALL.iter().copied().filter(|format| *format != Format::Cdk) {
        let written = written(format, &report);
        assert!(
            written.contains("KmsKeyId") && written.contains("MasterUserPassword"),
            "{format}: {written}"
        );
        assert_eq!(written.contains(ID), format != Format::Text, "{format}: {written}");
    }
    let expected = "AWS Config got placeholders for KmsKeyId and nothing of MasterUserPassword";
    for format in
        [Format::Text, Format::Junit, Format::Github, Format::Markdown, Format::Html, Format::Gitlab]
    {
        let written = written(format, &report).replace("\n  │ ", " ");
        assert!(written.contains(expected), "{format}: {written}");
    }
    let sarif = json(Format::Sarif, &report);
    let evaluation = &sarif["runs"][0]["results"][0]["properties"]["resourceEvaluation"];
    assert_eq!(evaluation["id"], ID);
    assert_eq!(evaluation["replaced"][1]["property"], "MasterUserPassword");
    assert_eq!(evaluation["replaced"][1]["placeholder"], false);
    let asff = json(Format::Asff, &report);
    assert_eq!(text(&asff[0]["ProductFields"]["cfn-gate/ResourceEvaluationId"]), ID);
    // A case that passes says it too: JUnit lists those.
    let junit = written(Format::Junit, &self::report(Compliance::Compliant));
    let out = "<system-out><![CDATA[resource evaluation 1f0c7a52-0000-4000-8000-000000000001\n\
               KmsKeyId: a placeholder was sent: the physical ID of Key is known only after deployment\n\
               MasterUserPassword: it was not sent: it may be a secret]]></system-out>";
    assert!(junit.contains(out), "{junit}");
}

#[test]
fn the_line_of_the_program_comes_before_that_of_the_template() {
    let report = report(Compliance::NonCompliant);
    for format in Format::ALL.iter().copied().filter(|format| !matches!(format, Format::Json | Format::Cdk)) {
        let written = written(format, &report);
        // SARIF and GitLab give line and column apart from the file.
        let program = written.find("lib/app.ts").unwrap_or_else(|| panic!("{format}: {written}"));
        let heading = written.find("app.template.json").unwrap_or(usize::MAX);
        let template = written.find("app.template.json:3:").unwrap_or(heading);
        assert!(program < template, "{format}: {written}");
    }
    let sarif = json(Format::Sarif, &report);
    let result = &sarif["runs"][0]["results"][0];
    let place = |value: &serde_json::Value| {
        let place = &value["physicalLocation"];
        (text(&place["artifactLocation"]["uri"]).to_owned(), place["region"]["startLine"].as_u64())
    };
    assert_eq!(place(&result["locations"][0]), ("lib/app.ts".into(), Some(7)));
    assert_eq!(place(&result["relatedLocations"][0]), ("cdk.out/app.template.json".into(), Some(3)));
    assert!(written(Format::Github, &report).starts_with("::error file=lib/app.ts,line=7,col=5,"));
    assert_eq!(json(Format::Gitlab, &report)[0]["location"]["path"], "lib/app.ts");
    assert!(written(Format::Junit, &report).contains("file=\"lib/app.ts\""));
    let cdk = json(Format::Cdk, &report);
    let violation = &cdk["pluginReports"][0]["violations"][0]["violatingConstructs"][0];
    assert_eq!(violation["stackTraces"][0], "<anonymous> (lib/app.ts:7:5)");
}
