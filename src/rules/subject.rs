//! What a check looks at: a resource, or an item inside it, among the other resources of its stack.

use super::check::Check;
use super::parameters::InputParameters;
use super::reference::{name_by_ref, refers_to};
use super::related::Links;
use super::truth::{Evidence, Found, Truth};
use super::wanted::Wanted;
use crate::resolve::{Content, Part, Reason, Resource, Stack, Value};
use crate::template::{FileId, Span, Text};
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

/// A stack with the look-ups that rules need: made once, used by all rules.
#[derive(Debug)]
pub struct Neighbourhood<'a> {
    /// The stack.
    pub stack: &'a Stack,
    by_logical_id: HashMap<&'a str, &'a Resource>,
    by_type: HashMap<&'a str, Vec<&'a Resource>>,
    links: RefCell<HashMap<(&'static str, &'static str), Links>>,
    /// By logical ID, the resources that refer to it by their number; `None` for the outputs.
    mentions: OnceCell<HashMap<Text, Vec<Option<usize>>>>,
}

/// Where a resource of the stack is referred to.
#[derive(Clone, Copy, Debug)]
pub enum Mention<'a> {
    /// In a property of this resource.
    By(&'a Resource),
    /// In the stack's outputs.
    InOutputs,
}

impl<'a> Neighbourhood<'a> {
    /// Indexes `stack`.
    pub fn new(stack: &'a Stack) -> Self {
        let mut by_logical_id = HashMap::with_capacity(stack.resources.len());
        let mut by_type: HashMap<&str, Vec<&Resource>> = HashMap::new();
        for resource in &stack.resources {
            by_logical_id.insert(&*resource.logical_id, resource);
            by_type.entry(&*resource.resource_type).or_default().push(resource);
        }
        Self { stack, by_logical_id, by_type, links: RefCell::default(), mentions: OnceCell::new() }
    }

    /// The resource with this logical ID.
    pub fn resource(&self, logical_id: &str) -> Option<&'a Resource> {
        self.by_logical_id.get(logical_id).copied()
    }

    /// The resources of this type.
    pub fn resources_of_type(&self, resource_type: &str) -> &[&'a Resource] {
        self.by_type.get(resource_type).map_or(&[], Vec::as_slice)
    }

    /// Where the resource with this logical ID is referred to, by `Ref` or `Fn::GetAtt`, whatever for. The first
    /// question takes a walk over the whole stack.
    pub fn mentions(&self, logical_id: &str) -> impl Iterator<Item = Mention<'a>> {
        let mentions = self.mentions.get_or_init(|| {
            let mut mentions: HashMap<Text, Vec<Option<usize>>> = HashMap::new();
            let mut add = |value: &Value, place: Option<usize>| {
                for logical_id in references(value) {
                    let places = mentions.entry(logical_id.clone()).or_default();
                    if places.last() != Some(&place) {
                        places.push(place);
                    }
                }
            };
            for (index, resource) in self.stack.resources.iter().enumerate() {
                add(&resource.properties, Some(index));
            }
            for output in &self.stack.outputs {
                add(&output.value, None);
            }
            mentions
        });
        let stack = self.stack;
        mentions.get(logical_id).into_iter().flatten().filter_map(move |place| match place {
            Some(index) => stack.resources.get(*index).map(Mention::By),
            None => Some(Mention::InOutputs),
        })
    }

    /// The resource whose `Ref` or ARN is not known for this reason.
    pub(super) fn resource_behind(&self, reason: &Reason) -> Option<&'a Resource> {
        match reason {
            Reason::PhysicalId { logical_id } => self.resource(logical_id),
            Reason::Attribute { logical_id, attribute } if &**attribute == "Arn" => self.resource(logical_id),
            _ => None,
        }
    }

    /// The name that a `Ref` stands for, where `Ref` gives the name and the template chooses it.
    pub(super) fn name_behind(&self, value: &Value) -> Option<&'a Value> {
        match &value.content {
            Content::Unknown(unknown) => match &unknown.reason {
                Reason::PhysicalId { logical_id } => name_by_ref(self.resource(logical_id)?),
                _ => None,
            },
            _ => None,
        }
    }

    /// The resources of a type whose property at `path` may refer to `resource`, in the order of the template.
    pub(super) fn candidates(
        &self,
        resource_type: &'static str,
        path: &'static str,
        resource: &Resource,
    ) -> Vec<&'a Resource> {
        let all = self.resources_of_type(resource_type);
        let mut links = self.links.borrow_mut();
        let links = links.entry((resource_type, path)).or_insert_with(|| Links::new(all, path));
        links.candidates(resource).filter_map(|index| all.get(index).copied()).collect()
    }

    /// The resource types of the stack.
    pub fn resource_types(&self) -> impl Iterator<Item = &'a str> {
        self.by_type.keys().copied()
    }
}

