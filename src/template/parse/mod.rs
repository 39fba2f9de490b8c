//! Tree to sections: what a template says, and all that is wrong with how it says it.
//!
//! Facts: the AWS CloudFormation User Guide, "Template sections" and "CloudFormation quotas".

mod mappings;
mod more;
mod outputs;
mod parameters;
mod resources;
mod transforms;

use super::diagnostic::Diagnostics;
use super::function::check;
use super::read::{Tree, read_tree};
use super::suggest::similar;
use super::{
    Content, Diagnostic, Entry, FileId, Loop, LoopSection, Map, Node, SectionTransform, SourceFile, Span,
    Template, Text, Transform,
};
use std::sync::Arc;

/// The sections that CloudFormation knows.
const SECTIONS: [&str; 11] = [
    "AWSTemplateFormatVersion",
    "Description",
    "Metadata",
    "Parameters",
    "Rules",
    "Mappings",
    "Conditions",
    "Transform",
    "Hooks",
    "Resources",
    "Outputs",
];

/// CloudFormation's limits: resources; parameters, outputs and mappings each; characters of a name; bytes of
/// a description; bytes of a template.
const MOST_RESOURCES: usize = 500;
const MOST_ENTRIES: usize = 200;
const LONGEST_NAME: usize = 255;
const LONGEST_DESCRIPTION: usize = 1024;
const LONGEST_TEMPLATE: usize = 1_000_000;

impl Template {
    /// Reads a template from `text`; `name` is what messages call the file.
    ///
    /// Never fails: all that is wrong is in [`Template::diagnostics`], and the template holds what could be
    /// read nevertheless.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Template {
        Template::read(name.into(), text.into(), false)
    }

    /// Reads a template that an app made. It may have no resources: CDK writes stacks like that, and leaves them out when
    /// it deploys.
    pub fn parse_of_app(name: impl Into<String>, text: impl Into<String>) -> Template {
        Template::read(name.into(), text.into(), true)
    }

    fn read(name: String, mut text: String, may_be_empty: bool) -> Template {
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let Tree { root, diagnostics } = read_tree(FileId::TEMPLATE, &text);
        let mut parser = Parser::new(diagnostics);
        parser.may_be_empty = may_be_empty;
        match root {
            Some(Node { content: Content::Map(sections), span }) => parser.sections(sections, span),
            None | Some(Node { content: Content::Null, .. }) if parser.has_errors() => {}
            None | Some(Node { content: Content::Null, .. }) => {
                parser.error(START, "the file is empty: expected a template with the section Resources");
            }
            Some(other) => {
                let message = format!("a template has to be a map of sections, found {}", other.kind());
                parser.error(other.span, message);
            }
        }
        if text.len() > LONGEST_TEMPLATE && !parser.has_errors() {
            parser.warning(START, format!("{} bytes long, CloudFormation takes at most 1 MB", text.len()));
        }
        let mut template = parser.finish();
        template.files.push(Arc::new(SourceFile { name, text }));
        let mut found = check(&template);
        template.diagnostics.append(&mut found);
        template.diagnostics.sort_by_cached_key(|diagnostic| diagnostic.span.start);
        template
    }
}

/// The first byte of the template.
const START: Span = Span { file: FileId::TEMPLATE, start: 0, end: 0, line: 1, column: 1 };

/// The template as far as it was read, and what runs over it before CloudFormation looks at it.
struct Parser {
    template: Template,
    diagnostics: Diagnostics,
    /// The language extensions run.
    extensions: bool,
    /// The Serverless Application Model runs.
    serverless: bool,
    /// Any transform runs: it may take away what CloudFormation would refuse.
    transformed: bool,
    /// A macro of unknown effect runs.
    macros: bool,
    /// What is read is a part of a template: names may be declared elsewhere.
    partial: bool,
    /// There need be no resources.
    may_be_empty: bool,
}

impl Parser {
    fn new(found: Vec<Diagnostic>) -> Self {
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend(found);
        Parser {
            template: Template::default(),
            diagnostics,
            extensions: false,
            serverless: false,
            transformed: false,
            macros: false,
            partial: false,
            may_be_empty: false,
        }
    }

    /// The template, with what was found wrong.
    fn finish(self) -> Template {
        Template { diagnostics: self.diagnostics.into_list(), ..self.template }
    }

    fn has_errors(&self) -> bool {
        self.diagnostics.has_errors()
    }

    fn sections(&mut self, sections: Map<Node>, span: Span) {
        let mut sections = sections.entries;
        // What runs over the template decides how strictly the other sections are read.
        if let Some(position) = sections.iter().position(|section| &*section.key == "Transform") {
            let section = sections.remove(position);
            self.transforms(section.value);
        }
        if let Some(position) = sections.iter().position(|section| &*section.key == "Fn::Transform") {
            let section = sections.remove(position);
            self.section_transform(section, None);
        }
        self.under_transforms();
        if !self.serverless && !self.macros {
            self.without_transform(&sections);
        }
        if !sections.iter().any(|section| &*section.key == "Resources") && !self.macros && !self.may_be_empty
        {
            let message = "expected a template with the section Resources, found none";
            let place = sections.first().map_or(span, |section| section.key_span);
            self.error(place, message);
        }
        for section in sections {
            self.section(section);
        }
        self.names();
    }

