//! The walk over a tree of nodes that turns it into values.

use super::budget::{Budget, Expansion};
use super::conditions::{Conditions, Truth, missing};
use super::functions;
use super::mappings::Mappings;
use super::parameters::Parameters;
use super::text::known_text;
use super::{Choice, Content, Environment, Reason, Unknown, Value};
use crate::template::{self, Context, Diagnostic, Entry, Function, Map, Node, Span, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// How deep nodes may be nested: more than any parser of ours lets through, and few enough for the stack.
const MAX_DEPTH: u32 = 300;

/// More messages than anybody reads; hostile templates would make millions.
const MAX_DIAGNOSTICS: usize = 1_000;

/// All that is known while nodes are evaluated.
pub(super) struct Evaluator<'t> {
    pub environment: &'t Environment,
    pub parameters: Parameters<'t>,
    pub mappings: Mappings<'t>,
    /// The conditions that were decided so far.
    pub conditions: Conditions,
    /// Why there may be conditions that the template doesn't list.
    pub more_conditions: Option<Arc<Unknown>>,
    /// Which resources are there, once the conditions are decided.
    pub presence: HashMap<Text, Presence>,
    /// Whether there may be resources that the template doesn't list, because a macro, a module or a loop
    /// could not be expanded: a reference to one of these is no error then.
    pub open_ended: bool,
    /// What counts as a function where the walk is.
    pub context: Context,
    /// What is evaluated may not be there in the end: what fails there is a warning.
    pub may_not_exist: bool,
    /// The resources that were referred to, for certain, since this was last emptied.
    pub references: Vec<(Text, Span)>,
    /// Whether a secret was read since this was last reset: messages must not quote values then.
    pub read_secret: bool,
    pub includes: super::include::Includes,
    /// What the nested stacks give that were resolved so far.
    pub nested: HashMap<Text, super::nested::Outputs>,
    /// What the stack exports, where the name is known.
    pub exports: Vec<(Text, Value)>,
    diagnostics: Vec<Diagnostic>,
    budget: Budget,
    /// How many undecided `Fn::If` are around the walk.
    undecided: u32,
    depth: u32,
}

/// Whether a declared resource exists.
#[derive(Clone, Debug)]
pub(super) enum Presence {
    /// It does.
    Here,
    /// Its condition is false.
    Gone { condition: Text },
    /// Its condition is not known.
    Maybe,
}

impl<'t> Evaluator<'t> {
    pub fn new(
        environment: &'t Environment,
        parameters: Parameters<'t>,
        mappings: Mappings<'t>,
        includes: super::include::Includes,
    ) -> Self {
        Self {
            environment,
            parameters,
            mappings,
            conditions: Conditions::new(),
            more_conditions: None,
            presence: HashMap::new(),
            open_ended: false,
            context: Context::Value,
            may_not_exist: false,
            references: Vec::new(),
            read_secret: false,
            includes,
            nested: HashMap::new(),
            exports: Vec::new(),
            diagnostics: Vec::new(),
            budget: Budget::default(),
            undecided: 0,
            depth: 0,
        }
    }

    /// The value of a node; `None` is `AWS::NoValue`.
    pub fn evaluate(&mut self, node: &Node) -> Option<Value> {
        if !self.spend(Expansion::Values, 1, node.span) {
            return Some(Value::not_known(node.span, Reason::Error));
        }
        let content = match &node.content {
            template::Content::Null => Content::Null,
            template::Content::Boolean(boolean) => Content::Boolean(*boolean),
            template::Content::Integer(integer) => Content::Integer(*integer),
            template::Content::Float(float) => Content::Float(*float),
            template::Content::Text(text) => known_text(text.clone(), node.span),
            template::Content::List(_) | template::Content::Map(_) => return self.evaluate_deep(node),
        };
        Some(Value::new(node.span, content))
    }

    fn evaluate_deep(&mut self, node: &Node) -> Option<Value> {
        if self.depth >= MAX_DEPTH {
            return Some(self.fail(node.span, format!("this is nested more than {MAX_DEPTH} levels deep")));
        }
        self.depth += 1;
        let value = match &node.content {
            template::Content::List(items) => {
                let items = items.iter().filter_map(|item| self.evaluate(item)).collect();
                Some(Value::new(node.span, Content::List(items)))
            }
            template::Content::Map(map) => match Function::of(node, self.context) {
                None => Some(self.evaluate_map(node.span, map)),
                Some(Ok(function)) => functions::call(self, node, function),
                // Reported by the check of all functions, when the template was read.
                Some(Err(_)) => Some(Value::not_known(node.span, Reason::Error)),
            },
            _ => None,
        };
        self.depth -= 1;
        value
    }

    fn evaluate_map(&mut self, span: Span, map: &Map<Node>) -> Value {
        let mut entries = Vec::with_capacity(map.len());
        let mut has_loops = false;
        for Entry { key, key_span, value } in map {
            if key.starts_with(super::loops::PREFIX) {
                has_loops = true;
                if let Err(unknown) = self.evaluate_loop(value, *key_span, &mut entries) {
                    return Value::because(span, unknown);
                }
            } else if let Some(value) = self.evaluate(value) {
                entries.push(Entry { key: key.clone(), key_span: *key_span, value });
            }
        }
        if has_loops {
            self.report_duplicates(&mut entries);
        }
        Value::new(span, Content::Map(Map { entries }))
    }

