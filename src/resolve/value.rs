//! A property's value as far as it can be known before deployment, with where it came from.

use crate::template::{Map, Span, Text};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// A value after all functions were evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Where the value is used: the line to look at first.
    pub span: Span,
    /// Where it was taken from, if that is elsewhere: a parameter's default, an entry of a mapping.
    pub origin: Option<Span>,
    /// What it is.
    pub content: Content,
}

/// What a [`Value`] is.
///
/// CloudFormation treats scalars as text until the resource type gives them a type, so `"true"` and `true`
/// are both legal for a boolean property: read scalars with [`Value::as_boolean`], [`Value::as_number`] and
/// [`Value::as_text`], not by matching.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// `null`, where the template holds one.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// Text.
    Text(Text),
    /// A list.
    List(Vec<Value>),
    /// A map.
    Map(Map<Value>),
    /// Text of which some parts are not known: at least one part is.
    Partial(Arc<[Part]>),
    /// One of two values: the condition that chooses is not known. `None` is `AWS::NoValue`: absent.
    Either(Arc<Choice>),
    /// A value that can't be known before deployment.
    Unknown(Arc<Unknown>),
}

/// A part of a text that is not known as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Known text, never empty.
    Text(Text),
    /// Text of unknown length and content.
    Unknown(Arc<Unknown>),
}

/// Two values, one of which will stand, by a condition that is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Why the condition is not known.
    pub condition: Unknown,
    /// The value if the condition is true; `None` is absent.
    pub then: Option<Value>,
    /// The value if the condition is false; `None` is absent.
    pub otherwise: Option<Value>,
    /// What stands for anything inside the value: nobody knows which of the two it belongs to.
    pub inside: Value,
}

impl Choice {
    /// One of two values, as the condition at `condition.span` will decide.
    pub fn new(condition: Unknown, then: Option<Value>, otherwise: Option<Value>) -> Self {
        let inside = Value::because(condition.span, Arc::new(condition.clone()));
        Choice { condition, then, otherwise, inside }
    }
}

/// Why a value is not known, and where the thing that is not known stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// Why.
    pub reason: Reason,
    /// The `Ref`, the `Fn::ImportValue`, the `{{resolve:…}}`, that can't be known.
    pub span: Span,
}

/// Why a value can't be known before deployment.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// `Ref` of a resource: its physical ID.
    PhysicalId {
        /// The resource.
        logical_id: Text,
    },
    /// `Fn::GetAtt`.
    Attribute {
        /// The resource.
        logical_id: Text,
        /// The attribute's name: `Arn`, `Endpoint.Address`.
        attribute: Text,
    },
    /// A parameter without default for which no value was given.
    Parameter {
        /// The parameter's name.
        name: Text,
    },
    /// A parameter whose value lies in the Systems Manager parameter store.
    StoredParameter {
        /// The template's name of the parameter.
        name: Text,
    },
    /// A parameter with `NoEcho`: the value is a secret and does not get past the conditions.
    Secret {
        /// The parameter's name.
        parameter: Text,
    },
    /// A pseudo parameter that was not set.
    PseudoParameter {
        /// Its name: `AWS::Region`.
        name: Text,
    },
    /// `Fn::ImportValue` of another stack's export, by name if that is known.
    Import {
        /// The export's name, if that is known.
        export: Option<Text>,
    },
    /// `Fn::GetStackOutput`.
    StackOutput,
    /// `Fn::GetAZs`: the zones of the account.
    AvailabilityZones,
    /// `Fn::Select` of `Fn::GetAZs`: one of the zones of the account. Another index is another zone.
    AvailabilityZone {
        /// Its number in the list.
        index: usize,
    },
    /// A dynamic reference, `{{resolve:service:…}}`.
    DynamicReference {
        /// `ssm`, `ssm-secure` or `secretsmanager`.
        service: Text,
    },
    /// A condition that is not known, by name, and the first thing that its expression hangs on.
    Condition {
        /// The condition's name.
        name: Text,
        /// What its expression hangs on.
        cause: Arc<Unknown>,
    },
    /// What a macro makes of it, by the macro's name.
    Macro {
        /// The macro's name.
        name: Text,
    },
    /// Another stack knows it no better: the one that exports it, outputs it or passes it on.
    Elsewhere {
        /// What people call that stack.
        stack: Text,
        /// Why it is not known there. Names in it are names of that stack.
        reason: Arc<Reason>,
    },
    /// It could not be worked out because of an error that is reported elsewhere.
    Error,
}