    /// Serverless resources without the transform that expands them: CloudFormation would refuse them, but what is
    /// meant is plain, and no reason not to judge it.
    fn without_transform(&mut self, sections: &[Entry<Node>]) {
        let resources = sections.iter().find(|section| &*section.key == "Resources");
        let types = resources.and_then(|section| section.value.as_map()).into_iter().flatten();
        let found = types.filter_map(|resource| resource.value.as_map()?.get("Type")).find(|resource_type| {
            resource_type
                .as_text()
                .is_some_and(|resource_type| resource_type.starts_with("AWS::Serverless::"))
        });
        if let Some(Node { span, content: Content::Text(found) }) = found {
            let message = format!(
                "`{}` needs the transform `{}`, without which CloudFormation refuses it",
                short(found),
                Transform::SERVERLESS
            );
            let help = format!("add `Transform: {}` to the template", Transform::SERVERLESS);
            self.diagnostics.push(Diagnostic::warning(*span, message).help(help));
            let name = Text::from(Transform::SERVERLESS);
            self.template.transforms.push(Transform { name, span: *span, parameters: None });
            self.under_transforms();
        }
    }

    /// Notes what runs over the template.
    fn under_transforms(&mut self) {
        self.extensions = self.template.transforms.iter().any(Transform::is_language_extensions);
        self.serverless = self.template.transforms.iter().any(Transform::is_serverless);
        self.macros = self.template.has_macros();
        self.transformed = !self.template.transforms.is_empty() || self.macros;
    }

    fn section(&mut self, section: Entry<Node>) {
        let Entry { key, key_span, value } = section;
        match &*key {
            "AWSTemplateFormatVersion" => self.format_version(&value),
            "Description" => self.template.description = self.description(&value, "Description"),
            "Metadata" => self.template.metadata = Some(value),
            "Parameters" => self.parameters(value),
            "Rules" => self.rules(value),
            "Mappings" if self.serverless && value.content == Content::Null => {
                self.error(value.span, "Mappings is null, which the Serverless Application Model refuses");
            }
            "Mappings" => self.mappings(value),
            "Conditions" => self.conditions(value),
            "Resources" => self.resources(value, key_span),
            "Outputs" => self.outputs(value),
            "Hooks" => {}
            "Globals" if self.serverless => self.template.globals = Some(value),
            "Modules" | "Constants" => self.unless_macro(
                Diagnostic::error(
                    key_span,
                    format!("`{key}` is a section of packaging tools, not of CloudFormation"),
                )
                .help(
                    "check the packaged template: the output of `rain pkg` or `aws cloudformation package`",
                ),
            ),
            _ => {
                let diagnostic = Diagnostic::error(key_span, format!("unknown section `{}`", short(&key)));
                let diagnostic = match similar(&key, SECTIONS) {
                    Some(known) => diagnostic.help(format!("did you mean `{known}`?")),
                    None if &*key == "Globals" => {
                        diagnostic.help("`Globals` needs the transform `AWS::Serverless-2016-10-31`")
                    }
                    None => diagnostic,
                };
                self.unless_macro(diagnostic);
            }
        }
    }

    fn format_version(&mut self, value: &Node) {
        if value.as_text().is_none_or(|version| &**version != "2010-09-09") {
            let found = value.as_text().map_or(value.kind().to_string(), |text| format!("`{}`", short(text)));
            self.error(value.span, format!("AWSTemplateFormatVersion has to be `2010-09-09`, found {found}"));
        }
    }

    /// A description: text, or another scalar that is read as text.
    fn description(&mut self, value: &Node, what: &str) -> Option<Text> {
        match &value.content {
            Content::Text(text) => {
                if text.len() > LONGEST_DESCRIPTION {
                    let message = format!(
                        "{what} is {} bytes long, CloudFormation takes at most {LONGEST_DESCRIPTION}",
                        text.len()
                    );
                    self.warning(value.span, message);
                }
                Some(text.clone())
            }
            Content::Null => {
                self.null(value.span, what);
                None
            }
            Content::List(_) | Content::Map(_) => {
                self.error(value.span, format!("{what} has to be text, found {}", value.kind()));
                None
            }
            Content::Boolean(_) | Content::Integer(_) | Content::Float(_) => None,
        }
    }

