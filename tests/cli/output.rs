//! Standard output, report files, colour.

use super::{INSECURE, SECURE, check, command, finish, folder, run};
use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

#[test]
fn reports_are_written_beside_standard_output() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    let run = check(&folder, &["a.yaml", "--report", "junit=out.xml", "--report", "json=out.json"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("rds-storage-encrypted"), "{run:?}");
    let xml = fs::read_to_string(folder.path().join("out.xml")).unwrap();
    assert!(xml.starts_with("<?xml") && xml.contains("rds-storage-encrypted"), "{xml}");
    let json = fs::read_to_string(folder.path().join("out.json")).unwrap();
    assert_eq!(json, check(&folder, &["a.yaml", "--format", "json"]).out);
}

#[test]
fn annotations_bring_a_job_summary() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    let summary = folder.path().join("summary.md");
    let run = |arguments: &[&str]| {
        let arguments = [&["check", "--rule", "rds-storage-encrypted", "a.yaml"], arguments].concat();
        finish(command(&folder, &arguments).env("GITHUB_STEP_SUMMARY", &summary)).code
    };
    assert_eq!(run(&[]), 1);
    assert!(!summary.exists(), "nobody asked for GitHub's formats");
    assert_eq!(run(&["--format", "github"]), 1);
    let first = fs::read_to_string(&summary).unwrap();
    assert!(first.starts_with("## ") && first.contains("rds-storage-encrypted"), "{first}");
    assert_eq!(run(&["--report", "github=commands.txt"]), 1);
    assert_eq!(fs::read_to_string(&summary).unwrap(), first.repeat(2));
}

#[test]
fn a_report_that_cant_be_written_is_never_a_pass() {
    let folder = folder(&[("a.yaml", INSECURE), ("b.yaml", SECURE)]);
    let arguments = ["--report", "junit=no/such/folder.xml", "--report", "json=b.json"];
    let run = check(&folder, &[&["b.yaml"], &arguments[..]].concat());
    assert_eq!(run.code, 3);
    assert!(run.err.starts_with("error: ") && run.err.contains("no/such/folder.xml"), "{run:?}");
    // The other reports are written all the same.
    assert!(!run.out.is_empty());
    assert!(folder.path().join("b.json").exists());
    assert_eq!(check(&folder, &[&["a.yaml"], &arguments[..]].concat()).code, 1);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    for arguments in [
        &["check", "--rule", "rds-storage-encrypted", "a.yaml"][..],
        &["resolve", "a.yaml"],
        &["rules", "list", "--all", "--format", "json"],
    ] {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("cfn-gate"))
            .current_dir(folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        let code = child.wait().unwrap().code();
        assert_eq!(err, "", "{arguments:?}");
        assert_eq!(code, Some(i32::from(arguments[0] == "check")), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = folder(&[("a.yaml", SECURE)]);
    for (arguments, expected) in [
        (&["check", "a.yaml", "--rule", "rds-storage-encrypted"][..], 3),
        (&["resolve", "a.yaml"], 2),
        (&["rules", "list"], 2),
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = Command::new(assert_cmd::cargo::cargo_bin!("cfn-gate"))
            .current_dir(folder.path())
            .args(arguments)
            .stdout(full)
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(err.starts_with("error: can't write to standard output: "), "{err}");
        assert_eq!(output.status.code(), Some(expected), "{arguments:?}");
    }
}

#[test]
fn quiet_is_silent_only_about_a_pass() {
    let folder = folder(&[("a.yaml", INSECURE), ("b.yaml", SECURE)]);
    assert_eq!(check(&folder, &["b.yaml", "--quiet", "--report", "json=b.json"]).out, "");
    assert!(folder.path().join("b.json").exists());
    assert!(check(&folder, &["a.yaml", "-q"]).out.contains("rds-storage-encrypted"));
}

#[test]
fn colour_is_used_where_asked_for() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    let colourful = |arguments: &[&str], environment: &[(&str, &str)]| {
        let arguments = [&["check", "--rule", "rds-storage-encrypted", "a.yaml"], arguments].concat();
        finish(command(&folder, &arguments).envs(environment.iter().copied())).out.contains('\x1b')
    };
    assert!(!colourful(&[], &[]), "a pipe is no terminal");
    assert!(colourful(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(colourful(&[], &[("CLICOLOR_FORCE", "1"), ("CI", "true")]));
    assert!(!colourful(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!colourful(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!colourful(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn templates_come_in_the_order_of_the_arguments() {
    let folder = folder(&[("a.yaml", INSECURE), ("b.yaml", INSECURE), ("c/d.yaml", INSECURE)]);
    let run = run(&folder, &["resolve", "b.yaml", "c", "a.yaml"]);
    let names: Vec<_> = run.out.lines().filter(|line| line.contains("\"template\"")).collect();
    assert_eq!(names.len(), 3);
    assert!(names[0].contains("b.yaml") && names[1].contains("c/d.yaml") && names[2].contains("a.yaml"));
}
