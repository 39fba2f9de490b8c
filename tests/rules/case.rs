//! The files with cases.
//!
//! A file is a map from rule identifiers to lists of cases:
//!
//! ```yaml
//! S3_BUCKET_LOGGING_ENABLED:
//!   - name: another prefix than the parameter says
//!     parameters: {targetPrefix: data/}         # of the rule, optional
//!     given: {Prefix: logs/}                    # of the template, optional: each is declared as a String
//!     region: eu-west-1                         # AWS::Region and account: AWS::AccountId, optional
//!     resources:                                # what stands below Resources
//!       Data:
//!         Type: AWS::S3::Bucket
//!         Properties:
//!           LoggingConfiguration:
//!             LogFilePrefix: !Ref Prefix        # <- here
//!     expect: {Data: NON_COMPLIANT}             # every resource that the rule judges
//!     property: LoggingConfiguration.LogFilePrefix          # the property of a finding, optional
//!     annotation: …                                         # of a finding, optional
//! ```
//!
//! A finding has to point at the line that ends in the comment `# <- here`, if there is one. Every template
//! has two parameters without a value, `Later` (a String) and `LaterList` (a CommaDelimitedList), the list
//! parameter `Nothing`, which is empty, and the conditions `Perhaps` and `PerhapsNot`, which hang on `Later`.
//!
//! A rule that can't have a case with some verdict says so: `- never: INSUFFICIENT_DATA` and `because: …`.

use cfn_gate::evaluate::Compliance;
use cfn_gate::resolve::{Environment, ParameterValue};
use cfn_gate::template::{Content, Entry, FileId, Map, Node, read_tree};
use std::path::Path;

/// What every template of a case has besides its resources.
const PRELUDE: &str = "\
Conditions:
  Perhaps: !Equals [!Ref Later, 'true']
  PerhapsNot: !Not [!Condition Perhaps]
Parameters:
  Later: {Type: String}
  LaterList: {Type: CommaDelimitedList}
  Nothing: {Type: CommaDelimitedList, Default: ''}
";

/// A file of cases.
#[derive(Debug)]
pub struct CaseFile {
    /// `rds.yaml`
    pub name: String,
    /// Its cases, in their order.
    pub cases: Vec<Case>,
    /// The verdicts that a rule can't come to: identifier, verdict.
    pub impossible: Vec<(String, Compliance)>,
}

/// A case.
#[derive(Debug)]
pub struct Case {
    /// The rule's identifier.
    pub rule: String,
    /// What is special about it.
    pub name: String,
    /// Where it stands in its file.
    pub line: u32,
    /// The rule's parameters.
    pub parameters: Vec<(String, String)>,
    /// What is known of the deployment.
    pub environment: Environment,
    /// The template.
    pub template: String,
    /// The line of the template that a finding has to point at.
    pub marked_line: Option<u32>,
    /// The verdict on every resource that the rule judges.
    pub expect: Vec<(String, Compliance)>,
    /// The property of a finding.
    pub property: Option<String>,
    /// The annotation of a finding.
    pub annotation: Option<String>,
}

impl CaseFile {
    /// All files of cases.
    pub fn all() -> Vec<CaseFile> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
        let mut paths: Vec<_> = std::fs::read_dir(folder)
            .expect("the folder with the cases is there")
            .map(|entry| entry.expect("the folder can be read").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
            .collect();
        paths.sort();
        paths.iter().map(|path| CaseFile::read(path)).collect()
    }

