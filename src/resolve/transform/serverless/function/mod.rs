//! `AWS::Serverless::Function`: the Lambda function with its role, and all that calls it.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::Function".

mod capacity;
pub(super) mod deployment;
mod destinations;
mod package;
mod url;
mod version;

use super::event::{Event, Target};
use super::properties::{Properties, Property, kind, optional};
use super::tree::{attribute, choice, is_given, map, not, text};
use super::{Expanded, Expansion, Failure, api, events, intrinsics, role, tags};
use crate::template::{Content, Entry, Node, Resource, Text};

const PROPERTIES: &[Property] = &[
    optional("Architectures", kind::ANY),
    optional("AssumeRolePolicyDocument", kind::MAP),
    optional("AutoPublishAlias", kind::TEXT),
    optional("AutoPublishAliasAllProperties", kind::BOOLEAN).literal(),
    optional("AutoPublishCodeSha256", kind::TEXT),
    optional("CapacityProviderConfig", kind::MAP),
    optional("CodeSigningConfigArn", kind::ANY),
    optional("CodeUri", kind::ANY),
    optional("DeadLetterQueue", kind::MAP),
    optional("DeploymentPreference", kind::MAP),
    optional("Description", kind::ANY),
    optional("DurableConfig", kind::MAP),
    optional("Environment", kind::MAP).of(kind::MAP),
    optional("EphemeralStorage", kind::ANY),
    optional("EventInvokeConfig", kind::MAP),
    optional("Events", kind::MAP).of(kind::MAP),
    optional("FileSystemConfigs", kind::ANY),
    optional("FunctionName", kind::TEXT | kind::MAP),
    optional("FunctionScalingConfig", kind::MAP),
    optional("FunctionUrlConfig", kind::MAP),
    optional("Handler", kind::ANY),
    optional("ImageConfig", kind::ANY),
    optional("ImageUri", kind::ANY),
    optional("InlineCode", kind::ANY),
    optional("KmsKeyArn", kind::ANY),
    optional("Layers", kind::LIST).of(kind::TEXT | kind::MAP),
    optional("LoggingConfig", kind::ANY),
    optional("MemorySize", kind::ANY),
    optional("PackageType", kind::ANY),
    optional("PermissionsBoundary", kind::TEXT),
    optional("Policies", kind::TEXT | kind::MAP | kind::LIST).of(kind::TEXT | kind::MAP),
    optional("PropagateTags", kind::BOOLEAN),
    optional("ProvisionedConcurrencyConfig", kind::ANY),
    optional("PublishToLatestPublished", kind::ANY),
    optional("RecursiveLoop", kind::ANY),
    optional("ReservedConcurrentExecutions", kind::ANY),
    optional("Role", kind::TEXT),
    optional("RolePath", kind::ANY),
    optional("Runtime", kind::ANY),
    optional("RuntimeManagementConfig", kind::ANY),
    optional("SnapStart", kind::MAP),
    optional("SourceKMSKeyArn", kind::ANY),
    optional("Tags", kind::MAP),
    optional("TenancyConfig", kind::ANY),
    optional("Timeout", kind::ANY),
    optional("Tracing", kind::MAP | kind::TEXT),
    optional("VersionDeletionPolicy", kind::TEXT),
    optional("VersionDescription", kind::ANY),
    optional("VpcConfig", kind::ANY),
];

/// Properties that go to the Lambda function as they are.
const COPIED: &[&str] = &[
    "Architectures",
    "CodeSigningConfigArn",
    "Description",
    "DurableConfig",
    "Environment",
    "EphemeralStorage",
    "FileSystemConfigs",
    "Handler",
    "ImageConfig",
    "KmsKeyArn",
    "Layers",
    "LoggingConfig",
    "MemorySize",
    "PackageType",
    "PublishToLatestPublished",
    "RecursiveLoop",
    "ReservedConcurrentExecutions",
    "Role",
    "Runtime",
    "RuntimeManagementConfig",
    "SnapStart",
    "TenancyConfig",
    "Timeout",
    "VpcConfig",
];

/// A SAM function that is expanded.
struct Scene<'f> {
    resource: &'f Resource,
    properties: Properties<'f>,
    /// What messages call it.
    called: String,
}

