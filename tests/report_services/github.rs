//! Workflow commands, read back as the runner of GitHub Actions reads them.

use super::common::{edges, everything, written};
use super::{listed, made_by_cdk, many, one};
use cfn_gate::gate::Report;
use cfn_gate::report::{Format, append_job_summary};
use std::collections::HashMap;
use std::fs;

/// A workflow command.
struct Command {
    name: String,
    properties: HashMap<String, String>,
    data: String,
}

/// What the runner makes of a line: `::name key=value,key=value::data`, unescaped.
fn command(line: &str) -> Option<Command> {
    let (head, data) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let unescape = |text: &str| {
        text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
    };
    let properties = properties.split(',').filter_map(|pair| pair.split_once('='));
    Some(Command {
        name: name.into(),
        properties: properties.map(|(key, value)| (key.into(), unescape(value))).collect(),
        data: unescape(data),
    })
}

/// The commands in a report, which are all of its lines but the last.
fn commands(report: &Report) -> Vec<Command> {
    let output = written(Format::Github, report);
    let mut lines: Vec<&str> = output.lines().collect();
    let last = lines.pop().unwrap();
    assert!(command(last).is_none() && !last.contains("##["), "{last}");
    lines.into_iter().map(|line| command(line).unwrap_or_else(|| panic!("{line}"))).collect()
}

#[test]
fn every_finding_is_an_annotation() {
    for (name, report) in edges() {
        let commands = commands(&report);
        for (rule, logical_id, _) in listed(&report) {
            let title = format!("{rule}: {logical_id} (AWS::RDS::DBInstance)");
            let found =
                commands.iter().filter(|command| command.properties["title"].ends_with(&title)).count();
            // What doesn't count would take the place of what does.
            let expected = usize::from(!matches!(name, "suppressed" | "in the baseline"));
            assert_eq!(found, expected, "{name}: {title}");
        }
        assert!(commands.iter().all(|command| ["error", "warning", "notice"].contains(&&*command.name)));
    }
}

#[test]
fn an_annotation_has_its_place() {
    let command = commands(&one("", "", |_| {})).pop().unwrap();
    let properties = |names: [&str; 5]| names.map(|name| command.properties[name].clone());
    assert_eq!(
        properties(["file", "line", "endLine", "col", "endColumn"]),
        ["a b/c:d.yaml", "3", "3", "11", "31"]
    );
    assert!(command.data.starts_with("StorageEncrypted is `false`, expected `true`\n"), "{}", command.data);
}

#[test]
fn the_line_of_the_program_comes_first() {
    let command = commands(&one("", "", |run| made_by_cdk(run, true))).pop().unwrap();
    assert_eq!((&*command.properties["file"], &*command.properties["line"]), ("lib/orders.ts", "7"));
    assert!(command.data.contains("in the template: ./a b/c:d.yaml:3:11"), "{}", command.data);
}

#[test]
fn nothing_leaves_a_command() {
    let mut report = one("", "", |_| {});
    let evaluation = &mut report.templates[0].findings[0].evaluation;
    evaluation.logical_id = "a::error::b,line=1,title=c%0A::warning::d".into();
    evaluation.annotation = "e\n::add-mask::f\r\n##[group]g %0A".into();
    let commands = commands(&report);
    assert_eq!(commands.len(), 1);
    let Command { properties, data, .. } = &commands[0];
    assert_eq!(properties["line"], "3");
    assert!(properties["title"].contains("a::error::b,line=1,title=c%0A::warning::d"));
    assert!(data.starts_with("e\\n::add-mask::f\\r\\n##[group]g %0A\n"), "{data}");
}

#[test]
fn the_job_summary_is_appended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("summary.md");
    fs::write(&path, "# Before\n").unwrap();
    append_job_summary(&everything(), &path).unwrap();
    let summary = fs::read_to_string(&path).unwrap();
    let comment = written(Format::Markdown, &everything());
    assert_eq!(summary, format!("# Before\n{}", comment.strip_prefix("<!-- cfn-gate -->\n").unwrap()));
}

#[test]
fn the_job_summary_keeps_to_what_github_takes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("summary.md");
    let report = many(6_000, "why");
    append_job_summary(&report, &path).unwrap();
    let summary = fs::read_to_string(&path).unwrap();
    assert!(summary.len() <= 1 << 20 && summary.len() > 1_000_000, "{}", summary.len());
    assert!(summary.contains("more did not fit in here"));
    // The next one finds what is left, until not even the counts fit.
    while let Ok(()) = append_job_summary(&report, &path) {}
    assert!(fs::metadata(&path).unwrap().len() <= 1 << 20);
}
