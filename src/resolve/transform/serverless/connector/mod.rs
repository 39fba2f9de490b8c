//! `AWS::Serverless::Connector`: lets one resource use another, by the policy or permission that their types need.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::Connector".

mod ends;
mod profiles;

use super::intrinsics::logical_id;
use super::properties::{Properties, Property, kind, required};
use super::tree::{list, map, sub, sub_with, text};
use super::{Expanded, Expansion, Failure};
use crate::template::{Content, Diagnostic, Entry, Map, Node, Resource, Span, Text};
use ends::End;
use profiles::{Access, Category, DependedBy, Grant, PROFILES, Profile};

const TYPE: &str = "AWS::Serverless::Connector";

const PROPERTIES: &[Property] = &[
    required("Destination", kind::MAP | kind::LIST),
    required("Permissions", kind::LIST).of(kind::TEXT),
    required("Source", kind::MAP),
];

impl Expansion<'_> {
    /// Makes a resource of each connector that is written in its source.
    pub(super) fn take_connectors(&mut self) -> Result<(), Failure> {
        let mut failure = Failure::default();
        let mut connectors = Vec::new();
        for resource in self.source.iter_mut() {
            let Some(attribute) = resource.connectors.take() else { continue };
            let Content::Map(all) = &attribute.content else {
                let message = format!(
                    "`Connectors` of {} has to be a map, found {}",
                    resource.called(),
                    attribute.kind()
                );
                failure.push(Diagnostic::error(attribute.span, message));
                continue;
            };
            for entry in all {
                match embedded(resource, entry) {
                    Ok(connector) => connectors.push(connector),
                    Err(more) => failure.append(more),
                }
            }
        }
        for connector in connectors {
            if let Some(taken) = self.source.get(&connector.logical_id) {
                let message = format!("{} is named as another resource is", connector.called());
                failure.push(Diagnostic::error(connector.span, message).related(taken.span, "declared here"));
            } else {
                self.apis.note(&connector.logical_id);
                self.source.insert(connector);
            }
        }
        failure.or(())
    }
}

