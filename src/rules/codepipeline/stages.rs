//! The stages of a pipeline, and where they deploy to.

use crate::resolve::{Content, Reason, Value};
use crate::rules::*;
use std::collections::HashSet;

/// A stage.
pub(super) struct Stage<'a> {
    /// Its place, from 1.
    pub(super) number: usize,
    /// Of each of its deployments the `Region`, if there is one.
    pub(super) regions: Vec<Option<&'a Value>>,
}

/// The stages of the pipeline; `None` if they can't all be known.
pub(super) fn stages<'a>(subject: &Subject<'a>) -> Option<Vec<Stage<'a>>> {
    let stages = match subject.get("Stages") {
        Some(stages) => stages.as_list()?,
        None => &[],
    };
    stages
        .iter()
        .zip(1..)
        .map(|(stage, number)| Some(Stage { number, regions: deployments(stage)? }))
        .collect()
}

/// Whether the pipeline deploys at all.
pub(super) fn deploys<'a>(subject: &Subject<'a>) -> Truth<'a> {
    match stages(subject) {
        None => subject.unknown("which deployments the stages make can't be known before deployment"),
        Some(stages) if stages.iter().all(|stage| stage.regions.is_empty()) => {
            subject.fails("the pipeline has no deploy action")
        }
        Some(_) => Truth::True,
    }
}

fn deployments(stage: &Value) -> Option<Vec<Option<&Value>>> {
    let mut regions = Vec::new();
    for action in stage.as_map()?.get("Actions")?.as_list()? {
        let action = action.as_map()?;
        if action.get("ActionTypeId")?.as_map()?.get("Category")?.as_text()? == "Deploy" {
            regions.push(action.get("Region"));
        }
    }
    Some(regions)
}

impl Stage<'_> {
    /// How many Regions it deploys to, at least and at most: the pipeline's own may be one of the others.
    /// `None` if that can't be known.
    pub(super) fn count_regions(&self) -> Option<(usize, usize)> {
        let mut named = HashSet::new();
        let mut own = 0;
        for region in &self.regions {
            match region {
                Some(region) if !is_own(region) => {
                    named.insert(region.as_text()?);
                }
                _ => own = 1,
            }
        }
        Some((named.len().max(own), named.len() + own))
    }
}

fn is_own(region: &Value) -> bool {
    match &region.content {
        Content::Unknown(unknown) => {
            matches!(&unknown.reason, Reason::PseudoParameter { name } if &**name == "AWS::Region")
        }
        _ => false,
    }
}
