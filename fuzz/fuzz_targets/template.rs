//! Any text can be read as a template: no panic, no hang, and every message points into the text.

#![no_main]

use cfn_gate::template::{Diagnostic, Template, looks_like_template, split_sub};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = looks_like_template(text);
    let _ = split_sub(text);
    let template = Template::parse("fuzz", text);
    let source = &template.files[0].text;
    for Diagnostic { span, related, .. } in &template.diagnostics {
        for span in std::iter::once(span).chain(related.iter().map(|(span, _)| span)) {
            assert!(source.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
            assert!(span.line >= 1 && span.column >= 1, "{span:?}");
        }
    }
});
