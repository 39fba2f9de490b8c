//! For CI systems: JUnit's XML, a suite a template, a case a resource and rule.
//!
//! The parts are named for where people look at them. Jenkins cuts a class name at its last full stop into
//! package and class: the package is the template and the class the resource type. GitLab's merge requests and
//! GitHub's test reporters list cases by name: it holds the logical ID and the rule.

use super::construct::{self, local_line};
use super::entry::DISREGARDED;
use super::escape::visible;
use super::excerpt::place;
use super::service;
use super::suppressed::{Why, sentence};
use crate::evaluate::{Compliance, Reason};
use crate::gate::{Finding, JudgedTemplate, Report, Warning};
use crate::resolve::Stack;
use crate::source::CodeLine;
use crate::template::Span;
use junit_report::{Duration, OffsetDateTime, TestCase, TestResult, TestSuite};
use std::collections::HashMap;
use std::io::{self, Write};

/// Writes `report` as JUnit XML.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut document = junit_report::Report::new();
    document.add_testsuites(report.templates.iter().map(|template| suite(report, template)));
    if !report.warnings.is_empty() {
        document.add_testsuite(warnings(report));
    }
    if !report.undecided.is_empty() {
        document.add_testsuite(undecided(report));
    }
    document.write_xml(&mut *out).map_err(io::Error::other)?;
    out.write_all(b"\n")
}

/// A suite without cases.
fn empty_suite(name: String, cases: usize) -> TestSuite {
    TestSuite {
        name,
        package: "cfn-gate".into(),
        // The same run gives the same bytes.
        timestamp: OffsetDateTime::UNIX_EPOCH,
        hostname: "localhost".into(),
        testcases: Vec::with_capacity(cases),
        system_out: None,
        system_err: None,
    }
}

/// The suite of the rules that got no verdict.
fn undecided(report: &Report) -> TestSuite {
    let mut suite = empty_suite("rules without a verdict".into(), report.undecided.len());
    for undecided in &report.undecided {
        suite.testcases.push(TestCase {
            name: visible(&undecided.rule.name).into_owned(),
            time: Duration::ZERO,
            result: TestResult::SkippedWithCause {
                type_: undecided.reason.kind().into(),
                message: visible(&undecided.reason.to_string()).into_owned(),
                cause: None,
            },
            classname: Some("rules".into()),
            filepath: None,
            system_out: None,
            system_err: None,
        });
    }
    suite
}

/// The suite of the warnings about files that are no templates.
fn warnings(report: &Report) -> TestSuite {
    let mut suite = empty_suite("warnings".into(), report.warnings.len());
    for (number, Warning { file, diagnostic }) in (1..).zip(&report.warnings) {
        let at = format!("{}:{}", visible(&file.name), diagnostic.span);
        let message = visible(&diagnostic.message);
        let help = diagnostic.help.as_deref().map(visible).unwrap_or_default();
        let cause = Some(cdata(&format!("{message}\nat {at}\n{help}")));
        let (type_, message) = ("warning".to_owned(), format!("{message} ({at})"));
        suite.testcases.push(TestCase {
            name: format!("warning {number}: {}", visible(&diagnostic.message)),
            time: Duration::ZERO,
            result: match report.policy.strict {
                true => TestResult::Failure { type_, message, cause },
                false => TestResult::SkippedWithCause { type_, message, cause },
            },
            classname: Some("warnings".into()),
            filepath: Some(visible(&file.name).into_owned()),
            system_out: None,
            system_err: None,
        });
    }
    suite
}

