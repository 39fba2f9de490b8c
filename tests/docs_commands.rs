//! The commands in README.md and docs that call cfn-gate are run: in a folder with the files that the text speaks of.
//!
//! What a block in `~~~console` prints is held by `tests/readme.rs`, byte for byte. The other blocks are abridged or depend on where they
//! are run, so that here a command has to be understood and to end with a verdict.

#![cfg(feature = "aws")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::process::Stdio;
use tempfile::TempDir;

/// Where a command was found, and its arguments.
#[derive(Debug)]
struct Found {
    place: String,
    arguments: Vec<String>,
}

#[test]
fn commands_in_the_documentation_are_understood() {
    let commands: Vec<Found> = pages().iter().flat_map(|page| commands(page)).collect();
    assert!(commands.len() >= 10, "only {} commands were found: {commands:?}", commands.len());
    let folder = folder();
    for command in &commands {
        let (arguments, wanted): (Vec<&str>, &[i32]) = match kind(command) {
            Kind::Runs => (command.arguments.iter().map(String::as_str).collect(), &[0, 1]),
            // It would wait, ask, or speak to AWS: its arguments are read as far as the one for help, which comes last.
            Kind::Understood => {
                (command.arguments.iter().map(String::as_str).chain(["--help"]).collect(), &[0])
            }
        };
        let output = Command::new(assert_cmd::cargo::cargo_bin!("cfn-gate"))
            .current_dir(folder.path())
            .args(&arguments)
            .env_clear()
            .output()
            .unwrap();
        let code = output.status.code().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            wanted.contains(&code),
            "{}: cfn-gate {arguments:?} ended with {code}: {errors}",
            command.place
        );
    }
}

/// The emulator takes the files that its page shows, and says that it listens.
#[test]
fn the_files_for_the_emulator_are_understood() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/emulator.md")).unwrap();
    let blocks: Vec<&str> =
        page.split("```json\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0)).collect();
    let [seed, faults] = blocks.as_slice() else { panic!("expected a seed and faults, found {blocks:?}") };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("seed.json"), seed).unwrap();
    fs::write(folder.path().join("faults.json"), faults).unwrap();
    let mut emulator = Command::new(assert_cmd::cargo::cargo_bin!("cfn-gate"))
        .current_dir(folder.path())
        .args(["emulate", "--port", "0", "--seed", "seed.json", "--faults", "faults.json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(emulator.stdout.take().unwrap()).read_line(&mut line).unwrap();
    emulator.kill().unwrap();
    emulator.wait().unwrap();
    assert!(line.contains("listens on http://127.0.0.1:"), "{line:?}");
}

enum Kind {
    Runs,
    Understood,
}

fn kind(command: &Found) -> Kind {
    let has =
        |words: &[&str]| words.iter().any(|word| command.arguments.iter().any(|argument| argument == word));
    let placeholder =
        command.arguments.iter().any(|argument| argument.contains('…') || argument.contains("RULE"));
    if has(&["emulate", "aws", "pull", "enable", "--synth", "--cdk-app"]) || placeholder {
        Kind::Understood
    } else {
        Kind::Runs
    }
}

/// README.md and the pages in docs that people wrote.
fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<PathBuf> =
        fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|extension| extension == "md"));
    pages.push(root.join("README.md"));
    pages.sort();
    pages
}

/// The calls of cfn-gate in the blocks of a page that hold shell, and in the steps of the YAML that it shows.
fn commands(page: &Path) -> Vec<Found> {
    let text = fs::read_to_string(page).unwrap().replace("\\\n", " ");
    let mut found = Vec::new();
    let mut block = None;
    for (number, line) in text.lines().enumerate() {
        if let Some(language) = line.strip_prefix("```") {
            block = if block.is_none() { Some(language) } else { None };
            continue;
        }
        let command = match block {
            Some("console") => line.strip_prefix("$ "),
            Some("sh") => Some(line),
            Some("yaml") => line.trim().trim_start_matches("- ").split_once(": ").map(|(_, value)| value),
            _ => None,
        };
        let Some(command) = command else { continue };
        let Some(arguments) = command.trim().trim_start_matches("./").strip_prefix("cfn-gate ") else {
            continue;
        };
        let ends = |word: &&str| !["&&", "|", "||", ";", "#"].contains(word);
        let words = arguments.split_whitespace().take_while(ends).map(|word| word.trim_matches(['\'', '"']));
        found.push(Found {
            place: format!("{}:{}", page.display(), number + 1),
            arguments: words.map(str::to_owned).collect(),
        });
    }
    found
}

/// The files that the documentation speaks of.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let template = fs::read_to_string(root.join("examples/rds-insecure.yaml")).unwrap();
    for name in ["templates/database.yaml", "database.yaml", "service.yaml", "reports/earlier.txt"] {
        write(name, &template);
    }
    write("production.json", "[]");
    let assembly = root.join("tests/cdk/orders");
    copy(&assembly, &folder.path().join("cdk.out"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target)
        } else {
            drop(fs::copy(entry.path(), target))
        }
    }
}
