//! For resources that CDK or the Serverless Application Model made: the construct and the line of the program, which
//! come before the line of the template, or the serverless resource.

use super::escape::visible;
use super::excerpt::place;
use crate::evaluate::Evaluation;
use crate::resolve::Stack;
use crate::source::{CodeLine, Construct};
use crate::template::MadeBy;
use std::borrow::Cow;

/// What made a resource.
#[derive(Clone, Copy)]
pub(super) struct Made<'a> {
    pub construct: &'a Construct,
    /// The line to change, where it is known.
    pub line: Option<&'a CodeLine>,
}

/// What made the resource that was evaluated; `None` unless CDK did.
pub(super) fn made<'a>(stack: &'a Stack, evaluation: &Evaluation) -> Option<Made<'a>> {
    let construct = stack.provenance.construct(&evaluation.logical_id)?;
    Some(Made { construct, line: construct.line_of(&evaluation.property) })
}

/// The line of the program to change, if it is one that the reader has before them.
pub(super) fn local_line<'a>(stack: &'a Stack, evaluation: &Evaluation) -> Option<&'a CodeLine> {
    made(stack, evaluation)?.line.filter(|line| line.is_local)
}

/// Where to look first: the line of the program, else that of the template.
pub(super) fn first_place(stack: &Stack, evaluation: &Evaluation) -> String {
    match local_line(stack, evaluation) {
        Some(line) => visible(&line.to_string()).into_owned(),
        None => place(stack, evaluation.span),
    }
}

/// The resource of the Serverless Application Model that the resource was made from.
pub(super) fn made_by<'a>(stack: &'a Stack, evaluation: &Evaluation) -> Option<&'a MadeBy> {
    stack.resource(&evaluation.logical_id)?.made_by.as_ref()
}

/// What reports say of how the resource came about, a sentence each.
pub(super) fn remarks(stack: &Stack, evaluation: &Evaluation) -> Vec<String> {
    let mut remarks = made(stack, evaluation).map(Made::remarks).unwrap_or_default();
    if let Some(MadeBy { logical_id, resource_type }) = made_by(stack, evaluation) {
        remarks.push(format!("made by {} {}", visible(resource_type), visible(logical_id)));
    }
    remarks
}

impl Made<'_> {
    /// What reports say of it, a sentence each.
    fn remarks(self) -> Vec<String> {
        let mut remarks = Vec::with_capacity(3);
        if let Some(line) = self.line {
            remarks.push(format!("at {}", visible(&line.to_string())));
        }
        remarks.push(format!("construct {}", visible(&self.construct.path)));
        if self.construct.is_library_code {
            remarks.push("this is code that aws-cdk-lib brings along, not the app's own".into());
        }
        remarks
    }
}

/// What a stack is called: its name in the app before the file of its template.
pub(super) fn heading(stack: &Stack) -> Cow<'_, str> {
    match &stack.provenance.display_name {
        Some(name) => Cow::Owned(format!("{} ({})", visible(name), visible(stack.name()))),
        None => visible(stack.name()),
    }
}
