//! The shape of each intrinsic function: how many arguments it takes, and of which kinds.
//!
//! Facts: the AWS CloudFormation Template Reference, "Intrinsic function reference".

use super::call::Call;
use super::{Attribute, Context, FUNCTIONS, Function, is_loop};
use crate::template::suggest::similar;
use crate::template::{Content, Diagnostic, Entry, Map, Node, Span, Text};

type Shape<'a> = Result<Function<'a>, Vec<Diagnostic>>;

impl<'a> Function<'a> {
    /// The function that `node` calls: `None` if it is plain data, the errors if its shape is wrong.
    ///
    /// What the language extensions allow is allowed here; whether the template asks for them was checked
    /// when it was read. `Fn::ForEach::…` is no function but a way to write several entries: `None`.
    pub fn of(node: &'a Node, context: Context) -> Option<Result<Function<'a>, Vec<Diagnostic>>> {
        let entry = match node.as_map()?.entries.as_slice() {
            [only] => is_call_key(&only.key, context).then_some(only)?,
            several => {
                let call = several.iter().find(|entry| is_call_key(&entry.key, context))?;
                match several.iter().find(|entry| &*entry.key == "Fn::Transform") {
                    Some(transform) => transform,
                    None => return Some(Err(vec![not_alone(call, several)])),
                }
            }
        };
        Some(shape(entry, context))
    }
}

/// Whether a map with this key calls a function.
fn is_call_key(key: &str, context: Context) -> bool {
    key == "Ref"
        || (key.starts_with("Fn::") && !is_loop(key))
        || (context != Context::Value && key == "Condition")
}

/// Whether `node` is a map that looks like a call, so that its kind is known only after evaluation.
pub(super) fn is_call(node: &Node) -> bool {
    node.as_map().is_some_and(|map| map.iter().any(|entry| is_call_key(&entry.key, Context::Condition)))
}

fn not_alone(call: &Entry<Node>, entries: &[Entry<Node>]) -> Diagnostic {
    let other = entries.iter().find(|entry| entry.key != call.key).map_or("", |entry| &*entry.key);
    let message =
        format!("`{}` has to be the only key of its map, found `{}` beside it", call.key, short(other));
    Diagnostic::error(call.key_span, message)
}

/// Enough of a hostile name to recognise it.
pub(super) fn short(name: &str) -> String {
    name.chars().take(80).collect()
}

#[allow(clippy::too_many_lines)] // a table: one arm a function
fn shape<'a>(entry: &'a Entry<Node>, context: Context) -> Shape<'a> {
    let arguments = &entry.value;
    let call = Call { entry };
    // A macro brings the arguments: what they are is known only after it ran.
    if let Some(entry) = arguments.as_map().and_then(|map| map.entry("Fn::Transform")) {
        return transform(&Call { entry });
    }
    match &*entry.key {
        "Ref" => reference(&call),
        "Condition" => condition(&call),
        "Fn::GetAtt" => get_att(&call),
        "Fn::Sub" => sub(&call),
        "Fn::Join" => {
            let [delimiter, values] = call.exactly("two arguments (delimiter, list of values)")?;
            call.all([call.literal("delimiter", delimiter), call.list("second argument", values)])?;
            Ok(Function::Join { delimiter, values })
        }
        "Fn::Split" => {
            let [delimiter, text] = call.exactly("two arguments (delimiter, text)")?;
            let not_empty = match delimiter.as_text() {
                Some(text) if text.is_empty() => {
                    Some(call.error(delimiter.span, "needs a delimiter that is not empty"))
                }
                _ => call.literal("delimiter", delimiter),
            };
            call.all([not_empty, call.scalar("second argument", text)])?;
            Ok(Function::Split { delimiter, text })
        }
        "Fn::Select" => {
            let [index, values] = call.exactly("two arguments (index, list of values)")?;
            call.all([call.index(index), call.list("second argument", values)])?;
            Ok(Function::Select { index, values })
        }
        "Fn::FindInMap" => find_in_map(&call),
        "Fn::GetAZs" => {
            call.all([call.scalar("argument", arguments)])?;
            Ok(Function::GetAzs { region: arguments })
        }
        "Fn::Cidr" => {
            let (block, count, bits) = match call.arguments()? {
                [block, count] => (block, count, None),
                [block, count, bits] => (block, count, Some(bits)),
                other => {
                    return Err(vec![
                        call.found("two or three arguments (IP block, count, CIDR bits)", other.len()),
                    ]);
                }
            };
            call.all([
                call.scalar("IP block", block),
                call.scalar("count", count),
                bits.and_then(|bits| call.scalar("CIDR bits", bits)),
            ])?;
            Ok(Function::Cidr { block, count, bits })
        }
        "Fn::Base64" => {
            call.all([call.scalar("argument", arguments)])?;
            Ok(Function::Base64 { text: arguments })
        }
        "Fn::ImportValue" => {
            call.all([call.scalar("argument", arguments)])?;
            Ok(Function::ImportValue { name: arguments })
        }
        "Fn::GetStackOutput" => get_stack_output(&call),
        "Fn::If" => {
            let [condition, then, otherwise] =
                call.exactly("three arguments (condition, value if true, value if false)")?;
            let Some(name) = condition.as_text() else {
                let message =
                    format!("needs the name of a condition as first argument, found {}", what(condition));
                return Err(vec![call.error(condition.span, &message)]);
            };
            Ok(Function::If { condition: name, condition_span: condition.span, then, otherwise })
        }
        "Fn::Equals" => {
            let [left, right] = call.exactly("two arguments (the values to compare)")?;
            Ok(Function::Equals { left, right })
        }
        "Fn::And" => Ok(Function::And { conditions: call.conditions()? }),
        "Fn::Or" => Ok(Function::Or { conditions: call.conditions()? }),
        "Fn::Not" => {
            let [condition] = call.exactly("one argument (a condition) in a list")?;
            Ok(Function::Not { condition })
        }
        "Fn::Length" => {
            call.all([call.list("argument", arguments)])?;
            Ok(Function::Length { values: arguments })
        }
        "Fn::ToJsonString" => match &arguments.content {
            Content::List(_) | Content::Map(_) => Ok(Function::ToJsonString { value: arguments }),
            _ => Err(vec![
                call.error(arguments.span, &format!("needs a map or a list, found {}", what(arguments))),
            ]),
        },
        "Fn::Transform" => transform(&call),
        name @ ("Fn::Contains"
        | "Fn::EachMemberEquals"
        | "Fn::EachMemberIn"
        | "Fn::RefAll"
        | "Fn::ValueOf"
        | "Fn::ValueOfAll") => {
            if context == Context::Rule {
                Ok(Function::RuleFunction { name, arguments })
            } else {
                Err(vec![call.error(entry.key_span, "may only stand in the section Rules")])
            }
        }
        name => Err(vec![unknown(name, entry.key_span)]),
    }
}

