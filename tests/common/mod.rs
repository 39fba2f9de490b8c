//! Reports made by hand: what the parser, the resolver and the engine would hand over, without them.

#![allow(dead_code)]

mod edges;

#[allow(unused_imports)]
pub use edges::{baseline, configured, edges};

use cfn_gate::evaluate::{AppliedRule, Compliance, Evaluation, NotEvaluated, Outcome, Reason};
use cfn_gate::gate::{self, Gate, Policy, Report};
use cfn_gate::report::{self, Format, Options};
use cfn_gate::resolve::{Content, Incomplete, Resource, Stack, Value};
use cfn_gate::rules::{self, InputParameters};
use cfn_gate::template::{Diagnostic, FileId, Map, SourceFile, Span};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

/// The place of `needle` in `text`; with `a>>b`, of the first `b` after `a`.
pub fn span(text: &str, needle: &str) -> Span {
    let (before, needle) = needle.rsplit_once(">>").unwrap_or(("", needle));
    let from = text.find(before).unwrap_or_else(|| panic!("{before:?} is not in the text")) + before.len();
    let start = from + text[from..].find(needle).unwrap_or_else(|| panic!("{needle:?} is not in the text"));
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    Span {
        file: FileId::TEMPLATE,
        start: u32::try_from(start).unwrap(),
        end: u32::try_from(start + needle.len()).unwrap(),
        line: u32::try_from(text[..start].matches('\n').count() + 1).unwrap(),
        column: u32::try_from(text[line_start..start].chars().count() + 1).unwrap(),
    }
}

/// The managed rule `rds-storage-encrypted` with the parameters given.
pub fn storage_encrypted(parameters: &[(&str, &str)]) -> Arc<AppliedRule> {
    let rule = rules::find("rds-storage-encrypted").unwrap();
    let mut values = InputParameters::defaults(rule);
    for (name, value) in parameters {
        values.set(rule, name, value).unwrap();
    }
    Arc::new(AppliedRule::managed(rule, values))
}

/// A rule that cfn-gate does not know.
pub fn custom(name: &str) -> Arc<AppliedRule> {
    Arc::new(AppliedRule::unknown(name.into(), name.into()))
}

/// A run that is being made up.
pub struct Run {
    rules: Vec<Arc<AppliedRule>>,
    stacks: Vec<Stack>,
    outcomes: Vec<Outcome>,
    gate: Gate,
}

/// A finding that is being made up; the rest of an evaluation follows from it.
pub struct Made<'a> {
    pub rule: &'a Arc<AppliedRule>,
    pub logical_id: &'a str,
    pub resource_type: &'a str,
    pub compliance: Compliance,
    pub annotation: &'a str,
    pub property: &'a str,
    /// Where, as [`span`] finds it.
    pub at: &'a str,
}

impl Run {
    pub fn new(rules: &[&Arc<AppliedRule>]) -> Self {
        let mut gate = Gate::new(Policy::default());
        gate.today = "2026-11-23".parse().unwrap();
        let rules = rules.iter().map(|rule| Arc::clone(rule)).collect();
        Run { rules, stacks: Vec::new(), outcomes: Vec::new(), gate }
    }

    pub fn policy(&mut self, policy: Policy) -> &mut Self {
        self.gate.policy = policy;
        self
    }

    /// What decides, to be changed.
    pub fn gate(&mut self) -> &mut Gate {
        &mut self.gate
    }

    /// Begins a template; what follows is of it.
    pub fn template(&mut self, name: &str, text: &str) -> &mut Self {
        self.stacks.push(Stack {
            files: vec![Arc::new(SourceFile { name: name.into(), text: text.into() })],
            resources: Vec::new(),
            outputs: Map::default(),
            diagnostics: Vec::new(),
            incomplete: Vec::new(),
            secrets: Vec::new(),
            expanded: None,
            provenance: Default::default(),
        });
        self
    }

