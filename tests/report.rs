//! Every format over one run in which everything happens.

mod common;

use cfn_gate::report::{Format, Options};
use common::{everything, written, written_with};

#[test]
fn text() {
    insta::assert_snapshot!(written(Format::Text, &everything()));
}

#[test]
fn text_in_colour() {
    let options = Options { colour: true, width: 80 };
    insta::assert_snapshot!(written_with(Format::Text, &everything(), &options));
}

#[test]
fn json() {
    // One line as it is written; laid out here so that a change can be read.
    let document: serde_json::Value = serde_json::from_str(&written(Format::Json, &everything())).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn junit() {
    let document = written(Format::Junit, &everything());
    insta::assert_snapshot!(document.replace("><", ">\n<"));
}
