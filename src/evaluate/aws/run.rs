//! One evaluation: start it, wait for it, fetch its results.

use super::cache::Verdict;
use super::hex;
use super::payload::shape;
use super::plan::Planned;
use super::session::Session;
use crate::aws::{Failure, Kind, ResourceResult, Start, Status};
use crate::evaluate::Reason;
use crate::resolve::{Resource, Stack};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long after its time-out an evaluation may still be found finished.
const GRACE: Duration = Duration::from_secs(5);

/// What is known of a resource type.
#[derive(Clone, Debug, Default)]
pub(super) enum TypeState {
    /// Nothing was sent yet.
    #[default]
    Unknown,
    /// The service takes it.
    Permitted,
    /// It doesn't, for this reason.
    Refused(String),
}

impl Session {
    /// The verdict on a planned resource, from the cache or the service; or why there is none.
    pub(super) async fn verdict(&self, stacks: &[Stack], planned: &Planned) -> Result<Verdict, Reason> {
        let member = planned.members.first();
        let Some((member, resource)) = member.and_then(|member| Some((member, member.of(stacks)?))) else {
            return Err(Reason::Failed("the resource is not in the template".into()));
        };
        let key = self.cache_key(resource, planned);
        if let Some(verdict) = self.settings.cache.as_ref().and_then(|cache| cache.get(&key)) {
            return Ok(verdict);
        }
        let template = stacks.get(member.stack).map_or("", Stack::name);
        let verdict = self.evaluate_one(template, resource, planned).await?;
        if let Some(cache) = &self.settings.cache {
            cache.put(&key, &verdict);
        }
        Ok(verdict)
    }

    async fn evaluate_one(
        &self,
        template: &str,
        resource: &Resource,
        planned: &Planned,
    ) -> Result<Verdict, Reason> {
        let failed = |failure: Failure| {
            self.note_futile(&failure);
            Reason::Failed(failure.message)
        };
        let evaluation_id = {
            // The payload is not kept while the service works.
            let payload = shape(resource, &planned.schema).map_err(Reason::Failed)?;
            self.start(&self.request(template, resource, planned, payload.text)).await?
        };
        let timeout = self.settings.evaluation_timeout + GRACE;
        let finished = async {
            let mut poll = self.polling.begin();
            loop {
                poll.wait().await;
                let summary = self.connection.summary(&evaluation_id).await?;
                poll.learn(summary.status != Status::InProgress);
                if summary.status != Status::InProgress {
                    return Ok(summary);
                }
            }
        };
        let waited = self.patience(tokio::time::timeout(timeout, finished)).await.map_err(failed)?;
        let summary = match waited {
            Ok(summary) => summary.map_err(failed)?,
            Err(_) => {
                let seconds = self.settings.evaluation_timeout.as_secs();
                return Err(Reason::Failed(format!(
                    "AWS Config did not finish the evaluation {evaluation_id} within {seconds} seconds"
                )));
            }
        };
        if let Status::Failed(reason) = summary.status {
            let reason = reason.trim_end_matches('.');
            return Err(Reason::Failed(format!("AWS Config could not evaluate it: {reason}")));
        }
        let results = self.connection.results(&evaluation_id).await.map_err(failed)?;
        contradiction(summary.compliance.as_deref(), &results).map_or(Ok(()), Err)?;
        Ok(Verdict { evaluation_id, compliance: summary.compliance, results })
    }

    /// Waits no longer than the run does.
    async fn patience<T>(&self, work: impl Future<Output = T>) -> Result<T, Failure> {
        self.connection.patience().wait_for("AWS Config finished the evaluation", work).await
    }

    /// Starts an evaluation. The first of a type goes alone: if the service refuses the type, no other is sent.
    async fn start(&self, start: &Start) -> Result<String, Reason> {
        let gate = Arc::clone(lock(&self.types).entry(start.resource_type.clone()).or_default());
        let mut state =
            self.patience(gate.lock()).await.map_err(|failure| Reason::Failed(failure.message))?;
        if let Some(failure) = lock(&self.futile).clone() {
            return Err(Reason::Failed(failure.message));
        }
        if matches!(*state, TypeState::Unknown) {
            *state = self.learnt_before(&start.resource_type);
        }
        match &*state {
            TypeState::Refused(reason) => return Err(self.refused(&start.resource_type, reason)),
            TypeState::Permitted => drop(state),
            TypeState::Unknown => {
                let answer = self.connection.start(start).await;
                return match answer {
                    Ok(id) => {
                        *state = TypeState::Permitted;
                        Ok(id)
                    }
                    Err(failure) => match permitted_types(&failure, &start.resource_type) {
                        Some(types) => {
                            let reason = not_permitted(&types);
                            *lock(&self.permitted) = Some(types);
                            *state = TypeState::Refused(reason.clone());
                            Err(self.refused(&start.resource_type, &reason))
                        }
                        None => {
                            self.note_futile(&failure);
                            Err(Reason::Failed(failure.message))
                        }
                    },
                };
            }
        }
        self.connection.start(start).await.map_err(|failure| {
            self.note_futile(&failure);
            Reason::Failed(failure.message)
        })
    }

