//! Completions and manual pages, read by the programs that they are for, where those are installed.

use super::{folder, run};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Whether the program is there.
fn is_installed(program: &str) -> bool {
    let found = std::env::var_os("PATH");
    found.is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// What `program` prints of `input`, which it must take.
fn reads(program: &str, arguments: &[&str], input: &str) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && errors.is_empty(), "{program}: {errors}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&folder(&[]), &["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{shell}");
        assert!(run.out.contains("skip-rule"), "{shell}");
    }
    assert_eq!(run(&folder(&[]), &["completions", "tcsh"]).code, 2);
}

#[test]
fn bash_completes_subcommands_arguments_and_values() {
    if !is_installed("bash") {
        return;
    }
    let script = run(&folder(&[]), &["completions", "bash"]).out;
    let complete = |words: &str| {
        let count = words.split(' ').count() - 1;
        let ask = format!(
            "{script}\nCOMP_WORDS=({words}); COMP_CWORD={count}; previous=\"${{COMP_WORDS[{}]}}\"\n\
             _cfn__gate cfn-gate \"${{COMP_WORDS[{count}]}}\" \"$previous\"\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n",
            count - 1
        );
        reads("bash", &["--noprofile", "--norc"], &ask)
    };
    assert_eq!(complete("cfn-gate comp"), "completions\n");
    assert!(complete("cfn-gate check --skip").contains("--skip-rule\n"));
    assert_eq!(complete("cfn-gate check --severity hi"), "high\n");
    assert!(complete("cfn-gate config s").contains("schema\n"));
}

#[test]
fn zsh_and_fish_take_their_scripts() {
    for shell in ["zsh", "fish"] {
        if is_installed(shell) {
            let script = run(&folder(&[]), &["completions", shell]).out;
            reads(shell, &["--no-execute"], &script);
        }
    }
}

#[test]
fn manual_pages_are_read_by_groff() {
    let folder = folder(&[]);
    let page = run(&folder, &["man"]).out;
    assert!(page.contains(".TH cfn-gate 1"), "{page}");
    assert_eq!(run(&folder, &["man", "--dir", "man/man1"]).code, 0);
    let pages: Vec<_> =
        fs::read_dir(folder.path().join("man/man1")).unwrap().map(|entry| entry.unwrap().path()).collect();
    for name in [
        "cfn-gate.1",
        "cfn-gate-check.1",
        "cfn-gate-rules-show.1",
        "cfn-gate-config-schema.1",
        "cfn-gate-init.1",
    ] {
        assert!(pages.iter().any(|page| page.ends_with(name)), "{name}: {pages:?}");
    }
    for page in &pages {
        shown(page);
    }
    let check = shown(&folder.path().join("man/man1/cfn-gate-check.1"));
    if let Some(check) = check {
        assert!(check.contains("SYNOPSIS") && check.contains("skip-rule"), "{check}");
    }
}

/// The page as a reader sees it, by groff or mandoc, whichever is there: without a warning.
fn shown(page: &Path) -> Option<String> {
    let text = fs::read_to_string(page).unwrap();
    if is_installed("groff") {
        Some(reads("groff", &["-k", "-man", "-Tutf8", "-ww", "-P-cbou"], &text))
    } else if is_installed("mandoc") {
        Some(reads("mandoc", &["-Tutf8"], &text))
    } else {
        None
    }
}
