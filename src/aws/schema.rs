//! A resource type's schema, as CloudFormation's `DescribeType` gives it: which properties there are, of what type.
//!
//! Facts: the CloudFormation CLI User Guide, "Resource type schema". Of JSON Schema only what resource types use
//! is read here; what is not understood counts as no constraint.

use serde_json::{Map, Value};

/// How many `$ref`s are followed in a row before a schema counts as circular.
const MAX_REFERENCES: usize = 32;

/// The schema of a resource type.
#[derive(Clone, Debug)]
pub struct Schema {
    document: Map<String, Value>,
    write_only: Vec<Vec<String>>,
    read_only: Vec<Vec<String>>,
}

impl Schema {
    /// Reads the text of `DescribeType`'s member `Schema`.
    ///
    /// # Errors
    /// What is wrong with it, in one sentence without a full stop.
    pub fn parse(text: &str) -> Result<Self, String> {
        let document: Map<String, Value> = serde_json::from_str(text)
            .map_err(|error| format!("the schema is not a JSON object: {error}"))?;
        let write_only = pointers(document.get("writeOnlyProperties"));
        let read_only = pointers(document.get("readOnlyProperties"));
        Ok(Schema { document, write_only, read_only })
    }

    /// The shape of the resource's properties as a whole.
    pub fn root(&self) -> Shape<'_> {
        Shape { schema: self, node: Some(&self.document) }
    }

    /// Whether the property at `path` (names; `*` for an item of a list) is never given back by the service:
    /// passwords, code, things that matter at creation only.
    pub fn is_write_only(&self, path: &[&str]) -> bool {
        self.write_only.iter().any(|pointer| same_path(pointer, path))
    }

    /// Whether the service sets the property at `path`, so that a template can't.
    pub fn is_read_only(&self, path: &[&str]) -> bool {
        self.read_only.iter().any(|pointer| same_path(pointer, path))
    }
}

/// `/properties/Code/ZipFile` as names.
fn pointers(list: Option<&Value>) -> Vec<Vec<String>> {
    let texts = list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    texts
        .filter_map(|text| text.strip_prefix("/properties/"))
        .map(|text| text.split('/').filter(|name| *name != "properties").map(str::to_owned).collect())
        .collect()
}

fn same_path(pointer: &[String], path: &[&str]) -> bool {
    pointer.len() == path.len()
        && pointer.iter().zip(path).all(|(name, wanted)| name == wanted || name == "*")
}

/// What a schema says of one value.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    schema: &'a Schema,
    /// `None`: nothing is said, anything goes.
    node: Option<&'a Map<String, Value>>,
}

/// A type of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// `boolean`
    Boolean,
    /// `integer`
    Integer,
    /// `number`
    Number,
    /// `string`
    String,
    /// `array`
    Array,
    /// `object`
    Object,
}

impl<'a> Shape<'a> {
    /// The types that the value may have; empty if the schema doesn't say.
    pub fn types(self) -> Vec<Type> {
        let mut types = Vec::new();
        self.each_branch(&mut |node| {
            let named = match node.get("type") {
                Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
                Some(Value::String(name)) => vec![name.as_str()],
                _ if node.contains_key("properties") || node.contains_key("patternProperties") => {
                    vec!["object"]
                }
                _ => Vec::new(),
            };
            for name in named {
                let found = match name {
                    "boolean" => Type::Boolean,
                    "integer" => Type::Integer,
                    "number" => Type::Number,
                    "string" => Type::String,
                    "array" => Type::Array,
                    "object" => Type::Object,
                    _ => continue,
                };
                if !types.contains(&found) {
                    types.push(found);
                }
            }
        });
        types
    }

    /// The shape of the member `name` of an object; `None` if the schema doesn't allow one.
    pub fn property(self, name: &str) -> Option<Shape<'a>> {
        let mut found = None;
        let mut open = true;
        self.each_branch(&mut |node| {
            let member = |key| node.get(key).and_then(Value::as_object);
            let named = member("properties").and_then(|properties| properties.get(name));
            let matching = || {
                member("patternProperties").and_then(|patterns| {
                    patterns.iter().find(|(pattern, _)| matches(pattern, name)).map(|(_, value)| value)
                })
            };
            let additional = node.get("additionalProperties");
            let other = || additional.filter(|value| value.is_object());
            if let Some(value) = named.or_else(matching).or_else(other) {
                found.get_or_insert(value);
            }
            open &= additional != Some(&Value::Bool(false));
        });
        match found {
            Some(value) => Some(self.at(value)),
            None => open.then_some(Shape { schema: self.schema, node: None }),
        }
    }

    /// The members that an object must have.
    pub fn required(self) -> Vec<&'a str> {
        let node = self.resolved();
        let names = node.and_then(|node| node.get("required")).and_then(Value::as_array);
        names.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// The shape of the items of a list.
    pub fn item(self) -> Shape<'a> {
        let mut found = None;
        self.each_branch(&mut |node| {
            if let Some(items) = node.get("items") {
                found.get_or_insert(items);
            }
        });
        found.map_or(Shape { schema: self.schema, node: None }, |items| self.at(items))
    }

    /// The values that are allowed, if the schema lists them.
    pub fn allowed_values(self) -> Option<&'a [Value]> {
        match self.resolved()?.get("enum") {
            Some(Value::Array(values)) => Some(values),
            _ => None,
        }
    }

    /// The regular expression that a text has to match somewhere.
    pub fn pattern(self) -> Option<&'a str> {
        self.resolved()?.get("pattern").and_then(Value::as_str)
    }

    /// A whole-number limit: `minLength`, `maxLength`, `minItems`, `maxItems`.
    pub fn limit(self, name: &str) -> Option<usize> {
        usize::try_from(self.resolved()?.get(name)?.as_u64()?).ok()
    }

    /// A limit of a number: `minimum`, `maximum`.
    pub fn bound(self, name: &str) -> Option<f64> {
        self.resolved()?.get(name)?.as_f64()
    }

    fn at(self, value: &'a Value) -> Shape<'a> {
        Shape { schema: self.schema, node: value.as_object() }
    }

    /// The node with its `$ref`s followed.
    fn resolved(self) -> Option<&'a Map<String, Value>> {
        let mut node = self.node?;
        for _ in 0..MAX_REFERENCES {
            let Some(reference) = node.get("$ref").and_then(Value::as_str) else { return Some(node) };
            node = self.schema.at_pointer(reference)?;
        }
        None
    }

    /// The node itself and the alternatives of its `oneOf`, `anyOf` and `allOf`, one level deep.
    fn each_branch(self, visit: &mut dyn FnMut(&'a Map<String, Value>)) {
        let Some(node) = self.resolved() else { return };
        visit(node);
        for key in ["oneOf", "anyOf", "allOf"] {
            for branch in node.get(key).and_then(Value::as_array).into_iter().flatten() {
                if let Some(branch) = self.at(branch).resolved() {
                    visit(branch);
                }
            }
        }
    }
}

impl Schema {
    fn at_pointer(&self, reference: &str) -> Option<&Map<String, Value>> {
        let mut names = reference.strip_prefix("#/")?.split('/');
        let mut value = self.document.get(names.next()?)?;
        for name in names {
            value = value.get(name)?;
        }
        value.as_object()
    }
}

/// Whether `text` matches the regular expression; an expression that can't be read matches everything.
pub fn matches(pattern: &str, text: &str) -> bool {
    regex_lite::Regex::new(pattern).map_or(true, |regex| regex.is_match(text))
}
