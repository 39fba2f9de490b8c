//! From a resource to the line of the program: compiled JavaScript with its source map.

use super::{PLAIN, check, folder, manifest, stack};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

/// What `tsc --sourceMap` made of `app.ts`.
const MAP: &str = include_str!("source_map/app.js.map");
const SOURCE: &str = include_str!("source_map/app.ts");

/// An app whose database was made at this place in `dist/app.js`, as Node.js without `--enable-source-maps` says it.
fn app(map: &str, place: &str) -> TempDir {
    let folder =
        folder(&[("cdk.out/Data.template.json", PLAIN), ("lib/app.ts", SOURCE), ("dist/app.js.map", map)]);
    let here = folder.path().canonicalize().unwrap();
    let mut artifact = stack("Data.template.json");
    artifact["metadata"] = json!({"/Data/Database": [
        {"type": "aws:cdk:logicalId", "data": "Database"},
        {"type": "aws:cdk:creationStack", "data": [format!("new Stack ({}/dist/app.js:{place})", here.display())]},
    ]});
    super::write(folder.path(), "cdk.out/manifest.json", &manifest(json!({"Data": artifact})));
    folder
}

fn source(folder: &Path) -> Value {
    check(folder, &["cdk.out"]).document()["templates"][0]["findings"][0]["construct"]["source"].take()
}

#[test]
fn compiled_code_is_traced_back_to_its_source() {
    let line =
        |line: u32, column: u32| json!({"file": "lib/app.ts", "line": line, "column": column, "local": true});
    // What `node --enable-source-maps` says of the same places.
    assert_eq!(source(app(MAP, "13:9").path()), line(17, 5));
    assert_eq!(source(app(MAP, "16:17").path()), line(20, 19));
    let compiled = json!({"file": "dist/app.js", "line": 13, "column": 9, "local": true});
    assert_eq!(source(app("{}", "13:9").path()), compiled);
    assert_eq!(source(app(&MAP.replace("../lib/app.ts", "../lib/gone.ts"), "13:9").path()), compiled);
    assert_eq!(source(app(&MAP.replace("../lib/app.ts", "../../app.ts"), "13:9").path()), compiled);
}
