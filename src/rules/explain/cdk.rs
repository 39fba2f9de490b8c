//! Resources as CDK code: the constructs of layer 1, which have the properties of CloudFormation.
//!
//! Facts: the AWS CDK Developer Guide, "Constructs", and the names that aws-cdk-lib generates: a service is the module
//! `aws-<service>`, a resource type the class `Cfn<Type>`, a property its name in camel case.

use super::call;
use crate::template::{Content, Map, Node};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Properties whose value is JSON of the service's own, with keys that CDK leaves as they are.
const FREE_FORM: [&str; 10] = [
    "AssumeRolePolicyDocument",
    "EncryptionContext",
    "KeyPolicy",
    "Labels",
    "Parameters",
    "PolicyDocument",
    "ResourcePolicy",
    "StageVariables",
    "Tags",
    "Variables",
];

/// The imports and the constructs.
pub(super) fn statements(resources: &Map<Node>) -> String {
    let mut writer = Writer { resources, modules: BTreeSet::new(), uses_cdk: false, code: String::new() };
    for logical_id in writer.in_order() {
        if let Some(resource) = resources.get(&logical_id).and_then(Node::as_map) {
            writer.construct(&logical_id, resource);
        }
    }
    let mut text = String::new();
    if writer.uses_cdk {
        text.push_str("import * as cdk from 'aws-cdk-lib';\n");
    }
    for module in &writer.modules {
        let _ = writeln!(text, "import * as {module} from 'aws-cdk-lib/aws-{module}';");
    }
    text + "\n" + &writer.code
}

struct Writer<'a> {
    resources: &'a Map<Node>,
    modules: BTreeSet<String>,
    uses_cdk: bool,
    code: String,
}

impl Writer<'_> {
    /// The logical IDs, a resource after those that it refers to.
    fn in_order(&self) -> Vec<String> {
        let mut order: Vec<String> = Vec::new();
        // A round places at least one resource; circles, which no template has, end it.
        for _ in 0..self.resources.len() {
            for entry in self.resources {
                let mut referred = BTreeSet::new();
                self.references(&entry.value, &mut referred);
                referred.remove(&*entry.key);
                let is_placed = |name: &str| order.iter().any(|placed| placed == name);
                if !is_placed(&entry.key) && referred.iter().all(|name| is_placed(name)) {
                    order.push(entry.key.to_string());
                }
            }
        }
        order
    }

    /// The resources that `node` refers to.
    fn references<'n>(&self, node: &'n Node, found: &mut BTreeSet<&'n str>) {
        match &node.content {
            Content::List(items) => items.iter().for_each(|item| self.references(item, found)),
            Content::Map(map) => {
                if let Some(("Ref" | "Fn::GetAtt", argument)) = call(map)
                    && let Some((name, _)) = target(argument)
                    && self.resources.get(name).is_some()
                {
                    found.insert(name);
                }
                map.iter().for_each(|entry| self.references(&entry.value, found));
            }
            _ => {}
        }
    }

    fn is_referred_to(&self, logical_id: &str) -> bool {
        let mut found = BTreeSet::new();
        self.resources.iter().for_each(|entry| self.references(&entry.value, &mut found));
        found.contains(logical_id)
    }

    fn construct(&mut self, logical_id: &str, resource: &Map<Node>) {
        let Some(resource_type) = resource.get("Type").and_then(Node::as_text) else { return };
        let mut parts = resource_type.split("::").skip(1);
        let (Some(service), Some(kind)) = (parts.next(), parts.next()) else { return };
        let module = service.to_ascii_lowercase();
        if self.is_referred_to(logical_id) {
            let _ = write!(self.code, "const {} = ", variable(logical_id));
        }
        let _ = write!(self.code, "new {module}.Cfn{kind}(this, '{logical_id}'");
        self.modules.insert(module);
        if let Some(properties) = resource.get("Properties") {
            self.code.push_str(", ");
            self.value(properties, 0, false);
        }
        self.code.push_str(");\n");
    }

    /// Writes a value; `verbatim` says that keys stay as they are.
    fn value(&mut self, node: &Node, depth: usize, verbatim: bool) {
        match &node.content {
            Content::Null => self.code.push_str("null"),
            Content::Boolean(value) => self.code += &value.to_string(),
            Content::Integer(value) => self.code += &value.to_string(),
            Content::Float(value) => self.code += &value.to_string(),
            Content::Text(text) => self.code += &quoted(text),
            Content::List(items) if items.is_empty() => self.code.push_str("[]"),
            Content::List(items) => {
                self.code.push_str("[\n");
                for item in items {
                    self.indent(depth + 1);
                    self.value(item, depth + 1, verbatim);
                    self.code.push_str(",\n");
                }
                self.indent(depth);
                self.code.push(']');
            }
            Content::Map(map) => match call(map) {
                Some((name, argument)) => self.function(name, argument, depth),
                None if map.is_empty() => self.code.push_str("{}"),
                None => self.object(map, depth, verbatim),
            },
        }
    }

    fn object(&mut self, map: &Map<Node>, depth: usize, verbatim: bool) {
        let verbatim = verbatim || (depth > 0 && map.get("Statement").is_some());
        // Keys that are no names of properties are the user's; below them, CloudFormation's may come again.
        let is_property = |key: &str| {
            key.starts_with(|c: char| c.is_ascii_uppercase())
                && key.chars().all(|c| c.is_ascii_alphanumeric())
        };
        let is_users = !map.iter().all(|entry| is_property(&entry.key));
        self.code.push_str("{\n");
        for entry in map {
            self.indent(depth + 1);
            let key = if verbatim || is_users { key(&entry.key) } else { camel_case(&entry.key) };
            self.code += &key;
            self.code.push_str(": ");
            let is_free = entry.value.as_map().is_some() && FREE_FORM.contains(&&*entry.key);
            self.value(&entry.value, depth + 1, verbatim || is_free);
            self.code.push_str(",\n");
        }
        self.indent(depth);
        self.code.push('}');
    }

    fn function(&mut self, name: &str, argument: &Node, depth: usize) {
        match (name, target(argument)) {
            ("Ref", Some((logical_id, _))) if self.resources.get(logical_id).is_some() => {
                let _ = write!(self.code, "{}.ref", variable(logical_id));
            }
            ("Fn::GetAtt", Some((logical_id, attribute))) if self.resources.get(logical_id).is_some() => {
                let _ = write!(self.code, "{}.attr{}", variable(logical_id), pascal_case(attribute));
            }
            ("Ref", Some((pseudo, _))) if pseudo.starts_with("AWS::") => {
                self.uses_cdk = true;
                let _ = write!(self.code, "cdk.Aws.{}", snake_case(pseudo.trim_start_matches("AWS::")));
            }
            _ => {
                self.uses_cdk = true;
                let function = match name {
                    "Fn::GetAZs" => "getAzs".into(),
                    other => camel_case(other.trim_start_matches("Fn::")),
                };
                let _ = write!(self.code, "cdk.Fn.{function}(");
                for (index, item) in
                    argument.as_list().unwrap_or(std::slice::from_ref(argument)).iter().enumerate()
                {
                    self.code.push_str(if index == 0 { "" } else { ", " });
                    self.value(item, depth, true);
                }
                self.code.push(')');
            }
        }
    }

    fn indent(&mut self, depth: usize) {
        self.code.extend(std::iter::repeat_n("  ", depth));
    }
}