/// The suite of a template.
fn suite(report: &Report, template: &JudgedTemplate) -> TestSuite {
    let stack = &template.stack;
    let mut suite = empty_suite(visible(template.name()).into_owned(), template.findings.len() + 1);
    let mut cases = Cases { stack, names: HashMap::new(), suite: &mut suite };

    for error in stack.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()) {
        let mut details = Vec::new();
        details.extend(error.help.as_deref().map(|help| visible(help).into_owned()));
        details.extend(
            error.related.iter().map(|(span, label)| format!("{}: {}", place(stack, *span), visible(label))),
        );
        cases.add(
            "template",
            &format!("template: {}", visible(&error.message)),
            error.span,
            Outcome::Error("template error", &error.message),
            &details,
        );
    }
    if !stack.has_errors() {
        // A suite is never empty: some systems take a report without cases for a broken run.
        cases.add("template", "template: is read without errors", Span::default(), Outcome::Success, &[]);
    }
    for incomplete in &stack.incomplete {
        let outcome = if report.policy.allow_incomplete {
            Outcome::Skipped("only partly known", &incomplete.message)
        } else {
            Outcome::Error("only partly known", &incomplete.message)
        };
        cases.add("template", "template: is completely known", incomplete.span, outcome, &[]);
    }
    for finding in &template.findings {
        cases.finding(finding);
    }
    for resource in &template.not_evaluated {
        let (name, outcome) = match &resource.reason {
            Reason::NoRule => ("no rule", Outcome::Skipped("no rule", "no rule looks at this resource type")),
            Reason::Failed(why) => ("could not be evaluated", Outcome::Error("not evaluated", why)),
        };
        let name = format!("{}: {name}", visible(&resource.logical_id));
        cases.add(&resource.resource_type, &name, resource.span, outcome, &[]);
    }

    for warning in stack.diagnostics.iter().filter(|warning| report.policy.strict && !warning.is_error()) {
        let details: Vec<String> = warning.help.iter().map(|help| visible(help).into_owned()).collect();
        let outcome = Outcome::Failure("warning", &warning.message);
        let name = format!("warning: {}", visible(&warning.message));
        cases.add("template", &name, warning.span, outcome, &details);
    }

    let warnings: Vec<String> = stack
        .diagnostics
        .iter()
        .filter(|diagnostic| !diagnostic.is_error())
        .map(|warning| format!("{}: warning: {}", place(stack, warning.span), visible(&warning.message)))
        .collect();
    if !warnings.is_empty() {
        suite.system_out = Some(cdata(&warnings.join("\n")));
    }
    suite
}

/// How a case ends: what kind, and why in a sentence.
enum Outcome<'a> {
    Success,
    Failure(&'a str, &'a str),
    Error(&'a str, &'a str),
    Skipped(&'a str, &'a str),
}

/// The cases of a suite as they are gathered.
struct Cases<'a> {
    stack: &'a Stack,
    /// Class and name of each case so far, with how often they were wanted: systems that compare runs tell
    /// cases apart by them.
    names: HashMap<(String, String), usize>,
    suite: &'a mut TestSuite,
}