fn unknown(name: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::error(span, format!("unknown function `{}`", short(name)));
    if name == "Fn::ForEach" {
        return diagnostic.help("a loop has a name of its own: `Fn::ForEach::Name`");
    }
    match similar(name, FUNCTIONS) {
        Some(known) => diagnostic.help(format!("did you mean `{known}`?")),
        None => diagnostic,
    }
}

/// What a node is, in the words of messages.
pub(super) fn what(node: &Node) -> String {
    match node.as_map().map(|map| map.entries.as_slice()) {
        Some([only]) if is_call_key(&only.key, Context::Condition) => format!("`{}`", short(&only.key)),
        _ => node.kind().to_string(),
    }
}

fn reference<'a>(call: &Call<'a>) -> Shape<'a> {
    let name = &call.entry.value;
    match &name.content {
        Content::Text(text) if text.is_empty() => {
            Err(vec![call.error(name.span, "needs a name, found empty text")])
        }
        Content::Text(_) => Ok(Function::Ref { name }),
        _ if is_call(name) => Ok(Function::Ref { name }),
        _ => {
            Err(vec![call.error(
                name.span,
                &format!("needs the name of a parameter or resource, found {}", what(name)),
            )])
        }
    }
}

fn condition<'a>(call: &Call<'a>) -> Shape<'a> {
    let value = &call.entry.value;
    match value.as_text() {
        Some(name) => Ok(Function::Condition { name, span: value.span }),
        None => Err(vec![
            call.error(value.span, &format!("needs the name of a condition, found {}", what(value))),
        ]),
    }
}

fn get_att<'a>(call: &Call<'a>) -> Shape<'a> {
    let value = &call.entry.value;
    if let Some(text) = value.as_text() {
        return match text.split_once('.') {
            Some((resource, attribute)) if !resource.is_empty() && !attribute.is_empty() => {
                Ok(Function::GetAtt {
                    resource,
                    resource_span: value.span,
                    attribute: Attribute::Name(attribute),
                })
            }
            _ => Err(vec![call.error(
                value.span,
                &format!(
                    "needs a logical ID and an attribute with a dot between them, found `{}`",
                    short(text)
                ),
            )]),
        };
    }
    let [resource, attribute] = call.exactly("two arguments (logical ID, attribute)")?;
    let name = |argument: &str, node: &Node| match &node.content {
        Content::Text(text) if !text.is_empty() => None,
        Content::Text(_) => Some(call.error(node.span, &format!("needs {argument} that is not empty"))),
        _ if is_call(node) => None,
        _ => Some(call.error(node.span, &format!("needs text as {argument}, found {}", what(node)))),
    };
    call.all([name("a logical ID", resource), name("an attribute", attribute)])?;
    let attribute = attribute.as_text().map_or(Attribute::Computed(attribute), |text| Attribute::Name(text));
    Ok(match resource.as_text() {
        Some(text) => Function::GetAtt { resource: text, resource_span: resource.span, attribute },
        None => Function::ComputedGetAtt { resource, attribute },
    })
}