/// What `Ref` or `Fn::GetAtt` refers to: the name, and the attribute (empty for `Ref`).
fn target(argument: &Node) -> Option<(&str, &str)> {
    match &argument.content {
        Content::Text(text) if text.starts_with("AWS::") => Some((text, "")),
        Content::Text(text) => Some(text.split_once('.').unwrap_or((text, ""))),
        Content::List(parts) => match parts.as_slice() {
            [resource, attribute] => Some((resource.as_text()?, attribute.as_text()?)),
            _ => None,
        },
        _ => None,
    }
}

/// Text as a literal of TypeScript.
fn quoted(text: &str) -> String {
    let mut literal = String::from("'");
    for character in text.chars() {
        match character {
            '\\' => literal.push_str("\\\\"),
            '\'' => literal.push_str("\\'"),
            '\n' => literal.push_str("\\n"),
            other => literal.push(other),
        }
    }
    literal + "'"
}

/// A key of an object: quoted unless it is a plain name.
fn key(name: &str) -> String {
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_plain { name.into() } else { quoted(name) }
}

/// The words of a name: `DBInstanceIdentifier` is DB, Instance, Identifier.
fn words(name: &str) -> Vec<String> {
    let characters: Vec<char> = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut words: Vec<String> = Vec::new();
    for (index, character) in characters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| characters.get(index));
        let after = characters.get(index + 1);
        let begins = match before {
            None => true,
            Some(_) if !character.is_ascii_uppercase() => false,
            Some(before) if before.is_ascii_uppercase() => after.is_some_and(char::is_ascii_lowercase),
            Some(_) => true,
        };
        match words.last_mut() {
            Some(word) if !begins => word.push(*character),
            _ => words.push(character.to_string()),
        }
    }
    words
}

/// CDK's name of a property: `dbInstanceIdentifier`.
fn camel_case(name: &str) -> String {
    let pascal = pascal_case(name);
    let first = words(name).first().map_or(0, String::len);
    let (head, tail) = pascal.split_at_checked(first).unwrap_or((&pascal, ""));
    head.to_ascii_lowercase() + tail
}

/// The name of the constant that holds a construct.
fn variable(logical_id: &str) -> String {
    let name = camel_case(logical_id);
    let is_reserved =
        ["default", "delete", "export", "function", "import", "in", "new", "package", "private", "public"]
            .contains(&&*name);
    if is_reserved { name + "Resource" } else { name }
}

/// `DbInstanceIdentifier`.
fn pascal_case(name: &str) -> String {
    let mut text = String::new();
    for word in words(name) {
        let (head, tail) = word.split_at_checked(1).unwrap_or((&word, ""));
        text += &head.to_ascii_uppercase();
        text += &tail.to_ascii_lowercase();
    }
    // Abbreviations in the plural are not two words.
    for (suffix, kept) in [("ARNs", "Arns"), ("AZs", "AZs"), ("MBs", "MBs")] {
        if name.ends_with(suffix) && text.len() == name.len() {
            text.truncate(name.len() - suffix.len());
            text += kept;
        }
    }
    text
}

/// The name of a pseudo parameter among CDK's constants: `ACCOUNT_ID`.
fn snake_case(name: &str) -> String {
    words(name).join("_").to_ascii_uppercase()
}
