//! Assets that are templates: which file of the assembly a nested stack's `TemplateURL` will lead to once it is published.
//!
//! A file asset is published under its hash, so the hash stands in the URL. The asset manifest says which file has which
//! hash; in assemblies of CDK 1, the stack's metadata does.

use crate::template::{Content, Node};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::HashMap;

/// How many characters of a hash there are at least: 32 in MD5, 64 in SHA-256.
const SHORTEST: usize = 32;

/// The files of an assembly that are published, by hash.
#[derive(Clone, Debug, Default)]
pub(super) struct Assets {
    paths: HashMap<String, String>,
}

#[derive(Deserialize)]
struct AssetManifest<'t> {
    #[serde(borrow, default)]
    files: HashMap<String, &'t RawValue>,
}

#[derive(Deserialize)]
struct FileAsset {
    source: FileSource,
}

#[derive(Deserialize)]
struct FileSource {
    #[serde(default)]
    path: Option<String>,
}

/// `aws:cdk:asset` in the metadata of a stack.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AssetMetadata {
    path: String,
    #[serde(default)]
    source_hash: Option<String>,
    #[serde(default)]
    id: Option<String>,
}

impl Assets {
    /// Adds the files of an asset manifest. What can't be read in it is left out: a template that is missed for it is
    /// reported where it is.
    pub fn add_manifest(&mut self, json: &str) {
        let Ok(manifest) = serde_json::from_str::<AssetManifest>(json) else { return };
        for (hash, file) in manifest.files {
            if let Ok(FileAsset { source: FileSource { path: Some(path) } }) =
                serde_json::from_str(file.get())
            {
                self.add(hash, path);
            }
        }
    }

    /// Adds an asset that the metadata of a stack names.
    pub fn add_metadata(&mut self, json: &RawValue) {
        let Ok(AssetMetadata { path, source_hash, id }) = serde_json::from_str(json.get()) else { return };
        for hash in [source_hash, id].into_iter().flatten() {
            self.add(hash, path.clone());
        }
    }

    fn add(&mut self, hash: String, path: String) {
        if path.ends_with(".json") {
            self.paths.insert(hash, path);
        }
    }

    /// The file that a URL leads to.
    pub fn path(&self, url: &Node) -> Option<&str> {
        match &url.content {
            Content::Text(text) => {
                let mut runs = text.split(|character: char| !character.is_ascii_hexdigit());
                runs.find_map(|run| self.paths.get(run).filter(|_| run.len() >= SHORTEST)).map(String::as_str)
            }
            Content::List(items) => items.iter().find_map(|item| self.path(item)),
            Content::Map(map) => map.iter().find_map(|entry| self.path(&entry.value)),
            _ => None,
        }
    }
}