    /// Evaluates both branches of a choice that can't be made, or the one that is taken.
    pub fn choose(
        &mut self,
        span: Span,
        name: (&Text, Span),
        then: &Node,
        otherwise: &Node,
    ) -> Option<Value> {
        let (name, name_span) = name;
        let truth = self.conditions.get(name).cloned();
        let cause = match truth.unwrap_or_else(|| missing(self, name, name_span)) {
            Truth::Known(true) => return self.evaluate(then),
            Truth::Known(false) => return self.evaluate(otherwise),
            Truth::Unknown(cause) => cause,
        };
        self.undecided += 1;
        let then = self.assuming(name, true, |evaluator| evaluator.evaluate(then));
        let otherwise = self.assuming(name, false, |evaluator| evaluator.evaluate(otherwise));
        self.undecided -= 1;
        if then.is_none() && otherwise.is_none() {
            return None;
        }
        let reason = Reason::Condition { name: name.clone(), cause };
        let condition = Unknown { reason, span };
        Some(Value::new(span, Content::Either(Arc::new(Choice::new(condition, then, otherwise)))))
    }

    /// Does `work` in a world where the condition `name`, which is not known, is `truth`: where one choice was
    /// made by it, all others are made alike.
    pub fn assuming<T>(&mut self, name: &Text, truth: bool, work: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.conditions.insert(name.clone(), Truth::Known(truth));
        let result = work(self);
        match before {
            Some(before) => self.conditions.insert(name.clone(), before),
            None => self.conditions.remove(name),
        };
        result
    }

    /// Evaluates an argument that has to be a scalar; `Err` is the value of the whole call if it isn't.
    pub fn text_argument(&mut self, node: &Node, span: Span, what: &str) -> Result<Text, Value> {
        let Some(value) = self.evaluate(node) else {
            return Err(self.fail(node.span, format!("{what} must be text, found `AWS::NoValue`")));
        };
        if let Content::Text(text) = value.content {
            return Ok(text);
        }
        if let Some(unknown) = value.share_unknown() {
            return Err(Value::because(span, unknown));
        }
        match value.as_text() {
            Some(text) => Ok(Text::from(text)),
            None => Err(self.fail(node.span, format!("{what} must be text, found {}", value.kind()))),
        }
    }

    /// Notes that a resource is needed here, and says what a reference to it is.
    pub fn refer(&mut self, logical_id: &Text, span: Span, reason: Reason) -> Value {
        match self.presence.get(logical_id) {
            Some(Presence::Gone { condition }) => {
                let message = format!(
                    "the resource `{logical_id}` is referred to, but its condition `{condition}` is false: it does \
                     not exist"
                );
                return self.fail(span, message);
            }
            Some(Presence::Here | Presence::Maybe) if self.undecided == 0 => {
                self.references.push((logical_id.clone(), span));
            }
            Some(_) => {}
            None if self.open_ended => {}
            // The check of all references, evaluated or not, reports it.
            None => return Value::not_known(span, Reason::Error),
        }
        Value::not_known(span, reason)
    }

    /// Reports something that fails when it is deployed: an error, unless it may never be evaluated.
    pub fn fail(&mut self, span: Span, message: impl Into<String>) -> Value {
        self.report(if self.undecided > 0 || self.may_not_exist {
            Diagnostic::warning(span, message)
        } else {
            Diagnostic::error(span, message)
        });
        Value::not_known(span, Reason::Error)
    }

    /// Reports something that CloudFormation refuses whether it would be evaluated or not.
    pub fn report_error(&mut self, span: Span, message: impl Into<String>) -> Value {
        self.report(Diagnostic::error(span, message));
        Value::not_known(span, Reason::Error)
    }

    /// Adds a message.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        if !self.reported_enough() || diagnostic.is_error() && !self.has_errors() {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Whether further messages are not worth the work of finding their exact place.
    pub fn reported_enough(&self) -> bool {
        self.diagnostics.len() >= MAX_DIAGNOSTICS
    }

    /// The messages so far.
    pub fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.diagnostics)
    }

    fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Counts what was made. False if it was too much, which is reported once.
    pub fn spend(&mut self, expansion: Expansion, amount: usize, span: Span) -> bool {
        match self.budget.spend(expansion, amount) {
            Ok(()) => true,
            Err(message) => {
                if let Some(message) = message {
                    self.diagnostics.push(Diagnostic::error(span, message));
                }
                false
            }
        }
    }

    /// The value that another stack gives, at `span`.
    pub fn take(&mut self, given: &super::Given, span: Span) -> Value {
        if self.spend(Expansion::Values, given.size(), span) {
            given.at(span)
        } else {
            Value::not_known(span, Reason::Error)
        }
    }

    /// A value for a message, or words in its place where it may be a secret.
    pub fn quote(&self, text: &str) -> String {
        if self.read_secret {
            "a value that depends on a secret".to_owned()
        } else {
            format!("`{}`", super::constraints::shorten(text))
        }
    }
}

/// The text of a scalar node.
pub(super) fn scalar_text(node: &Node) -> Option<Text> {
    let content = match &node.content {
        template::Content::Text(text) => return Some(text.clone()),
        template::Content::Boolean(boolean) => Content::Boolean(*boolean),
        template::Content::Integer(integer) => Content::Integer(*integer),
        template::Content::Float(float) => Content::Float(*float),
        _ => return None,
    };
    Value::new(node.span, content).as_text().map(Text::from)
}