fn sub<'a>(call: &Call<'a>) -> Shape<'a> {
    let value = &call.entry.value;
    let literal = |node: &'a Node| -> Result<&'a Text, Vec<Diagnostic>> {
        node.as_text()
            .ok_or_else(|| vec![call.error(node.span, &format!("needs literal text, found {}", what(node)))])
    };
    if value.as_list().is_none() {
        return Ok(Function::Sub { text: literal(value)?, text_span: value.span, variables: None });
    }
    let [text, variables] = call.exactly("two members in its list (text, map of names to values)")?;
    let map = match variables.as_map() {
        Some(map) if map.is_empty() => {
            Some(call.error(variables.span, "needs a map that is not empty as second member"))
        }
        Some(_) => None,
        None => Some(call.error(
            variables.span,
            &format!("needs a map of names to values as second member, found {}", what(variables)),
        )),
    };
    call.all([map])?;
    Ok(Function::Sub { text: literal(text)?, text_span: text.span, variables: variables.as_map() })
}

fn find_in_map<'a>(call: &Call<'a>) -> Shape<'a> {
    let (mapping, top, second, options) = match call.arguments()? {
        [mapping, top, second] => (mapping, top, second, None),
        [mapping, top, second, options] => (mapping, top, second, Some(options)),
        other => {
            return Err(vec![call.found(
                "three arguments (mapping, top-level key, second-level key) or a fourth with DefaultValue",
                other.len(),
            )]);
        }
    };
    let default = options.map(|options| (options, options.as_map().and_then(only_default)));
    let missing = default.and_then(|(options, default)| {
        let message =
            format!("takes only a map with the key DefaultValue as fourth argument, found {}", what(options));
        default.is_none().then(|| call.error(options.span, &message))
    });
    call.all([
        call.scalar("mapping name", mapping),
        call.scalar("top-level key", top),
        call.scalar("second-level key", second),
        missing,
    ])?;
    Ok(Function::FindInMap { mapping, top, second, default: default.and_then(|(_, default)| default) })
}

fn only_default(options: &Map<Node>) -> Option<&Node> {
    options.get("DefaultValue").filter(|_| options.len() == 1)
}

fn get_stack_output<'a>(call: &Call<'a>) -> Shape<'a> {
    let value = &call.entry.value;
    let Some(arguments) = value.as_map() else {
        let message = format!("needs a map with StackName and OutputName, found {}", what(value));
        return Err(vec![call.error(value.span, &message)]);
    };
    let mut errors = Vec::new();
    for name in ["StackName", "OutputName"] {
        if arguments.get(name).is_none() {
            errors.push(call.error(call.entry.key_span, &format!("needs {name}")));
        }
    }
    for argument in arguments {
        if !["StackName", "OutputName", "Region", "RoleArn"].contains(&&*argument.key) {
            let message =
                format!("takes StackName, OutputName, Region and RoleArn, found `{}`", short(&argument.key));
            errors.push(call.error(argument.key_span, &message));
        } else {
            errors.extend(call.scalar(&argument.key, &argument.value));
        }
    }
    if errors.is_empty() { Ok(Function::GetStackOutput { arguments }) } else { Err(errors) }
}

fn transform<'a>(call: &Call<'a>) -> Shape<'a> {
    let value = &call.entry.value;
    // A list of macros runs first to last; what comes out is unknown either way.
    let first = value.as_list().and_then(<[Node]>::first).unwrap_or(value);
    let Some(map) = first.as_map() else {
        let message = format!("needs a map with the macro's Name, found {}", what(value));
        return Err(vec![call.error(value.span, &message)]);
    };
    let Some(name) = map.get("Name") else {
        return Err(vec![call.error(call.entry.key_span, "needs the macro's Name")]);
    };
    let parameters = map.get("Parameters");
    let kind = parameters
        .filter(|node| node.as_map().is_none())
        .map(|node| call.error(node.span, &format!("needs a map as Parameters, found {}", what(node))));
    call.all([call.literal("Name", name), kind])?;
    Ok(Function::Transform { name, parameters: parameters.and_then(Node::as_map) })
}
