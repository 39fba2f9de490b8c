//! Construct metadata: from the path of a construct to its logical ID and to the line that made it.
//!
//! It stands in the manifest, in a file beside it, or in both. A construct's lines come from `aws:cdk:creationStack`, in
//! assemblies older than that from the trace of `aws:cdk:logicalId`.

use super::assets::Assets;
use super::trace::{Frame, user_frame};
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

/// What CDK programs put before the names of our rules where they acknowledge one, and how many of one construct are read:
/// what is acknowledged for a stage counts for each of its resources.
const OURS: &str = "cfn-gate::";
const MAX_ACKNOWLEDGED: usize = 200;

/// What is known of each construct, by path without the leading slash, in the order of the assembly.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub constructs: IndexMap<String, Entry>,
    /// The files that the metadata of stacks names as assets.
    pub assets: Assets,
    paths: OnceLock<Paths>,
}

/// From the nested stack's construct (none for the stack itself) and the logical ID to the place among the constructs.
type Paths = HashMap<(Option<String>, Arc<str>), usize>;

/// Finds out which logical IDs belong to which nested stack: they lie below its construct's path.
fn paths(constructs: &IndexMap<String, Entry>) -> Paths {
    let nested: HashSet<&str> = constructs.keys().filter_map(|path| nested_stack(path)).collect();
    let mut paths = HashMap::new();
    for (index, (path, entry)) in constructs.iter().enumerate() {
        if let Some(logical_id) = &entry.logical_id {
            let home = around(path).skip(1).find(|outer| nested.contains(outer)).map(str::to_owned);
            paths.entry((home, logical_id.clone())).or_insert(index);
        }
    }
    paths
}

/// The construct itself and those around it, innermost first; only as many as anybody nests.
pub(super) fn around(path: &str) -> impl Iterator<Item = &str> {
    const MAX_NESTED: usize = 64;
    std::iter::successors(Some(path), |path| path.rsplit_once('/').map(|(outer, _)| outer)).take(MAX_NESTED)
}

/// The path of the `NestedStack` construct whose resource has this path: `Web/Inner` for
/// `Web/Inner.NestedStack/Inner.NestedStackResource`.
pub(super) fn nested_stack(path: &str) -> Option<&str> {
    let (outer, resource) = path.rsplit_once('/')?;
    if resource.ends_with(".NestedStackResource") { outer.strip_suffix(".NestedStack") } else { None }
}

/// What is known of a construct.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub logical_id: Option<Arc<str>>,
    pub source: Option<Line>,
    /// Where properties were set later: the last one wins.
    pub properties: Vec<(Arc<str>, Line)>,
    /// CDK says that a custom resource's handler is made here.
    pub is_handler: bool,
    /// The rules that are acknowledged here, each with a reason and a line.
    pub acknowledged: Vec<(String, String, Option<Line>)>,
}

/// A line, with its file as the assembly has it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub file: Arc<str>,
    pub line: u32,
    pub column: Option<u32>,
}

impl From<Frame<'_>> for Line {
    fn from(frame: Frame<'_>) -> Self {
        Line { file: Arc::from(frame.file), line: frame.line, column: frame.column }
    }
}

#[derive(Deserialize)]
struct Item<'t> {
    #[serde(rename = "type", borrow)]
    item_type: Cow<'t, str>,
    #[serde(borrow, default)]
    data: Option<&'t RawValue>,
    #[serde(borrow, default)]
    trace: Option<&'t RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Assignment<'t> {
    #[serde(borrow)]
    property_name: Cow<'t, str>,
    #[serde(borrow, default)]
    stack_trace: Frames<'t>,
}

/// Frames, of which few need be copied.
#[derive(Default, Deserialize)]
#[serde(transparent)]
struct Frames<'t>(#[serde(borrow)] Vec<Shared<'t>>);

#[derive(Deserialize)]
#[serde(transparent)]
struct Shared<'t>(#[serde(borrow)] Cow<'t, str>);