/// Makes the function and what belongs to it.
pub(super) fn expand(expansion: &mut Expansion, resource: &Resource) -> Expanded {
    let called = resource.called();
    let properties = Properties::read(&called, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let scene = Scene { resource, properties, called };
    scene.check()?;
    let mut function = scene.function(expansion)?;
    let mut made = Vec::new();

    let alias = match properties.given("AutoPublishAlias") {
        Some(name) => Some(version::publish(&scene, expansion, name, &mut function)?),
        None => None,
    };
    let target = Target {
        function: resource.logical_id.clone(),
        alias: alias.as_ref().map(|published| published.alias.logical_id.clone()),
    };
    made.extend(url::expand(&scene, &target)?);
    let update_policy = deployment::note(&scene, expansion, alias.is_some())?;
    let alias_name = alias.as_ref().map(|published| published.name.clone());
    if let Some(published) = alias {
        let mut alias = published.alias;
        alias.update_policy = update_policy;
        made.push(published.version);
        made.push(alias);
    }
    let mut destinations = destinations::expand(&scene, expansion, &target, alias_name.as_ref())?;
    made.append(&mut destinations.resources);

    let mut role = scene.role(expansion, destinations.policies)?;
    let is_needed = scene.assign_role(expansion, &mut function, &mut role)?;
    made.extend(scene.events(expansion, &target, &mut role)?);
    if is_needed {
        made.insert(0, role);
    }
    made.insert(0, function);
    tags::propagate(&properties, &mut made);
    expansion.refer_to_type(&resource.logical_id, "Alias", "AWS::Lambda::Alias", &made);
    expansion.refer_to_type(&resource.logical_id, "Version", "AWS::Lambda::Version", &made);
    expansion.refer_to_type(&resource.logical_id, "DestinationTopic", "AWS::SNS::Topic", &made);
    expansion.refer_to_type(&resource.logical_id, "DestinationQueue", "AWS::SQS::Queue", &made);
    Ok(made)
}

impl<'f> Scene<'f> {
    fn error(&self, property: &str, message: &str) -> Failure {
        Failure::new(self.properties.span_of(property), format!("{}: {message}", self.called))
    }

    /// What contradicts itself.
    fn check(&self) -> Result<(), Failure> {
        let properties = &self.properties;
        let mut failure = Failure::default();
        let mut refuse = |first: &str, second: &str, message: &str| {
            if properties.get(first).is_some() && properties.get(second).is_some() {
                failure.append(self.error(second, message));
            }
        };
        for other in ["ProvisionedConcurrencyConfig", "VpcConfig"] {
            let message = format!("`CapacityProviderConfig` and `{other}` exclude each other");
            refuse("CapacityProviderConfig", other, &message);
        }
        let mut need = |first: &str, second: &str| {
            if properties.get(first).is_some() && properties.get(second).is_none() {
                failure.append(self.error(first, &format!("`{first}` needs `{second}`")));
            }
        };
        need("FunctionScalingConfig", "CapacityProviderConfig");
        need("VersionDeletionPolicy", "AutoPublishAlias");
        if properties.given("ProvisionedConcurrencyConfig").is_some()
            && properties.given("AutoPublishAlias").is_none()
        {
            let message = "`ProvisionedConcurrencyConfig` needs `AutoPublishAlias`";
            failure.append(self.error("ProvisionedConcurrencyConfig", message));
        }
        if let Some(policy) = properties.get("VersionDeletionPolicy").and_then(Node::as_text)
            && !matches!(&**policy, "Delete" | "Retain")
        {
            let message = "`VersionDeletionPolicy` has to be `Delete` or `Retain`";
            failure.append(self.error("VersionDeletionPolicy", message));
        }
        failure.note(self.check_dead_letter_queue());
        if properties.given("TenancyConfig").is_some() {
            failure.note(self.check_tenancy());
        }
        failure.or(())
    }

    fn check_dead_letter_queue(&self) -> Result<(), Failure> {
        let Some(queue) = self.properties.given("DeadLetterQueue") else { return Ok(()) };
        let field = |name: &str| {
            let value = queue.as_map().and_then(|queue| queue.get(name));
            value.filter(|value| is_given(value))
        };
        let (Some(queue_type), Some(_)) = (field("Type"), field("TargetArn")) else {
            return Err(self.error("DeadLetterQueue", "`DeadLetterQueue` needs `Type` and `TargetArn`"));
        };
        if dead_letter_action(queue_type).is_none() {
            return Err(self.error("DeadLetterQueue", "`Type` of `DeadLetterQueue` has to be `SQS` or `SNS`"));
        }
        Ok(())
    }

    fn check_tenancy(&self) -> Result<(), Failure> {
        let mut failure = Failure::default();
        for other in ["ProvisionedConcurrencyConfig", "FunctionUrlConfig", "SnapStart"] {
            if self.properties.given(other).is_some() {
                let message = format!("`{other}` can't go with `TenancyConfig`");
                failure.append(self.error(other, &message));
            }
        }
        for Entry { key, key_span, value } in
            self.properties.get("Events").and_then(Node::as_map).into_iter().flatten()
        {
            let event_type = value.as_map().and_then(|event| event.get("Type")).and_then(Node::as_text);
            if !event_type.is_some_and(|event_type| matches!(&**event_type, "Api" | "HttpApi")) {
                let message = format!(
                    "{}: with `TenancyConfig`, events have to be of type `Api` or `HttpApi`, which `{key}` isn't",
                    self.called
                );
                failure.append(Failure::new(*key_span, message));
            }
        }
        failure.or(())
    }

    /// The Lambda function.
    fn function(&self, expansion: &Expansion) -> Result<Resource, Failure> {
        let Scene { resource, properties, called } = self;
        let span = resource.span;
        let mut function = Resource::make("AWS::Lambda::Function", resource.logical_id.clone(), span)
            .in_place_of(resource)
            .with("Code", package::code(self)?);
        function.depends_on.clone_from(&resource.depends_on);
        for name in COPIED {
            function = function.with_some(name, properties.get(name));
        }
        function = function
            .with_some("FunctionName", properties.given("FunctionName"))
            .with_some("FunctionScalingConfig", properties.given("FunctionScalingConfig"));
        function.set("Tags", tags::with_own(resource, span, properties.get("Tags"))?);
        if let Some(mode) = self.tracing(expansion) {
            function.set("TracingConfig", map(properties.span_of("Tracing"), [("Mode", mode.clone())]));
        }
        if let Some(queue) = properties.given("DeadLetterQueue")
            && let Some(target) = queue.as_map().and_then(|queue| queue.get("TargetArn"))
        {
            let span = properties.span_of("DeadLetterQueue");
            function.set("DeadLetterConfig", map(span, [("TargetArn", target.clone())]));
        }
        if let Some(config) = properties.given("CapacityProviderConfig") {
            function.set("CapacityProviderConfig", capacity::config(called, config)?);
        }
        Ok(function)
    }

    /// The mode of tracing, unless it is disabled.
    fn tracing(&self, expansion: &Expansion) -> Option<&'f Node> {
        let mode = self.properties.given("Tracing")?;
        let resolved = expansion.parameters.resolved(mode);
        let is_disabled = resolved.as_text().is_some_and(|mode| &**mode == "Disabled");
        (!is_disabled).then_some(mode)
    }

    /// The role that the function has unless it is given another.
    fn role(&self, expansion: &Expansion, destinations: Vec<Node>) -> Result<Resource, Failure> {
        let Scene { resource, properties, .. } = self;
        let span = resource.span;
        let trust = match properties.get("AssumeRolePolicyDocument") {
            Some(document) => document.clone(),
            None => role::trust(span, "lambda.amazonaws.com"),
        };
        let basic = match properties.given("DurableConfig") {
            Some(_) => "service-role/AWSLambdaBasicDurableExecutionRolePolicy",
            None => "service-role/AWSLambdaBasicExecutionRole",
        };
        let mut managed = vec![expansion.managed_policy(span, basic)];
        if self.tracing(expansion).is_some() {
            managed.push(expansion.managed_policy(properties.span_of("Tracing"), expansion.tracing_policy()));
        }
        if properties.given("VpcConfig").is_some() {
            let policy = "service-role/AWSLambdaVPCAccessExecutionRole";
            managed.push(expansion.managed_policy(properties.span_of("VpcConfig"), policy));
        }
        let mut inline: Vec<Node> = self.dead_letter_policy().into_iter().collect();
        inline.extend(destinations);
        let mut role = role::make(expansion, resource, trust, managed, inline, properties.get("Policies"))?
            .with_some("Path", properties.get("RolePath"))
            .with_some("PermissionsBoundary", properties.get("PermissionsBoundary"));
        role.set("Tags", tags::with_own(resource, span, properties.get("Tags"))?);
        Ok(role)
    }

    fn dead_letter_policy(&self) -> Option<Node> {
        let queue = self.properties.given("DeadLetterQueue")?.as_map()?;
        let span = self.properties.span_of("DeadLetterQueue");
        let action = dead_letter_action(queue.get("Type")?)?;
        let statement = role::allow(span, text(span, action), queue.get("TargetArn")?.clone());
        let document = map(
            span,
            [("Version", text(span, "2012-10-17")), ("Statement", super::tree::list(span, [statement]))],
        );
        Some(map(span, [("PolicyName", text(span, "DeadLetterQueuePolicy")), ("PolicyDocument", document)]))
    }

    /// Gives the function its role. Says whether the one that was made is needed.
    fn assign_role(
        &self,
        expansion: &mut Expansion,
        function: &mut Resource,
        role: &mut Resource,
    ) -> Result<bool, Failure> {
        let span = self.properties.span_of("Role");
        let own = attribute(span, role.logical_id.clone(), "Arn");
        let Some(given) = self.properties.get("Role") else {
            function.set("Role", own);
            return Ok(true);
        };
        if intrinsics::argument(given, "Fn::If").is_none() {
            return Ok(false);
        }
        let given = expansion.parameters.resolved(given);
        let Some(choice_of_role) = intrinsics::choice(&given, "`Role`") else { return Ok(false) };
        let [condition, then, otherwise] = choice_of_role?;
        let (absent, other) = (intrinsics::is_no_value(then), intrinsics::is_no_value(otherwise));
        let Some(name) = condition.as_text().filter(|_| absent || other) else { return Ok(false) };
        match (absent, other) {
            (true, true) => function.set("Role", own),
            (true, false) => {
                function.set("Role", choice(span, name.clone(), own, otherwise.clone()));
                role.condition = Some((name.clone(), condition.span));
            }
            _ => {
                function.set("Role", choice(span, name.clone(), then.clone(), own));
                let negated = Text::from(format!("NOT{name}"));
                expansion.add_condition(negated.clone(), not(span, name.clone()));
                role.condition = Some((negated, condition.span));
            }
        }
        Ok(true)
    }

    /// What the events become, in the order of their paths: a default route makes the permissions of others needless.
    fn events(
        &self,
        expansion: &mut Expansion,
        target: &Target,
        role: &mut Resource,
    ) -> Result<Vec<Resource>, Failure> {
        let mut made = Vec::new();
        let mut failure = Failure::default();
        let entries = self.properties.get("Events").and_then(Node::as_map);
        let mut read = Vec::new();
        for entry in entries.into_iter().flatten() {
            match Event::read(self.resource, entry) {
                Ok(event) => read.push(event),
                Err(more) => failure.append(more),
            }
        }
        if expansion.apis.is_ordered() {
            api::sort_as_keys(&mut read, |event| event.name);
        }
        read.sort_by(|left, right| left.order().cmp(right.order()));
        for event in &read {
            match events::expand(expansion, self.resource, event, target, role) {
                Ok(more) => made.extend(more),
                Err(more) => failure.append(more),
            }
        }
        failure.or(made)
    }
}

/// What sends to a dead-letter queue of this type.
fn dead_letter_action(queue_type: &Node) -> Option<&'static str> {
    match &queue_type.content {
        Content::Text(name) if &**name == "SQS" => Some("sqs:SendMessage"),
        Content::Text(name) if &**name == "SNS" => Some("sns:Publish"),
        _ => None,
    }
}
