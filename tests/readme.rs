//! What README.md and docs show in a block of `~~~console` is what the program prints. `UPDATE_README=1 cargo test --test readme`
//! puts it right.

use std::fs;
use std::path::Path;
use std::process::Command;

const OPEN: &str = "~~~console\n";
const CLOSE: &str = "~~~\n";

#[test]
fn the_outputs_in_the_documentation_are_real() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    hold(&root.join("README.md"));
    for entry in fs::read_dir(root.join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            hold(&path);
        }
    }
}

/// Holds a page to what the program prints, or puts it right.
fn hold(path: &Path) {
    let page = fs::read_to_string(path).unwrap();
    let mut blocks = page.split(OPEN);
    let mut real = blocks.next().unwrap().to_owned();
    for block in blocks {
        let (shown, rest) = block.split_once(CLOSE).unwrap();
        let (command, output) = shown.split_once('\n').unwrap();
        let output = print(command).unwrap_or_else(|| output.to_owned());
        real.push_str(&format!("{OPEN}{command}\n{output}{CLOSE}{rest}"));
    }
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(path, real).unwrap();
    } else {
        assert_eq!(page, real, "{}", path.display());
    }
}

/// What a command prints; `None` for any other program.
fn print(command: &str) -> Option<String> {
    let command = command.replace("cargo run --release --quiet --", "cfn-gate");
    let arguments = command.strip_prefix("$ cfn-gate ")?;
    let output = Command::new(assert_cmd::cargo::cargo_bin!("cfn-gate"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments.split(' '))
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    assert!(output.stderr.is_empty(), "{output:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}