    /// What an earlier refusal of another type says of this one.
    fn learnt_before(&self, resource_type: &str) -> TypeState {
        match &*lock(&self.permitted) {
            Some(types) if types.iter().any(|name| name == resource_type) => TypeState::Permitted,
            Some(types) => TypeState::Refused(not_permitted(types)),
            None => TypeState::Unknown,
        }
    }

    /// A type that the service doesn't take: a gap if a rule names it. Rules without a scope can't judge it then.
    fn refused(&self, resource_type: &str, reason: &str) -> Reason {
        if self.named_type(resource_type) { Reason::Failed(reason.to_owned()) } else { Reason::NoRule }
    }

    fn request(
        &self,
        template: &str,
        resource: &Resource,
        planned: &Planned,
        configuration: String,
    ) -> Start {
        // Neither an underscore nor a capital letter can be part of a bucket's name, and no other type has IDs
        // like this: the service may look at a real resource that carries the ID.
        let resource_id = format!("cfn-gate_{}_{}", self.run, resource.logical_id);
        let name: Vec<char> = template.chars().filter(|c| !c.is_control()).collect();
        let name: String = name.iter().skip(name.len().saturating_sub(90)).collect();
        Start {
            resource_id: resource_id.chars().take(768).collect(),
            resource_type: resource.resource_type.to_string(),
            configuration,
            context: format!("cfn-gate {} {name}", self.run).trim_end().to_owned(),
            client_token: hex(&Sha256::digest(format!("{} {}", self.run, planned.hash))),
            timeout: u16::try_from(self.settings.evaluation_timeout.as_secs().clamp(1, 3_600))
                .unwrap_or(3_600),
        }
    }

    fn cache_key(&self, resource: &Resource, planned: &Planned) -> String {
        let mut rules: Vec<String> = self
            .scoped
            .iter()
            .filter(|scoped| scoped.may_judge(&resource.resource_type))
            .map(|scoped| {
                let mut parameters: Vec<_> = scoped.rule.parameters.iter().collect();
                parameters.sort_unstable();
                format!("{} {} {parameters:?}", scoped.rule.name, scoped.rule.identifier)
            })
            .collect();
        rules.sort_unstable();
        let account = self.account_id.as_deref().unwrap_or_default();
        hex(&Sha256::digest(format!("{account} {} {rules:?} {}", self.region(), planned.hash)))
    }

    /// Remembers what makes every further evaluation futile: missing permissions, expired credentials.
    fn note_futile(&self, failure: &Failure) {
        if matches!(failure.kind, Kind::Fatal | Kind::Denied | Kind::Interrupted) {
            lock(&self.futile).get_or_insert_with(|| failure.clone());
        }
    }
}

/// The types that the service names where it refuses one: "… only the following values are permitted: [A, B]".
fn permitted_types(failure: &Failure, refused: &str) -> Option<Vec<String>> {
    if failure.kind != Kind::Refused {
        return None;
    }
    let (_, rest) = failure.message.split_once("permitted")?;
    let (list, _) = rest.split_once('[')?.1.split_once(']')?;
    let is_type = |name: &&str| name.split("::").count() >= 2 && !name.contains(' ');
    let types: Vec<String> = list.split(',').map(str::trim).filter(is_type).map(str::to_owned).collect();
    (!types.is_empty() && !types.iter().any(|name| name == refused)).then_some(types)
}

fn not_permitted(types: &[String]) -> String {
    format!("AWS Config does not take its type in proactive mode in this Region, only {}", types.join(", "))
}

/// What can't be: an overall verdict that the results don't bear out.
fn contradiction(overall: Option<&str>, results: &[ResourceResult]) -> Option<Reason> {
    let violated = results.iter().any(|result| result.compliance == "NON_COMPLIANT");
    let message = match overall {
        Some("NON_COMPLIANT") if !violated => {
            "AWS Config says NON_COMPLIANT and lists no rule that is violated"
        }
        Some("COMPLIANT" | "NOT_APPLICABLE") if violated => {
            "AWS Config says that no rule is violated and lists one that is"
        }
        Some("COMPLIANT") if results.is_empty() => "AWS Config says COMPLIANT and lists no result",
        None => "AWS Config finished the evaluation without a verdict",
        Some("COMPLIANT" | "NON_COMPLIANT" | "NOT_APPLICABLE" | "INSUFFICIENT_DATA") => return None,
        Some(_) => "AWS Config gave a verdict that is not known",
    };
    Some(Reason::Failed(message.into()))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