/// What a check looks at where nothing is.
pub(super) static NOTHING: Value = Value {
    span: Span { file: FileId::TEMPLATE, start: 0, end: 0, line: 0, column: 0 },
    origin: None,
    content: Content::Null,
};

/// What a check looks at.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The other resources.
    pub neighbourhood: &'a Neighbourhood<'a>,
    /// The resource that is judged.
    pub resource: &'a Resource,
    /// The rule's parameters.
    pub parameters: &'a InputParameters,
    /// What paths start from: the resource's properties, or an item somewhere in them.
    value: &'a Value,
    /// The path of `value` from the resource's properties, empty at the top.
    path: String,
    /// Where to point if something in `value` is missing.
    span: Span,
}

/// A place that a path led to.
#[derive(Clone, Copy, Debug)]
pub struct Place<'s, 'a> {
    /// The value there, if there is one. It is never [`Content::Either`].
    pub value: Option<&'a Value>,
    /// The value, or the nearest thing above it if it is missing.
    pub span: Span,
    subject: &'s Subject<'a>,
    path: &'static str,
}

/// Which item of a list or map.
#[derive(Clone, Copy, Debug)]
pub(super) enum ItemKey<'a> {
    /// The item of a list, from 0.
    Index(usize),
    /// The value of a map.
    Name(&'a str),
    /// A single value where a list belongs, which CloudFormation takes for a list of one.
    Itself,
}

impl<'a> Subject<'a> {
    /// The resource as a whole.
    pub fn new(
        neighbourhood: &'a Neighbourhood<'a>,
        resource: &'a Resource,
        parameters: &'a InputParameters,
    ) -> Self {
        Subject {
            neighbourhood,
            resource,
            parameters,
            value: &resource.properties,
            path: String::new(),
            span: resource.span,
        }
    }

    /// Another resource, seen from this one: paths in evidence begin with its logical ID.
    pub fn neighbour(&self, resource: &'a Resource) -> Self {
        Subject {
            path: resource.logical_id.to_string(),
            ..Self::new(self.neighbourhood, resource, self.parameters)
        }
    }

    /// An item of the list or map at `place`.
    pub(super) fn item(&self, place: &Place<'_, 'a>, key: ItemKey<'_>, value: &'a Value) -> Self {
        let at = place.property();
        let path = match key {
            ItemKey::Index(index) => format!("{at}[{index}]"),
            ItemKey::Name(name) => join(&at, name),
            ItemKey::Itself => at,
        };
        Subject { value, path, span: value.span, ..self.clone() }
    }