/// The connector that an entry of `Connectors` is.
fn embedded(source: &Resource, entry: &Entry<Node>) -> Result<Resource, Failure> {
    let Entry { key, key_span: span, value } = entry;
    let id = Text::from(format!("{}{key}", source.logical_id));
    let mut connector = Resource::new(id, *span, Text::from(TYPE), *span);
    let owner = connector.called();
    let Some(fields) = value.as_map() else {
        return Err(Failure::new(value.span, format!("{owner} has to be a map, found {}", value.kind())));
    };
    let properties = fields.get("Properties").and_then(Node::as_map);
    let Some(mut properties) = properties.cloned() else {
        return Err(Failure::new(*span, format!("{owner} needs `Properties`, a map")));
    };
    let mut end = Map::default();
    end.set("Id", *span, text(*span, source.logical_id.clone()));
    if let Some(more) = properties.remove("SourceReference") {
        let Content::Map(more) = more.content else {
            return Err(Failure::new(more.span, format!("`SourceReference` of {owner} has to be a map")));
        };
        for Entry { key, key_span, value } in more.entries {
            if &*key == "Id" {
                let message =
                    format!("`SourceReference` of {owner} can't have `Id`: the source is where it stands");
                return Err(Failure::new(key_span, message));
            }
            end.set(key, key_span, value);
        }
    }
    properties.set("Source", *span, Node { span: *span, content: Content::Map(end) });
    connector.properties = Some(Node { span: value.span, content: Content::Map(properties) });
    let names = match fields.get("DependsOn") {
        Some(Node { content: Content::List(items), .. }) => items.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    connector.depends_on =
        names.iter().filter_map(|name| name.as_text().map(|text| (text.clone(), name.span))).collect();
    connector.condition =
        fields.get("Condition").and_then(|name| name.as_text().map(|text| (text.clone(), name.span)));
    connector.deletion_policy = fields.get("DeletionPolicy").cloned();
    connector.update_replace_policy = fields.get("UpdateReplacePolicy").cloned();
    connector.metadata = fields.get("Metadata").cloned();
    Ok(connector)
}

/// Makes the policies and permissions of a connector.
pub(super) fn expand(expansion: &mut Expansion<'_>, resource: &Resource) -> Expanded {
    let owner = resource.called();
    let properties = Properties::read(&owner, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let missing = |name: &str| Failure::new(resource.span, format!("{owner} needs `{name}`"));
    let source = properties.get("Source").ok_or_else(|| missing("Source"))?;
    let destination = properties.get("Destination").ok_or_else(|| missing("Destination"))?;
    let permissions = properties.get("Permissions").ok_or_else(|| missing("Permissions"))?;
    let (destinations, is_list) = match &destination.content {
        Content::List(items) => (items.as_slice(), true),
        _ => (std::slice::from_ref(destination), false),
    };
    if destinations.is_empty() {
        return Err(Failure::new(destination.span, format!("{owner} needs at least one destination")));
    }
    let mut made = Vec::new();
    for (index, destination) in destinations.iter().enumerate() {
        let suffix = if is_list { format!("Destination{index}") } else { String::new() };
        let connection = Connection { resource, owner: &owner, source, destination, permissions, suffix };
        made.extend(connection.make(expansion)?);
    }
    // Who waits for the connector waits for all that it becomes.
    for other in expansion.output.iter_mut() {
        if let Some(index) = other.depends_on.iter().position(|(name, _)| *name == resource.logical_id) {
            let (_, span) = other.depends_on.remove(index);
            for made in &made {
                add_dependency(other, &made.logical_id, span);
            }
        }
    }
    Ok(made)
}

fn add_dependency(resource: &mut Resource, name: &Text, span: Span) {
    if !resource.depends_on.iter().any(|(other, _)| other == name) {
        resource.depends_on.push((name.clone(), span));
    }
}

/// A source and one destination.
struct Connection<'c> {
    resource: &'c Resource,
    owner: &'c str,
    source: &'c Node,
    destination: &'c Node,
    permissions: &'c Node,
    /// What comes after the names of all that is made.
    suffix: String,
}

impl Connection<'_> {
    fn make(&self, expansion: &mut Expansion<'_>) -> Expanded {
        let Connection { resource, owner, suffix, .. } = self;
        let destination = End::read(expansion, owner, self.destination, self.source)?;
        let source = End::read(expansion, owner, self.source, self.destination)?;
        let profile = PROFILES.iter().find(|profile| {
            profile.source == &*source.resource_type && profile.destination == &*destination.resource_type
        });
        let Some(profile) = profile else {
            let message = format!(
                "{owner}: there is no connector from {} to {}",
                source.resource_type, destination.resource_type
            );
            return Err(Failure::new(resource.span, message));
        };
        let categories = self.categories(profile)?;
        let granted: Vec<&Access> =
            profile.access.iter().filter(|access| categories.contains(&access.category)).collect();
        let values = Values { owner, span: resource.span, source: &source, destination: &destination };
        // SAM wants all that the pair may need, whichever access is asked for.
        for access in profile.access {
            for target in access.statements.iter().flat_map(|(_, targets)| *targets) {
                values.fill(target)?;
            }
        }
        let span = resource.span;
        let metadata = self.metadata(expansion, &source, &destination);
        let make = |resource_type: &'static str, name: String| {
            let mut made =
                Resource::make(resource_type, format!("{}{name}{suffix}", resource.logical_id), span)
                    .in_place_of(resource);
            made.depends_on.clone_from(&resource.depends_on);
            made.metadata = Some(metadata.clone());
            made
        };
        let needed = |value: Option<&Node>, what: &str| {
            let missing = || Failure::new(span, format!("{owner}: {what} is not known"));
            value.filter(|value| super::tree::is_given(value)).cloned().ok_or_else(missing)
        };
        Ok(match profile.grant {
            Grant::SourceRole | Grant::DestinationRole => {
                let (end, what) = match profile.grant {
                    Grant::SourceRole => (&source, "the role of the source"),
                    _ => (&destination, "the role of the destination"),
                };
                let role = needed(end.role_name.as_ref(), what)?;
                let policy = make("AWS::IAM::ManagedPolicy", "Policy".to_owned())
                    .with("PolicyDocument", values.policy(&granted, profile.grant)?)
                    .with("Roles", list(span, [role]));
                add_dependents(expansion, profile, &source, &destination, &policy);
                vec![policy]
            }
            Grant::Topic(_) => {
                let topic = needed(destination.arn.as_ref(), "the ARN of the topic")?;
                vec![
                    make("AWS::SNS::TopicPolicy", "TopicPolicy".to_owned())
                        .with("Topics", list(span, [topic]))
                        .with("PolicyDocument", values.policy(&granted, profile.grant)?),
                ]
            }
            Grant::Queue(_) => {
                let queue = needed(destination.queue_url.as_ref(), "the URL of the queue")?;
                vec![
                    make("AWS::SQS::QueuePolicy", "QueuePolicy".to_owned())
                        .with("PolicyDocument", values.policy(&granted, profile.grant)?)
                        .with("Queues", list(span, [queue])),
                ]
            }
            Grant::Function(service) => {
                let function = needed(destination.arn.as_ref(), "the ARN of the function")?;
                let mut permissions = Vec::new();
                for access in granted {
                    let Some(([action], [caller])) =
                        access.statements.first().map(|(actions, targets)| (*actions, *targets))
                    else {
                        continue;
                    };
                    let mut permission = make(
                        "AWS::Lambda::Permission",
                        format!("{}LambdaPermission", access.category.name()),
                    )
                    .with("Action", text(span, *action))
                    .with("FunctionName", function.clone())
                    .with("Principal", text(span, service))
                    .with("SourceArn", values.fill(caller)?);
                    if service == "s3.amazonaws.com" {
                        permission.set("SourceAccount", sub(span, "${AWS::AccountId}"));
                    }
                    permissions.push(permission);
                }
                permissions
            }
        })
    }

    /// The access that is asked for.
    fn categories(&self, profile: &Profile) -> Result<Vec<Category>, Failure> {
        let names: Vec<&str> = profile.access.iter().map(|access| access.category.name()).collect();
        let wrong = |span: Span, what: &str| {
            let message = format!("`Permissions` of {} {what} {}", self.owner, names.join(" or "));
            Err(Failure::new(span, message))
        };
        let mut categories = Vec::new();
        for name in self.permissions.as_list().unwrap_or_default() {
            let found = profile
                .access
                .iter()
                .find(|access| name.as_text().is_some_and(|name| **name == *access.category.name()));
            match found {
                Some(access) if categories.contains(&access.category) => {}
                Some(access) => categories.push(access.category),
                None => return wrong(name.span, "between these two can only hold"),
            }
        }
        if categories.is_empty() {
            return wrong(self.permissions.span, "must not be empty: expected");
        }
        let fits = |combination: &&[Category]| {
            combination.len() == categories.len() && combination.iter().all(|one| categories.contains(one))
        };
        if !profile.combinations.is_empty() && !profile.combinations.iter().any(fits) {
            let combinations: Vec<String> = profile
                .combinations
                .iter()
                .map(|some| some.iter().map(|one| one.name()).collect::<Vec<_>>().join(" with "))
                .collect();
            let message = format!(
                "`Permissions` of {} between these two have to be {}",
                self.owner,
                combinations.join(", or ")
            );
            return Err(Failure::new(self.permissions.span, message));
        }
        Ok(categories)
    }

    /// Says in the metadata of what is made which types are connected.
    fn metadata(&self, expansion: &Expansion<'_>, source: &End, destination: &End) -> Node {
        let span = self.resource.span;
        let kind = |end: &End| {
            let declared = end.logical_id.as_ref().and_then(|id| expansion.source.get(id));
            let resource_type = declared.map_or(&end.resource_type, |resource| &resource.resource_type);
            map(span, [("Type", text(span, resource_type.clone()))])
        };
        let ends = map(span, [("Source", kind(source)), ("Destination", kind(destination))]);
        let connectors = map(span, [(&*self.resource.logical_id, ends)]);
        let mut metadata = self.resource.metadata.clone().unwrap_or_else(|| map(span, []));
        if let Some(fields) = metadata.as_map_mut() {
            fields.set("aws:sam:connectors", span, connectors);
        }
        metadata
    }
}

