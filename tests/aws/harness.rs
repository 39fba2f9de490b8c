//! An emulator, an engine that speaks to it, and what comes out. Nothing here can reach a real endpoint: the
//! connection takes loopback addresses only.

use cfn_gate::aws::{Connection, Failure, Options, Patience, Target};
use cfn_gate::emulator::{Emulator, Settings as Emulated};
use cfn_gate::evaluate::aws::{Aws, Settings};
use cfn_gate::evaluate::{Engine, Outcome, Reason};
use cfn_gate::resolve::{Environment, Stack, resolve};
use cfn_gate::template::Template;
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::Instant;

/// A template of resources, given as the part below `Resources:`.
pub fn stack(resources: &str) -> Stack {
    let indented: String = resources.lines().map(|line| format!("  {line}\n")).collect();
    template(&format!("Resources:\n{indented}"))
}

/// A whole template, without errors.
pub fn template(text: &str) -> Stack {
    let stack = resolve(Template::parse("template.yaml", text), &Environment::default());
    assert!(!stack.has_errors(), "{:?}", stack.diagnostics);
    stack
}

/// How a run goes.
pub struct Run {
    pub emulated: Emulated,
    pub settings: Settings,
    pub timeout: Option<Duration>,
    pub patience: Patience,
    pub options: Options,
}

impl Default for Run {
    fn default() -> Self {
        Run {
            emulated: Emulated { evaluation_time: Duration::from_millis(20), ..Emulated::default() },
            settings: Settings::default(),
            timeout: None,
            patience: Patience::default(),
            options: Options::default(),
        }
    }
}

/// What came of it.
pub struct Done {
    pub emulator: Emulator,
    pub outcomes: Vec<Outcome>,
    pub took: Duration,
}

impl Run {
    /// Evaluates `stacks` against an emulator of its own.
    pub fn evaluate(self, stacks: &[Stack]) -> Result<Done, Failure> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let emulator = Emulator::start(self.emulated).unwrap();
            let began = Instant::now();
            let mut patience = self.patience;
            patience.deadline = self.timeout.map(|timeout| began + timeout);
            let connection = Connection::local(&emulator.endpoint(), &self.options)?.with_patience(patience);
            let engine = Aws::open(vec![(Target::default(), Ok(connection))], &self.settings).await;
            if let Err(failure) = &engine.accounts()[0].session {
                return Err(failure.clone());
            }
            let outcomes = Mutex::new(Vec::new());
            engine.evaluate(stacks, &|outcome| outcomes.lock().unwrap().push(outcome)).await;
            Ok(Done { emulator, outcomes: outcomes.into_inner().unwrap(), took: began.elapsed() })
        })
    }
}

impl Done {
    /// "Bucket s3-bucket-logging-enabled NON_COMPLIANT", or "Bucket not evaluated: …", sorted.
    pub fn lines(&self) -> Vec<String> {
        lines(&self.outcomes)
    }

    /// How often a call was made.
    pub fn requests(&self, call: &str) -> usize {
        self.emulator.calls().get(call).map_or(0, |count| count.requests)
    }

    /// The configuration that was sent for the evaluation at `index`.
    pub fn sent(&self, index: usize) -> serde_json::Value {
        let details = &self.emulator.evaluations()[index];
        serde_json::from_str(details["ResourceConfiguration"].as_str().unwrap()).unwrap()
    }
}

pub fn lines(outcomes: &[Outcome]) -> Vec<String> {
    let mut lines: Vec<String> = outcomes
        .iter()
        .map(|outcome| match outcome {
            Outcome::Evaluated(evaluation) => {
                format!("{} {} {}", evaluation.logical_id, evaluation.rule.name, evaluation.compliance)
            }
            Outcome::NotEvaluated(resource) => match &resource.reason {
                Reason::NoRule => format!("{} no rule", resource.logical_id),
                Reason::Failed(reason) => format!("{} not evaluated: {reason}", resource.logical_id),
            },
        })
        .collect();
    lines.sort();
    lines
}