    /// The value of the rule's parameter, if it is given or has a default.
    pub fn parameter(&self, name: &str) -> Option<&'a str> {
        self.parameters.get(name)
    }

    /// The value at `path`, with [`Content::Either`] left as it is; `None` if it is absent. What lies inside of one
    /// of two values is not known.
    ///
    /// For functions of rules. Checks use [`Subject::look`], which decides both values of a choice.
    pub fn get(&self, path: &str) -> Option<&'a Value> {
        let mut value = self.value;
        for name in names(path) {
            value = match &value.content {
                Content::Map(map) => map.get(name)?,
                Content::Unknown(_) => return Some(value),
                Content::Either(choice) => return Some(&choice.inside),
                _ => return None,
            };
        }
        (value.content != Content::Null).then_some(value)
    }

    /// Decides by the value at `path`: once for each value that it may turn out to have.
    pub fn look<'s>(
        &'s self,
        path: &'static str,
        decide: &mut dyn FnMut(Place<'s, 'a>) -> Truth<'a>,
    ) -> Truth<'a> {
        self.descend(self.value, path, path, self.span, decide)
    }

    /// Decides by `value`, which stands for what was found at `place`: once for each value that it may turn
    /// out to have.
    pub(super) fn look_at<'s>(
        &'s self,
        value: &'a Value,
        place: Place<'s, 'a>,
        decide: &mut dyn FnMut(Place<'s, 'a>) -> Truth<'a>,
    ) -> Truth<'a> {
        self.descend(value, "", place.path, place.span, decide)
    }

    fn descend<'s>(
        &'s self,
        value: &'a Value,
        rest: &'static str,
        path: &'static str,
        span: Span,
        decide: &mut dyn FnMut(Place<'s, 'a>) -> Truth<'a>,
    ) -> Truth<'a> {
        let nothing = Place { value: None, span, subject: self, path };
        match &value.content {
            Content::Either(choice) => {
                let mut branch = |value: &'a Option<Value>| match value {
                    Some(value) => self.descend(value, rest, path, value.span, decide),
                    None => decide(nothing),
                };
                let then = branch(&choice.then);
                let otherwise = branch(&choice.otherwise);
                then.either(otherwise, &choice.condition)
            }
            Content::Null => decide(nothing),
            _ if rest.is_empty() => decide(Place { value: Some(value), ..nothing }),
            Content::Unknown(unknown) => nothing.unknown(Found::Unknown(unknown), Wanted::Present),
            Content::Map(map) => {
                // A key may have dots in it: `rds.force_ssl`.
                let (name, rest) = match rest.split_once('.') {
                    Some(step) if map.get(rest).is_none() => step,
                    _ => (rest, ""),
                };
                match map.entry(name) {
                    Some(entry) => {
                        let span = match entry.value.content {
                            Content::Map(_) | Content::List(_) => entry.key_span,
                            _ => entry.value.span,
                        };
                        self.descend(&entry.value, rest, path, span, decide)
                    }
                    None => decide(nothing),
                }
            }
            _ => decide(nothing),
        }
    }

    /// Decides `check` for the resource that the property at `path` refers to.
    pub(super) fn follow(&self, path: &'static str, types: &[&str], check: &Check) -> Truth<'a> {
        self.look(path, &mut |place| match place.value {
            Some(value) => self.follow_value(value, place, types, check),
            None => place.fails(Found::Nothing { default: None }, Wanted::Present),
        })
    }

    fn follow_value(
        &self,
        value: &'a Value,
        place: Place<'_, 'a>,
        types: &[&str],
        check: &Check,
    ) -> Truth<'a> {
        let mut candidates =
            types.iter().flat_map(|name| self.neighbourhood.resources_of_type(name)).copied();
        match candidates.find(|candidate| refers_to(value, candidate) == Some(true)) {
            Some(target) => check.evaluate(&self.neighbour(target)),
            None => place.unknown(
                match &value.content {
                    Content::Unknown(unknown) => Found::Unknown(unknown),
                    _ => {
                        Found::Statement(Cow::Borrowed("the resource that it names is not in this template"))
                    }
                },
                Wanted::Present,
            ),
        }
    }

    /// Decides `check` for the resource that the first property of `paths` that is present refers to.
    pub(super) fn follow_first(
        &self,
        paths: &'static [&'static str],
        types: &[&str],
        check: &Check,
    ) -> Truth<'a> {
        match paths {
            [] => self.fails("nothing is referred to"),
            [path] => self.follow(path, types, check),
            [path, others @ ..] => self.look(path, &mut |place| match place.value {
                Some(value) => self.follow_value(value, place, types, check),
                None => self.follow_first(others, types, check),
            }),
        }
    }

    /// The same resource or item, looking at `value` under `place` by the name of `key`.
    pub(super) fn entry(&self, place: &Place<'_, 'a>, key: &str, value: &'a Value) -> Self {
        let span = if value.content == Content::Null { place.span } else { value.span };
        Subject { span, ..self.item(place, ItemKey::Name(key), value) }
    }

    /// The same resource or item, looking at `value`, which stands for what was found at `place`.
    pub(super) fn inside<'b>(&self, place: &Place<'_, 'a>, value: &'b Value) -> Subject<'b>
    where
        'a: 'b,
    {
        Subject { value, path: place.property(), span: place.span, ..self.clone() }
    }

    /// False, for the resource or item as a whole.
    pub fn fails(&self, statement: impl Into<Cow<'static, str>>) -> Truth<'a> {
        self.here().fails(Found::Statement(statement.into()), Wanted::Present)
    }

    /// Unknown, for the resource or item as a whole.
    pub fn unknown(&self, statement: impl Into<Cow<'static, str>>) -> Truth<'a> {
        self.here().unknown(Found::Statement(statement.into()), Wanted::Present)
    }

    /// False, at the property at `path` if it is there.
    pub fn fails_at(&self, path: &'static str, statement: impl Into<Cow<'static, str>>) -> Truth<'a> {
        let statement = statement.into();
        match self.look(path, &mut |place| place.fails(Found::Statement(statement.clone()), Wanted::Present))
        {
            fails @ Truth::False(_) => fails,
            Truth::True | Truth::Unknown(_) => self.fails(statement),
        }
    }

    fn here(&self) -> Place<'_, 'a> {
        Place { value: Some(self.value), span: self.span, subject: self, path: "" }
    }
}