/// Lets what needs the policy wait for it.
fn add_dependents(
    expansion: &mut Expansion<'_>,
    profile: &Profile,
    source: &End,
    destination: &End,
    policy: &Resource,
) {
    let (Some(source), Some(depended_by)) = (&source.logical_id, profile.depended_by) else { return };
    let dependent = match depended_by {
        DependedBy::Source => Some(source.clone()),
        DependedBy::EventSourceMapping => {
            let Some(destination) = &destination.logical_id else { return };
            let names = |resource: &Resource, property: &str, wanted: &Text| {
                resource.property(property).and_then(logical_id) == Some(&**wanted)
            };
            let mut mappings = expansion.output.iter().filter(|resource| {
                &*resource.resource_type == "AWS::Lambda::EventSourceMapping"
                    && names(resource, "FunctionName", destination)
                    && names(resource, "EventSourceArn", source)
            });
            let first = mappings.next().map(|mapping| mapping.logical_id.clone());
            first.filter(|_| mappings.next().is_none())
        }
    };
    if let Some(dependent) = dependent.and_then(|name| expansion.output.get_mut(&name)) {
        add_dependency(dependent, &policy.logical_id, policy.span);
    }
}

/// What the variables of a profile stand for.
struct Values<'v> {
    owner: &'v str,
    span: Span,
    source: &'v End,
    destination: &'v End,
}

