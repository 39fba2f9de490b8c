//! Transforms: SAM is expanded here; what only AWS can expand (macros, modules) leaves the stack incompletely known.

pub(super) mod serverless;

use super::Incomplete;
use crate::template::{Resource, Template, Transform};

/// Names what is not expanded.
pub(super) fn incomplete(template: &Template, resources: &[Resource]) -> Vec<Incomplete> {
    let mut incomplete = Vec::new();
    for transform in &template.transforms {
        let message = match &*transform.name {
            Transform::LANGUAGE_EXTENSIONS => continue,
            Transform::SERVERLESS => continue,
            name => format!("the macro `{name}` runs only at AWS: it may add or change resources"),
        };
        incomplete.push(Incomplete { span: transform.span, message });
    }
    let may_bring_resources = |section: Option<&str>| section.is_none_or(|section| section == "Resources");
    for transform in &template.section_transforms {
        if may_bring_resources(transform.section) {
            let name = super::mappings::macro_name(&transform.body);
            let message = format!("the macro `{name}` runs only at AWS: it may add resources");
            incomplete.push(Incomplete { span: transform.span, message });
        }
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
