//! Gradual deployments of functions through CodeDeploy: `DeploymentPreference`.
//!
//! Facts: the AWS SAM Developer Guide, "Deploying serverless applications gradually".

use super::super::intrinsics::{self, is_call, is_no_value};
use super::super::properties::present;
use super::super::tree::{
    attribute, boolean, is_given, list, map, named_condition, reference, sub_with, text,
};
use super::super::{Expansion, Failure, role, tags};
use super::Scene;
use crate::template::{Content, MadeBy, Map, Node, Resource, Span, Text};

const APPLICATION: &str = "ServerlessDeploymentApplication";
const ROLE: &str = "CodeDeployServiceRole";
const CONDITION: &str = "ServerlessCodeDeployCondition";

/// The ways to deploy that CodeDeploy brings along.
const PREDEFINED: [&str; 9] = [
    "Canary10Percent5Minutes",
    "Canary10Percent10Minutes",
    "Canary10Percent15Minutes",
    "Canary10Percent30Minutes",
    "Linear10PercentEvery1Minute",
    "Linear10PercentEvery2Minutes",
    "Linear10PercentEvery3Minutes",
    "Linear10PercentEvery10Minutes",
    "AllAtOnce",
];

/// How a function is deployed.
pub(in super::super) struct Preference {
    made_by: MadeBy,
    span: Span,
    fields: Map<Node>,
    condition: Option<(Text, Span)>,
    tags: Option<Map<Node>>,
}

/// Notes how a function is deployed, if that is enabled. Returns the update policy of its alias.
pub(super) fn note(
    scene: &Scene,
    expansion: &mut Expansion,
    has_alias: bool,
) -> Result<Option<Node>, Failure> {
    let Some(given) = scene.properties.given("DeploymentPreference") else { return Ok(None) };
    let span = scene.properties.span_of("DeploymentPreference");
    let mut fields = match &given.content {
        Content::Map(fields) => fields.clone(),
        _ => return Err(scene.error("DeploymentPreference", "`DeploymentPreference` has to be a map")),
    };
    for name in ["Enabled", "Type", "PassthroughCondition"] {
        if let Some(value) = fields.get_mut(name) {
            expansion.parameters.resolve(value);
            intrinsics::find_in_map(expansion.mappings, value);
        }
    }
    let passes_condition = match fields.get("PassthroughCondition") {
        None => false,
        Some(value) => truth(value).ok_or_else(|| {
            let message = "`PassthroughCondition` of `DeploymentPreference` has to be true or false, a `Ref` to a \
                           parameter or `Fn::FindInMap`";
            scene.error("DeploymentPreference", message)
        })?,
    };
    let is_enabled = match fields.get("Enabled") {
        None => true,
        Some(Node { content: Content::Text(text), .. }) => {
            !matches!(&**text, "false" | "False") && !text.is_empty()
        }
        Some(value) => is_given(value),
    };
    if !is_enabled {
        return Ok(None);
    }
    if fields.get("Type").is_none() {
        return Err(scene.error("DeploymentPreference", "`DeploymentPreference` needs `Type`"));
    }
    let hooks = match fields.get("Hooks") {
        None => Map::default(),
        Some(Node { content: Content::Map(hooks), .. }) => hooks.clone(),
        Some(_) => {
            return Err(
                scene.error("DeploymentPreference", "`Hooks` of `DeploymentPreference` has to be a map")
            );
        }
    };
    if !has_alias {
        return Err(scene.error("DeploymentPreference", "`DeploymentPreference` needs `AutoPublishAlias`"));
    }
    let group = format!("{}DeploymentGroup", scene.resource.logical_id);
    let mut update = vec![
        ("ApplicationName", reference(span, APPLICATION)),
        ("DeploymentGroupName", reference(span, group)),
    ];
    for (hook, name) in [("PreTraffic", "BeforeAllowTrafficHook"), ("PostTraffic", "AfterAllowTrafficHook")] {
        update.extend(present(&hooks, hook).map(|function| (name, function.clone())));
    }
    let propagates = scene.properties.given("PropagateTags").is_some();
    expansion.deployments.push(Preference {
        made_by: MadeBy {
            logical_id: scene.resource.logical_id.clone(),
            resource_type: scene.resource.resource_type.clone(),
        },
        span,
        fields,
        condition: scene.resource.condition.clone().filter(|_| passes_condition),
        tags: scene.properties.given("Tags").filter(|_| propagates).and_then(Node::as_map).cloned(),
    });
    Ok(Some(map(span, [("CodeDeployLambdaAliasUpdate", map(span, update))])))
}