    fn read(path: &Path) -> CaseFile {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).expect("the file can be read");
        let tree = read_tree(FileId::TEMPLATE, &text);
        if let Some(problem) = tree.diagnostics.first() {
            panic!("{name}:{}: {}", problem.span, problem.message);
        }
        let mut file = CaseFile { name, cases: Vec::new(), impossible: Vec::new() };
        let root = tree.root.unwrap_or_else(|| panic!("{} is empty", file.name));
        for rule in file.map(&root).iter() {
            let Some(cases) = rule.value.as_list() else {
                panic!("{}:{}: expected a list of cases", file.name, rule.key_span);
            };
            for node in cases {
                let map = file.map(node);
                match map.get("never") {
                    Some(verdict) => {
                        assert!(map.get("because").is_some(), "{}:{}: because?", file.name, node.span);
                        let verdict = file.compliance(verdict);
                        file.impossible.push((rule.key.to_string(), verdict));
                    }
                    None => {
                        let case = file.case(&rule.key, node, map, &text);
                        file.cases.push(case);
                    }
                }
            }
        }
        file
    }

    fn case(&self, rule: &str, node: &Node, map: &Map<Node>, text: &str) -> Case {
        let mut case = Case {
            rule: rule.into(),
            name: String::new(),
            line: node.span.line,
            parameters: Vec::new(),
            environment: Environment::default(),
            template: String::new(),
            marked_line: None,
            expect: Vec::new(),
            property: None,
            annotation: None,
        };
        let mut given = Vec::new();
        for entry in map {
            let value = &entry.value;
            match &*entry.key {
                "name" => case.name = self.text(value),
                "parameters" => case.parameters = self.texts(value),
                "given" => given = self.texts(value),
                "region" => case.environment.region = Some(self.text(value)),
                "account" => case.environment.account_id = Some(self.text(value)),
                "resources" => case.template = resources(entry, text),
                "expect" => {
                    let expect = self.map(value).iter();
                    case.expect =
                        expect.map(|entry| (entry.key.to_string(), self.compliance(&entry.value))).collect();
                }
                "property" => case.property = Some(self.text(value)),
                "annotation" => case.annotation = Some(self.text(value)),
                other => panic!("{}:{}: unknown key {other}", self.name, entry.key_span),
            }
        }
        assert!(!case.expect.is_empty(), "{}:{}: nothing is expected", self.name, node.span);
        case.marked_line =
            case.template.lines().zip(1..).find(|(line, _)| line.ends_with("# <- here")).map(|it| it.1);
        case.template.push_str(PRELUDE);
        for (name, value) in given {
            case.template.push_str(&format!("  {name}: {{Type: String}}\n"));
            let value = ParameterValue { value, given: "the case".into() };
            case.environment.parameters.insert(name, value);
        }
        case
    }

    fn map<'n>(&self, node: &'n Node) -> &'n Map<Node> {
        node.as_map().unwrap_or_else(|| panic!("{}:{}: expected a map", self.name, node.span))
    }

    fn texts(&self, node: &Node) -> Vec<(String, String)> {
        self.map(node).iter().map(|entry| (entry.key.to_string(), self.text(&entry.value))).collect()
    }

    fn text(&self, node: &Node) -> String {
        match &node.content {
            Content::Text(text) => text.to_string(),
            Content::Boolean(boolean) => boolean.to_string(),
            Content::Integer(integer) => integer.to_string(),
            _ => panic!("{}:{}: expected text", self.name, node.span),
        }
    }

    fn compliance(&self, node: &Node) -> Compliance {
        let text = self.text(node);
        [
            Compliance::Compliant,
            Compliance::NonCompliant,
            Compliance::NotApplicable,
            Compliance::InsufficientData,
        ]
        .into_iter()
        .find(|compliance| compliance.as_str() == text)
        .unwrap_or_else(|| panic!("{}:{}: {text} is no verdict", self.name, node.span))
    }
}

/// The template's section Resources, cut out of the text of the case file as it stands there.
fn resources(entry: &Entry<Node>, text: &str) -> String {
    let span = entry.value.span;
    let (start, end) = (span.start as usize, span.end as usize);
    let line_end = text[end..].find('\n').map_or(text.len(), |length| end + length);
    if span.line == entry.key_span.line {
        format!("Resources: {}\n", &text[start..end])
    } else {
        let indent = " ".repeat(span.column as usize - 1);
        format!("Resources:\n{indent}{}\n", text[start..line_end].trim_end())
    }
}
