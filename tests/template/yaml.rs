//! YAML beside scalars, and JSON: layout, tags, anchors, duplicates, and where nodes stand.

use crate::{template, tree};
use cfn_gate::template::{FileId, Span, Template, read_tree};
use serde_json::json;

#[test]
fn short_forms_become_long_forms() {
    let (tree, messages) = tree(
        "a: !GetAtt Nested.Outputs.Name\nb: !If [A, !Ref B, !Condition C]\nc: !Equals\n  - 1\n  - '1'\nd: !Transform {Name: M}\n",
    );
    assert_eq!(
        tree,
        json!({
            "a": {"Fn::GetAtt": "Nested.Outputs.Name"},
            "b": {"Fn::If": ["A", {"Ref": "B"}, {"Condition": "C"}]},
            "c": {"Fn::Equals": [1, "1"]},
            "d": {"Fn::Transform": {"Name": "M"}},
        })
    );
    assert!(messages.is_empty());
}

#[test]
fn the_last_duplicate_wins_in_the_first_ones_place() {
    for text in ["a: 1\nb: 2\na: 3\n", "{\"a\": 1,\n\"b\": 2,\n\"a\": 3}"] {
        let (tree, messages) = tree(text);
        assert_eq!(tree.to_string(), r#"{"a":3,"b":2}"#);
        assert_eq!(
            messages,
            ["3:1 key `a` is given twice, on lines 1 and 3: CloudFormation takes the last one"]
        );
    }
}

#[test]
fn many_keys_are_searched_for_duplicates_too() {
    let text: String = (0..50).chain([7]).map(|number| format!("k{number}: x\n")).collect();
    let (tree, messages) = tree(&text);
    assert_eq!(tree.as_object().unwrap().len(), 50);
    assert_eq!(
        messages,
        ["51:1 key `k7` is given twice, on lines 8 and 51: CloudFormation takes the last one"]
    );
}

#[test]
fn aliases_and_merge_keys_are_expanded_with_one_warning_each() {
    let (tree, messages) = tree(
        "base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\none:\n  <<: *base\n  b: mine\n\
         both:\n  <<: [*base, *other]\nplain: *base\nkey: {'<<': text}\n",
    );
    assert_eq!(tree["one"], json!({"a": 1, "b": "mine"}));
    assert_eq!(tree["both"], json!({"a": 1, "b": 2, "c": 4}));
    assert_eq!(tree["plain"], json!({"a": 1, "b": 2}));
    assert_eq!(tree["key"], json!({"<<": "text"}));
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages[0].starts_with("4:7 YAML aliases"), "{messages:?}");
    assert!(messages[1].starts_with("4:3 YAML merge keys"), "{messages:?}");
}

#[test]
fn an_alias_stands_where_it_is_and_its_children_where_the_anchor_is() {
    let read = read_tree(FileId::TEMPLATE, "a: &x [one]\nb: *x\n");
    let root = read.root.unwrap();
    let alias = root.as_map().unwrap().get("b").unwrap();
    assert_eq!((alias.span.line, alias.span.column), (2, 4));
    let child = &alias.as_list().unwrap()[0];
    assert_eq!((child.span.line, child.span.column), (1, 8));
}

#[test]
fn nodes_know_their_bytes_lines_and_columns() {
    let text = "é: !Sub 'ä'\nlist:\n  - {a: \"x\"}\nnext: 1\n";
    let read = read_tree(FileId::TEMPLATE, text);
    let root = read.root.unwrap();
    let map = root.as_map().unwrap();
    let slice = |span: Span| &text[span.start as usize..span.end as usize];
    let sub = map.entry("é").unwrap();
    assert_eq!(slice(sub.key_span), "é");
    assert_eq!(slice(sub.value.span), "!Sub 'ä'");
    assert_eq!((sub.value.span.line, sub.value.span.column), (1, 4));
    let argument = sub.value.as_map().unwrap().entry("Fn::Sub").unwrap();
    assert_eq!(slice(argument.key_span), "!Sub");
    assert_eq!(slice(argument.value.span), "'ä'");
    let list = map.get("list").unwrap();
    assert_eq!(slice(list.span), "- {a: \"x\"}");
    assert_eq!(slice(root.span), text.trim_end());
}

#[test]
fn json_nodes_know_their_bytes_lines_and_columns() {
    let text = "{\n  \"é\": [\"ä\", {\"b\": true}]\n}";
    let read = read_tree(FileId::TEMPLATE, text);
    let root = read.root.unwrap();
    let entry = root.as_map().unwrap().entry("é").unwrap();
    let slice = |span: Span| &text[span.start as usize..span.end as usize];
    assert_eq!(slice(entry.key_span), "\"é\"");
    assert_eq!(slice(entry.value.span), "[\"ä\", {\"b\": true}]");
    let inner = &entry.value.as_list().unwrap()[1];
    assert_eq!((inner.span.line, inner.span.column), (2, 14));
}

#[test]
fn byte_order_mark_line_ends_tabs_and_escapes_are_taken() {
    let template = template("valid/windows.json");
    let name =
        template.resources[0].properties.as_ref().unwrap().as_map().unwrap().get("BucketName").unwrap();
    assert_eq!(&**name.as_text().unwrap(), "tab\there é 😀");
    assert_eq!((template.resources[0].span.line, template.resources[0].span.column), (3, 3));
    let text = Template::parse("t", "Resources:\r\n  A:\r\n    Type: X::Y::Z\r\n");
    assert_eq!(&*text.resources[0].resource_type, "X::Y::Z");
}

#[test]
fn lax_layout_is_read_as_it_looks() {
    let template = template("valid/lax_layout.yaml");
    let policy = template.resources[1].properties.as_ref().unwrap().as_map().unwrap();
    assert_eq!(&**policy.get("Description").unwrap().as_text().unwrap(), "one two");
    let bucket = template.resources[0].properties.as_ref().unwrap().as_map().unwrap();
    assert_eq!(bucket.get("Tags").unwrap().as_list().unwrap().len(), 1);
}

#[test]
fn block_scalars_keep_what_they_say() {
    let (tree, _) = tree("a: |\n  one\n   two\n\nb: >\n  one\n  two\nc: |+\n  x\n\nd: |\n  end");
    assert_eq!(tree, json!({"a": "one\n two\n", "b": "one two\n", "c": "x\n\n", "d": "end"}));
}

#[test]
fn the_error_of_the_language_that_was_right_for_longer_is_told() {
    let (_, messages) = tree("{\n  \"a\": 1,\n  \"b\": [1,\n");
    assert_eq!(messages, ["4:1 expected a value, found the end of the file"]);
    let (_, messages) = tree("{a: 1,\n b: \"x}\n");
    assert_eq!(messages, ["2:5 this text in quotes is never closed"]);
}
