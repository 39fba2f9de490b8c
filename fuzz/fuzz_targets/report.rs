//! Whatever stands in a template, every report is what its format wants, and nothing of the template gets out of it.

#![no_main]

use cfn_gate::evaluate::{AppliedRule, Embedded, Engine};
use cfn_gate::gate::{Gate, Policy, judge};
use cfn_gate::report::{Format, Options, write};
use cfn_gate::resolve::{Environment, resolve};
use cfn_gate::rules::{self, InputParameters};
use cfn_gate::template::Template;
use libfuzzer_sys::fuzz_target;
use std::pin::pin;
use std::sync::Mutex;
use std::task::{Context, Waker};

fuzz_target!(|text: &str| {
    // A name that tries something, too.
    let (name, text) = text.split_once('\n').unwrap_or(("a.yaml", text));
    let stacks = vec![resolve(Template::parse(name, text), &Environment::default())];
    let rules = rules::implemented().filter(|rule| rule.proactive);
    let engine = Embedded::new(
        rules.map(|rule| AppliedRule::managed(rule, InputParameters::defaults(rule))).collect(),
    );
    let outcomes = Mutex::new(Vec::new());
    let collect = |outcome| outcomes.lock().expect("no thread panicked").push(outcome);
    {
        let mut evaluation = pin!(engine.evaluate(&stacks, &collect));
        assert!(evaluation.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
    }
    let outcomes = outcomes.into_inner().expect("no thread panicked");
    let gate = Gate::new(Policy::default());
    let report = judge(engine.name(), engine.rules(), Vec::new(), stacks, outcomes, &gate);
    for format in Format::ALL {
        let mut bytes = Vec::new();
        let options = Options {
            account_id: Some("111122223333".into()),
            region: Some("eu-west-1".into()),
            ..Options::default()
        };
        write(*format, &report, &options, &mut bytes).expect("memory takes everything");
        let written = String::from_utf8(bytes).expect("reports are UTF-8");
        check(*format, &written);
    }
});

fn check(format: Format, written: &str) {
    let control = written.chars().find(|character| {
        (character.is_control() && *character != '\n')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(control, None, "in {format}");
    match format {
        Format::Json | Format::Sarif | Format::Gitlab | Format::Asff | Format::Cdk => {
            serde_json::from_str::<serde_json::Value>(written).expect("JSON");
        }
        Format::Junit => {
            roxmltree::Document::parse(written).expect("XML");
        }
        Format::Github => {
            let known = ["::error ", "::warning ", "::notice ", "::group::", "::endgroup::"];
            for line in
                written.lines().filter(|line| line.contains("::") && line.trim_start().starts_with("::"))
            {
                assert!(known.iter().any(|command| line.starts_with(command)), "{line}");
            }
        }
        Format::Html => assert_eq!(written.matches("<script").count(), 1, "a script got in"),
        Format::Text | Format::Markdown => {}
    }
}