impl Frames<'_> {
    fn line(&self) -> Option<Line> {
        user_frame(self.0.iter().map(|frame| &*frame.0)).map(Line::from)
    }
}

impl Metadata {
    /// The files that lines lie in, some more than once.
    pub fn files(&self) -> impl Iterator<Item = &Arc<str>> {
        self.constructs.values().flat_map(|entry| {
            let set = entry.properties.iter().map(|(_, line)| &line.file);
            let acknowledged =
                entry.acknowledged.iter().filter_map(|(_, _, line)| Some(&line.as_ref()?.file));
            entry.source.iter().map(|line| &line.file).chain(set).chain(acknowledged)
        })
    }

    /// The path of the construct with this logical ID. The metadata of a stack holds that of its nested stacks too,
    /// whose logical IDs may be the same: `nested_in` is the path of the `NestedStack` construct.
    pub fn path(&self, logical_id: &Arc<str>, nested_in: Option<&str>) -> Option<&str> {
        let paths = self.paths.get_or_init(|| paths(&self.constructs));
        let index = paths.get(&(nested_in.map(str::to_owned), logical_id.clone()))?;
        self.constructs.get_index(*index).map(|(path, _)| path.as_str())
    }

    /// Adds what `json` says: `{"/construct/path": [{type, data, trace}]}`.
    ///
    /// # Errors
    /// That it is no such thing. What is wrong with a single construct only leaves that one out.
    pub fn add(&mut self, json: &str) -> Result<(), String> {
        let paths: IndexMap<String, &RawValue> =
            serde_json::from_str(json).map_err(|error| format!("is no construct metadata: {error}"))?;
        for (path, items) in paths {
            let Ok(items) = serde_json::from_str::<Vec<Item>>(items.get()) else { continue };
            let path = path.trim_start_matches('/').to_owned();
            let entry = self.constructs.entry(path).or_default();
            for item in &items {
                match item.data {
                    Some(asset) if item.item_type == "aws:cdk:asset" => self.assets.add_metadata(asset),
                    _ => entry.add(item),
                }
            }
        }
        Ok(())
    }
}

impl Entry {
    fn add(&mut self, item: &Item) {
        match &*item.item_type {
            "aws:cdk:logicalId" => {
                self.logical_id = read::<Cow<str>>(item.data).map(Arc::from);
                if self.source.is_none() {
                    self.source = read::<Frames>(item.trace).and_then(|frames| frames.line());
                }
            }
            "aws:cdk:creationStack" => {
                if let Some(line) = read::<Frames>(item.data).and_then(|frames| frames.line()) {
                    self.source = Some(line);
                }
            }
            "aws:cdk:propertyAssignment" => {
                let Some(assignment) = read::<Assignment>(item.data) else { return };
                let Some(line) = assignment.stack_trace.line() else { return };
                self.properties.retain(|(name, _)| **name != *assignment.property_name);
                self.properties.push((Arc::from(assignment.property_name), line));
            }
            "aws:cdk:acknowledged-rules" => {
                let rules = read::<IndexMap<String, String>>(item.data).unwrap_or_default();
                let line = read::<Frames>(item.trace).and_then(|frames| frames.line());
                let ours = rules.iter().filter_map(|(id, reason)| Some((id.strip_prefix(OURS)?, reason)));
                let room = MAX_ACKNOWLEDGED.saturating_sub(self.acknowledged.len());
                let ours = ours.take(room).map(|(rule, why)| (rule.to_owned(), why.clone(), line.clone()));
                self.acknowledged.extend(ours);
            }
            other => self.is_handler |= other.starts_with("aws:cdk:is-custom-resource-handler"),
        }
    }
}

fn read<'t, T: Deserialize<'t>>(json: Option<&'t RawValue>) -> Option<T> {
    serde_json::from_str(json?.get()).ok()
}
