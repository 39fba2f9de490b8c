//! The section Transform: the macros that run over the whole template.

use super::Parser;
use crate::template::{Content, Diagnostic, Node, Transform};

impl Parser {
    /// Reads `Transform`: a name, `{Name, Parameters}`, or a list of those.
    pub(super) fn transforms(&mut self, value: Node) {
        match value.content {
            Content::List(items) => {
                for item in items {
                    self.transform(item);
                }
            }
            _ => self.transform(value),
        }
        let position = |is: fn(&Transform) -> bool| self.template.transforms.iter().position(is);
        let late = match (position(Transform::is_language_extensions), position(Transform::is_serverless)) {
            (Some(extensions), Some(serverless)) if extensions > serverless => {
                self.template.transforms.get(extensions).map(|transform| transform.span)
            }
            _ => None,
        };
        if let Some(span) = late {
            self.error(span, "`AWS::LanguageExtensions` has to come before `AWS::Serverless-2016-10-31`");
        }
    }

    fn transform(&mut self, value: Node) {
        let span = value.span;
        let kind = value.kind();
        match value.content {
            Content::Text(name) => self.template.transforms.push(Transform { name, span, parameters: None }),
            Content::Map(map) => {
                let mut name = None;
                let mut parameters = None;
                for entry in map.entries {
                    match &*entry.key {
                        "Name" => name = Some(entry.value),
                        "Parameters" => parameters = Some(entry.value),
                        _ => self.unknown_attribute("a transform", &entry, &["Name", "Parameters"]),
                    }
                }
                match name {
                    Some(Node { content: Content::Text(name), span }) => {
                        self.template.transforms.push(Transform { name, span, parameters });
                    }
                    Some(other) => {
                        let message =
                            format!("the name of a transform has to be literal text, found {}", other.kind());
                        self.error(other.span, message);
                    }
                    None => self.error(span, "a transform needs a Name"),
                }
            }
            _ => {
                let message = format!("Transform has to be the name of a transform, found {kind}");
                self.diagnostics.push(
                    Diagnostic::error(span, message).help("for example `Transform: AWS::LanguageExtensions`"),
                );
            }
        }
    }
}