impl Values<'_> {
    /// Puts values in the place of variables.
    fn fill(&self, template: &str) -> Result<Node, Failure> {
        let span = self.span;
        let mut result = String::new();
        let mut variables: Vec<(String, Node)> = Vec::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            result.push_str(before);
            let Some((name, after)) = after.split_once('}') else { break };
            rest = after;
            if before.ends_with('$') {
                result.push_str(&format!("{{{name}}}"));
                continue;
            }
            let end = if name.starts_with("Source.") { self.source } else { self.destination };
            let attribute = name.split_once('.').map_or(name, |(_, attribute)| attribute);
            let Some(value) = end.value(attribute) else {
                return Err(Failure::new(span, format!("{}: `{name}` is not known", self.owner)));
            };
            if template.len() == name.len() + 2 {
                return Ok(value.clone());
            }
            let variable = name.replace('.', "");
            result.push_str(&format!("${{{variable}}}"));
            variables.push((variable, value.clone()));
        }
        result.push_str(rest);
        if variables.is_empty() {
            return Ok(sub(span, result));
        }
        Ok(sub_with(span, result, variables.iter().map(|(name, value)| (name.as_str(), value.clone()))))
    }

    /// A policy of what is granted.
    fn policy(&self, granted: &[&Access], grant: Grant) -> Result<Node, Failure> {
        let span = self.span;
        let service = match grant {
            Grant::Topic(service) | Grant::Queue(service) => Some(service),
            _ => None,
        };
        let mut statements = Vec::new();
        for (actions, targets) in granted.iter().flat_map(|access| access.statements) {
            let mut statement = vec![("Effect", text(span, "Allow"))];
            if let (Some(service), [action], [target]) = (service, *actions, *targets) {
                let source = map(span, [("aws:SourceArn", self.fill("{Source.Arn}")?)]);
                statement.extend([
                    ("Principal", map(span, [("Service", text(span, service))])),
                    ("Resource", self.fill(target)?),
                    ("Action", text(span, *action)),
                    ("Condition", map(span, [("ArnEquals", source)])),
                ]);
            } else {
                let targets: Result<Vec<Node>, Failure> =
                    targets.iter().map(|target| self.fill(target)).collect();
                statement.push(("Action", list(span, actions.iter().map(|action| text(span, *action)))));
                statement.push(("Resource", list(span, targets?)));
            }
            statements.push(map(span, statement));
        }
        Ok(map(span, [("Version", text(span, "2012-10-17")), ("Statement", list(span, statements))]))
    }
}
