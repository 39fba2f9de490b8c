//! The usage plan of a REST API, or of all of them, with its API key.
//!
//! Facts: the AWS SAM Developer Guide, "ApiUsagePlan".

use super::super::Failure;
use super::super::tree::{boolean, list, map, named_condition, reference, text};
use super::editor::map_of;
use super::piece::Piece;
use super::rest::RestApi;
use crate::template::{Node, Resource, Span, Text};

/// The condition of what is shared, where all APIs that share it have one.
const CONDITION: &str = "SharedUsagePlanCondition";

/// The properties of a usage plan that SAM hands on.
const COPIED: [&str; 5] = ["UsagePlanName", "Description", "Quota", "Tags", "Throttle"];

/// What the APIs that share a usage plan have brought so far.
#[derive(Default)]
pub(in super::super) struct SharedPlan {
    apis: Vec<(Text, Span)>,
    plan_stages: Vec<Node>,
    key_stages: Vec<Node>,
    conditions: Vec<Text>,
    is_unconditional: bool,
    deletion_policy: Option<Node>,
    update_replace_policy: Option<Node>,
}

impl RestApi<'_, '_> {
    /// The usage plan, its key, and what binds them.
    pub(super) fn usage_plan(&mut self, stage: &Text) -> Result<Vec<Resource>, Failure> {
        let auth = self.properties.get_set("Auth");
        let Some(given) = auth.and_then(|auth| auth.get("UsagePlan")).cloned() else { return Ok(Vec::new()) };
        let span = given.span;
        for field in map_of(&given, "`UsagePlan`")?.iter() {
            if &*field.key.text != "CreateUsagePlan" && !COPIED.contains(&&*field.key.text) {
                let message = format!("unknown property `{}` of `UsagePlan`", field.key.text);
                return self.wrong(field.key_span, &message);
            }
        }
        let is_shared = match given.get("CreateUsagePlan").and_then(Piece::as_text) {
            Some("NONE") => return Ok(Vec::new()),
            Some("PER_API") => false,
            Some("SHARED") => true,
            _ => {
                return self
                    .wrong(span, "`CreateUsagePlan` of `UsagePlan` has to be PER_API, SHARED or NONE");
            }
        };
        let api = self.resource.logical_id.clone();
        let names = |prefix: &str| {
            [format!("{prefix}UsagePlan"), format!("{prefix}ApiKey"), format!("{prefix}UsagePlanKey")]
                .map(Text::from)
        };
        let [plan_id, key_id, binding_id] = if is_shared { names("Serverless") } else { names(&api) };
        let plan_stage =
            map(span, [("ApiId", reference(span, api.clone())), ("Stage", reference(span, stage.clone()))]);
        let key_stage = map(
            span,
            [("RestApiId", reference(span, api.clone())), ("StageName", reference(span, stage.clone()))],
        );

        let mut plan = Resource::make("AWS::ApiGateway::UsagePlan", plan_id.clone(), span);
        let mut key = Resource::make("AWS::ApiGateway::ApiKey", key_id.clone(), span);
        let mut binding = Resource::make("AWS::ApiGateway::UsagePlanKey", binding_id, span);
        let (plan_stages, key_stages);
        if is_shared {
            let shared = &mut self.expansion.shared_plan;
            shared.apis.push((api, span));
            shared.plan_stages.push(plan_stage);
            shared.key_stages.push(key_stage);
            plan_stages = shared.plan_stages.clone();
            key_stages = shared.key_stages.clone();
            plan.depends_on.clone_from(&shared.apis);
            self.share(&mut [&mut plan, &mut key, &mut binding])?;
        } else {
            plan.depends_on = vec![(api, span)];
            plan_stages = vec![plan_stage];
            key_stages = vec![key_stage];
            [&mut plan, &mut key, &mut binding]
                .into_iter()
                .for_each(|made| *made = made.clone().under(self.resource));
        }
        plan.set("ApiStages", list(span, plan_stages));
        for name in COPIED {
            if let Some(value) = given.get_set(name) {
                plan.set(name, value.to_node());
            }
        }
        key.depends_on = vec![(plan_id.clone(), span)];
        key.set("Enabled", boolean(span, true));
        key.set("StageKeys", list(span, key_stages));
        binding.depends_on = vec![(key_id.clone(), span)];
        binding.set("KeyId", reference(span, key_id));
        binding.set("KeyType", text(span, "API_KEY"));
        binding.set("UsagePlanId", reference(span, plan_id));
        Ok(vec![plan, key, binding])
    }

    /// Gives what is shared the attributes of all APIs together.
    fn share(&mut self, made: &mut [&mut Resource]) -> Result<(), Failure> {
        let origin = self.resource;
        let shared = &mut self.expansion.shared_plan;
        let is = |policy: &Node, name: &str| policy.as_text().is_some_and(|text| &**text == name);
        if let Some(policy) = &origin.deletion_policy
            && (shared.deletion_policy.is_none() || is(policy, "Retain"))
        {
            shared.deletion_policy = Some(policy.clone());
        }
        if let Some(policy) = &origin.update_replace_policy {
            let replaces = match &shared.update_replace_policy {
                None => true,
                Some(other) => is(policy, "Retain") || (is(policy, "Snapshot") && is(other, "Delete")),
            };
            if replaces {
                shared.update_replace_policy = Some(policy.clone());
            }
        }
        match &origin.condition {
            _ if shared.is_unconditional => {}
            None => {
                shared.is_unconditional = true;
                self.expansion.conditions.remove(CONDITION);
            }
            Some((condition, span)) => {
                if !shared.conditions.contains(condition) {
                    shared.conditions.push(condition.clone());
                }
                let any = match shared.conditions.as_slice() {
                    [one] => named_condition(*span, one.clone()),
                    all => {
                        let all = all.iter().map(|condition| named_condition(*span, condition.clone()));
                        map(*span, [("Fn::Or", list(*span, all))])
                    }
                };
                self.expansion.conditions.set(CONDITION, *span, any);
            }
        }
        let shared = &self.expansion.shared_plan;
        for made in made {
            made.deletion_policy.clone_from(&shared.deletion_policy);
            made.update_replace_policy.clone_from(&shared.update_replace_policy);
            if !shared.conditions.is_empty() && !shared.is_unconditional {
                made.condition = Some((Text::from(CONDITION), origin.span));
            }
        }
        Ok(())
    }
}
