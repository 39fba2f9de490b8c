//! What a run would send: the distinct resources that a rule may judge.

use super::hex;
use super::payload::shape;
use super::session::Session;
use crate::aws::{Kind, Schema};
use crate::evaluate::{NotEvaluated, Reason};
use crate::resolve::{Resource, Stack};
use futures_util::future::join_all;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What a run would send.
#[derive(Debug)]
pub struct Plan {
    /// The distinct resources, in the order of the templates.
    pub groups: Vec<Planned>,
    /// The resources that are not sent.
    pub not_evaluated: Vec<NotEvaluated>,
}

/// Resources with the same type and payload: one evaluation serves them all.
#[derive(Debug)]
pub struct Planned {
    /// A hash of type and payload, 64 hexadecimal digits.
    pub hash: String,
    /// Where the resources are.
    pub members: Vec<Member>,
    /// How many rules are expected to judge it: what AWS counts.
    pub rule_evaluations: usize,
    /// How many of them AWS charges for, as far as its price list tells: rules without detective mode.
    pub charged: usize,
    pub(super) schema: Arc<Schema>,
}

/// Where a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Which stack.
    pub stack: usize,
    /// Which of its resources.
    pub resource: usize,
}

impl Planned {
    /// The first of the resources, and what is sent for it: JSON text.
    ///
    /// # Errors
    /// If the resource is not one of `stacks`.
    pub fn payload<'s>(&self, stacks: &'s [Stack]) -> Result<(&'s Resource, String), String> {
        let first = self.members.first().and_then(|member| member.of(stacks));
        let resource = first.ok_or("the resource is not in the stacks that were planned")?;
        Ok((resource, shape(resource, &self.schema)?.text))
    }
}

impl Member {
    pub(super) fn of(self, stacks: &[Stack]) -> Option<&Resource> {
        stacks.get(self.stack)?.resources.get(self.resource)
    }
}

impl Session {
    /// Works out what would be sent of the stacks in `own`, and asks for the schemas that this takes. Never fails: what
    /// stands in the way of a resource is said of it.
    pub async fn plan(&self, stacks: &[Stack], own: &[usize]) -> Plan {
        let mut types = BTreeSet::new();
        for resource in judged(stacks, own).filter_map(|member| member.of(stacks)) {
            if self.judged_type(&resource.resource_type) {
                types.insert(&*resource.resource_type);
            }
        }
        join_all(types.into_iter().map(|name| self.schema(name))).await;
        let mut groups: Vec<Planned> = Vec::new();
        let mut by_hash: HashMap<String, usize> = HashMap::new();
        let mut not_evaluated = Vec::new();
        for member in judged(stacks, own) {
            let Some(resource) = member.of(stacks) else { continue };
            let (schema, text) = match self.payload(resource).await {
                Ok(payload) => payload,
                Err(reason) => {
                    not_evaluated.push(NotEvaluated {
                        stack: member.stack,
                        logical_id: resource.logical_id.clone(),
                        resource_type: resource.resource_type.clone(),
                        span: resource.span,
                        reason,
                    });
                    continue;
                }
            };
            let hash = hex(&Sha256::digest(format!("{} {text}", resource.resource_type)));
            match by_hash.get(&hash).and_then(|index| groups.get_mut(*index)) {
                Some(group) => group.members.push(member),
                None => {
                    by_hash.insert(hash.clone(), groups.len());
                    let rules = self.scoped.iter().filter(|rule| rule.may_judge(&resource.resource_type));
                    let (rule_evaluations, charged) = rules.fold((0, 0), |(all, charged), rule| {
                        (all + 1, charged + usize::from(!rule.detective))
                    });
                    groups.push(Planned { hash, members: vec![member], rule_evaluations, charged, schema });
                }
            }
        }
        Plan { groups, not_evaluated }
    }

    /// The payload of a resource, or why it is not sent.
    async fn payload(&self, resource: &Resource) -> Result<(Arc<Schema>, String), Reason> {
        if self.in_proactive_mode.is_empty() {
            return Err(Reason::Failed(format!(
                "no rule is in proactive mode in {} in {}: switch rules on with `cfn-gate rules enable NAME`",
                self.account_id.as_ref().map_or("this account".to_owned(), |id| format!("the account {id}")),
                self.region()
            )));
        }
        if !self.judged_type(&resource.resource_type) {
            return Err(Reason::NoRule);
        }
        let schema = self.schema(&resource.resource_type).await.map_err(Reason::Failed)?;
        match schema {
            // Only rules without a scope may judge it, and CloudFormation has no such type.
            None => Err(Reason::NoRule),
            Some(schema) => {
                let text = shape(resource, &schema).map_err(Reason::Failed)?.text;
                Ok((schema, text))
            }
        }
    }

    /// Whether a rule may judge resources of this type.
    fn judged_type(&self, resource_type: &str) -> bool {
        self.scoped.iter().any(|rule| rule.may_judge(resource_type))
    }

    /// Whether a rule names this type.
    pub(super) fn named_type(&self, resource_type: &str) -> bool {
        self.scoped.iter().any(|rule| rule.names(resource_type))
    }

    /// The schema of a type, asked for once; `None` if CloudFormation has no such type and no rule names it.
    async fn schema(&self, resource_type: &str) -> Result<Option<Arc<Schema>>, String> {
        let known = self.schemas.lock().await.get(resource_type).cloned();
        let schema = match known {
            Some(schema) => schema,
            None => {
                let asked = self.connection.schema(resource_type).await;
                let schema = match asked {
                    Ok(schema) => Ok(Arc::new(schema)),
                    Err(failure) if failure.kind == Kind::NotFound && !self.named_type(resource_type) => {
                        Err(String::new())
                    }
                    Err(failure) => Err(failure.message),
                };
                self.schemas.lock().await.insert(resource_type.to_owned(), schema.clone());
                schema
            }
        };
        match schema {
            Ok(schema) => Ok(Some(schema)),
            Err(reason) if reason.is_empty() => Ok(None),
            Err(reason) => Err(reason),
        }
    }
}

/// The resources of the stacks in `own` that are to be judged: none of a stack with errors.
pub(super) fn judged(stacks: &[Stack], own: &[usize]) -> impl Iterator<Item = Member> {
    let own = own.iter().filter_map(|index| Some((*index, stacks.get(*index)?)));
    own.filter(|(_, stack)| !stack.has_errors()).flat_map(|(stack, content)| {
        (0..content.resources.len()).map(move |resource| Member { stack, resource })
    })
}
