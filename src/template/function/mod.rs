//! The intrinsic functions: which node is a call of one, and whether its arguments have the right shape.
//!
//! One level at a time, borrowed from the tree: the arguments are nodes, which may hold further functions.
//! Facts: the AWS CloudFormation Template Reference, "Intrinsic function reference".

mod call;
mod check;
mod shape;
mod sub;

pub(super) use check::check;
pub use sub::{SubPart, locate, split_sub};

use super::{Map, Node, Span, Text};

/// The keys of all intrinsic functions that have a short form. `Fn::ForEach::…` has none.
pub(super) const FUNCTIONS: [&str; 27] = [
    "Ref",
    "Condition",
    "Fn::Sub",
    "Fn::GetAtt",
    "Fn::Join",
    "Fn::If",
    "Fn::Select",
    "Fn::Split",
    "Fn::FindInMap",
    "Fn::ImportValue",
    "Fn::Equals",
    "Fn::And",
    "Fn::Or",
    "Fn::Not",
    "Fn::Base64",
    "Fn::GetAZs",
    "Fn::Cidr",
    "Fn::Transform",
    "Fn::GetStackOutput",
    "Fn::Length",
    "Fn::ToJsonString",
    "Fn::Contains",
    "Fn::EachMemberEquals",
    "Fn::EachMemberIn",
    "Fn::RefAll",
    "Fn::ValueOf",
    "Fn::ValueOfAll",
];

/// Whether `key` begins a loop of the language extensions, `Fn::ForEach::Name`.
pub(super) fn is_loop(key: &str) -> bool {
    key.starts_with("Fn::ForEach::")
}

/// A call of an intrinsic function whose arguments have the shape that CloudFormation demands.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)] // a variant's documentation tells its fields
pub enum Function<'a> {
    /// `Ref`: a parameter, pseudo parameter, resource, or the identifier of a loop. The name may be a
    /// function with the language extensions.
    Ref { name: &'a Node },
    /// `Fn::GetAtt`: the text form is split at its first dot. The attribute name may be a function.
    GetAtt { resource: &'a str, resource_span: Span, attribute: Attribute<'a> },
    /// `Fn::GetAtt` with the language extensions, where a function gives the logical ID.
    ComputedGetAtt { resource: &'a Node, attribute: Attribute<'a> },
    /// `Fn::Sub`: the text with its `${…}`, and the second argument's variables.
    Sub { text: &'a Text, text_span: Span, variables: Option<&'a Map<Node>> },
    /// `Fn::Join`: the delimiter, and a list or a function that gives one.
    Join { delimiter: &'a Node, values: &'a Node },
    /// `Fn::Split`: the delimiter (never empty) and the text.
    Split { delimiter: &'a Node, text: &'a Node },
    /// `Fn::Select`: the index and a list or a function that gives one.
    Select { index: &'a Node, values: &'a Node },
    /// `Fn::FindInMap`: mapping name, two keys, and `DefaultValue` if given.
    FindInMap { mapping: &'a Node, top: &'a Node, second: &'a Node, default: Option<&'a Node> },
    /// `Fn::GetAZs`: a Region, `""` for the stack's own.
    GetAzs { region: &'a Node },
    /// `Fn::Cidr`: block, count, and the number of host bits if given.
    Cidr { block: &'a Node, count: &'a Node, bits: Option<&'a Node> },
    /// `Fn::Base64`.
    Base64 { text: &'a Node },
    /// `Fn::ImportValue`: the export's name.
    ImportValue { name: &'a Node },
    /// `Fn::GetStackOutput`: `{StackName, OutputName, Region?, RoleArn?}`.
    GetStackOutput { arguments: &'a Map<Node> },
    /// `Fn::If`: a condition's name and two values.
    If { condition: &'a Text, condition_span: Span, then: &'a Node, otherwise: &'a Node },
    /// `Fn::Equals`.
    Equals { left: &'a Node, right: &'a Node },
    /// `Fn::And`: 2 to 10 conditions.
    And { conditions: &'a [Node] },
    /// `Fn::Or`: 2 to 10 conditions.
    Or { conditions: &'a [Node] },
    /// `Fn::Not`: one condition.
    Not { condition: &'a Node },
    /// `Condition` in a condition expression: another condition's name.
    Condition { name: &'a Text, span: Span },
    /// `Fn::Length` (language extensions): a list or a function that gives one.
    Length { values: &'a Node },
    /// `Fn::ToJsonString` (language extensions): a map or a list.
    ToJsonString { value: &'a Node },
    /// `Fn::Transform`: a macro's name and parameters. Keys beside it are given to the macro.
    Transform { name: &'a Node, parameters: Option<&'a Map<Node>> },
    /// A function of the section `Rules` (`Fn::Contains`, `Fn::EachMemberIn`, `Fn::RefAll`…), by name.
    RuleFunction { name: &'a str, arguments: &'a Node },
}

impl Function<'_> {
    /// Whether this is true or false, and so has conditions or values to compare as arguments.
    fn is_condition(&self) -> bool {
        matches!(
            self,
            Function::Equals { .. }
                | Function::And { .. }
                | Function::Or { .. }
                | Function::Not { .. }
                | Function::Condition { .. }
        )
    }
}

/// The attribute name of `Fn::GetAtt`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Attribute<'a> {
    /// Written out.
    Name(&'a str),
    /// A `Ref` that gives it.
    Computed(&'a Node),
}

/// Where a node stands: what counts as a function there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Resource properties and attributes, outputs: `Condition` is an ordinary key (IAM policies have it).
    Value,
    /// The section Conditions and the arguments of condition functions: `{Condition: name}` is a reference.
    Condition,
    /// The section Rules.
    Rule,
}
