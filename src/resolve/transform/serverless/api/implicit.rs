//! What SAM does for APIs before it expands anything: definitions for those that have none, the APIs that events imply,
//! a path for each event, and globals.
//!
//! Facts: the AWS SAM Developer Guide, "HttpApi" and "Api" under "EventSource", "Implicit APIs"; "Globals".

use super::super::intrinsics::is_call;
use super::super::{Expansion, Failure, PREFIX, tree};
use super::editor::{ANY, Paths, map_of_mut, normalized};
use super::fields::Fields;
use super::key_order::KeyOrder;
use super::piece::{Piece, Word};
use super::{Api, named_api, openapi, swagger};
use crate::template::{self, Entry, Map, Node, Resource, Span, Text};
use std::collections::{BTreeSet, HashMap};

/// More events of this kind than a stack can have resources: 500, of which each event makes one.
const MAX_EVENTS: usize = 5_000;

/// A kind of API that events imply.
struct Kind {
    resource_type: &'static str,
    /// The type of events, and of Globals.
    name: &'static str,
    /// The property of events that names the API.
    id: &'static str,
    implicit: &'static str,
}

const REST: Kind = Kind {
    resource_type: "AWS::Serverless::Api",
    name: "Api",
    id: "RestApiId",
    implicit: "ServerlessRestApi",
};
const HTTP: Kind = Kind {
    resource_type: "AWS::Serverless::HttpApi",
    name: "HttpApi",
    id: "ApiId",
    implicit: "ServerlessHttpApi",
};

/// What events ask of the APIs of a kind.
#[derive(Default)]
struct Asked {
    /// The condition of each method, or none: by API, path and method.
    conditions: HashMap<Text, HashMap<Text, HashMap<Text, Option<Text>>>>,
    /// Policies of those who use the implicit API.
    deletion_policies: Vec<Node>,
    update_replace_policies: Vec<Node>,
}