    /// The entries of a section, without its loops and transforms, which go where they belong.
    ///
    /// Loops are kept with the number of entries before them.
    fn entries(
        &mut self,
        value: Node,
        section: &'static str,
        loops: Option<LoopSection>,
    ) -> Vec<Entry<Node>> {
        let map = match value.content {
            Content::Map(map) => map,
            Content::Null => {
                self.null(value.span, section);
                return Vec::new();
            }
            _ => {
                self.error(value.span, format!("{section} has to be a map, found {}", value.kind()));
                return Vec::new();
            }
        };
        let mut entries: Vec<Entry<Node>> = Vec::with_capacity(map.len());
        for entry in map.entries {
            if let Some(section) = loops.filter(|_| super::function::is_loop(&entry.key)) {
                let Entry { key, key_span, value } = entry;
                self.template.loops.push(Loop {
                    section,
                    key,
                    span: key_span,
                    body: value,
                    position: entries.len(),
                });
            } else if &*entry.key == "Fn::Transform" && section != "Parameters" {
                self.section_transform(entry, Some(section));
            } else {
                entries.push(entry);
            }
        }
        entries
    }

    /// Warns if a section has more entries than CloudFormation takes.
    fn at_most(&mut self, limit: usize, section: &str, entries: &[Entry<Node>]) {
        if let Some(first) = entries.get(limit) {
            let message = format!("{} {section}, CloudFormation takes at most {limit}", entries.len());
            self.warning(first.key_span, message);
        }
    }

    /// Reports a name that is not made of letters and digits, or too long.
    fn name(&mut self, kind: &str, name: &str, span: Span) {
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            let message = format!("{kind} `{}` has to be letters and digits only", short(name));
            self.unless_macro(Diagnostic::error(span, message));
        } else if name.len() > LONGEST_NAME {
            let message = format!(
                "{kind} is {} characters long, CloudFormation takes at most {LONGEST_NAME}",
                name.len()
            );
            self.warning(span, message);
        }
    }

    /// Reports what parameters and resources have in common: their names, which have to differ.
    fn names(&mut self) {
        let parameters: std::collections::HashMap<Text, Span> = self
            .template
            .parameters
            .iter()
            .map(|parameter| (parameter.name.clone(), parameter.span))
            .collect();
        for resource in &self.template.resources {
            if let Some(span) = parameters.get(&resource.logical_id) {
                let message = format!(
                    "`{}` is a parameter and a resource: names have to be unique",
                    resource.logical_id
                );
                self.diagnostics
                    .push(Diagnostic::error(resource.span, message).related(*span, "the parameter"));
            }
        }
    }

    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(span, message));
    }

    fn warning(&mut self, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::warning(span, message));
    }

    /// Reports what CloudFormation refuses unless a macro takes it away or gives it a meaning.
    fn unless_macro(&mut self, diagnostic: Diagnostic) {
        if !self.macros {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Reports a null, which transforms take away and CloudFormation refuses.
    fn null(&mut self, span: Span, what: &str) {
        if !self.transformed {
            self.error(span, format!("{what} is null, which is not allowed in templates"));
        }
    }

    /// An entry of a section as a map; anything else is reported.
    fn body(&mut self, entry: &mut Entry<Node>, kind: &str) -> Option<Map<Node>> {
        match &mut entry.value.content {
            Content::Map(map) => Some(std::mem::take(map)),
            _ => {
                let message =
                    format!("{kind} `{}` has to be a map, found {}", short(&entry.key), entry.value.kind());
                self.error(entry.key_span, message);
                None
            }
        }
    }

    /// Reports an attribute that CloudFormation doesn't know.
    fn unknown_attribute(&mut self, kind: &str, entry: &Entry<Node>, known: &[&'static str]) {
        let message = format!("unknown attribute `{}` of {kind}", short(&entry.key));
        let diagnostic = Diagnostic::error(entry.key_span, message);
        let diagnostic = match similar(&entry.key, known.iter().copied()) {
            Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
            None if kind == "a resource" => diagnostic.help(format!(
                "properties belong under `Properties`; the attributes of a resource are {}",
                known.join(", ")
            )),
            None => diagnostic.help(format!("expected one of {}", known.join(", "))),
        };
        self.unless_macro(diagnostic);
    }

    /// The name of a condition in the attribute `Condition`.
    fn condition_name(&mut self, value: &Node) -> Option<(Text, Span)> {
        match &value.content {
            Content::Text(name) => Some((name.clone(), value.span)),
            Content::Null => {
                self.null(value.span, "Condition");
                None
            }
            _ => {
                self.error(
                    value.span,
                    format!("Condition has to be the name of a condition, found {}", value.kind()),
                );
                None
            }
        }
    }

    fn section_transform(&mut self, entry: Entry<Node>, section: Option<&'static str>) {
        self.template.section_transforms.push(SectionTransform {
            section,
            span: entry.key_span,
            body: entry.value,
        });
    }
}

/// Enough of a hostile name to recognise it.
fn short(name: &str) -> String {
    name.chars().take(80).collect()
}