fn truth(node: &Node) -> Option<bool> {
    match &node.content {
        Content::Boolean(boolean) => Some(*boolean),
        Content::Text(text) if matches!(&**text, "true" | "True") => Some(true),
        Content::Text(text) if matches!(&**text, "false" | "False") => Some(false),
        _ => None,
    }
}

/// Makes the application, role and groups of all deployments.
pub(in super::super) fn finish(expansion: &mut Expansion) -> Result<(), Failure> {
    let preferences = std::mem::take(&mut expansion.deployments);
    let Some(first) = preferences.first() else { return Ok(()) };
    let condition = shared_condition(expansion, &preferences);
    let mut merged = Map::default();
    for entry in preferences.iter().filter_map(|preference| preference.tags.as_ref()).flatten() {
        merged.set(entry.key.clone(), entry.key_span, entry.value.clone());
    }
    let common = |resource: Resource| {
        let mut resource =
            Resource { condition: condition.clone(), made_by: Some(first.made_by.clone()), ..resource };
        if !merged.is_empty() {
            resource.set("Tags", tags::as_list(first.span, &merged));
        }
        resource
    };
    let application = Resource::make("AWS::CodeDeploy::Application", APPLICATION, first.span)
        .with("ComputePlatform", text(first.span, "Lambda"));
    expansion.output.insert(common(application));
    let has_role = |preference: &Preference| preference.fields.get("Role").is_some_and(is_given);
    if !preferences.iter().all(has_role) {
        let limited = matches!(expansion.partition(), Some("aws-iso" | "aws-iso-b"));
        let policy = match limited {
            true => "service-role/AWSCodeDeployRoleForLambdaLimited",
            false => "service-role/AWSCodeDeployRoleForLambda",
        };
        let policy = expansion.managed_policy(first.span, policy);
        let role = Resource::make("AWS::IAM::Role", ROLE, first.span)
            .with("AssumeRolePolicyDocument", role::trust(first.span, "codedeploy.amazonaws.com"))
            .with("ManagedPolicyArns", list(first.span, [policy]));
        expansion.output.insert(common(role));
    }
    let mut failure = Failure::default();
    for preference in preferences {
        match group(preference) {
            Ok(group) => expansion.output.insert(group),
            Err(more) => failure.append(more),
        }
    }
    failure.or(())
}

