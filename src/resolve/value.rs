//! A property's value as far as it can be known before deployment, with where it came from.

use crate::template::{Map, Span, Text};
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
    PhysicalId { logical_id: Text },
    /// `Fn::GetAtt`.
    Attribute { logical_id: Text, attribute: Text },
    /// A parameter without default for which no value was given.
    Parameter { name: Text },
    /// A parameter whose value lies in the Systems Manager parameter store.
    StoredParameter { name: Text },
    /// A parameter with `NoEcho`: the value is a secret and does not get past the conditions.
    Secret { parameter: Text },
    /// A pseudo parameter that was not set.
    PseudoParameter { name: Text },
    /// `Fn::ImportValue` of another stack's export, by name if that is known.
    Import { export: Option<Text> },
    /// `Fn::GetStackOutput`.
    StackOutput,
    /// `Fn::GetAZs`: the zones of the account.
    AvailabilityZones,
    /// A dynamic reference, `{{resolve:service:…}}`.
    DynamicReference { service: Text },
    /// A condition that is not known, by name.
    Condition { name: Text },
    /// What a macro makes of it, by the macro's name.
    Macro { name: Text },
    /// It could not be worked out because of an error that is reported elsewhere.
    Error,
}

impl Value {
    /// A scalar as text.
    pub fn as_text(&self) -> Option<std::borrow::Cow<'_, str>> {
        None
    }
}
impl Reason {
    /// x
    pub fn is_never_empty(&self) -> bool {
        false
    }
}
impl std::fmt::Display for Reason {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
