//! `AWS::Include` of files beside the template.

use super::{errors, stack_in};
use cfn_gate::resolve::{Environment, Stack};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of its own for a test, removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("cfn-gate-include-{name}-{}", std::process::id()));
        fs::remove_dir_all(&path).ok();
        for (file, text) in files {
            let file = path.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        Folder(path)
    }

    fn stack(&self, text: &str) -> Stack {
        in_folder(&self.0, text)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn in_folder(folder: &Path, text: &str) -> Stack {
    let environment = Environment { include_folder: Some(folder.to_owned()), ..Environment::default() };
    stack_in(text, &environment)
}

/// A resource whose properties are included from `location`.
fn including(location: &str) -> String {
    format!(
        "
Parameters: {{Env: {{Type: String, Default: dev}}}}
Resources:
  R:
    Type: AWS::S3::Bucket
    Properties:
      Own: 1
      Fn::Transform: {{Name: AWS::Include, Parameters: {{Location: {location}}}}}
"
    )
}

#[test]
fn properties_from_a_file() {
    let folder =
        Folder::new("properties", &[("parts/p.yaml", "BucketName: !Sub '${Env}-x'\nBad: !Ref Nowhere\n")]);
    let stack = folder.stack(&including("./parts/p.yaml"));
    assert_eq!(stack.to_json()["resources"]["R"]["properties"]["BucketName"], json!("dev-x"));
    assert_eq!(stack.to_json()["resources"]["R"]["properties"]["Own"], json!(1));
    assert_eq!(errors(&stack), ["2: `Nowhere` is neither a parameter nor a resource of the template"]);
    let file = &stack.files[usize::from(stack.diagnostics[0].span.file.0)];
    assert!(file.name.ends_with("parts/p.yaml"), "{}", file.name);
    assert!(stack.incomplete.is_empty());
}

#[test]
fn sections_from_a_file() {
    let folder = Folder::new(
        "sections",
        &[
            (
                "all.json",
                r#"{"Mappings": {"M": {"a": {"b": "c"}}}, "Outputs": {"O": {"Value": {"Ref": "Added"}}}}"#,
            ),
            (
                "resources.yaml",
                "Added:\n  Type: AWS::SNS::Topic\n  Properties: {A: !FindInMap [M, a, b], B: !If [x]}\n",
            ),
        ],
    );
    let stack = folder.stack(
        "
Transform: {Name: AWS::Include, Parameters: {Location: all.json}}
Resources:
  R: {Type: AWS::S3::Bucket}
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: resources.yaml}}
",
    );
    assert!(stack.incomplete.is_empty());
    assert_eq!(stack.resources.len(), 2);
    assert_eq!(stack.to_json()["resources"]["Added"]["properties"]["A"], json!("c"));
    assert!(stack.outputs.get("O").is_some());
    assert_eq!(errors(&stack).len(), 1, "the shape of functions in a file is checked: {:?}", errors(&stack));
}

#[test]
fn what_is_on_s3_is_not_known() {
    let folder = Folder::new("s3", &[]);
    fs::create_dir_all(&folder.0).unwrap();
    let stack = folder.stack(&including("s3://bucket/p.yaml"));
    assert_eq!(errors(&stack), [""; 0]);
    let properties = stack.to_json()["resources"]["R"]["properties"].take();
    assert_eq!(properties, json!({"$unknown": "the macro AWS::Include runs only at AWS"}));
}

#[test]
fn nothing_is_read_where_that_is_not_wanted() {
    let stack = stack_in(&including("Cargo.toml"), &Environment::default());
    assert!(stack.to_json()["resources"]["R"]["properties"]["$unknown"].is_string());
}

#[test]
fn files_outside_of_the_folder_are_refused() {
    let folder = Folder::new("outside", &[("in/p.yaml", "A: 1\n"), ("secret.yaml", "Secret: 1\n")]);
    let inner = folder.0.join("in");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.0.join("secret.yaml"), inner.join("link.yaml")).unwrap();
    let absolute = folder.0.join("secret.yaml").display().to_string();
    for location in ["../secret.yaml", "x/../../secret.yaml", "link.yaml", absolute.as_str()] {
        let stack = in_folder(&inner, &including(location));
        assert_eq!(errors(&stack).len(), 1, "{location}: {:?}", errors(&stack));
        assert!(errors(&stack)[0].ends_with("it lies outside the template's folder"), "{:?}", errors(&stack));
        assert!(!stack.to_json().to_string().contains("\"Secret\""));
    }
    let missing = in_folder(&inner, &including("missing.yaml"));
    assert!(
        errors(&missing)[0].starts_with("8: the file `missing.yaml` can't be read"),
        "{:?}",
        errors(&missing)
    );
}

#[test]
fn a_file_can_not_include_itself() {
    let include = "A: 1\nFn::Transform: {Name: AWS::Include, Parameters: {Location: p.yaml}}\n";
    let folder = Folder::new("itself", &[("p.yaml", include)]);
    let stack = folder.stack(&including("p.yaml"));
    assert_eq!(errors(&stack), ["2: the file includes itself"]);
}
