//! One account and Region in one run: its rules, and what the run has learnt of it.

use super::Settings;
use super::polling::Polling;
use super::run::TypeState;
use super::scope::ScopedRule;
use crate::aws::{Connection, Failure, Schema};
use crate::evaluate::{AppliedRule, Outcome};
use crate::resolve::Stack;
use crate::rules::Neighbourhood;
use futures_util::{StreamExt, stream};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// One account and Region, for one run.
#[derive(Debug)]
pub struct Session {
    pub(super) connection: Connection,
    pub(super) settings: Settings,
    pub(super) scoped: Vec<ScopedRule>,
    /// All rules in proactive mode, also those that the settings leave out.
    pub(super) in_proactive_mode: Vec<Arc<AppliedRule>>,
    pub(super) account_id: Option<String>,
    /// The run's ID.
    pub(super) run: String,
    pub(super) polling: Polling,
    pub(super) schemas: Schemas,
    /// Whether a type was taken, or refused for this reason.
    pub(super) types: Mutex<HashMap<String, Arc<tokio::sync::Mutex<TypeState>>>>,
    /// The types that the service named when it refused one.
    pub(super) permitted: Mutex<Option<Vec<String>>>,
    /// What makes every further call futile.
    pub(super) futile: Mutex<Option<Failure>>,
}

/// The schemas of this run, each asked for once, or why there is none.
type Schemas = tokio::sync::Mutex<HashMap<String, Result<Arc<Schema>, String>>>;

impl Session {
    /// Asks for the account's rules in proactive mode.
    ///
    /// # Errors
    /// What the call ended with.
    pub(super) async fn open(
        connection: Connection,
        settings: Settings,
        run: &str,
    ) -> Result<Session, Failure> {
        let account_rules = connection.proactive_rules().await?;
        let account_id = account_rules.iter().find_map(|rule| rule.account_id()).map(str::to_owned);
        let mut scoped: Vec<ScopedRule> = account_rules.iter().filter_map(ScopedRule::of).collect();
        let in_proactive_mode = scoped.iter().map(|scoped| Arc::clone(&scoped.rule)).collect();
        scoped.retain(|scoped| settings.rules.lets_through(&scoped.rule));
        Ok(Session {
            connection,
            settings,
            scoped,
            in_proactive_mode,
            account_id,
            run: run.to_owned(),
            polling: Polling::new(),
            schemas: Schemas::default(),
            types: Mutex::default(),
            permitted: Mutex::default(),
            futile: Mutex::default(),
        })
    }

    /// How the account is reached.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The account, as far as its rules tell.
    pub fn account_id(&self) -> Option<&str> {
        self.account_id.as_deref()
    }

    /// The Region.
    pub fn region(&self) -> &str {
        self.connection.region()
    }

    /// The rules that it applies.
    pub fn rules(&self) -> impl Iterator<Item = &Arc<AppliedRule>> {
        self.scoped.iter().map(|scoped| &scoped.rule)
    }

    /// Evaluates the resources of the stacks in `own`, with at most `pending` evaluations under way.
    pub(super) async fn evaluate(
        &self,
        stacks: &[Stack],
        own: &[usize],
        pending: usize,
        results: &(dyn Fn(Outcome) + Sync),
    ) {
        let plan = self.plan(stacks, own).await;
        for resource in plan.not_evaluated {
            results(Outcome::NotEvaluated(resource));
        }
        // Not shared: the lock only says so to the compiler.
        let neighbourhoods: HashMap<usize, Mutex<Neighbourhood>> = own
            .iter()
            .filter_map(|index| Some((*index, Mutex::new(Neighbourhood::new(stacks.get(*index)?)))))
            .collect();
        stream::iter(plan.groups)
            .map(|group| async move { (self.verdict(stacks, &group).await, group) })
            .buffer_unordered(pending)
            .for_each(|(verdict, group)| {
                for member in &group.members {
                    if let Some(neighbourhood) = neighbourhoods.get(&member.stack) {
                        let neighbourhood = neighbourhood.lock().unwrap_or_else(PoisonError::into_inner);
                        self.outcomes(&neighbourhood, *member, &group.schema, &verdict, results);
                    }
                }
                std::future::ready(())
            })
            .await;
    }
}
