//! What `docs/suppressions.md` and the example show is true.

use super::{check, findings, folder, warnings};
use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn the_suppression_of_the_page_suppresses() {
    let page = read("docs/suppressions.md");
    let (_, rest) = page.split_once("```yaml\n").unwrap();
    let folder = folder(&[("a.yaml", rest.split_once("```").unwrap().0)]);
    let (code, document) = check(folder.path(), &["a.yaml", "--strict"]);
    assert_eq!((code, warnings(&document)), (0, Vec::new()));
    assert_eq!(
        findings(&document),
        [
            "AccessLogs s3-bucket-logging-enabled: metadata cfn-gate at line 7: This bucket receives the logs; it does not log \
             into itself."
        ]
    );
}

#[test]
fn the_suppression_of_the_readme_suppresses() {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("```yaml\nMetadata:\n").unwrap();
    let metadata: String =
        rest.split_once("```").unwrap().0.lines().map(|line| format!("    {line}\n")).collect();
    let template = format!("Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Metadata:\n{metadata}");
    let folder = folder(&[("a.yaml", &template)]);
    assert_eq!(check(folder.path(), &["a.yaml", "--strict"]).0, 0, "{template}");
}

#[test]
fn the_example_passes() {
    let folder = folder(&[("suppressed.yaml", &read("examples/suppressed.yaml"))]);
    let (code, document) = check(folder.path(), &["suppressed.yaml", "--strict"]);
    assert_eq!((code, &document["summary"]["suppressed"]), (0, &1.into()));
}

#[test]
fn the_table_of_the_page_names_every_tool() {
    let page = read("docs/suppressions.md");
    for tool in cfn_gate::gate::Tool::ALL {
        assert!(page.contains(&format!("| `{tool}` |")), "{tool}");
    }
}
