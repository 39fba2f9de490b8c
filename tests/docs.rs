//! The generated documentation is what the code would generate.

use cfn_gate::config;
use cfn_gate::rules::docs;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn the_pages_of_the_rules_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    let mut files: BTreeMap<String, String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    let mut stale = Vec::new();
    for page in docs::pages() {
        if files.remove(&page.name).as_deref() != Some(&*page.text) {
            stale.push(page.name);
        }
    }
    stale.extend(files.into_keys());
    assert!(stale.is_empty(), "run `{}`: {} pages are stale: {stale:?}", docs::COMMAND, stale.len());
}

#[test]
fn the_settings_are_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md");
    let document = fs::read_to_string(path).unwrap();
    assert_eq!(Some(&document), config::docs::renew(&document).as_ref(), "run `{}`", config::docs::COMMAND);
}