impl Expansion<'_> {
    /// Prepares the APIs. What Globals hold comes later.
    pub(in super::super) fn prepare_apis(&mut self) -> Result<(), Failure> {
        if is_ordered(self.globals.as_ref(), self.source.iter()) {
            self.apis.order = Some(self.source.iter().map(|resource| &resource.logical_id).collect());
        }
        for resource in self.source.iter() {
            let is_http = &*resource.resource_type == HTTP.resource_type;
            if is_http || &*resource.resource_type == REST.resource_type {
                let mut properties = match &resource.properties {
                    Some(node) if node.as_map().is_some() => self.apis.read(node),
                    None => Piece::fields(resource.span, Fields::default()),
                    Some(other) => {
                        let message = format!(
                            "the properties of {} have to be a map, found {}",
                            resource.called(),
                            other.kind()
                        );
                        return Err(Failure::new(other.span, message));
                    }
                };
                let is_given = |name: &str| properties.get_set(name).is_some();
                let is_managed = !is_given("DefinitionBody") && !is_given("DefinitionUri");
                if let Some(fields) = properties.as_map_mut().filter(|_| is_managed) {
                    fields.put("DefinitionBody", skeleton(is_http, resource.span));
                }
                self.apis.properties.insert(resource.logical_id.clone(), Api { properties, is_managed });
            }
        }
        self.imply(&REST)?;
        self.imply(&HTTP)
    }

    /// Adds the implicit API of a kind if events need it, and the paths of all events of the kind.
    fn imply(&mut self, kind: &Kind) -> Result<(), Failure> {
        let name = Text::from(kind.implicit);
        let own = self.source.get(kind.implicit).cloned();
        let own_api = self.apis.properties.remove(kind.implicit);
        let span = own.as_ref().map_or(Span::default(), |own| own.span);
        let resource = Resource::new(name.clone(), span, Text::from(kind.resource_type), span);
        self.source.insert(resource);
        let mut properties = Fields::default();
        let is_http = kind.name == HTTP.name;
        if !is_http {
            properties.put("StageName", Piece::text(span, "Prod"));
        }
        properties.put("DefinitionBody", skeleton(is_http, span));
        let properties = Piece::fields(span, properties);
        self.apis.properties.insert(name.clone(), Api { properties, is_managed: true });
        if let Some(order) = &mut self.apis.order {
            order.add(&name);
        }

        let mut asked = Asked::default();
        let mut failure = Failure::default();
        let mut count = 0;
        let owners = |resource: &&Resource| {
            matches!(resource.resource_type.strip_prefix(PREFIX), Some("Function" | "StateMachine"))
        };
        let mut logical_ids: Vec<Text> =
            self.source.iter().filter(owners).map(|resource| resource.logical_id.clone()).collect();
        self.apis.sort(&mut logical_ids, |logical_id| logical_id);
        for logical_id in logical_ids {
            let Some(mut resource) = self.source.get(&logical_id).cloned() else { continue };
            let events = resource.properties.as_mut().and_then(Node::as_map_mut);
            let Some(events) = events.and_then(|map| map.get_mut("Events")).and_then(Node::as_map_mut) else {
                continue;
            };
            let mut events = std::mem::take(events);
            let result = self.add_events(kind, &resource, &mut events, &mut asked, &mut count);
            let slot = resource.properties.as_mut().and_then(Node::as_map_mut);
            if let Some(slot) = slot.and_then(|map| map.get_mut("Events")) {
                slot.content = template::Content::Map(events);
            }
            self.source.insert(resource);
            failure.note(result);
        }
        if !failure.is_empty() {
            return Err(failure);
        }
        self.set_attributes(kind, &asked);
        self.make_paths_conditional(kind, &asked)?;
        let paths =
            self.apis.get(kind.implicit).and_then(|api| api.get("DefinitionBody")?.get("paths")?.as_map());
        if paths.is_none_or(Fields::is_empty) {
            self.apis.properties.remove(kind.implicit);
            match own {
                Some(own) => self.source.insert(own),
                None => {
                    self.source.remove(kind.implicit);
                    if let Some(order) = &mut self.apis.order {
                        order.remove(kind.implicit);
                    }
                }
            }
            if let Some(api) = own_api {
                self.apis.properties.insert(name, api);
            }
        }
        Ok(())
    }

    /// Adds the paths of a resource's events.
    fn add_events(
        &mut self,
        kind: &Kind,
        owner: &Resource,
        events: &mut Map<Node>,
        asked: &mut Asked,
        count: &mut usize,
    ) -> Result<(), Failure> {
        let mut names: Vec<Text> = events
            .iter()
            .filter(|entry| {
                let event_type = entry.value.as_map().and_then(|event| event.get("Type"));
                event_type.and_then(Node::as_text).is_some_and(|text| &**text == kind.name)
            })
            .map(|entry| entry.key.clone())
            .collect();
        if self.apis.is_ordered() {
            // SAM picks them out of all in one order, and goes through them in the order of the picked.
            let all: Vec<&Text> = events.iter().map(|entry| &entry.key).collect();
            let order: KeyOrder = all.into_iter().collect();
            names.sort_by_cached_key(|name| order.iter().position(|key| key == name));
            super::sort_as_keys(&mut names, |name| name);
        }
        for name in names {
            let Some(entry) = events.entries.iter_mut().find(|entry| entry.key == name) else { continue };
            let span = entry.key_span;
            *count += 1;
            if *count > MAX_EVENTS {
                let message = format!(
                    "more than {MAX_EVENTS} events of type {}: a stack has no room for them",
                    kind.name
                );
                return Err(Failure::new(span, message));
            }
            let called = format!("the event `{name}` of {}", owner.called());
            let Some(event) = entry.value.as_map_mut() else { continue };
            let is_http = kind.name == HTTP.name;
            if is_http && event.get("Properties").is_none() {
                let empty = Node { span, content: template::Content::Map(Map::default()) };
                event.set("Properties", span, empty);
            }
            let Some(properties) = event.get_mut("Properties") else { continue };
            if !is_http && !tree::is_given(properties) {
                continue;
            }
            let found = properties.kind();
            let Some(properties) = properties.as_map_mut() else {
                return Err(Failure::new(
                    span,
                    format!("the properties of {called} have to be a map, found {found}"),
                ));
            };
            self.add_event(kind, owner, &called, span, properties, asked)?;
        }
        Ok(())
    }

    fn add_event(
        &mut self,
        kind: &Kind,
        owner: &Resource,
        called: &str,
        span: Span,
        properties: &mut Map<Node>,
        asked: &mut Asked,
    ) -> Result<(), Failure> {
        let is_http = kind.name == HTTP.name;
        if properties.get(kind.id).is_none() {
            self.add_tags(kind, owner);
            properties.set(kind.id, span, tree::reference(span, kind.implicit));
        }
        let is_given = |name: &str| properties.get(name).is_some_and(tree::is_given);
        if is_http && !is_given("Path") && !is_given("Method") {
            properties.set("Path", span, tree::text(span, "$default"));
            properties.set("Method", span, tree::text(span, ANY));
        }
        let text = |name: &str| {
            let value = properties.get(name);
            let found =
                value.map_or("none", |value| if is_call(value) { "a function" } else { value.kind() });
            let span = value.map_or(span, |value| value.span);
            let wrong = || Failure::new(span, format!("`{name}` of {called} has to be text, found {found}"));
            value.and_then(Node::as_text).cloned().ok_or_else(wrong)
        };
        let (path, method) = (text("Path")?, text("Method")?);
        let id = properties.get(kind.id);
        let api = id.and_then(named_api).and_then(|name| self.source.get(name));
        let is_other = |api: &Resource| &*api.resource_type == HTTP.resource_type && !is_http;
        let Some(api) = api.filter(|api| !is_other(api)) else {
            let message =
                format!("`{}` of {called} has to name an `{}` of the template", kind.id, kind.resource_type);
            return Err(Failure::new(id.map_or(span, |id| id.span), message));
        };
        let logical_id = api.logical_id.clone();
        let condition = owner.condition.as_ref().map(|(condition, _)| condition.clone());
        let paths = asked.conditions.entry(logical_id.clone()).or_default();
        paths.entry(path.clone()).or_default().insert(method.clone(), condition);
        if &*logical_id == kind.implicit {
            asked.deletion_policies.extend(owner.deletion_policy.clone());
            asked.update_replace_policies.extend(owner.update_replace_policy.clone());
        }
        let Some(api) = self.apis.properties.get_mut(&logical_id) else { return Ok(()) };
        let Some(definition) = api.properties.as_map_mut().and_then(|map| map.get_mut("DefinitionBody"))
        else {
            return Ok(());
        };
        let is_definition = if is_http {
            openapi::is_definition(Some(definition))
        } else {
            swagger::is_definition(Some(definition))
        };
        if api.is_managed && is_definition {
            definition.copy_deeply();
            if let Some(paths) = definition.as_map_mut().and_then(|map| map.get_mut("paths")) {
                Paths(paths).add(
                    &Word::written(path.clone()),
                    &normalized(&Word::written(method.clone())),
                    span,
                )?;
            }
            definition.copy_deeply();
        }
        if is_http && let Some(settings) = properties.get("RouteSettings") {
            let settings = self.apis.read(settings);
            self.add_route_settings(&logical_id, called, &path, &method, settings, owner)?;
        }
        Ok(())
    }

    /// Gives the implicit API the tags of a function that hands its tags on.
    fn add_tags(&mut self, kind: &Kind, owner: &Resource) {
        let section = owner.resource_type.strip_prefix(PREFIX);
        let globals = self.globals.as_ref().and_then(Node::as_map);
        let globals = section.and_then(|section| globals?.get(section)?.as_map());
        let given = |name: &str| {
            let own = owner.property(name).filter(|value| tree::is_given(value));
            own.or_else(|| {
                globals.and_then(|globals| globals.get(name)).filter(|value| tree::is_given(value))
            })
        };
        let (Some(tags), Some(_)) = (given("Tags").and_then(Node::as_map), given("PropagateTags")) else {
            return;
        };
        let api = self.apis.properties.get_mut(kind.implicit);
        let Some(fields) = api.and_then(|api| api.properties.as_map_mut()) else { return };
        let own =
            fields.get_or(&Word::made("Tags"), owner.span, || Piece::fields(owner.span, Fields::default()));
        if let Some(own) = own.as_map_mut() {
            for Entry { key, key_span, value } in tags {
                own.set(Word::made(key.clone()), *key_span, Piece::read(value, false));
            }
        }
        fields.put("PropagateTags", Piece::boolean(owner.span, true));
    }

    /// Adds the settings of a route to those of its API.
    fn add_route_settings(
        &mut self,
        api: &Text,
        called: &str,
        path: &str,
        method: &str,
        settings: Piece,
        owner: &Resource,
    ) -> Result<(), Failure> {
        let span = settings.span;
        let route = if method == ANY { path.to_owned() } else { format!("{} {path}", method.to_uppercase()) };
        super::editor::map_of(&settings, &format!("`RouteSettings` of {called}"))?;
        let settings = match &owner.condition {
            Some((condition, _)) => Piece::conditional(span, Word::written(condition.clone()), settings),
            None => settings,
        };
        let properties = self.apis.properties.get_mut(api).and_then(|api| api.properties.as_map_mut());
        let Some(properties) = properties else { return Ok(()) };
        let empty = || Piece::fields(span, Fields::default());
        let all = properties.get_or(&Word::made("RouteSettings"), span, empty);
        let all = map_of_mut(all, "`RouteSettings`")?;
        let own = map_of_mut(all.get_or(&Word::made(route), span, empty), "a route of `RouteSettings`")?;
        if let Some(settings) = settings.as_map() {
            own.update(settings);
        }
        Ok(())
    }

    /// Gives the implicit API the condition and policies of those who use it.
    fn set_attributes(&mut self, kind: &Kind, asked: &Asked) {
        let conditions = asked.conditions.get(kind.implicit).map(|paths| {
            let methods = paths.values().flat_map(HashMap::values);
            methods.cloned().collect::<BTreeSet<Option<Text>>>()
        });
        let condition = conditions.and_then(|conditions| {
            let conditions: Option<Vec<Text>> = conditions.into_iter().collect();
            self.combined(conditions?, || format!("{}Condition", kind.implicit))
        });
        let Some(api) = self.source.get_mut(kind.implicit) else { return };
        if let Some(condition) = condition {
            api.condition = Some((condition, api.span));
        }
        let first = |policies: &[Node], names: &[&str]| {
            let is = |policy: &&Node, name: &str| policy.as_text().is_some_and(|text| &**text == name);
            names.iter().find_map(|name| policies.iter().find(|policy| is(policy, name)).cloned())
        };
        if let Some(policy) = first(&asked.deletion_policies, &["Retain", "Delete"]) {
            api.deletion_policy = Some(policy);
        }
        if let Some(policy) = first(&asked.update_replace_policies, &["Retain", "Snapshot", "Delete"]) {
            api.update_replace_policy = Some(policy);
        }
    }

    /// One condition for several, which is declared where it is new.
    fn combined(&mut self, conditions: Vec<Text>, name: impl Fn() -> String) -> Option<Text> {
        if conditions.len() < 2 {
            return conditions.into_iter().next();
        }
        // `Fn::Or` takes ten at most: those that are too many go into conditions of their own.
        let name = name();
        let mut rest: std::collections::VecDeque<Text> = conditions.into();
        let mut number = 1 + (rest.len() - 2) / 9 - 1;
        let span = Span::default();
        while rest.len() > 1 {
            let own = if number > 0 { format!("{name}{number}") } else { name.clone() };
            number = number.saturating_sub(1);
            let some: Vec<Node> = rest
                .drain(..rest.len().min(10))
                .map(|condition| tree::named_condition(span, condition))
                .collect();
            self.conditions.set(own.as_str(), span, tree::map(span, [("Fn::Or", tree::list(span, some))]));
            rest.push_back(Text::from(own));
        }
        rest.pop_front()
    }

    /// Puts the paths under a condition whose methods all are.
    fn make_paths_conditional(&mut self, kind: &Kind, asked: &Asked) -> Result<(), Failure> {
        let is_kind = |resource: &&Resource| &*resource.resource_type == kind.resource_type;
        let names: Vec<Text> =
            self.source.iter().filter(is_kind).map(|resource| resource.logical_id.clone()).collect();
        for name in names {
            let Some(mut api) = self.apis.properties.remove(&name) else { continue };
            if api.is_managed
                && let Some(definition) =
                    api.properties.as_map_mut().and_then(|map| map.get_mut("DefinitionBody"))
            {
                definition.copy_deeply();
                let paths = definition.as_map_mut().and_then(|map| map.get_mut("paths"));
                let asked = asked.conditions.get(&name);
                if let (Some(paths), Some(asked)) = (paths, asked) {
                    let mut paths = Paths(paths);
                    for path in paths.names() {
                        let methods = asked.get(&path.text);
                        let conditions: BTreeSet<Option<Text>> =
                            methods.into_iter().flat_map(HashMap::values).cloned().collect();
                        let Some(conditions) = conditions.into_iter().collect::<Option<Vec<Text>>>() else {
                            continue;
                        };
                        let is_one = conditions.len() == 1;
                        let path_name = || {
                            let path = path.text.replace('/', "SLASH").replace('{', "OB").replace('}', "CB");
                            format!("{name}{path}PathCondition")
                        };
                        if let Some(condition) = self.combined(conditions, path_name) {
                            paths.make_conditional(&path.text, Word { text: condition, is_written: is_one });
                        }
                    }
                }
                definition.copy_deeply();
            }
            self.apis.properties.insert(name, api);
        }
        Ok(())
    }
}