    pub fn stack(&mut self) -> &mut Stack {
        self.stacks.last_mut().expect("a template")
    }

    /// The place of `needle` in the text of the template.
    pub fn at(&self, needle: &str) -> Span {
        span(&self.stacks.last().expect("a template").files[0].text, needle)
    }

    pub fn diagnostic(&mut self, diagnostic: Diagnostic) -> &mut Self {
        self.stack().diagnostics.push(diagnostic);
        self
    }

    pub fn secret(&mut self, needle: &str) -> &mut Self {
        let span = self.at(needle);
        self.stack().secrets.push(span);
        self
    }

    pub fn incomplete(&mut self, needle: &str, message: &str) -> &mut Self {
        let span = self.at(needle);
        self.stack().incomplete.push(Incomplete { span, message: message.into() });
        self
    }

    pub fn resource(&mut self, logical_id: &str, resource_type: &str) -> &mut Self {
        let span = self.at(logical_id);
        self.stack().resources.push(Resource {
            logical_id: logical_id.into(),
            span,
            resource_type: resource_type.into(),
            type_span: span,
            properties: Value { span, origin: None, content: Content::Map(Map::default()) },
            condition: None,
            condition_name: None,
            metadata: None,
            deletion_policy: None,
            update_replace_policy: None,
            update_policy: None,
            creation_policy: None,
            made_by: None,
        });
        self
    }

    pub fn finding(&mut self, made: Made<'_>, change: impl FnOnce(&mut Evaluation)) -> &mut Self {
        let mut evaluation = Evaluation {
            stack: self.stacks.len() - 1,
            logical_id: made.logical_id.into(),
            resource_type: made.resource_type.into(),
            resource_span: self.at(made.logical_id),
            condition: None,
            rule: Arc::clone(made.rule),
            compliance: made.compliance,
            annotation: made.annotation.into(),
            property: made.property.into(),
            span: self.at(made.at),
            origin: None,
            resource_evaluation: None,
        };
        change(&mut evaluation);
        self.outcomes.push(Outcome::Evaluated(evaluation));
        self
    }

    pub fn not_evaluated(&mut self, logical_id: &str, resource_type: &str, reason: Reason) -> &mut Self {
        let outcome = NotEvaluated {
            stack: self.stacks.len() - 1,
            logical_id: logical_id.into(),
            resource_type: resource_type.into(),
            span: self.at(logical_id),
            reason,
        };
        self.outcomes.push(Outcome::NotEvaluated(outcome));
        self
    }

    pub fn report(&mut self) -> Report {
        let (stacks, outcomes) = (std::mem::take(&mut self.stacks), std::mem::take(&mut self.outcomes));
        gate::judge("embedded", &self.rules, Vec::new(), stacks, outcomes, &self.gate)
    }
}

/// What is written of `report` in `format`.
pub fn written(format: Format, report: &Report) -> String {
    // A format that needs to know more says so, and has a test of that.
    let (account_id, region) = (Some("111122223333".into()), Some("eu-west-1".into()));
    let time = UNIX_EPOCH + Duration::from_secs(1_767_225_600);
    written_with(
        format,
        report,
        &Options { account_id, region, time, show_suppressed: true, ..Options::default() },
    )
}