/// The condition of what all deployments share: none if one of them has none.
fn shared_condition(expansion: &mut Expansion, preferences: &[Preference]) -> Option<(Text, Span)> {
    let mut names: Vec<Text> = Vec::new();
    for preference in preferences {
        let (name, _) = preference.condition.as_ref()?;
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let span = preferences.first()?.span;
    if let [name] = names.as_slice() {
        return Some((name.clone(), span));
    }
    // `Fn::Or` takes ten conditions.
    let mut remaining = 1 + (names.len() - 2) / 9 - 1;
    while names.len() > 1 {
        let name = if remaining > 0 {
            let numbered = format!("{CONDITION}{remaining}");
            remaining -= 1;
            Text::from(numbered)
        } else {
            Text::from(CONDITION)
        };
        let some: Vec<Node> =
            names.drain(..names.len().min(10)).map(|name| named_condition(span, name)).collect();
        expansion.add_condition(name.clone(), map(span, [("Fn::Or", list(span, some))]));
        names.push(name);
    }
    Some((Text::from(CONDITION), span))
}

fn group(preference: Preference) -> Result<Resource, Failure> {
    let Preference { made_by, span, fields, condition, tags } = preference;
    let logical_id = format!("{}DeploymentGroup", made_by.logical_id);
    let rollback = list(
        span,
        ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]
            .map(|event| text(span, event)),
    );
    let style = map(
        span,
        [
            ("DeploymentType", text(span, "BLUE_GREEN")),
            ("DeploymentOption", text(span, "WITH_TRAFFIC_CONTROL")),
        ],
    );
    let given = |name: &str| present(&fields, name).filter(|value| is_given(value));
    let role = given("Role").cloned().unwrap_or_else(|| attribute(span, ROLE, "Arn"));
    let mut group = Resource::make("AWS::CodeDeploy::DeploymentGroup", logical_id, span)
        .with("ApplicationName", reference(span, APPLICATION))
        .with(
            "AutoRollbackConfiguration",
            map(span, [("Enabled", boolean(span, true)), ("Events", rollback)]),
        )
        .with("DeploymentStyle", style)
        .with("ServiceRoleArn", role)
        .with_some("TriggerConfigurations", given("TriggerConfigurations"));
    if let Some(kind) = fields.get("Type") {
        group.set("DeploymentConfigName", named(kind, None));
    }
    if let Some(alarms) = given("Alarms").filter(|alarms| !is_no_value(alarms)) {
        group.set("AlarmConfiguration", alarm_configuration(&made_by, alarms)?);
    }
    if let Some(tags) = tags.filter(|tags| !tags.is_empty()) {
        group.set("Tags", tags::as_list(span, &tags));
    }
    Ok(Resource { condition, made_by: Some(made_by), ..group })
}

/// The name of a way to deploy, in CodeDeploy's words where it is one of its own.
fn named(kind: &Node, function: Option<&str>) -> Node {
    let span = kind.span;
    let content = match &kind.content {
        Content::Text(name) if PREDEFINED.contains(&&**name) => {
            let template = "CodeDeployDefault.Lambda${ConfigName}";
            let variables = [("ConfigName", kind.clone())];
            // `Fn::Sub` in `Fn::Sub` is not allowed.
            return match function {
                Some("Fn::Sub") => list(span, [text(span, template), map(span, variables)]),
                _ => sub_with(span, template, variables),
            };
        }
        Content::List(items) => Content::List(items.iter().map(|item| named(item, None)).collect()),
        Content::Map(call) if is_call(kind) => {
            let mut call = call.clone();
            for entry in &mut call.entries {
                entry.value = named(&entry.value, Some(&entry.key));
            }
            Content::Map(call)
        }
        content => content.clone(),
    };
    Node { span, content }
}

fn alarm_configuration(made_by: &MadeBy, alarms: &Node) -> Result<Node, Failure> {
    if let Some(choice) = intrinsics::choice(alarms, "`Alarms`") {
        let [condition, then, otherwise] = choice?;
        let branches =
            [condition.clone(), enabled_alarms(made_by, then)?, enabled_alarms(made_by, otherwise)?];
        return Ok(map(alarms.span, [("Fn::If", list(alarms.span, branches))]));
    }
    enabled_alarms(made_by, alarms)
}

fn enabled_alarms(made_by: &MadeBy, alarms: &Node) -> Result<Node, Failure> {
    let span = alarms.span;
    let Some(items) = alarms.as_list() else {
        let message = format!(
            "`Alarms` of `DeploymentPreference` of the function `{}` has to be a list, found {}",
            made_by.logical_id,
            alarms.kind()
        );
        return Err(Failure::new(span, message));
    };
    if items.first().is_none_or(is_no_value) {
        return Ok(map(span, []));
    }
    let names = items.iter().map(|alarm| map(alarm.span, [("Name", alarm.clone())]));
    Ok(map(span, [("Enabled", boolean(span, true)), ("Alarms", list(span, names))]))
}
