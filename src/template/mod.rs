//! Text to tree: YAML and JSON templates with a span on every node, and the sections they are made of.

mod detect;
mod diagnostic;
mod duplicates;
mod function;
mod json;
mod limits;
mod node;
mod parse;
mod read;
mod scalar;
mod sections;
mod span;
mod suggest;
mod tag;
mod yaml;
mod yaml_error;

pub use detect::looks_like_template;
pub(crate) use diagnostic::Diagnostics;
pub use diagnostic::{Diagnostic, Level};
pub use function::{Attribute, Context, Function, SubPart, locate, split_sub};
pub use limits::{MAX_BYTES, MAX_DEPTH, MAX_NODES};
pub use node::{Content, Entry, Map, Node, Text};
pub use read::{Tree, read_tree};
pub use sections::{
    Loop, LoopSection, MadeBy, Output, Parameter, Resource, SectionTransform, Template, Transform,
};
pub use span::{FileId, SourceFile, Span};
pub(crate) use suggest::similar;
