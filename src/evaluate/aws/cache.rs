//! Verdicts of earlier runs: one small file each, in a folder that a CI system can keep.
//!
//! The key is a hash of account, Region, the rules that apply with their parameters, the type and the payload. The
//! file holds rule names, compliance types and annotations, and none of the properties.

use crate::aws::ResourceResult;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Where verdicts are kept, and how old they may be.
#[derive(Clone, Debug)]
pub struct Cache {
    /// The folder.
    pub folder: PathBuf,
    /// Older verdicts are not used.
    pub longest_age: Duration,
}

/// What AWS Config said of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The ID of the evaluation.
    pub evaluation_id: String,
    /// The overall verdict, if the service gave one.
    pub compliance: Option<String>,
    /// The verdicts of the rules.
    pub results: Vec<ResourceResult>,
}

/// The form of the files. A file of another version counts as none.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    /// Seconds since 1970. Not the file's own time: CI systems don't keep it.
    written: u64,
    evaluation_id: String,
    compliance: Option<String>,
    results: Vec<(String, String, Option<String>)>,
}

impl Cache {
    /// The verdict under `key`, unless it is too old. A file that can't be read counts as none.
    pub(super) fn get(&self, key: &str) -> Option<Verdict> {
        let text = std::fs::read_to_string(self.path(key)).ok()?;
        let file: File = serde_json::from_str(&text).ok()?;
        let age = now().checked_sub(file.written)?;
        if file.version != VERSION || age > self.longest_age.as_secs() {
            return None;
        }
        let results = file.results.into_iter();
        Some(Verdict {
            evaluation_id: file.evaluation_id,
            compliance: file.compliance,
            results: results
                .map(|(rule_name, compliance, annotation)| ResourceResult {
                    rule_name,
                    compliance,
                    annotation,
                })
                .collect(),
        })
    }

    /// Keeps a verdict. A cache that can't be written makes later runs slower, not this one wrong.
    pub(super) fn put(&self, key: &str, verdict: &Verdict) {
        let results = verdict.results.iter().cloned();
        let file = File {
            version: VERSION,
            written: now(),
            evaluation_id: verdict.evaluation_id.clone(),
            compliance: verdict.compliance.clone(),
            results: results.map(|result| (result.rule_name, result.compliance, result.annotation)).collect(),
        };
        let path = self.path(key);
        let Some(folder) = path.parent() else { return };
        let Ok(text) = serde_json::to_string(&file) else { return };
        // Written beside and renamed: another run never reads half a file.
        let beside = folder.join(format!("{key}.{}.tmp", std::process::id()));
        let written = std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&beside, text))
            .and_then(|()| std::fs::rename(&beside, &path));
        if written.is_err() {
            let _ = std::fs::remove_file(&beside);
        }
    }

    fn path(&self, key: &str) -> PathBuf {
        self.folder.join(key.get(..2).unwrap_or("00")).join(format!("{key}.json"))
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
