//! Every format over one run in which everything happens, read back by parsers that others wrote.

mod common;

use cfn_gate::evaluate::Compliance;
use cfn_gate::gate::Verdict;
use cfn_gate::report::{self, Format, Options};
use common::{Made, Run, custom, edges, everything, written, written_with};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

#[test]
fn text() {
    insta::assert_snapshot!(written(Format::Text, &everything()));
}

#[test]
fn text_in_colour() {
    let options = Options { colour: true, width: 80, ..Options::default() };
    insta::assert_snapshot!(written_with(Format::Text, &everything(), &options));
}

#[test]
fn json() {
    // One line as it is written; laid out here so that a change can be read.
    let document: serde_json::Value = serde_json::from_str(&written(Format::Json, &everything())).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn junit() {
    let document = written(Format::Junit, &everything());
    insta::assert_snapshot!(document.replace("><", ">\n<"));
}

#[test]
fn sarif() {
    let document: serde_json::Value = serde_json::from_str(&written(Format::Sarif, &everything())).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn github() {
    insta::assert_snapshot!(written(Format::Github, &everything()));
}

#[test]
fn gitlab() {
    let document: serde_json::Value = serde_json::from_str(&written(Format::Gitlab, &everything())).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn markdown() {
    insta::assert_snapshot!(written(Format::Markdown, &everything()));
}

#[test]
fn asff() {
    let document: serde_json::Value = serde_json::from_str(&written(Format::Asff, &everything())).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn html() {
    let page = written(Format::Html, &everything());
    // Style and script are the same on every page.
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    let (body, _) = body.split_once("<script>").unwrap();
    insta::assert_snapshot!(format!("{head}{body}"));
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    for format in Format::ALL {
        assert_eq!(written(*format, &everything()), written(*format, &everything()), "{format}");
    }
}

#[test]
fn the_last_line_says_how_it_ended_and_why() {
    let lines: Vec<String> = edges()
        .iter()
        .map(|(name, report)| {
            format!("{name}: {}", written(Format::Text, report).lines().last().unwrap_or_default())
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn json_is_as_the_schema_says() {
    let schema = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/report.schema.json"));
    let schema: serde_json::Value = serde_json::from_str(&schema.unwrap()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    for (name, report) in edges() {
        let document: serde_json::Value = serde_json::from_str(&written(Format::Json, &report)).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
    // The schema is strict: it must not pass what it does not know.
    let mut document: serde_json::Value =
        serde_json::from_str(&written(Format::Json, &everything())).unwrap();
    document["templates"][0]["findings"][0]["surprise"] = true.into();
    assert!(!validator.is_valid(&document));
}

#[test]
fn exit_code_and_verdict_of_json() {
    for (name, report) in edges() {
        let document: serde_json::Value = serde_json::from_str(&written(Format::Json, &report)).unwrap();
        let (verdict, code) = match report.verdict {
            Verdict::Passed => ("passed", 0),
            Verdict::Failed => ("failed", 1),
            Verdict::Invalid => ("invalid", 2),
            Verdict::Incomplete => ("incomplete", 3),
        };
        assert_eq!((&document["verdict"], &document["exitCode"]), (&verdict.into(), &code.into()), "{name}");
    }
}

#[test]
fn junit_is_red_where_the_gate_is_closed() {
    for (name, report) in edges() {
        let xml = written(Format::Junit, &report);
        let document = roxmltree::Document::parse(&xml).unwrap();
        let red =
            document.descendants().any(|node| node.has_tag_name("failure") || node.has_tag_name("error"));
        // Where there was no template at all there is no suite that could say so.
        let expected = report.verdict != Verdict::Passed && !report.templates.is_empty();
        assert_eq!(red, expected, "{name}");
    }
}

#[test]
fn junit_has_a_case_for_each_resource_and_rule() {
    let report = everything();
    let xml = written(Format::Junit, &report);
    let document = roxmltree::Document::parse(&xml).unwrap();
    let suites: Vec<_> = document.root_element().children().collect();
    assert_eq!(suites.len(), report.templates.len());
    for (suite, template) in suites.iter().zip(&report.templates) {
        assert_eq!(suite.attribute("name"), Some(template.name()));
        let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
        let count =
            |tag| cases.iter().filter(|case| case.children().any(|node| node.has_tag_name(tag))).count();
        assert_eq!(suite.attribute("tests"), Some(&*cases.len().to_string()));
        assert_eq!(suite.attribute("failures"), Some(&*count("failure").to_string()));
        assert_eq!(suite.attribute("errors"), Some(&*count("error").to_string()));
        for finding in &template.findings {
            let evaluation = &finding.evaluation;
            let name = format!("{}: {}", evaluation.logical_id, evaluation.rule.name);
            let class = format!("{}.{}", template.name(), evaluation.resource_type);
            let case = cases
                .iter()
                .find(|case| {
                    case.attribute("name") == Some(&name) && case.attribute("classname") == Some(&class)
                })
                .unwrap_or_else(|| panic!("{name}"));
            let result = case.children().find(roxmltree::Node::is_element).map(|node| node.tag_name().name());
            let expected = match evaluation.compliance {
                Compliance::Compliant => None,
                Compliance::NonCompliant => Some("failure"),
                Compliance::InsufficientData | Compliance::NotApplicable => Some("skipped"),
            };
            assert_eq!(result, expected, "{name}");
        }
    }
}

#[test]
fn junit_names_are_unique() {
    let rule = custom("twice");
    let mut run = Run::new(&[&rule]);
    run.template("a.yaml", "Resources:\n  Only: {}\n").resource("Only", "AWS::IAM::Role");
    for _ in 0..3 {
        let made = Made {
            rule: &rule,
            logical_id: "Only",
            resource_type: "AWS::IAM::Role",
            compliance: Compliance::NonCompliant,
            annotation: "why",
            property: "",
            at: "Only",
        };
        run.finding(made, |_| {});
    }
    let xml = written(Format::Junit, &run.report());
    let document = roxmltree::Document::parse(&xml).unwrap();
    let names: HashSet<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("testcase"))
        .map(|case| (case.attribute("classname"), case.attribute("name")))
        .collect();
    assert_eq!(names.len(), 4);
}

#[test]
fn no_format_loses_a_finding() {
    for (name, report) in edges() {
        let text = written(Format::Text, &report);
        let json: serde_json::Value = serde_json::from_str(&written(Format::Json, &report)).unwrap();
        for (index, template) in report.templates.iter().enumerate() {
            let findings = json["templates"][index]["findings"].as_array().unwrap();
            assert_eq!(findings.len(), template.findings.len(), "{name}");
            for (finding, written) in template.findings.iter().zip(findings) {
                let evaluation = &finding.evaluation;
                assert_eq!(written["rule"]["name"], evaluation.rule.name, "{name}");
                assert_eq!(written["logicalId"], *evaluation.logical_id, "{name}");
                assert_eq!(written["compliance"], evaluation.compliance.as_str(), "{name}");
                // People see what is wrong or open; what is well is counted.
                let shown = format!(
                    "{}: {} ({})",
                    evaluation.rule.name, evaluation.logical_id, evaluation.resource_type
                );
                let worth_showing =
                    matches!(evaluation.compliance, Compliance::NonCompliant | Compliance::InsufficientData);
                assert_eq!(text.contains(&shown), worth_showing, "{name}: {shown}");
            }
        }
    }
}

#[test]
fn formats_have_names() {
    for format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(*format));
    }
    assert_eq!(
        "xml".parse::<Format>(),
        Err("no report format is called `xml`: expected one of text, json, junit, cdk, sarif, github, gitlab, markdown, asff, html"
            .into())
    );
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.json");
    fs::write(&path, "an earlier report").unwrap();
    report::write_file(Format::Json, &everything(), &Options::default(), &path).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), written(Format::Json, &everything()));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
}

#[test]
fn a_file_that_can_not_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().join("missing/report.json"), folder.path().to_owned()] {
        let error = report::write_file(Format::Json, &everything(), &Options::default(), &path).unwrap_err();
        let message = error.to_string();
        assert!(
            message.starts_with(&format!("can't write the report to `{}`: ", path.display())),
            "{message}"
        );
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
}

#[cfg(unix)]
#[test]
fn links_stay_links_and_devices_stay_devices() {
    let folder = tempfile::tempdir().unwrap();
    let (target, link) = (folder.path().join("target.xml"), folder.path().join("link.xml"));
    fs::write(&target, "").unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    report::write_file(Format::Junit, &everything(), &Options::default(), &link).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&target).unwrap(), written(Format::Junit, &everything()));
    report::write_file(Format::Text, &everything(), &Options::default(), Path::new("/dev/null")).unwrap();
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}
