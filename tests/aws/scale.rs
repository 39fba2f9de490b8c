//! How near the engine comes to what the service allows, in virtual time: 500 resources, 40 ms of latency, evaluations of
//! 2 s. `benches/aws_scale.rs` measures the same on a real clock.

use crate::harness::stack;
use cfn_gate::aws::{Options, Target};
use cfn_gate::emulator::{Direct, Settings as Emulated};
use cfn_gate::evaluate::aws::{Aws, Settings};
use cfn_gate::evaluate::{Engine, Outcome};
use cfn_gate::resolve::Stack;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::time::Instant;

const LATENCY: Duration = Duration::from_millis(40);
const EVALUATION: Duration = Duration::from_secs(2);

/// Topics, all different.
fn topics(count: usize) -> Stack {
    let topic = |n| format!("Topic{n}:\n  Type: AWS::SNS::Topic\n  Properties: {{TopicName: topic-{n}}}\n");
    stack(&(0..count).map(topic).collect::<String>())
}

/// How long it takes, opening included, with a limit of requests a second for each call.
async fn seconds(stack: &Stack, rate: Option<f64>) -> f64 {
    let emulator = Direct::new(Emulated {
        latency: LATENCY,
        evaluation_time: EVALUATION,
        rate_limits: rate.map(|rate| ("*".to_owned(), rate)).into_iter().collect::<HashMap<_, _>>(),
        ..Emulated::default()
    });
    let began = Instant::now();
    let connection = Ok(emulator.connection(&Options::default()));
    let engine = Aws::open(vec![(Target::default(), connection)], &Settings::default()).await;
    let findings = AtomicUsize::new(0);
    engine
        .evaluate(std::slice::from_ref(stack), &|outcome| {
            findings.fetch_add(usize::from(matches!(outcome, Outcome::Evaluated(_))), Ordering::Relaxed);
        })
        .await;
    assert_eq!(findings.into_inner(), stack.resources.len());
    began.elapsed().as_secs_f64()
}

#[tokio::test(start_paused = true)]
async fn under_a_limit_the_run_takes_what_the_limit_takes() {
    let stack = topics(500);
    let took = seconds(&stack, Some(10.0)).await;
    // The bucket lets the first second's requests through at once; the last evaluation has to be waited for and fetched.
    let bound = (500.0 - 10.0) / 10.0 + EVALUATION.as_secs_f64() + 3.0 * LATENCY.as_secs_f64();
    assert!(took <= 1.15 * bound, "{took} s, and the bound is {bound}");
}

#[tokio::test(start_paused = true)]
async fn without_a_limit_the_run_takes_little_more_than_an_evaluation() {
    let took = seconds(&topics(500), None).await;
    let bound = EVALUATION.as_secs_f64() + 4.0 * LATENCY.as_secs_f64();
    assert!(took <= 1.5 * bound, "{took} s, and the bound is {bound}");
}