impl Value {
    /// A value that was written where it is used.
    pub fn new(span: Span, content: Content) -> Self {
        Self { span, origin: None, content }
    }

    /// Known text.
    pub fn text(span: Span, text: impl Into<Text>) -> Self {
        Self::new(span, Content::Text(text.into()))
    }

    /// A value that can't be known; `span` is where both it and its cause stand.
    pub fn not_known(span: Span, reason: Reason) -> Self {
        Self::because(span, Arc::new(Unknown { reason, span }))
    }

    /// A value at `span` that can't be known because of something that may stand elsewhere.
    pub fn because(span: Span, unknown: Arc<Unknown>) -> Self {
        Self::new(span, Content::Unknown(unknown))
    }

    /// The boolean: `true`, or text that CloudFormation takes for one (`"true"`, `"False"`).
    pub fn as_boolean(&self) -> Option<bool> {
        match &self.content {
            Content::Boolean(boolean) => Some(*boolean),
            Content::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Content::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    /// The whole number, also where it is written as text.
    pub fn as_integer(&self) -> Option<i64> {
        match &self.content {
            Content::Integer(integer) => Some(*integer),
            Content::Float(float) if float.fract() == 0.0 && float.abs() < 9.0e15 => Some(*float as i64),
            Content::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// The number, also where it is written as text.
    pub fn as_number(&self) -> Option<f64> {
        match &self.content {
            Content::Integer(integer) => Some(*integer as f64),
            Content::Float(float) => Some(*float),
            Content::Text(text) => parse_number(text),
            _ => None,
        }
    }

    /// The text, or how CloudFormation writes another scalar out: `true`, `20`, `1.1`.
    pub fn as_text(&self) -> Option<Cow<'_, str>> {
        match &self.content {
            Content::Text(text) => Some(Cow::Borrowed(text)),
            Content::Boolean(boolean) => Some(Cow::Borrowed(if *boolean { "true" } else { "false" })),
            Content::Integer(integer) => Some(Cow::Owned(integer.to_string())),
            Content::Float(float) => Some(Cow::Owned(write_float(*float))),
            _ => None,
        }
    }

    /// The items, if the value is a list. An item may be unknown, or [`Content::Either`] with absence.
    pub fn as_list(&self) -> Option<&[Value]> {
        match &self.content {
            Content::List(items) => Some(items),
            _ => None,
        }
    }

    /// The entries, if the value is a map.
    pub fn as_map(&self) -> Option<&Map<Value>> {
        match &self.content {
            Content::Map(map) => Some(map),
            _ => None,
        }
    }

    /// Why the value itself is not known, as a whole or in part: the first reason. `None` if it is known;
    /// the items of a list and the entries of a map are values of their own, and not asked.
    pub fn unknown(&self) -> Option<&Unknown> {
        match &self.content {
            Content::Unknown(unknown) => Some(unknown),
            Content::Either(choice) => Some(&choice.condition),
            Content::Partial(parts) => parts.iter().find_map(|part| match part {
                Part::Unknown(unknown) => Some(&**unknown),
                Part::Text(_) => None,
            }),
            _ => None,
        }
    }

    /// As [`Value::unknown`], shared.
    pub(crate) fn share_unknown(&self) -> Option<Arc<Unknown>> {
        match &self.content {
            Content::Unknown(unknown) => Some(unknown.clone()),
            _ => self.unknown().map(|unknown| Arc::new(unknown.clone())),
        }
    }

    /// Whether the value may turn out to be `AWS::NoValue`, and so vanish from its list or map.
    pub fn may_be_absent(&self) -> bool {
        match &self.content {
            Content::Either(choice) => {
                choice.then.as_ref().is_none_or(Value::may_be_absent)
                    || choice.otherwise.as_ref().is_none_or(Value::may_be_absent)
            }
            _ => false,
        }
    }

    /// What the value is, in the words that messages use.
    pub fn kind(&self) -> &'static str {
        match &self.content {
            Content::Null => "null",
            Content::Boolean(_) => "a boolean",
            Content::Integer(_) | Content::Float(_) => "a number",
            Content::Text(_) | Content::Partial(_) => "text",
            Content::List(_) => "a list",
            Content::Map(_) => "a map",
            Content::Either(_) => "a choice",
            Content::Unknown(_) => "unknown",
        }
    }
}

/// A number in text, as CloudFormation reads it: no `inf`, no `NaN`.
pub(crate) fn parse_number(text: &str) -> Option<f64> {
    let numeric = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    if numeric { text.parse().ok().filter(|number: &f64| number.is_finite()) } else { None }
}

/// A float as text: always with a fraction where it is short enough to be exact, never with an exponent.
pub(crate) fn write_float(float: f64) -> String {
    if float.fract() == 0.0 && float.abs() < 9.0e15 { format!("{float:.1}") } else { float.to_string() }
}

impl Reason {
    /// Whether the value, whatever it turns out to be, is not empty: AWS mints it, or refuses an empty one. A
    /// parameter's value may be given as empty text later.
    pub fn is_never_empty(&self) -> bool {
        match self {
            Reason::PhysicalId { .. }
            | Reason::Attribute { .. }
            | Reason::Secret { .. }
            | Reason::StoredParameter { .. }
            | Reason::PseudoParameter { .. }
            | Reason::Import { .. }
            | Reason::StackOutput
            | Reason::AvailabilityZones
            | Reason::AvailabilityZone { .. }
            | Reason::DynamicReference { .. } => true,
            Reason::Elsewhere { reason, .. } => reason.is_never_empty(),
            Reason::Parameter { .. } | Reason::Condition { .. } | Reason::Macro { .. } | Reason::Error => {
                false
            }
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::PhysicalId { logical_id } => {
                write!(formatter, "the physical ID of {logical_id} is known only after deployment")
            }
            Reason::Attribute { logical_id, attribute } => {
                write!(formatter, "the attribute {attribute} of {logical_id} is known only after deployment")
            }
            Reason::Parameter { name } => {
                write!(formatter, "the parameter {name} has no default and no value was given for it")
            }
            Reason::StoredParameter { name } => {
                write!(
                    formatter,
                    "the value of the parameter {name} lies in the Systems Manager Parameter Store"
                )
            }
            Reason::Secret { parameter } => {
                write!(formatter, "the parameter {parameter} is a secret (NoEcho)")
            }
            Reason::PseudoParameter { name } => write!(formatter, "{name} was not given"),
            Reason::Import { export: Some(export) } => {
                write!(formatter, "the export {export} belongs to another stack")
            }
            Reason::Import { export: None } => formatter.write_str("it is imported from another stack"),
            Reason::StackOutput => formatter.write_str("it is an output of another stack"),
            Reason::AvailabilityZones | Reason::AvailabilityZone { .. } => {
                formatter.write_str("the Availability Zones of the account are known only to AWS")
            }
            Reason::DynamicReference { service } => {
                write!(formatter, "it is a dynamic reference ({service}) that is resolved at deployment")
            }
            Reason::Condition { name, cause } => {
                write!(formatter, "the condition {name} is not known, because {}", cause.reason)
            }
            Reason::Macro { name } => write!(formatter, "the macro {name} runs only at AWS"),
            Reason::Elsewhere { stack, reason } => write!(formatter, "in the stack {stack}, {reason}"),
            Reason::Error => formatter.write_str("it could not be worked out because of an error"),
        }
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.fmt(formatter)
    }
}