fn skeleton(is_http: bool, span: Span) -> Piece {
    if is_http { openapi::skeleton(span) } else { swagger::skeleton(span) }
}

/// Whether SAM keeps the template in Python 2's order: where logical IDs hang on it.
fn is_ordered<'r>(globals: Option<&Node>, resources: impl Iterator<Item = &'r Resource>) -> bool {
    let has_default = |auth: Option<&Node>| {
        let default = auth.and_then(Node::as_map).and_then(|auth| auth.get("DefaultAuthorizer"));
        default.is_some_and(tree::is_given)
    };
    let globals = globals.and_then(Node::as_map);
    let global_auth = globals.and_then(|globals| globals.get(HTTP.name)?.as_map()?.get("Auth"));
    let has_global_default = has_default(global_auth);
    for resource in resources {
        let events = resource.property("Events").and_then(Node::as_map);
        let has_event = |name: &str| {
            events.into_iter().flatten().any(|entry| {
                let event_type = entry.value.as_map().and_then(|event| event.get("Type"));
                event_type.and_then(Node::as_text).is_some_and(|text| &**text == name)
            })
        };
        let is = match resource.resource_type.strip_prefix(PREFIX) {
            Some("Api") => true,
            Some("HttpApi") => has_global_default || has_default(resource.property("Auth")),
            Some("StateMachine") => has_event(REST.name),
            Some("Function") => has_event(REST.name) || (has_global_default && has_event(HTTP.name)),
            _ => false,
        };
        if is {
            return true;
        }
    }
    false
}
