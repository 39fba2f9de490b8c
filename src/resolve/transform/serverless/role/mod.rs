//! The execution role of a function or state machine: who may take it on, and what it may do.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::Function", properties `Policies` and `Role`.

mod managed_policies;
mod policy_templates;

use super::intrinsics::{self, is_call, is_no_value};
use super::tree::{is_same, list, map, text};
use super::{Expansion, Failure};
use crate::template::{Content, Diagnostic, Node, Resource, Span};

/// What an entry of `Policies` is.
#[derive(Clone, Copy, PartialEq)]
enum Policy {
    Managed,
    Statement,
    Template,
    Unknown,
}

/// Makes the role of `owner`, which a service may take on, with `policies` as the SAM resource lists them.
pub(super) fn make(
    expansion: &Expansion,
    owner: &Resource,
    trust: Node,
    managed: Vec<Node>,
    inline: Vec<Node>,
    policies: Option<&Node>,
) -> Result<Resource, Failure> {
    let span = owner.span;
    let name = format!("{}Role", owner.logical_id);
    let mut role = Resource::make("AWS::IAM::Role", name.clone(), span)
        .under(owner)
        .with("AssumeRolePolicyDocument", trust)
        .with("ManagedPolicyArns", list(span, managed));
    if !inline.is_empty() {
        role.set("Policies", list(span, inline));
    }
    let policies = policies.filter(|policies| super::tree::is_given(policies));
    let policies = match policies {
        None => &[],
        Some(Node { content: Content::List(items), .. }) => items.as_slice(),
        Some(single) => std::slice::from_ref(single),
    };
    let mut failure = Failure::default();
    for (index, policy) in policies.iter().enumerate() {
        let context = Context { expansion, owner, name: format!("{name}Policy{index}") };
        failure.note(context.add(&mut role, policy));
    }
    failure.or(role)
}

/// Adds a policy that AWS manages, unless the role has it.
pub(super) fn add_managed(role: &mut Resource, arn: Node) {
    push(role, "ManagedPolicyArns", arn, is_same);
}

/// Adds a policy, unless the role has one that says the same.
pub(super) fn add_inline(role: &mut Resource, policy: Node) {
    push(role, "Policies", policy, |known, policy| {
        let documents = document(known).zip(document(policy));
        is_same(known, policy) || documents.is_some_and(|(known, new)| is_same(known, new))
    });
}

fn document(policy: &Node) -> Option<&Node> {
    policy.as_map()?.get("PolicyDocument")
}

fn push(role: &mut Resource, property: &str, item: Node, is_known: impl Fn(&Node, &Node) -> bool) {
    let Some(properties) = role.properties.as_mut().and_then(Node::as_map_mut) else { return };
    match properties.get_mut(property).and_then(Node::as_list_mut) {
        Some(items) => {
            if !items.iter().any(|known| is_known(known, &item)) {
                items.push(item);
            }
        }
        None => properties.set(property, item.span, list(item.span, [item.clone()])),
    }
}

/// Who may take a role on: a service.
pub(super) fn trust(span: Span, service: &str) -> Node {
    let statement = map(
        span,
        [
            ("Action", list(span, [text(span, "sts:AssumeRole")])),
            ("Effect", text(span, "Allow")),
            ("Principal", map(span, [("Service", list(span, [text(span, service)]))])),
        ],
    );
    map(span, [("Version", text(span, "2012-10-17")), ("Statement", list(span, [statement]))])
}

/// A statement that allows an action on a resource.
pub(super) fn allow(span: Span, action: Node, resource: Node) -> Node {
    map(span, [("Action", action), ("Effect", text(span, "Allow")), ("Resource", resource)])
}

/// A policy with a name and statements.
pub(super) fn policy(span: Span, name: String, statements: impl IntoIterator<Item = Node>) -> Node {
    let document = map(span, [("Statement", list(span, statements))]);
    map(span, [("PolicyName", text(span, name)), ("PolicyDocument", document)])
}

/// The policy to send to a queue.
pub(super) fn send_to_queue(span: Span, prefix: &str, queue: Node) -> Node {
    policy(span, format!("{prefix}SQSPolicy"), [allow(span, text(span, "sqs:SendMessage"), queue)])
}

/// The policy to publish to a topic.
pub(super) fn publish_to_topic(span: Span, prefix: &str, topic: Node) -> Node {
    policy(span, format!("{prefix}SNSPolicy"), [allow(span, text(span, "sns:publish"), topic)])
}

/// The policy to put events into a bucket.
pub(super) fn put_into_bucket(span: Span, prefix: &str, bucket: Node) -> Node {
    let objects = super::tree::join(span, "/", [bucket.clone(), text(span, "*")]);
    policy(
        span,
        format!("{prefix}S3Policy"),
        [allow(span, text(span, "s3:PutObject"), objects), allow(span, text(span, "s3:ListBucket"), bucket)],
    )
}

