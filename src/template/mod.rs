//! Text to tree: YAML and JSON templates with a span on every node, and the sections they are made of.

mod diagnostic;
mod function;
mod node;
mod sections;
mod span;

pub use diagnostic::{Diagnostic, Level};
pub use function::{Attribute, Context, Function};
pub use node::{Content, Entry, Map, Node, Text};
pub use sections::{Loop, LoopSection, Output, Parameter, Resource, Template, Transform};
pub use span::{FileId, SourceFile, Span};