impl Cases<'_> {
    /// Adds the case of a resource and a rule.
    fn finding(&mut self, finding: &Finding) {
        let evaluation = &finding.evaluation;
        let kind = evaluation.compliance.as_str();
        let annotation = match evaluation.annotation.as_str() {
            "" => kind,
            annotation => annotation,
        };
        let sentence = finding.suppression.as_deref().map(sentence);
        let outcome = match evaluation.compliance {
            _ if finding.suppression.is_some() => {
                let why =
                    finding.suppression.as_deref().map_or("", |suppression| Why::of(suppression).as_str());
                Outcome::Skipped(why, sentence.as_deref().unwrap_or_default())
            }
            _ if finding.fails => Outcome::Failure(kind, annotation),
            Compliance::Compliant => Outcome::Success,
            Compliance::NonCompliant | Compliance::InsufficientData | Compliance::NotApplicable => {
                Outcome::Skipped(kind, annotation)
            }
        };
        let name = format!("{}: {}", visible(&evaluation.logical_id), visible(&evaluation.rule.name));
        let details = match evaluation.compliance {
            Compliance::NonCompliant | Compliance::InsufficientData => self.details(finding),
            Compliance::Compliant | Compliance::NotApplicable => Vec::new(),
        };
        let place = (evaluation.span, local_line(self.stack, evaluation));
        self.add_at(&evaluation.resource_type, &name, place, outcome, &details);
        // JUnit has no properties of a case: what AWS Config judged is what the case printed.
        if let (Some(case), Some(evaluation)) =
            (self.suite.testcases.last_mut(), &evaluation.resource_evaluation)
        {
            case.system_out = Some(cdata(&service::lines(evaluation).join("\n")));
        }
    }

    /// What there is to say of a finding below its annotation.
    fn details(&self, finding: &Finding) -> Vec<String> {
        let evaluation = &finding.evaluation;
        let mut details = Vec::new();
        if finding.suppression.is_some() {
            // Its place is taken by why it doesn't count.
            details.push(format!("{}: {}", evaluation.compliance.as_str(), visible(&evaluation.annotation)));
        }
        if finding.disregarded {
            details.push(DISREGARDED.to_owned());
        }
        details.extend(construct::remarks(self.stack, evaluation));
        details.extend(evaluation.resource_evaluation.as_ref().and_then(service::replaced));
        if let Some(origin) = evaluation.origin {
            details.push(format!("the value comes from {}", place(self.stack, origin)));
        }
        if let Some(condition) = &evaluation.condition {
            details.push(format!("only where the condition {} holds", visible(condition)));
        }
        details.push(format!("severity: {}", evaluation.rule.severity().as_str()));
        if let Some(rule) = evaluation.rule.managed {
            details.push(format!("fix: {}", rule.fix));
            details.push(rule.documentation_url());
        }
        details
    }

    /// Adds a case whose name no other has.
    fn add(&mut self, group: &str, name: &str, span: Span, outcome: Outcome<'_>, details: &[String]) {
        self.add_at(group, name, (span, None), outcome, details);
    }

    /// As [`Cases::add`], for something that a line of a program made.
    fn add_at(
        &mut self,
        group: &str,
        name: &str,
        (span, line): (Span, Option<&CodeLine>),
        outcome: Outcome<'_>,
        details: &[String],
    ) {
        let class = format!("{}.{}", self.suite.name, visible(group));
        let (class, name) = self.unique(class, name);
        let at = match line {
            Some(line) => format!("{}, {}", visible(&line.to_string()), place(self.stack, span)),
            None => place(self.stack, span),
        };
        let message = |why| format!("{} ({at})", visible(why));
        let cause = |why| {
            let details: String = details.iter().flat_map(|detail| ["\n", detail]).collect();
            Some(cdata(&format!("{}\nat {at}{details}", visible(why))))
        };
        let result = match outcome {
            Outcome::Success => TestResult::Success,
            Outcome::Failure(kind, why) => {
                TestResult::Failure { type_: kind.into(), message: message(why), cause: cause(why) }
            }
            Outcome::Error(kind, why) => {
                TestResult::Error { type_: kind.into(), message: message(why), cause: cause(why) }
            }
            Outcome::Skipped(kind, why) => {
                let cause = if details.is_empty() { None } else { cause(why) };
                TestResult::SkippedWithCause { type_: kind.into(), message: message(why), cause }
            }
        };
        let file = self.stack.files.get(usize::from(span.file.0)).map(|file| file.name.as_str());
        let file = line.map(|line| &*line.file).or(file);
        self.suite.testcases.push(TestCase {
            name,
            time: Duration::ZERO,
            result,
            classname: Some(class),
            filepath: file.map(|file| visible(file).into_owned()),
            system_out: None,
            system_err: None,
        });
    }

    /// The class and the name, with a number if another case has them.
    fn unique(&mut self, class: String, name: &str) -> (String, String) {
        let mut key = (class, name.to_owned());
        while let Some(count) = self.names.get_mut(&key) {
            *count += 1;
            key.1 = format!("{} ({count})", key.1);
        }
        self.names.insert(key.clone(), 1);
        key
    }
}

/// Text that may stand in a CDATA section: where it says `]]>`, the section ends and another begins.
fn cdata(text: &str) -> String {
    text.replace("]]>", "]]]]><![CDATA[>")
}