impl<'a> Place<'_, 'a> {
    /// The path from the resource's properties.
    pub fn property(&self) -> String {
        join(&self.subject.path, self.path)
    }

    /// False, because of what is here.
    pub fn fails(&self, found: Found<'a>, wanted: Wanted) -> Truth<'a> {
        Truth::False(self.evidence(found, wanted))
    }

    /// Unknown, because of what is here.
    pub fn unknown(&self, found: Found<'a>, wanted: Wanted) -> Truth<'a> {
        Truth::Unknown(self.evidence(found, wanted))
    }

    fn evidence(&self, found: Found<'a>, wanted: Wanted) -> Evidence<'a> {
        Evidence {
            property: self.property(),
            span: self.span,
            origin: self.value.and_then(|value| value.origin),
            finding: found,
            wanted,
            parameters: self.subject.parameters,
        }
    }
}

/// The names of a dotted path.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('.').filter(|name| !name.is_empty())
}

fn join(prefix: &str, path: &str) -> String {
    match (prefix.is_empty(), path.is_empty()) {
        (true, _) => path.to_owned(),
        (_, true) => prefix.to_owned(),
        _ => format!("{prefix}.{path}"),
    }
}

/// The logical IDs that `value` refers to, in it or below it.
fn references(value: &Value) -> Vec<&Text> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match &value.content {
            Content::List(items) => open.extend(items),
            Content::Map(map) => open.extend(map.iter().map(|entry| &entry.value)),
            Content::Either(choice) => open.extend([&choice.then, &choice.otherwise].into_iter().flatten()),
            Content::Unknown(unknown) => found.extend(reference(&unknown.reason)),
            Content::Partial(parts) => found.extend(parts.iter().filter_map(|part| match part {
                Part::Unknown(unknown) => reference(&unknown.reason),
                Part::Text(_) => None,
            })),
            _ => {}
        }
    }
    found
}

fn reference(reason: &Reason) -> Option<&Text> {
    match reason {
        Reason::PhysicalId { logical_id } | Reason::Attribute { logical_id, .. } => Some(logical_id),
        _ => None,
    }
}
