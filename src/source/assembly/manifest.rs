//! `manifest.json`: what a cloud assembly holds.
//!
//! Facts: AWS CDK's `@aws-cdk/cloud-assembly-schema`. Its major version goes up with every added field, so a newer one is
//! read as far as it is understood; unknown fields and types of artifacts are passed over, as its readers must.

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;

/// The newest version of the schema that this reader was written for.
const KNOWN_VERSION: u64 = 55;

/// How many artifacts an assembly may have. Large ones have a few hundred.
const MAX_ARTIFACTS: usize = 20_000;

/// The file, with its artifacts still unread: what is wrong with one doesn't concern the others.
#[derive(Debug, Deserialize)]
struct Text<'t> {
    #[serde(borrow, default)]
    version: Option<&'t RawValue>,
    #[serde(borrow)]
    artifacts: Option<IndexMap<String, &'t RawValue>>,
    #[serde(default)]
    missing: Option<Vec<Missing>>,
}

/// A look-up in an account that wasn't made yet: the templates hold a dummy in place of what it would find.
#[derive(Debug, Deserialize)]
pub(super) struct Missing {
    #[serde(default)]
    provider: String,
    #[serde(default)]
    props: HashMap<String, serde_json::Value>,
}

impl Missing {
    /// What is looked up: `vpc-provider`, `ami`, `ssm`, …
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// Whether the look-up would be made in this account and Region.
    pub fn concerns(&self, account_id: Option<&str>, region: Option<&str>) -> bool {
        let same = |name: &str, here: Option<&str>| match (
            self.props.get(name).and_then(|value| value.as_str()),
            here,
        ) {
            (Some(there), Some(here)) => there == here,
            _ => true,
        };
        same("account", account_id) && same("region", region)
    }
}

/// What a manifest says, as far as it matters here.
#[derive(Debug, Default)]
pub(super) struct Manifest<'t> {
    /// The stacks, by artifact ID, in the order of the manifest; or why one can't be read.
    pub stacks: Vec<(String, Result<StackArtifact<'t>, String>)>,
    /// The nested assemblies (stages), by artifact ID: their directories.
    pub assemblies: Vec<(String, Result<String, String>)>,
    /// The files of the asset manifests.
    pub assets: Vec<String>,
    pub missing: Vec<Missing>,
    /// The schema's version, if it is newer than this reader.
    pub newer: Option<String>,
}