pub fn written_with(format: Format, report: &Report, options: &Options) -> String {
    let mut out = Vec::new();
    report::write(format, report, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

pub const DATABASE: &str = "\
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Encrypt:
    Type: String
    Default: 'false'
  Password:
    Type: String
    NoEcho: true
    Default: correct-horse
Conditions:
  IsProduction: !Equals [!Ref Stage, production]
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Condition: IsProduction
    Properties:
      Engine: postgres
      StorageEncrypted: !Ref Encrypt
  Archive:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
  Replica:
    Type: AWS::RDS::DBInstance
    Properties:
      SourceDBInstanceIdentifier: !ImportValue orders
  Reports:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: true
  Role:
    Type: AWS::IAM::Role
  Function:
    Type: AWS::Lambda::Function
";

/// A run in which everything happens that can happen.
pub fn everything() -> Report {
    let plain = storage_encrypted(&[]);
    let keyed = storage_encrypted(&[("kmsKeyId", "alias/orders")]);
    let own = custom("our-databases-have-owners");
    let database = |rule, logical_id, compliance, annotation, property, at| Made {
        rule,
        logical_id,
        resource_type: "AWS::RDS::DBInstance",
        compliance,
        annotation,
        property,
        at,
    };
    let mut run = Run::new(&[&plain, &own]);
    run.template("stacks/database.yaml", DATABASE);
    for logical_id in ["Orders", "Archive", "Replica", "Reports"] {
        run.resource(logical_id, "AWS::RDS::DBInstance");
    }
    run.resource("Role", "AWS::IAM::Role").resource("Function", "AWS::Lambda::Function");
    let (default, condition) = (run.at("Default: >>'false'"), run.at("Equals [>>!Ref Stage"));
    run.secret("correct-horse")
        .diagnostic(
            Diagnostic::warning(condition, "the parameter `Stage` is not declared")
                .help("Declare it under `Parameters`.")
                .related(default, "the last one that is"),
        )
        .finding(
            database(
                &plain,
                "Orders",
                Compliance::NonCompliant,
                "StorageEncrypted is `false`, expected `true`",
                "StorageEncrypted",
                "StorageEncrypted: >>!Ref Encrypt",
            ),
            |evaluation| {
                evaluation.origin = Some(default);
                evaluation.condition = Some("IsProduction".into());
            },
        )
        .finding(
            database(
                &plain,
                "Archive",
                Compliance::NonCompliant,
                "StorageEncrypted is not set and `false` by default, expected `true`",
                "StorageEncrypted",
                "Archive",
            ),
            |_| {},
        )
        .finding(database(&own, "Archive", Compliance::NonCompliant, "", "", "Archive"), |_| {})
        .finding(
            database(
                &plain,
                "Replica",
                Compliance::InsufficientData,
                "StorageEncrypted is inherited from the snapshot or the source instance",
                "StorageEncrypted",
                "SourceDBInstanceIdentifier: >>!ImportValue orders",
            ),
            |_| {},
        )
        .finding(database(&keyed, "Reports", Compliance::Compliant, "", "", "Reports"), |_| {})
        .finding(
            database(&own, "Reports", Compliance::NotApplicable, "the resource has no owner", "", "Reports"),
            |_| {},
        )
        .not_evaluated("Role", "AWS::IAM::Role", Reason::NoRule)
        .not_evaluated(
            "Function",
            "AWS::Lambda::Function",
            Reason::Failed("AWS Config did not answer within 60 s".into()),
        );

    run.template("stacks/broken.json", "{\n  \"Resources\": []\n}\n");
    let (list, key) = (run.at("[]"), run.at("\"Resources\""));
    run.diagnostic(
        Diagnostic::error(list, "`Resources` has to be a map of logical IDs, found a list")
            .help("Write `{\"LogicalId\": {\"Type\": …}}`.")
            .related(key, "the section"),
    );

    run.template("stacks/function.yaml", "Transform: AWS::Serverless-2016-10-31\nResources:\n  Api: {}\n");
    run.resource("Api", "AWS::Serverless::Api")
        .incomplete(
            "AWS::Serverless-2016-10-31",
            "the macro AWS::Serverless-2016-10-31 runs in AWS only, so resources that it makes are not judged",
        )
        .not_evaluated("Api", "AWS::Serverless::Api", Reason::NoRule);

    run.template("stacks/quiet.yaml", "Resources:\n  Only:\n    Type: AWS::RDS::DBInstance\n");
    run.resource("Only", "AWS::RDS::DBInstance")
        .finding(database(&plain, "Only", Compliance::Compliant, "", "", "Only"), |_| {});
    run.report()
}
