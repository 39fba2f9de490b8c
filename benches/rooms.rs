//! How long each room takes, for 10, 100 and 500 resources: `cargo bench`.

mod templates;

use cfn_gate::evaluate::{AppliedRule, Embedded, Engine, Outcome};
use cfn_gate::gate::{Gate, Policy, Report, judge};
use cfn_gate::report::{Format, Options, write};
use cfn_gate::resolve::{Environment, Stack, resolve};
use cfn_gate::rules::{self, InputParameters, Rule};
use cfn_gate::template::Template;
use divan::{Bencher, black_box};
use std::sync::Mutex;

const RESOURCES: [usize; 3] = [10, 100, 500];

fn main() {
    divan::main();
}

#[divan::bench(args = RESOURCES)]
fn parse_template(bencher: Bencher, count: usize) {
    let text = templates::yaml(count);
    bencher.bench(|| Template::parse("template.yaml", black_box(&*text)));
}

#[divan::bench]
fn parse_largest_template(bencher: Bencher) {
    let text = templates::largest();
    bencher.bench(|| Template::parse("template.yaml", black_box(&*text)));
}

#[divan::bench(args = RESOURCES)]
fn resolve_template(bencher: Bencher, count: usize) {
    let template = Template::parse("template.yaml", templates::yaml(count));
    bencher
        .with_inputs(|| template.clone())
        .bench_values(|template| resolve(template, &Environment::default()));
}

#[divan::bench(args = RESOURCES)]
fn evaluate_stack(bencher: Bencher, count: usize) {
    let (engine, stacks) = (engine(), [stack(count)]);
    bencher.bench(|| outcomes(&engine, &stacks));
}

#[divan::bench(args = RESOURCES)]
fn write_text(bencher: Bencher, count: usize) {
    bench_report(bencher, count, Format::Text);
}

#[divan::bench(args = RESOURCES)]
fn write_json(bencher: Bencher, count: usize) {
    bench_report(bencher, count, Format::Json);
}

#[divan::bench(args = RESOURCES)]
fn write_junit(bencher: Bencher, count: usize) {
    bench_report(bencher, count, Format::Junit);
}

/// Every rule there is, over 500 resources.
#[divan::bench]
fn evaluate_all_rules(bencher: Bencher) {
    let (engine, stacks) = (engine_with(|_| true), [stack(500)]);
    bencher.bench(|| outcomes(&engine, &stacks));
}

/// The rules that judge no type of the template: what rules cost that have nothing to do.
#[divan::bench]
fn evaluate_rules_without_resources(bencher: Bencher) {
    let stacks = [stack(500)];
    let is_idle = |rule: &Rule| {
        let types: Vec<&str> = stacks[0].resources.iter().map(|resource| &*resource.resource_type).collect();
        !rule.resource_types.iter().any(|name| types.contains(name))
    };
    let engine = engine_with(is_idle);
    bencher.bench(|| outcomes(&engine, &stacks));
}

/// No rule at all, to compare with.
#[divan::bench]
fn evaluate_no_rules(bencher: Bencher) {
    let (engine, stacks) = (engine_with(|_| false), [stack(500)]);
    bencher.bench(|| outcomes(&engine, &stacks));
}

fn bench_report(bencher: Bencher, count: usize, format: Format) {
    let report = report(count);
    bencher.bench(|| {
        let mut out = Vec::new();
        write(format, &report, &Options::default(), &mut out).map(|()| out)
    });
}

fn report(count: usize) -> Report {
    let (engine, stacks) = (engine(), vec![stack(count)]);
    let outcomes = outcomes(&engine, &stacks);
    judge(engine.name(), engine.rules(), Vec::new(), stacks, outcomes, &Gate::new(Policy::default()))
}

fn stack(count: usize) -> Stack {
    resolve(Template::parse("template.yaml", templates::yaml(count)), &Environment::default())
}

fn engine() -> Embedded {
    engine_with(|rule| rule.proactive)
}

/// The embedded engine with the rules that `wanted` wants, each with its defaults.
fn engine_with(wanted: impl Fn(&Rule) -> bool) -> Embedded {
    let rules = rules::implemented().filter(|rule| wanted(rule));
    Embedded::new(rules.map(|rule| AppliedRule::managed(rule, InputParameters::defaults(rule))).collect())
}

fn outcomes(engine: &Embedded, stacks: &[Stack]) -> Vec<Outcome> {
    let outcomes = Mutex::new(Vec::new());
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime without I/O");
    runtime.block_on(engine.evaluate(stacks, &|outcome| outcomes.lock().expect("no panic").push(outcome)));
    outcomes.into_inner().expect("no panic")
}
