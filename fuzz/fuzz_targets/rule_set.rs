//! Any text can be read as a rule-set file: no panic, no hang, and every message points into the text.

#![no_main]

use cfn_gate::resolve::Environment;
use cfn_gate::rules::set::{Error, RuleArgument, RuleSet, Source};
use cfn_gate::template::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = RuleArgument::parse(text);
    let source = Source::File(SourceFile { name: "pack.yaml".into(), text: text.into() });
    let Err(errors) = RuleSet::choose(&[source], &[], &[], &Environment::default()) else { return };
    assert!(!errors.is_empty(), "refused without a reason");
    for error in &errors {
        assert!(!error.to_string().is_empty());
        if let Error::File { files, diagnostic } = error {
            let file = &files[usize::from(diagnostic.span.file.0)];
            let span = diagnostic.span;
            assert!(file.text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
        }
    }
});
