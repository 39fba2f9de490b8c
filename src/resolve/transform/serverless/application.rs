//! `AWS::Serverless::Application`: a nested stack. Its template lies in the repository, on S3, or in the Serverless
//! Application Repository, which can't be read here.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::Application".

use super::intrinsics::find_in_map;
use super::properties::{Properties, Property, kind, optional, required};
use super::tree::{is_given, list, map, text};
use super::{Expanded, Expansion, Failure, tags};
use crate::template::{Content, Map, Node, Resource};

const PROPERTIES: &[Property] = &[
    required("Location", kind::TEXT | kind::MAP),
    optional("NotificationARNs", kind::LIST).of(kind::TEXT | kind::MAP),
    optional("Parameters", kind::MAP),
    optional("Tags", kind::MAP),
    optional("TemplateUrl", kind::TEXT),
    optional("TimeoutInMinutes", kind::INTEGER),
];

/// Where the Serverless Application Repository has the application.
struct Published {
    id: Node,
    version: Node,
}

/// Makes the stack.
pub(super) fn expand(expansion: &mut Expansion, resource: &Resource) -> Expanded {
    let owner = resource.called();
    let properties = Properties::read(&owner, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let span = resource.span;
    let mut stack = Resource::make("AWS::CloudFormation::Stack", resource.logical_id.clone(), span)
        .under(resource)
        .with_some("Parameters", properties.get("Parameters"))
        .with_some("NotificationARNs", properties.get("NotificationARNs"))
        .with_some("TimeoutInMinutes", properties.get("TimeoutInMinutes"));
    stack.depends_on.clone_from(&resource.depends_on);
    let own = tags::with_own(resource, span, properties.get("Tags"))?;
    let Some(location) = properties.get("Location") else { return Ok(vec![stack]) };
    let Content::Map(fields) = &location.content else {
        if !location.as_text().is_some_and(|location| super::code::is_local(location)) {
            let message =
                format!("the template of {owner} is not a local file: the resources in it are not known");
            expansion.incomplete.push(super::Incomplete { span: location.span, message });
        }
        stack.set("TemplateURL", location.clone());
        stack.set("Tags", own);
        return Ok(vec![stack]);
    };
    let Published { id, version } = published(expansion, &owner, location, fields)?;
    // No URL: where the repository's template lies is known only to AWS.
    stack.set("Tags", with_application(own, &id, &version));
    let message =
        format!("{owner} is in the Serverless Application Repository: the resources in it are not known");
    expansion.incomplete.push(super::Incomplete { span: resource.type_span, message });
    Ok(vec![stack])
}

fn published(
    expansion: &Expansion,
    owner: &str,
    location: &Node,
    fields: &Map<Node>,
) -> Result<Published, Failure> {
    let field = |name: &str| {
        let what = format!("`Location` of {owner}");
        let Some(given) = fields.get(name) else {
            return Err(Failure::new(location.span, format!("{what} needs `{name}`")));
        };
        let mut value = expansion.parameters.resolved(given);
        find_in_map(expansion.mappings, &mut value);
        match value.content {
            Content::Map(_) | Content::List(_) => Err(Failure::new(
                given.span,
                format!("`{name}` in {what} has to be text, a `Ref` to a parameter or `Fn::FindInMap`"),
            )),
            _ if is_given(&value) => Ok(value),
            _ => Err(Failure::new(given.span, format!("`{name}` in {what} is empty"))),
        }
    };
    Ok(Published { id: field("ApplicationId")?, version: field("SemanticVersion")? })
}

/// SAM's tag, those of the repository, then those of the resource.
fn with_application(own: Node, id: &Node, version: &Node) -> Node {
    let span = own.span;
    let tag = |key: &str, value: &Node| map(span, [("Key", text(span, key)), ("Value", value.clone())]);
    let mut items = match own.content {
        Content::List(items) => items,
        _ => Vec::new(),
    };
    let more = [tag("serverlessrepo:applicationId", id), tag("serverlessrepo:semanticVersion", version)];
    items.splice(items.len().min(1)..items.len().min(1), more);
    list(span, items)
}
