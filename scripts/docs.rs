//! Makes the generated documentation.
//!
//! `cargo run --example docs -- rules` writes `docs/rules/`.
//! `cargo run --example docs -- packs FOLDER` writes `docs/conformance-packs.md` from the conformance packs in the
//! folder.
//! `cargo run --example docs -- configuration` writes `schemas/config.schema.json` and the keys in
//! `docs/configuration.md`.

use cfn_gate::config;
use cfn_gate::resolve::Environment;
use cfn_gate::rules::docs;
use cfn_gate::rules::set::{RuleSet, Source, Undecided};
use cfn_gate::template::SourceFile;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["rules"] => rules(Path::new("docs/rules")),
        ["configuration"] => configuration(),
        ["packs", folder] => Ok(fs::write("docs/conformance-packs.md", packs(Path::new(folder))?)?),
        _ => Err("expected `rules`, `configuration` or `packs FOLDER`".into()),
    }
}

fn configuration() -> Result<(), Box<dyn Error>> {
    fs::write("schemas/config.schema.json", serde_json::to_string_pretty(&config::schema())? + "\n")?;
    let path = "docs/configuration.md";
    let renewed =
        config::docs::renew(&fs::read_to_string(path)?).ok_or("the marks of the keys are not there")?;
    Ok(fs::write(path, renewed)?)
}

fn rules(folder: &Path) -> Result<(), Box<dyn Error>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for page in docs::pages() {
        fs::write(folder.join(page.name), page.text)?;
    }
    Ok(())
}

/// What becomes of the rules of a pack.
#[derive(Default)]
struct Counts {
    decided: usize,
    undecidable: usize,
    unknown: usize,
    other: usize,
}

impl Counts {
    fn of(set: &RuleSet) -> Self {
        let mut counts = Counts { decided: set.rules.len(), ..Counts::default() };
        for rule in &set.undecided {
            *match rule.reason {
                Undecided::Runtime(_) | Undecided::Account(_) => &mut counts.undecidable,
                Undecided::UnknownIdentifier => &mut counts.unknown,
                Undecided::Custom | Undecided::Unclear(_) => &mut counts.other,
            } += 1;
        }
        counts
    }

    fn row(&self, name: &str) -> String {
        let Counts { decided, undecidable, unknown, other } = self;
        let all = decided + undecidable + unknown + other;
        format!("| {name} | {all} | {decided} | {undecidable} | {unknown} | {other} |\n")
    }

    fn add(&mut self, more: &Counts) {
        self.decided += more.decided;
        self.undecidable += more.undecidable;
        self.unknown += more.unknown;
        self.other += more.other;
    }
}

fn packs(folder: &Path) -> Result<String, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<_> = entries.collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    let mut rows = String::new();
    let mut total = Counts::default();
    for path in &paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let file = SourceFile { name: name.clone(), text: fs::read_to_string(path)? };
        let set = RuleSet::choose(&[Source::File(file)], &[], &[], &Environment::default())
            .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        let counts = Counts::of(&set);
        rows += &counts.row(&name);
        total.add(&counts);
    }
    let mut text = format!(
        "<!-- Made by `cargo run --example docs -- packs FOLDER`. -->\n\n\
         # Conformance packs\n\n\
         What becomes of the rules of the {} conformance packs that AWS publishes \
         ([awslabs/aws-config-rules](https://github.com/awslabs/aws-config-rules), April 2026), with the packs' own \
         defaults, when cfn-gate applies them: `cfn-gate check --rules PACK.yaml`. All of them load without an \
         error.\n\n",
        paths.len()
    );
    text.push_str(
        "- **Decided**: cfn-gate gives a verdict on every resource that the rule judges.\n\
         - **Undecidable**: no template can decide the rule ([why](rules/undecidable.md)). In some packs most of \
         these are `AWS_CONFIG_PROCESS_CHECK`, a placeholder for what people check by hand.\n\
         - **Unknown**: cfn-gate knows no managed rule with the identifier.\n\
         - **Other**: a custom rule, or one with a parameter that has no default.\n\n\
         A rule whose condition is false by default doesn't count.\n\n",
    );
    let _ = write!(
        text,
        "| Pack | Rules | Decided | Undecidable | Unknown | Other |\n\
         |---|---:|---:|---:|---:|---:|\n{rows}{}",
        total.row("**All**")
    );
    Ok(text)
}