/// An artifact of type `aws:cloudformation:stack`.
#[derive(Debug)]
pub(super) struct StackArtifact<'t> {
    pub template_file: String,
    pub display_name: Option<String>,
    pub stack_name: Option<String>,
    pub account_id: Option<String>,
    pub region: Option<String>,
    pub parameters: Vec<(String, String)>,
    pub dependencies: Vec<String>,
    pub lookup_role: Option<(String, Option<String>)>,
    pub metadata: Option<&'t RawValue>,
    pub metadata_file: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Artifact<'t> {
    #[serde(rename = "type", borrow)]
    artifact_type: Cow<'t, str>,
    #[serde(default)]
    environment: Option<String>,
    #[serde(borrow, default)]
    properties: Option<&'t RawValue>,
    #[serde(default)]
    dependencies: Option<Vec<String>>,
    #[serde(borrow, default)]
    metadata: Option<&'t RawValue>,
    #[serde(default)]
    additional_metadata_file: Option<String>,
    #[serde(default)]
    display_name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct StackProperties {
    template_file: String,
    #[serde(default)]
    stack_name: Option<String>,
    #[serde(default)]
    parameters: Option<IndexMap<String, serde_json::Value>>,
    #[serde(default)]
    lookup_role: Option<BootstrapRole>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct BootstrapRole {
    arn: String,
    #[serde(default)]
    assume_role_external_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AssemblyProperties {
    directory_name: String,
}

#[derive(Deserialize)]
struct AssetProperties {
    file: String,
}

/// Whether a text is the manifest of a cloud assembly: others have files of that name as well.
pub(super) fn is_manifest(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Marks {
        #[serde(default)]
        version: Option<serde::de::IgnoredAny>,
        #[serde(default)]
        artifacts: Option<HashMap<String, serde::de::IgnoredAny>>,
    }
    serde_json::from_str(text).is_ok_and(|marks: Marks| marks.version.is_some() && marks.artifacts.is_some())
}

/// Reads a manifest.
///
/// # Errors
/// Why it can't be read at all, in one sentence without a full stop.
pub(super) fn read(text: &str) -> Result<Manifest<'_>, String> {
    let file: Text =
        serde_json::from_str(text).map_err(|error| format!("is no manifest: {}", short(&error)))?;
    let artifacts = file.artifacts.unwrap_or_default();
    if artifacts.len() > MAX_ARTIFACTS {
        return Err(format!("has {} artifacts, and more than {MAX_ARTIFACTS} are not read", artifacts.len()));
    }
    let mut manifest = Manifest {
        missing: file.missing.unwrap_or_default(),
        newer: file.version.and_then(|version| newer(version.get())),
        ..Manifest::default()
    };
    for (id, text) in artifacts {
        let artifact: Artifact = match serde_json::from_str(text.get()) {
            Ok(artifact) => artifact,
            Err(error) => {
                manifest
                    .stacks
                    .push((id, Err(format!("can't be read from the manifest: {}", short(&error)))));
                continue;
            }
        };
        match &*artifact.artifact_type {
            "aws:cloudformation:stack" => {
                let stack = stack(&id, artifact);
                manifest.stacks.push((id, stack));
            }
            "cdk:cloud-assembly" => {
                let directory = properties(artifact.properties);
                manifest
                    .assemblies
                    .push((id, directory.map(|found: AssemblyProperties| found.directory_name)));
            }
            // Missing one only matters to a stack that needs it, which then says so.
            "cdk:asset-manifest" => manifest
                .assets
                .extend(properties(artifact.properties).ok().map(|found: AssetProperties| found.file)),
            _ => {}
        }
    }
    Ok(manifest)
}

fn stack<'t>(id: &str, artifact: Artifact<'t>) -> Result<StackArtifact<'t>, String> {
    let found: StackProperties = properties(artifact.properties)?;
    let (account_id, region) = environment(artifact.environment.as_deref().unwrap_or_default());
    let parameters = found.parameters.unwrap_or_default().into_iter();
    Ok(StackArtifact {
        template_file: found.template_file,
        display_name: artifact.display_name,
        stack_name: Some(found.stack_name.unwrap_or_else(|| id.to_owned())),
        account_id,
        region,
        parameters: parameters.filter_map(|(name, value)| Some((name, scalar(value)?))).collect(),
        dependencies: artifact.dependencies.unwrap_or_default(),
        lookup_role: found.lookup_role.map(|role| (role.arn, role.assume_role_external_id)),
        metadata: artifact.metadata,
        metadata_file: artifact.additional_metadata_file,
    })
}

fn properties<'t, T: Deserialize<'t>>(text: Option<&'t RawValue>) -> Result<T, String> {
    let text = text.ok_or("has no `properties` in the manifest")?;
    serde_json::from_str(text.get())
        .map_err(|error| format!("has unusable `properties` in the manifest: {error}"))
}

fn scalar(value: serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text),
        serde_json::Value::Bool(_) | serde_json::Value::Number(_) => Some(value.to_string()),
        _ => None,
    }
}

/// Account and Region of `aws://111122223333/eu-west-1`; CDK writes `unknown-account` and `unknown-region` where
/// the stack may go anywhere.
fn environment(text: &str) -> (Option<String>, Option<String>) {
    let (account_id, region) =
        text.strip_prefix("aws://").and_then(|rest| rest.split_once('/')).unwrap_or_default();
    let known = |text: &str, unknown: &str| (!text.is_empty() && text != unknown).then(|| text.to_owned());
    (known(account_id, "unknown-account"), known(region, "unknown-region"))
}

/// The version, if its major number is above the one this reader knows.
fn newer(json: &str) -> Option<String> {
    let version: String = serde_json::from_str(json).unwrap_or_else(|_| json.to_owned());
    let major = version.split('.').next()?.parse::<u64>();
    (major.map_or(true, |major| major > KNOWN_VERSION)).then_some(version)
}

/// What serde says, without quoting the file.
fn short(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        serde_json::error::Category::Data => "it has another shape",
        serde_json::error::Category::Eof => "it ends too early",
        _ => "it is not valid JSON",
    };
    format!("{what} (line {}, column {})", error.line(), error.column())
}

/// The warning for a manifest that is newer than this reader.
pub(super) fn newer_warning(manifest: &str, version: &str) -> String {
    let version: String = version.chars().take(40).collect();
    format!(
        "`{manifest}` has version {version} of the cloud assembly schema, and this cfn-gate knows {KNOWN_VERSION}: what it \
         understands is read, what is new in it is not"
    )
}
