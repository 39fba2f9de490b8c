//! What of a template only AWS can expand: macros, `AWS::Serverless`, modules. The stack is then incompletely
//! known, and says so.

use super::Incomplete;
use crate::template::{Resource, Transform};

/// Names what is not expanded.
pub(super) fn incomplete(transforms: &[Transform], resources: &[Resource]) -> Vec<Incomplete> {
    let mut incomplete = Vec::new();
    for transform in transforms {
        let message = match &*transform.name {
            "AWS::LanguageExtensions" => continue,
            name if name.starts_with("AWS::Serverless") => serverless(name, resources),
            name => format!("the macro `{name}` runs only at AWS: it may add or change resources"),
        };
        incomplete.push(Incomplete { span: transform.span, message });
    }
    for resource in resources {
        if resource.resource_type.ends_with("::MODULE") {
            let message = format!(
                "the module `{}` is expanded only at AWS: the resources in it are not known",
                resource.resource_type
            );
            incomplete.push(Incomplete { span: resource.type_span, message });
        }
    }
    incomplete
}

fn serverless(name: &str, resources: &[Resource]) -> String {
    let concerned =
        resources.iter().filter(|resource| resource.resource_type.starts_with("AWS::Serverless::")).count();
    let noun = if concerned == 1 { "resource" } else { "resources" };
    format!(
        "the transform `{name}` runs only at AWS: {concerned} {noun} of type `AWS::Serverless::*` stand as they \
         are written, and what they expand to is not known"
    )
}
