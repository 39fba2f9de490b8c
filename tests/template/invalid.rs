//! Each template in `tests/templates/invalid` has errors: all of them are reported, each in its place.

use crate::{folder, report, template};

#[test]
fn every_invalid_template_gets_its_errors() {
    let mut names: Vec<_> = std::fs::read_dir(folder("invalid"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() > 30, "{names:?}");
    for name in names {
        let template = template(&format!("invalid/{name}"));
        assert!(template.has_errors(), "{name}");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, report(&template));
        });
    }
}

#[test]
fn every_valid_template_is_read_without_a_word() {
    let mut count = 0;
    for entry in std::fs::read_dir(folder("valid")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert_eq!(report(&template(&format!("valid/{name}"))), "", "{name}");
        count += 1;
    }
    assert_eq!(count, 7);
}