/// The policy to put events onto a bus.
pub(super) fn put_events(span: Span, prefix: &str, bus: Node) -> Node {
    policy(span, format!("{prefix}EventBridgePolicy"), [allow(span, text(span, "events:PutEvents"), bus)])
}

/// The policy to invoke a function.
pub(super) fn invoke_function(span: Span, prefix: &str, function: Node) -> Node {
    policy(
        span,
        format!("{prefix}LambdaPolicy"),
        [allow(span, text(span, "lambda:InvokeFunction"), function)],
    )
}

/// The policy to start a state machine.
pub(super) fn start_execution(span: Span, prefix: &str, state_machine: Node) -> Node {
    let statement = allow(span, text(span, "states:StartExecution"), state_machine);
    policy(span, format!("{prefix}StartExecutionPolicy"), [statement])
}

/// An entry of `Policies` and where it goes.
struct Context<'c, 't> {
    expansion: &'c Expansion<'t>,
    owner: &'c Resource,
    /// The policy's name.
    name: String,
}

impl Context<'_, '_> {
    /// Adds the entry to the role.
    fn add(&self, role: &mut Resource, policy: &Node) -> Result<(), Failure> {
        match self.kind(policy)? {
            Policy::Managed => {
                let arn = self.branches(policy, &|policy| Ok(self.managed(policy)))?;
                push(role, "ManagedPolicyArns", arn, is_same);
            }
            Policy::Statement => {
                let document = self.branches(policy, &|policy| Ok(self.inline(policy.clone())))?;
                push(role, "Policies", document, |_, _| false);
            }
            Policy::Template => {
                let document = self.branches(policy, &|policy| Ok(self.inline(self.template(policy)?)))?;
                push(role, "Policies", document, |_, _| false);
            }
            Policy::Unknown => {
                let message = format!(
                    "this entry of `Policies` of {} is neither the name or ARN of a policy, nor a policy with \
                     `Statement`, nor one of SAM's policy templates",
                    self.owner.called()
                );
                let name = policy.as_map().and_then(|policy| policy.entries.first());
                let near = name.and_then(|entry| policy_templates::similar_to(&entry.key));
                let diagnostic = Diagnostic::error(policy.span, message);
                return Err(match near {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")).into(),
                    None => diagnostic.into(),
                });
            }
        }
        Ok(())
    }

    /// What an entry is; the branches of `Fn::If` have to be alike.
    fn kind(&self, policy: &Node) -> Result<Policy, Failure> {
        if policy.as_text().is_some() {
            return Ok(Policy::Managed);
        }
        if let Some(choice) = intrinsics::choice(policy, "`Policies`") {
            let [_, then, otherwise] = choice?;
            return match (self.kind(then)?, self.kind(otherwise)?) {
                (left, right) if left == right => Ok(left),
                (_, right) if is_no_value(then) => Ok(right),
                (left, _) if is_no_value(otherwise) => Ok(left),
                _ => {
                    let message = format!(
                        "`Fn::If` in `Policies` of {} chooses between policies of different kinds: give each its \
                         own `Fn::If`",
                        self.owner.called()
                    );
                    Err(Failure::new(policy.span, message))
                }
            };
        }
        Ok(match policy.as_map() {
            _ if is_call(policy) => Policy::Managed,
            Some(map) if map.get("Statement").is_some() => Policy::Statement,
            Some(map) => match map.entries.as_slice() {
                [entry] if policy_templates::exists(&entry.key) => Policy::Template,
                _ => Policy::Unknown,
            },
            None => Policy::Unknown,
        })
    }

    /// Converts an entry, or both branches of its `Fn::If`.
    fn branches(
        &self,
        policy: &Node,
        convert: &dyn Fn(&Node) -> Result<Node, Failure>,
    ) -> Result<Node, Failure> {
        let Some(choice) = intrinsics::choice(policy, "`Policies`") else { return convert(policy) };
        let [condition, then, otherwise] = choice?;
        let branch = |branch: &Node| if is_no_value(branch) { Ok(branch.clone()) } else { convert(branch) };
        let arguments = list(policy.span, [condition.clone(), branch(then)?, branch(otherwise)?]);
        Ok(map(policy.span, [("Fn::If", arguments)]))
    }

    /// The ARN for the name of a policy that AWS manages; anything else stays as it is.
    fn managed(&self, policy: &Node) -> Node {
        match policy.as_text().and_then(|name| managed_policies::find(name)) {
            Some(path) => self.expansion.managed_policy(policy.span, &path),
            None => policy.clone(),
        }
    }

    fn inline(&self, document: Node) -> Node {
        let span = document.span;
        map(span, [("PolicyName", text(span, self.name.as_str())), ("PolicyDocument", document)])
    }

    fn template(&self, policy: &Node) -> Result<Node, Failure> {
        match policy.as_map().and_then(|policy| policy.entries.first()) {
            Some(entry) => policy_templates::statements(&entry.key, &entry.value, entry.key_span),
            None => Err(Failure::new(policy.span, "expected a policy template")),
        }
    }
}
