//! Any folder can be read as a cloud assembly: no panic, no hang, and no file outside of it is read.
//!
//! The input is the manifest, then after each line `---` another file: the template, its assets, the tree.

#![no_main]

use cfn_gate::resolve::{Input, resolve_together};
use cfn_gate::source;
use libfuzzer_sys::fuzz_target;
use std::fs;

const NAMES: [&str; 5] =
    ["manifest.json", "a.template.json", "a.assets.json", "b.template.json", "tree.json"];
const OUTSIDE: &str = "this must not be read";

fuzz_target!(|text: &str| {
    let outside = tempfile::tempdir().expect("a folder can be made");
    let folder = outside.path().join("cdk.out");
    fs::create_dir(&folder).expect("a folder can be made");
    for name in ["a.template.json", "manifest.json"] {
        fs::write(outside.path().join(name), format!("{{\"{OUTSIDE}\": 1}}")).expect("a file can be written");
    }
    for (name, text) in NAMES.iter().zip(text.split("\n---\n")) {
        fs::write(folder.join(name), text).expect("a file can be written");
    }
    let Ok(sources) = source::read(std::slice::from_ref(&folder)) else { return };
    for stack in resolve_together(Input::read_all(sources)) {
        assert!(!stack.files.iter().any(|file| file.text.contains(OUTSIDE)), "{}", stack.name());
    }
});
